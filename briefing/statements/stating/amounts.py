"""A number as words and figures write it: 30,000 · 2.5 million · three dozen · dreiundzwanzig · half of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.statements.stating.grammar import Grammar
from briefing.text.tokens import Token

_DECIMAL = re.compile(r"(\d+)(?:[.,](\d+))?")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_SPACES = " \u00a0\u2009\u202f'’"
_LINKS = (" ", "\u00a0", "-", "\u2011", "\u202f", "\u2009")
_LONGEST = 24  # characters of a number: longer ones are no quantity that anybody states
_FEW = 10  # twenty-three: what joins a ten is less


class Amount(NamedTuple):
    """Words ``first`` to ``last`` (half-open) say a value."""

    first: int
    last: int
    value: float
    digits: bool
    """Whether it is written in figures."""
    scaled: bool = False
    """Whether a million or the like belongs to it, so that it is no year and no name's number."""
    share: bool = False
    """Whether it is a part of a whole, in per cent."""


def between(text: str, found: Sequence[Token], index: int) -> str:
    """Give the characters between a word and the next one; none behind the last."""
    return text[found[index].end : found[index + 1].start] if index + 1 < len(found) else ""


def amount(text: str, found: Sequence[Token], index: int, known: Grammar) -> Amount | None:
    """Read the number that begins at a word; None where none does."""
    token = found[index]
    read = (
        _figures(text, found, index, known) if token.form[0].isdigit() else _words(text, found, index, known)
    )
    if read is None:
        return None
    read = _short(text, found, _multiplied(text, found, read, known), known)
    follows = read.last < len(found) and between(text, found, read.last - 1) in _LINKS
    share = known.parts.get(found[read.last].key) if follows else None
    if share is not None and not read.scaled and read.value < _FEW and _of(found, read.last, known):
        return read._replace(last=read.last + 1, value=round(read.value * share, 3), share=True, scaled=True)
    return read


def _short(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Amount:
    """Take the letter that stands for a million behind a sum of money: $5m."""
    money = text[max(0, found[read.first].start - 2) : found[read.first].start].strip()[-1:] in known.signs
    factor = known.short.get(found[read.last].key) if read.last < len(found) else None
    if not money or factor is None or read.scaled or between(text, found, read.last - 1):
        return read
    return read._replace(last=read.last + 1, value=read.value * factor, scaled=True)


def _of(found: Sequence[Token], index: int, known: Grammar) -> bool:
    """Tell whether a share's whole follows: two thirds *of*, a majority of two thirds."""
    plural = index and known.numerals.get(found[index - 1].key, 0) > 1
    whole = found[index + 2].key if index + 2 < len(found) else ""
    of = index + 1 < len(found) and known.has("of", found[index + 1].key)
    return (bool(plural) or of) and not known.has("one", whole)  # a quarter of a point


def _figures(text: str, found: Sequence[Token], index: int, known: Grammar) -> Amount | None:
    form, last = found[index].form, index + 1
    if form.isdigit() and len(form) <= 3:
        while (
            last < len(found)
            and between(text, found, last - 1) in tuple(_SPACES)
            and _GROUP.fullmatch(found[last].form)
        ):
            form += found[last].form
            last += 1
    value = _value(form, known)
    return None if value is None else Amount(index, last, value, True, last > index + 1)


def _value(form: str, known: Grammar) -> float | None:
    """Read figures by the language's marks; None where they are ambiguous or no quantity (18.02.2025, 007)."""
    if len(form) > _LONGEST or (form[0] == "0" and form[1:2].isdigit()):
        return None
    for group in known.groups:
        parts = form.split(known.point, maxsplit=1)[0].split(group)
        if len(parts) > 1 and len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]):
            form = form.replace(group, "")
    match = _DECIMAL.fullmatch(form)
    if match is None or (match[2] and form[len(match[1])] != known.point):
        return None
    if match[2] and len(match[2]) == 3 and match[1] != "0":
        return None  # 30.000 in English: as good as surely written by another language's rule
    return float(f"{match[1]}.{match[2] or 0}")


def _words(text: str, found: Sequence[Token], index: int, known: Grammar) -> Amount | None:
    key = found[index].key
    if key in known.numerals:
        return _numeral(text, found, index, known)
    if key in known.halves:
        return _half(found, index, known)
    follows = found[index + 1].key if index + 1 < len(found) else ""
    if known.parts.get(key) == 50 and known.has("half_of", follows) and not _piece(found, index, known):
        return Amount(index, index + 1, 50.0, False, scaled=True, share=True)
    if known.has("one", key) and follows in known.halves:
        half = _half(found, index + 1, known)
        return half._replace(first=index) if half else None
    share = known.parts.get(follows, 50) != 50 and _of(found, index + 1, known)
    counts = follows in known.multipliers or share
    if known.has("alone", key) and (known.bounds.before(found, index) or ("",))[0] == "least":
        counts = True
    return Amount(index, index + 1, 1.0, False) if known.has("one", key) and counts else None


def _numeral(text: str, found: Sequence[Token], index: int, known: Grammar) -> Amount:
    value, last = known.numerals[found[index].key], index + 1
    if value >= 20 and value % 10 == 0 and last < len(found) and between(text, found, index) in _LINKS:
        low = known.numerals.get(found[last].key, 0)
        if 0 < low < _FEW:
            return Amount(index, last + 1, value + low, False)
    return Amount(index, last, value, False)


def _piece(found: Sequence[Token], index: int, known: Grammar) -> bool:
    """Tell whether a half is no share of a whole: the first half, a half."""
    return bool(index) and known.has("no_half", found[index - 1].key)


def _half(found: Sequence[Token], index: int, known: Grammar) -> Amount | None:
    """Read "half a million", "eine halbe Million" and "half of": alone a half counts nothing."""
    at = index + 1
    if at < len(found) and known.has("one", found[at].key):
        at += 1
    if at < len(found) and found[at].key in known.multipliers:
        return Amount(index, at, known.halves[found[index].key], False)
    if (
        at == index + 1
        and at < len(found)
        and found[index].key in known.parts
        and known.has("half_of", found[at].key)
        and not _piece(found, index, known)
    ):
        return Amount(index, at, known.parts[found[index].key], False, scaled=True, share=True)
    return None


def _multiplied(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Amount:
    while read.last < len(found):
        link = between(text, found, read.last - 1)
        factor = known.multipliers.get(found[read.last].key)
        if factor is None or (link and link not in (*_LINKS, ". ")):
            break
        read = read._replace(last=read.last + 1, value=read.value * factor, scaled=True)
        read = _added(found, read, factor, known)
    return read


def _added(found: Sequence[Token], read: Amount, factor: float, known: Grammar) -> Amount:
    """Add what follows a hundred: two hundred and five."""
    at = read.last
    if factor != 100 or read.digits or at >= len(found):
        return read
    at += known.has("and", found[at].key)
    low = known.numerals.get(found[at].key, 0) if at < len(found) else 0
    return read._replace(last=at + 1, value=read.value + low) if low else read
