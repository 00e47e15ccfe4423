"""Where the sources differ: pairs of whole sentences, and what they differ in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.languages import load
from briefing.model import Audience, Difference, Pair, Reading, Statement
from briefing.sections.edition import Edition
from briefing.sections.lines import Line
from briefing.sections.press import Press
from briefing.sections.standing import barred

MOST = 5
PAIR_ROOM = 300
"""Words of an edition for each pair that differs: a pair is about 60 words, so that themes keep four fifths."""
_WHYS = ("side", "denial", "number", "condition", "date", "scope")


def differing(reading: Reading, edition: Edition) -> tuple[Pair, ...]:
    """Choose the weightiest pairs that differ, each statement and each matter once."""
    if not edition.shows("differences"):
        return ()
    chosen: list[Pair] = []
    most = _most(edition.audience)
    for pair in sorted(_printable(reading, edition.barred), key=lambda pair: _rank(reading, pair)):
        if len(chosen) < most and not any(_repeats(pair, other) for other in chosen):
            chosen.append(pair)
    return tuple(chosen)


def differences(press: Press, pairs: Sequence[Pair]) -> tuple[Difference, ...]:
    """Print pairs that differ."""
    return tuple(
        Difference(pair.matter, pair.why or "", press.item(_line(pair.a)), press.item(_line(pair.b)))
        for pair in pairs
    )


def _most(audience: Audience) -> int:
    """How many pairs an edition has room for: its themes need the most of it.

    They give way only on a single page, and then all at once.
    """
    return MOST if audience.length.words is None else max(1, min(MOST, audience.length.words // PAIR_ROOM))


def _printable(reading: Reading, without: frozenset[int]) -> Iterator[Pair]:
    """Give the pairs of which both can be printed alone and, where there are themes, one belongs to a theme."""
    themed = any(placed.themes for placed in reading.placements)
    for pair in reading.pairs:
        ends = (pair.a, pair.b)
        if pair.kind != "differs" or not without.isdisjoint(ends):
            continue
        if any(_barred(reading.statements[end]) for end in ends):
            continue
        if not themed or any(reading.placements[end].themes for end in ends):
            yield pair


def _barred(statement: Statement) -> str | None:
    """Say why a statement cannot stand beside another; what only turns to something else ("Meanwhile, …") may."""
    asides = load(statement.sentence.article.language).words("compare.asides")
    turns = statement.leans is not None and statement.leans.casefold() in asides
    alone = replace(statement, leans=None) if turns and statement.speakers else statement
    return barred((alone,), (0,))


def _rank(reading: Reading, pair: Pair) -> tuple[float, int, int, int]:
    worth = sum(
        max((match.score for match in reading.placements[end].matches), default=0.0)
        for end in (pair.a, pair.b)
    )
    return -worth, _WHYS.index(pair.why or "scope"), pair.a, pair.b


def _repeats(pair: Pair, other: Pair) -> bool:
    """Tell whether a pair tells what another one told: a statement of it, or the same of the same matter."""
    if {pair.a, pair.b} & {other.a, other.b}:
        return True
    return pair.matter == other.matter and pair.why == other.why


def _line(index: int) -> Line:
    return Line((index,), None, 0.0)
