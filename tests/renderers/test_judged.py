"""A dozen generated briefs before the judges of PDF; ``bench/judged.py`` has two hundred."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.renderers import pdf
from tests.generated import briefs
from tests.judges import faults
from tests.renderers import samples


def test_no_judge_finds_fault_with_any_of_a_dozen(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """All languages, templates, papers, logos and notes: rules, structure, fonts, sentences that read back."""
    found = {}
    for case in briefs(12, tmp_path):
        data, known = pdf.made(case.brief())
        found[case.label] = faults(known, data, tmp_path)
    assert len(found) == 12
    assert {label: wrong for label, wrong in found.items() if wrong} == {}
    assert all("no font of this machine" in one for one in caplog.messages)
    caplog.clear()


def test_the_judges_are_awake(tmp_path: Path) -> None:
    """A damaged file, and one that lacks a sentence, are found out."""
    plain = samples.brief()
    more = replace(plain, top_lines=(samples.item("A sentence that was never printed.", 1, 7),))
    data = pdf.render(plain)
    assert any("does not read back" in one for one in faults(more, data, tmp_path))
    assert any("qpdf" in one for one in faults(plain, data.replace(b"startxref", b"startxxxx"), tmp_path))
    assert faults(plain, data, tmp_path) == []
