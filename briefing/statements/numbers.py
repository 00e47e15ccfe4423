"""Quantities in a sentence: value, unit, and whether it is a bound; no years, times, names or numbers of laws.

A range ("3,000 to 5,000 soldiers") is two numbers with one place: its lower end ``least``, its upper end ``most``.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Bound, Number, Span
from briefing.statements.amounts import Amount, amount, between
from briefing.statements.grammar import Grammar, grammar
from briefing.statements.units import Counted, counted
from briefing.text.tokens import Token
from briefing.text.words import stop_words

_RANGE = re.compile(r"\s?[-–—\u2011]\s?")
_GLUED = re.compile(r"[\w\-–/:.+#_@№'’‑]$")
_AGE = re.compile(r"\w, $")
_SMALL_WORD = 10  # a bare "three" counts nothing that we know
_OLD = 120  # years
_YEARS = range(1500, 2101)


def numbers(
    text: str, found: Sequence[Token], language: str, *, taken: Sequence[Span] = ()
) -> tuple[Number, ...]:
    """Give the quantities among a sentence's words, in order; ``taken``: places of dates, whose figures are none."""
    known = grammar(language)
    if known is None:
        return ()
    made: list[Number] = []
    index = 0
    while index < len(found):
        token = found[index]
        here, index = index, index + 1
        if not _may_begin(token, known) or any(span.start <= token.start < span.end for span in taken):
            continue
        read = amount(text, found, here, known)
        if read is None:
            continue
        whole = list(_range(text, found, read, known))
        index = whole[-1].last
        if _score(whole):
            continue
        made += _numbers(text, found, whole, known)
    return tuple(made)


def _may_begin(token: Token, known: Grammar) -> bool:
    key = token.key
    return (
        key[0].isdigit()
        or key in known.numerals
        or key in known.parts
        or key in known.halves
        or key in known.sets["one"]
    )


def _range(text: str, found: Sequence[Token], low: Amount, known: Grammar) -> Iterator[Amount]:
    """Give a number, and the upper end where it begins a range; the lower end takes the upper one's million."""
    high = _upper(text, found, low, known)
    if high is None:
        yield low
        return
    if high.scaled and not low.scaled and low.value < 1000:
        plain = amount(text, found[: high.first + 1], high.first, known)
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
    if _RANGE.fullmatch(link):
        return amount(text, found, at, known) if _may_begin(found[at], known) else None
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
    unit = _per(text, found, unit, known)
    if not _quantity(text, found, (first, last), unit, known):
        return []
    start, bound = _bound_before(found, first, unit._replace(start=min(unit.start, opening.start)), known)
    end, bound = _bound_after(found, unit, last.last, bound, known)
    span = Span(start, end)
    if len(whole) > 1:
        return [Number(span, first.value, unit.unit, "least"), Number(span, last.value, unit.unit, "most")]
    return [Number(span, first.value, unit.unit, bound)]


def _per(text: str, found: Sequence[Token], unit: Counted, known: Grammar) -> Counted:
    """Take what a number is for: $70 a barrel, 500 euros per month."""
    at = next((i for i, token in enumerate(found) if token.start >= unit.end), len(found))
    if unit.unit is None or at >= len(found):
        return unit
    if text[unit.end : found[at].start] == "/":
        return unit._replace(unit=f"{unit.unit}/{found[at].key}", end=found[at].end)
    if known.has("per_word", found[at].key):
        return unit._replace(unit=f"{unit.unit}/{found[at].key}", end=found[at].end)
    if at + 1 < len(found) and known.has("per", found[at].key) and known.has("per_unit", found[at + 1].key):
        return unit._replace(unit=f"{unit.unit}/{found[at + 1].key}", end=found[at + 1].end)
    return unit


def _bound_before(
    found: Sequence[Token], first: Amount, unit: Counted, known: Grammar
) -> tuple[int, Bound | None]:
    at = next(i for i, token in enumerate(found) if token.end > unit.start)
    at = min(at, first.first)
    hit = known.bounds.before(found, at)
    if hit:
        return found[hit[1]].start, hit[0]
    opened = at and known.has("between", found[at - 1].key)
    return (found[at - 1].start if opened else unit.start), None


def _bound_after(
    found: Sequence[Token], unit: Counted, last: int, bound: Bound | None, known: Grammar
) -> tuple[int, Bound | None]:
    at = next((i for i, token in enumerate(found) if token.start >= unit.end), len(found))
    hit = known.bounds_after.after(found, at) if bound is None else None
    if hit:
        return found[hit[1] - 1].end, hit[0]
    inner = known.bounds_after.after(found, last) if bound is None else None
    return unit.end, inner[0] if inner and found[inner[1] - 1].end <= unit.end else bound


def _quantity(
    text: str, found: Sequence[Token], ends: tuple[Amount, Amount], unit: Counted, known: Grammar
) -> bool:
    """Tell a quantity from a year, a time, a name, an age, a score, a definite or an idle count."""
    first, last = ends
    if _time(text, found, last, known) or (_glued(text, found, first) and not unit.sure):
        return False
    if unit.sure or first.scaled:
        return not (first.digits and _named(found, first, known))
    if unit.unit is not None and first.value < 4 and known.has("uncounted", unit.unit):
        return False
    if not first.digits:
        return unit.unit is not None and not (first.value < 4 and _definite(found, first, known))
    if _named(found, first, known) or _like_a_name(found, first, unit, known) or _year(found, first, unit):
        return False
    return unit.unit is not None or (first is last and _bare(text, found, first, known))


def _time(text: str, found: Sequence[Token], last: Amount, known: Grammar) -> bool:
    """Tell a time of day, a score, an ordinal or a name's part by what follows."""
    end = found[last.last - 1].end
    nexts = text[end : end + 2]
    if nexts[:1] in (":", "/") and nexts[1:].isdigit():
        return True
    if last.last >= len(found):
        return False
    follows = found[last.last]
    if follows.start == end:  # 27th, 1990s, 5G
        return not (follows.key in known.short or known.units.single(follows.key) or last.scaled)
    if known.ordinals and last.digits and nexts[:1] == "." and follows.start > end + 1:
        return not last.scaled
    return known.has("clock", follows.key) and last.digits


def _glued(text: str, found: Sequence[Token], first: Amount) -> bool:
    """Tell whether a number hangs on what stands before it: F-16, Covid-19, +49, 10:30."""
    start = found[first.first].start
    beside = found[first.first - 1] if first.first and first.digits else None
    phone = beside is not None and beside.form[-1].isdigit() and beside.end == start - 1
    return phone or bool(_GLUED.search(text, max(0, start - 1), start))


def _named(found: Sequence[Token], first: Amount, known: Grammar) -> bool:
    return bool(first.first) and known.has("numbered", found[first.first - 1].key)


def _definite(found: Sequence[Token], first: Amount, known: Grammar) -> bool:
    return bool(first.first) and known.has("definite", found[first.first - 1].key)


def _like_a_name(found: Sequence[Token], first: Amount, unit: Counted, known: Grammar) -> bool:
    """Tell whether a capital word right before a plain number makes it a name's: Leopard 2, Apollo 11."""
    if not first.first or first.value >= 1000:
        return False
    word = found[first.first - 1]
    if not word.form[0].isupper() or word.key in stop_words(known.code) or (known.capital and unit.unit):
        return False
    if known.bounds.before(found, first.first) or known.has("between", word.key):
        return False
    return first.first > 1 or unit.unit is None


def _year(found: Sequence[Token], first: Amount, unit: Counted) -> bool:
    form = found[first.first].form
    if len(form) != 4 or not form.isdigit() or int(form) not in _YEARS:
        return False
    return unit.unit is None or int(form) % 100 != 0


def _bare(text: str, found: Sequence[Token], first: Amount, known: Grammar) -> bool:
    """Tell whether figures that count nothing named are a quantity: no age, and no part of a word."""
    start, end = found[first.first].start, found[first.last - 1].end
    if text[end : end + 1] in ("-", "\u2011"):
        return False
    if first.first and first.value < _OLD and known.has("aging", found[first.first - 1].key):
        return False
    return not (_AGE.search(text, max(0, start - 3), start) and text[end : end + 1] in (",", ".", ")"))
