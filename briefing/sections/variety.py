"""A section's statements ranked so that each adds something: strong ones first, near repetitions late.

Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), greedy: the next statement is the one whose value,
less what the chosen ones already say of it, is highest. Likeness is the cosine of tf-idf vectors.
"""

from collections.abc import Sequence

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.text.vectors import cosine, stems_of, vectors

_REPETITION = 3.0  # a full repetition costs as much as the highest score gives
_POOL = 200  # beyond so many strongest candidates nothing is near the top of a section


def ranked(found: Sequence[Line], reading: Reading, size: int) -> tuple[Line, ...]:
    """Rank the ``size`` statements that tell most together, the strongest first; of equals the earlier."""
    pool = sorted(found, key=lambda line: (-line.value, line.first))[:_POOL]
    rows = vectors([_stems(line, reading) for line in pool])
    worth = {at: line.value for at, line in enumerate(pool)}
    likest = dict.fromkeys(worth, 0.0)
    chosen: list[int] = []
    while worth and len(chosen) < size:
        best = max(worth, key=lambda at: (worth[at] - _REPETITION * likest[at], -at))
        chosen.append(best)
        del worth[best]
        for at in worth:
            likest[at] = max(likest[at], cosine(rows[at], rows[best]))
    return tuple(pool[at] for at in chosen)


def _stems(line: Line, reading: Reading) -> list[str]:
    return [stem for member in line.members for stem in stems_of(reading.statements[member].sentence)]
