"""Stories on the page: what follows a lead stands under it, and the rest is counted in our own voice."""

import re
from dataclasses import replace

from briefing.model import SectionStory
from briefing.renderers import archive, html, mail, markdown, text
from briefing.renderers.paper.estimate import pages
from briefing.renderers.view import building as view
from briefing.renderers.view import phrases
from tests.renderers import samples
from tests.renderers.test_html import Elements
from tests.renderers.test_mail import parts

LEAD, NEXT, LAST = (
    replace(samples.FERRY, id=f"{at:012x}:0-80", text=said, brackets=())
    for at, said in enumerate(
        ("The ferry sank at noon.", "Divers reached it by night.", "Its owner said nothing.")
    )
)
OTHER = replace(LEAD, id="00000000000f:0-80", text="The lock was opened again.")


def brief(*stories, more=0, sources=0):
    """Make a brief of one theme with four statements."""
    items = (LEAD, NEXT, LAST, OTHER)
    section = replace(
        samples.SECTIONS[0], items=items, sides=None, stories=stories, more=more, sources=sources
    )
    return samples.brief(sections=(section,), top_lines=())


TOLD = brief(SectionStory((LEAD.id, NEXT.id, LAST.id), 31, 12), more=1, sources=1)


def test_what_follows_a_lead_is_told_by_the_page():
    """The lead stands as ever, the others follow it, and the count comes after the last."""
    theme = view.page(TOLD).themes[0]
    assert [(line.follows, line.more) for line in theme.lines] == [
        (False, None),
        (True, None),
        (True, "31 more in 12 sources"),
        (False, None),
    ]
    assert theme.more == "and 1 more statement"


def test_counts_are_said_in_the_singular_too():
    """One statement in one source needs no count of sources; one that two sources have does."""
    one = brief(SectionStory((LEAD.id,), 1, 1), SectionStory((OTHER.id,), 1, 2), more=1_204, sources=1)
    theme = view.page(one).themes[0]
    assert theme.lines[0].more == "1 more statement"
    assert theme.lines[3].more == "1 more by 2 sources"
    assert theme.more == "and 1,204 more statements in 1 source"


def test_every_format_counts_the_rest():
    """The same words of ours stand in each format."""
    faces = {
        "html": Elements(html.render(TOLD)).text,
        "mail": Elements(parts(mail.render(TOLD))[2]).text,
        "markdown": markdown.render(TOLD),
        "text": text.render(TOLD),
    }
    for face, said in faces.items():
        plain = re.sub(r"\s+", " ", said)
        assert plain.count("31 more in 12 sources") == 1, face
        assert plain.count("and 1 more statement") == 1, face


def test_text_and_markdown_set_off_what_follows():
    """In text it is indented, in Markdown an item of a list; the lead and the next story are not."""
    lines = text.render(TOLD).splitlines()
    assert LEAD.text in lines
    assert f"    {NEXT.text}" in lines
    assert OTHER.text in lines
    marked = markdown.render(TOLD).splitlines()
    assert [
        line[:2] == "- " for line in marked if any(i.text in line for i in (LEAD, NEXT, LAST, OTHER))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_the_page_sets_what_follows_in_a_class_of_its_own():
    """A template can tell what follows a lead."""
    assert html.render(TOLD).count('<div class="line follows"') == 2
    assert '<div class="line follows"' not in html.render(brief())


def test_stories_stand_in_the_archive():
    """brief.json carries them and gives them back; one of before, without, is read as it was."""
    assert archive.load(archive.dump(TOLD)) == TOLD
    assert b'"stories": [\n    {\n     "items": [' in archive.dump(TOLD)
    old = re.sub(rb',\s*"stories": \[\],\s*"more": 0,\s*"sources": 0', b"", archive.dump(brief()))
    assert b'"stories"' not in old
    assert archive.load(old) == brief()


def test_a_line_that_counts_takes_room():
    """On paper what is counted is a line more, and what follows is set in a smaller type."""
    assert (
        pages(brief())
        < pages(brief(more=1, sources=1))
        < pages(brief(SectionStory((LEAD.id,), 2, 2), more=1))
    )


def test_a_mail_that_is_cut_counts_only_what_it_holds_whole():
    """Where a theme's statements are cut, its count is left to the full edition."""
    page = view.page(TOLD)
    assert mail.cut(page, 4).themes[0].more == "and 1 more statement"
    assert mail.cut(page, 2).themes[0].more is None


def above(*items, more=3):
    """Make a brief whose theme begins with the story of its second top line."""
    first = SectionStory(tuple(item.id for item in items), more, 2, top=LEAD.id)
    section = replace(
        samples.SECTIONS[0], items=(*items, OTHER), sides=None, stories=(first,), more=7, sources=4
    )
    return samples.brief(sections=(section,), top_lines=(LAST, LEAD))


def test_a_section_refers_to_a_top_line_and_does_not_repeat_it():
    """What follows it stands under the reference, set as what follows; without that its story is counted there."""
    theme = view.page(above(NEXT)).themes[0]
    assert (theme.above, theme.above_anchor) == (
        "More on the second top line",
        view.page(above()).top_lines[1].anchor,
    )
    assert [(line.follows, line.more) for line in theme.lines] == [
        (True, "3 more in 2 sources"),
        (False, None),
    ]
    alone = view.page(above()).themes[0]
    assert alone.above == "See the second top line; 3 more on it in 2 sources"
    assert [line.follows for line in alone.lines] == [False]
    assert view.page(above(more=0)).themes[0].above == "See the second top line"


def test_a_section_of_nothing_else_says_it_in_a_line():
    """Where no statement is printed the reference counts the theme's rest too, and the theme is not called empty."""
    whole = above()
    section = replace(whole.sections[0], items=())
    theme = view.page(replace(whole, sections=(section,))).themes[0]
    said = "See the second top line; 3 more on it in 2 sources, and 7 more in 4 sources"
    assert (theme.above, theme.more, theme.lines) == (said, None, ())
    for face in (html.render, markdown.render, text.render):
        assert theme.empty.replace("’", "'") not in face(replace(whole, sections=(section,))).replace(
            "’", "'"
        )


def test_every_format_refers_to_the_top_line():
    """The same words of ours stand in each format, and on the screen they lead there."""
    told = above()
    faces = {
        "html": Elements(html.render(told)).text,
        "mail": Elements(parts(mail.render(told))[2]).text,
        "markdown": markdown.render(told),
        "text": text.render(told),
    }
    for face, said in faces.items():
        plain = re.sub(r"\s+", " ", said)
        assert plain.count("See the second top line; 3 more on it in 2 sources") == 1, face
    page = view.page(told)
    assert f'<a href="#{page.top_lines[1].anchor}">See the second' in html.render(told)


def test_heads_of_stories_are_set_alike():
    """No story of a section is set as if it stood above the next: a template can tell such a section."""
    assert '<section class="block theme storied"' in html.render(TOLD)
    assert "storied" not in html.render(brief()).split("</style>")[1]


def test_a_story_that_is_not_printed_is_named_by_a_title():
    """Behind the count stand the sources' titles, cut at a word; a number that no source has names nothing."""
    section = replace(TOLD.sections[0], more=9, sources=4, further=(1, 2, 99))
    sources = (
        replace(samples.SOURCES[0], n=1, title="Ferry " * 20),
        replace(samples.SOURCES[1], n=2, title="The lock"),
    )
    told = replace(TOLD, sections=(section,), sources=sources)
    said = view.page(told).themes[0].more
    assert (
        said == f"and 9 more statements in 4 sources, on: {'Ferry ' * 9}Ferry… [1] · The lock (Coast Radio)"
    )
    alone = replace(told, sections=(replace(section, further=(1,)),))
    assert (
        view.page(alone).themes[0].more == f"and 9 more statements in 4 sources, on: {'Ferry ' * 6}Ferry… [1]"
    )
    assert pages(told) >= pages(replace(told, sections=(replace(section, further=()),)))


def test_a_source_without_an_outlet_is_known_by_its_title():
    """In the rail a title of two lines at most stands for it; without one, its number."""
    source = replace(samples.SOURCES[0], name=None, title="Drones black out a third of Kharkiv at night")
    assert phrases.named(samples.EN, source) == "Drones black out a third of Kharkiv…"
    assert phrases.named(samples.EN, replace(source, title=None)) == f"Source {source.n}"
    assert phrases.named(samples.EN, replace(source, name="Reuters")) == "Reuters"
    assert phrases.named(samples.EN, replace(source, title="米" * 50)) == "米" * 37 + "…"


def test_a_question_gives_way_where_it_only_stretches_its_block():
    """Where the list of sources has shrunk, questions that cost a statement's room go; never on the screen."""
    long = "Which of the governments that met at the harbour would send a ferry, which would not, and when?"
    one = replace(samples.SECTIONS[0], question=long, items=(OTHER,), sides=None, more=3, sources=2)
    two = replace(one, key="second", title="Locks")
    short = replace(samples.brief(sections=(one, two), top_lines=(LEAD,)), compact=True)
    assert [theme.asked for theme in view.page(short).themes] == [False, False]
    assert [theme.asked for theme in view.page(replace(short, compact=False)).themes] == [True, True]
    assert long in Elements(html.render(short)).text
    assert pages(short) < pages(replace(short, compact=False))
