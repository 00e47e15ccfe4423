"""``briefing build``, end to end."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefing.renderers import archive
from briefing.renderers.view.lines import pieces
from briefing.text.shown import shown
from tests.cli.conftest import CONFIG, ROOT, SEEDS

DAY = "2025-02-19"
FILES = {"analyst": "pdf html eml md txt json", "executive": "pdf html eml json"}


def build(run, *more, paths=(SEEDS,)):
    return run("build", *paths, "--date", DAY, "--out", "out", *more)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample brief in all its editions, built once in a process of its own."""
    folder = tmp_path_factory.mktemp("sample")
    words = [sys.executable, "-m", "briefing", "build", SEEDS, "--date", DAY, "--out", folder]
    subprocess.run(words, check=True, capture_output=True, cwd=ROOT)
    return folder / DAY


@pytest.mark.parametrize("audience", FILES)
def test_every_edition_has_its_files(sample, audience):
    """Each audience gets the formats that it asked for, and JSON always."""
    assert {path.suffix[1:] for path in (sample / audience).iterdir()} == set(FILES[audience].split())


def test_paths_are_printed(run, desk):
    """What was written goes to stdout, one path a line."""
    status, out, _ = build(run, "--format", "text", "--audience", "analyst")
    assert status == 0
    assert out.splitlines() == [f"out/{DAY}/analyst/brief.json", f"out/{DAY}/analyst/brief.txt"]


def test_two_processes_write_the_same_bytes(sample, tmp_path):
    """Same articles, same configuration, same date: the same bytes, whatever the hash seed and the time zone."""
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    words = [sys.executable, "-m", "briefing", "build", SEEDS, "--date", DAY, "--out", tmp_path]
    subprocess.run(words, check=True, capture_output=True, cwd=ROOT, env=env)
    for path in sample.rglob("brief.*"):
        assert (tmp_path / DAY / path.relative_to(sample)).read_bytes() == path.read_bytes(), path.name


def squeeze(text):
    """Drop white space, and hyphens at line ends, so that only the words are compared."""
    return re.sub(r"\s", "", text.replace("\u2010\n", ""))


@pytest.mark.parametrize("audience", FILES)
def test_every_format_holds_the_same_sentences(sample, audience):
    """Each sentence of the JSON stands in the PDF, the page, the mail, the Markdown and the text."""
    folder = sample / audience
    brief = archive.load((folder / "brief.json").read_bytes())
    quoted = {quote.item.id for quote in brief.quotes}  # printed in part where only a quotation is wanted
    sections = {item.id for section in brief.sections for item in section.items}
    told = [item for item in brief.items() if item.id in sections or item.id not in quoted]
    texts = ["".join(piece.text for piece in pieces(item)) for item in told]
    texts += [
        shown(q.item.text[q.quote.start - q.item.start : q.quote.end - q.item.start]) for q in brief.quotes
    ]
    assert len(brief.top_lines) < len(texts)
    prints = {
        "html": _words_of_html((folder / "brief.html").read_text()),
        "eml": _words_of_html(_part(folder / "brief.eml", "html")),
        "eml.txt": _part(folder / "brief.eml", "plain"),
    }
    if shutil.which("pdftotext"):
        prints["pdf"] = subprocess.run(
            ["pdftotext", folder / "brief.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
    if audience == "analyst":
        prints["txt"] = (folder / "brief.txt").read_text()
        prints["md"] = re.sub(r"\\([^\w\s])", r"\1", (folder / "brief.md").read_text())
    for name, printed in prints.items():
        flat = squeeze(printed)
        missing = [text for text in texts if squeeze(text) not in flat]
        assert not missing, name


def _part(path, subtype):
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body((subtype,))
    assert body is not None
    return body.get_content()


def _words_of_html(text):
    from lxml import html

    return html.fromstring(text.encode()).text_content()


def test_the_executive_edition_changes_the_template(sample):
    """One block of ours is overridden by a single template, in the PDF's source and on the page."""
    ours, theirs = ((sample / audience / "brief.html").read_text() for audience in ("analyst", "executive"))
    override = (SEEDS / "templates" / "executive" / "brief.html").read_text()
    assert override.count("{% extends") == 1
    brief = json.loads((sample / "executive" / "brief.json").read_text())
    assert list(brief["look"]["overrides"]) == ["executive/brief.html"]
    assert re.search(r"<header.*?</header>", ours, re.S) != re.search(r"<header.*?</header>", theirs, re.S)


def test_a_method_of_sumys_is_built_end_to_end(run, desk):
    """An edition by LexRank says so in its recipe and is proven."""
    config = CONFIG.read_text().replace(
        'title = "Analyst edition"', 'title = "Analyst edition"\nmethod = "lexrank"'
    )
    (desk / "briefing.toml").write_text(config)
    shutil.copytree(SEEDS / "templates", desk / "templates")
    status, _, _ = build(run, "--audience", "analyst", "--format", "html")
    assert status == 0
    assert (
        json.loads((desk / "out" / DAY / "analyst" / "brief.json").read_text())["recipe"]["method"]
        == "lexrank"
    )
    assert run("verify", f"out/{DAY}/analyst/brief.json")[0] == 0


def test_without_a_configuration_there_are_top_lines_and_sources(run, desk):
    """No briefing.toml: no themes, one edition called default."""
    (desk / "a.txt").write_text(
        "A title here\n\nThe river rose by two metres on Monday. Schools stayed shut in the valley.\n"
    )
    status, out, _ = build(run, "--format", "json", paths=("a.txt",))
    brief = json.loads((desk / "out" / DAY / "default" / "brief.json").read_text())
    assert (status, out) == (0, f"out/{DAY}/default/brief.json\n")
    assert brief["sections"] == []
    assert [item["text"] for item in brief["top_lines"]] == ["The river rose by two metres on Monday."]


def test_issues_are_numbered_from_the_earlier_ones(run, desk):
    """The second day is issue 2 and names the build before; ``--previous none`` starts anew."""
    for day in ("2025-02-18", "2025-02-19"):
        run("build", SEEDS, "--audience", "analyst", "--format", "json", "--out", "out", "--date", day)
    first, second = (
        json.loads((desk / f"out/2025-02-{day}/analyst/brief.json").read_text()) for day in (18, 19)
    )
    assert (first["issue"], first["previous"], second["issue"], second["previous"]) == (
        1,
        None,
        2,
        first["build"],
    )
    build(run, "--audience", "analyst", "--format", "json", "--previous", "none")
    assert json.loads((desk / f"out/{DAY}/analyst/brief.json").read_text())["issue"] == 1


def test_a_stated_earlier_issue_is_read(run, desk):
    """``--previous FILE`` names it; a file that is missing or no brief is refused."""
    build(run, "--audience", "analyst", "--format", "json")
    path = f"out/{DAY}/analyst/brief.json"
    args = (
        "build",
        SEEDS,
        "--audience",
        "analyst",
        "--format",
        "json",
        "--out",
        "other",
        "--date",
        "2025-02-20",
    )
    run(*args, "--previous", path)
    assert json.loads((desk / "other/2025-02-20/analyst/brief.json").read_text())["issue"] == 2
    (desk / "no.json").write_text("{}")
    assert run(*args, "--previous", "no.json")[0] == 2
    assert run(*args, "--previous", "gone.json")[0] == 2


def test_the_evidence_proves_the_brief_without_the_articles(run, desk):
    """``--evidence`` packs the texts as read; ``verify`` needs nothing else."""
    build(run, "--audience", "analyst", "--format", "json", "--evidence")
    folder = desk / "out" / DAY / "analyst"
    assert run("verify", folder / "brief.json", folder / "brief.evidence.zip")[0] == 0


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--date", "soon"), 2, "YYYY-MM-DD"),
        (("--audience", "nobody"), 2, "analyst, executive"),
        (("--config", "gone.toml"), 2, "gone.toml"),
        (("--format", "docx"), 2, "invalid choice"),
    ],
)
def test_wrong_usage_is_told_with_the_mend(run, desk, words, status, told):
    """Wrong arguments end with 2 and say what is allowed."""
    got, _, err = run("build", SEEDS, "--out", "out", *words)
    assert got == status
    assert told in err


def test_a_path_that_does_not_exist_is_wrong_usage(run, desk):
    """A PATH that is not there ends with 2."""
    status, _, err = run("build", "nowhere")
    assert status == 2
    assert "nowhere" in err


def test_nothing_to_report_ends_with_four(run, desk):
    """An empty folder, or one of empty files, is nothing to report."""
    (desk / "in").mkdir()
    assert build(run, paths=("in",))[0] == 4
    (desk / "in" / "empty.txt").write_text("")
    status, _, err = build(run, paths=("in",))
    assert status == 4
    assert "empty.txt" in err


def test_strict_tells_of_what_was_skipped(run, desk):
    """A file that cannot be read is skipped and named; ``--strict`` ends with 3, the brief is made all the same."""
    shutil.copytree(SEEDS, desk / "in")
    (desk / "in" / "scan.png").write_bytes(b"\x89PNG")
    args = ("build", "in", "--audience", "analyst", "--format", "json", "--out", "out", "--date", DAY)
    assert run(*args)[0] == 0
    status, _, err = run(*args, "--strict")
    assert status == 3
    assert "scan.png" in err
    brief = json.loads((desk / f"out/{DAY}/analyst/brief.json").read_text())
    assert [Path(one["location"]).name for one in brief["skipped"]] == ["scan.png"]


def test_the_same_article_twice_is_read_once(run, desk):
    """A copy is named as such and counts as nobody's confirmation."""
    shutil.copytree(SEEDS, desk / "in")
    shutil.copy(desk / "in" / "wire.txt", desk / "in" / "copy.txt")
    build(run, "--audience", "analyst", "--format", "json", paths=("in",))
    brief = json.loads((desk / f"out/{DAY}/analyst/brief.json").read_text())
    assert len(brief["sources"]) == 6
    (copy,) = brief["skipped"]
    assert "same text" in copy["reason"]


def test_an_output_folder_that_cannot_be_made_is_told(run, desk):
    """A file in the place of the output folder fails with 1 and names it."""
    (desk / "out").write_text("a file")
    status, _, err = build(run, "--format", "json", "--audience", "analyst")
    assert status == 1
    assert "out" in err


def test_disk_full_leaves_no_half_edition(desk):
    """Where the disk is full nothing of the edition appears, and nothing else is left behind."""

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))

    words = [
        sys.executable,
        "-m",
        "briefing",
        "build",
        SEEDS,
        "--audience",
        "analyst",
        "--format",
        "html",
        "--out",
        "out",
    ]
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(words, capture_output=True, text=True, preexec_fn=small, check=False, env=env)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not list((desk / "out").rglob("brief.*"))


def test_a_format_that_fails_is_told_in_the_others(run, desk, monkeypatch):
    """Without Pango every other format is made, names what is missing, and the command ends with 1."""
    from briefing.errors import BriefingError
    from briefing.renderers import pdf

    def fail(brief):
        raise BriefingError("There is no Pango. Install libpango-1.0-0.")

    monkeypatch.setattr(pdf, "made", fail)
    status, out, err = build(run, "--audience", "analyst", "--format", "pdf", "--format", "text")
    assert status == 1
    assert "Pango" in err
    assert [Path(line).name for line in out.splitlines()] == ["brief.json", "brief.txt"]
    assert "Pango" in (desk / f"out/{DAY}/analyst/brief.txt").read_text()


def test_standard_input_is_an_article(desk):
    """``-`` reads one from a pipe."""
    words = [sys.executable, "-m", "briefing", "summarize", "-"]
    text = "The river rose by two metres on Monday. Schools stayed shut in the valley.\n"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, input=text, capture_output=True, text=True, check=True, env=env)
    assert "The river rose" in done.stdout
