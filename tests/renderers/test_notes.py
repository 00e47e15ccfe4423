"""An analyst's note: Markdown as a person types it, in every format, and never mark-up of the page."""

import markdown as commonmark
import pytest

from briefing.renderers import html, mail, markdown, text
from briefing.renderers.view.notes import LARGEST, MOST, passages, plain
from briefing.renderers.view.page import Passage, Run
from tests.renderers import samples
from tests.renderers.test_html import Elements
from tests.renderers.test_mail import parts

NOTE = (
    "Watch the **ice** and *the [pilots](https://post.example/a?b=1&c=2)*.\n\n"
    "1. First\n2. Second, **bold**\n   - inner\n\nLast <b>line</b>."
)
READ = (
    Passage(
        (
            Run("Watch the "),
            Run("ice", bold=True),
            Run(" and "),
            Run("the ", italic=True),
            Run("pilots", italic=True, link="https://post.example/a?b=1&c=2"),
            Run("."),
        )
    ),
    Passage(
        items=((Run("First"),), (Run("Second, "), Run("bold", bold=True)), (Run("inner"),)), ordered=True
    ),
    Passage((Run("Last <b>line</b>."),)),
)


def test_bold_italics_lists_and_links_are_read():
    """Lists within lists become one; what would be HTML is words."""
    assert passages(NOTE) == READ


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("plain\ntwo   lines", ("plain two lines",)),
        ("# Head\n\n> quoted\n> more\n\n    code <x>\n\n---", ("Head", "quoted more", "code <x>")),
        ("a\n\nb", ("a", "b")),
        ("AT&amp;T &lt; 5 & <script>alert(1)</script>", ("AT&amp;T &lt; 5 & <script>alert(1)</script>",)),
        ("![picture](https://x.example/a.png) `code`", ("picture code",)),
        ("one  \ntwo", ("one two",)),
        ("\u202eturned\u202c \x1b[31m red", ("turned [31m red",)),
        ("- **a** b\n- c\n\n  d", ("a b", "c d")),
        ("** a **", ("** a **",)),
    ],
)
def test_the_words_of_a_note_stay(typed, words):
    """Every word is kept, white space collapsed, hidden characters gone."""
    assert plain(passages(typed)) == words


@pytest.mark.parametrize("typed", [None, "", "  \n\n ", "---", "**  **\n\n![](x)"])
def test_nothing_typed_is_no_note_or_its_marks(typed):
    """An empty note is none; a rule or an empty picture leaves nothing behind."""
    assert plain(passages(typed)) in ((), ("** **",))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/etc/passwd",
        "mailto:a@b.example",
        "http://[::1",
    ],
)
def test_only_addresses_of_the_web_are_links(address):
    """Any other address leaves its words alone."""
    assert passages(f"[words]({address})") == (Passage((Run("words"),)),)


def test_a_heading_is_bold():
    """Headings of a note would compete with the page's own."""
    assert passages("## So it stands") == (Passage((Run("So it stands", bold=True),)),)


@pytest.mark.parametrize(
    "typed", ["a **b**\n\n" * (LARGEST // 9 + 1), "*" * (MOST + 1), "1. " * 400 + "*a*", "  " * 30 + "- *b*"]
)
def test_what_is_too_much_for_the_library_is_plain_paragraphs(typed):
    """The marks then stand as they were typed."""
    assert plain(passages(typed))[0] in ("a **b**", typed.strip())
    assert not any(run.bold for one in passages(typed) for run in one.runs)


def test_every_format_sets_it():
    """Bold, italics, lists and links in HTML, mail and Markdown; their words in the text."""
    brief = samples.brief(notes={"brief": NOTE, "harbours": "The **lock**."})
    for page in (html.render(brief), parts(mail.render(brief))[2]):
        found = Elements(page)
        assert ("a", {"href": "https://post.example/a?b=1&c=2", "rel": "noreferrer"}) in [
            (tag, {k: v for k, v in told.items() if k in ("href", "rel")}) for tag, told in found.found
        ]
        assert {"ol", "li", "i"} <= {tag for tag, _ in found.found}
        assert "Last <b>line</b>." in found.text
    again = Elements(commonmark.markdown(markdown.render(brief)))
    assert ("a", {"href": "https://post.example/a?b=1&c=2"}) in again.found
    assert {"ol", "strong", "em"} <= {tag for tag, _ in again.found}
    assert "    Watch the ice and the pilots (https://post.example/a?b=1&c=2)." in text.render(brief)
    assert "    2. Second, bold\n    3. inner" in text.render(brief)


def test_an_address_cannot_end_its_link():
    """What would close a link of Markdown is written in hexadecimal."""
    brief = samples.brief(notes={"brief": "[x](https://x.example/a>b)"})
    assert "[x](<https://x.example/a%3Eb>)" in markdown.render(brief)
