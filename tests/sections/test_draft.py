"""What an edition prints, in which order, and what it says of the rest."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from briefing.model import Audience, Length, Reading
from briefing.sections import Frame, draft
from briefing.statements import attribute
from briefing.summarizers import pick
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences

FRAME = Frame("Title", "en", "2025-02-19", 1, None, {"briefing": "0"}, "c0ffee", THEMES)
KEYS = tuple(theme.key for theme in THEMES)


def audience(themes=KEYS):
    return Audience("analyst", "Analyst edition", themes, Length(), ("json",))


def reading(*articles, weights=None):
    """Read made-up articles, each a tuple of paragraphs; without ``weights`` the first sentences weigh most."""
    made = [article(*paragraphs, name=f"{n}.txt") for n, paragraphs in enumerate(articles)]
    statements = [
        statement
        for one, paragraphs in zip(made, articles, strict=True)
        for statement in attribute(sentences(one, *paragraphs), ACTORS)
    ]
    given = weights or [1 / (1 + statement.sentence.index) for statement in statements]
    placements = place(statements, THEMES, {})
    return Reading(tuple(made), tuple(statements), placements, {"house": tuple(given)}, ())


def brief(*articles, weights=None, themes=KEYS, gone=None):
    """Draft a brief; unless ``gone`` says how many sentences gave way, the sources' summaries have."""
    full = draft(reading(*articles, weights=weights), audience(themes), FRAME, pick)
    summaries = sum(block in ("pictures", "sources") for block, _ in full.giving_way)
    return full.after(summaries if gone is None else gone)


def printed(section):
    return [item.text for item in section.items]


def test_every_theme_stands_in_the_audiences_order():
    """A theme with nothing has its section all the same."""
    made = brief(("Russia rejected the plan today.",), themes=("american", "russian"))
    assert [(section.key, printed(section)) for section in made.sections] == [
        ("american", []),
        ("russian", ["Russia rejected the plan today."]),
    ]


def test_the_strongest_statement_opens_and_the_rest_follows_the_text():
    """After the strongest one a section reads in the order of the articles."""
    texts = (
        "Russia warned the West again.",
        "Moscow refused any talks now.",
        "Putin demanded new written guarantees.",
    )
    made = brief(texts, weights=[0.1, 0.2, 0.9], themes=("russian",))
    assert printed(made.sections[0]) == [texts[2], texts[0], texts[1]]


def test_what_leans_is_left_out_and_counted():
    """A sentence that points back is not printed without what it points to."""
    made = brief(("Russia rejected the plan today.", "However, Moscow offered talks."), themes=("russian",))
    assert printed(made.sections[0]) == ["Russia rejected the plan today."]
    assert made.coverage.sentences.left_out == {"leans on the sentence before": 1}


def test_a_quotation_of_several_sentences_is_one_item():
    """Sentences of one quotation are printed together, as one slice."""
    made = brief(
        (("“No decisions without us.", "We will not accept deals,” Zelensky stated."),), themes=("ukrainian",)
    )
    (item,) = made.sections[0].items
    assert item.text == "“No decisions without us. We will not accept deals,” Zelensky stated."
    assert made.coverage.sentences.used == 2


def test_a_bare_quotation_needs_its_speaker():
    """Whose words nobody knows are not printed."""
    made = brief(
        ("Snow fell on the town.", "“Russia must leave now, and Moscow knows it.”"), themes=("russian",)
    )
    assert made.sections[0].items == ()


def test_equal_sentences_of_other_articles_are_also_in():
    """One claim told by two articles is one item with an “also”, and counted as told twice."""
    made = brief(
        ("Russia rejected the plan today.",), ("Russia rejected the plan today!",), themes=("russian",)
    )
    (item,) = made.sections[0].items
    assert [(also.source, also.text) for also in item.also] == [(2, "Russia rejected the plan today!")]
    assert made.coverage.sentences.told_twice == 1


def test_the_same_article_is_never_also():
    """A sentence repeated within its article is told twice but not “also in” itself."""
    made = brief(("Russia rejected the plan today.", "Russia rejected the plan today."), themes=("russian",))
    assert made.sections[0].items[0].also == ()
    assert made.coverage.sentences.told_twice == 1


def test_a_section_keeps_its_limit():
    """``max_sentences`` caps a section; what is beyond is counted."""
    texts = (
        "Ukraine demanded more jets now.",
        "Kyiv rejected the whole deal.",
        "Zelensky urged all allies to help.",
    )
    made = brief(texts, themes=("ukrainian",))
    assert printed(made.sections[0]) == list(texts[:2])
    assert made.coverage.sentences.left_out == {"beyond its section’s limit": 1}


def test_sources_are_numbered_in_order_of_first_use():
    """Source 1 is the first that a reader meets; those never cited come last."""
    made = brief(
        ("Snow fell on the town.",),
        ("Russia rejected the plan today.",),
        weights=[0.9, 0.1],
        themes=("russian",),
    )
    assert [(source.n, source.location, source.used) for source in made.sources] == [
        (1, "1.txt", 1),
        (2, "0.txt", 0),
    ]


def test_top_lines_are_the_weightiest_of_each_theme_within_their_words():
    """Four at most, at most 110 words, weightiest first."""
    made = brief(
        (
            "Russia rejected the plan today.",
            "Macron proposed a force of peacekeepers.",
            "Hegseth ruled out any troops.",
        ),
        weights=[0.2, 0.5, 0.9],
    )
    assert [item.text for item in made.top_lines] == [
        "Hegseth ruled out any troops.",
        "Macron proposed a force of peacekeepers.",
        "Russia rejected the plan today.",
    ]


def test_a_summary_tells_what_the_themes_do_not():
    """A source is condensed to sentences that its reader has not read above."""
    made = brief(("Russia rejected the plan today.", "Snow fell on the town."), themes=("russian",), gone=0)
    assert [item.text for item in made.sources[0].summary] == ["Snow fell on the town."]


@pytest.mark.parametrize(
    "scrap", ["Kyiv and Berlin.", "The ministers came with this:", "“We are very tired here.”"]
)
def test_a_summary_holds_no_scraps(scrap):
    """What no section may print for its form, a source's summary does not print either."""
    texts = ("Russia rejected the plan today.", scrap, "Snow fell on the town.")
    made = brief(texts, themes=("russian",), weights=[0.9, 0.8, 0.1], gone=0)
    assert [item.text for item in made.sources[0].summary] == ["Snow fell on the town."]


def test_without_themes_the_weightiest_of_each_article_leads():
    """A desk without a configuration gets top lines and every source condensed."""
    made = brief(
        ("Snow fell on the town.", "It melted soon after that."),
        ("Rain fell on the hill.",),
        themes=(),
        gone=0,
    )
    assert [item.text for item in made.top_lines] == ["Snow fell on the town.", "Rain fell on the hill."]
    assert made.sections == ()
    assert all(source.summary for source in made.sources)


def test_every_source_keeps_a_sentence_before_one_keeps_two():
    """Where there is room for two sentences of four, each of the two sources is condensed to one."""
    made = reading(
        ("Snow fell on the town.", "Frost came in the night."),
        ("Rain fell on the hill.", "Mud lay on the road."),
    )
    full = draft(made, audience(()), FRAME, pick)
    kept = full.after(sum(block in ("pictures", "sources") for block, _ in full.giving_way) - 2)
    assert [len(source.summary) for source in kept.sources] == [1, 1]


def test_summaries_give_way_before_statements_and_the_weakest_first():
    """Length takes the condensed sources first, then statements; a section's strongest stays longest."""
    texts = (
        "Russia rejected the plan today.",
        "Moscow refused any talks now.",
        "Hegseth ruled out any troops.",
    )
    made = reading((*texts, "Snow fell on the town."), weights=[0.9, 0.5, 0.1, 0.3])
    full = draft(made, audience(("russian", "american")), FRAME, pick)
    order = [(block, made.statements[line.first].sentence.text) for block, line in full.giving_way if line]
    assert order == [
        ("sources", "Snow fell on the town."),
        ("russian", "Moscow refused any talks now."),
        ("american", "Hegseth ruled out any troops."),
        ("russian", "Russia rejected the plan today."),
    ]
    shortest = full.after(len(full.giving_way))
    assert [printed(section) for section in shortest.sections] == [[], []]
    assert len(shortest.top_lines) == 2
    assert [row.reason for row in shortest.gave_way] == ["gave way to the length"]
    assert shortest.coverage.sentences.left_out == {
        "gave way to the length": 1,
        "names nothing of a theme": 1,
    }


@pytest.mark.parametrize("words", ["Russia warned.", "Moscow said no."])
def test_fragments_are_left_out(words):
    """Three words are no statement."""
    assert brief((words,), themes=("russian",)).coverage.sentences.left_out == {"too short to stand alone": 1}


SENTENCES = st.sampled_from(
    [
        "Russia rejected the plan today.",
        "However, Moscow offered talks.",
        "Hegseth ruled out any troops.",
        "Snow fell on the town.",
        "Will Germany and France agree now?",
        "Macron proposed a force of peacekeepers.",
        "“Nothing will do,” Zelensky told us.",
    ]
)


@settings(max_examples=60)
@given(
    st.lists(st.lists(SENTENCES, min_size=1, max_size=5).map(tuple), min_size=1, max_size=4),
    st.integers(0, 30),
)
def test_nothing_vanishes(articles, gone):
    """Every sentence read is used, told twice or left out for a reason; every item is a slice of its source."""
    distinct = list(dict.fromkeys(articles))
    made = brief(*distinct, gone=gone)
    counts = made.coverage.sentences
    assert counts.read == counts.used + counts.told_twice + sum(counts.left_out.values())
    texts = {source.n: article(*distinct[int(source.location[0])]).text for source in made.sources}
    for item in [*made.top_lines, *(item for section in made.sections for item in section.items)]:
        assert texts[item.source][item.start : item.end] == item.text


def test_a_strong_sentence_that_leans_brings_its_predecessor():
    """What leans is printed with the sentence before it, as one item, where both are short and of one paragraph."""
    both = ("Envoys met for four hours in Riyadh.", "However, Moscow rejected the plan as unacceptable.")
    made = brief((both,), themes=("russian",))
    assert printed(made.sections[0]) == [" ".join(both)]
    assert made.coverage.sentences.used == 2


@pytest.mark.parametrize(
    "told",
    [
        (
            "Envoys met for four hours in Riyadh.",
            "However, Moscow rejected the plan as unacceptable.",
        ),  # two paragraphs
        (
            ("He met envoys for four hours in Riyadh.", "However, Moscow rejected the plan as unacceptable."),
        ),  # leans too
        (("Envoys met for four hours in Riyadh.", "However, envoys of Moscow smiled."),),  # no position
        (
            ("“Envoys met for four hours.", "However, Moscow rejects the plan,” a guest said. No."),
        ),  # inside a quotation
        (
            (
                "Envoys met for " + "four long " * 30 + "hours.",
                "However, Moscow rejected the plan as unacceptable.",
            ),
        ),  # too long
        (
            ("Washington offered talks to all today.", "However, Moscow rejected the plan as unacceptable."),
        ),  # its own
    ],
)
def test_what_leans_otherwise_stays_out(told):
    """Across paragraphs, behind what leans itself, for a mention, or where it is long, the two stay apart."""
    made = brief(told, themes=("russian", "american"))
    assert not any("However" in text for text in printed(made.sections[0]))


def test_what_stands_alone_opens_before_what_brings_its_predecessor():
    """Of two statements alike in strength the one that needs no other opens the section."""
    both = ("Envoys met for four hours in Riyadh.", "However, Moscow rejected the plan as unacceptable.")
    alone = "Moscow rejected the plan as unacceptable today."
    made = brief((both,), (alone,), weights=[0.5, 0.5, 0.5], themes=("russian",))
    assert printed(made.sections[0]) == [alone, " ".join(both)]
