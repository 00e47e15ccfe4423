"""What makes the PDF an archive that everybody can read."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import page as judge
import pytest

from briefing.model import Look
from briefing.renderers import archive, pdf
from briefing.renderers.paper import conform
from tests.judges import attached, broken_rules
from tests.renderers import samples

EDITIONS = samples.editions()


@pytest.mark.parametrize("name", list(EDITIONS))
def test_every_sample_is_pdf_ua_and_pdf_a(name):
    """No rule of PDF/UA-1 and none of PDF/A-3a is broken by any sample."""
    assert broken_rules(pdf.render(EDITIONS[name])) == []


def test_the_judge_finds_what_is_missing():
    """The judge is awake: WeasyPrint's own PDF/A-3a does not say that it is PDF/UA."""
    data = pdf.document(samples.brief()).write_pdf(pdf_variant=conform.VARIANT, output_intent="")
    assert not judge.validate_pdf_bytes(data, profile="ua1").is_compliant


def test_the_brief_itself_is_attached(tmp_path: Path):
    """The attached file is the brief's archive to the byte, declared once as its data."""
    data = pdf.render(samples.full())
    assert attached(data, tmp_path) == archive.dump(samples.full())
    assert archive.load(attached(data, tmp_path)) == samples.full()


def test_what_a_template_attaches_is_left_out(tmp_path: Path):
    """An attachment of a template would bear the time of the clock: the brief alone is attached."""
    link = '<link rel="attachment" href="data:text/plain,hello">'
    page = '{% extends "default/brief.html" %}{% block style %}' + link + "{% endblock %}"
    brief = samples.brief(look=Look(overrides={"brief.html": page}))
    assert json.loads(attached(pdf.render(brief), tmp_path))["build"] == brief.build


def test_a_link_of_a_template_attaches_nothing(tmp_path: Path):
    """A link to data that calls itself an attachment would put any file beside the brief."""
    link = '<a rel="Attachment" href="data:text/plain,hello">x</a>'
    page = '{% extends "default/brief.html" %}{% block colophon %}' + link + "{{ super() }}{% endblock %}"
    brief = samples.brief(look=Look(overrides={"brief.html": page}))
    data = pdf.render(brief)
    assert json.loads(attached(data, tmp_path))["build"] == brief.build
    assert b"/FileAttachment" not in data


def test_metadata_can_be_read_without_unpacking():
    """Title, dates and both standards stand in plain XML, each once."""
    data = pdf.render(replace(samples.brief(), title="Harbours & ice <now>"))
    (xml,) = re.findall(rb"<\?xpacket begin.*?<\?xpacket end", data, re.DOTALL)
    assert xml.count(b"<pdfuaid:part>1</pdfuaid:part>") == 1
    assert b'pdfaid:part="3"' in xml
    assert b'pdfaid:conformance="A"' in xml
    assert "Harbours &amp; ice &lt;now&gt; · 19 February 2025".encode() in xml


@pytest.mark.parametrize(
    ("made", "date", "told"),
    [
        ("2025-02-19T06:30:00+02:00", "2025-02-19", datetime(2025, 2, 19, 4, 30, tzinfo=UTC)),
        ("yesterday", "2025-02-19", datetime(2025, 2, 19, tzinfo=UTC)),
        ("0001-01-01T00:00:00+23:00", "2025-02-19", datetime(2025, 2, 19, tzinfo=UTC)),
        ("", "2025-13-45", datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_file_is_dated_by_its_brief(made, date, told):
    """The moment is the brief's own, its day where that says nothing, and never the clock's."""
    assert conform.moment(replace(samples.brief(), made=made, date=date)) == told
