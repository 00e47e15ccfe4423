"""Who reports on what: how many statements each article has on each theme, printed or not."""

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Reading


def reported(
    reading: Reading, themes: Sequence[str], gone: frozenset[int] = frozenset()
) -> Mapping[str, Mapping[str, int]]:
    """Count statements by theme and article; ``gone``: those that an editor dropped."""
    counts = {key: Counter[str]() for key in themes}
    for index, (statement, placement) in enumerate(zip(reading.statements, reading.placements, strict=True)):
        for key in placement.themes:
            if key in counts and index not in gone:
                counts[key][statement.sentence.article.id] += 1
    return counts
