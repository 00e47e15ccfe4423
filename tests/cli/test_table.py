"""Tables in the terminal: widths in cells, breaking, styles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import table
from briefing.cli.table import Text, cells, clipped, row, wrapped

LETTERS = st.text(st.sampled_from("ab cd Ukraine 基辅、ї\u0301é— “”"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"),
    [("Kyiv", 4), ("基辅", 4), ("ｆｕｌｌ", 8), ("e\u0301", 1), ("a\u200db", 2), ("→ –", 3), ("", 0)],
)
def test_cells(text, width):
    """A wide character takes two cells, a combining or joining one none."""
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ("one two", "three")),
        ("one two three", 13, ("one two three",)),
        ("unbreakable", 4, ("unbr", "eaka", "ble")),
        ("so unbreakable", 6, ("so unb", "reakab", "le")),
        ("基辅要求安全保证", 6, ("基辅要", "求安全", "保证")),
        ("基辅要求", 5, ("基辅", "要求")),
        ("a 基辅", 4, ("a", "基辅")),
        ("", 5, ("",)),
    ],
)
def test_wrapping(text, width, lines):
    """Lines break at spaces; a word that fits no line fills the one it stands in and goes on."""
    assert wrapped(text, width) == lines


@given(LETTERS, st.integers(4, 40))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text, width):
    """Whatever the script, each line keeps the width, and joined they hold every letter in its order."""
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_clipping_shows_that_it_cut():
    """What is wider than its column ends with an ellipsis inside of it; the rest stays."""
    assert clipped("Kyiv asks", 9) == "Kyiv asks"
    assert clipped("Kyiv asks", 6) == "Kyiv…"
    assert clipped("基辅要求", 6) == "基辅…"


def test_a_row_sets_its_cells_beside_each_other():
    """Columns begin where the widths say, wide characters counted; no line ends with spaces."""
    cell = [
        [Text("1–2"), Text("heading", "faint")],
        [Text("基辅 要求")],
        [Text("Kyiv asks for more", "", "says  ")],
    ]
    assert list(row(cell, [7, 4, 12], colour=False)) == [
        "1–2      基辅  says  Kyiv",
        "heading  要求        asks",
        "                     for",
        "                     more",
    ]


def test_styles_only_where_asked():
    """Strong and faint words are wrapped in their code and the padding is not."""
    assert list(row([[Text("a", "strong")], [Text("b", "faint")]], [3, 3], colour=True)) == [
        "\x1b[1ma\x1b[0m    \x1b[2mb\x1b[0m"
    ]
    assert list(row([[Text("a", "strong")], [Text("b", "faint")]], [3, 3], colour=False)) == ["a    b"]


@pytest.mark.parametrize(
    ("terminal", "environment", "used"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_styles_ask_for_a_terminal_and_no_objection(monkeypatch, terminal, environment, used):
    """NO_COLOR with any value, a dumb terminal and a pipe turn them off."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(table.sys.stdout, "isatty", lambda: terminal, raising=False)
    assert table.coloured() is used


@pytest.mark.parametrize(("columns", "width"), [("140", 140), ("12", 40), ("", 80)])
def test_the_width_is_the_terminals(monkeypatch, columns, width):
    """``COLUMNS`` decides, 80 without a terminal, never less than a readable line."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(table.sys, "__stdout__", None)
    assert table.room() == width
