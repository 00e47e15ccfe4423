"""How values are named, what is suggested, and where keys stand."""

import doctest

import pytest

from briefing.config import suggest
from briefing.config.lines import dotted, line_of

TEXT = '''\
title = "[themes.fake]"
"odd key" = 1
actors.eu.names = ["EU"]
notes = """
title = 2
[themes.deep]
"""

[ themes . us ]  # remark
"role" = "x"
keywords = [
  "a",
]
[themes."a b"]
role = "y"
inline = { deep = 1 }
[[list]]
key = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("odd key",), 2),
        (("actors", "eu", "names"), 3),
        (("themes", "us"), 9),
        (("themes", "us", "role"), 10),
        (("themes", "us", "keywords"), 11),
        (("themes", "us", "missing"), 9),
        (("themes", "a b", "role"), 15),
        (("themes", "a b", "inline", "deep"), 16),
        (("themes", "deep"), None),
        (("list", "key"), 18),
        (("actors",), 3),
        (("themes",), 9),
        (("nowhere",), None),
    ],
)
def test_line(path, line):
    """A key is found on its line or its first part's, one that is missing on its table's, and not inside a text."""
    assert line_of(TEXT, path) == line


def test_dotted():
    """A path is written as TOML would."""
    assert dotted(("themes", "a b", "us_1-x", "ö")) == 'themes."a b".us_1-x."ö"'


def test_doctest():
    """The example of the docstring holds."""
    assert doctest.testmod(suggest).failed == 0


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("speakr", "did you mean 'speaker'?"),
        ("SPEAKER", "did you mean 'speaker'?"),
        ("max sentences", "did you mean 'max_sentences'?"),
        ("md", "did you mean 'markdown'?"),
        ("zzz", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_suggest(value, meant):
    """The nearest allowed value is suggested, whatever its case and hyphens; nothing where none is near."""
    assert suggest.suggest(value, ["speaker", "max_sentences", "markdown"], also={"md": "markdown"}) == meant


def test_long_values_are_cut():
    """A long value is cut, so that the message stays readable."""
    assert suggest.named("x" * 100) == "'" + "x" * 59 + "…'"
    assert suggest.named({}) == "a table"
    assert suggest.named(None) == "this"


def test_letters_in_another_order_come_first():
    """“fpd” is fdp rather than spd."""
    assert suggest.suggest("fpd", ["spd", "fdp"]) == "did you mean 'fdp'?"
