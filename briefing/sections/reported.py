"""Who reports on what: how many statements each source has on each theme, printed or not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Section
from briefing.sections.press import Press


def counted_by_source(press: Press, sections: Sequence[Section], gone: frozenset[int]) -> tuple[Section, ...]:
    """Write into each section its sources' statements; ``gone``: those that an editor dropped.

    Every source has its number by then: this prints nothing, so it must not be what numbers them.
    """
    counts = {section.key: Counter[str]() for section in sections}
    reading = press.reading
    for index, (statement, placement) in enumerate(zip(reading.statements, reading.placements, strict=True)):
        for key in placement.themes:
            if key in counts and index not in gone:
                counts[key][statement.sentence.article.id] += 1
    return tuple(
        replace(
            one,
            reported=tuple(sorted((press.numbers[article], n) for article, n in counts[one.key].items())),
        )
        for one in sections
    )
