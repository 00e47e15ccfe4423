"""Pages measured on a layout, and what it tells of shorter briefs."""

from dataclasses import replace

import pytest

from briefing.model import Look
from briefing.renderers import pdf
from briefing.renderers.paper import estimate as paper
from briefing.renderers.paper import measure
from tests.renderers import samples

CHILD = '{% extends "default/brief.html" %}'
LARGE = CHILD + "{% block style %}<style>html { font-size: 13pt; line-height: 18pt }</style>{% endblock %}"
BARE = CHILD + "{% block sources %}{% endblock %}{% block differences %}{% endblock %}"


def shorter(brief):
    """Leave a section's last statements out."""
    return replace(brief, sections=tuple(replace(s, items=s.items[:-2]) for s in brief.sections))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("template", [None, LARGE])
@pytest.mark.parametrize("made", [samples.full, lambda: samples.many(40)])
def test_a_layout_tells_the_pages_of_a_shorter_brief(made, template, size):
    """What a layout shows of each part gives another's pages to a twentieth, in any type and on any paper."""
    brief = replace(made(), look=Look(page_size=size, overrides={"brief.html": template} if template else {}))
    pages, known = measure.lay_out(brief)
    assert measure.guess(brief, known) == pytest.approx(pages, abs=1e-6)
    less = shorter(brief)
    assert measure.guess(less, known) == pytest.approx(measure.lay_out(less)[0], abs=1 / 20)


def test_an_estimate_is_corrected_by_a_layout():
    """A template that prints larger is not known before it is laid out: the estimate is short by a third of a page."""
    brief = replace(samples.many(40), look=Look(overrides={"brief.html": LARGE}))
    pages, known = measure.lay_out(brief)
    assert paper.pages(brief) < pages - 1 / 3
    assert known.scale > 1.1


@pytest.fixture
def unheld(monkeypatch):
    """Lay out what a template prints, even where it lost what every page must print."""
    monkeypatch.setattr("briefing.renderers.look.lint.kept.broken", lambda *_: None)


def test_a_block_that_a_template_leaves_out_takes_no_room(unheld):
    """Its estimate counts for the end of the page, where a layout found less than was expected."""
    brief = replace(samples.many(40), look=Look(overrides={"brief.html": BARE}))
    pages, known = measure.lay_out(brief)
    assert pages < paper.pages(brief) - 1 / 3
    assert measure.guess(brief, known) == pytest.approx(pages, abs=1e-6)


def test_pages_are_those_of_the_layout():
    """The whole number of the pages is that of the PDF, the last one counted by how far down it is filled."""
    for articles in (1, 20, 40):
        brief = samples.many(articles)
        pages, _ = measure.lay_out(brief)
        assert len(pdf.document(brief).pages) - 1 < pages <= len(pdf.document(brief).pages)


def test_the_paper_is_the_one_that_the_template_asks_for():
    """Margins of another style sheet change the room on a page: 297 mm less twice 30 are 671.8 points."""
    template = CHILD + "{% block style %}<style>@page { margin: 30mm 17mm }</style>{% endblock %}"
    _, known = measure.lay_out(replace(samples.many(9), look=Look(overrides={"brief.html": template})))
    assert known.paper.first == pytest.approx(237 * 72 / 25.4, abs=0.1)


def test_a_page_without_any_name_is_measured_as_a_whole(unheld):
    """A template that gives no element an id tells only how long it is."""
    brief = replace(
        samples.full(),
        look=Look(overrides={"brief.html": "<!DOCTYPE html><html lang=en><title>t</title><p>One line"}),
    )
    pages, known = measure.lay_out(brief)
    assert 0 < pages < 0.05
    assert known.more == {}
    assert measure.guess(brief, known) == pytest.approx(pages, abs=1e-6)
