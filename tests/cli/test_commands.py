"""The other commands."""

import json
import shutil

import pytest

from briefing.cli import COMMANDS
from tests.cli.conftest import CONFIG, SEEDS

DAY = "2025-02-19"


@pytest.fixture
def built(run, desk):
    """The analyst's sample edition in all formats."""
    run("build", SEEDS, "--audience", "analyst", "--date", DAY, "--out", "out", "--config", CONFIG)
    return desk / "out" / DAY / "analyst"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run, name):
    """``--help`` of each command tells what it does and ends with 0."""
    status, out, _ = run(name, "--help")
    assert status == 0
    assert f"briefing {name}" in out


def test_no_command_and_a_wrong_one_are_wrong_usage(run):
    """What is no command ends with 2 and shows what is one."""
    assert run()[0] == 2
    status, _, err = run("bild")
    assert status == 2
    assert "build" in err


def test_version_is_told(run):
    """``--version`` tells name and version."""
    status, out, _ = run("--version")
    assert (status, out.split()[0]) == (0, "briefing")


def test_explain_tells_of_every_unit(run, desk):
    """As JSON lines, each unit has the contract's fields, and its text is the slice."""
    status, out, _ = run("explain", SEEDS / "wire.txt", "--config", CONFIG, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    text = (SEEDS / "wire.txt").read_text()
    fields = "source start end text kind heading themes scores parts speakers quotes weight reason".split()
    assert status == 0
    assert all(list(row) == fields for row in rows)
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert {row["source"] for row in rows} == {"wire.txt"}
    assert {"sentence", "heading"} <= {row["kind"] for row in rows}
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    placed = [row for row in rows if row["themes"]]
    assert all(row["scores"][theme] >= 1 and row["parts"][theme] for row in placed for theme in row["themes"])
    assert all((row["reason"] is None) == bool(row["themes"]) for row in rows if row["kind"] == "sentence")


def test_summarize_prints_weights_and_keeps_its_bounds(run, desk):
    """Three sentences an article by default; the bound in words is kept; JSON has the contract's fields."""
    _, out, _ = run("summarize", SEEDS / "wire.txt", SEEDS / "analysis.md", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["source"] for row in rows] == ["analysis.md"] * 3 + ["wire.txt"] * 3
    assert all(list(row) == ["source", "start", "end", "text", "weight"] for row in rows)
    _, out, _ = run("summarize", SEEDS, "--joint", "--words", "60", "--json")
    assert sum(len(json.loads(line)["text"].split()) for line in out.splitlines()) <= 66
    _, out, _ = run("summarize", SEEDS / "wire.txt", "--sentences", "1")
    assert out.splitlines()[0] == "wire.txt"
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize(
    "words", [("--sentences", "0"), ("--words", "-1"), ("--method", "lexrnk"), ("--sentences", "x")]
)
def test_summarize_refuses_what_makes_no_sense(run, words):
    """Bounds below one and unknown methods are wrong usage."""
    assert run("summarize", SEEDS, *words)[0] == 2


def test_render_makes_the_same_bytes_from_the_json_alone(run, built, desk):
    """An old brief comes out again byte by byte, without its articles."""
    status, out, _ = run("render", built / "brief.json", "--out", "again")
    assert status == 0
    for path in built.iterdir():
        assert (desk / "again" / path.name).read_bytes() == path.read_bytes(), path.name
    assert len(out.splitlines()) == 6


def test_render_takes_another_template(run, built, desk):
    """``--template FOLDER`` replaces the look, ``default`` is one of ours; a folder without templates is refused."""
    folder = SEEDS / "templates" / "executive"
    assert run("render", built / "brief.json", "--format", "html", "--template", folder, "--out", "a")[0] == 0
    for name, out in (("default", "c"), ("analyst", "b")):
        arguments = ("--format", "html", "--template", name, "--out", out)
        assert run("render", built / "brief.json", *arguments)[0] == 0
    pages = [(desk / out / "brief.html").read_bytes() for out in "abc"]
    assert len(set(pages)) == 3
    assert pages[1] == (built / "brief.html").read_bytes()
    assert not (desk / "b" / "brief.json").exists()
    assert run("render", built / "brief.json", "--template", "nowhere")[0] == 1


def test_render_takes_an_edition_of_ours(run, built, desk):
    """``--template phone`` is ours from wherever it is called; a folder of that name goes before it."""
    (desk / "brief.html").write_text("a page that lies about")
    assert (
        run("render", built / "brief.json", "--format", "html", "--template", "phone", "--out", "a")[0] == 0
    )
    assert "--thumb: 44px" in (desk / "a" / "brief.html").read_text()
    (desk / "phone").mkdir()
    (desk / "phone" / "brief.html").write_text(
        '{% extends "brief.html" %}{% block masthead %}<h1>Mine</h1>{% endblock %}'
    )
    (desk / "brief.html").unlink()
    assert (
        run("render", built / "brief.json", "--format", "html", "--template", "phone", "--out", "b")[0] == 0
    )
    page = (desk / "b" / "brief.html").read_text()
    assert "<h1>Mine</h1>" in page
    assert "--thumb: 44px" in page


def test_verify_proves_the_sample_and_finds_a_changed_word(run, built, desk):
    """All sentences stand; one changed in the brief is named, and the command ends with 1."""
    shutil.copytree(SEEDS, desk / "seeds")
    status, out, _ = run("verify", built / "brief.json", desk / "seeds")
    assert status == 0
    assert "proven" in out
    text = (built / "brief.json").read_text()
    told = json.loads(text)
    told["sections"][0]["items"][0]["text"] = told["sections"][0]["items"][0]["text"].replace(" ", " not ", 1)
    (desk / "forged.json").write_text(json.dumps(told))
    status, _, err = run("verify", "forged.json", desk / "seeds")
    assert status == 1
    assert "no source" in err


def test_verify_reads_the_sources_locations_by_default(run, desk):
    """Without PATHs each source is read at its location from the current folder; gone ones are missing."""
    shutil.copytree(SEEDS, desk / "in")
    run("build", "in", "--audience", "analyst", "--format", "json", "--out", "out", "--date", DAY)
    path = f"out/{DAY}/analyst/brief.json"
    assert run("verify", path)[0] == 0
    (desk / "in" / "wire.txt").unlink()
    status, _, err = run("verify", path)
    assert status == 1
    assert "wire.txt" in err


@pytest.mark.parametrize("command", ["render", "verify"])
def test_a_file_that_is_no_brief_is_refused(run, desk, command):
    """A missing file and one that is no brief end with 2."""
    (desk / "no.json").write_text("[]")
    assert run(command, "no.json")[0] == 2
    assert run(command, "gone.json")[0] == 2


def test_check_finds_faults_of_configuration_and_templates(run, desk):
    """No fault ends with 0; faults end with 2, each with its place and the mend."""
    assert run("check", "--config", CONFIG)[0] == 0
    assert run("check")[0] == 2
    shutil.copytree(SEEDS, desk / "in")
    override = desk / "in" / "templates" / "executive" / "brief.html"
    override.write_text('{% extends "default/brief.html" %}\n{% block mastheat %}{% endblock %}')
    status, _, err = run("check", "--config", desk / "in" / "briefing.toml")
    assert status == 2
    assert "brief.html:2" in err
    assert "masthead" in err


def test_check_names_a_template_that_is_missing(run, desk):
    """An audience's template that is neither shipped nor in the folder of templates is a fault of that audience."""
    (desk / "briefing.toml").write_text('[audiences.chief]\nextends = "phone"\ntemplate = "phome"\n')
    status, _, err = run("check")
    assert status == 2
    assert "briefing.toml:3: audiences.chief.template: 'phome'" in err
    assert "did you mean 'phone'?" in err


def test_check_tells_faults_of_all_files_at_once(run, desk):
    """Edits are told with templates, else with the configuration; each file by the path that opens it."""
    (desk / "in" / "templates" / "own").mkdir(parents=True)
    (desk / "in" / "templates" / "own" / "brief.html").write_text("{% block %}\n")
    (desk / "in" / "edits.toml").write_text("[[pin]]\nsektion = 'us'\n")
    path = desk / "in" / "briefing.toml"
    path.write_text("[audiences.a]\ntemplate = 'own'\n")
    status, _, err = run("check", "--config", "in/briefing.toml")
    assert status == 2
    assert "in/edits.toml:2: pin.sektion: unknown key" in err
    assert "\nin/templates/own/brief.html:1: " in err
    path.write_text("[audiences.a]\ntemplate = 'owm'\n")
    status, _, err = run("check", "--config", "in/briefing.toml")
    assert status == 2
    assert "in/briefing.toml:2: audiences.a.template: " in err
    assert "in/edits.toml:2: pin.sektion: unknown key" in err


def test_check_notes_edits_that_mean_nothing(run, desk):
    """Entries and notes that name no edition or section change nothing: a note each, with its line, and no fault."""
    (desk / "briefing.toml").write_text(
        "[actors.a]\nnames = ['A']\n[themes.talks]\nactors = ['a']\n[audiences.a]\n"
    )
    place = "source = '9f86d081884c'\nstart = 1\nend = 9\n"
    pins = ["'top_lines'", "'talks'\naudience = 'analyst'", "'talk'", "'talks'\naudience = 'analist'"]
    (desk / "edits.toml").write_text(
        "".join(f"[[pin]]\n{place}section = {one}\n" for one in pins)
        + f"[[drop]]\n{place}\n[notes]\nbrief = 'x'\ntalks = 'x'\nxyzzy = 'x'\n"
    )
    status, out, err = run("check")
    assert (status, out.endswith("no fault\n")) == (0, True)
    assert err.splitlines() == [
        "briefing: note: edits.toml:16: pin.section: there is no section 'talk' (did you mean 'talks'?)",
        "briefing: note: edits.toml:22: pin.audience: there is no audience 'analist' (did you mean 'analyst'?)",
        "briefing: note: edits.toml:31: notes.xyzzy: there is no section 'xyzzy'",
    ]


def test_check_notes_what_stays_english(run, desk):
    """A file of words that is translated in part is no fault: what it lacks is told, and the status is 0."""
    (desk / "briefing.toml").write_text("[audiences.a]\nlanguage = 'nl'\n")
    (desk / "templates" / "words").mkdir(parents=True)
    (desk / "templates" / "words" / "nl.toml").write_text("[say]\ntop_lines = 'Hoofdpunten'\n")
    status, _, err = run("check")
    assert status == 0
    assert err.startswith("briefing: note: templates/words/nl.toml: it lacks dates.long, "), err


def test_check_names_the_line_of_a_folder_without_templates(run, desk):
    """A folder that is there and empty is a fault of the key that names it."""
    (desk / "templates" / "own").mkdir(parents=True)
    (desk / "briefing.toml").write_text("[audiences.a]\ntemplate = 'own'\n")
    status, _, err = run("check")
    assert status == 2
    assert err.startswith("briefing: briefing.toml:2: audiences.a.template: templates/own: no such template")


def test_check_counts_what_there_is(run, desk):
    """Without a fault the answer is one line."""
    (desk / "briefing.toml").write_text(
        "[actors.a]\nnames = ['A']\n[themes.t]\nactors = ['a']\n[audiences.a]\n"
    )
    assert run("check")[1] == "briefing.toml: 1 actor, 1 theme, 0 outlets, 1 audience: no fault\n"
    status, out, _ = run("check", "--config", CONFIG)
    assert (status, out) == (0, f"{CONFIG}: 4 actors, 4 themes, 6 outlets, 3 audiences: no fault\n")


def test_a_shipped_edition_is_made_of_any_configuration(run, desk):
    """An edition that the configuration lacks is the shipped one, with all themes; a name of neither is told."""
    (desk / "a.md").write_text("# Talks\n\nNorway will reject the deal on Friday, the minister said.\n")
    (desk / "briefing.toml").write_text('[themes.deal]\nkeywords = ["deal"]\n[audiences.desk]\n')
    options = ("--format", "json", "--out", "out", "--date", DAY)
    assert run("build", "a.md", "--audience", "phone", *options)[0] == 0
    brief = json.loads((desk / "out" / DAY / "phone" / "brief.json").read_text())
    assert [section["key"] for section in brief["sections"]] == ["deal"]
    assert brief["look"]["blocks"][0] == "changes"
    status, _, err = run("build", "a.md", "--audience", "fone", *options)
    assert status == 2
    assert "'fone' (did you mean 'phone'?). The configuration has: desk." in err
    assert "Shipped besides: default, executive, analyst, phone." in err


def test_init_writes_a_start_that_builds(run, desk):
    """What ``init`` writes builds as it is, and nothing is overwritten."""
    status, out, _ = run("init", "desk")
    assert status == 0
    assert "desk/briefing.toml" in out
    assert run("build", "desk", "--format", "html", "--date", DAY, "--out", "out")[0] == 0
    (desk / "desk" / "briefing.toml").write_text("# mine")
    status, out, err = run("init", "desk")
    assert (status, out) == (0, "")
    assert "stays as it is" in err
    assert (desk / "desk" / "briefing.toml").read_text() == "# mine"


def test_init_writes_the_smallest_template(run, desk):
    """``init --template`` writes an override that passes the check and changes the page, and says how to use it."""
    assert run("init", "desk")[0] == 0
    status, out, err = run("init", "--template", "minister", "desk")
    assert (status, out.split()) == (
        0,
        ["desk/templates/minister/brief.html", "desk/templates/minister/style.toml"],
    )
    assert err == (
        'briefing: to use it, write under [audiences.NAME] in desk/briefing.toml: template = "minister"\n'
    )
    style = desk / "desk" / "templates" / "minister" / "style.toml"
    style.write_text(style.read_text().replace("# accent", "accent"))
    path = desk / "desk" / "briefing.toml"
    path.write_text(path.read_text() + '\n[audiences.minister]\ntemplate = "minister"\n')
    assert run("check", "--config", path)[0] == 0
    arguments = ("desk", "--format", "html", "--date", DAY, "--out", "out", "--audience", "minister")
    assert run("build", *arguments)[0] == 0
    page = (desk / "out" / DAY / "minister" / "brief.html").read_text()
    assert "For the morning meeting" in page
    assert "--accent: #1c4f8a" in page
    status, out, err = run("init", "--template", "minister", "desk")
    assert (status, out, err.count("stays as it is")) == (0, "", 2)


def test_check_notes_what_may_be_meant(run, desk):
    """What only may be wrong in a template is told with its file, and the check passes."""
    assert run("init", "desk")[0] == 0
    sheet = desk / "desk" / "templates" / "print.css"
    sheet.write_text('{% include "print.css" %}\n.label { order: 2 }\n')
    status, out, err = run("check", "--config", desk / "desk" / "briefing.toml")
    assert (status, err.count("note:")) == (0, 1)
    assert f"note: {sheet}:2: order: 2 may show words in another order than they are read" in err
    assert "no fault" in out


def test_init_refuses_a_template_without_a_folders_name(run, desk):
    """A name that is a path, or of a folder that we need ourselves, is wrong usage."""
    for name in ("../up", "words"):
        status, _, err = run("init", "--template", name)
        assert status == 2
        assert f"--template {name}: no folder of templates can be called so." in err
    assert list(desk.glob("templates")) == []


def test_init_tells_where_it_cannot_write(run, desk):
    """A file in the place of the folder is an error with its path."""
    (desk / "desk").write_text("a file")
    assert run("init", "desk")[0] == 1
