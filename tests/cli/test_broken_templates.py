"""An edition whose template fails or breaks its promises, and those beside it."""

import shutil

import pytest

from tests.cli.conftest import SEEDS

DAY = "2025-02-19"
CHILD = '{% extends "brief.html" %}'
ENDLESS = "\n{% for a in range(99999) %}{% for b in range(99999) %}\n{% endfor %}{% endfor %}"
BROKEN = {
    "loops": (CHILD + "{% block style %}" + ENDLESS + "{% endblock %}",
              ("loops/brief.html:2: stopped", "loops/brief.html:3: stopped")),
    "fills": (CHILD + '\n\n{% block style %}{{ "x" * 99999999999 }}{% endblock %}', ("fills/brief.html:3: stopped",)),
    "fails": (CHILD + "{% block style %}\n{{ page.titel }}{% endblock %}", ("fails/brief.html:2: Page has no titel",)),
}  # fmt: skip
"""Template → its text, and what may be said of it."""


@pytest.fixture
def newsroom(desk, monkeypatch):
    """Two articles, and an edition for each template."""
    monkeypatch.setattr("briefing.renderers.look.bounds.SECONDS", 0.5)
    for name in ("wire.txt", "release.txt"):
        (desk / "in").mkdir(exist_ok=True)
        shutil.copy(SEEDS / name, desk / "in")
    texts = {name: text for name, (text, _) in BROKEN.items()} | {"whole": '{% extends "brief.html" %}'}
    config = 'title = "A day"\n'
    for name, text in texts.items():
        (desk / "templates" / name).mkdir(parents=True)
        (desk / "templates" / name / "brief.html").write_text(text)
        config += f'[audiences.{name}]\ntemplate = "{name}"\npages = 1\nformats = ["html", "text", "email"]\n'
    (desk / "briefing.toml").write_text(config)
    return desk


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_other_formats_and_editions_are_made(run, newsroom, jobs):
    """What fails is named with its line; text, mail, JSON and all other editions are complete; the status is 1."""
    status, _, err = run("build", "in", "--date", DAY, "--out", "out", "--jobs", jobs)
    assert status == 1
    for name, (_, places) in BROKEN.items():
        assert any(f"skipped brief.html (render): {place}" in err for place in places), err
        made = sorted(path.name for path in (newsroom / "out" / DAY / name).iterdir())
        assert made == ["brief.eml", "brief.json", "brief.txt"]
        assert "brief.html" in (newsroom / "out" / DAY / name / "brief.txt").read_text()
    made = sorted(path.name for path in (newsroom / "out" / DAY / "whole").iterdir())
    assert made == ["brief.eml", "brief.html", "brief.json", "brief.txt"]
    assert run("verify", newsroom / "out" / DAY / "whole" / "brief.json", "in")[0] == 0


def test_an_edition_that_lost_its_sentences_is_not_published(run, desk):
    """A line of rails alone makes neither PDF nor page; what needs no template is made, and the status is 1."""
    shutil.copytree(SEEDS, desk / "news")
    (desk / "news" / "templates" / "line.html").write_text('{% include "rail.html" %}')
    command = ("build", "news", "--date", DAY, "--audience", "analyst", "--out", "out")
    status, _, err = run(*command, "--format", "pdf", "--format", "html", "--format", "text")
    assert status == 1
    for name in ("pdf", "html"):
        said = f"skipped brief.{name} (render): line.html: the sentences of top_lines are no longer printed"
        assert said in err
    made = sorted(path.name for path in (desk / "out" / DAY / "analyst").iterdir())
    assert made == ["brief.json", "brief.txt"]


def test_a_template_that_is_no_text_stops_its_edition_alone(run, newsroom):
    """What is not UTF-8 is named once; the editions beside it are written, and the status is 1."""
    (newsroom / "templates" / "fails" / "brief.html").write_bytes(b"\xff\xfe")
    editions = ("--audience", "fails", "--audience", "whole")
    status, _, err = run("build", "in", "--date", DAY, "--out", "out", *editions)
    assert (status, err.count("cannot be read as UTF-8 text")) == (1, 1)
    assert [path.name for path in (newsroom / "out" / DAY).iterdir() if path.is_dir()] == ["whole"]
