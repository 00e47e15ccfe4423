"""The blocks that give way first: who said what, timeline, figures. Each entry marks words in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model import Span, Statement
from briefing.sections.lines import Line

BlockName = Literal["figures", "timeline", "quotes"]


@dataclass(frozen=True, slots=True)
class Extra:
    """A sentence in one of these blocks."""

    block: BlockName
    line: Line
    span: Span
    """The figure, the date or the quoted words: a place in the article."""
    note: str | None = None
    """A figure's unit, or a date as resolved."""
    ahead: bool = False
    """Whether the sentence looks forward to its date."""


def owned(statement: Statement, line: Sequence[Statement]) -> bool:
    """Tell whether what a statement of a line says is the line's speakers', as it would be printed."""
    voices = {speaker.name for one in line for speaker in one.speakers}
    return len(line) == 1 or {speaker.name for speaker in statement.speakers} == voices


def of(extras: Sequence[Extra], block: BlockName) -> tuple[Extra, ...]:
    """Give a block's entries in their order."""
    return tuple(extra for extra in extras if extra.block == block)
