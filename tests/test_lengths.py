"""Editions at the length that they were asked for, and what their briefs say of it."""

import math
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.config import load_config
from briefing.model import BLOCKS, Fitted, Length, Look
from briefing.pipeline import Occasion
from briefing.renderers import archive, pdf
from briefing.renderers.paper import engine, measure
from briefing.sections.lines import FULL, ROOM
from tests.conftest import ROOT
from tests.generated import briefs

DATE = "2026-10-20"


class Cases(tuple):
    """Editions whose values no failure prints."""

    __slots__ = ()

    def __repr__(self):
        return "cases"


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """A dozen piles of articles, each with an edition: six languages, one to sixty articles, four templates."""
    return Cases(briefs(12, tmp_path_factory.mktemp("articles")))


@pytest.fixture(scope="module")
def seeds():
    """The sample and its configuration."""
    config = load_config(ROOT / "seeds" / "briefing.toml")
    return pipeline.gather([str(ROOT / "seeds")], config), config


def edition(seeds, **asked):
    """Compose an edition of the sample with its own length or formats."""
    reading, config = seeds
    audience = replace(pipeline.audience(config, "analyst"), look=Look(), **asked)
    return pipeline.compose(reading, config, audience, Occasion(DATE))


# --- pages as laid out


@pytest.mark.parametrize("number", range(12))
def test_pages_are_kept(cases, number, monkeypatch):
    """An edition takes at most its pages and fills at least half of the last one if anything gave way, in 3 layouts."""
    case, layouts = cases[number], []
    lay_out = measure.lay_out
    monkeypatch.setattr(measure, "lay_out", lambda brief: layouts.append(brief) or lay_out(brief))
    brief = case.brief()
    fitted, asked = brief.fitted, case.audience.length.pages
    assert (fitted.unit, fitted.asked, fitted.estimated) == ("pages", asked, False)
    assert len(layouts) <= 3
    assert len(pdf.document(brief).pages) <= math.ceil(asked)
    assert fitted.measured <= asked
    if brief.gave_way or brief.compact or FULL in brief.coverage.sentences.left_out:
        assert fitted.measured >= asked - 0.5


def test_the_pdf_is_written_from_the_layout_that_proved_it(seeds, monkeypatch):
    """Publishing lays out nothing anew, and writes what a layout of its own would have given."""
    brief = edition(seeds, length=Length(words=450, pages=1), formats=("pdf",))
    proved = pdf.render(brief)
    anew = pdf.render(brief)
    assert proved == anew
    assert edition(seeds, length=Length(words=450, pages=1), formats=("pdf",)) == brief
    monkeypatch.setattr(pdf, "_parsed", None)
    assert pdf.render(brief) == proved


# --- without a layout


def test_an_edition_without_a_pdf_is_estimated(seeds):
    """Nobody who asks for HTML alone waits for a layout; the brief says that its pages are estimated."""
    brief = edition(seeds, length=Length(words=900, pages=2), formats=("html",))
    assert brief.fitted == Fitted("pages", 2, brief.fitted.measured, estimated=True)
    assert 1.5 < brief.fitted.measured <= 2
    code = """
import sys
from briefing.cli import main
status = main(["build", "seeds", "--config", "seeds/briefing.toml", "--format", "html", "--out", sys.argv[1]])
assert status == 0, status
assert "weasyprint" not in sys.modules
"""
    out = str(ROOT / "output" / "never")
    subprocess.run([sys.executable, "-c", code, out], check=True, cwd=ROOT)


def test_without_pango_pages_are_estimated(seeds, monkeypatch):
    """A machine that cannot lay out anything makes the same edition as one that was not asked for a PDF."""

    def missing():
        raise engine.NoPango(engine.NO_PANGO)

    length = Length(words=900, pages=2)
    plain = edition(seeds, length=length, formats=("html",))
    for room in (pdf, engine):
        monkeypatch.setattr(room, "weasyprint", missing)
    assert edition(seeds, length=length, formats=("pdf", "html")) == plain


def test_templates_that_cannot_be_laid_out_do_not_stop_an_edition(seeds):
    """Its pages are estimated, and publishing tells of the template."""
    reading, config = seeds
    look = Look(overrides={"brief.html": "{{ page.nothing }}"})
    audience = replace(pipeline.audience(config, "analyst"), look=look, length=Length(words=900, pages=2))
    brief = pipeline.compose(reading, config, audience, Occasion(DATE))
    assert brief.fitted.estimated
    made, failed = pipeline.publish(brief, ("pdf", "text"))
    assert [one.name for one in made] == ["brief.json", "brief.txt"]
    assert [one.location for one in failed] == ["brief.pdf"]


# --- words and sentences


@pytest.mark.parametrize(("unit", "asked"), [("words", 500), ("sentences", 12)])
def test_words_and_sentences_are_counted(seeds, unit, asked):
    """An edition says how many words or sentences it was asked for and has."""
    brief = edition(seeds, length=Length(**{unit: asked}))
    count = brief.words if unit == "words" else sum(1 for _ in brief.items())
    assert brief.fitted == Fitted(unit, asked, count)
    assert count <= asked


def test_no_length_is_not_fitted(seeds):
    """An edition without a bound holds everything, and says nothing of a length."""
    brief = edition(seeds, length=Length())
    assert brief.fitted is None
    assert brief.gave_way == ()


def test_what_never_gives_way_runs_over(seeds):
    """A tenth of a page is too short for top lines and sources: the edition says how long it is."""
    brief = edition(seeds, length=Length(words=45, pages=0.1), formats=("html",))
    assert brief.fitted.measured > 0.3
    assert brief.compact
    assert all(section.items for section in brief.sections if section.key != "nobody")


# --- what gave way adds up

LENGTHS = st.one_of(
    st.builds(
        lambda pages: Length(words=round(450 * pages), pages=pages),
        st.sampled_from([0.3, 0.7, 1, 1.5, 2, 3, 5]),
    ),
    st.builds(lambda words: Length(words=words), st.integers(60, 2000)),
    st.builds(lambda sentences: Length(sentences=sentences), st.integers(1, 80)),
    st.just(Length()),
)


@settings(max_examples=40)
@given(
    number=st.sampled_from([0, 1, 3, 6, 8]),
    length=LENGTHS,
    blocks=st.lists(st.sampled_from(BLOCKS), unique=True),
    rights=st.none() | st.integers(40, 400),
)
def test_what_gave_way_adds_up(cases, number, length, blocks, rights):
    """Every sentence read is printed, told twice, or left out for one reason; what gave way is named and counted."""
    case = cases[number]
    look = replace(case.audience.look, blocks=tuple(blocks))
    audience = replace(
        case.audience, length=length, look=look, formats=("json",), max_words_per_source=rights
    )
    brief = pipeline.compose(case.reading, case.config, audience, Occasion(DATE))
    counts = brief.coverage.sentences
    assert counts.read == len(case.reading.statements)
    assert counts.read == counts.used + counts.told_twice + sum(counts.left_out.values())
    printed = {item.id for item in brief.items()}
    gone = [one.id for one in brief.gave_way]
    assert len(set(gone)) == len(gone)
    assert not printed & set(gone)
    lost = Counter()
    for one in brief.gave_way:
        lost[one.reason] += len(_statements(one.id, case.reading))
    assert counts.left_out.get(ROOM, 0) == lost[ROOM]
    assert all(counts.left_out[reason] >= count for reason, count in lost.items())
    assert archive.load(archive.dump(brief)) == brief
    if brief.fitted is None or brief.fitted.measured <= brief.fitted.asked:
        return
    assert not gone or brief.compact or length.sentences


def _statements(identity, reading):
    """Give the statements of a line by its id, ``article:start-end``."""
    article, _, span = identity.partition(":")
    start, end = map(int, span.split("-"))
    sentences = [one.sentence for one in reading.statements if one.sentence.article.id == article]
    return [one for one in sentences if start <= one.span.start and one.span.end <= end]
