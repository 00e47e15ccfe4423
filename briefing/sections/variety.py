"""A section's statements ranked so that each adds something: strong ones first, near repetitions late.

Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), greedy: the next statement is the one whose value,
less what the chosen ones already say of it, is highest. Likeness is the cosine of tf-idf vectors, or that a comparison
found the two to tell the same.
"""

from collections.abc import Sequence

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.text.vectors import cosine, stems_of, vectors

_REPETITION = 3.0  # a full repetition costs as much as the highest score gives
_SAME = 0.9  # likeness of two that tell the same in other words
_POOL = 200  # beyond so many strongest candidates nothing is near the top of a section


def ranked(found: Sequence[Line], reading: Reading, size: int) -> tuple[Line, ...]:
    """Rank the ``size`` statements that tell most together, the strongest first; of equals the earlier."""
    pool = sorted(found, key=lambda line: (-line.value, line.first))[:_POOL]
    rows = vectors([_stems(line, reading) for line in pool])
    worth = {at: line.value for at, line in enumerate(pool)}
    likest = dict.fromkeys(worth, 0.0)
    told = _told(pool, reading)
    chosen: list[int] = []
    while worth and len(chosen) < size:
        best = max(worth, key=lambda at: (worth[at] - _REPETITION * likest[at], -at))
        chosen.append(best)
        del worth[best]
        for at in worth:
            same = _SAME if at in told.get(best, ()) else 0.0
            likest[at] = max(likest[at], same, cosine(rows[at], rows[best]))
    return tuple(pool[at] for at in chosen)


def _told(pool: Sequence[Line], reading: Reading) -> dict[int, set[int]]:
    """Find which lines tell the same, though not surely enough to print one of them for both: index → indices."""
    lines = {member: at for at, line in enumerate(pool) for member in (*line.members, *line.also)}
    told: dict[int, set[int]] = {}
    for pair in reading.pairs:
        if pair.kind == "same" and pair.a in lines and pair.b in lines:
            told.setdefault(lines[pair.a], set()).add(lines[pair.b])
            told.setdefault(lines[pair.b], set()).add(lines[pair.a])
    return told


def _stems(line: Line, reading: Reading) -> list[str]:
    return [stem for member in line.members for stem in stems_of(reading.statements[member].sentence)]
