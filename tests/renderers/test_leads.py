"""Who leads a statement in a column."""

import pytest

from briefing.model import Item, Speaker
from briefing.renderers.view.leads import homes, lead
from tests.renderers.samples import EN


def item(text, *speakers, before=None, language="en"):
    """Make an item; speakers are (name, actor) or (name, actor, cue)."""
    found = tuple(Speaker(name, actor, "named", *cue) for name, actor, *cue in speakers)
    return Item(
        "0" * 12 + f":0-{len(text)}",
        text,
        1,
        0,
        len(text),
        before,
        None,
        language,
        "sentence",
        speakers=found,
    )


def led(text, *speakers, before=None, language="en"):
    one = item(text, *speakers, before=before, language=language)
    return lead(one, homes([one], "en"), say=EN)


@pytest.mark.parametrize(
    ("text", "speakers", "expected"),
    [
        ("Poland rejected it.", [("Poland", "e")], "Poland"),
        ("Warsaw rejected it.", [("Warsaw", "e")], "Poland"),
        ("Polish officials rejected it.", [("Polish", "e")], "Poland"),
        ("European leaders rejected it.", [("European", "e")], "European leaders"),
        ("NATO rejects it.", [("NATO", None)], "NATO"),
        ("German Chancellor Olaf Scholz rejected it.", [("Olaf Scholz", "e")], "Germany · Olaf Scholz"),
        ("Olaf Scholz rejected it.", [("Olaf Scholz", "e")], "Olaf Scholz"),
        ("Sybiha, Ukraine’s foreign minister, rejected it.", [("Sybiha", "u")], "Ukraine · Sybiha"),
        ("Prime Minister Tusk met the German minister.", [("Tusk", "e")], "Tusk"),
        ("Germany: Chancellor Olaf Scholz is hesitant.", [("Olaf Scholz", "e")], "Germany · Olaf Scholz"),
        ("France and Poland: Some European leaders want more.", [("European", "e")], "France and Poland"),
        ("France and Poland: Some European leaders want more.", [("European leaders", "e")], "France and Poland"),
        ("TUSK: I reject it.", [("Donald Tusk", "e")], "Donald Tusk"),
        ("Food tax: Poland rejected it.", [("Poland", "e")], "Poland"),
        ("Germany, Italy and Spain are reluctant.",
         [("Germany", "e", "are"), ("Italy", "e", "are"), ("Spain", "e", "are")], "Germany, Italy and Spain"),
        ("Washington and Kyiv agreed.", [("Washington", "us", "agreed"), ("Kyiv", "u", "agreed")],
         "United States and Ukraine"),
        ("Russia rejected it, with Lavrov calling it a trick.",
         [("Russia", "r", "rejected"), ("Lavrov", "r", "calling")], "Russia · Lavrov"),
        ("At a press conference with Hungarian Prime Minister Victor Orban, Fico rejected it.",
         [("Fico", "e")], "Fico"),
        ("Scholz, Polish Prime Minister Donald Tusk and others came.", [("Scholz", "e")], "Scholz"),
        ("Poland refused. Its minister, Wanda Kosińska, said Warsaw would veto it.",
         [("Poland", "e"), ("Wanda Kosińska", "e"), ("Warsaw", "e")], "Poland · Wanda Kosińska"),
        ("Poland and Warsaw rejected it with Italy.", [("Poland", "e"), ("Warsaw", "e"), ("Italy", "e")],
         "Poland and Italy"),
        ("Nobody knows.", [], None),
    ],
)  # fmt: skip
def test_a_country_or_person_leads(text, speakers, expected):
    """Labels before the colon, then speakers; the country of a person where the sentence says it."""
    assert led(text, *speakers) == expected


def test_another_sentence_may_tell_a_persons_country():
    """A person whom the sentence before introduces keeps that country."""
    before = "British Prime Minister Keir Starmer spoke first."
    assert led("Starmer is ready to go.", ("Starmer", "e"), before=before) == "United Kingdom · Starmer"


def test_a_person_of_two_countries_has_none():
    """Where the sentences tell two countries nothing is said."""
    before = "French President Berg left, and German Chancellor Berg stayed."
    assert led("French President Berg is ready.", ("Berg", "e"), before=before) == "France · Berg"
    both = [
        item("French President Berg is ready.", ("Berg", "e")),
        item("German Chancellor Berg left.", ("Berg", "e")),
    ]
    assert lead(both[0], homes(both, "en"), say=EN) == "Berg"


def test_a_name_without_letters_leads_nothing():
    """An empty name is no lead."""
    assert led("Something happened.", (" ", None)) is None
