"""Ten days of one story: the expected changes stand in the articles and tell every statement of a day once."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.config import load_config
from briefing.model import Article, Found
from briefing.readers import understand
from briefing.text.sentences import sentences

STORY = Path(__file__).parent
DAYS = range(1, 11)
WHYS = {"number", "date", "condition", "denial", "scope", "side"}
COVERED = 0.97
"""Share of the reader's sentences that must be labelled units, with the same ends."""


def rows(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in (STORY / name).read_text(encoding="utf-8").splitlines())


@cache
def articles() -> dict[str, Article]:
    """Every article under "day/name"."""
    found = {}
    for path in sorted(STORY.glob("[01][0-9]/*.txt")):
        name = f"{path.parent.name}/{path.name}"
        (read,) = understand(Found(name, name, path.read_bytes(), "text/plain"))
        assert isinstance(read, Article)
        found[name] = read
    return found


@cache
def told(day: int) -> tuple[str, ...]:
    """Each sentence of a day as the reader yields it."""
    return tuple(
        sentence.text
        for name, article in articles().items()
        if name.startswith(f"{day:02}/")
        for sentence in sentences(article)
    )


@cache
def positions(day: int) -> dict[str, tuple[str, ...]]:
    """Each sentence of a day that has a theme, and its themes."""
    labelled = (row for row in rows("labels.jsonl") if row["source"].startswith(f"{day:02}/"))
    return {row["text"]: tuple(row["themes"]) for row in labelled if row["themes"]}


def changes() -> tuple[dict[str, Any], ...]:
    return rows("changes.jsonl")


def test_ten_days():
    """Each of ten days has three to five short articles in English; all days but the first have a list of changes."""
    for day in DAYS:
        names = [name for name in articles() if name.startswith(f"{day:02}/")]
        assert 3 <= len(names) <= 5
        assert all(80 <= len(articles()[name].text.split()) <= 165 for name in names), names
        assert {articles()[name].language for name in names} == {"en"}
        assert {articles()[name].source.published for name in names} == {f"2026-03-{day + 1:02}"}
    assert [row["day"] for row in changes()] == list(DAYS[1:])


def test_every_label_is_a_sentence():
    """Each labelled sentence is one that the reader yields, and the labels cover the reader's sentences."""
    body = [row for row in rows("labels.jsonl") if row["kind"] in ("sentence", "list_item")]
    read = [(name, one.text) for name, article in articles().items() for one in sentences(article)]
    labelled = [(row["source"], row["text"]) for row in body]
    assert [place for place in labelled if place not in read] == []
    assert sum(place in labelled for place in read) / len(read) >= COVERED


@pytest.mark.parametrize("row", changes(), ids=lambda row: f"day {row['day']}")
def test_changes_stand_in_the_articles(row):
    """What is new, repeated or changed is a sentence of that day; what it changed from is one of the day before."""
    day = row["day"]
    now = row["new"] + row["repeated"] + row["either"] + [change["now"] for change in row["changed"]]
    then = [text for change in row["changed"] for text in (change["then"], *change["then_also"])]
    assert [text for text in now if text not in told(day)] == []
    assert [text for text in then if text not in told(day - 1)] == []
    assert {change["why"] for change in row["changed"]} <= WHYS


@pytest.mark.parametrize("row", changes(), ids=lambda row: f"day {row['day']}")
def test_every_position_is_told_once(row):
    """Each sentence of the day that has a theme is new, changed, repeated or a border case, and only one of them."""
    now = row["new"] + row["repeated"] + row["either"] + [change["now"] for change in row["changed"]]
    assert sorted(now) == sorted(positions(row["day"]))
    assert {text for group in row["same_today"] for text in group} <= set(now)


@pytest.mark.parametrize("row", changes(), ids=lambda row: f"day {row['day']}")
def test_quiet_actors(row):
    """Quiet is who had a position the day before and has none on the day."""
    themes = load_config(STORY / "briefing.toml").themes
    actor = {theme.key: theme.actors[0] for theme in themes}
    before, today = (
        {actor[key] for keys in positions(day).values() for key in keys}
        for day in (row["day"] - 1, row["day"])
    )
    assert row["quiet"] == sorted(before - today)


def test_enough_of_each():
    """There are twenty or more of each sort, every reason, and one day without news."""
    counts = {key: sum(len(row[key]) for row in changes()) for key in ("new", "changed", "repeated")}
    assert min(counts.values()) >= 20
    assert {change["why"] for row in changes() for change in row["changed"]} == WHYS
    assert [row["day"] for row in changes() if not row["new"] and not row["changed"]] == [6]
