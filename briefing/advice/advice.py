"""A piece of advice, and how its line is written."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.config.config import Config
from briefing.model import Actor, Reading

# Ranks: what a desk gains by following, the most first.
EMPTY, PEOPLE, SPELLING, EXCLUDED, SHORT, ENDING, UNKNOWN, UNUSED, COUNTRY, IDLE, MEDIUM = range(11)

FEW = 3
"""Statements from which on it is no chance."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What was found, what to do about it, and the line that does it."""

    rank: int
    count: int
    """Statements that it is about: of two of one rank the larger one comes first."""
    what: str
    """One sentence, and where the line belongs."""
    line: str = ""
    """TOML to paste, as it stands; empty where only a person can tell."""
    under: tuple[str, str] | None = None
    """The table that the line belongs in, ``("actors", "us")``; None: the end of the file, or where a person says."""


def written(key: str, value: object) -> str:
    """Write a line of TOML: a key with a list, a text or a number.

    >>> written("people", [["Zelensky", "Zelenskyy"], "Umerov"])
    'people = [["Zelensky", "Zelenskyy"], "Umerov"]'
    """
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def table(kind: str, key: str, line: str) -> str:
    """Write a new table with one line in it."""
    return f"{_header(kind, key)}\n{line}"


def place(kind: str, key: str, name: str, *, replaces: bool) -> str:
    """Say where a line belongs: ``Under [actors.us], in place of its people:``."""
    return f"Under {_header(kind, key)}{f', in place of its {name}' if replaces else ''}:"


def _header(kind: str, key: str) -> str:
    bare = re.fullmatch(r"[A-Za-z0-9_-]+", key)
    return f"[{kind}.{key if bare else json.dumps(key, ensure_ascii=False)}]"


def people(actor: Actor, more: Collection[str] = (), *, spelled: Sequence[tuple[str, str]] = ()) -> str:
    """Write an actor's people with further ones; ``spelled``: (spelling that is there, further spelling)."""
    value = [_spellings(names, spelled) for names in actor.people]
    return written("people", [*value, *more])


def _spellings(names: tuple[str, ...], spelled: Sequence[tuple[str, str]]) -> str | list[str]:
    every = [*names, *(new for known, new in spelled if known == names[0])]
    return every if len(every) > 1 else every[0]


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def told(count: int, articles: int) -> str:
    """Say how often: ``9 statements in 4 articles``."""
    return f"{_counted(count, 'statement')} in {_counted(articles, 'article')}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def often(statements: int, articles: int, reading: Reading) -> bool:
    """Tell whether somebody is heard often enough to name: three times, in two articles where there are three."""
    return statements >= FEW and articles >= (2 if len(reading.articles) > 2 else 1)


def free(key: str, config: Config, *, among: Literal["actors", "themes"] | None = None) -> str:
    """Make a key that is not taken, by actors or themes, of letters that need no quotation marks."""
    plain = re.sub(r"[^a-z0-9]+", "_", key.lower()).strip("_") or "actor"
    taken = {one.key for one in config.actors if among != "themes"} | {one.key for one in config.themes}
    further = (f"{plain}_{n}" for n in range(2, len(taken) + 3))
    return next(name for name in (plain, *further) if name not in taken)
