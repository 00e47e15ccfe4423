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


def find(text: str) -> str | None:
    """Find the code that someone meant by a name or another code: ``UK``, ``rus``, ``Russia``."""
    wanted = text.strip().casefold()
    if wanted.upper() in _table():
        return wanted.upper()
    for code, country in _table().items():
        if any(name.casefold() == wanted for names_ in country.values() for name in names_):
            return code
    return None
