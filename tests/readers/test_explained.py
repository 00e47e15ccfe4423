"""Datelines as ``explain`` tells of them."""

import pytest

import briefing

CASES = (
    (
        "RIYADH, Feb 18 (Reuters) - The talks ended. Nobody spoke.",
        [("sentence", "RIYADH, Feb 18 (Reuters) - The talks ended."), ("sentence", "Nobody spoke.")],
    ),
    (
        "MOSCOW, February 18. /TASS/. The talks ended.",
        [("boilerplate", "MOSCOW, February 18. /TASS/."), ("sentence", "The talks ended.")],
    ),
    ("DUNMORE —\n\nThe talks ended.", [("boilerplate", "DUNMORE —"), ("sentence", "The talks ended.")]),
)


@pytest.mark.parametrize(("text", "units"), CASES)
def test_a_dateline_that_runs_on_belongs_to_its_sentence(text, units, tmp_path):
    """Explain gives a glued dateline back to its sentence, unless it ends with a full stop or its line."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    told = briefing.explain(briefing.read([tmp_path / "a.txt"]))
    assert [(unit.kind, unit.text) for unit in told] == units
    assert all(text[unit.start : unit.end] == unit.text for unit in told)
