"""Calendar dates as texts write them: 18 February 2025, Feb. 18, 2025, 18.02.2025, 2025年2月18日, ISO 8601.

A date is certain or none: without a year, or where day and month could be swapped, there is no answer.
"""

import re
from datetime import date
from functools import cache

from briefing.languages import load

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?!\d)(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_EAST = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_LOOK = 300  # characters


@cache
def months(language: str) -> dict[str, int]:
    """Give the names of months, in English and in a language, folded, their numbers.

    An abbreviation belongs to the month with which it shares most letters.
    """
    numbers: dict[str, int] = {}
    for code in dict.fromkeys(("en", language)):
        names = [name.casefold() for name in load(code).words("dates.months")]
        full = names[:12]
        for name in names:
            shared = [_shared(name, whole) for whole in full]
            best = max(shared)
            if best >= min(3, len(name)) and shared.count(best) == 1:
                numbers[name] = shared.index(best) + 1
        numbers.update({name: index + 1 for index, name in enumerate(full)})
    return numbers


def _shared(a: str, b: str) -> int:
    """Count the letters that two words begin with alike."""
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


@cache
def _written(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(
        sorted((re.escape(name) for name in months(language)), key=lambda name: (-len(name), name))
    )
    day_first = rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s(?:de\s|of\s)?({names})\b\.?,?\s(?:de\s)?(\d{{4}})(?!\d)"
    month_first = rf"\b({names})\b\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})(?!\d)"
    return re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE)


def iso(text: str, language: str) -> str | None:
    """Give the first certain date of a line as ISO 8601, with the time of day only where the text has ISO 8601."""
    head = text[:_LOOK]
    stamp = _ISO.search(head)
    if stamp:
        day = _day(*(int(part) for part in stamp.groups()[:3]))
        zone = {"UTC": "Z", None: ""}.get(stamp.group(5), stamp.group(5) or "")
        return f"{day}T{stamp.group(4)}{zone}" if day and stamp.group(4) else day
    return _east(head) or _in_words(head, language) or _in_figures(head)


def _east(head: str) -> str | None:
    match = _EAST.search(head)
    return _day(*(int(part) for part in match.groups())) if match else None


def _in_words(head: str, language: str) -> str | None:
    day_first, month_first = _written(language)
    match = day_first.search(head)
    if match:
        return _day(int(match.group(3)), months(language)[match.group(2).casefold()], int(match.group(1)))
    match = month_first.search(head)
    if match:
        return _day(int(match.group(3)), months(language)[match.group(1).casefold()], int(match.group(2)))
    return None


def _in_figures(head: str) -> str | None:
    match = _YEAR_FIRST.search(head)
    if match:
        return _day(*(int(part) for part in match.groups()))
    match = _DOTTED.search(head)
    if match is None:
        return None
    first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    if match.group(2) == "/" and first <= 12 and second <= 12 and first != second:
        return None
    return _day(year, second, first) if second <= 12 else _day(year, first, second)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
