"""How well the labelled stories are placed: the targets that the project has set itself, in round figures."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing import api

TESTS = Path(__file__).parent.parent
F1, MISPLACED = 0.70, 0.22
"""Macro-F1 over the themes at least, and the share of placed sentences that may stand in a wrong section."""
STORIES = {
    "stories_de/koalition": F1, "stories_de/heizung": F1, "stories_de/bahn": F1,
    "stories_de/rente": F1, "stories_de/wehrdienst": F1, "stories_de/olympia": F1,
    "stories_other/fr": F1, "stories_other/ru": F1, "stories_other/uk": F1,
}  # fmt: skip


@cache
def counts(story: str) -> tuple[dict[str, list[int]], int, int]:
    """Each theme's hits, extras and misses; the units placed, and those placed in a section that is not theirs."""
    folder = TESTS / story
    reading = api.read([str(folder)], api.load_config(folder / "briefing.toml"))
    texts = {article.source.name: article.text for article in reading.articles}
    told = {(unit.source, unit.start): set(unit.themes) for unit in api.explain(reading)}
    at: dict[str, int] = {}
    themes: dict[str, list[int]] = {}
    placed = wrong = 0
    for label in labels(folder):
        source = label["source"]
        start = texts[source].find(label["text"], at.get(source, 0))
        at[source] = max(start + 1, at.get(source, 0))
        if label["kind"] not in ("sentence", "list_item") or label.get("optional"):
            continue
        wanted, found = set(label["themes"]), told.get((source, start), set())
        placed += bool(found)
        wrong += bool(found - wanted)
        for theme in wanted | found:
            row = themes.setdefault(theme, [0, 0, 0])
            row[0 if theme in wanted & found else 1 if theme in found else 2] += 1
    return themes, placed, wrong


def labels(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(("story", "wanted"), STORIES.items())
def test_macro_f1(story, wanted):
    """The sentences of a story stand in the sections that its labels give them, as far as its language is known."""
    themes, _, _ = counts(story)
    scores = [2 * hit / (2 * hit + extra + missed) for hit, extra, missed in themes.values()]
    assert sum(scores) / len(scores) >= wanted


@pytest.mark.parametrize("story", STORIES)
def test_misplaced(story):
    """Of the sentences that are placed, few stand in a section that is not theirs."""
    _, placed, wrong = counts(story)
    assert wrong / placed <= MISPLACED
