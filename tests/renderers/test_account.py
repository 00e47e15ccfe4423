"""What the page says of its making: its blocks in order, its length, who approved it, whose grade an outlet has."""

from dataclasses import replace

import pytest

from briefing.model import Fitted, Look
from briefing.renderers import html, mail, markdown, text
from briefing.renderers.view import building as view
from briefing.renderers.view import phrases
from briefing.renderers.view.words import words
from tests.renderers import samples
from tests.renderers.samples import EN, source
from tests.renderers.test_html import Elements
from tests.renderers.test_mail import parts


def faces(brief):
    """What each format prints, by its name, white space collapsed."""
    pages = {
        "text": text.render(brief),
        "markdown": markdown.render(brief),
        "html": Elements(html.render(brief)).text,
        "mail": Elements(parts(mail.render(brief))[2]).text,
    }
    return {name: " ".join(page.lower().split()) for name, page in pages.items()}


def test_blocks_stand_in_the_order_of_the_edition_in_every_format():
    """The sources follow where they are not named; a block that is not named is not shown."""
    order = ("figures", "themes", "top_lines")
    brief = replace(samples.full(), look=Look(blocks=order))
    assert view.page(brief).blocks == (*order, "sources")
    for name, said in faces(brief).items():
        body = said[said.index("2 minutes") :]
        found = [
            body.index(mark) for mark in ("as the sources give", "who would open it", "the sources in brief")
        ]
        assert found == sorted(found), name
        assert "gone quiet" not in said and "who said what" not in said, name
        assert "timeline" not in said and "where the sources differ" not in said, name


def test_sources_stand_where_they_are_named():
    """First, if the edition wants it so, and once."""
    page = view.page(replace(samples.brief(), look=Look(blocks=("sources", "themes"))))
    assert page.blocks == ("sources", "themes")
    said = text.body(page)
    assert said.index("THE SOURCES IN BRIEF") < said.index("HARBOURS")
    assert said.count("THE SOURCES IN BRIEF") == 1


@pytest.mark.parametrize(
    ("fitted", "said"),
    [
        (None, None),
        (Fitted("pages", 2, 1.9), None),
        (Fitted("pages", 2, 2.04), None),
        (Fitted("pages", 2, 2.35), "runs over by 0.4 pages"),
        (Fitted("pages", 1, 2), "runs over by 1 page"),
        (Fitted("words", 300, 1534, estimated=False), "runs over by 1,234 words"),
        (Fitted("sentences", 3, 4), "runs over by 1 sentence"),
        (Fitted("pages", 2, 1.5, estimated=True), "length estimated"),
        (Fitted("pages", 2, 3, estimated=True), "runs over by 1 page, length estimated"),
    ],
)
def test_a_length_that_is_estimated_or_exceeded_is_told(fitted, said):
    """By how much, to a tenth; what is kept and counted needs no word."""
    assert phrases.kept(EN, fitted) == said


def test_the_length_stands_in_the_coverage_of_every_format():
    """Once, in the edition's language."""
    brief = samples.brief(fitted=Fitted("pages", 2, 2.5), language="de")
    for name, said in faces(brief).items():
        assert said.count("0,5 seiten zu lang") == 1, name


def test_who_approved_it_stands_in_the_masthead_of_every_format():
    """As the editor's name was typed; nobody is not named."""
    for name, said in faces(samples.brief(approved_by="A. <Editor>")).items():
        assert said.replace("\\", "").count("approved by a. <editor>") == 1, name
    assert view.page(samples.brief(approved_by=" ")).approved is None


def test_kind_and_grade_stand_in_rail_and_list():
    """The kind in the page's language, the grade as it stands; an unknown kind stays as it is."""
    one, two = (
        source(1, name="Post", kind="state media", grade="B2", published="2025-02-18"),
        source(2, kind="blog"),
    )
    page = view.page(samples.brief(language="de", sources=(one, two, source(3))))
    assert page.top_lines[0].origin.detail == "Staatsmedium · B2 · 18. Feb."
    assert page.sources[0].facts.startswith("Post · Staatsmedium · B2 · 18. Februar 2025")
    assert page.sources[1].facts.startswith("blog")


def test_a_mail_says_in_its_language_how_much_it_lacks():
    """The number of statements that it carries, and that of all: two top lines, two and three in the themes."""
    page = view.page(samples.full())
    said = mail._parted(samples.full(), page, room=3).parted
    assert said == "This mail carries the first 3 of 7 statements; the full edition holds them all."
    assert "перші 3 із 7 висловлювань" in (
        mail._parted(replace(samples.full(), language="uk"), page, room=3).parted or ""
    )


def test_latin_names_keep_their_order_on_an_arabic_page():
    """A mark of direction stands behind what parts them; a page from the left has none."""
    say = words("ar", {})
    assert say.dotted(("wire", None, "A1")) == "wire ·\u200f A1"
    assert EN.dotted(("wire", "", "A1")) == "wire · A1"
    assert say("file", name="02.txt") == "\u200e02.txt"
    assert not {"\u200e", "\u200f"} & set(text.render(samples.full()))


def test_what_was_not_read_is_marked_as_english():
    """Faults of files are told in English, and a page in another language says so."""
    brief = replace(samples.full(), language="fr")
    assert '<span lang="en" dir="ltr">this is no text</span>' in html.render(brief)
    assert 'lang="en" dir="ltr"' in parts(mail.render(brief))[2]
    assert '<span lang="en"' not in html.render(samples.full())
