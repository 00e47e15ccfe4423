"""Who said what: exact quotations of at least four words, each with its speaker."""

from collections.abc import Sequence

from briefing.model import Reading
from briefing.sections.extras import Extra
from briefing.sections.lines import Line


def quotes(reading: Reading, printable: Sequence[Line]) -> tuple[Extra, ...]:
    """Choose the block's entries, the first to stay longest."""
    return ()
