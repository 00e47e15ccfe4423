"""Lines of a text on paper, counted by the widths of its letters."""

import pytest

from briefing.renderers.paper.widths import lines


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("", 10, 1),
        ("0000", 2.0, 1),  # four figures of half a square each
        ("0000", 1.9, 2),
        ("00 00", 2.233, 1),  # and a space of 0.233
        ("00 00", 2.2, 2),
        ("00 00 00", 1.2, 3),
        ("米" * 10, 5, 2),  # squares, no spaces: it breaks anywhere
        ("é" * 10, 5.1, 1),  # as wide as e: 0.510
        ("Я" * 10, 6.42, 1),  # 0.642 each
        ("Я" * 10, 6.41, 2),
        ("’" * 10, 1.83, 1),  # as wide as the straight one: 0.183
    ],
)
def test_words_are_laid_one_after_the_other(text, room, expected):
    """A word goes on the next line where the sum of the widths is more than a line holds."""
    assert lines(text, room) == expected


def test_sans_is_another_face():
    """Figures of the sans face take 0.497 of the size."""
    assert (lines("0" * 10, 4.98, sans=True), lines("0" * 10, 4.98)) == (1, 2)
