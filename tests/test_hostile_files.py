"""Forged files of our own kinds: configurations, briefs, templates inside briefs, evidence."""

import io
import json
import os
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.renderers import pdf
from briefing.renderers.look import bounds

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
DAY = "2025-02-19"
BODY = "The river rose by two metres on Monday, the mayor said. Schools stayed shut in the valley until Friday.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A current folder with an article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BODY)
    return tmp_path


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The analyst's sample edition as JSON, with its evidence."""
    folder = tmp_path_factory.mktemp("sample")
    words = ["--audience", "analyst", "--format", "json", "--evidence", "--out", str(folder), "--date", DAY]
    assert main(["build", str(SEEDS), *words]) == 0
    return folder / DAY / "analyst"


# --- briefing.toml -------------------------------------------------------------------------------------


KEYS = (
    "../x",
    "..",
    ".",
    "a/b",
    "-x",
    "a b",
    "con",
    "CON",
    "nul",
    "prn",
    "aux",
    "com1",
    "lpt9",
    "é",
    r"\u001b[31m",
    "",
)


@pytest.mark.parametrize("key", KEYS)
def test_an_audience_becomes_no_path(desk, capsys, key):
    """A key that would leave the folder, or that some system reserves, is refused before anything is read."""
    Path("briefing.toml").write_text(f'[audiences."{key}"]\nwords = 100\n')
    assert main(["build", "in", "--out", "out"]) == 2
    err = capsys.readouterr().err
    assert "cannot be one" in err
    assert err.isprintable() or "\x1b" not in err
    assert not Path("out").exists()


@pytest.mark.parametrize("name", ["../../etc", "/etc", "..", "a/b", "", "link"])
def test_a_template_is_a_folder_of_ours_alone(desk, capsys, name):
    """A template outside of the templates is refused, also by a link that leads to no template."""
    Path("templates").mkdir()
    Path("templates/link").symlink_to("/etc")
    Path("briefing.toml").write_text(f'[audiences.a]\ntemplate = "{name}"\n')
    assert main(["check"]) == 2
    assert "template" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("in", "is a folder"), ("pipe", "a pipe or a device"), ("/dev/zero", "a pipe or a device"),
        ("large.toml", "larger than 4 MB"), ("briefing.toml", "include each other"), ("nowhere.toml", "does not exist"),
        (r"\u0000", "is no path"), ("a" * 5_000, "cannot be read"),
    ],
)  # fmt: skip
def test_an_include_is_a_plain_file(desk, capsys, name, told):
    """Folders, pipes, devices without an end, circles and names too long are told, without waiting."""
    os.mkfifo("pipe")
    with Path("large.toml").open("wb") as file:
        file.truncate(5_000_000)
    Path("briefing.toml").write_text(f'include = ["{name}"]\n')
    assert main(["build", "in"]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("table", ["", "[audiences.a]\n", "[actors.a]\n"])
def test_a_hundred_thousand_wrong_keys_are_all_told(desk, capsys, table):
    """Every fault is told at once, in the order of the lines, in seconds."""
    Path("briefing.toml").write_text(table + "".join(f"k{n} = 1\n" for n in range(100_000)))
    started = time.process_time()
    assert main(["check"]) == 2
    assert time.process_time() - started < 60  # a search of the file for each would take an hour
    err = capsys.readouterr().err.splitlines()
    assert len(err) >= 100_000
    assert "k99999" in err[-1]


def test_a_hundred_thousand_names_are_looked_for_at_once(desk):
    """What a configuration names costs its own length once, not once for each sentence."""
    names = ", ".join(f'"Name{n}"' for n in range(50_000))
    Path("in/a.txt").write_text(BODY * 200)
    text = f'[actors.a]\nnames = [{names}]\n[themes.t]\nactors = ["a"]\nkeywords = [{names}]\n'
    Path("briefing.toml").write_text(text)
    started = time.process_time()
    assert main(["build", "in", "--format", "json"]) == 0
    assert time.process_time() - started < 30


def test_articles_bring_no_code(desk, capsys):
    """A configuration that was only found among the articles may not name a function; one that was named may."""
    Path("in/briefing.toml").write_text('[audiences.a]\nmethod = "os:getcwd"\n')
    assert main(["build", "in"]) == 2
    assert "--config in/briefing.toml" in capsys.readouterr().err
    assert main(["build", "in", "--config", "in/briefing.toml"]) == 4
    assert "the method 'os:getcwd' failed" in capsys.readouterr().err


@pytest.mark.parametrize(
    "method", ["sys:exit", "builtins:exit", "os:nothing", "no.such.module:f", "json:decoder"]
)
def test_a_method_cannot_end_the_command(desk, capsys, method):
    """A function that exits, is none or is not there is told, and the status is ours."""
    Path("briefing.toml").write_text(f'[audiences.a]\nmethod = "{method}"\n')
    assert main(["build", "in"]) in (2, 4)
    assert f"'{method}'" in capsys.readouterr().err


# --- brief.json ----------------------------------------------------------------------------------------


def change(sample, path, value):
    """The sample's brief with one value replaced: ``sources.0.url``."""
    brief = json.loads((sample / "brief.json").read_text())
    at = brief
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in above:
        at = at[part]
    at[last] = value
    return json.dumps(brief)


RAW = {
    "nesting": "[" * 200_000,
    "nested objects": '{"schema": 1, "a": ' * 50_000,
    "digits": '{"schema": ' + "9" * 5_000 + "}",
    "infinity": '{"schema": 1e999}',
    "nothing": "",
    "no JSON": "\0\x1b[31m",
    "a list": "[]",
}


@pytest.mark.parametrize("command", ["render", "verify"])
@pytest.mark.parametrize("name", RAW)
def test_what_is_no_brief_is_refused(desk, capsys, command, name):
    """Nesting, numbers without end and other JSON end with 2 and one line."""
    Path("brief.json").write_text(RAW[name])
    assert main([command, "brief.json"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("briefing: not a brief.json")
    assert "\x1b" not in err


FORGED = [
    ("audience", "../../x"), ("audience", "a\0b"), ("date", "../x"), ("issue", 10**400), ("words", 10**400),
    ("sources.0.url", "javascript:alert(1)"), ("sources.0.url", "http://["), ("sources.0.url", "data:text/html,x"),
    ("sections.0.items.0.source", 99), ("sections.0.items.0.start", "1"), ("look.page_size", "A0"),
    ("title", "x" * 100_000), ("sources.0.location", "x" * 100_000), ("sources.0.title", "\ud800"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), FORGED)
def test_forged_values_are_refused(desk, sample, capsys, path, value):
    """What would become a path, a link or a number beyond all numbers ends with 2."""
    Path("brief.json").write_text(change(sample, path, value))
    assert main(["render", "brief.json", "--out", "out"]) == 2
    assert not Path("out").exists()


ODD = [
    ("date", "9999-99-99"), ("title", "<script>\r\nBcc: all@example.org\x1b[31m\u202e"), ("title", "x" * 5_000),
    ("marking", "\"; } @import url(file:///etc/passwd); /* </style>\r\nBcc: all@example.org"), ("issue", -1),
    ("look.accent", "red; } body { display: none"), ("language", "en\"><script>"), ("build", "\r\nBcc: x@example.org"),
    ("sources.0.location", "x" * 5_000), ("sources.0.location", "../../../etc/passwd"), ("sources.0.location", "\0"),
    ("sources.0.published", "0001-01-01T00:00:00+23:59"), ("sources.0.title", "\ufffe\U000e0041"),
    ("sources.0.language", "\0"),
    ("sections.0.items.0.text", "\0\x1b[31m"), ("sections.0.items.0.start", -(10**30)),
    ("sections.0.items.0.end", 10**30), ("sections.0.items.0.id", "\" onmouseover=\"alert(1)"),
    ("made", "soon"), ("made", "0001-01-01T00:00:00+14:00"), ("cutoff", "9999-12-31T23:59:59-12:00"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), ODD)
def test_odd_values_are_printed_or_told(desk, sample, capsys, caplog, path, value):
    """Whatever stands in a brief, rendering and proving end in order, and no value becomes mark-up or a header."""
    from lxml import html

    Path("brief.json").write_text(change(sample, path, value))
    formats = [
        word for name in ("pdf", "html", "email", "markdown", "text", "json") for word in ("--format", name)
    ]
    assert main(["render", "brief.json", "--out", "out", *formats]) in (0, 1)
    assert main(["verify", "brief.json", str(SEEDS)]) in (0, 1)
    caplog.clear()  # WeasyPrint wonders about languages and dates that are none
    told = capsys.readouterr()
    assert not set(told.out + told.err) & set("\x1b\0\r\u202e")
    page = html.fromstring(Path("out/brief.html").read_bytes())
    assert page.xpath("(//script)[position() > 1] | //@onmouseover") == []
    mail = Path("out/brief.eml")
    assert not mail.exists() or b"\r\nBcc" not in mail.read_bytes().partition(b"\r\n\r\n")[0]


# --- templates inside a brief --------------------------------------------------------------------------


READING = (
    "{% include '/etc/passwd' %}", "{% include '../../../../etc/passwd' %}",
    "{% include 'default/../../pyproject.toml' %}",
    "{% extends 'default/../../pyproject.toml' %}", "{% import 'os' as os %}", "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ brief.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(page) }}", "{{ page['__class__'] }}", "{{ ()|attr('__class__') }}",
    "{{ self._TemplateReference__context }}", "{% set brief.title = 'x' %}", "{{ nothing }}", "{{ 1 / 0 }}", "{% if %}",
    "{% extends 'nowhere.html' %}", "{% include 'nowhere.html' %}", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% if 1 %}" * 2_000 + "{% endif %}" * 2_000, "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
    "{{ 'a' * 10 ** 10 }}", "{{ '%9999999999d' % 1 }}", "{{ 'a'|center(10 ** 10) }}", "{{ range(10 ** 9)|list }}",
    "{{ 10 ** (10 ** 9) }}",
    "<div>" * 20_000,
)  # fmt: skip


@pytest.mark.parametrize("source", READING)
@pytest.mark.parametrize(
    ("name", "format_"), [("brief.html", "html"), ("mail.html", "email"), ("brief.html", "pdf")]
)
def test_a_template_in_a_brief_reads_nothing_and_fills_nothing(desk, sample, capsys, source, name, format_):
    """Code that asks for files, for Python's insides, for all memory or for itself is told; the rest is made."""
    Path("brief.json").write_text(change(sample, "look", {**LOOK, "overrides": {name: source}}))
    words = ["render", "brief.json", "--out", "out", "--format", format_, "--format", "text"]
    assert main(words) == 1
    assert name in capsys.readouterr().err
    assert [path.name for path in Path("out").iterdir()] == ["brief.txt"]


LOOK = {"template": None, "page_size": "A4", "accent": "#8a1c1c"}
LOOPS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in [1] * 99999 %}{% for b in range(99999) %}{% if b %}{% endif %}{% endfor %}{% endfor %}",
)


@pytest.mark.parametrize("source", LOOPS)
def test_a_template_that_never_ends_is_stopped(desk, sample, capsys, monkeypatch, source):
    """Loops in loops and powers of powers end after the time that a template has, for each face."""
    monkeypatch.setattr(bounds, "SECONDS", 0.5)
    overrides = {"brief.html": source, "mail.html": source}
    Path("brief.json").write_text(change(sample, "look", {**LOOK, "overrides": overrides}))
    words = [
        "render",
        "brief.json",
        "--out",
        "out",
        "--format",
        "html",
        "--format",
        "email",
        "--format",
        "text",
    ]
    assert main(words) == 1
    assert capsys.readouterr().err.count("stopped") == 2
    assert [path.name for path in Path("out").iterdir()] == ["brief.txt"]


@pytest.mark.parametrize(
    "source",
    ["<table><tr><td colspan=1000000>x</table>", "<div style='display: flex'>" * 30 + "x" + "</div>" * 30],
)
def test_mark_up_that_keeps_the_layout_busy_is_stopped(desk, sample, capsys, monkeypatch, source):
    """What WeasyPrint would lay out for hours ends after the time that a foreign template's layout has."""
    monkeypatch.setattr(pdf, "SECONDS", 1)
    added = '{% extends "default/brief.html" %}{% block colophon %}' + source + "{% endblock %}"
    Path("brief.json").write_text(change(sample, "look", {**LOOK, "overrides": {"brief.html": added}}))
    assert main(["render", "brief.json", "--out", "out", "--format", "pdf", "--format", "text"]) == 1
    assert "brief.html: stopped after 1 second" in capsys.readouterr().err


def test_mark_up_that_opens_files_gets_none(desk, sample, caplog):
    """Attachments, pictures, sheets and fonts by file: put nothing of the file into PDF, page and mail."""
    (desk / "secret.css").write_text("p::after { content: 'the-very-secret' }")
    url = (desk / "secret.css").as_uri()
    foreign = (
        f"<link rel=stylesheet href='{url}'><link rel=attachment href='{url}'><img src='{url}' alt=x>"
        f"<style>@import url({url}); @font-face {{ src: url({url}) }} p {{ color: url({url}) }}</style>"
        f"<a rel=attachment href='{url}'>x</a>"
    )
    beneath = '{% extends "default/NAME" %}{% block colophon %}' + foreign + "{% endblock %}"
    overrides = {name: beneath.replace("NAME", name) for name in ("brief.html", "mail.html")}
    Path("brief.json").write_text(change(sample, "look", {**LOOK, "overrides": overrides}))
    assert main(["render", "brief.json", "--out", "out", "--format", "pdf"]) == 0
    assert "disallowed protocol" in caplog.text
    caplog.clear()
    data = Path("out/brief.pdf").read_bytes()
    assert b"the-very-secret" not in data
    files = subprocess.run(
        ["pdfdetach", "-list", "out/brief.pdf"], capture_output=True, text=True, check=True
    )
    assert files.stdout.split() == ["1", "embedded", "files", "1:", "brief.json"]
    assert main(["render", "brief.json", "--out", "out", "--format", "html", "--format", "email"]) == 1
    assert [path.name for path in Path("out").iterdir()] == ["brief.pdf"]


@pytest.mark.parametrize(
    "source", ["{% if 1 %}" * 3_000, "{{ " + "(" * 5_000, "{% block nowhere %}{% endblock %}", "\0"]
)
def test_check_reads_any_template(desk, capsys, source):
    """What stands in a template is a fault or none, never a traceback."""
    Path("templates/own").mkdir(parents=True)
    Path("templates/own/brief.html").write_text('{% extends "default/brief.html" %}' + source)
    Path("briefing.toml").write_text('[audiences.a]\ntemplate = "own"\n[themes.t]\nkeywords = ["river"]\n')
    assert main(["check"]) in (0, 2)


# --- evidence ------------------------------------------------------------------------------------------


def packed(manifest, *texts):
    """Zip a manifest and texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("manifest.json", json.dumps(manifest))
        for name, data in texts:
            file.writestr(name, data)
    return out.getvalue()


ENTRY = {"text": "1.txt", "source": 1, "location": "a", "part": 0, "digest": "", "text_digest": ""}
EVIDENCE = {
    "unpacks to too much": lambda: packed({"texts": [ENTRY]}, ("1.txt", bytes(200_000_000))),
    "leads out": lambda: packed(
        {"texts": [ENTRY | {"text": "../../etc/passwd"}]}, ("../../etc/passwd", b"x")
    ),
    "names what is not there": lambda: packed({"texts": [ENTRY | {"text": "2.txt"}]}, ("1.txt", b"x")),
    "has a manifest of another kind": lambda: packed([[[]]]),
    "is no zip file": lambda: b"PK\3\4" + bytes(1_000),
    "is empty": lambda: b"",
}


@pytest.mark.parametrize("name", EVIDENCE)
def test_evidence_that_cannot_be_trusted_is_refused(desk, sample, capsys, name):
    """Bombs, lies and paths in an evidence file end with 2; nothing is unpacked to the disk."""
    Path("evil.zip").write_bytes(EVIDENCE[name]())
    assert main(["verify", str(sample / "brief.json"), "evil.zip"]) == 2
    assert "evidence" in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["evil.zip", "in"]
