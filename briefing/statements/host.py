"""Whose text it is: who answers in an interview, and who issues a press release.

There a sentence without a speaker of its own is the host's. Where an interview does not mark its answers, they are what
is said in the first person after the first question. In any other text nobody is guessed.
"""

from collections.abc import Mapping, Sequence

from briefing.model import Article, Block, Speaker
from briefing.statements.lexicon import PERSON, Lexicon
from briefing.statements.look import Group, Look
from briefing.text.tokens import tokens

_HEAD = 6  # blocks at the top among which a release says that it is one


def hosts(article: Article, seen: Sequence[Look], lexicon: Lexicon) -> Mapping[int, Speaker]:
    """Name the speaker of each sentence that is its host's: index → speaker; empty in most articles."""
    answers = {block for block in article.blocks if block.kind == "answer"}
    if answers:
        return _answers(article, seen, lexicon, answers=answers)
    issuer = _issuer(article, seen, lexicon)
    if issuer is not None:
        return dict.fromkeys(range(len(seen)), issuer)
    guest = _conversed(article, seen, lexicon)
    first = next((index for index, look in enumerate(seen) if _asks(look)), len(seen))
    own = (index for index in range(first, len(seen)) if _first_person(seen[index]) and not _asks(seen[index]))
    return dict.fromkeys(own, guest) if guest is not None else {}


def _conversed(article: Article, seen: Sequence[Look], lexicon: Lexicon) -> Speaker | None:
    """Name with whom an article without marked answers is a conversation: its head says so, and names the person."""
    title = next((block.span for block in article.blocks if block.kind == "title"), None)
    words = tokens(article.text, title.start, title.end) if title else []
    said = next((index for index, word in enumerate(words) if lexicon.has("interview", word)), None)
    if said is None:
        return None
    named = [(look, group) for look in seen for group in look.groups if group.last - group.first > 1]
    known = {look.words[group.last - 1].key: _speaker(look, group) for look, group in reversed(named)}
    people = {hit.last - 1: hit.label.partition(PERSON) for hit in lexicon.actor_hits(words) if PERSON in hit.label}
    for index in (*range(said, len(words)), *range(said)):  # "A talk with X" before "X talks to us"
        if index in people:
            return Speaker(people[index][2], people[index][0], "interview")
        if words[index].key in known and words[index].capital:
            return known[words[index].key]
    return None


def _asks(look: Look) -> bool:
    return look.sentence.text.rstrip("”»\" ").endswith(("?", "？"))


def _answers(
    article: Article, seen: Sequence[Look], lexicon: Lexicon, *, answers: set[Block]
) -> Mapping[int, Speaker]:
    first = min(block.span.start for block in answers)
    before = [look for look in seen if look.sentence.span.start < first]
    guest = _guest(before)
    told: dict[int, Speaker] = {}
    for index, look in enumerate(seen):
        block = look.sentence.block
        if block in answers:
            who = _labelled(article, block, lexicon) or guest
            if who is not None:
                told[index] = who
    return told


def _guest(before: Sequence[Look]) -> Speaker | None:
    """Take the first person whom the introduction names in full."""
    for look in before:
        for group in look.groups:
            if group.last - group.first > 1 and (group.person or group.actor is None):
                return _speaker(look, group)
    return None


def _speaker(look: Look, group: Group) -> Speaker:
    return Speaker(look.text(group.first, group.last), group.actor, "interview")


def _labelled(article: Article, block: Block, lexicon: Lexicon) -> Speaker | None:
    """Read the name before an answer's colon; a mere "A:" names nobody."""
    label, colon, _ = article.text[block.span.start : block.span.end].partition(":")
    words = tokens(label)
    if not colon or not 0 < len(words) <= 3 or any(word.key in lexicon.answer for word in words):
        return None
    hits = lexicon.actor_hits(words)
    actor = hits[0].label.split(PERSON)[0] if hits else None
    return Speaker(label.strip(), actor, "interview")


def _issuer(article: Article, seen: Sequence[Look], lexicon: Lexicon) -> Speaker | None:
    """Name the first actor above the text of a release, else the first in it."""
    head = "\n".join(article.text[block.span.start : block.span.end] for block in article.blocks[:_HEAD])
    if not lexicon.release.find(tokens(head)):
        return None
    start = seen[0].sentence.span.start
    words = tokens(article.text, 0, start)
    hits = [hit for hit in lexicon.actor_hits(words) if PERSON not in hit.label]
    if hits:
        first = hits[0]
        name = article.text[words[first.first].start : words[first.last - 1].end]
        return Speaker(name, first.label, "issuer")
    named = [(look, group) for look in seen[:1] for group in look.groups if group.actor is not None]
    if not named:
        return None
    look, group = named[0]
    return Speaker(look.text(group.first, group.last), group.actor, "issuer")


def _first_person(look: Look) -> bool:
    for index, word in enumerate(look.words):
        country = len(word.form) > 1 and word.form.isupper()  # "US" is not "us"
        if look.lexicon.has("we", word) and not country and not look.inside(index):
            return True
    return False
