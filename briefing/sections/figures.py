"""Figures: numbers with their unit, and the sentence that states each."""

from collections.abc import Sequence

from briefing.model import Reading
from briefing.sections.extras import Extra
from briefing.sections.lines import Line


def figures(reading: Reading, printable: Sequence[Line]) -> tuple[Extra, ...]:
    """Choose the block's entries, the first to stay longest."""
    return ()
