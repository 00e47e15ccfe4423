"""What a number counts: a currency, a measure, or the noun behind it ("30,000 British troops": troop)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.statements.stating.amounts import Amount, between
from briefing.statements.stating.grammar import Grammar
from briefing.text.tokens import Token
from briefing.text.words import stem

_SIGN = re.compile(r"(?:\b[A-Z]{1,3})?[^\w\s.,;:()\[\]“”„\"'’–—-]\s?$")
_AFTER = re.compile(r"[\s\u00a0]?([%€$£¥₴₽₹₪₺])|[\s\u00a0]?(°(?:\s?[CF]\b)?)")
_REACH = 5  # words in which the counted noun is looked for
_GAPS = (" ", "\u00a0", "-", "’", "'", "\u202f", "“", " “", "” ")


class Counted(NamedTuple):
    """What a number counts, and the half-open range of characters of number and unit."""

    unit: str | None
    start: int
    end: int
    sure: bool
    """Whether it is money or a measure, which no name and no year has."""


def counted(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Counted:
    """Find what a number counts."""
    start, end = found[read.first].start, found[read.last - 1].end
    if read.share:
        return Counted("%", start, end, True)
    signed = _sign_before(text, found, read, known) or _sign_after(text, start, end, known)
    if signed:
        return signed
    link = between(text, found, read.last - 1)
    if link in ("-", "\u2011"):
        return _hyphened(text, found, read, known)
    if (link.strip() and not (read.scaled and link == ". ")) or read.last == len(found):
        return Counted(None, start, end, False)
    measure = known.units.after(found, read.last)
    if measure:
        unit, last = measure
        return Counted(unit, start, found[last - 1].end, True)
    return _noun(text, found, read, known)


def _sign_after(text: str, start: int, end: int, known: Grammar) -> Counted | None:
    sign = _AFTER.match(text, end)
    if sign is None:
        return None
    if sign[1]:
        return Counted("%" if sign[1] == "%" else known.signs.get(sign[1]), start, sign.end(), True)
    degree = {"C": "degree celsius", "F": "degree fahrenheit"}.get(sign[2][-1], "degree")
    return Counted(degree, start, sign.end(), True)


def _sign_before(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Counted | None:
    """Find €, US$ or EUR before a number."""
    start, end = found[read.first].start, found[read.last - 1].end
    sign = _SIGN.search(text, max(0, start - 5), start)
    unit = (
        known.signs.get(sign.group().strip()) or known.signs.get(sign.group().strip()[-1]) if sign else None
    )
    if sign and unit:
        return Counted(unit, sign.start(), end, True)
    if (
        read.first
        and found[read.first - 1].form.isupper()
        and not between(text, found, read.first - 1).strip()
    ):
        word = found[read.first - 1]
        unit = known.units.single(word.key)
        if unit in known.money:
            return Counted(unit, word.start, end, True)
    return None


def _hyphened(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Counted:
    start, word = found[read.first].start, found[read.last]
    aged = text[word.end : word.end + 1] in ("-", "\u2011")  # a 45-year-old
    if aged or not known.has("hyphened", word.key):
        return Counted(None, start, found[read.last - 1].end, False)
    measure = known.units.single(word.key)
    return Counted(measure or one(word, known), start, word.end, True)


def _noun(text: str, found: Sequence[Token], read: Amount, known: Grammar) -> Counted:
    """Find the counted noun: the first plural behind the number, past adjectives and names."""
    start, end = found[read.first].start, found[read.last - 1].end
    best: Token | None = None
    bound = known.bounds_after.after(found, read.last)  # 1,000 or more soldiers
    first = bound[1] if bound else read.last
    for at in range(first, min(first + _REACH, len(found))):
        word = found[at]
        if at > first and between(text, found, at - 1) not in _GAPS:
            break
        if word.key in known.stops:
            break
        if known.has("passed", word.key) or not (read.value == 1 or _counts(word, known)):
            if best is not None:
                break
            continue
        if best is None or best.form[0].isupper() or known.capital:
            best = word
        if known.capital and not (word.key.endswith("er") and at + 1 < len(found) and found[at + 1].capital):
            break
    if best is None:
        return Counted(None, start, end, False)
    return Counted(one(best, known) if read.value != 1 else best.key, start, best.end, False)


def _counts(word: Token, known: Grammar) -> bool:
    """Tell whether a word may be counted: a plural, or a noun where every noun is capital."""
    if not word.form[0].isalpha():
        return False
    if known.capital:
        return word.capital
    if word.key in known.irregular:
        return True
    if not known.singular:
        return True
    if word.key.endswith(known.no_plural) and not word.key.endswith("ies"):
        return False
    return len(word.key) > 3 and word.key.endswith(known.plural)


def one(word: Token, known: Grammar) -> str:
    """Give a plural's singular: by the language's endings, else its stem."""
    if word.key in known.irregular:
        return known.irregular[word.key]
    for ending, single in known.singular:
        if word.key.endswith(ending):
            return word.key.removesuffix(ending) + single
    return stem(word.form.casefold(), known.code) if not known.singular else word.key
