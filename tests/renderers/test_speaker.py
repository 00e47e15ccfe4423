"""Whose words a line is, where these do not say so."""

import pytest

from briefing.model import Bracket, Speaker
from briefing.renderers.view import lines
from tests.renderers.samples import EN, item


def by(name, how):
    return Speaker(name, "a", how)


@pytest.mark.parametrize(
    ("text", "speakers", "expected"),
    [
        ("No ship will pass;", [by("Ilves", "quote")], "Ilves"),
        ("We ask for a bridge.", [by("Port Union", "issuer")], "Port Union"),
        ("“We shall pass. Nobody will stop us,” he griped.", [by("Ilves", "pronoun")], "Ilves"),
        ("“Ilves will lead the port. It is strong.”", [by("Ilves", "quote")], "Ilves"),
        (
            "We refuse nothing. The president said so.",
            [by("Ilves", "quote"), by("president", "named")],
            "Ilves",
        ),
        (
            "We are ready.",
            [by(name, "quote") for name in ("Oru", "Ket", "Lun", "Mar")],
            "Oru, Ket, Lun and others",
        ),
    ],
)
def test_carried_words_bear_their_speaker(text, speakers, expected):
    """A list below a lead-in, a release's "we", a quotation that names its speaker only within."""
    assert lines.speaker(EN, item(text, speakers=tuple(speakers))) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The minister recalled that ships pass.", [by("Ilves", "role")]),
        ("Ilves said no ship will pass.", [by("Ilves", "named")]),
        ("“No ship will pass,” Zelensky said. “None.”", [by("Zelenskyy", "quote")]),
        ("It wants ships.", [by("Ilves", "pronoun")]),
        ("Ships will pass.", []),
    ],
)
def test_words_that_say_who_speaks_bear_none(text, speakers):
    """An office, a name however spelled, or nobody who is known."""
    assert lines.speaker(EN, item(text, speakers=tuple(speakers))) is None


def test_a_bracket_names_the_speaker():
    """What the bracket says is not said again."""
    said = item(
        "He will let no ship pass.", speakers=(by("Ilves", "quote"),), brackets=(Bracket(2, "Ilves"),)
    )
    assert lines.speaker(EN, said) is None
