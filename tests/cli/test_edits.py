"""``build`` with what an editor changed."""

import json
import shutil
from pathlib import Path

import pytest

from briefing.cli.edits import named
from briefing.model import Edit
from tests.cli.conftest import SEEDS

DAY = "2025-02-19"


@pytest.fixture
def news(desk):
    """The sample articles with their configuration, where edits can lie beside it."""
    shutil.copytree(SEEDS, desk / "news")
    return desk / "news"


def build(run, *more):
    return run("build", "news", "--date", DAY, "--audience", "analyst", "--format", "text", *more)


def brief():
    return json.loads(Path(f"output/{DAY}/analyst/brief.json").read_text())


def entry(kind, found, item, **more):
    """Write an entry for an item of a brief."""
    source = found["sources"][item["source"] - 1]
    values = {"source": source["digest"][:12], "start": item["start"], "end": item["end"], **more}
    return "\n".join([f"[[{kind}]]", *(f"{key} = {json.dumps(value)}" for key, value in values.items()), ""])


def ids(found, key):
    (section,) = [one for one in found["sections"] if one["key"] == key]
    return [item["id"] for item in section["items"]]


def test_a_brief_is_built_as_its_editor_wants_it(run, news):
    """A drop, a move, a note and the approval: in the JSON, proven, and rendered again to the same bytes."""
    build(run)
    plain = brief()
    section = plain["sections"][0]
    first, last = section["items"][0], section["items"][-1]
    (news / "edits.toml").write_text(
        'approved_by = "A. Editor"\n'
        + entry("drop", plain, first)
        + entry("pin", plain, last, section=section["key"])
        + entry("order", plain, last, section=section["key"], place=1)
        + '[notes]\nbrief = "Watch the **talks**."\n'
    )
    status, _, told = build(run)
    edited = brief()
    assert (status, [line for line in told.splitlines() if "edits:" in line]) == (0, [])
    assert ids(edited, section["key"])[0] == last["id"]
    assert first["id"] not in json.dumps({key: edited[key] for key in edited if key != "told"})
    assert (edited["approved_by"], edited["notes"]) == ("A. Editor", {"brief": "Watch the **talks**."})
    assert edited["build"] != plain["build"]
    assert [(one["edit"]["kind"], one["met"], one["reason"]) for one in edited["edits"]] == [
        ("pin", True, None),
        ("drop", True, None),
        ("order", True, None),
    ]
    assert run("verify", f"output/{DAY}/analyst/brief.json")[0] == 0
    run(
        "render", f"output/{DAY}/analyst/brief.json", "--format", "text", "--format", "html", "--out", "again"
    )
    again = next(Path("again").rglob("brief.txt"))
    assert again.read_bytes() == Path(f"output/{DAY}/analyst/brief.txt").read_bytes()


def test_edits_can_be_named_or_left_out(run, news, desk):
    """--edits FILE takes another file, --edits none takes none."""
    (news / "edits.toml").write_text('approved_by = "Beside"')
    (desk / "mine.toml").write_text('approved_by = "Mine"')
    names = []
    for more in ((), ("--edits", "mine.toml"), ("--edits", "none")):
        assert build(run, *more)[0] == 0
        names.append(brief()["approved_by"])
    assert names == ["Beside", "Mine", None]


def test_edits_that_are_wrong_stop_the_build(run, news):
    """All faults at once, exit status 2; a named file that does not exist too."""
    (news / "edits.toml").write_text("[[pin]]\nstart = 1\n[[drop]]\n")
    status, out, told = build(run)
    assert (status, out) == (2, "")
    assert "edits.toml:1: pin.section: is missing" in told
    assert "edits.toml:3: drop: names nothing that could go" in told
    status, _, told = build(run, "--edits", "nowhere.toml")
    assert (status, "--edits nowhere.toml: there is no such file" in told) == (2, True)


def test_an_entry_that_changes_nothing_is_told(run, news):
    """With its reason, once, though several editions have it; what an edition merely lacks room for is not."""
    build(run)
    plain = brief()
    section = plain["sections"][0]
    item, weak = section["items"][0], section["items"][-1]
    (news / "edits.toml").write_text(
        entry("pin", plain, item, section="nowhere")
        + entry("pin", plain, item, section=section["key"], audience="bord")
        + entry("pin", plain, {**item, "end": item["end"] - 1}, section=section["key"])
        + entry("order", plain, weak, section=section["key"], place=1)
        + '[[drop]]\noutlet = "Nobody"\n[[drop]]\nsource = "ffffffffffff"\n[notes]\nnothing = "x"\n'
    )
    status, _, told = run("build", "news", "--date", DAY, "--format", "json")
    where = f"{plain['sources'][item['source'] - 1]['digest'][:12]}…:{item['start']}"
    assert status == 0
    assert [line for line in told.splitlines() if "edits:" in line] == [
        f"briefing: edits: pin nowhere {where}-{item['end']}: there is no such section",
        f"briefing: edits: pin {section['key']} {where}-{item['end']}: there is no audience 'bord'",
        f"briefing: edits: pin {section['key']} {where}-{item['end'] - 1}: its place is no statement of the article",
        "briefing: edits: drop outlet 'Nobody': no article is from this outlet",
        "briefing: edits: drop ffffffffffff…: its source is not among the articles",
        "briefing: edits: note 'nothing': there is no such section",
    ]


def test_what_one_edition_cannot_heed_is_told_of_it(run, news):
    """A pin that the rights of one edition refuse is told with the edition's name."""
    text = (news / "briefing.toml").read_text()
    (news / "briefing.toml").write_text(text + "\n[audiences.few]\nmax_words_per_source = 3\n")
    build(run)
    plain = brief()
    section = plain["sections"][0]
    (news / "edits.toml").write_text(entry("pin", plain, section["items"][0], section=section["key"]))
    _, _, told = run(
        *("build", "news", "--date", DAY, "--format", "json", "--audience", "analyst", "--audience", "few")
    )
    (line,) = [line for line in told.splitlines() if "edits:" in line]
    assert line.endswith(" in few: beyond what may be printed of its source")


def test_entries_are_named_as_a_person_knows_them():
    """An article without a place, an outlet by its name."""
    assert named(Edit("drop", source="0123456789abcdef")) == "drop 0123456789ab…"
    assert named(Edit("drop", outlet="Wire")) == "drop outlet 'Wire'"


def test_of_thousands_that_change_nothing_the_first_are_told_and_the_others_counted(run, news):
    """Twenty lines and a number, within seconds."""
    (news / "edits.toml").write_text(
        "".join(f'[[drop]]\nsource = "ffffffffffff"\nstart = {at}\nend = {at + 1}\n' for at in range(1025))
    )
    status, _, told = build(run)
    lines = [line for line in told.splitlines() if "edits:" in line]
    assert (status, len(lines)) == (0, 21)
    assert lines[19].endswith("ffffffffffff…:19-20: its source is not among the articles")
    assert lines[20] == "briefing: edits: 1,005 more of the kind"
