"""Whose words a statement tells, and whether that is certain."""

import pytest

from briefing.model import Bracket, Speaker, Statement
from briefing.sections.voices import doubtful, unnamed
from tests.making import article, sentences


def statement(text, *speakers, brackets=(), quotes=()):
    (sentence,) = sentences(article(text), text)
    return Statement(sentence, tuple(Speaker(*one) for one in speakers), quotes, brackets=brackets)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (statement("Ships will sail.", ("Lavrov", "r", "quote")), True),
        (statement("Lavrov said ships will sail.", ("Sergey Lavrov", "r", "named")), False),
        (
            statement(
                "He said ships will sail.", ("Lavrov", "r", "pronoun"), brackets=(Bracket(2, "Lavrov"),)
            ),
            False,
        ),
        (statement("Ships will sail."), False),
    ],
)
def test_words_name_their_speaker_or_not(said, expected):
    """By the surname, in the words or in a bracket."""
    assert unnamed([said]) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (statement("Above all it wants the levy named.", ("Beijing", "c", "pronoun")), True),
        (statement("“Ships will sail,” he griped.", ("Trump", "us", "pronoun")), False),
        (statement("Ships will sail.", ("Lavrov", "r", "quote")), False),
        (statement("Ships will sail.", ("presidency", "b", "quote")), True),
        (statement("I asked Kyiv about ships.", ("Kyiv", "u", "named")), True),
        (statement("I asked for ships.", ("Sybiha", "u", "interview")), False),
        (statement("US officials asked for ships.", ("US", "us", "named")), False),
        (statement("Kyiv asked for ships.", ("Kyiv", "u", "named")), False),
    ],
)
def test_doubtful_words_stay_out(said, expected):
    """A bare "it", a speaker who is no name, a reporter's "I": in our own voice nothing would be certain."""
    assert doubtful([said]) is expected
