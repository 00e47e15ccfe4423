"""Our own words on the page, by language: ``templates/words/CODE.toml``, a user's beside ours.

A user's file changes single words of a language of ours, or adds a language; what it lacks is said in English. It
travels in the look under its name ``words/CODE.toml``, so that the archive alone can be rendered.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache, reduce
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.renderers.look.chain import home
from briefing.renderers.view import locales

Forms = Mapping[str, str] | str
"""Plural category → phrase; one phrase for all categories."""
PLURAL = ("count", "reasons")
"""The tables whose entries have a form for each plural category."""
KEYED = ("sides", "differ", "kinds", "reasons", "why", "how")
"""Tables keyed by English words that come from elsewhere; what they lack stays as it is."""
LONGEST = 1_000
"""Characters of English words that are looked up; a pattern of three braces takes their third power of steps."""
_SLOT = re.compile(r"\{(\w+)\}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]+")
"""What may break a line, turn it around or steer a terminal; marks of direction and narrow spaces may stay."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the page says in one language."""

    code: str
    """The language of these words: English for one that nobody has written."""
    locale: str
    """Whose dates, numbers and plurals: ``de-AT`` for words of ``de``."""
    tables: Mapping[str, Mapping[str, Any]]

    def __call__(self, key: str, /, **values: object) -> str:
        """Say a phrase of ``[say]`` with its braces filled."""
        return _filled(self.tables["say"][key], values)

    def count(self, key: str, number: float, /, **values: object) -> str:
        """Say a phrase of ``[count]`` in the form that a number asks for: ``1 article``, ``1,204 articles``."""
        return self._counted(self.tables["count"][key], number, values)

    def reason(self, english: str, number: int) -> str:
        """Say a reason of so many statements; one that no file knows stays as it is."""
        forms = self.tables["reasons"].get(english, f"{{n}} {english}")
        return self._counted(forms, number, {})

    def known(self, table: str, english: str) -> str:
        """Say what elsewhere is called by English words: a side, a kind of outlet; the unknown stays as it is."""
        said: str = self.tables[table].get(english, english)
        return said

    def matched(self, table: str, english: str) -> tuple[str, Mapping[str, str]]:
        """Find the phrase for English words that hold others, and what they hold; the unknown is its own phrase."""
        for key, pattern in _patterns(table, tuple(self.tables[table])) if len(english) <= LONGEST else ():
            if found := pattern.fullmatch(english):
                return self.tables[table][key], found.groupdict()
        return english, {}

    def put(self, phrase: str, values: Mapping[str, object]) -> str:
        """Fill the braces of a phrase that was found."""
        return _filled(phrase, values) if values else phrase

    def number(self, value: float) -> str:
        """Write a number: ``1,204``, ``0.4``."""
        return locales.number(value, self.locale)

    def day(self, pattern: str, value: date) -> str:
        """Write a date by a pattern of ``[dates]``."""
        dates = self.tables["dates"]
        return locales.day(value, dates[pattern], self.locale, first=dates["first"])

    def hour(self, value: time) -> str:
        """Write a time of day."""
        return locales.hour(value, self.tables["dates"]["time"], self.locale)

    def joined(self, key: str, parts: Sequence[str]) -> str:
        """Join parts by a phrase of two, ``{a}, {b}``; nothing of none."""
        return reduce(lambda a, b: self(key, a=a, b=b), parts) if parts else ""

    def listed(self, parts: Sequence[str]) -> str:
        """Join words as ``a``, ``a and b``, ``a, b and c``."""
        head = [self.joined("comma", parts[:-1])] if parts[:-1] else []
        return self.joined("and", [*head, *parts[-1:]])

    def dotted(self, parts: Iterable[str | None]) -> str:
        """Join what is there of parts of which each stands for itself: ``wire · B2 · 18 Feb``."""
        return f" {self('dot')} ".join(part for part in parts if part)

    def _counted(self, forms: Forms, number: float, values: Mapping[str, object]) -> str:
        if not isinstance(forms, str):
            forms = forms.get(locales.category(number, self.locale), forms["other"])
        return _filled(forms, {"n": self.number(number), **values})


@cache
def _patterns(table: str, keys: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Turn phrases with braces into patterns of what may stand in them."""
    ours = tables("en")[table]
    return tuple((key, _pattern(_SLOT.split(key))) for key in keys if key in ours or _simple(key))


def _simple(key: str) -> bool:
    """Tell whether a user's own phrase may be a pattern: one brace at most, else it could take for ever to match."""
    found = _SLOT.findall(key)
    return not found or (len(found) == 1 and found[0].isidentifier())


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    """Make a pattern of words and names of braces by turns."""
    return re.compile(
        "".join(f"(?P<{part}>.*)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    )


def _filled(phrase: str, values: Mapping[str, object]) -> str:
    """Put values into braces; no format specification and no attribute is looked at."""
    return _SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), phrase)


def words(language: str, overrides: Mapping[str, str]) -> Words:
    """Find the words of a language: a user's before ours, those of ``de`` for ``de-AT``, else the English ones.

    ``overrides``: templates by name (``look.overrides``). Raises TemplateError for a file that is no TOML.
    """
    code = language.replace("_", "-")
    for name in dict.fromkeys((code, code.partition("-")[0].lower())):
        own = overrides.get(f"words/{name}.toml")
        if own is not None or name in shipped():
            return _words(name, code, own)
    return _words("en", "en", overrides.get("words/en.toml"))


@cache
def _words(code: str, locale: str, own: str | None) -> Words:
    ours = tables(base(code))
    return Words(code, locale, ours if own is None else merged(ours, parsed(f"words/{code}.toml", own)))


def base(code: str) -> str:
    """Name the language of ours that a user's file builds on: German for ``de`` and ``de-AT``, else English."""
    primary = code.partition("-")[0].lower()
    return primary if primary in shipped() else "en"


def merged(ours: Mapping[str, Mapping[str, Any]], own: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Lay a user's entries over ours; one that is not shaped as ours is none (``faults`` names it)."""
    out = {table: dict(entries) for table, entries in ours.items()}
    for table, entries in own.items():
        for key, value in entries.items() if isinstance(entries, dict) and table in out else ():
            if shaped(table, key, value) and (table in KEYED or key in out[table]):
                out[table][key] = _clean(value)
    return out


def shaped(table: str, key: str, value: object) -> bool:
    """Tell whether an entry is shaped as ours are: a phrase, a phrase for each plural category, a pattern."""
    if table == "dates" and key != "first":
        return isinstance(value, str) and locales.fits(value, clock=key == "time")
    if table in PLURAL and isinstance(value, dict):
        return "other" in value and all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)


def _clean(value: str | Mapping[str, str]) -> Forms:
    if isinstance(value, str):
        return _UNSEEN.sub(" ", value)
    return {key: _UNSEEN.sub(" ", one) for key, one in value.items()}


def parsed(name: str, text: str) -> dict[str, Any]:
    """Read a user's file; raises TemplateError with its name for one that is no TOML."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # Python's own of a number of 5,000 digits among them
        raise TemplateError(f"{name}: {fault} (templates/{name} is TOML)") from fault


@cache
def shipped() -> tuple[str, ...]:
    """Name the languages of ours, sorted."""
    return _codes(home() / "words")


def languages_known(folder: Path | None = None) -> tuple[str, ...]:
    """Name the languages that the page can speak, sorted: ours, and those in a user's folder of templates."""
    own = _codes(folder / "words") if folder is not None else ()
    return tuple(sorted({*shipped(), *own}))


def _codes(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def slots(entry: object) -> frozenset[str]:
    """Name what the page puts into a phrase, or into the ``other`` of its forms."""
    phrase = entry.get("other", "") if isinstance(entry, dict) else entry
    return frozenset(_SLOT.findall(str(phrase)))


@cache
def tables(code: str) -> Mapping[str, Mapping[str, Any]]:
    """Read the tables of a language of ours."""
    return tomllib.loads((home() / "words" / f"{code}.toml").read_text(encoding="utf-8"))
