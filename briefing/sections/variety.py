"""A section's statements ranked so that each adds something: strong and telling ones first, near repetitions late.

Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), greedy: the next statement is the one whose worth,
less what the chosen ones already say of it, is highest. Likeness is the cosine of tf-idf vectors. So every shorter
section is the beginning of the longer one. Exchanges in the set of the final size told no more of what careful readers
want, and broke that.
"""

from collections.abc import Iterator, Sequence

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.text.vectors import cosine, stems_of, vectors

_REPETITION = 3.0  # a full repetition costs as much as the highest score gives
_POOL = 200  # beyond so many strongest candidates nothing is near the top of a section
# What each sign of a concrete statement counts beside the theme's score: a condition, a figure, a side that is taken,
# another source that tells it or tells it otherwise. Of 402 labelled statements careful readers want 74 of 100 in a
# short section that have a sign, and 43 that have none. In sections of two to eight of nine labelled stories what they
# want most rose from .870 to .898 of what could be had, in English and in German; from .3 to .7 it is flat.
_SIGN = 0.5


def ranked(
    found: Sequence[Line], reading: Reading, size: int, *, bounded: bool = False, lead: Line | None = None
) -> tuple[Line, ...]:
    """Rank the ``size`` statements that tell most together, the strongest (or ``lead``) first; of equals the earlier.

    What is pinned comes before all that is not, and nothing takes its place.
    In a ``bounded`` edition what tells the same as a chosen one stays out, sure enough to merge the two or not.
    """
    pool = sorted(found, key=lambda line: (line is not lead, not line.pinned, -line.value, line.first))[
        :_POOL
    ]
    rows = vectors([_stems(line, reading) for line in pool])
    elsewhere = _elsewhere(pool, reading)
    worth = {at: line.value + _SIGN * sum(_signs(line, reading, elsewhere)) for at, line in enumerate(pool)}
    likest = dict.fromkeys(worth, 0.0)
    told = _told(pool, reading) if bounded else {}
    chosen: list[int] = []
    while worth and len(chosen) < size:
        best = max(worth, key=lambda at: (pool[at].pinned, worth[at] - _REPETITION * likest[at], -at))
        best = 0 if lead and not chosen else best
        chosen.append(best)
        for at in (best, *told.get(best, ())):
            if at == best or not pool[at].pinned:
                worth.pop(at, None)
        for at in worth:
            likest[at] = max(likest[at], cosine(rows[at], rows[best]))
    return tuple(pool[at] for at in chosen)


def repeats(found: Sequence[Line], kept: Sequence[Line], reading: Reading) -> frozenset[int]:
    """Give the lines, by their first statements, that tell the same as one that is kept."""
    told = _told(found, reading)
    mine = {line.first for line in kept}
    same = (at for index, line in enumerate(found) if line.first in mine for at in told.get(index, ()))
    return frozenset(found[at].first for at in same) - mine


def _signs(line: Line, reading: Reading, elsewhere: frozenset[int]) -> Iterator[bool]:
    """Tell which signs of a concrete statement a line has."""
    said = [reading.statements[member] for member in line.members]
    yield any(statement.condition is not None for statement in said)
    yield any(statement.numbers for statement in said)
    yield any(statement.stance is not None for statement in said)
    yield bool(line.also) or not elsewhere.isdisjoint(line.members)


def _elsewhere(pool: Sequence[Line], reading: Reading) -> frozenset[int]:
    """Find the statements of the lines that a source of another origin tells too, or otherwise."""
    members = {member for line in pool for member in line.members}
    return frozenset(
        end
        for pair in reading.pairs
        if pair.kind != "updates" and (pair.a in members or pair.b in members)
        if _origin(reading, pair.a) != _origin(reading, pair.b)
        for end in (pair.a, pair.b)
    )


def _origin(reading: Reading, statement: int) -> str:
    article = reading.statements[statement].sentence.article.id
    return reading.origins.get(article, article)


def _told(pool: Sequence[Line], reading: Reading) -> dict[int, set[int]]:
    """Find which lines tell the same, though not surely enough to print one of them for both: index → indices."""
    lines = {member: at for at, line in enumerate(pool) for member in line.members}
    told: dict[int, set[int]] = {}
    for pair in reading.pairs:
        if pair.kind == "same" and pair.a in lines and pair.b in lines:
            told.setdefault(lines[pair.a], set()).add(lines[pair.b])
            told.setdefault(lines[pair.b], set()).add(lines[pair.a])
    return told


def _stems(line: Line, reading: Reading) -> list[str]:
    return [stem for member in line.members for stem in stems_of(reading.statements[member].sentence)]
