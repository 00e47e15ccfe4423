"""Dates in a sentence, as stated, and what they mean where that is certain.

A date is resolved only where its own words or the day of publication make it certain. What is quoted was said on a day
that nobody states, so that its "yesterday" stays as it is.
"""

from collections.abc import Sequence
from datetime import date

from briefing.model import Span, When
from briefing.statements.stating import reckoning
from briefing.statements.stating.almanac import Tense, almanac
from briefing.statements.stating.reckoning import Stated
from briefing.statements.stating.stated import View, stated
from briefing.statements.stating.tense import tense
from briefing.text.tokens import Token


def whens(
    text: str, found: Sequence[Token], language: str, told: tuple[date | None, Sequence[Span]]
) -> tuple[When, ...]:
    """Give the dates among a sentence's words, in order; ``told``: the article's own date, and the quoted spans."""
    known = almanac(language)
    if known is None:
        return ()
    view = View(text, found, known, *told)
    dates = list(stated(view))
    return tuple(_when(view, one, dates) for one in dates)


def _when(at: View, one: Stated, others: Sequence[Stated]) -> When:
    first, seasonal = _extended(at, one)
    seen = tense(at.text, at.found, (first, one.last), at.known)
    span = Span(at.found[first].start, at.found[one.last - 1].end)
    quoted = any(quote.start <= span.start < quote.end for quote in at.quotes)
    # "Last Friday" is of this week to some, of the week before to others.
    moved = one.offset is None and any(at.known.has_step(at.key(i)) for i in range(first, one.first))
    # Among dates of another year a bare "Friday" may be a Friday of that year.
    lone = all(other.year in (None, at.published and at.published.year) or other is one for other in others)
    told = at.published if lone and not quoted and not moved and not _owned(at, one) else None
    resolved = None if seasonal else reckoning.resolve(one, told, seen)
    return When(span, resolved, ahead=_ahead(at, one, seen, (first, resolved)))


def _ahead(at: View, one: Stated, seen: Tense | None, read: tuple[int, str | None]) -> bool:
    """Tell whether a date lies ahead: by its reading, by "until" and "by", by its verb."""
    first, resolved = read
    if resolved and at.published and resolved != at.published.isoformat()[: len(resolved)]:
        return resolved > at.published.isoformat()
    bound = at.known.has("bounds_ahead", at.key(first)) and seen != "past"
    return bound or reckoning.ahead(one, seen)


def _extended(at: View, one: Stated) -> tuple[int, bool]:
    """Take in what narrows or bounds a date (late, end of, since, by); tell whether that is a season."""
    first, seasonal = one.first, False
    hit = at.known.portions.before(at.found, first)
    if hit and not at.gap(first - 1).strip("- "):
        first = hit[1]
        seasonal = any(at.known.periods.get(at.key(i)) == "season" for i in range(first, one.first))
    while first and not at.gap(first - 1).strip() and _leads(at, one, first - 1):
        first -= 1
    return first, seasonal


def _leads(at: View, one: Stated, index: int) -> bool:
    """Tell whether a word before a date belongs to it: since, by; last, next."""
    return at.known.has("leads", at.key(index)) or (one.offset is None and at.known.has_step(at.key(index)))


def _owned(at: View, one: Stated) -> bool:
    """Tell whether a weekday only names something: Tuesday's meeting."""
    return at.text[at.found[one.last - 1].end : at.found[one.last - 1].end + 2] in ("'s", "’s")
