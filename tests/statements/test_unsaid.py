"""Sentences that open well and still lean: on a question, a list, a thing that a figure counts, a person."""

import pytest

from briefing.statements import attribute
from tests.making import ACTORS, article, sentences


def leans(text, language="en"):
    made = article(text, language=language)
    return attribute(sentences(made, text), ACTORS)[0].leans


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A: You must ask Brussels.", "A"),
        ("HADDAD: No, and whoever says so has misread the vote.", "No"),
        ("Not at all.", "Not at all"),
        ("HADDAD: Because the policy rate is still squeezing an economy.", "Because"),
        ("According to the document, Ukraine is ready for a ceasefire.", "According to the document"),
        ("“Somebody has to begin,” its minister said.", "its"),
        ("“The port will open,” said his spokeswoman.", "his"),
        ("The gates would stay open, said his spokeswoman, Priya Nair.", "his"),
        ("Show me an oil producer of whom you can say that.", "that"),
        ("Behind her was Macron.", "her"),
        ("Macron called it “a text that leaves all unhappy”.", "it"),
        ("The employers have offered 2.3.", "2.3"),
        ("The text of the following statement is issued by France.", "following statement"),
        ("The islands ask for three things.", "three things"),
    ],
)
def test_what_is_left_unsaid_makes_a_sentence_lean(text, word):
    """The word is named for which something before is needed."""
    assert leans(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Russia: No soldier will come.",
        "No soldier will come.",
        "Because the port is closed, Macron will travel by train.",
        "According to the document signed in Minsk, Ukraine is ready.",
        "“The port will open,” Macron told his cabinet.",
        "“The port will open,” said Macron’s spokeswoman.",
        "Macron will stay, said his spokeswoman.",
        "Macron has five plans, and nobody can say that.",
        "Behind her desk, Macron waited for the train.",
        "Inflation fell from 3.1 to 2.3.",
        "The fee rose to $2.3.",
        "Moscow set three conditions for a truce.",
    ],
)
def test_what_says_all_stands_alone(text):
    """A determiner, a thing that is named, a second figure, an owner with a name: nothing is missing."""
    assert leans(text) is None


def test_german_answers_lean_too():
    """The words come from the language's data."""
    assert leans("Nein, das habe ich nie gesagt.", "de") == "Nein"
    assert leans("Wir haben drei Forderungen.", "de") == "drei Forderungen"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("France said it stood by its figure of 8 percent.", None),
        ("Poland said it also wanted ships.", None),
        ("Poland called it a trick.", "it"),
        ("Germany welcomed it as a signal to the other side.", "it"),
    ],
)
def test_an_it_behind_the_verb_is_its_object_or_the_next_subject(text, word):
    """Who says it stood by a figure means itself; who welcomes it means what was told before."""
    assert leans(text) == word
