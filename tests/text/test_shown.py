"""How a text looks in print."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text.shown import shown, trimmed


def test_white_space_becomes_one_space():
    """Tabs, line ends and no-break spaces are each one space, and none stands at the ends."""
    assert shown(" A\tferry \r\n\u00a0 operator\u2029") == "A ferry operator"


def test_hidden_characters_are_gone():
    """Controls, zero-width and bidi controls, soft hyphens, lone surrogates and tag characters are not shown."""
    assert shown("a\x00b\u202ec\u2066d\u200be\xadf\ufeffg\ud800h\U000e0041i\x85j") == "abcdefghi j"


def test_a_hidden_character_leaves_no_double_space():
    """White space on both sides of a hidden character is one space."""
    assert shown("a \u200b b") == "a b"


def test_joiners_stay():
    """The joiners that Persian and emoji need are letters, not furniture."""
    assert shown("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text(max_size=60))
def test_shown_twice_is_shown(text):
    """Showing a shown text changes nothing."""
    assert shown(shown(text)) == shown(text)


def test_a_place_begins_and_ends_on_what_is_seen():
    """Marks and white space at both ends fall away, those inside stay."""
    assert trimmed("\ufeff A\u200bB\u202c \n", 0, 8) == Span(2, 5)


def test_a_place_of_nothing_is_none():
    """A range of white space and hidden characters has no place."""
    assert trimmed("x \u200b\t y", 1, 5) is None
