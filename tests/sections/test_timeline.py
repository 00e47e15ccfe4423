"""Timeline: which dated statements an edition shows, and in which order."""

from dataclasses import replace

from briefing.model import Dated, Item, Reading, Span
from briefing.sections.lines import Line
from briefing.sections.timeline import MOST, in_order, timeline
from briefing.statements import attribute, with_facts
from tests.making import ACTORS, article, sentences


def reading(*paragraphs, published="2025-02-19"):
    """Read a made-up article of a Wednesday."""
    given = {"published": published} if published else {}
    made = article(*paragraphs, **given)
    statements = with_facts(attribute(sentences(made, *paragraphs), ACTORS))
    return Reading((made,), statements, (), {}, ())


def shown(read, *, theme="a"):
    lines = [Line((index,), theme, 1.0 - index / 100) for index in range(len(read.statements))]
    text = read.articles[0].text
    return [
        (text[extra.span.start : extra.span.end], extra.note, extra.ahead) for extra in timeline(read, lines)
    ]


def test_what_lies_ahead_outlasts_what_was():
    """A coming day is kept longest, then a day that was, then a month."""
    read = reading(
        "Britain refused in January.", "France met Poland on Monday.", "Italy will vote on Friday, Rome said."
    )
    assert shown(read) == [
        ("Friday", "2025-02-21", True),
        ("Monday", "2025-02-17", False),
        ("January", "2025-01", False),
    ]


def test_a_date_in_doubt_is_shown_only_where_it_helps():
    """“Next week” of a known week lies ahead; a bare weekday, a past week and figures of speech are left out."""
    read = reading("Britain will vote next week.", "France voted last week.", "Today, Italy faces a choice.")
    assert shown(read) == [("next week", None, True)]
    undated = reading("Britain will vote next week.", "France will vote on Friday.", published=None)
    assert shown(undated) == []
    assert shown(reading("Italy will vote in early May.", published=None)) == [("early May", None, True)]


def test_a_year_is_shown_ahead_or_in_a_list():
    """A year that only says since when something holds is no event; a target year is told once."""
    read = reading(
        "2014: Russia seized the port.",
        "Britain left in 2016.",
        "France will close it by 2030.",
        "Italy must pay by 2030.",
    )
    assert shown(read) == [("by 2030", "2030", True), ("2014", "2014", False)]


def test_a_date_of_a_relative_clause_is_not_the_sentences():
    """“Who was elected on Monday” dates somebody, not the statement."""
    assert shown(reading("Macron met a man who resigned on Monday.")) == []


def test_a_dateline_is_no_event():
    """The place and day before a wire's first sentence are not shown."""
    assert shown(reading("KYIV, February 18 (Wire) — Ukraine asked for more.")) == []


def test_one_event_is_told_once():
    """Near-equal statements of one day are one entry; another day's, or another event, stay."""
    read = reading(
        "Russia bombed the harbour of Odesa on Monday.",
        "On Monday Russia bombed the Odesa harbour.",
        "France met Poland on Monday.",
    )
    assert [text for text, *_ in shown(read)] == ["Monday", "Monday"]


def test_lines_of_several_voices_and_long_ones_are_left_out():
    """Whose date it is must be plain, and a row must be short."""
    read = reading(
        ("Macron insisted on Monday.", "Scholz refused."), "Italy met Spain on Monday " + "and more " * 25
    )
    assert timeline(read, [Line((0, 1), "a", 1.0), Line((2,), "a", 1.0)]) == ()


def test_at_most_so_many_dates_are_shown():
    """Lines of themes come first."""
    days = [f"Britain met country number{n} on {n} February 2025." for n in range(1, 16)]
    read = reading(*days)
    assert len(shown(read)) == MOST
    lines = [Line((0,), None, 3.0), Line((1,), "a", 0.1)]
    assert [extra.line.first for extra in timeline(read, lines)] == [1, 0]


def test_entries_stand_in_the_order_of_their_dates():
    """Those of which no date is certain follow, in the order that they came in."""
    item = Item("a:0-1", "x", 1, 0, 1, None, None, "en", "sentence")
    dated = [
        Dated(replace(item, id=f"{n}"), Span(0, 1), resolved)
        for n, resolved in enumerate((None, "2025-02", None, "2024-03-01", "2025-02-18"))
    ]
    assert [entry.item.id for entry in in_order(dated)] == ["3", "1", "4", "0", "2"]
