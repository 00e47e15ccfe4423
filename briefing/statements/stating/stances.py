"""Which side of the matter a speaker takes: for it, for it on conditions, or against it; silent where nothing is sure.

A side is taken by a verb, noun or adjective whose subject is the speaker ("Poland opposes", "he is ready to"), by a
verdict ("is unacceptable") or by what should be done ("troops should be sent"). Negation turns it; two sides in one
sentence, a question, or an object that is a mere name ("supports Ukraine") leave it open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from briefing.languages import countries, load
from briefing.model import Speaker, Stance, Statement
from briefing.statements.stating.scene import Scene, scene, sides
from briefing.statements.stating.sided import denied
from briefing.text.phrases import Hit
from briefing.text.tokens import fold, tokens

_OBJECT = 4  # words behind a cue in which its object is named
_FEW = 12  # words between a cue and its condition
_BREAKS = frozenset(",;:—–")


def with_stances(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give the statements of one article their sides, where they take one; conditions must be known by now."""
    if not statements or not sides(statements[0].sentence.article.language).known:
        return tuple(statements)
    return tuple(
        replace(one, stance=side) if (side := _stance(one)) is not None else one for one in statements
    )


def _stance(statement: Statement) -> Stance | None:
    sentence = statement.sentence
    if not statement.speakers or sentence.text.rstrip("”\"' ").endswith("?"):
        return None
    words = tokens(sentence.article.text, sentence.span.start, sentence.span.end)
    hits = sides(sentence.article.language).find(words)
    if all(hit.label == "idle" for hit in hits):
        return None
    seen = scene(statement)
    found = tuple(_taken(seen, hits))
    taken = {side: hit for hit, side in found}
    if len(taken) != 1 or len(found) < len({s.cue for s in statement.speakers if not _tells(seen, s)}):
        return None  # two sides, or a speaker who takes none
    side, hit = next(iter(taken.items()))
    return "conditions" if _conditional(seen, hit, side) else side


def _tells(seen: Scene, speaker: Speaker) -> bool:
    """Tell whether a speaker only tells what his own party does: "Poland will not go, Donald Tusk said"."""
    if speaker.how == "according_to":
        return True
    sentence = seen.statement.sentence
    others = [one for one in seen.statement.speakers if one.cue != speaker.cue]
    if not others or any(one.actor is None or one.actor != speaker.actor for one in others):
        return False
    party = others[0].name
    if countries.find(party) is None or countries.find(speaker.name) is not None:
        return False
    says = speaker.cue is not None and fold(speaker.cue) in _sayings(sentence.article.language)
    return says and sentence.text.rfind(speaker.cue or "") > sentence.text.find(party)


@cache
def _sayings(code: str) -> frozenset[str]:
    """Give a language's verbs of saying."""
    return frozenset(map(fold, load(code).words("speech.say")))


def _taken(seen: Scene, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Stance]]:
    """Give each cue that takes a side, in order; a cue that another one governs ("refused to support") takes none."""
    governed = -1
    for hit, after in zip_longest(hits, hits[1:]):
        if hit.first <= governed:
            governed = max(governed, hit.last)
        elif hit.label != "idle" and after is not None and _undone(seen, hit, after):
            governed = after.last
        elif hit.label != "idle":
            negated = denied(seen, hit)
            side = None if negated is None or _beside(seen, hit) else _side(hit.label, negated=negated)
            governed = hit.last if negated is not None else governed
            if side is not None:
                yield hit, side


def _side(label: str, *, negated: bool) -> Stance | None:
    if label in ("shut", "verdict"):
        return None if negated else "against"
    return "against" if negated == (label != "against") else "for"


def _undone(seen: Scene, hit: Hit, after: Hit) -> bool:
    """Tell whether a refusal is refused ("refused to rule out"), or a name is all that is supported in the end."""
    next_to = after.first - hit.last
    if next_to not in (0, 1) or (next_to and not seen.has("to", hit.last)):
        return False
    return after.label in ("against", "shut") or _beside(seen, after)


def _beside(seen: Scene, hit: Hit) -> bool:
    """Tell whether a cue's object is no matter to be for or against: criticism, claims, or a mere name."""
    words, end = seen.words, hit.last
    if hit.label in ("verdict", "act"):
        return False
    for at in range(end, min(end + _OBJECT, len(words))):
        if set(seen.between(at - 1)) & _BREAKS:
            break
        if seen.has("beside", at):
            return True
    if end < len(words) and seen.has("by", end):
        return False  # "supported by Poland": not what is supported
    nouns = not seen.sides.verb_second  # where every noun is capital, a capital is no name
    first = end + (nouns and end < len(words) and seen.has("prepositions", end))  # "support for Ukraine"
    end = first
    while end < len(words) and words[end].form[0].isupper() and seen.between(end - 1) in (" ", "-"):
        end += 1
    return end > first and _ends_phrase(seen, end)


def _ends_phrase(seen: Scene, at: int) -> bool:
    """Tell whether the words before ``at`` are the whole object: what follows is no noun of theirs."""
    if at == len(seen.words) or seen.between(at - 1).strip(" ’'"):
        return True
    adverb = seen.words[at].form.endswith("ly")
    return adverb or seen.has("prepositions", at) or seen.has("and", at)


def _conditional(seen: Scene, hit: Hit, side: Stance) -> bool:
    """Tell whether a side is taken on a condition that the speaker sets.

    "Unless" and "without" make a refusal conditional, the other words a yes.
    """
    words, table = seen.words, seen.sides
    negated = side == "against" and hit.label != "against"
    for at in range(hit.last, min(hit.last + _FEW, len(words))):
        if _goes_on(seen, hit, at):
            return False
        if table.conditions.at(words, at):
            turned = seen.has("unless", at)
            if (side == "for" and not turned) or (negated and turned):
                return True
    stated = seen.statement.condition
    if side != "for" or stated is None:
        return False
    told = (at for at in range(hit.last, len(words)) if words[at].start < stated.start)
    return stated.end <= words[hit.first].start or not any(_goes_on(seen, hit, at) for at in told)


def _goes_on(seen: Scene, hit: Hit, at: int) -> bool:
    """Tell whether a sentence goes on to something else: to what is reported, or to another verb."""
    if seen.has("that", at) and at > hit.last:
        return True
    return seen.words[at].key in seen.sides.further and "," in seen.between(at - 1)
