"""How a value is named to people, and what they may have meant instead."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date, time

_LONGEST = 60
_ALMOST = 0.6


def named(value: object) -> str:
    """Show a value as it stands in a TOML file, cut where it is long.

    >>> named("speakr"), named(True), named([1]), named(3)
    ("'speakr'", 'true', 'a list', '3')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…")
    if isinstance(value, int | float):
        return str(value) if isinstance(value, float) or abs(value) < 10**_LONGEST else "a very large number"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    return "a date or time" if isinstance(value, date | time) else "this"


def listed(allowed: Iterable[str]) -> str:
    """Join what is allowed; an empty list says so."""
    return ", ".join(allowed) or "nothing yet"


def suggest(value: str, allowed: Iterable[str], *, also: Mapping[str, str] | None = None) -> str | None:
    """Ask "did you mean …?" for the closest allowed value; None where nothing is close.

    ``also`` names other words for an allowed value: ``{"md": "markdown"}``.
    """
    known = {_plain(word): word for word in allowed} | {_plain(k): v for k, v in (also or {}).items()}
    typed = _plain(value[:_LONGEST])
    turned = [
        word for word in known if sorted(word) == sorted(typed)
    ]  # letters in another order: the commonest slip
    close = turned or difflib.get_close_matches(typed, known, n=1, cutoff=_ALMOST)
    return f"did you mean '{known[close[0]]}'?" if close else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
