"""A theme that asks for contrast: its statements by the side that they take."""

from collections.abc import Sequence

from briefing.model import Item, Reading, Stance
from briefing.sections.lines import Line

Sides = tuple[tuple[str, tuple[str, ...]], ...]

_TITLES: dict[Stance, str] = {"for": "For", "conditions": "On conditions", "against": "Against"}
_LEAST = 2


def sides(found: Sequence[tuple[Line, Item]], reading: Reading) -> Sides | None:
    """Part a section's items by side: (side, ids); None where fewer than two sides are taken."""
    taken: dict[Stance, list[str]] = {side: [] for side in _TITLES}
    for line, item in found:
        side = stance(line, reading)
        if side is not None:
            taken[side].append(item.id)
    parted = tuple((_TITLES[side], tuple(ids)) for side, ids in taken.items() if ids)
    return parted if len(parted) >= _LEAST else None


def stance(line: Line, reading: Reading) -> Stance | None:
    """Give the side that a line takes; None where it takes none, or its sentences take two."""
    found = {reading.statements[member].stance for member in line.members} - {None}
    return found.pop() if len(found) == 1 else None


def balanced(kept: Sequence[Line], found: Sequence[Line], reading: Reading) -> tuple[Line, ...] | None:
    """Put the strongest statement for a matter and the strongest against it first; None where a side has none.

    ``kept`` is what a section holds, the first to stay longest; where it lacks a side that ``found`` has, its last
    statements make room. As many come back as were given, but two where there was one alone.
    """
    best = [_strongest(found, reading, of) for of in (("for",), ("against",))]
    best[0] = best[0] or _strongest(found, reading, ("conditions",))
    pair = [line for line in best if line is not None]
    if len(pair) < _LEAST:
        return None
    pair.sort(key=lambda line: (-line.value, line.first))
    pinned = {line.first for line in pair}
    return (*pair, *(line for line in kept if line.first not in pinned))[: max(len(kept), _LEAST)]


def _strongest(found: Sequence[Line], reading: Reading, of: tuple[Stance, ...]) -> Line | None:
    mine = [line for line in found if stance(line, reading) in of]
    return min(mine, key=lambda line: (-line.value, line.first), default=None)
