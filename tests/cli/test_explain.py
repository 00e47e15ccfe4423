"""``explain`` for people: what the table says of a unit, and the summary."""

import json

import pytest

from briefing.cli.explain import lines, reasons, runner_up
from briefing.cli.table import cells
from briefing.cli.tally import tally
from briefing.model import Explained, Part, Speaker, Theme
from tests.cli.conftest import CONFIG, SEEDS

LAVROV = Speaker("Sergei Lavrov", "russia", "according_to", "according to", "TASS")
PLACED = Explained(
    "a.txt", 10, 40, "This is “unacceptable”, he said.", "sentence", "What Moscow wants",
    themes=("russian",),
    scores={"russian": 2.6, "us": 0.3},
    parts={
        "russian": (Part("Lavrov speaks", 2.0), Part("keyword “unacceptable”", 0.6)),
        "us": (Part("names US", 0.3),),
    },
    speakers=(LAVROV,),
    weight=0.5,
)  # fmt: skip
BARRED = Explained(
    "a.txt", 41, 60, "Two were killed, Bo said.", "sentence", None,
    scores={"russian": 0.0}, parts={"russian": (Part("excluded by “killed”", 0.0),)},
    speakers=(Speaker("Bo", None, "tail", "said"),), weight=0.1, reason="holds an excluded word",
)  # fmt: skip
TITLE = Explained("a.txt", 0, 9, "A title", "heading", None, reason="is a title")
THEMES = (Theme("russian", "Russian", actors=("russia",)), Theme("us", "US", actors=("us",), min_score=1.5))


def told(unit, width=80):
    """The lines of a unit without what pads them."""
    return [
        " ".join(line.split()) for line in lines(unit, {"russian": 1.0, "us": 1.5}, width=width, colour=False)
    ]


def test_a_placed_sentence_shows_all_that_placed_it():
    """Place, kind, words, score with its parts, speaker with how, cue and medium, runner-up, heading."""
    assert told(PLACED) == [
        "10–40 This is “unacceptable”, he said.",
        "sentence → russian 2.6 = +2 Lavrov speaks, +0.6 keyword “unacceptable”",
        "says Sergei Lavrov [russia], according to: “according to”,",
        "through TASS",
        "next us 0.3 = +0.3 names US; asked 1.5",
        "under What Moscow wants",
        "",
    ]


def test_what_is_not_placed_shows_the_reason():
    """The reason, who speaks, and the theme that an excluded word closed."""
    assert told(BARRED) == [
        "41–60 Two were killed, Bo said.",
        "sentence – no theme: holds an excluded word",
        "says Bo, tail: “said”",
        "next russian 0 = excluded by “killed”; asked 1",
        "",
    ]
    assert told(TITLE) == ["0–9 A title", "heading – is a title", ""]


def test_where_there_is_room_the_reasons_stand_beside_the_words():
    """From 110 cells on there are three columns."""
    assert told(PLACED, 140)[0].startswith("10–40 This is “unacceptable”, he said. → russian 2.6 =")


def test_the_runner_up_is_the_best_theme_not_reached():
    """Without one that anything speaks for there is none."""
    assert runner_up(PLACED) == "us"
    assert runner_up(TITLE) is None
    low = Explained(
        "a", 0, 1, "x", "sentence", None, scores={"us": -0.3}, parts={"us": (Part("silence", -0.3),)}
    )
    assert runner_up(low) is None


def test_names_and_reasons_cannot_steer_the_terminal():
    """Control characters of an article are gone from every part of the table."""
    evil = "B\x1b[31mo\x07\u202e"
    unit = Explained(
        "a.txt", 0, 9, evil, "sentence", evil, ("us",), {"us": 1.0}, {"us": (Part(evil, 1.0),)},
        (Speaker(evil, None, "tail", evil, evil),), weight=1.0,
    )  # fmt: skip
    whole = "".join([*lines(unit, {}, width=80, colour=False), *(text.words for text in reasons(unit, {}))])
    assert not set(whole) & {"\x1b", "\x07", "\u202e"}


def test_the_summary_counts_by_theme_reason_and_speaker():
    """Every theme with its count, nothing left out; speakers whose actor no theme uses."""
    other = Speaker("NATO", "nato", "named", "said")
    lone = Explained(
        "b.txt", 0, 9, "NATO said.", "sentence", None, speakers=(other,), weight=0.2, reason="too little"
    )
    assert list(tally((TITLE, PLACED, BARRED, lone), THEMES)) == [
        ("in all", "2 sources, 4 units, 3 sentences, 1 with a theme"),
        ("by theme", "russian 1 · us 0"),
        ("no theme", "holds an excluded word 1 · too little 1"),
        ("other text", "is a title 1"),
        ("excluded", "russian 1"),
        ("speakers", "without a theme: Bo 1 · NATO [nato] 1"),
    ]


def test_the_summary_names_a_dozen_speakers_and_counts_the_rest():
    """More than twelve are counted."""
    units = [
        Explained("a", 0, 1, "x", "sentence", None, speakers=(Speaker(f"P{n:02}", None, "tail"),), weight=0.1)
        for n in range(14)
    ]
    last = dict(tally(units, THEMES))["speakers"]
    assert last.endswith("P11 1 · and 2 more")


def test_without_themes_the_summary_counts_units():
    """A run without a configuration names no theme and no speaker."""
    assert [name for name, _ in tally((PLACED, BARRED), ())] == ["in all", "excluded"]


@pytest.mark.parametrize("columns", ["80", "140", "40"])
def test_the_table_keeps_the_terminals_width(run, monkeypatch, columns):
    """No line is wider, nothing is styled where nobody looks, and every unit has its place."""
    monkeypatch.setenv("COLUMNS", columns)
    status, out, _ = run("explain", SEEDS, "--config", CONFIG)
    assert status == 0
    assert max(map(cells, out.splitlines())) <= int(columns)
    assert "\x1b" not in out
    rows = [json.loads(line) for line in run("explain", SEEDS, "--config", CONFIG, "--json")[1].splitlines()]
    assert all(f"{row['start']}–{row['end']}" in out for row in rows)
    assert "what it comes to" in out
