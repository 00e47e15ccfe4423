"""The hand-labelled stories: every label stands in its article, and they leave out no sentence that the reader sees."""

from collections import Counter

import pytest

from briefing.config import load_config
from briefing.text.sentences import sentences
from tests.stories import locate

BODY = ("sentence", "list_item")
COVERED = 0.97
"""Share of the reader's sentences that are labelled units, end for end; the rest are splits that a reader may miss."""


@pytest.fixture(scope="module", params=locate.STORIES)
def story(request):
    return request.param


@pytest.fixture(scope="module")
def articles(story):
    return locate.articles(story)


@pytest.fixture(scope="module")
def gold(story, articles):
    return list(locate.gold(story, {name: article.text for name, article in articles.items()}))


@pytest.fixture(scope="module")
def config(story):
    return load_config(locate.HERE / story / "briefing.toml")


def test_two_stories():
    """There are two stories besides the sample."""
    assert locate.STORIES == ("bank", "climate")


def test_size(articles, gold):
    """A story has 11 to 13 articles and at least 190 labelled sentences of the body."""
    assert 11 <= len(articles) <= 13
    assert sum(row["kind"] in BODY for row in gold) >= 190


def test_every_label_is_found(articles, gold):
    """Each labelled unit stands in its article after the unit before it; boilerplate may have been dropped."""
    assert [row["text"] for row in gold if row["char_start"] < 0 and row["kind"] != "boilerplate"] == []
    assert {row["source"] for row in gold} == set(articles)


def test_words_are_the_same(articles, gold):
    """The place of a unit holds its words, white space and quotation marks aside."""
    for row in gold:
        if row["char_start"] >= 0:
            words = articles[row["source"]].text[row["char_start"] : row["char_end"]].split()
            assert [word.strip("“”‘’\"'") for word in words] == [
                word.strip("“”‘’\"'") for word in row["text"].split()
            ]


def test_no_sentence_is_left_out(articles, gold):
    """Of the sentences that the reader sees 97 in 100 are labelled units with the same ends."""
    labelled = {(row["source"], row["char_start"], row["char_end"]) for row in gold if row["kind"] in BODY}
    seen = [
        (name, one.span.start, one.span.end)
        for name, article in articles.items()
        for one in sentences(article)
    ]
    assert len(labelled & set(seen)) >= COVERED * len(seen)
    assert len(labelled & set(seen)) >= COVERED * len(labelled)


def test_indices_run(gold):
    """Units are numbered from 0 in each article."""
    counted: Counter[str] = Counter()
    for row in gold:
        assert row["index"] == counted[row["source"]]
        counted[row["source"]] += 1


def test_labels_are_whole(gold, config):
    """Each unit has the fields that its kind asks for; themes, actors and grades exist."""
    themes, actors = {theme.key for theme in config.themes}, {actor.key for actor in config.actors}
    for row in gold:
        assert set(row["themes"]) <= themes
        if row["kind"] not in BODY:
            assert (row["themes"], row["label"], row["importance"], row["speaker"]) == ([], None, None, None)
            continue
        assert row["importance"] in (1, 2, 3)
        assert (row["label"] == "theme") == bool(row["themes"])
        speaker = row["speaker"]
        assert speaker is None or {speaker["actor"], *speaker.get("actors", [])} <= actors | {None}
        assert speaker is None or all(quote in row["text"] for quote in speaker["quoted"])


def test_every_theme_is_used(gold, config):
    """No theme of the configuration is without sentences."""
    assert {theme.key for theme in config.themes} == {key for row in gold for key in row["themes"]}


def test_pairs(story, articles):
    """At least 25 pairs, 8 of which differ; each of different articles, found in them, and there once."""
    texts = {name: article.text for name, article in articles.items()}
    found = list(locate.pairs(story, texts))
    assert len(found) >= 25
    assert sum(pair["type"] == "differs" for pair in found) >= 8
    sides = [frozenset((pair[side]["source"], pair[side]["index"]) for side in ("a", "b")) for pair in found]
    assert len(set(sides)) == len(sides)
    for pair in found:
        assert pair["a"]["source"] != pair["b"]["source"]
        assert min(pair["a"]["start"], pair["b"]["start"]) >= 0
        assert pair["type"] in ("same", "differs", "updates")
        assert pair.get("strength") in ((1, 2) if pair["type"] == "same" else (None,))


def test_place():
    """Words are found after a place, over line ends and under either quotation mark; else nowhere."""
    assert locate.place("a b\nc a", "a", 0) == (0, 1)
    assert locate.place("a b\nc a", "a", 1) == (6, 7)
    assert locate.place("a b\nc a", "b c", 0) == (2, 5)
    assert locate.place("He said “no”.", 'said "no"', 0) == (3, 12)
    assert locate.place("a b", "c", 0) is None
