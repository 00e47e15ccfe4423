"""What changed since the last issue, as an edition prints it."""

import pytest

from briefing import api, pipeline
from briefing.config import load_config
from briefing.inquiry import evidence_file, verify
from briefing.renderers import archive
from briefing.renderers.text import render

CONFIG = """
title = "Harbour"
[actors.union]
names = ["the union"]
people = ["Kinsella", "Brandreth"]
[actors.port]
names = ["Calder Ports"]
people = ["Aas"]
[themes.union]
title = "The union"
actors = ["union"]
[themes.port]
title = "The port"
actors = ["port"]
[audiences.desk]
[audiences.short]
words = 450
[audiences.port]
themes = ["port"]
"""
MONDAY = (
    "Kinsella demanded 150 apprentices for the harbour.",
    "Brandreth refused to work beside driverless cranes.",
    "Aas offered the dockers a pay rise of 4 percent.",
)
TUESDAY = (
    "Kinsella demanded 120 apprentices for the harbour.",
    "Brandreth again refused to work beside driverless cranes.",
    "Kinsella called for a mediator from the capital.",
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a configuration and one article a day."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefing.toml").write_text(CONFIG)
    write("monday", MONDAY)
    write("tuesday", TUESDAY)
    return load_config(tmp_path / "briefing.toml")


def write(day, sentences):
    from pathlib import Path

    Path(day).mkdir(exist_ok=True)
    text = f"Harbour news of {day}\n\n" + "\n\n".join(sentences) + "\n"
    (Path(day) / f"{day}.txt").write_text(text)


def issue(config, day, date, *, previous=None, audience="desk"):
    reading = api.read([day], config)
    return api.build(reading, config, audience=audience, date=date, previous=previous), reading


def two(config, audience="desk"):
    """The second day's brief, compared with the first day's as its archive has it, and its reading."""
    first, _ = issue(config, "monday", "2026-03-02", audience=audience)
    first = archive.load(archive.dump(first))
    return issue(config, "tuesday", "2026-03-03", previous=first, audience=audience)


def test_the_first_issue_has_no_changes(desk):
    """Without an issue before there is no such block; its positions are told to the next one."""
    brief, _ = issue(desk, "monday", "2026-03-02")
    assert brief.changes is None
    assert [told.text for told in brief.told] == list(MONDAY)


def test_without_themes_nothing_is_said_of_changes(desk):
    """An edition that follows no theme knows no positions: it does not say that nothing changed."""
    from briefing.config import load_config

    plain = load_config(None)
    first = api.build(api.read(["monday"], plain), plain, date="2026-03-02")
    assert api.build(api.read(["tuesday"], plain), plain, date="2026-03-03", previous=first).changes is None


def test_new_changed_repeated_and_quiet(desk):
    """Each position of the day is one of them, and who is silent is named."""
    changes = two(desk)[0].changes
    assert [item.text for item in changes.new] == [TUESDAY[2]]
    assert [(then.text, now.text) for then, now in changes.changed] == [(MONDAY[0], TUESDAY[0])]
    assert (changes.repeated, changes.quiet, changes.more) == (1, ("Aas",), 0)


def test_what_was_said_then_has_its_source(desk):
    """The earlier article is listed behind today's, under a number of its own, and its sentence is its slice."""
    brief, _ = two(desk)
    ((then, now),) = brief.changes.changed
    entry = next(source for source in brief.sources if source.n == then.source)
    assert (now.source, then.source, entry.location, entry.used) == (1, 2, "monday/monday.txt", 1)
    assert [source.n for source in brief.sources] == [1, 2]


def test_both_issues_are_proven(desk):
    """Verifying reads the earlier article where it lies; the evidence file carries it along."""
    brief, reading = two(desk)
    assert verify(brief).failures == ()
    evidence = evidence_file(brief, reading)
    from pathlib import Path

    Path("evidence.zip").write_bytes(evidence.data)
    for name in ("monday", "tuesday"):
        Path(f"{name}/{name}.txt").unlink()
    assert verify(brief, ["evidence.zip"]).failures == ()


def test_an_article_of_both_days_keeps_one_number(desk):
    """What an article of today said yesterday too is printed under its number of today."""
    first, _ = issue(desk, "monday", "2026-03-02")
    write("tuesday", TUESDAY)
    reading = api.read(["monday", "tuesday"], desk)
    brief = api.build(reading, desk, audience="desk", date="2026-03-03", previous=first)
    assert [source.location for source in brief.sources].count("monday/monday.txt") == 1
    assert {then.source for then, _ in brief.changes.changed} <= {source.n for source in brief.sources}


def test_an_audience_sees_the_changes_of_its_themes(desk):
    """Positions of a theme that an edition does not show are neither printed nor counted."""
    changes = two(desk, "port")[0].changes
    assert (changes.new, changes.changed, changes.repeated, changes.more) == ((), (), 0, 0)


def test_a_short_edition_prints_the_weightiest_and_counts_the_others(desk):
    """Of 450 words the new statements get three; how many more there are is said."""
    matters = ("mediator", "lawyer", "lighthouse", "museum", "canteen")
    write("tuesday", [f"Kinsella called for a {matter} in the capital." for matter in matters])
    brief, _ = two(desk, "short")
    assert (len(brief.changes.new), brief.changes.more) == (3, 2)
    assert "and 2 more new statements" in render(brief)


def test_nothing_new_is_said_plainly(desk):
    """Where everything is repeated and nobody is quiet, the brief says that nothing material changed."""
    write("tuesday", [sentence.replace(".", " again.") for sentence in MONDAY])
    brief, _ = two(desk)
    assert brief.changes.new == brief.changes.changed == brief.changes.quiet == ()
    assert "Nothing material changed." in render(brief)


def test_the_previous_issue_is_found_by_the_pipeline(desk):
    """An occasion without an earlier brief makes a first issue."""
    reading = api.read(["monday"], desk)
    audience = pipeline.audience(desk, "desk")
    assert pipeline.compose(reading, desk, audience, pipeline.Occasion("2026-03-02")).changes is None
