"""How a language says dates: its tables ``[dates]`` and the dates of ``[facts]``, folded and indexed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefing.languages import load
from briefing.statements.looking.phrasebook import Phrasebook, phrasebook
from briefing.statements.stating.grammar import pairs
from briefing.text.dates import months
from briefing.text.tokens import fold

_SHORT = 4  # letters: no shorter word shows its tense by its ending
Tense = Literal["past", "future", "unclear"]
_CLASSES = (
    "last",
    "next",
    "this",
    "ago",
    "ago_before",
    "in",
    "leads",
    "dating",
    "articles",
    "bounds_ahead",
    "day_marks",
    "links",
    "year_words",
    "asks",
    "infinitives",
    "appointments",
    "set_for",
)
_TENSES: tuple[tuple[str, Tense | None], ...] = (
    ("no_past", None),
    ("past", "past"),
    ("future", "future"),
    ("unclear", "unclear"),
)


@dataclass(frozen=True, slots=True)
class Almanac:
    """What is known of a language's dates; keys are folded words."""

    code: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """With the parts of the day that a language writes as one word: Dienstagabend."""
    days: Mapping[str, int]
    """Word → days from the day of publication."""
    periods: Mapping[str, str]
    """Word → week, month, year, quarter, season …"""
    lengths: Mapping[str, str]
    portions: Phrasebook[str]
    sets: Mapping[str, frozenset[str]]
    tenses: Mapping[str, Tense | None]
    """Word as written, in small letters ("wurde" is not "würde") → its tense; None for one that only looks past."""
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    pairs: frozenset[str]
    """Two words that look forward together: "is to"."""
    pair_firsts: frozenset[str]
    pair_lasts: frozenset[str]
    capital: bool
    """Whether months and weekdays are written with a capital."""
    small_days: bool
    """Whether a capital letter makes another word of a day's name inside a sentence."""
    keys: frozenset[str]
    """Words of which a sentence with a date has one, or a figure."""

    def has(self, name: str, key: str) -> bool:
        """Tell whether a folded word belongs to a class."""
        return key in self.sets[name]

    def tense(self, form: str) -> tuple[str, Tense | None]:
        """Give a word in small letters and its tense, as far as its form shows."""
        word = form.casefold()
        if word in self.tenses:
            return word, self.tenses[word]
        if len(word) < _SHORT or not form[0].islower():
            return word, None
        if word.endswith(self.past_endings):
            return word, "past"
        return word, "future" if word.endswith(self.future_endings) else None

    def has_step(self, key: str) -> bool:
        """Tell whether a word steps from one week or year to another: last, next, this."""
        return any(key in self.sets[name] for name in ("last", "next", "this"))


@lru_cache(maxsize=32)
def almanac(code: str) -> Almanac | None:
    """Compile a language's dates, once; None where it has no data for them."""
    language = load(code)

    def words(key: str) -> tuple[str, ...]:
        return language.words(f"facts.{key}")

    if not words("weekdays") or not language.words("dates.months"):
        return None
    weekdays = {fold(name): int(number) for name, number in pairs(words("weekdays"))}
    parts = [fold(part) for part in words("dayparts")]
    weekdays |= {name + part: number for name, number in list(weekdays.items()) for part in parts}
    days = {fold(name): int(number) for name, number in pairs(words("days"))}
    named = {fold(name): number for name, number in months(code).items()}
    periods = {fold(name): kind for name, kind in pairs(words("periods"))}
    lengths = {fold(name): kind for name, kind in pairs(words("lengths"))}
    pairs_ = [phrase.casefold() for phrase in words("future") if " " in phrase]
    return Almanac(
        code=language.code,
        months=named,
        weekdays=weekdays,
        days=days,
        periods=periods,
        lengths=lengths,
        portions=phrasebook((phrase, phrase) for phrase in words("portions")),
        sets={name: frozenset(map(fold, words(name))) for name in _CLASSES},
        tenses={word.casefold(): tense for name, tense in _TENSES for word in words(name)},
        pairs=frozenset(pairs_),
        pair_firsts=frozenset(pair.split()[0] for pair in pairs_),
        pair_lasts=frozenset(pair.split()[-1] for pair in pairs_),
        past_endings=words("past_endings"),
        future_endings=words("future_endings"),
        capital=language.words("dates.months")[0][:1].isupper(),
        small_days=bool(words("small_days")),
        keys=frozenset((*named, *weekdays, *days, *periods, *lengths)),
    )
