"""The names of countries by language, from ``countries.json`` (made by ``scripts/countries``).

A pattern is a word or words; ``*`` at the end of a word stands for any ending, and a capital letter asks for
one in the text. The file is read once, when first asked.
"""

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("countries.json")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = json.loads(_FILE.read_bytes())
    return table


@cache
def codes() -> tuple[str, ...]:
    """Name the ISO 3166 codes (two capital letters) of all countries, sorted."""
    return tuple(sorted(_table()))


@cache
def names(code: str, language: str) -> tuple[str, ...]:
    """Give a country's names, people, adjectives and capital in a language, then in English.

    ``language`` is a code such as ``de`` or ``pt-BR``; one without data leaves English. Raises KeyError for
    a code that ``codes()`` lacks.
    """
    country = _table()[code]
    primary = language.lower().replace("_", "-").split("-")[0]
    return tuple(dict.fromkeys((*country.get(primary, ()), *country["en"])))


@cache
def others(code: str, language: str) -> tuple[str, ...]:
    """Give what holds a country's name and is not it: "Latin America", "South Sudan", "Jim Jordan".

    The reviewed exceptions of a language and English, and the names of other countries in which one of its own stands.
    """
    primary = language.lower().replace("_", "-").split("-")[0]
    own = [name for name in names(code, language) if "*" not in name]
    longer, together = _longer(primary)
    held = [short for short in (f" {name} " for name in own) if short in together]
    known = [
        name
        for other, name in longer
        if other != code and any(short in f" {name} " for short in held) and name not in own
    ]
    country = _table()[code]
    excepted = (country.get(f"except-{key}", ()) for key in dict.fromkeys((primary, "en")))
    return tuple(dict.fromkeys((*(name for named in excepted for name in named), *known)))


@cache
def _longer(language: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """List the names of several words with their countries, and all of these names in one text."""
    longer = tuple((code, name) for code in _table() for name in names(code, language) if " " in name)
    return longer, "\n".join(f" {name} " for _, name in longer)


@cache
def _by_name() -> dict[str, str]:
    named: dict[str, str] = {}
    for code, country in _table().items():
        for key, listed in country.items():
            for name in listed if not key.startswith("except-") else ():
                named.setdefault(name.casefold(), code)
    return named


def find(text: str) -> str | None:
    """Find the code that someone meant by a name or another code: ``UK``, ``rus``, ``Russia``."""
    wanted = text.strip()
    return wanted.upper() if wanted.upper() in _table() else _by_name().get(wanted.casefold())
