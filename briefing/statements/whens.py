"""Dates in a sentence, as stated: 18 February 2025, in March, on Tuesday, yesterday, next year, two weeks ago.

A date is resolved only where its own words or the day of publication make it certain. What is quoted was said on a day
that nobody states, so that its "yesterday" stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing.model import Span, When
from briefing.statements import reckoning
from briefing.statements.almanac import Almanac, almanac
from briefing.statements.grammar import grammar
from briefing.statements.reckoning import Stated
from briefing.statements.tense import Tense, tense
from briefing.text.tokens import Token

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_OF = ("st", "nd", "rd", "th", "of", "de", "er")
_LISTED = re.compile(r"\s?(?:[:–—]|-\s)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What dates are read from."""

    text: str
    found: Sequence[Token]
    known: Almanac
    published: date | None
    quotes: Sequence[Span]

    def gap(self, index: int) -> str:
        """Give the characters between a word and the next one."""
        return (
            self.text[self.found[index].end : self.found[index + 1].start]
            if index + 1 < len(self.found)
            else ""
        )

    def key(self, index: int) -> str:
        """Give a folded word; none outside of the sentence."""
        return self.found[index].key if 0 <= index < len(self.found) else ""


Reader = Callable[[_Sentence, int], Stated | None]


def whens(
    text: str, found: Sequence[Token], language: str, told: tuple[date | None, Sequence[Span]]
) -> tuple[When, ...]:
    """Give the dates among a sentence's words, in order; ``told``: the article's own date, and the quoted spans."""
    known = almanac(language)
    if known is None:
        return ()
    sentence = _Sentence(text, found, known, *told)
    stated = list(_stated(sentence))
    return tuple(_when(sentence, one, stated) for one in stated)


def _stated(at: _Sentence) -> Iterator[Stated]:
    past = 0
    for index, token in enumerate(at.found):
        readers = _FIGURES if "0" <= token.key[0] <= "9" else _starting(at.known.code).get(token.key)
        if readers is None or index < past:
            continue
        one = next((made for read in readers if (made := read(at, index))), None)
        if one:
            past = one.last
            yield one


@lru_cache(maxsize=32)
def _starting(code: str) -> Mapping[str, tuple[Reader, ...]]:
    """Give the words that may begin a date with those who read it: nearly no word does."""
    known, counting = almanac(code), grammar(code)
    if known is None:
        return {}
    counts = (*counting.numerals, *counting.sets["one"]) if counting else ()
    starts: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_weekday, known.weekdays),
        (_month, known.months),
        (_ago, (*known.sets["ago_before"], *known.sets["in"], *counts)),
        (_portion, known.portions.firsts),
        (_period, (*known.sets["last"], *known.sets["next"], *known.sets["this"])),
        (_day, known.days),
    )
    readers: dict[str, tuple[Reader, ...]] = {}
    for reader, keys in starts:
        for key in dict.fromkeys(keys):
            readers[key] = (*readers.get(key, ()), reader)
    return readers


# --- one date


def _iso(at: _Sentence, index: int) -> Stated | None:
    token = at.found[index]
    if not token.key[0].isdigit():
        return None
    match = _ISO.match(at.text, token.start)
    if match:
        last = next((i for i, t in enumerate(at.found) if t.start >= match.end()), len(at.found))
        return Stated(index, last, int(match[1]), int(match[2]), int(match[3]))
    match = _DOTTED.fullmatch(token.form)
    return Stated(index, index + 1, int(match[3]), int(match[2]), int(match[1])) if match else None


def _month(at: _Sentence, index: int) -> Stated | None:
    """Read a month with what stands around it: the 18th of March 2024, March 18, March 2024, in March."""
    if at.known.months.get(at.key(index)) is None and not at.key(index)[0].isdigit():
        return None
    number, name = _day_first(at, index)
    month = at.known.months.get(at.key(name)) if name < len(at.found) else None
    if month is None or not at.found[name].capital:
        return None
    last = name + 1
    if number is None:
        number, last = _day_behind(at, last)
    year, last = _year_behind(at, last)
    if number is None and year is None and not _dated(at, name):
        return None
    return Stated(index, last, year, month, number)


def _day_first(at: _Sentence, index: int) -> tuple[int | None, int]:
    """Read a day that stands before its month; give it and where the month stands."""
    number = _day_number(at.key(index))
    name = index + 1
    while number is not None and at.key(name) in _DAY_OF and name < index + 3:
        name += 1
    joined = number is not None and all(at.gap(i).strip() in ("", ".") for i in range(index, name))
    return (number, name) if joined and at.key(name) in at.known.months else (None, index)


def _day_behind(at: _Sentence, index: int) -> tuple[int | None, int]:
    number = _day_number(at.key(index)) if index < len(at.found) else None
    if number is None or at.gap(index - 1) not in (" ", ". ", "\u00a0"):
        return None, index
    last = index + 1 + (at.key(index + 1) in _DAY_OF[:4] and at.gap(index) == "")
    return number, last


def _year_behind(at: _Sentence, index: int) -> tuple[int | None, int]:
    if (
        index < len(at.found)
        and _YEAR.fullmatch(at.key(index))
        and at.gap(index - 1).strip() in ("", ",", ".")
    ):
        return int(at.key(index)), index + 1
    return None, index


def _day_number(key: str) -> int | None:
    return int(key) if key.isdigit() and len(key) <= 2 and 1 <= int(key) <= 31 else None


def _dated(at: _Sentence, index: int) -> bool:
    """Tell whether what stands before makes a month or a year a date."""
    before_ = at.key(index - 1)
    return at.known.has("dating", before_) or any(
        at.known.has(name, before_) for name in ("last", "next", "this")
    )


def _weekday(at: _Sentence, index: int) -> Stated | None:
    """Read a weekday, and the date that may follow it: Friday, 21 February."""
    number = at.known.weekdays.get(at.key(index))
    if number is None or not at.found[index].capital:
        return None
    if index + 1 < len(at.found) and at.gap(index).strip() in ("", ",", ", dem"):
        dated = _iso(at, index + 1) or _month(at, index + 1)
        if dated and dated.day:
            return dated._replace(first=index, weekday=number)
    return Stated(index, index + 1, weekday=number)


def _year(at: _Sentence, index: int) -> Stated | None:
    if not _YEAR.fullmatch(at.found[index].form):
        return None
    listed = index == 0 and bool(_LISTED.match(at.text, at.found[index].end))
    glued = at.gap(index)[:1] in ("-", "–", "/") and at.key(index + 1)[:1].isdigit()
    alone = at.text[at.found[index].end : at.found[index].end + 2].strip()[:1] not in ("-", "%", "€", "$")
    if glued or not (listed or (alone and _dated(at, index))) or _counts(at, index):
        return None
    return Stated(index, index + 1, year=int(at.key(index)))


def _counts(at: _Sentence, index: int) -> bool:
    """Tell whether figures that look like a year count something: of 2000 troops."""
    counting = grammar(at.known.code)
    follows = at.key(index + 1)
    if not counting or at.gap(index).strip() or not follows:
        return False
    return (
        counting.units.single(follows) is not None
        or follows in counting.irregular
        or follows in counting.multipliers
    )


def _day(at: _Sentence, index: int) -> Stated | None:
    offset = at.known.days.get(at.key(index))
    token = at.found[index]
    if offset is None or (at.known.small_days and not token.form.islower() and index):
        return None
    return Stated(index, index + 1, offset=("day", offset))


def _period(at: _Sentence, index: int) -> Stated | None:
    """Read last week, next month, this year."""
    kind = at.known.periods.get(at.key(index + 1))
    steps = {"last": -1, "next": 1, "this": 0}
    name = next((one for one in steps if at.known.has(one, at.key(index))), None)
    if kind is None or name is None or at.gap(index).strip():
        return None
    # "The last week of the war", "in the next month" are spans of time.
    return (
        None
        if at.known.has("articles", at.key(index - 1))
        else Stated(index, index + 2, offset=(kind, steps[name]))
    )


def _portion(at: _Sentence, index: int) -> Stated | None:
    """Read the end of the year, whichever year that is."""
    hit = at.known.portions.after(at.found, index)
    if hit is None:
        return None
    last = hit[1] + at.known.has("articles", at.key(hit[1]))
    kind = at.known.periods.get(at.key(last))
    loose = any(at.gap(i).strip() for i in range(index, min(last, len(at.found) - 1)))
    return None if kind in (None, "season") or loose else Stated(index, last + 1, offset=("open", 0))


def _ago(at: _Sentence, index: int) -> Stated | None:
    """Read two weeks ago, vor zwei Wochen, in three days."""
    leading = next((name for name in ("ago_before", "in") if at.known.has(name, at.key(index))), None)
    start = index + bool(leading)
    value, kind = _count(at, start), at.known.lengths.get(at.key(start + 1))
    if value is None or kind is None or at.gap(start).strip():
        return None
    if leading == "ago_before":
        return Stated(index, start + 2, offset=(kind, -value))
    if at.known.has("ago", at.key(start + 2)):
        return Stated(start, start + 3, offset=(kind, -value))
    hence = leading == "in" and tense(at.text, at.found, (index, start + 2), at.known) in ("future", None)
    return Stated(index, start + 2, offset=(kind, value)) if hence else None


def _count(at: _Sentence, index: int) -> int | None:
    key, counting = at.key(index), grammar(at.known.code)
    if key.isdigit() and len(key) <= 2:
        return int(key)
    if counting is None:
        return None
    return (
        int(counting.numerals[key]) if key in counting.numerals else (1 if counting.has("one", key) else None)
    )


_FIGURES: tuple[Reader, ...] = (_iso, _month, _ago, _year)


# --- what it means


def _when(at: _Sentence, one: Stated, others: Sequence[Stated]) -> When:
    first, seasonal = _extended(at, one)
    seen = tense(at.text, at.found, (first, one.last), at.known)
    span = Span(at.found[first].start, at.found[one.last - 1].end)
    quoted = any(quote.start <= span.start < quote.end for quote in at.quotes)
    moved = one.weekday is not None and one.day is None and at.known.has_step(at.key(first))
    # Among dates of another year a bare "Friday" may be a Friday of that year.
    lone = all(other.year is None or other is one for other in others)
    told = at.published if lone and not quoted and not moved and not _owned(at, one) else None
    resolved = None if seasonal else reckoning.resolve(one, told, seen)
    return When(span, resolved, ahead=_ahead(at, one, seen, (first, resolved)))


def _ahead(at: _Sentence, one: Stated, seen: Tense | None, read: tuple[int, str | None]) -> bool:
    """Tell whether a date lies ahead: by its reading, by "until" and "by", by its verb."""
    first, resolved = read
    if resolved and at.published and resolved != at.published.isoformat()[: len(resolved)]:
        return resolved > at.published.isoformat()
    bound = at.known.has("bounds_ahead", at.key(first)) and seen != "past"
    return bound or reckoning.ahead(one, seen)


def _extended(at: _Sentence, one: Stated) -> tuple[int, bool]:
    """Take in what narrows or bounds a date (late, end of, since, by); tell whether that is a season."""
    first, seasonal = one.first, False
    hit = at.known.portions.before(at.found, first)
    if hit and not at.gap(first - 1).strip("- "):
        first = hit[1]
        seasonal = any(at.known.periods.get(at.key(i)) == "season" for i in range(first, one.first))
    steps = ("last", "next", "this") if one.offset is None else ()
    while (
        first
        and not at.gap(first - 1).strip()
        and any(at.known.has(n, at.key(first - 1)) for n in (*steps, "leads"))
    ):
        first -= 1
    return first, seasonal


def _owned(at: _Sentence, one: Stated) -> bool:
    """Tell whether a weekday only names something: Tuesday's meeting."""
    return at.text[at.found[one.last - 1].end : at.found[one.last - 1].end + 2] in ("'s", "’s")
