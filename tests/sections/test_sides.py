"""A theme that asks for contrast: its sides, and that short editions keep both."""

from dataclasses import replace

import pytest

from briefing.model import Audience, Length, Reading
from briefing.sections import Frame, draft
from briefing.sections.lines import Line
from briefing.sections.sides import sided
from briefing.statements import attribute, with_stances
from briefing.summarizers import pick
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences

SPLIT = tuple(replace(theme, contrast=theme.key == "european") for theme in THEMES)
FRAME = Frame("Title", "en", "2025-02-19", 1, None, {"briefing": "0"}, None, SPLIT)
FOR = "France supports a mission of peacekeepers."
AGAINST = "Germany rejected a mission of peacekeepers."
PERHAPS = "Poland is ready to join a mission of peacekeepers if others pay."
NEUTRAL = "Britain warned of a long war in the east."


def drafted(*texts, themes=("european",), length=None, weights=None, frame=FRAME):
    made = [article(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    found = [
        s for one, text in zip(made, texts, strict=True)
        for s in with_stances(attribute(sentences(one, text), ACTORS))
    ]  # fmt: skip
    weighed = tuple(weights or (0.5 for _ in texts))
    reading = Reading(tuple(made), tuple(found), place(found, frame.themes, {}), {"house": weighed}, ())
    audience = Audience("analyst", None, themes, length or Length(), ("json",))
    return draft(reading, audience, frame, pick)


def shrunk(full, size):
    """Let statements give way until a section holds so many."""
    briefs = (full.after(n) for n in range(len(full.giving_way) + 1))
    return {
        item.text for item in next(b for b in briefs if len(b.sections[0].items) <= size).sections[0].items
    }


def parted(made):
    section = made.sections[0]
    texts = {item.id: item.text for item in section.items}
    return section.sides and [(side, [texts[one] for one in ids]) for side, ids in section.sides]


def test_a_theme_with_contrast_shows_its_sides():
    """For, on conditions, against, in this order; what takes no side is in none."""
    made = drafted(AGAINST, NEUTRAL, PERHAPS, FOR).after(0)
    assert parted(made) == [("For", [FOR]), ("On conditions", [PERHAPS]), ("Against", [AGAINST])]
    assert NEUTRAL in [item.text for item in made.sections[0].items]


def test_what_two_say_together_takes_no_side():
    """Two sentences printed as one stand on the first one's side only where nobody else speaks in the second."""
    full = drafted(AGAINST, NEUTRAL, FOR, AGAINST.replace("Germany", "Italy"))
    both = [Line(members, "european", 2.0) for members in ((0, 1), (2,), (3,))]
    europe = next(theme for theme in SPLIT if theme.key == "european")
    assert [line.side for line in sided(europe, both, full.reading)] == [None, "for", "against"]
    first, second, *rest = full.reading.statements
    same = replace(full.reading, statements=(first, replace(second, speakers=first.speakers), *rest))
    assert [line.side for line in sided(europe, both, same)] == ["against", "for", "against"]


def test_one_side_alone_is_no_contrast():
    """Where all take one side there is nothing to set beside each other."""
    assert drafted(AGAINST, NEUTRAL).after(0).sections[0].sides is None


def test_a_theme_without_contrast_has_no_sides():
    """Sides stand where the configuration asks for them."""
    assert drafted(AGAINST, FOR, frame=replace(FRAME, themes=THEMES)).after(0).sections[0].sides is None


@pytest.mark.parametrize("weak", [0, 1])
def test_a_short_edition_keeps_one_for_and_one_against(weak):
    """However weak the other side is, of two statements one is for and one against."""
    weights = [0.9, 0.9, 0.9, 0.9]
    weights[weak] = 0.0
    texts = (FOR, AGAINST, NEUTRAL, "Italy warned of a long war in the south.")
    full = drafted(*texts, weights=weights, length=Length(sentences=2))
    assert shrunk(full, 2) == {FOR, AGAINST}


def test_in_a_short_edition_the_weaker_side_is_brief():
    """Where room is scarce a brief statement of the weaker side goes before a longer one of about its strength."""
    long = "Italy supports a mission of peacekeepers in all parts of the country, in the air, on land and at sea."
    texts, weights = (AGAINST, long, FOR), (0.9, 0.5, 0.4)
    kept = {
        words: next(
            line
            for line in drafted(*texts, weights=weights, length=Length(words=words)).choice.themed[0][1][1:2]
        )
        for words in (300, 900)
    }
    assert {words: texts[line.first] for words, line in kept.items()} == {300: FOR, 900: long}
    texts, weights = (FOR, long.replace("supports", "rejected"), AGAINST), (0.9, 0.5, 0.4)
    line = drafted(*texts, weights=weights, length=Length(words=300)).choice.themed[0][1][1]
    assert texts[line.first] == AGAINST


def test_conditions_stand_for_a_yes_where_nobody_says_a_plain_one():
    """Of two statements one is on conditions where none is for the matter."""
    full = drafted(NEUTRAL, AGAINST, PERHAPS, weights=(0.9, 0.5, 0.1), length=Length(sentences=2))
    assert shrunk(full, 2) == {AGAINST, PERHAPS}


def test_a_section_of_one_keeps_the_strongest():
    """A limit of one sentence is kept: there is no room for two sides."""
    only = tuple(replace(theme, max_sentences=1) for theme in SPLIT)
    made = drafted(FOR, AGAINST, weights=(0.1, 0.9), frame=replace(FRAME, themes=only)).after(0)
    assert [item.text for item in made.sections[0].items] == [AGAINST]


def test_the_other_side_outlasts_every_third_statement():
    """The last to go are the strongest of each theme; before them goes the other side's."""
    full = drafted(FOR, AGAINST, NEUTRAL, "Russia rejected the talks again.", themes=("european", "russian"),
                   weights=(0.1, 0.9, 0.8, 0.2))  # fmt: skip
    order = [
        full.reading.statements[line.first].sentence.text
        for block, line in full.giving_way
        if line and block in full.edition.audience.themes
    ]
    assert order == [NEUTRAL, FOR, "Russia rejected the talks again.", AGAINST]


ASKED = tuple(
    replace(theme, question="Which governments would send troops, which would not?", keywords=())
    for theme in SPLIT
)


def test_a_side_is_taken_in_the_matter_that_the_question_asks_about():
    """Who welcomes talks or refuses money takes no side about troops; who names no matter takes none."""
    texts = (
        "France supports sending troops.",
        "Germany rejected troops in the east.",
        "Britain welcomed the talks in Jeddah.",
        "Poland rejected a fund for the east.",
        "Italy is ready to give money to the east.",
    )
    made = drafted(*texts, frame=replace(FRAME, themes=ASKED)).after(0)
    assert parted(made) == [("For", [texts[0]]), ("Against", [texts[1]])]


def test_without_a_question_the_sides_share_one_keyword():
    """A yes to one matter beside a no to another is no contrast."""
    words = tuple(replace(theme, keywords=("gas", "coal")) for theme in SPLIT)
    texts = ("France supports a date for coal.", "Germany rejected a date for gas.")
    assert drafted(*texts, frame=replace(FRAME, themes=words)).after(0).sections[0].sides is None
    texts = (*texts, "Italy rejected a date for coal.")
    made = drafted(*texts, frame=replace(FRAME, themes=words)).after(0)
    assert parted(made) == [("For", [texts[0]]), ("Against", [texts[2]])]


def test_a_keyword_that_takes_a_side_is_no_matter():
    """Among a theme’s keywords "reluctan*" says who hesitates, not about what."""
    words = tuple(replace(theme, keywords=("reluctan*", "veto")) for theme in SPLIT)
    texts = ("France supports the fund without a veto.", "Germany is reluctant about a veto.")
    assert drafted(*texts, frame=replace(FRAME, themes=words)).after(0).sections[0].sides is None
