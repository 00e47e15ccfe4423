"""The pictures: who reports on what, how much, and when."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes

import pytest

from briefing.model import BLOCKS
from briefing.renderers import html, render
from briefing.renderers.view import building as view
from briefing.renderers.view.axis import Day, axis
from briefing.renderers.view.pictures import (
    COLUMNS,
    WIDTH,
    Column,
    Tally,
    columns,
    heads,
    largest,
    mirrored,
    row,
)
from tests.renderers import samples

MOSCOW = Tally("Moscow", "theme-1", {1: 4, 2: 1})
PARIS = Tally("Paris", "theme-2", {2: 1, 7: 2})


def dots(drawing):
    """The radius of each dot by its place from the left."""
    return {shape.x: shape.r for shape in drawing.shapes if shape.kind == "dot"}


def test_each_source_has_a_column_in_the_order_of_the_numbers():
    """Three sources tell of two themes: three columns, under their numbers."""
    shared = columns([MOSCOW, PARIS], {1: "Post"})
    assert shared == (Column("1", (1,)), Column("2", (2,)), Column("7", (7,)))
    assert [shape.text for shape in heads(shared, "x").shapes] == ["1", "2", "7"]


def test_the_area_of_a_dot_is_its_statements():
    """Four statements have a dot of twice the radius, four times the area, that one has."""
    shared = columns([MOSCOW, PARIS], {})
    first = dots(row(MOSCOW, shared, "x", most=largest([MOSCOW, PARIS], shared), heaviest=5))
    assert list(first.values()) == [5.0, 2.5]
    assert list(first) == sorted(first)


def test_the_bar_of_the_heaviest_theme_leaves_room_for_its_number():
    """Bars are as long as the statements in all, and no number leaves the picture."""
    shared = columns([MOSCOW, PARIS], {})
    lengths = []
    for tally in (MOSCOW, PARIS):
        shapes = row(tally, shared, "x", most=4, heaviest=5).shapes
        bar = next(shape for shape in shapes if shape.kind == "bar")
        number = next(shape for shape in shapes if shape.kind == "text")
        assert (number.text, number.x > bar.x + bar.width) == (str(tally.total), True)
        assert number.x + 4 * 5 <= WIDTH
        lengths.append(bar.width)
    assert lengths[1] / lengths[0] == pytest.approx(3 / 5, abs=0.01)


def test_too_many_sources_are_gathered_by_outlet():
    """With more sources than columns an outlet has one, those of nobody known the last."""
    tally = Tally("Moscow", "theme-1", dict.fromkeys(range(1, COLUMNS + 3), 1))
    shared = columns([tally], {1: "Post", 2: "Post", 3: "Wire"})
    assert [column.label for column in shared] == ["Post", "Wire", f"+{COLUMNS - 1}"]
    assert [column.of(tally) for column in shared] == [2, 1, COLUMNS - 1]
    assert largest([tally], shared) == 2
    assert max(dots(row(tally, shared, "x", most=2, heaviest=19)).values()) == 5.0
    leaning = heads(shared, "x").shapes
    assert [shape.turn for shape in leaning] == [-50, -50, -50]


def test_a_name_that_paper_cannot_draw_gives_its_number():
    """Letters that join are set wrong inside an SVG on paper: the outlet's first source stands for it."""
    shared = (Column("الجزيرة", (9, 12)), Column("Post", (1,)))
    assert [shape.text for shape in heads(shared, "x").shapes] == ["9", "Post"]


def test_the_axis_shows_the_days_around_the_brief():
    """A day of another year is left to the timeline; the others stand in their order, today between them."""
    days = [
        Day(date(2025, 2, 17), "17 Feb"),
        Day(date(2025, 2, 23), "23 Feb"),
        Day(date(2024, 1, 1), "1 Jan"),
    ]
    drawn = axis(days, date(2025, 2, 19), "19 Feb", "x")
    assert drawn is not None
    at = {shape.text: shape.x for shape in drawn.shapes if shape.kind == "text"}
    assert at["17 Feb"] < at["19 Feb"] < at["23 Feb"]
    assert "1 Jan" not in at
    assert axis(days[1:], date(2025, 2, 19), "19 Feb", "x") is None


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_calendar_has_a_first_and_a_last_day(today):
    """The days around it may lie outside what a date can hold."""
    assert axis([Day(today, "today")], today, "today", "x") is None


def test_days_that_would_touch_have_one_label():
    """Of two neighbouring days on a long axis the first one is written."""
    days = [Day(date(2025, 2, day), f"{day} Feb") for day in (1, 2, 28)]
    drawn = axis(days, date(2025, 2, 19), "19 Feb", "x")
    assert [shape.text for shape in drawn.shapes if shape.kind == "text" and shape.y > 20] == [
        "1 Feb",
        "28 Feb",
    ]


def test_a_page_from_the_right_turns_the_picture():
    """What stood at the left stands at the right, twice is as before, and letters are not turned around."""
    shared = columns([MOSCOW, PARIS], {})
    drawn = row(MOSCOW, shared, "x", most=4, heaviest=5)
    turned = mirrored(drawn)
    assert [WIDTH - x for x in dots(turned)] == pytest.approx(list(dots(drawn)))
    assert mirrored(turned) == drawn


def brief_with_pictures(**more):
    """The full sample with counts for its themes."""
    full = samples.editions()["full"]
    told = tuple(replace(section, reported=((1, 2 + n), (2, 1))) for n, section in enumerate(full.sections))
    return replace(full, sections=told, **more)


def test_the_page_says_in_words_what_a_picture_shows():
    """Each drawing has a title for those who do not see it, and ids that stand once."""
    text = html.render(brief_with_pictures())
    titles = re.findall(r'<title id="(picture-[\w-]+)">([^<]+)</title>', text)
    assert len({name for name, _ in titles}) == len(titles) >= 3
    assert re.search(r"\d statements: \d in 1, 1 in 2", dict(titles)["picture-1"])


def test_an_edition_that_shows_no_pictures_has_none():
    """The block is the audience's choice."""
    brief = brief_with_pictures()
    bare = replace(brief, look=replace(brief.look, blocks=tuple(b for b in BLOCKS if b != "pictures")))
    assert view.page(brief).pictures is not None
    assert view.page(bare).pictures is None


def test_one_theme_is_no_matrix():
    """Where only one theme or one source has anything there is nothing to compare."""
    brief = brief_with_pictures()
    alone = tuple(replace(one, reported=()) for one in brief.sections[1:])
    page = view.page(replace(brief, sections=(brief.sections[0], *alone), timeline=()))
    assert page.pictures is None


@pytest.mark.parametrize("format_", ["text", "markdown", "email"])
def test_where_nothing_is_drawn_the_picture_is_said_in_words(format_):
    """Text, Markdown and mail say of each theme how many statements which sources have."""
    data = render(brief_with_pictures(), format_).data
    if format_ == "email":
        parts = [part.get_payload(decode=True).decode() for part in message_from_bytes(data).get_payload()]
    else:
        parts = [data.decode()]
    for part in parts:
        assert "at a glance" in part.casefold()
        assert "3 statements: 2 in 1, 1 in 2" in " ".join(part.split())
