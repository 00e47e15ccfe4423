"""The order in which a section reads."""

import pytest

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.sections.order import ordered
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences

STRONG = "Russia drew a red line in the east."
OFFER = "Zelensky offered a swap of land."
REACTION = "Lavrov rejected the offer by Zelensky as a trick."
OTHER = "Moscow warned of a longer war."


def order(*told, values=()):
    """Order sentences, each of an article of its own: (text, date)."""
    made = [article(text, name=f"{n}.txt", published=day) for n, (text, day) in enumerate(told)]
    found = [
        s for one, (text, _) in zip(made, told, strict=True) for s in attribute(sentences(one, text), ACTORS)
    ]
    reading = Reading(tuple(made), tuple(found), (), {}, ())
    lines = [Line((n,), "russian", value) for n, value in enumerate(values or [0.0] * len(told))]
    return [found[line.first].sentence.text for line in ordered(lines, reading)]


def test_the_strongest_opens_and_the_others_read_on():
    """Without dates and reactions the others follow as they were written."""
    assert order((OTHER, None), (OFFER, None), (STRONG, None), values=(1.0, 1.0, 2.0)) == [
        STRONG,
        OTHER,
        OFFER,
    ]


def test_the_earlier_article_comes_first_and_undated_ones_last():
    """Dates order where they are known; the hour does not count."""
    told = (
        (STRONG, "2025-02-01"),
        (OTHER, None),
        ("Putin met envoys.", "2025-02-03"),
        (OFFER, "2025-02-02T10:00:00Z"),
    )
    assert order(*told, values=(9.0, 1.0, 1.0, 1.0)) == [STRONG, OFFER, "Putin met envoys.", OTHER]


@pytest.mark.parametrize("days", [(None, None), ("2025-02-01", "2025-02-02")])
def test_a_statement_comes_before_the_reaction_to_it(days):
    """Who answers another comes after the words that are answered, whatever the dates of the articles."""
    told = ((STRONG, None), (REACTION, days[0]), (OFFER, days[1]))
    assert order(*told, values=(9.0, 1.0, 1.0)) == [STRONG, OFFER, REACTION]


def test_naming_somebody_is_no_reaction():
    """Without a word of reaction the order stays."""
    named = "Lavrov spoke of Zelensky at length."
    assert order((STRONG, None), (named, None), (OFFER, None), values=(9.0, 1.0, 1.0)) == [
        STRONG,
        named,
        OFFER,
    ]


def test_an_article_keeps_its_own_order():
    """Sentences of one article are not torn apart."""
    made = article((STRONG, REACTION, OFFER))
    found = attribute(sentences(made, (STRONG, REACTION, OFFER)), ACTORS)
    reading = Reading((made,), found, (), {}, ())
    lines = [Line((n,), "russian", value) for n, value in enumerate((9.0, 1.0, 1.0))]
    assert [line.first for line in ordered(lines, reading)] == [0, 1, 2]


def test_nothing_has_an_order():
    """A theme without statements stays empty."""
    assert ordered([], Reading((), (), (), {}, ())) == []
