"""Finds hand-labelled stories in their articles: gold lines with places, as the scorers of a desk want them.

A label holds a unit's words, not its place. The place depends on the text as read, which for Markdown and HTML is the
reader's own; so it is looked up here, unit after unit in the order of the labels. White space counts as one space.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.model import Article, Found
from briefing.readers import understand

HERE = Path(__file__).parent
STORIES = tuple(sorted(path.parent.name for path in HERE.glob("*/labels.jsonl")))
MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def articles(story: str) -> dict[str, Article]:
    """Read a story's articles through the project's own readers: file name → article."""
    paths = sorted(path for path in (HERE / story).iterdir() if path.suffix in MEDIA_TYPES)
    found = (Found(path.name, path.name, path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in paths)
    read = (one for each in found for one in understand(each))
    return {one.source.name: one for one in read if isinstance(one, Article)}


def place(text: str, unit: str, at: int) -> tuple[int, int] | None:
    """Find a unit's words in a text from a place on: half-open code points, or None."""
    words = r"\s+".join(re.escape(word) for word in _SPACE.split(unit.translate(_QUOTES).strip()))
    match = re.compile(words).search(text.translate(_QUOTES), at)
    return match.span() if match else None


def gold(story: str, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Give a story's labels with ``char_start`` and ``char_end`` in the texts as read; -1 where a unit is not there.

    A title that a reader keeps apart from the text, and boilerplate that it drops, are the units that may be missing.
    """
    at: dict[str, int] = {}
    for row in lines(HERE / story / "labels.jsonl"):
        source = row["source"]
        found = place(texts[source], row["text"], at.get(source, 0))
        start, end = found or (-1, -1)
        at[source] = max(at.get(source, 0), end)
        yield {**row, "char_start": start, "char_end": end}


def pairs(story: str, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Give a story's labelled pairs with ``index``, ``start`` and ``end`` on both sides."""
    units = {(row["source"], row["text"]): row for row in gold(story, texts)}
    for row in lines(HERE / story / "pairs.jsonl"):
        sides = {side: units[row[side]["source"], row[side]["text"]] for side in ("a", "b")}
        yield {**row, **{side: _side(unit) for side, unit in sides.items()}}


def _side(unit: Mapping[str, Any]) -> dict[str, Any]:
    """Name a place as the scorer of pairs does."""
    return {
        "source": unit["source"], "index": unit["index"], "text": unit["text"],
        "start": unit["char_start"], "end": unit["char_end"],
    }  # fmt: skip
