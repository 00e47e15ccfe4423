"""Quantities in a sentence: value, unit, and whether it is a bound; no years, times, names or numbers of laws.

A range ("3,000 to 5,000 soldiers") is two numbers with one place: its lower end ``least``, its upper end ``most``.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Bound, Number, Span
from briefing.statements.stating.amounts import Amount, amount, between
from briefing.statements.stating.grammar import Grammar, grammar
from briefing.statements.stating.quantities import quantity
from briefing.statements.stating.units import Counted, counted
from briefing.text.tokens import Token

_RANGE = re.compile(r"\s?[-–—\u2011]\s?")


def numbers(
    text: str, found: Sequence[Token], language: str, *, taken: Sequence[Span] = ()
) -> tuple[Number, ...]:
    """Give the quantities among a sentence's words, in order; ``taken``: places of dates, whose figures are none."""
    known = grammar(language)
    if known is None:
        return ()
    made: list[Number] = []
    past = 0
    starts = known.starts
    for index, token in enumerate(found):
        key = token.key
        if key not in starts and not "0" <= key[0] <= "9":
            continue  # nearly every word
        if index < past or _inside(token, taken):
            continue
        read = amount(text, found, index, known)
        if read is None:
            continue
        whole = list(_range(text, found, read, known))
        past = whole[-1].last
        if not _score(whole):
            made += _numbers(text, found, whole, known)
    return tuple(made)


def _may_begin(token: Token, known: Grammar) -> bool:
    return token.key in known.starts or "0" <= token.key[0] <= "9"


def _inside(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _range(text: str, found: Sequence[Token], low: Amount, known: Grammar) -> Iterator[Amount]:
    """Give a number, and the upper end where it begins a range; the lower end takes the upper one's million."""
    high = _upper(text, found, low, known)
    if high is None:
        yield low
        return
    if high.scaled and not low.scaled and low.value < 1000:
        plain = amount(text, found[high.first : high.first + 1], 0, known)
        low = low._replace(value=low.value * (high.value / plain.value if plain else 1), scaled=True)
    yield low
    if high.value > low.value or _RANGE.fullmatch(between(text, found, low.last - 1)):
        yield high


def _score(whole: list[Amount]) -> bool:
    """Tell a result from a range: 3-1."""
    return len(whole) > 1 and whole[1].value <= whole[0].value


def _upper(text: str, found: Sequence[Token], low: Amount, known: Grammar) -> Amount | None:
    at = low.last
    if at >= len(found):
        return None
    link = between(text, found, at - 1)
    start = found[low.first - 1].key if low.first else ""
    if low.value == 0:
        return None
    if _RANGE.fullmatch(link):
        return amount(text, found, at, known) if _may_begin(found[at], known) else None
    if link.strip():
        return None
    money = known.has("to", found[at].key) or (
        known.has("and", found[at].key) and known.has("between", start)
    )
    if (
        money
        and at + 1 < len(found)
        and not known.has("from", start)
        and found[at + 1].key not in known.sets["one"]
    ):
        return amount(text, found, at + 1, known) if _may_begin(found[at + 1], known) else None
    return None


def _numbers(text: str, found: Sequence[Token], whole: list[Amount], known: Grammar) -> list[Number]:
    first, last = whole[0], whole[-1]
    unit = counted(text, found, last, known)
    opening = counted(text, found, first, known) if len(whole) > 1 else unit
    if len(whole) > 1 and unit.unit is None and opening.sure:
        unit = opening._replace(end=unit.end)
    unit = _per(text, found, unit, last.last, known)
    if not quantity(text, found, (first, last), unit, known):
        return []
    start, bound = _bound_before(found, first, unit._replace(start=min(unit.start, opening.start)), known)
    end, bound = _bound_after(found, unit, last.last, bound, known)
    span = Span(start, end)
    if len(whole) > 1:
        opener = found[first.first - 1] if first.first else None
        if opener and bound is None and known.has("between", opener.key):
            span = Span(opener.start, end)
        return [Number(span, first.value, unit.unit, "least"), Number(span, last.value, unit.unit, "most")]
    return [Number(span, first.value, unit.unit, bound)]


def _per(text: str, found: Sequence[Token], unit: Counted, last: int, known: Grammar) -> Counted:
    """Take what a number is for: $70 a barrel, 500 euros per month."""
    at = _behind(found, last, unit)
    if unit.unit is None or at >= len(found):
        return unit
    if text[unit.end : found[at].start] == "/":
        return unit._replace(unit=f"{unit.unit}/{found[at].key}", end=found[at].end)
    if known.has("per_word", found[at].key):
        return unit._replace(unit=f"{unit.unit}/{found[at].key}", end=found[at].end)
    dated = at + 2 < len(found) and known.has("no_per", found[at + 2].key)  # 6 percent a year earlier
    rate = (
        at + 1 < len(found) and known.has("per", found[at].key) and known.has("per_unit", found[at + 1].key)
    )
    if rate and not dated:
        return unit._replace(unit=f"{unit.unit}/{found[at + 1].key}", end=found[at + 1].end)
    return unit


def _behind(found: Sequence[Token], last: int, unit: Counted) -> int:
    """Find the word behind a number's unit."""
    while last < len(found) and found[last].start < unit.end:
        last += 1
    return last


def _bound_before(
    found: Sequence[Token], first: Amount, unit: Counted, known: Grammar
) -> tuple[int, Bound | None]:
    at = first.first
    while at and found[at - 1].end > unit.start:
        at -= 1  # EUR 500
    hit = known.bounds.before(found, at)
    if hit is None or _loosely(found, hit[1], unit, known):
        return unit.start, None
    return found[hit[1]].start, hit[0]


def _loosely(found: Sequence[Token], index: int, unit: Counted, known: Grammar) -> bool:
    """Tell "over four years", a length of time, and "ein Paket über 6 Milliarden", a size, from a bound."""
    if not known.has("loose", found[index].key):
        return False
    sized = known.capital and index > 0 and found[index - 1].capital and unit.unit in known.money
    return sized or unit.unit in known.time


def _bound_after(
    found: Sequence[Token], unit: Counted, last: int, bound: Bound | None, known: Grammar
) -> tuple[int, Bound | None]:
    at = _behind(found, last, unit)
    hit = known.bounds_after.after(found, at) if bound is None else None
    if hit:
        return found[hit[1] - 1].end, hit[0]
    inner = known.bounds_after.after(found, last) if bound is None else None
    return unit.end, inner[0] if inner and found[inner[1] - 1].end <= unit.end else bound
