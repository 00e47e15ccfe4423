"""Figures: which numbers an edition shows, and whose they are."""

from dataclasses import replace

from briefing.model import Reading, Span
from briefing.sections.figures import MOST, figures
from briefing.sections.lines import Line
from briefing.statements import attribute, with_facts
from tests.making import ACTORS, article, sentences


def reading(*articles):
    """Read made-up articles, each a tuple of paragraphs."""
    made = [article(*paragraphs, name=f"{n}.txt") for n, paragraphs in enumerate(articles)]
    statements = [
        statement
        for one, paragraphs in zip(made, articles, strict=True)
        for statement in with_facts(attribute(sentences(one, *paragraphs), ACTORS))
    ]
    return Reading(tuple(made), tuple(statements), (), {}, ())


def lines(read, *, theme="a"):
    """Let every statement be a line of its own, the first weightiest."""
    return [Line((index,), theme, 1.0 - index / 100) for index in range(len(read.statements))]


def shown(read, printable):
    return [
        (
            read.statements[extra.line.first].sentence.article.text[extra.span.start : extra.span.end],
            extra.note,
        )
        for extra in figures(read, printable)
    ]


def test_a_figure_is_shown_with_its_unit_as_printed():
    """The label is number and unit in the source's words; the unit is a sign, a rate or the last word."""
    read = reading(
        (
            "Britain would send 30,000 British troops.",
            "France offered €2.5 billion.",
            "Poland pays 40 zlotys a head.",
            "Italy grew by 3 percent.",
            "Germany built 90 km of road.",
        )
    )
    assert shown(read, lines(read)) == [
        ("€2.5 billion", "€"),
        ("40 zlotys a head", "zlotys a head"),
        ("3 percent", "percent"),
        ("30,000 British troops", "troops"),
        ("90 km", "km"),
    ]


def test_what_measures_nothing_is_no_figure():
    """Lengths of time, a few of something and bare numbers are left to their sentences."""
    read = reading(
        ("Britain waited two weeks.", "France sent three ministers.", "Poland counted 700 in all.")
    )
    assert shown(read, lines(read)) == []


def test_a_sentence_gives_one_figure_and_a_figure_is_told_once():
    """The weightiest number of a line; the same value and unit of another source is not repeated."""
    read = reading(
        ("Britain offered €5 million and 400 tanks.", "France agreed."), ("Paris heard of €5 million.",)
    )
    assert shown(read, lines(read)) == [("€5 million", "€")]


def test_lines_of_themes_come_first():
    """A line of no theme waits behind every line of one, however weighty."""
    read = reading(("Britain offered €5 million.", "France sent 300 cooks."))
    loose, themed = Line((0,), None, 3.0), Line((1,), "a", 0.1)
    assert [note for _, note in shown(read, [loose, themed])] == ["cooks", "€"]


def test_a_figure_whose_owner_is_in_doubt_is_skipped():
    """Several voices, a report within a report, and sentences too long for a row give none."""
    read = reading(
        (
            "Britain and France offered €5 million.",
            "Macron said that experts had told him of 300 cooks.",
            "Poland offered €6 million " + "and more " * 25 + "today.",
        )
    )
    assert shown(read, lines(read)) == []


def test_a_line_of_several_sentences_has_one_speaker_or_no_figure():
    """Where two speak in one line, nobody could tell whose figure it is."""
    read = reading((("Macron offered €5 million.", "Scholz refused."), "Scholz offered €6 million."))
    assert shown(read, [Line((0, 1), "a", 1.0)]) == []
    bare = reading((("The rate stayed at 3 percent.", "Scholz demanded less."), "Snow fell."))
    assert shown(bare, [Line((0, 1), "a", 1.0)]) == []
    assert shown(bare, [Line((0,), "a", 1.0)]) == [("3 percent", "percent")]


def test_at_most_so_many_figures_are_shown():
    """The weightiest lines give theirs."""
    read = reading(tuple(f"Britain offered €{n} million." for n in range(1, 12)))
    assert [text for text, _ in shown(read, lines(read))] == [f"€{n} million" for n in range(1, MOST + 1)]


def test_a_range_is_one_figure():
    """Its lower end stands for it."""
    read = reading(("Britain offered 3 to 5 percent.",))
    assert shown(read, lines(read)) == [("3 to 5 percent", "percent")]
    assert figures(read, [replace(lines(read)[0], members=(0,))])[0].span == Span(16, 30)
