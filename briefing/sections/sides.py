"""A theme that asks for contrast: its statements by the side that they take."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Item, Reading, Stance, Theme
from briefing.sections.lines import Line
from briefing.sections.matter import of_matter
from briefing.text.tokens import count_words

Sides = tuple[tuple[str, tuple[str, ...]], ...]

_TITLES: dict[Stance, str] = {"for": "For", "conditions": "On conditions", "against": "Against"}
_LEAST = 2
_BREVITY = 10  # words that weigh as much as a point of strength, where an edition has no room for them


def sided(theme: Theme, found: Sequence[Line], reading: Reading) -> list[Line]:
    """Give a theme's lines the sides that they take in its matter."""

    def told(line: Line) -> Stance | None:
        members = [reading.statements[member] for member in line.members]
        sides = {member.stance for member in members} - {None}
        voices = {tuple(speaker.name for speaker in member.speakers) for member in members}
        # What one opposes and another is open to, printed as one, stands on no side.
        return sides.pop() if len(sides) == 1 and len(voices - {()}) < _LEAST else None

    mine = of_matter(theme, found, reading, told)
    return [replace(line, side=told(line)) if line.first in mine else line for line in found]


def sides(found: Sequence[tuple[Line, Item]], reading: Reading) -> Sides | None:
    """Part a section's items by side: (side, ids); None where fewer than two sides are taken."""
    del reading  # a line knows its side
    taken: dict[Stance, list[str]] = {side: [] for side in _TITLES}
    for line, item in found:
        if line.side is not None:
            taken[line.side].append(item.id)
    parted = tuple((_TITLES[side], tuple(ids)) for side, ids in taken.items() if ids)
    return parted if len(parted) >= _LEAST else None


def balanced(
    kept: Sequence[Line], found: Sequence[Line], reading: Reading, *, short: bool = False
) -> tuple[Line, ...] | None:
    """Put the strongest statement for a matter and the strongest against it first; None where a side has none.

    ``kept`` is what a section holds, the first to stay longest; where it lacks a side that ``found`` has, its last
    statements make room. As many come back as were given, but two where there was one alone. In a ``short`` edition
    the weaker side speaks by the briefest of its strong statements, so that both find room.
    """
    yes, no = _strongest(found, reading, ("for",)), _strongest(found, reading, ("against",))
    yes = yes or _strongest(found, reading, ("conditions",))
    if yes is None or no is None:
        return None
    if short and yes.value < no.value:
        yes = _strongest(found, reading, ("for", "conditions"), brief=True) or yes
    elif short:
        no = _strongest(found, reading, ("against",), brief=True) or no
    pair = [yes, no]
    pair.sort(key=lambda line: (-line.value, line.first))
    mine = {line.first for line in pair}
    rest = sorted((line for line in kept if line.first not in mine), key=lambda line: not line.pinned)
    size = max(len(kept), _LEAST, len(pair) + sum(line.pinned for line in rest))
    return (*pair, *rest)[:size]


def _strongest(
    found: Sequence[Line], reading: Reading, of: tuple[Stance, ...], *, brief: bool = False
) -> Line | None:
    def worth(line: Line) -> float:
        size = sum(count_words(reading.statements[member].sentence.text) for member in line.members)
        return line.value - size / _BREVITY if brief else line.value

    mine = [line for line in found if line.side in of]
    return min(mine, key=lambda line: (-worth(line), line.first), default=None)
