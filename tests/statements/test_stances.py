"""Which side a speaker takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.languages import countries
from briefing.model import Actor, Span
from briefing.statements import attribute, with_stances
from briefing.text.sentences import sentences as split
from tests.making import article, sentences

CASES = Path(__file__).parent.parent / "cases" / "stances"
PEOPLE = {
    "PL": ("Tusk",), "FR": ("Macron",), "DE": ("Scholz", "Merz"), "HU": ("Orbán",), "IT": ("Meloni",),
    "UA": ("Zelensky",), "SK": ("Fico",), "PE": ("Castillo",),
}  # fmt: skip
CODES = "PL SE FR GB DE NO HU ES IT DK FI GR KE BR IN CL JP RU CA TR EG IE AT BE PT PE UA US SK CZ".split()
ACTORS = tuple(
    Actor(code.lower(), countries.names(code, "en"), tuple((name,) for name in PEOPLE.get(code, ())), (code,))
    for code in CODES
)
RIGHT = 0.95
"""Of the sides that are set, so many must be right: what the brief of this work asks."""


def stance(text, language="en"):
    made = article(text, language=language)
    found = with_stances(attribute(split(made), ACTORS))
    return next((one.stance for one in found if one.stance), None)


def cases(language):
    lines = (CASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_side_that_is_set_is_right(language):
    """Sentences labelled before the code was written: what is set is right, and most sides are found."""
    judged = [(gold, stance(text, language) or "none", text) for gold, text in cases(language)]
    given = [(gold, found) for gold, found, _ in judged if found != "none"]
    right = sum(gold == found for gold, found in given)
    wrong = [(text, found) for gold, found, text in judged if found not in ("none", gold)]
    assert right >= RIGHT * len(given), wrong
    assert right > sum(gold != "none" for gold, _ in cases(language)) / 2


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Poland rejected the tax.", "against"),
        ("Poland has not rejected the tax.", "for"),
        ("Poland has not ruled out the tax.", None),
        ("Poland does not support the tax.", "against"),
        ("Poland is willing to pay if others pay too.", "conditions"),
        ("Poland will not sign the deal unless others pay.", "conditions"),
        ("Poland supports the tax but opposes the levy.", None),
        ("Poland supports Ukraine.", None),
        ("Poland reaffirmed its commitment to supporting Ukraine.", None),
        ("Poland dismissed the accusations.", None),
        ("Does Poland support the tax?", None),
        ("Poland said the soldiers should be sent soon.", "for"),
        ("Poland said the soldiers should not be sent.", "against"),
        ("Poland suggested that soldiers could be sent.", "for"),
        ("Poland said that soldiers could be sent.", None),
        ("The tax was supported by Poland.", "for"),
        ("Poland reaffirmed its support for Ukraine.", None),
        ("Poland reaffirmed its support for Ukraine’s accession.", "for"),
        ("Poland has shown little sign it is willing to pay.", None),
        ("Poland is ready to pay, and has threatened to leave if others do not.", "for"),
        ("Poland opposed any deal without Ukraine.", "against"),
        ("Tusk warned it would lift the ban.", None),
        ("The ball is in the court of Russia, Poland said, and it is ready.", None),
        ("While Poland supports the tax, Russia is determined to win.", None),
        ("Nobody supports the tax.", None),
        ("Poland, asked for its view, said it supports the tax.", "for"),
        ("Poland spoke for hours, rejecting the tax.", "against"),
        ("Poland, which opposes the tax, voted first.", "against"),
        ("“We reject the tax,” Tusk said.", "against"),
        ("Poland rejects the tax, Tusk said.", "against"),
        ("“They reject the tax,” Tusk said.", None),
        ("Poland expressed its strong support for the tax.", "for"),
        ("Tusk said Warsaw considers the tax unacceptable.", None),
        ("Poland said the tax was unacceptable.", "against"),
    ],
)  # fmt: skip
def test_a_side_has_its_speaker_as_subject(text, side):
    """A verb's side is the speaker's only where the speaker is its subject; negation turns it."""
    assert stance(text) == side


def test_a_condition_that_was_found_makes_a_side_conditional():
    """The condition's place is taken from the facts where no word of this step's own shows it."""
    text = "Poland supports the tax in case of war."
    (one,) = attribute(sentences(article(text), text), ACTORS)
    assert [found.stance for found in with_stances([one])] == ["for"]
    told = replace(one, condition=Span(len("Poland supports the tax "), len(text) - 1))
    assert [found.stance for found in with_stances([told])] == ["conditions"]


def test_a_condition_of_what_is_only_reported_is_none_of_the_side():
    """What stands behind "that" belongs to what is said, not to the side."""
    text = "Poland supports the tax, adding with force that prices fall in case of war."
    (one,) = attribute(sentences(article(text), text), ACTORS)
    told = replace(one, condition=Span(text.index("in case"), len(text) - 1))
    assert [found.stance for found in with_stances([told])] == ["for"]


def test_a_language_without_words_for_sides_takes_none():
    """Nothing is guessed where there is no data; nothing comes of nothing."""
    text = "Poland rejected the tax."
    found = attribute(sentences(article(text, language="xx"), text), ACTORS)
    assert with_stances(found) == found
    assert with_stances(()) == ()
