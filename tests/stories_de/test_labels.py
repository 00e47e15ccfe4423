"""The labelled stories, German and other: labels stand in their articles and cover what the reader yields."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.config import load_config
from briefing.model import Article, Found
from briefing.readers import understand
from briefing.text.sentences import sentences

HERE = Path(__file__).parent
STORY = HERE / "koalition"
OTHERS = tuple(
    HERE.parent / name
    for name in (
        "stories_de/heizung",
        "stories_de/bahn",
        "stories_de/rente",
        "stories_de/wehrdienst",
        "stories_de/olympia",
        "stories_other/fr",
        "stories_other/ru",
        "stories_other/uk",
    )
)
MEDIA = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}
BODY = ("sentence", "list_item")
COVERED = 0.97
"""Share of the reader's sentences that must be labelled units, with the same ends."""


@cache
def labels(story: Path = STORY) -> tuple[dict[str, Any], ...]:
    lines = (story / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def articles(story: Path = STORY) -> dict[str, Article]:
    paths = sorted(path for path in story.iterdir() if path.suffix in MEDIA)
    found = [Found(path.name, path.name, path.read_bytes(), MEDIA[path.suffix]) for path in paths]
    read = [article for one in found for article in understand(one)]
    assert all(isinstance(article, Article) for article in read)
    return {article.source.name: article for article in read if isinstance(article, Article)}


def places(story: Path = STORY) -> Iterator[tuple[dict[str, Any], int]]:
    """Each label with its place in the text as read, after the one before it, or -1.

    Furniture of a page (bylines, share buttons) may be missing there.
    """
    at: dict[str, int] = {}
    for label in labels(story):
        source, words = label["source"], label["text"]
        place = articles(story)[source].text.find(words, at.get(source, 0))
        if place >= 0:
            at[source] = place + len(words)
        if place >= 0 or label["kind"] != "boilerplate":
            yield label, place


def test_a_story_of_thirteen_articles():
    """There are thirteen German articles in three formats, with 190 sentences or more, about two fifths of a theme."""
    body = [label for label in labels() if label["kind"] in BODY]
    assert len(articles()) == 13
    assert {article.language for article in articles().values()} == {"de"}
    assert {Path(name).suffix for name in articles()} == set(MEDIA)
    assert len(body) >= 190
    assert 0.35 <= sum(bool(label["themes"]) for label in body) / len(body) <= 0.5


@pytest.mark.parametrize("story", (STORY, *OTHERS), ids=lambda story: story.name)
def test_every_label_is_found(story):
    """Each labelled unit stands in its article as it is read, in the order of the labels."""
    assert [(label["source"], label["text"]) for label, place in places(story) if place < 0] == []


@pytest.mark.parametrize("story", (STORY, *OTHERS), ids=lambda story: story.name)
def test_labels_cover_the_articles(story):
    """Nearly every sentence and list item that the reader yields is one that the labels know, whole."""
    known = {
        (one["source"], place, place + len(one["text"]))
        for one, place in places(story)
        if one["kind"] in BODY
    }
    read = [
        (name, sentence.span.start, sentence.span.end)
        for name, article in articles(story).items()
        for sentence in sentences(article)
    ]
    assert sum(place in known for place in read) / len(read) >= COVERED, set(read) - known


@pytest.mark.parametrize("story", OTHERS, ids=lambda story: story.name)
def test_other_stories_are_whole(story):
    """Every article is read in the story's language, and each of its units has a label that fits its themes."""
    config = load_config(story / "briefing.toml")
    assert {article.language for article in articles(story).values()} == {config.language}
    for label in labels(story):
        assert set(label["themes"]) <= {theme.key for theme in config.themes}
        assert (label["importance"] in (1, 2, 3)) == (label["kind"] in BODY)
        assert label["kind"] not in BODY or (label["label"] == "theme") == bool(label["themes"])


@pytest.mark.parametrize("label", labels(), ids=lambda label: f"{label['source']}:{label['index']}")
def test_a_label_is_whole(label):
    """A sentence has an importance and a label that fit its themes; a quotation is part of the sentence."""
    themes = load_config(STORY / "briefing.toml").themes
    assert set(label["themes"]) <= {theme.key for theme in themes}
    assert (label["importance"] in (1, 2, 3)) == (label["kind"] in BODY)
    if label["kind"] in BODY:
        assert label["label"] in ("theme", "context", "none")
        assert (label["label"] == "theme") == bool(label["themes"])
    assert all(quote in label["text"] for quote in (label["speaker"] or {}).get("quoted", ()))


def test_labels_are_numbered():
    """Within an article the units are numbered from 0."""
    for name in articles():
        numbers = [label["index"] for label in labels() if label["source"] == name]
        assert numbers == list(range(len(numbers)))
