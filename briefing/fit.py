"""A brief at its length: the fewest sentences give way that the measure asks for."""

from collections.abc import Callable

from briefing.model import Brief


def fit(after: Callable[[int], Brief], count: int, measure: Callable[[Brief], float], limit: float) -> Brief:
    """Give the fullest brief that measures at most ``limit``.

    ``after(n)`` is the brief once n of ``count`` sentences gave way; ``measure`` never grows with n. Where even the
    shortest brief is too long, that one is given: what never gives way is printed.
    """
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if measure(after(middle)) <= limit:
            high = middle
        else:
            low = middle + 1
    return after(low)


def printed_sentences(brief: Brief) -> int:
    """Count the items that a brief prints in its top lines, sections and summaries."""
    return (
        len(brief.top_lines)
        + sum(len(section.items) for section in brief.sections)
        + sum(len(source.summary) for source in brief.sources)
    )


def printed_words(brief: Brief) -> int:
    """Give the words that a brief prints."""
    return brief.words
