"""How a speaker was found, in words."""

import pytest

from briefing.model import Speaker
from briefing.text.heard import heard


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        (Speaker("Bo", None, "quote"), "Bo, quote"),
        (Speaker("Bo", "us", "tail", "said"), "Bo [us], tail: “said”"),
        (
            Speaker("Bo", "us", "according_to", "according to", "TASS"),
            "Bo [us], according to: “according to”, through TASS",
        ),
        (Speaker("B\x1b[1mo", None, "tail", "sa\x07id", "T\u202eASS"), "B[1mo, tail: “said”, through TASS"),
    ],
)
def test_heard(speaker, told):
    """Name, actor, how, cue and medium, as far as known, and nothing that steers a terminal."""
    assert heard(speaker) == told
