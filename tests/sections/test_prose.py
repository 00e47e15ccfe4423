"""What is no sentence, or tells of author and reader alone."""

import pytest

from briefing.sections.prose import condenses, verbal
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences


def statement(text, language="en"):
    made = article(text, language=language)
    return attribute(sentences(made, text), ACTORS)[0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Real wages, the policy rate and the price of butter, all in one picture.", "en", False),
        ("Ekdahl on her health: a cold.", "en", False),
        ("The board met in Malmö on Friday.", "en", True),
        ("The bank raised its rate.", "en", True),
        ("Russia rejects the plan.", "en", True),
        ("Alles über die Steuer, auf einen Blick.", "de", False),
        ("Die Steuer ist hoch.", "de", True),
        ("Prix du beurre.", "xx", True),
    ],
)
def test_a_sentence_has_a_verb(text, language, expected):
    """A language without such data has none but sentences."""
    assert verbal(statement(text, language)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Happy Friday, you have made it through the week.",
        "Let us count the ways in which this went wrong.",
        "We begin with a correction of what was printed here.",
        "Moscow has understood one language.",
        "Good luck with the rest of all of this in there.",
    ],
)
def test_greetings_and_asides_condense_nothing(text):
    """Who speaks to the reader, of the author, or in a few words, tells nothing of the article."""
    assert not condenses(statement(text))


@pytest.mark.parametrize(
    "text",
    [
        "The US has moved its ships to the east of the island.",
        "“We will never give up our ships to you,” Lavrov said in Minsk.",
        "The ministers have agreed on a fund for the islands.",
    ],
)
def test_what_an_article_tells_condenses_it(text):
    """The United States is no "us", and what is quoted is somebody's."""
    assert condenses(statement(text))
