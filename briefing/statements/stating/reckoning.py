"""From a date as stated and the day of publication to a day, month or year of the calendar; None where in doubt."""

from datetime import date, timedelta
from typing import NamedTuple

from briefing.statements.stating.almanac import Tense

_FAR = 180  # days: a day without a year is within half a year of the publication, and clearly so
_NEAR = 45  # days: where no verb tells which way to look
_DAYS_AGO = 14  # beyond, people round


class Stated(NamedTuple):
    """Words ``first`` to ``last`` (half-open) state a date, of which these parts are known."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0: Monday."""
    offset: tuple[str, int] | None = None
    """(day, week, month, year …; how many of them from the publication on)."""


def resolve(one: Stated, published: date | None, seen: Tense | None) -> str | None:
    """Give a date as ISO 8601 to the precision that it states; None where its words and the tense leave a doubt."""
    if one.year is not None:
        return _written(one)
    if published is None:
        return None
    if one.offset is not None:
        return _offset(one.offset, published, seen)
    if one.month is not None and one.day is not None:
        return _day_of_year(one, published, seen)
    if one.month is not None:
        return _month_of_year(one.month, published, seen)
    return _weekday(one.weekday or 0, published, seen)


def ahead(one: Stated, seen: Tense | None) -> bool:
    """Tell whether a sentence looks forward to a date."""
    if one.offset is not None and one.offset[1]:
        return one.offset[1] > 0
    return seen == "future"


def _written(one: Stated) -> str | None:
    if one.month is None:
        return f"{one.year:04d}"
    made = _made(one.year or 0, one.month, one.day or 1)
    if made is None or (one.weekday is not None and made.weekday() != one.weekday):
        return None
    return made.isoformat() if one.day else made.isoformat()[:7]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _offset(offset: tuple[str, int], published: date, seen: Tense | None) -> str | None:
    unit, count = offset
    if unit == "day":
        # "Today Europe faces a choice" is no day; what was said or will be done today is.
        certain = abs(count) <= _DAYS_AGO and (count != 0 or seen in ("past", "future"))
        return (published + timedelta(days=count)).isoformat() if certain else None
    if abs(count) > 1:
        return None
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{published.year + count:04d}" if unit == "year" else None


def _day_of_year(one: Stated, published: date, seen: Tense | None) -> str | None:
    years = (published.year - 1, published.year, published.year + 1)
    days = [made for year in years if (made := _made(year, one.month or 0, one.day or 0))]
    if one.weekday is not None:
        days = [made for made in days if made.weekday() == one.weekday]
    bounds = {"past": (-_FAR, 0), "future": (0, _FAR)}.get(seen or "", (-_NEAR, _NEAR))
    days = [made for made in days if bounds[0] <= (made - published).days <= bounds[1]]
    return days[0].isoformat() if len(days) == 1 else None


def _month_of_year(month: int, published: date, seen: Tense | None) -> str | None:
    if month == published.month or seen not in ("past", "future"):
        return None
    if seen == "past":
        return f"{published.year - (month > published.month):04d}-{month:02d}"
    return f"{published.year + (month < published.month):04d}-{month:02d}"


def _weekday(weekday: int, published: date, seen: Tense | None) -> str | None:
    """Take the latest such day for what happened, the coming one for what will; today may be either's."""
    distance = (weekday - published.weekday()) % 7
    if seen == "past":
        return (published - timedelta(days=(7 - distance) % 7)).isoformat()
    if seen == "future" and distance:
        return (published + timedelta(days=distance)).isoformat()
    return None
