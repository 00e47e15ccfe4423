"""What comes with the program: its editions, its folders of templates, the languages that its pages have words for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

BUILT_IN = "default"
"""The folder of templates that all others rest on."""


@cache
def editions() -> Mapping[str, Mapping[str, Any]]:
    """Give the shipped editions: name → its table, as it would stand under ``[audiences]``."""
    return tomllib.loads(Path(__file__).with_name("editions.toml").read_text(encoding="utf-8"))


@cache
def home() -> Path:
    """Find our own templates: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def looks() -> tuple[str, ...]:
    """Name the templates that are ours: that of all, then those of the shipped editions."""
    return tuple(dict.fromkeys(str(edition.get("template", BUILT_IN)) for edition in editions().values()))


def languages(templates: Path | None) -> tuple[str, ...]:
    """Give the codes for which a page has words: ours, and those in ``words`` among a desk's own templates."""
    folders = [folder / "words" for folder in (home(), templates) if folder]
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.toml")}))


def spoken(code: str, templates: Path | None) -> bool:
    """Tell whether a page has words for a language, or for the one that it is a kind of: ``de-AT`` is ``de``."""
    return bool({code, code.partition("-")[0]} & set(languages(templates)))
