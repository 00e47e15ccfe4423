"""How a language writes numbers, conditions and denials: its ``[facts]`` table, folded and indexed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import Language, load
from briefing.model import Bound
from briefing.statements.looking.phrasebook import Phrasebook, phrasebook
from briefing.text.tokens import fold
from briefing.text.words import stop_words


@dataclass(frozen=True, slots=True)
class Grammar:
    """What ``[facts]`` says, its words folded; phrases are tuples of words."""

    code: str
    point: str
    groups: str
    numerals: Mapping[str, float]
    multipliers: Mapping[str, float]
    short: Mapping[str, float]
    halves: Mapping[str, float]
    parts: Mapping[str, float]
    signs: Mapping[str, str]
    """Currency sign, as it stands before a number → unit."""
    units: Phrasebook[str]
    """Currencies and measures → unit."""
    money: frozenset[str]
    time: frozenset[str]
    irregular: Mapping[str, str]
    singular: tuple[tuple[str, str], ...]
    plural: tuple[str, ...]
    """Endings of plurals, and of words that only look like one."""
    no_plural: tuple[str, ...]
    stops: frozenset[str]
    """Words behind which no counted noun stands."""
    bounds: Phrasebook[Bound]
    bounds_after: Phrasebook[Bound]
    sets: Mapping[str, frozenset[str]]
    starts: frozenset[str]
    """Words that may begin a number."""
    ordinals: bool
    """Whether a number with a full stop is an ordinal."""
    capital: bool
    """Whether every noun is capital."""

    def has(self, name: str, key: str) -> bool:
        """Tell whether a folded word belongs to a class."""
        return key in self.sets[name]


_BOUNDS: tuple[Bound, ...] = ("least", "most", "about")
_SETS = (
    *(
        "one",
        "alone",
        "no_half",
        "no_per",
        "aging",
        "old",
        "loose",
        "ratio",
        "half_of",
        "of",
        "hyphened",
        "passed",
        "uncounted",
        "definite",
        "between",
        "and",
    ),
    *("to", "from", "per", "per_unit", "per_word", "numbered", "clock"),
)


def pairs(phrases: Iterable[str]) -> list[tuple[str, str]]:
    """Part "word=value" at its last sign of equality."""
    return [(left, right) for left, _, right in (phrase.rpartition("=") for phrase in phrases)]


@lru_cache(maxsize=32)
def grammar(code: str) -> Grammar | None:
    """Compile a language's numbers, once; None where it has no data for them."""
    language = load(code)

    def words(key: str) -> tuple[str, ...]:
        return language.words(f"facts.{key}")

    if not words("point"):
        return None
    currencies = pairs(words("currencies"))
    measures = [*currencies, *pairs(words("measures"))]
    numerals, halves, parts = _numerals(language), _values(words("halves")), _values(words("parts"))
    return Grammar(
        code=language.code,
        point=words("point")[0],
        groups="".join(words("group")),
        numerals=numerals,
        multipliers=_values(words("multipliers")),
        short=_values(words("short")),
        halves=halves,
        parts=parts,
        signs={sign: unit for sign, unit in currencies if not sign[-1].isalpha()},
        units=phrasebook((phrase, unit) for phrase, unit in measures if phrase[-1].isalpha()),
        money=frozenset(unit for _, unit in currencies),
        time=frozenset(unit for _, unit in pairs(words("lengths"))),
        irregular={fold(plural): one for plural, one in pairs(words("plurals"))},
        singular=tuple(pairs(words("singular"))),
        plural=tuple(ending for ending, _ in pairs(words("singular"))),
        no_plural=words("no_plural"),
        stops=frozenset(map(fold, words("ended")))
        | (stop_words(language.code) - set(map(fold, words("passed")))),
        bounds=phrasebook((phrase, bound) for bound in _BOUNDS for phrase in words(bound)),
        bounds_after=phrasebook((phrase, bound) for bound in _BOUNDS for phrase in words(f"{bound}_after")),
        sets={name: frozenset(map(fold, words(name))) for name in _SETS},
        starts=frozenset((*numerals, *halves, *parts, *map(fold, words("one")), *map(fold, words("alone")))),
        ordinals=bool(language.words("sentences.ordinals")),
        capital=bool(words("capital")),
    )


def _values(phrases: Iterable[str]) -> dict[str, float]:
    return {fold(word): float(value) for word, value in pairs(phrases)}


def _numerals(language: Language) -> dict[str, float]:
    """List the numerals up to a hundred, and what a language writes as one word: dreiundzwanzig, fünftausend."""
    simple = _values(language.words("facts.numerals"))
    joints = _values(language.words("facts.joined"))
    ones = {fold(word): 1.0 for word in language.words("facts.joined_one")}
    small = {word: value for word, value in (ones | simple).items() if value < 10}
    tens = {word: value for word, value in simple.items() if value >= 20}
    made = dict(simple)
    for joint, factor in joints.items():
        if factor:
            made |= {one + joint: value * factor for one, value in (small | simple).items()}
        else:
            made |= {
                one + joint + ten: low + high for one, low in small.items() for ten, high in tens.items()
            }
    return made
