"""What ``briefing init`` writes: a commented configuration, a sample article, a template that changes one thing."""

import re
from pathlib import Path

_NAMES = ("briefing.toml", "articles/herring.md", "templates/executive/brief.html")
_TEMPLATE = ("brief.html", "style.toml")
_FOLDER = re.compile(r"[A-Za-z0-9_][\w-]*", re.ASCII)
_TAKEN = {"default", "fonts", "words", "preview"}
"""Folders of templates that are no edition's."""


def starter_files() -> tuple[tuple[str, str], ...]:
    """Give each file's path, relative to the folder it is written to, and its text."""
    return tuple((name, _text(name)) for name in _NAMES)


def template_files(name: str) -> tuple[tuple[str, str], ...]:
    """Give the files of the smallest override of that name; none where no folder of templates can be called so."""
    if not _FOLDER.fullmatch(name) or name in _TAKEN:
        return ()
    return tuple((f"templates/{name}/{file}", _text(f"templates/new/{file}")) for file in _TEMPLATE)


def _text(name: str) -> str:
    return (Path(__file__).with_name("start") / name).read_text(encoding="utf-8")
