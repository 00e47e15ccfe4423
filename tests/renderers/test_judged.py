"""A dozen generated briefs before the judges of PDF; ``bench/judged.py`` has two hundred."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.renderers import pdf
from tests.generated import case
from tests.judges import faults
from tests.renderers import samples


@pytest.mark.parametrize("number", range(12))
def test_no_judge_finds_fault(number: int, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """All languages, templates, papers, logos and notes: rules, structure, fonts, sentences that read back."""
    made = case(number, tmp_path)
    data, known = pdf.made(made.brief())
    assert faults(known, data, tmp_path) == [], made.label
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
