"""The order of a section as an editor wants it: statements at their places, stories in one piece.

A statement of a story moves within the story where its place lies there; elsewhere the story moves as a whole, so that
the statement comes as near to its place as that allows. The columns of sides follow the order of their section.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.sections.hand import Held
from briefing.sections.lines import Line

Group = Sequence[Line]


def moved(groups: Sequence[Group], moves: Sequence[Held]) -> list[list[Line]]:
    """Put each moved statement at its place (from 1); of two with one place the later entry comes first.

    ``groups``: the lines that stay together, in the order of reading.
    """
    if not moves:
        return [list(group) for group in groups]
    wanted = dict(_wanted(groups, moves))
    starts = [0, *accumulate(map(len, groups))]
    far = {
        at: place - rank for (at, rank), place in wanted.items() if not starts[at] <= place < starts[at + 1]
    }
    found = [(at, group) for at, group in enumerate(groups) if at not in far]
    for at, start in sorted(far.items(), key=lambda one: one[1]):
        found.insert(_nearest([len(group) for _, group in found], start), (at, groups[at]))
    arranged, start = [], 0
    for at, group in found:
        ranks = {rank: place - start for (mine, rank), place in wanted.items() if mine == at}
        arranged.append(_within(group, ranks))
        start += len(group)
    return arranged


def _wanted(groups: Sequence[Group], moves: Sequence[Held]) -> Iterator[tuple[tuple[int, int], int]]:
    """Give (group, rank in it) → place from 0 of what moves; of two entries for one statement the later one counts."""
    for move in moves:
        for at, group in enumerate(groups):
            for rank, line in enumerate(group):
                if holds(line, move):
                    yield (at, rank), (move.edit.place or 1) - 1


def _nearest(sizes: Sequence[int], start: int) -> int:
    """Give the number of the groups before a place."""
    bounds = [0, *accumulate(sizes)]
    return min(range(len(bounds)), key=lambda at: (abs(bounds[at] - start), at))


def _within(group: Group, ranks: dict[int, int]) -> list[Line]:
    lines = [line for rank, line in enumerate(group) if rank not in ranks]
    for rank, place in sorted(ranks.items(), key=lambda one: one[1]):
        lines.insert(min(max(place, 0), len(lines)), group[rank])
    return lines


def holds(line: Line, held: Held) -> bool:
    """Tell whether a line prints what an entry holds."""
    return set(held.members) <= set(line.members)
