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
    """Count the sentences that a brief prints, each as often as it is printed."""
    return sum(1 for _ in brief.items())


def printed_words(brief: Brief) -> int:
    """Give the words that a brief prints."""
    return brief.words
