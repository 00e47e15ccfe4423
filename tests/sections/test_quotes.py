"""Who said what, and in which role."""

import pytest

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.sections.quotes import quotes
from briefing.sections.roles import role
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences


def read(*articles):
    made = [article(*paragraphs, name=f"{n}.txt") for n, paragraphs in enumerate(articles)]
    found = [
        s for one, told in zip(made, articles, strict=True) for s in attribute(sentences(one, *told), ACTORS)
    ]
    return Reading(tuple(made), tuple(found), (), {}, ())


def said(*articles, values=(), printed=frozenset(), members=None):
    """List the block's entries: (speaker, words, role)."""
    reading = read(*articles)
    groups = members or [(n,) for n in range(len(reading.statements))]
    weights = values or [1.0] * len(groups)
    lines = [Line(group, "russian", value) for group, value in zip(groups, weights, strict=True)]
    entries = []
    for extra in quotes(reading, lines, printed):
        statement = reading.statements[extra.line.members[-1]]
        text = statement.sentence.article.text[extra.span.start : extra.span.end]
        entries.append((statement.speakers[0].name, text, extra.note))
    return entries


def test_the_quoted_words_stand_without_their_marks():
    """The words between the marks are the entry, the one who says them is beside them."""
    assert said(("“We shall not send one soldier,” Foreign Minister Lavrov said.",)) == [
        ("Lavrov", "We shall not send one soldier", "Foreign Minister")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavrov called it “a red line” again.",  # three words
        "“We shall not send one soldier,” he said.",  # nobody
        "“We shall not send one soldier,” a spokesman said.",  # no name
        "Lavrov mocked Macron and his “plan for a grand army of peace”.",  # whose words?
        "“We shall not send one soldier,” Lavrov and Putin said.",  # two speakers
        "Lavrov said they shall not send one soldier.",  # no quotation
    ],
)
def test_what_is_short_or_uncertain_stays_out(sentence):
    """Fewer than four words, or a speaker who is not certain, make no entry."""
    assert said((sentence,)) == []


def test_a_quotation_of_several_sentences_is_one_entry():
    """What two sentences share is printed whole."""
    told = (("“No decisions without us.", "We will not accept deals,” Zelensky stated."),)
    assert said(told, members=[(0, 1)]) == [
        ("Zelensky", "No decisions without us. We will not accept deals", None)
    ]


def test_the_weightiest_comes_first_and_one_speaker_twice_at_most():
    """Of three quotations of one speaker the weightiest two stand."""
    told = tuple((f"“We shall send {n} ships to the {place},” Lavrov said.",)
                 for n, place in (("ten", "north"), ("six", "west"), ("two", "east")))  # fmt: skip
    words = [text for _, text, _ in said(*told, values=(1.0, 3.0, 2.0))]
    assert words == ["We shall send six ships to the west", "We shall send two ships to the east"]


def test_equal_words_stand_once():
    """A quotation that another source has too, or has in part, is printed once: the weightier one."""
    told = (("“We shall send ten ships to the north,” Lavrov said.",),
            ("Lavrov said “send ten ships to the north” once more.",))  # fmt: skip
    assert [text for _, text, _ in said(*told, values=(2.0, 1.0))] == ["We shall send ten ships to the north"]


def test_what_a_section_prints_whole_gives_way():
    """Of two quotations alike in weight the one that no section prints comes first."""
    told = (
        ("“We shall send ten ships to the north,” Lavrov said.",),
        ("“We hold no talks with that man,” Putin said.",),
    )
    assert [name for name, _, _ in said(*told)] == ["Lavrov", "Putin"]
    assert [name for name, _, _ in said(*told, printed=frozenset({0}))] == ["Putin", "Lavrov"]


def test_the_block_has_eight_entries_at_most():
    """Of ten speakers with a quotation each eight stand."""
    names = ("Lavrov", "Putin", "Macron", "Scholz", "Starmer", "Hegseth", "Trump", "Zelensky")
    told = [
        (f"“We shall send {n} ships to the port of {n * 7},” {name} said.",)
        for n, name in enumerate((*names, *names))
    ]
    assert len(said(*told)) == 8


@pytest.mark.parametrize(
    ("introduction", "expected"),
    [
        ("U.S. Defense Secretary Pete Hegseth left.", "U.S. Defense Secretary"),
        ("Hegseth, the American defense secretary, left.", "American defense secretary"),
        ("Hegseth, who left the defense secretary behind, went.", None),
        ("Mr Hegseth left.", None),
        ("When Defense Secretary Hegseth left, nobody saw.", "Defense Secretary"),
        ("The defense secretary told Hegseth.", None),
        ("Washington’s envoy, Pete Hegseth, left.", "Washington’s envoy"),
        ("Hegseth left.", None),
    ],
)
def test_a_role_is_words_of_the_article(introduction, expected):
    """The role stands right before the name or set behind it; a form of address is none."""
    reading = read(((introduction, "“We shall not send one soldier,” Hegseth said."),))
    speaker = reading.statements[-1].speakers[0]
    found = role(reading, len(reading.statements) - 1, speaker)
    assert found == expected
    assert found is None or found in introduction


def test_a_quotation_ends_before_the_reporters_comma():
    """The comma that the reporter's sentence needs is none of the speaker's words; a question mark is."""
    told = ("“We shall not send one soldier,” Lavrov said.", "“Who would send one soldier?” Putin said.")
    assert [words for _, words, _ in said(told)] == [
        "We shall not send one soldier",
        "Who would send one soldier?",
    ]
