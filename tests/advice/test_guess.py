"""For whom a person speaks: told by the introductions of a run, and left open where they do not tell."""

import pytest

from briefing.advice.guess import actors
from briefing.advice.names import Heard, sounds
from briefing.model import Mention, Reading, Span, Speaker, Statement
from tests.making import article, sentences

PARTIES = {
    "U.S.": "us",
    "US": "us",
    "Russia": "russia",
    "Kremlin": "russia",
    "français": "fr",
    "России": "russia",
}


def guess(*texts, language="en", speakers=()):
    """The actor that sentences give to Rubio; each party that they name is found at its first place."""
    made = article(*((text,) for text in texts), language=language)
    statements = []
    for one in sentences(made, *((text,) for text in texts)):
        places = [(one.text.find(name), name, actor) for name, actor in PARTIES.items() if name in one.text]
        spans = [
            (Span(one.span.start + at, one.span.start + at + len(name)), actor) for at, name, actor in places
        ]
        statements.append(
            Statement(one, speakers, mentions=tuple(Mention(actor, span) for span, actor in spans))
        )
    reading = Reading((made,), tuple(statements), (), {}, ())
    return actors(reading, {"rubio": Heard("Rubio")}).get("rubio")


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Marco Rubio came.",
        "He met Russia’s foreign minister and US Secretary Rubio.",
        "Rubio, the US secretary of state, came.",
        "Marco Rubio, US president and general, came.",
    ],
)
def test_an_office_joins_party_and_name(text):
    """Right before the name, or in an apposition behind it."""
    assert guess(text) == "us"


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("fr", "Le ministre français Jean Rubio est là.", "fr"),
        ("en", "The envoy to Russia Marco Rubio came.", None),
        ("de", "Bundeskanzler Rubio kam.", None),
    ],
)
def test_a_party_between_office_and_name(language, text, actor):
    """In French the party follows the office; an envoy to a country is not its own."""
    assert guess(text, language=language) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin met the former Minister Marco Rubio.",
        "The Kremlin left, Secretary Rubio said.",
        "Russia Rubio.",
        "Russia saw how slowly and how carefully all of the many papers were read by Secretary Rubio.",
        "Rubio, who met the US secretary, came.",
        "Rubio, the US and its secretary, came.",
        "Rubio came.",
    ],
)
def test_nothing_else_tells(text):
    """A verb, a clause or no office at all between party and name."""
    assert guess(text) is None


def test_most_introductions_must_agree():
    """Three of four are enough, one of two is not."""
    one, other = "US Secretary Rubio came.", "Russia’s Minister Rubio came."
    assert guess(one, one, one, other) == "us"
    assert guess(one, other) is None


@pytest.mark.parametrize(("how", "actor"), [("tail", "us"), ("pronoun", None)])
def test_what_attribution_has_learned_counts(how, actor):
    """A speaker found by name votes for the actor; one found by a pronoun may be somebody else."""
    assert guess("It rained.", speakers=(Speaker("Marco Rubio", "us", how),)) == actor


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zelensky", "Zelenskyy", True),
        ("Zelensky", "Selenskyj", True),
        ("Orbán", "Orban", True),
        ("Zelensky", "Zelenska", False),
        ("Merz", "Mertz", False),
    ],
)
def test_spellings_share_a_sound(one, other, same):
    """Letters that transcriptions exchange are not told apart; others are."""
    assert (sounds(one) == sounds(other)) is same
