"""The only file that speaks to Babel: dates, numbers and plurals as a language writes them (Unicode CLDR).

Babel is imported when a page is laid out: with a language's data it takes some 35 ms of processor time.
"""

import os
import re
from contextlib import suppress
from datetime import date, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

KEPT = 1024
"""Numbers and days that are written once: a length is fitted by laying the page out again and again."""
LONGEST = 80
"""Characters of a date."""
LARGEST = 10**15
"""A number from here on stays as Python writes it: Babel computes with 28 digits. No page counts that far."""
_DAY = re.compile(r"(?<![d'])d(?![d'])")
"""A pattern's day of the month without a leading zero."""


@cache
def _locale(code: str) -> "Locale":
    """Find a language's data: those of ``de-AT``, else of ``de``, else English ones."""
    _imported()
    from babel import Locale, UnknownLocaleError

    for name in (code, code.partition("-")[0]):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(name, sep="-")
    return Locale("en")


def _imported() -> None:
    """Import Babel, which asks for the machine's time zone then and fails where TZ names a file that holds none."""
    try:
        import babel.dates
    except (AssertionError, OSError, ValueError):
        kept = os.environ.pop("TZ", None)
        try:
            import babel.dates  # noqa: F401
        finally:
            os.environ |= {"TZ": kept} if kept else {}


@lru_cache(maxsize=KEPT)
def category(number: float, code: str) -> str:
    """Give the plural category of a number, such as ``one``, ``few`` or ``other``."""
    return _locale(code).plural_form(number)


def categories(code: str) -> frozenset[str]:
    """Name the plural categories that a language has."""
    return _locale(code).plural_form.tags | {"other"}


@lru_cache(maxsize=KEPT)
def number(value: float, code: str) -> str:
    """Write a number with the language's separators and the digits 0 to 9, which Arabic newsrooms print too."""
    if abs(value) >= LARGEST:
        return f"{value}"
    locale = _locale(code)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)


@lru_cache(maxsize=KEPT)
def day(value: date, pattern: str, code: str, *, first: str = "") -> str:
    """Write a date by a pattern of CLDR; ``first`` stands for the first day of a month (French: 1er)."""
    locale = _locale(code)
    from babel.dates import format_date

    if first and value.day == 1:
        pattern = _DAY.sub(f"'{first}'", pattern)
    return format_date(value, pattern, locale=locale)


def hour(value: time, pattern: str, code: str) -> str:
    """Write a time of day by a pattern of CLDR."""
    locale = _locale(code)
    from babel.dates import format_time

    return format_time(value, pattern, locale=locale)


def fits(pattern: str, *, clock: bool = False) -> bool:
    """Tell whether a pattern of CLDR writes a date, or a time of day."""
    with suppress(
        ValueError, LookupError, AttributeError
    ):  # what Babel raises for a field that is none or not there
        said = hour(time(8, 5), pattern, "en") if clock else day(date(2025, 2, 19), pattern, "en")
        return 0 < len(said) <= LONGEST
    return False


def known(code: str) -> bool:
    """Tell whether there is anything to know of a language."""
    return _locale(code).language == code.partition("-")[0].lower()


@cache
def right_to_left(code: str) -> bool:
    """Tell whether a language is written from the right."""
    return _locale(code).text_direction == "rtl"
