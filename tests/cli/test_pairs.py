"""The command that tells what two sources say the same of, and where they differ."""

import json

import pytest

from briefing.cli.pairs import lines
from briefing.model import Paired, Place

CONFIG = """
[actors.union]
names = ["the union"]
people = ["Kinsella"]
"""
ONE = "The harbour is quiet today.\n\nMaura Kinsella said the union demanded a pay rise of 9 percent for dockers.\n"
OTHER = (
    "Rain fell in the night.\n\nThe union demands a pay rise of 9 percent for all dockers, Kinsella said.\n"
)
THIRD = "Ships wait outside.\n\nKinsella said the union demanded a pay rise of 7 percent for dockers.\n"


@pytest.fixture
def harbour(desk):
    """Three articles: two say the same, the third another number."""
    folder = desk / "harbour"
    folder.mkdir()
    for name, text in (("one.txt", ONE), ("other.txt", OTHER), ("third.txt", THIRD)):
        (folder / name).write_text(text)
    (folder / "briefing.toml").write_text(CONFIG)
    return folder


def test_pairs_as_json_have_the_fields_of_the_contract(run, harbour):
    """Each line is one pair: its type, both places, the matter, and what they differ in; texts are the slices."""
    status, out, err = run("pairs", harbour, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert all(list(row) == ["type", "a", "b", "matter", "why"] for row in rows)
    for place in (row[side] for row in rows for side in ("a", "b")):
        assert (harbour / place["source"]).read_text()[place["start"] : place["end"]] == place["text"]
    told = {(row["type"], row["why"], row["a"]["source"], row["b"]["source"]) for row in rows}
    assert told == {
        ("same", None, "one.txt", "other.txt"),
        ("differs", "number", "one.txt", "third.txt"),
        ("differs", "number", "other.txt", "third.txt"),
    }
    assert "3 pairs found" in err


def test_pairs_for_people_stand_beside_each_other(run, harbour):
    """Without --json each pair has a line that says what it is, and both statements side by side with their places."""
    status, out, _ = run("pairs", harbour)
    assert status == 0
    assert "differs · number · " in out
    assert any("one.txt 29–" in line and "third.txt" in line for line in out.splitlines())


def test_no_line_is_wider_than_the_terminal():
    """Both columns and their gap fit the width."""
    place = Place("a.txt", 0, 60, "word " * 30)
    pair = Paired("same", place, place, "a matter", None)
    assert max(len(line) for line in lines(pair, width=50, colour=False)) <= 50


def test_pairs_without_articles_is_nothing_to_report(run, desk):
    """The exit status is 4 where no sentence could be read, 2 where a PATH is wrong."""
    (desk / "empty").mkdir()
    assert run("pairs", "empty")[0] == 4
    assert run("pairs", "nowhere")[0] == 2
