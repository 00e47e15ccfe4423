"""How a language says dates: its tables ``[dates]`` and the dates of ``[facts]``, folded and indexed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import load
from briefing.statements.grammar import pairs
from briefing.statements.phrasebook import Phrasebook, phrasebook
from briefing.text.dates import months
from briefing.text.tokens import fold

_CLASSES = ("last", "next", "this", "ago", "ago_before", "in", "leads", "dating", "articles", "bounds_ahead")
_TENSES = ("past", "no_past", "future", "unclear")


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
    tenses: Mapping[str, frozenset[str]]
    """past, no_past, future, unclear → words as written, in small letters: "wurde" is not "würde"."""
    past_endings: tuple[str, ...]
    small_days: bool
    """Whether a capital letter makes another word of a day's name inside a sentence."""
    keys: frozenset[str]
    """Words of which a sentence with a date has one, or a figure."""

    def has(self, name: str, key: str) -> bool:
        """Tell whether a folded word belongs to a class."""
        return key in self.sets[name]

    def has_step(self, key: str) -> bool:
        """Tell whether a word steps from one week or year to another: last, next, this."""
        return any(key in self.sets[name] for name in ("last", "next", "this"))


@lru_cache(maxsize=32)
def almanac(code: str) -> Almanac | None:
    """Compile a language's dates, once; None where it has no data for them."""
    language = load(code)

    def words(key: str) -> tuple[str, ...]:
        return language.words(f"facts.{key}")

    if not words("weekdays"):
        return None
    weekdays = {fold(name): int(number) for name, number in pairs(words("weekdays"))}
    parts = [fold(part) for part in words("dayparts")]
    weekdays |= {name + part: number for name, number in list(weekdays.items()) for part in parts}
    days = {fold(name): int(number) for name, number in pairs(words("days"))}
    named = {fold(name): number for name, number in months(code).items()}
    periods = {fold(name): kind for name, kind in pairs(words("periods"))}
    lengths = {fold(name): kind for name, kind in pairs(words("lengths"))}
    return Almanac(
        code=language.code,
        months=named,
        weekdays=weekdays,
        days=days,
        periods=periods,
        lengths=lengths,
        portions=phrasebook((phrase, phrase) for phrase in words("portions")),
        sets={name: frozenset(map(fold, words(name))) for name in _CLASSES},
        tenses={name: frozenset(word.casefold() for word in words(name)) for name in _TENSES},
        past_endings=words("past_endings"),
        small_days=bool(words("small_days")),
        keys=frozenset((*named, *weekdays, *days, *periods, *lengths)),
    )
