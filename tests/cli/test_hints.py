"""Hints on the configuration: where they stand, and that nothing depends on them."""

import json
import tomllib

import pytest

from tests.advice.test_advice import BASE, RUBIO
from tests.cli.conftest import CONFIG, SEEDS

DAY = "2025-02-19"
HINT = (
    "briefing: hint: Rubio, 3 statements in 3 articles: add to actors.us.people? "
    "Under [actors.us], in place of its people:"
)


@pytest.fixture
def inbox(desk):
    """Articles in which somebody of no list is heard often, and a configuration beside them."""
    (desk / "in").mkdir()
    for number, text in enumerate(RUBIO):
        (desk / "in" / f"{number}.txt").write_text(text)
    (desk / "briefing.toml").write_text(BASE)
    return desk


@pytest.mark.parametrize(
    "command", [("explain",), ("explain", "--json"), ("build", "--format", "text", "--strict")]
)
def test_hints_end_the_talk_and_change_nothing_else(run, inbox, command):
    """On stderr, below what the command says; the line to paste alone on its line; the status stays, so does stdout."""
    status, out, err = run(command[0], "in", *command[1:])
    assert status == 0
    assert err.splitlines() == [HINT, '    people = ["Vance", "Rubio"]']
    assert tomllib.loads(err.splitlines()[1]) == {"people": ["Vance", "Rubio"]}
    assert "hint" not in out
    if "--json" in command:
        assert all(json.loads(line) for line in out.splitlines())


@pytest.mark.parametrize(
    "command", [("explain",), ("build", "--date", DAY, "--format", "text", "--out", "out")]
)
def test_the_sample_gives_none(run, desk, command):
    """A configuration that fits its articles is left in peace."""
    assert run(command[0], SEEDS, "--config", CONFIG, *command[1:])[2] == ""


def test_names_in_hints_cannot_steer_the_terminal(run, inbox):
    """Keys and names of the file are shown without control characters, whatever the file says."""
    text = BASE.replace("[themes.russian]", '[themes.lonely]\nkeywords = ["nothing"]\n[themes.russian]')
    (inbox / "briefing.toml").write_text(text.replace('"Vance"', '"V\\u202eance"'))
    err = run("explain", "in")[2]
    assert "lonely got no statement: none of its keywords stands in these articles" in err
    assert "\u202e" not in err
