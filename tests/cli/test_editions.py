"""Several editions of one run: side by side, each for itself, and those that are too long."""

import pytest

from briefing import pipeline
from briefing.cli import build
from briefing.errors import BriefingError
from tests.cli.conftest import CONFIG, SEEDS

DAY = "2025-02-19"
EDITIONS = """
[audiences.a]
pages = 1
formats = ["pdf", "html", "email", "text"]
[audiences.b]
pages = 2
formats = ["pdf", "markdown"]
page_size = "Letter"
[audiences.c]
words = 300
formats = ["pdf", "html"]
"""


@pytest.fixture
def config(desk):
    """The sample's configuration with three editions of its own."""
    text = CONFIG.read_text(encoding="utf-8")
    path = desk / "desk.toml"
    path.write_text(text[: text.index("[audiences")] + EDITIONS, encoding="utf-8")
    return path


def made(folder):
    """Give the files below a folder with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_editions_side_by_side_are_the_same_bytes(run, config, desk):
    """Two processes make what one makes, and tell it in the order of the editions."""
    said = {}
    for jobs in (1, 2):
        status, out, _ = run(
            "build", SEEDS, "--config", config, "--date", DAY, "--out", desk / f"out{jobs}", "--jobs", jobs
        )
        assert status == 0
        said[jobs] = [line.split(f"out{jobs}")[1] for line in out.splitlines()]
    assert said[1] == said[2]
    assert made(desk / "out1") == made(desk / "out2")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_edition_that_fails_does_not_stop_the_others(run, config, desk, jobs, monkeypatch):
    """What keeps one edition from being made is told, and the others are written."""
    compose = pipeline.compose

    def failing(reading, found, audience, occasion):
        if audience.key == "b":
            raise BriefingError("b cannot be made")
        return compose(reading, found, audience, occasion)

    monkeypatch.setattr(pipeline, "compose", failing)
    status, _, err = run(
        "build",
        SEEDS,
        "--config",
        config,
        "--date",
        DAY,
        "--format",
        "text",
        "--jobs",
        jobs,
        "--out",
        desk / "out",
    )
    assert status == 1
    assert err.count("b cannot be made") == 1
    assert sorted(path.name for path in (desk / "out" / DAY).iterdir()) == ["a", "c"]


def test_an_edition_that_cannot_be_written_does_not_stop_the_others(run, config, desk):
    """A file in the place of one edition's folder fails that edition alone."""
    (desk / "out" / DAY).mkdir(parents=True)
    (desk / "out" / DAY / "a").write_text("a file")
    status, _, err = run(
        "build", SEEDS, "--config", config, "--date", DAY, "--format", "text", "--out", desk / "out"
    )
    assert status == 1
    assert "briefing: a: " in err
    assert (desk / "out" / DAY / "b" / "brief.txt").is_file()


def test_an_edition_that_runs_over_is_told(run, config, desk):
    """Top lines and sources do not fit on a tenth of a page: it is made, named with its pages, and strictly a 3."""
    config.write_text(config.read_text().replace("pages = 1\n", "pages = 0.1\n", 1))
    words = ("build", SEEDS, "--config", config, "--date", DAY, "--format", "text", "--out", desk / "out")
    status, _, err = run(*words)
    assert status == 0
    (line,) = [line for line in err.splitlines() if "never gives way" in line]
    assert line.startswith("briefing: a: ")
    assert "pages where 0.1 were asked for" in line
    assert run(*words, "--strict")[0] == 3
    assert run(*words, "--strict", "--audience", "b")[0] == 0


@pytest.mark.parametrize(("papers", "articles", "jobs"), [(1, 6, 1), (2, 6, 2), (1, 500, 2), (0, 6, 1)])
def test_processes_are_hired_where_they_pay(monkeypatch, papers, articles, jobs):
    """From two PDFs on, or with many articles; the user's own number goes before."""
    from briefing.gathering import crew

    asked = []
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(crew, "abreast", lambda steps, jobs: asked.append(jobs) or [])

    class Edition:
        def __init__(self, *formats):
            self.formats = formats

    editions = [Edition("pdf", "html")] * papers + [Edition("html")]
    for given in (None, 3):
        args = build.argparse.Namespace(jobs=given)
        build._abreast(args, editions, [], articles)
    assert asked == [jobs, 3]
