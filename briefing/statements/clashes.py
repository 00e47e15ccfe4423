"""What two claims about one matter may differ in: a number, a date, a condition, a denial."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from math import log10

from briefing.languages import load
from briefing.model import Number, Span
from briefing.statements.claims import YEARS, Claim
from briefing.text.tokens import fold, tokens

_ABOUT = 0.1  # "about 100" and 91 are no contradiction


def numbers(one: Claim, other: Claim) -> tuple[bool, bool]:
    """Tell whether two claims share a figure that says something, and whether their figures of a unit all differ."""
    agree, clash = False, False
    units = {number.unit for number in one.numbers} & {number.unit for number in other.numbers} - {None}
    for unit in units:
        pairs = list(product(_of(one.numbers, unit), _of(other.numbers, unit)))
        if any(_compatible(a, b) for a, b in pairs):
            agree = agree or any(a.value == b.value for a, b in pairs)
        else:
            clash = True
    plain = {value for value in one.values & other.values if value not in YEARS and value > 1}
    return agree or bool(plain), clash


def _of(found: Iterable[Number], unit: str | None) -> list[Number]:
    return [number for number in found if number.unit == unit]


def _compatible(one: Number, other: Number) -> bool:
    """Tell whether two figures can be of one thing: equal, rounded, or within a bound."""
    low, high = sorted((one, other), key=lambda number: number.value)
    if low.bound == "least" or high.bound == "most":
        return True
    gap = high.value - low.value
    if "about" in (one.bound, other.bound) and gap <= _ABOUT * high.value:
        return True
    return (
        gap == 0
        or gap < _step(low.value) / 2
        or gap < _step(high.value) / 2
        and _step(high.value) > _step(low.value)
    )


def _step(value: float) -> float:
    """Give the size of the last figure that a number states: 1,200 is known to 100, 2.75 to 0.01."""
    figures = f"{value:.10g}"
    if "." in figures:
        return float(10 ** -len(figures.partition(".")[2]))
    zeros = len(figures) - len(figures.rstrip("0"))
    return 10.0**zeros if value and log10(abs(value)) >= zeros + 1 else 1.0


def bears(claim: Claim, span: Span | None, other: Claim) -> bool:
    """Tell whether a condition or a denial touches what a claim shares with another, not some other clause of it."""
    if span is None:
        return False
    shared = claim.terms.content & other.terms.content
    return 2 * len(shared & claim.around(span)) >= len(shared)


def dates(one: Claim, other: Claim) -> bool:
    """Tell whether two claims state dates of one kind that all differ."""
    for a, b in product(one.dates, other.dates):
        if a == b or (a[1] and b[1] and (a[1].startswith(b[1]) or b[1].startswith(a[1]))):
            return False
    ours = [(_kind(text, one.language), text, known) for text, known in one.dates]
    theirs = [(_kind(text, other.language), text, known) for text, known in other.dates]
    pairs = [(a, b) for a, b in product(ours, theirs) if a[0] and a[0] == b[0]]
    return bool(pairs) and len(pairs) == len(ours) * len(theirs)


def _kind(stated: str, language: str) -> str:
    """Tell what names a date: a weekday, a month with its day, a year."""
    months, weekdays = _calendar(language)
    keys = [token.key for token in tokens(stated)]
    day = any(key.isdigit() and len(key) <= 2 for key in keys)
    if any(key in weekdays for key in keys):
        return "weekday"
    if any(key in months for key in keys):
        return "day" if day else "month"
    return "year" if any(key.isdigit() and len(key) == 4 for key in keys) else ""


@cache
def _calendar(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = load(language)
    months, weekdays = (frozenset(map(fold, known.words(f"dates.{name}"))) for name in ("months", "weekdays"))
    return months, weekdays
