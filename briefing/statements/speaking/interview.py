"""Who answers in an interview, marked or not: every sentence of an answer is the guest's.

Marked answers (``A:``, ``SYBIHA:``) come from the reader. Otherwise an interview shows itself: its head says so, or it
asks and asks, and what follows the questions is said in the first person. Then all prose between the questions answers.
"""

from collections.abc import Mapping, Sequence

from briefing.model import PROSE, Article, Block, Speaker
from briefing.statements.looking.bodies import PERSON
from briefing.statements.looking.lexicon import Lexicon
from briefing.statements.looking.look import Look
from briefing.statements.speaking.guests import Asking, asking, guest_of, lets_speak, surnames
from briefing.text.tokens import tokens

_ASKING = ("?", "？", "؟")
_CLOSING = "\"'”’»“」』)）*_ "
_QUOTING = tuple('“„«"「')
_MANY = 3  # questions that make an interview by themselves
_SHARE = 0.3  # of the answers' paragraphs that say "I" or "we"
_LABEL = 4  # words of a name before an answer's colon


def answers(
    article: Article, heads: Sequence[Look], seen: Sequence[Look], lexicon: Lexicon
) -> dict[int, Speaker]:
    """Name the speaker of each sentence that answers: index → speaker; empty where nobody is interviewed.

    ``heads`` are the article's headings taken apart.
    """
    words = asking(lexicon.language.code)
    turns = _turns(article, heads, seen, words)
    if not turns:
        return {}
    first = min(block.span.start for block in turns)
    before = [look for look in (*heads, *seen) if look.sentence.span.start < first]
    guest = guest_of(before, seen, words)
    turns = _without_note(turns, seen, words)
    told: dict[int, Speaker] = {}
    last: Speaker | None = None
    block = None
    known = surnames(seen)
    names = {here: _labelled(article, here, known, lexicon) for here in turns}
    labels = len({who.name for who in names.values() if who is not None})
    for index, look in enumerate(seen):
        here = look.sentence.block
        if here in turns:
            if here != block:
                who = names[here]
                who = guest if who is not None and _is_guests(who, guest, labels) else who
                last = who or (last if turns[here] else None) or guest
            if last is not None and not _tells_of(look, last):
                told[index] = last
        block = here
    return told


def _labels(look: Look, end: int) -> bool:
    return end >= len(look.words) or ":" in look.between(end - 1)


def _tells_of(look: Look, guest: Speaker) -> bool:
    """Tell whether a sentence begins with its guest's name and tells of him: "Ann Lee, 58, was born in Lyon."."""
    named = [group for group in look.groups[:1] if group.first == 0 and not _labels(look, group.last)]
    surname = guest.name.rsplit(maxsplit=1)[-1].casefold()
    return not first_person(look) and any(look.words[g.last - 1].form.casefold() == surname for g in named)


def _turns(article: Article, heads: Sequence[Look], seen: Sequence[Look], words: Asking) -> dict[Block, bool]:
    """Find the blocks that answer; True where one goes on with the answer before it."""
    body = [b for b in article.blocks if b.kind in PROSE or b.kind in ("question", "heading", "label")]
    marked = next((at for at, block in enumerate(body) if block.kind == "answer"), None)
    asks = _asked(article, body)
    asked = frozenset(asks)
    if marked is None and not _is_interview(article, heads, seen, words, asked=[body[at] for at in asks]):
        return {}
    first = marked if marked is not None else asks[0] + 1
    found: dict[Block, bool] = {}
    for at in range(first, len(body)):
        if body[at].kind in PROSE and at not in asked:
            found[body[at]] = at - 1 not in asked and at > first
    return found


def _without_note(turns: dict[Block, bool], seen: Sequence[Look], words: Asking) -> dict[Block, bool]:
    """Leave out a last paragraph that tells how the interview was made: "The talk was shortened and edited"."""
    last = max(turns, key=lambda block: block.span.start)
    here = [look for look in seen if look.sentence.block == last]
    note = any(word.key in words.notes for look in here for word in look.words) and not any(
        map(first_person, here)
    )
    return {block: on for block, on in turns.items() if block != last or not on or not note}


def _asked(article: Article, body: Sequence[Block]) -> list[int]:
    """List the blocks that ask, and those under a label that asks elsewhere: "ZDF: The Americans say so."."""
    asks = [at for at, block in enumerate(body) if _asks(article, block)]
    labels = {_label(article, body[at]) for at in asks} - {""}
    return sorted(
        {*asks, *(at for at, block in enumerate(body) if labels and _label(article, block) in labels)}
    )


def _label(article: Article, block: Block) -> str:
    """Give the few words before a block's first colon."""
    label, colon, _ = article.text[block.span.start : block.span.end].partition(":")
    return label.strip() if colon and len(label.split()) <= _LABEL else ""


def _asks(article: Article, block: Block) -> bool:
    text = article.text[block.span.start : block.span.end]
    asked = block.kind == "question" or text.rstrip(_CLOSING).endswith(_ASKING)
    return asked and block.kind not in ("answer", "list_item") and not text.startswith(_QUOTING)


def _is_interview(
    article: Article, heads: Sequence[Look], seen: Sequence[Look], words: Asking, *, asked: Sequence[Block]
) -> bool:
    """Tell an interview without marks from an article that asks in passing, and from an explainer."""
    if not asked:
        return False
    start = asked[0].span.start
    questions = frozenset(asked)
    after = [
        look for look in seen if look.sentence.span.start > start and look.sentence.block not in questions
    ]
    paragraphs = {look.sentence.block for look in after}
    own = {look.sentence.block for look in after if first_person(look)}
    if not paragraphs or len(own) < _SHARE * len(paragraphs):
        return False
    start_named = any(lets_speak(look, group) for look in heads for group in look.groups)
    if start_named and len(asked) > 1:
        return True
    asks_you = [block for block in asked if _holds(article, block, words.you)]
    if len(asked) >= _MANY and 2 * len(asks_you) >= len(asked):
        return True
    head = [look for look in (*heads, *seen) if look.sentence.span.start <= start]
    credited = (block for block in article.blocks if block.kind == "byline" and block.span.start < start)
    words_of = (tokens(article.text, block.span.start, block.span.end) for block in credited)
    return any(words.called.find(found) for found in (*(look.words for look in head), *words_of))


def _holds(article: Article, block: Block, keys: frozenset[str]) -> bool:
    return any(word.key in keys for word in tokens(article.text, block.span.start, block.span.end))


def _labelled(article: Article, block: Block, known: Mapping[str, str], lexicon: Lexicon) -> Speaker | None:
    """Name who gives an answer; before one that the reader did not mark only an actor's name counts."""
    who = name_before(article, block, known, lexicon)
    return who if who is None or block.kind == "answer" or who.actor is not None else None


def _is_guests(label: Speaker, guest: Speaker | None, labels: int) -> bool:
    """Tell whether a label that is no actor's stands for the guest: the only one that answers, or the initials."""
    if guest is None or label.actor is not None:
        return False
    return labels == 1 or label.name == "".join(word[0] for word in guest.name.split())


def name_before(article: Article, block: Block, known: Mapping[str, str], lexicon: Lexicon) -> Speaker | None:
    """Read the name before a paragraph's first colon, every word of it capital; a mere "A:" names nobody."""
    end = article.text.find(":", block.span.start, block.span.end)
    words = tokens(article.text, block.span.start, end) if end >= 0 else ()
    letter = len(words) == 1 and words[0].key in lexicon.answer
    if letter or not 0 < len(words) <= _LABEL or lexicon.small(words[0]):
        return None  # "On Ukraine: …"
    if not all(word.capital for word in words):
        return None
    hits = lexicon.actor_hits(words)
    actor = hits[-1].label.split(PERSON)[0] if hits else known.get(words[-1].key)
    return Speaker(article.text[block.span.start : end].strip(), actor, "interview")


def first_person(look: Look) -> bool:
    """Tell whether a sentence says "we" or "I" outside of quotation marks."""
    for index in look.where("we"):
        form = look.words[index].form
        country = len(form) > 1 and form.isupper()  # "US" is not "us"
        if not country and not look.inside(index):
            return True
    return False
