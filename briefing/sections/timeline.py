"""Timeline and ahead: dated statements, as stated; ordered where a date is certain."""

from collections.abc import Sequence

from briefing.model import Reading
from briefing.sections.extras import Extra
from briefing.sections.lines import Line


def timeline(reading: Reading, printable: Sequence[Line]) -> tuple[Extra, ...]:
    """Choose the block's entries, the first to stay longest."""
    return ()
