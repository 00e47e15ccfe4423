"""Text and Markdown, and the same sentences in every format."""

import re

import markdown as commonmark
import pytest

from briefing.model import Brief, Item
from briefing.renderers import html, mail, markdown, text
from briefing.text.shown import shown
from tests.renderers import samples
from tests.renderers.test_html import Elements
from tests.renderers.test_mail import parts

EDITIONS = samples.editions()


def printed(brief: Brief) -> tuple[Item, ...]:
    """Every item of top lines, sections and summaries without brackets."""
    items = [
        *brief.top_lines,
        *(i for s in brief.sections for i in s.items),
        *(i for s in brief.sources for i in s.summary),
    ]
    return tuple(i for i in items if not i.brackets)


def plain(brief: Brief) -> dict[str, str]:
    """What a reader of each format sees, as one line."""
    unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.render(brief))
    faces = {
        "html": Elements(html.render(brief)).text,
        "mail": Elements(parts(mail.render(brief))[2]).text,
        "markdown": unescaped,
        "text": text.render(brief),
    }
    return {name: shown(said) for name, said in faces.items()}


@pytest.mark.parametrize("name", list(EDITIONS))
def test_every_format_prints_the_same_sentences(name):
    """Each printed sentence stands in every format, equal after one function."""
    items = [i for i in printed(EDITIONS[name]) if EDITIONS[name].sources]
    for face, said in plain(EDITIONS[name]).items():
        missing = [i.text for i in items if shown(i.text) not in said]
        assert not missing, face


@pytest.mark.parametrize("name", ["plain", "full", "scripts"])
def test_text_and_markdown_are_as_they_were(name, golden):
    """The whole outputs are compared with those that were looked at."""
    golden(f"renderers/{name}.txt", text.render(EDITIONS[name]))
    golden(f"renderers/{name}.md", markdown.render(EDITIONS[name]))


@pytest.mark.parametrize("name", ["plain", "full", "many", "empty"])
def test_lines_of_text_are_at_most_76_columns(name):
    """Text fits a terminal and an old mail reader."""
    assert max(map(len, text.render(EDITIONS[name]).splitlines())) <= 76


def test_text_holds_no_control_characters():
    """Nothing in an article can steer a terminal or turn the line around."""
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text.render(samples.hostile())
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a *b* _c_ [d](e)", r"a \*b\* \_c\_ \[d\](e)"),
        ("1. first", r"1\. first"),
        ("2025) later", r"2025\) later"),
        ("- dash", r"\- dash"),
        ("# no heading", r"\# no heading"),
        ("<b>&amp; `c` ~~d~~ |e|", r"\<b\>\&amp; \`c\` \~\~d\~\~ \|e\|"),
        ("1.5 million - done", "1.5 million - done"),
    ],
)
def test_markup_in_a_sources_words_is_escaped(words, written):
    """CommonMark shows exactly the words; taking the backslashes out gives them back."""
    assert markdown.escape(words) == written
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written) == words


def test_hostile_markdown_becomes_no_element():
    """Rendered by a Markdown library, hostile words give no link, picture or script."""
    page = Elements(commonmark.markdown(markdown.render(samples.hostile())))
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "img", "style", "code"}
    assert all((a.get("href") or "#").startswith("#") for tag, a in page.found if tag == "a")


def test_themes_without_statements_say_so_in_every_format():
    """A theme with nothing is not left out."""
    for said in plain(samples.brief()).values():
        assert re.search("weather.*Nothing in today['’]s sources", said, re.IGNORECASE)


def test_what_was_not_read_is_named_in_every_format():
    """Ten failures are named, the others counted, everywhere."""
    for said in plain(samples.full()).values():
        assert "in/9.bin" in said
        assert "in/10.bin" not in said
        assert "2 more, listed in brief.json" in said


def test_a_marking_stands_in_every_format():
    """The desk's marking is on each of them."""
    for said in plain(samples.full()).values():
        assert said.count("TLP:AMBER") >= 2


def test_nothing_new_is_said_plainly():
    """An issue in which nothing changed says so in every format."""
    from briefing.model import Changes

    for said in plain(samples.brief(changes=Changes())).values():
        assert "Nothing material changed." in said
