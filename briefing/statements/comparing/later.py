"""Which of two claims is the later one: by the days on which they were said, or by their own words."""

from datetime import datetime, timedelta

from briefing.statements.comparing import clashes
from briefing.statements.comparing.claims import Claim

_LATER = timedelta(hours=48)


def newer(one: Claim, other: Claim) -> int:
    """Tell which of two claims updates the other: 1 the first, -1 the second; by their days, or by their own words."""
    return later(one, other) or clashes.moved(one) - clashes.moved(other)


def later(one: Claim, other: Claim) -> int:
    """Tell which of two claims is later by more than 48 hours: 1 the first, -1 the second, 0 neither or unknown."""
    if not one.published or not other.published:
        return 0
    try:
        gap = _moment(one.published) - _moment(other.published)
    except ValueError:
        return 0
    return (gap > _LATER) - (gap < -_LATER)


def _moment(stamp: str) -> datetime:
    """Read a date or a date and time; what is without a zone is taken as it stands."""
    return datetime.fromisoformat(stamp).replace(tzinfo=None)
