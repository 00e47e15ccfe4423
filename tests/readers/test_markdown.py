"""Markdown as articles."""

import pytest

from briefing.model import Found, Skipped
from briefing.readers import understand

PROSE = "The council voted for the bridge on Monday."


def read(text):
    return list(understand(Found("a.md", "a.md", text.encode(), "text/markdown")))


def kinds(text):
    (article,) = read(text)
    return [(block.kind, article.text[block.span.start : block.span.end]) for block in article.blocks]


def test_mark_up_tells_blocks():
    """Headings, lists, quotations, tables and code are known from the mark-up, and no mark stays in the text."""
    text = (
        '# A *bridge* for Vesland\n\nThe council **voted** for the [bridge](https://a.example "x").\nIt is `old`.\n\n'
        "## Terms\n\n- Cost: nine million.\n  - Paid by all.\n\n1. Four years.\n\n> It must last.\n>\n> — The mayor\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode();\n```\n\n***\n\nAll said &amp; done."
    )
    assert kinds(text) == [
        ("title", "A bridge for Vesland"),
        ("paragraph", "The council voted for the bridge. It is old."),
        ("heading", "Terms"),
        ("list_item", "Cost: nine million."),
        ("list_item", "Paid by all."),
        ("list_item", "Four years."),
        ("quote", "It must last."),
        ("caption", "— The mayor"),
        ("furniture", "a | b"),
        ("furniture", "1 | 2"),
        ("furniture", "code();"),
        ("paragraph", "All said & done."),
    ]


def test_a_hard_break_parts_lines_but_not_a_sentence():
    """Two spaces at a line's end part blocks, unless the sentence plainly runs on."""
    assert kinds("Ann Lee went home.  \nBo Ray did  \nnot go.") == [
        ("paragraph", "Ann Lee went home."),
        ("paragraph", "Bo Ray did not go."),
    ]


def test_footnotes_are_furniture():
    """A note's number leaves no trace in the sentence, and the note is none."""
    assert kinds(f"{PROSE}[^1]\n\n[^1]: The minutes.") == [
        ("paragraph", PROSE),
        ("furniture", "The minutes."),
    ]


def test_html_in_markdown_is_text():
    """Raw mark-up gives its words only, scripts and styles nothing."""
    text = f"<script>alert(1)</script><style>p{{}}</style>\n\n<div onclick='x'><b>The council</b> met.</div>\n\n{PROSE}"
    assert kinds(text) == [("paragraph", "The council met."), ("paragraph", PROSE)]


def test_front_matter_is_fact_and_no_text():
    """Front matter is not in the text; several make several articles."""
    first, second = read(f"---\ntitle: A\n---\n{PROSE}\n\n---\ntitle: B\n---\n{PROSE}\n")
    assert (first.text, first.source.title, second.source.title) == (PROSE, "A", "B")


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " Deep.",
        "".join("  " * depth + "- a\n" for depth in range(100)),
        "[" * 5000,
        "[a][" * 3000,
        "<a " * 4000,
        "![a](" * 4000,
        "a\n===\n" * 3000,
        "<div>" * 400 + "\n",
        "word " * 210_000,
    ],
)
def test_tangled_mark_up_is_refused_before_it_costs(text):
    """What would keep the Markdown library busy for minutes is skipped."""
    (skipped,) = read(text)
    assert isinstance(skipped, Skipped)


def test_a_binary_and_an_empty_page_are_skipped():
    """Bytes that are no text, and mark-up without words, hold no article."""
    (binary,) = understand(Found("a.md", "a.md", bytes(range(5)) * 99, "text/markdown"))
    assert "no text" in binary.reason
    assert "no sentence" in read("![](a.png)\n\n***\n")[0].reason
