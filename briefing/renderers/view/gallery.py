"""Brief → pictures of the page: what ``pictures`` draws, with the words that stand for each drawing."""

from collections.abc import Sequence
from datetime import date

from briefing.model import Brief
from briefing.renderers.view import phrases
from briefing.renderers.view.axis import Day, axis
from briefing.renderers.view.page import Block
from briefing.renderers.view.pictures import (
    Column,
    Drawing,
    Gallery,
    Row,
    Tally,
    columns,
    drawable,
    heads,
    largest,
    mirrored,
    row,
)
from briefing.renderers.view.words import Words
from briefing.text.shown import shown

_NAMED = 12
"""Sources, or days, that the words for a drawing name; the others are in the list of sources and the timeline."""


def gallery(brief: Brief, themes: Sequence[Block], say: Words, *, mirror: bool) -> Gallery | None:
    """Draw what a brief shows of its pictures; None where there is nothing to look at.

    ``mirror``: for a page that runs from the right.
    """
    if "pictures" not in brief.look.blocks:
        return None
    tallies = [
        Tally(theme.title, theme.anchor, dict(section.reported))
        for theme, section in zip(themes, brief.sections, strict=True)
    ]
    shared = columns(tallies, {one.n: shown(one.name) for one in brief.sources if one.name})
    rows = _rows(tallies, shared, say) if sum(bool(one.total) for one in tallies) > 1 < len(shared) else ()
    top = heads(shared, say("picture_heads")) if rows else None
    days = _axis(brief, say)
    if not rows and days is None:
        return None
    if not mirror:
        return Gallery(top, rows, days)
    turned = tuple(Row(one.title, one.anchor, mirrored(one.drawing)) for one in rows)
    return Gallery(mirrored(top) if top else None, turned, mirrored(days) if days else None)


def _rows(tallies: Sequence[Tally], shared: Sequence[Column], say: Words) -> tuple[Row, ...]:
    most, heaviest = largest(tallies, shared), max(tally.total for tally in tallies)
    return tuple(
        Row(
            tally.title,
            tally.anchor,
            row(tally, shared, _told(tally, shared, say), most=most, heaviest=heaviest),
        )
        for tally in tallies
    )


def _told(tally: Tally, shared: Sequence[Column], say: Words) -> str:
    """Say what a row shows: ``12 statements: 5 in 1, 4 in 3, 3 in 2``."""
    ranked = sorted(shared, key=lambda column: -column.of(tally))[:_NAMED]
    cells = [_cell(column, column.of(tally), say) for column in ranked if column.of(tally)]
    total = say.count("picture_row", tally.total)
    return f"{total}: {say.joined('comma', cells)}" if cells else total


def _cell(column: Column, count: int, say: Words) -> str:
    if column.rest:
        return say.count("picture_rest", len(column.sources), statements=say.number(count))
    return say("picture_cell", n=say.number(count), source=column.label)


def _axis(brief: Brief, say: Words) -> Drawing | None:
    today = _day(brief.date)
    if today is None:
        return None
    days = [
        Day(day, _short(say, day, brief.date))
        for dated in brief.timeline
        if (day := _day(dated.resolved)) is not None
    ]
    counted = {day: sum(1 for one in days if one.day == day) for day in sorted({one.day for one in days})}
    cells = [
        say("picture_day", day=phrases.plain_day(say, day.isoformat()), n=say.number(count))
        for day, count in counted.items()
    ]
    told = say("picture_axis", days=say.joined("comma", cells[:_NAMED]))
    return axis(days, today, _short(say, today, brief.date), told)


def _short(say: Words, day: date, near: str) -> str:
    """Write a day in few letters; in figures where the script joins its letters, which an SVG on paper cannot."""
    said = phrases.short_day(say, day.isoformat(), near=near) or ""
    return said if drawable(said) else f"{day.day}/{day.month}"


def _day(stated: str | None) -> date | None:
    """Read a whole date; None for a month, a year or anything else."""
    try:
        return date.fromisoformat(stated or "")
    except ValueError:
        return None
