"""Sentences as places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Block, Source, Span
from briefing.text import sentences as module
from briefing.text.sentences import sentences, split
from briefing.text.shown import shown


def cut(text, language="en"):
    return [text[span.start : span.end] for span in split(text, Span(0, len(text)), language)]


@pytest.mark.parametrize("language", ["en", "de", "ru", "ar", "zh", "ja", "und"])
@given(text=st.text(alphabet='aB.Ж!?…。」”“"»« ()[1]年ا؟\n\u200b-,:;’', max_size=80))
def test_sentences_lose_nothing_but_white_space(language, text):
    """All letters and marks of a text stand in its sentences, in order and once."""
    assert "".join(shown(part) for part in cut(text, language)).replace(" ", "") == shown(text).replace(
        " ", ""
    )


@given(text=st.text(alphabet="aB.! ”\n", max_size=60))
def test_places_are_in_order_and_begin_on_words(text):
    """Places follow one another without touching white space at their ends."""
    spans = split(text, Span(0, len(text)), "en")
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)


def test_places_count_code_points_of_the_whole_text():
    """A stretch behind emoji and Cyrillic is cut at places of the whole text."""
    text = "😀😀 Київ. 😀 One. Two “x”. End"
    found = split(text, Span(9, len(text)), "en")
    assert [text[span.start : span.end] for span in found] == ["😀 One.", "Two “x”.", "End"]


def test_a_quotation_of_several_sentences_is_cut_inside():
    """Every sentence of a quotation is one, the last with who said it."""
    assert cut("“No deals without us. We refuse,” she said. “Why now?” Holm asked.") == [
        "“No deals without us.",
        "We refuse,” she said.",
        "“Why now?” Holm asked.",
    ]


@pytest.mark.parametrize(
    ("text", "sentences_"),
    [
        ("He left the U.S. Moscow waited.", ["He left the U.S.", "Moscow waited."]),
        ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("It met in D.C. The vote is next.", ["It met in D.C.", "The vote is next."]),
        ("It belongs to Acme Inc. Chairman Bo said no.", ["It belongs to Acme Inc. Chairman Bo said no."]),
        ("We met at 5 p.m. Moscow time. He left.", ["We met at 5 p.m. Moscow time.", "He left."]),
        (
            "Nobody had come to the hall by 5 p.m. Police shut it.",
            ["Nobody had come to the hall by 5 p.m.", "Police shut it."],
        ),
        ("See No. 10 and p. 12 of vol. 3. Done.", ["See No. 10 and p. 12 of vol. 3.", "Done."]),
        ("It fell by 1.9 m. Barges sailed.", ["It fell by 1.9 m.", "Barges sailed."]),
        ("J. D. Vance spoke. J.-P. Roy did not.", ["J. D. Vance spoke.", "J.-P. Roy did not."]),
        ("Read www.a.example/b.The end.", ["Read www.a.example/b.The end."]),
        ("He stopped in Riyadh.The minister left.", ["He stopped in Riyadh.", "The minister left."]),
        ('He said it."They know," she added.', ["He said it.", '"They know," she added.']),
        ('"They know."He left.', ['"They know."', "He left."]),
        ("It ended in 2022.The war did not.", ["It ended in 2022.", "The war did not."]),
        ("It is so [1]. That is not.[2] Nor is this.", ["It is so [1].", "That is not.[2]", "Nor is this."]),
        ("A cut […] Remains one. I … I know.", ["A cut […] Remains one.", "I … I know."]),
    ],
)
def test_stops_that_splitters_get_wrong(text, sentences_):
    """Abbreviations, initials, units, addresses, notes and pauses are read as in news."""
    assert cut(text) == sentences_


def test_line_ends_inside_a_block_do_not_cut():
    """A wrapped sentence is one place that holds its line ends."""
    assert cut("It takes\r\neffect on Jan. 1,\n2027. Then\nnot.") == [
        "It takes\r\neffect on Jan. 1,\n2027.",
        "Then\nnot.",
    ]


def test_danda_ends_a_hindi_sentence():
    """A script whose stops only the splitter knows is cut too."""
    assert cut("यह सच है। वह नहीं आया।", "hi") == ["यह सच है।", "वह नहीं आया।"]


def test_ascii_marks_inside_chinese():
    """Half-width question marks end a Chinese sentence, but not before a Latin word."""
    assert cut("他问:为什么?没人知道。Yahoo!News说。", "zh") == [
        "他问:为什么?",
        "没人知道。",
        "Yahoo!News说。",
    ]


def article(text, *blocks):
    source = Source("a.txt", "a.txt", "0" * 64)
    return Article("0" * 12, text, source, tuple(Block(kind, Span(*span)) for kind, span in blocks), "en")


def test_only_prose_is_cut_into_numbered_sentences():
    """Headings and furniture give no sentence; numbers run through the whole article."""
    text = "Title one\nHe ran. Ann hid.\nShare\n- Bo sat."
    read = article(
        text, ("title", (0, 9)), ("paragraph", (10, 26)), ("share", (27, 32)), ("list_item", (35, 42))
    )
    found = sentences(read)
    assert [(sentence.index, sentence.text, sentence.block.kind) for sentence in found] == [
        (0, "He ran.", "paragraph"),
        (1, "Ann hid.", "paragraph"),
        (2, "Bo sat.", "list_item"),
    ]
    assert found[2].id == "0" * 12 + ":35-42"


def test_the_work_grows_with_the_length(monkeypatch):
    """Twice the text asks twice as many questions, however the stops stand."""
    counts = []
    ends = module.ends
    for size in (400, 800):
        asked = []
        monkeypatch.setattr(
            module, "ends", lambda place, language, asked=asked: asked.append(0) or ends(place, language)
        )
        for unit in ("A. ", "he said. ", '." ', "(x.) Y "):
            cut(unit * size)
        counts.append(len(asked))
    assert counts[1] <= 2 * counts[0] + 8
