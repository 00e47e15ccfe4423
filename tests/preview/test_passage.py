"""A sentence in its paragraph."""

import pytest

from briefing.config import load_config
from briefing.gathering.run import Means
from briefing.model import Article, Reading
from briefing.pipeline import gather
from briefing.preview.passage import AROUND, passage


@pytest.fixture
def reading(tmp_path):
    """Two articles: one with headings, one of a hundred paragraphs."""
    (tmp_path / "short.txt").write_text(
        "A Short Report\n\nFirst things come first. The minister said that he will go.\n\n"
        "What Comes Next\n\nThe vote is on Friday. Nobody knows its outcome.\n"
    )
    long = [f"The speaker number {n} said that the matter {n} is closed for good." for n in range(100)]
    (tmp_path / "long.txt").write_text("A Long Report\n\n" + "\n\n".join(long) + "\n")
    return gather([str(tmp_path)], load_config(None), means=Means())


def _article(reading: Reading, name: str) -> Article:
    return next(one for one in reading.articles if one.source.name == name)


def test_whole_article(reading):
    """All sentences stand in their paragraphs with their places, headings between them, one of them marked."""
    article = _article(reading, "short.txt")
    start = article.text.index("The minister")
    told = passage(reading, article.source.digest, start=start, end=start + 5)
    assert [one["heading"] for one in told["paragraphs"] if one["heading"]] == ["What Comes Next"]
    units = [unit for one in told["paragraphs"] for unit in one["sentences"]]
    assert [unit["text"] for unit in units if unit["marked"]] == ["The minister said that he will go."]
    assert [article.text[unit["start"] : unit["end"]] for unit in units] == [unit["text"] for unit in units]
    assert [len(one["sentences"]) for one in told["paragraphs"]] == [2, 0, 2]
    assert (told["title"], told["cut"]) == ("A Short Report", False)


def test_long_article(reading):
    """Of a long article so much is told as one reads around a sentence."""
    article = _article(reading, "long.txt")
    start = article.text.index("The speaker number 50 ")
    told = passage(reading, article.source.digest, start=start, end=start + 10)
    units = [unit for one in told["paragraphs"] for unit in one["sentences"]]
    assert len(units) == 2 * AROUND + 1
    assert units[AROUND]["marked"]
    assert told["cut"]


def test_nothing_there(reading):
    """A place that no article holds is none."""
    article = _article(reading, "short.txt")
    assert passage(reading, article.source.digest, start=10_000, end=10_001) is None
    assert passage(reading, "0" * 64, start=0, end=1) is None
