"""Hostile articles, from the file to the edition: one bad file never stops a brief, and none of it is obeyed.

The machine's own faults (rights, disks, pipes, Ctrl-C) are in ``test_hostile_machine.py``, forged files of ours in
``test_hostile_files.py``.
"""

import json
import os
import re
import shutil
import subprocess
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.cli import main
from briefing.config import load_config
from briefing.errors import NothingToReport
from briefing.pipeline import gather
from briefing.sources import paths
from tests.conftest import tool

DAY = "2025-02-19"
BODY = "The river rose by two metres on Monday, the mayor said. Schools stayed shut in the valley until Friday.\n"
GOOD = (
    "The harbour of Kiel opened again on Tuesday, the port authority said. Two ferries left in the morning.\n"
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A current folder with one sound article among the sources."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD)
    return tmp_path


@pytest.fixture
def build(desk, capsys):
    """``build("in", …)`` gives exit status, what was said on stderr, and brief.json where there is one."""

    def command(*words):
        status = main(["build", *map(str, words), "--date", DAY, "--out", "out"])
        err = capsys.readouterr().err
        made = sorted(Path("out", DAY).glob("*/brief.json"))
        return status, err, json.loads(made[0].read_text()) if made else None

    return command


def words_of(brief):
    """The printed sentences of a brief."""
    sections = [item["text"] for section in brief["sections"] for item in section["items"]]
    return [item["text"] for item in brief["top_lines"]] + sections + [
        item["text"] for source in brief["sources"] for item in source["summary"]
    ]  # fmt: skip


# --- bytes ---------------------------------------------------------------------------------------------


UNREAD = {
    "empty.txt": (b"", "empty"),
    "blank.html": (b" \n\f ", "empty"),
    "picture.txt": (bytes(range(256)) * 40, "no text"),
    "picture.md": (bytes(range(256)) * 40, "no text"),
    "picture.html": (bytes(range(256)) * 40, "no text"),
    "long.txt": (BODY.encode() * 49_000, "longer than"),
    "large.md": (BODY.encode() * 10_000, "too large"),
    "nested.html": (b"<div>" * 100_000 + BODY.encode() + b"</div>" * 100_000, "too deep"),
    "open.html": (b"<p>" * 100_000 + BODY.encode(), "too deep"),
    "comment.html": (b"<!--" * 100_000 + BODY.encode(), "parsed"),
    "brackets.md": (b"[" * 100_000, "too deep"),
    "quoted.md": (b"> " * 100_000, "too deep"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_skipped_and_named(build, name):
    """A file that is no article is told with its name and the reason; the brief is made of the others."""
    data, reason = UNREAD[name]
    Path("in", name).write_bytes(data)
    status, err, brief = build("in", "--format", "json")
    assert status == 0
    assert name in err
    assert reason in err
    assert [entry["location"] for entry in brief["sources"]] == ["in/good.txt"]
    assert [one["location"] for one in brief["skipped"]] == [f"in/{name}"]


def test_without_any_article_there_is_nothing_to_report(build):
    """No file, or empty ones alone, end with 4 and make no folder."""
    Path("in/good.txt").write_bytes(b"")
    assert build("in")[0] == 4
    Path("in/good.txt").unlink()
    assert build("in")[0] == 4
    assert not Path("out").exists()


def test_fifty_megabytes_are_not_even_opened_up(build):
    """A file of 50 MB is skipped by its size, in no time."""
    with Path("in/huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    started = time.process_time()
    status, err, _ = build("in", "--format", "json")
    assert time.process_time() - started < 5  # reading it would take minutes
    assert status == 0
    assert "huge.txt (find): It is larger than 20 MB" in err


ENCODED = {
    "bom.txt": b"\xff\xfe" + BODY.encode("utf-16-le"),
    "big.txt": b"\xfe\xff" + BODY.encode("utf-16-be"),
    "bare.txt": BODY.encode("utf-16-le"),
    "bare-big.txt": BODY.encode("utf-16-be"),
    "cut.txt": (BODY + "Київ").encode()[:-1],
    "bom.md": b"\xff\xfe" + BODY.encode("utf-16-le"),
    "bare.md": BODY.encode("utf-16-be"),
    "bom.html": b"\xff\xfe" + f"<html><body><p>{BODY}</p></body></html>".encode("utf-16-le"),
    "bare.html": f"<html><body><p>{BODY}</p></body></html>".encode("utf-16-le"),
    "cut.html": f"<html><body><p>{BODY}Київ".encode()[:-1],
}


@pytest.mark.parametrize("name", ENCODED)
def test_whatever_the_encoding_the_words_are_read(build, name):
    """UTF-16 with and without its mark and UTF-8 that ends in mid-letter are read and proven."""
    Path("in", name).write_bytes(ENCODED[name])
    status, _, brief = build("in", "--format", "json")
    assert status == 0
    assert "The river rose by two metres on Monday, the mayor said." in words_of(brief)
    assert main(["verify", f"out/{DAY}/default/brief.json"]) == 0


LONG = {
    "sentence of 10,000 letters": "word " * 2_000 + "end.",
    "line of a megabyte": (BODY.strip() + " ") * 9_000,
    "word of a megabyte": "x" * 1_000_000,
    "spaces": "a" + " " * 1_000_000 + "b. " + BODY,
    "form feeds": "\f" * 500_000 + BODY,
    "articles in one file": "The river rose by two metres.\f" * 4_000,
    "front matters": "---\ntitle: a\n---\nThe river rose by two metres.\n" * 4_000,
    "short quotations": "“No,” he said. " * 8_000,
    "open quotations": "『 " * 100_000 + BODY,
    "bidi marks": "\u202e" * 300_000 + BODY,
    "accents": "a" + "\u0301" * 500_000 + ". " + BODY,
}


@pytest.mark.parametrize("name", LONG)
def test_length_costs_no_more_than_its_length(build, name):
    """Texts that would keep a quadratic step busy for minutes are done in seconds, whole."""
    Path("in/long.txt").write_text(LONG[name])
    started = time.process_time()
    assert build("in", "--format", "json")[0] == 0
    assert time.process_time() - started < 25


@pytest.mark.parametrize("words", ["x" * 50_000, "word " * 2_000, "俄" * 5_000, "\u0301" * 5_000])
def test_what_no_stop_ends_is_not_printed(build, words):
    """A "sentence" of thousands of letters is left out and counted, so that no layout must break its one line."""
    Path("in/long.txt").write_text(f"A minister {words} said that it rained on Monday. {BODY}")
    started = time.process_time()
    status, _, brief = build("in")
    assert time.process_time() - started < 15
    assert status == 0
    assert max(map(len, words_of(brief))) < 200
    assert brief["coverage"]["sentences"]["left_out"]["too long for a sentence"] == 1


def test_many_files_cost_what_they_count(build):
    """Four times the files cost about four times the work, not sixteen times."""

    def cost(count):
        for n in range(count):
            Path("in", f"{n}.txt").write_text(
                f"The river rose by {n} metres on Monday. Schools stayed shut.\n"
            )
        started = time.process_time()
        assert build("in", "--format", "json")[0] == 0
        return time.process_time() - started

    cost(2)  # what is imported once
    assert cost(2_000) < 8 * cost(500)


def test_a_file_that_vanishes_while_it_is_read(build, monkeypatch):
    """A file that is gone between listing and opening is named; the others are read."""
    Path("in/gone.txt").write_text(BODY)
    real = os.open

    def vanishing(path, *rest, **named):
        if str(path).endswith("gone.txt"):
            Path(path).unlink()
        return real(path, *rest, **named)

    monkeypatch.setattr(paths.os, "open", vanishing)
    status, err, brief = build("in", "--format", "json")
    assert status == 0
    assert "in/gone.txt (find): It was gone" in err
    assert [entry["location"] for entry in brief["sources"]] == ["in/good.txt"]


def test_the_same_article_twice_is_nobodys_confirmation(build):
    """A copy under another name is told and counts as no source."""
    shutil.copy("in/good.txt", "in/copy.txt")
    status, err, brief = build("in", "--format", "json")
    assert status == 0
    assert "same text" in err
    assert len(brief["sources"]) == 1


# --- words ---------------------------------------------------------------------------------------------


EVIL = (
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% for x in y %}", "</style><img src=x onerror=alert(2)>",
    "\u202edesrever\u202c", "\x1b[31mred\x1b[0m", "\x9b31mred", "nul\0nul", "[click](javascript:alert(3))",
    "![x](http://evil.example/x.png)", "<!-- comment", "&lt;b&gt;", '*/ } body { display: none } " \' `',
    "<iframe src=file:///etc/passwd>", "<svg onload=alert(4)>", "<a href='data:text/html,x'>data</a>", "]]>", "%s {0}",
)  # fmt: skip
TITLE = "<script>alert(5)</script> {{ 7*7 }} </title></style> " + "x" * 500
HEAD = f"""---
title: "{TITLE}"
author: "<img src=x onerror=alert(6)>"
outlet: "</style><script>alert(7)</script>"
url: "javascript:alert(8)"
date: "<script>"
---

"""
CONFIG = r"""
title = "<script>alert(9)</script> {{ 7*7 }} \"; } */ \u202e"
marking = "</style>\"; content: url(file:///etc/passwd)"
[actors.r]
names = ["Russia"]
[themes.t]
title = "<b>{{ x }}</b>"
question = "</h2><script>alert(10)</script>"
actors = ["r"]
role = "about"
[audiences.a]
title = "<i>all</i>"
words = 20000
formats = ["pdf", "html", "email", "markdown", "text", "json"]
"""
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def evil_articles(folder):
    """The same evil words in each format and in names of files."""

    def told(place):
        lines = (
            f"A minister {evil} said that Russia rejects plan {n} of {place}." for n, evil in enumerate(EVIL)
        )
        return "\n\n".join(lines)

    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")

    (folder / "front.txt").write_text(HEAD + told("Kazan"))
    (folder / "plain.txt").write_text(TITLE + "\n\nBy <b>Mallory</b>\n\n" + told("Perm"))
    (folder / "mark.md").write_text(f"# {TITLE}\n\n" + told("Omsk"))
    (folder / "page.html").write_text(
        f"<html lang='en\"><script>'><head><title>{escaped(TITLE)}\nnew line</title>"
        "<meta property='og:site_name' content='</style><script>alert(11)</script>'>"
        "<link rel=canonical href='javascript:alert(12)'></head><body><article>"
        + "".join(f"<p>{escaped(line)}</p>" for line in told("Tver").split("\n\n"))
        + "<p><a href='javascript:alert(13)'>Russia rejects every plan of Tula, the minister said.</a></p>"
    )
    for name in (
        "new\nline <script>'\".txt",
        os.fsdecode(b"bad\xff\x1b[31m.txt"),
        "--out=x.txt",
        "y" * 250 + ".txt",
    ):
        (folder / name).write_text(told(f"Orel {len(name)}"))


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    """An edition of evil articles under an evil title, in every format."""
    folder = tmp_path_factory.mktemp("evil")
    (folder / "in").mkdir()
    evil_articles(folder / "in")
    (folder / "evil.toml").write_text(CONFIG)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["build", "in", "--config", "evil.toml", "--date", DAY, "--out", "out"]) == 0
    return folder / "out" / DAY / "a"


# The one script of a page is ours: tests/renderers/test_html.py.
ACTIVE = (
    "(//script)[position() > 1] | //img | //iframe | //svg | //@onerror | //@onload"
    " | //a[@href and not(starts-with(@href, '#'))]"
)


def parts(edition):
    """The page, the mail's page, and the Markdown as a library renders it."""
    from markdown import markdown

    message = message_from_bytes((edition / "brief.eml").read_bytes(), policy=policy.default)
    page = message.get_body(("html",))
    assert page is not None
    return {
        "html": (edition / "brief.html").read_text(),
        "eml": page.get_content(),
        "md": f"<html>{markdown((edition / 'brief.md').read_text())}</html>",
    }


@pytest.mark.parametrize("name", ["html", "eml", "md"])
def test_no_word_of_an_article_becomes_markup(edition, name):
    """Titles, bylines, outlets, names of files and sentences make no element, no handler and no link."""
    from lxml import html

    page = parts(edition)[name]
    tree = html.fromstring(page.encode())
    assert tree.xpath(ACTIVE) == []
    text = " ".join(
        tree.text_content().replace("\\<", "<").split()
    )  # the library keeps CommonMark's backslash
    for evil in (
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "</style><img src=x onerror=alert(2)>",
        "%s {0}",
    ):
        assert f"A minister {evil} said" in text
    assert "\u202e" not in page
    assert not re.search("[\x00\x1b\x9b]", page)


def test_what_is_printed_cannot_steer_a_terminal(edition):
    """Text and Markdown hold no control character and no mark of direction."""
    for name in ("brief.txt", "brief.md"):
        assert STEERING.findall((edition / name).read_text()) == []


def test_the_mails_head_is_one_line_each(edition):
    """No title or marking adds a header; the subject says what they say."""
    message = message_from_bytes((edition / "brief.eml").read_bytes(), policy=policy.default)
    assert [name.lower() for name in message] == [
        "content-type", "mime-version", "date", "from", "to", "subject", "message-id",
    ]  # fmt: skip
    assert "<script>alert(9)</script> {{ 7*7 }}" in message["Subject"]


def test_the_outline_of_the_pdf_has_titles_as_they_are(edition):
    """Mark-up in titles is text in the PDF's outline, information and pages."""
    run = [tool("pdfinfo"), edition / "brief.pdf"]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert "<script>alert(9)</script> {{ 7*7 }}" in told
    run = [tool("pdftotext"), edition / "brief.pdf", "-"]
    told = " ".join(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())
    assert "<b>{{ x }}</b>" in told
    assert "root:" not in told


def test_titles_are_cut_and_links_are_of_the_web(edition):
    """A title keeps 500 characters at most on one line; an address that is no page of the web is none."""
    brief = json.loads((edition / "brief.json").read_text())
    titles = [entry["title"] for entry in brief["sources"] if entry["title"]]
    assert len(titles) >= 3
    assert all(len(title) <= 500 and "\n" not in title for title in titles)
    assert [entry["url"] for entry in brief["sources"]] == [None] * 8


def test_every_name_of_a_file_can_be_printed(edition):
    """Line ends, bytes that are no UTF-8 and controls in names are escapes; hyphens and quotes are themselves."""
    brief = json.loads((edition / "brief.json").read_text())
    assert {entry["location"] for entry in brief["sources"]} == {
        "in/front.txt", "in/plain.txt", "in/mark.md", "in/page.html", "in/--out=x.txt", f"in/{'y' * 250}.txt",
        "in/new\\nline <script>'\".txt", "in/bad\\xff\\x1b[31m.txt",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "in"), ("explain", "in", "--json"), ("summarize", "in"), ("summarize", "in", "--json"),
        ("verify", "forged.json", "in"), ("check", "--config", "bad.toml"), ("build", "\x1b[31m\u202e"),
        ("render", "\x1b[31m\u202e"), ("build", "in", "--config", "\x1b[31m"), ("build", "in", "--audience", "\x9b1m"),
        ("verify", "\x1b[31m"), ("build", "in", "--previous", "\x1b[31m"), ("check", "--config", "\x1b[31m"),
    ],
)  # fmt: skip
def test_no_command_lets_an_article_steer_the_terminal(edition, capsys, monkeypatch, words):
    """Neither output nor messages hold a control character or a mark of direction."""
    folder = edition.parents[2]
    monkeypatch.chdir(folder)
    forged = (
        (edition / "brief.json")
        .read_text()
        .replace("rejects plan", "rejects plan \\u001b[31m\\u009b1m\\u202e")
    )
    (folder / "forged.json").write_text(forged)
    (folder / "bad.toml").write_text('"\\u001b[31m\\u202e" = 1\nlanguage = "\\u009b1m"\n')
    main(list(words))
    told = capsys.readouterr()
    assert told.out + told.err
    assert STEERING.findall(told.out + told.err) == []


def test_json_lines_hold_the_very_words(edition, capsys, monkeypatch):
    """What is escaped for the terminal's sake is the same text once it is parsed."""
    monkeypatch.chdir(edition.parents[2])
    assert main(["explain", "in/mark.md", "--json"]) == 0
    texts = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert any("\u202edesrever\u202c" in text for text in texts)
    assert any("\x9b31mred" in text for text in texts)


# --- folders -------------------------------------------------------------------------------------------


def test_links_pipes_and_circles_are_passed_by(build, desk):
    """A link out of the folder, circles of links and a pipe are named and not followed."""
    (desk / "secret.txt").write_text("The secret password was told on Monday by the guard.\n")
    Path("in/out.txt").symlink_to(desk / "secret.txt")
    Path("in/loop.txt").symlink_to("loop.txt")
    Path("in/circle").symlink_to(".")
    os.mkfifo("in/pipe.txt")
    status, err, brief = build("in", "--format", "json")
    assert status == 0
    assert [Path(one["location"]).name for one in brief["skipped"]] == [
        "circle",
        "loop.txt",
        "out.txt",
        "pipe.txt",
    ]
    assert "secret password" not in json.dumps(brief)
    assert len(err.splitlines()) == 4


@pytest.mark.parametrize("path", ["in/loop.txt", "in/pipe.txt"])
def test_what_cannot_be_read_may_be_named(build, path):
    """A circle of links and a pipe named as PATHs are nothing to report, without waiting."""
    Path("in/loop.txt").symlink_to("loop.txt")
    os.mkfifo("in/pipe.txt")
    assert build(path)[0] == 4


def test_yesterdays_brief_is_no_article_of_today(build):
    """Editions inside the walked folder are passed over, whatever their formats."""
    main(
        [
            "build",
            "in",
            "--date",
            "2025-02-18",
            "--out",
            "in/output",
            "--format",
            "markdown",
            "--format",
            "html",
        ]
    )
    Path("in/output/2025-02-18/default/brief.txt").write_text(BODY)
    status, err, brief = build("in", "--format", "json")
    assert (status, err) == (0, "")
    assert [entry["location"] for entry in brief["sources"]] == ["in/good.txt"]


def test_a_brief_beside_articles_does_not_hide_them(build):
    """A brief.json that lies among articles, ours or an attacker's, hides no file but an edition's own."""
    Path("in/brief.json").write_text("{}")
    Path("in/brief.md").write_text(BODY)
    assert [entry["location"] for entry in build("in", "--format", "json")[2]["sources"]] == ["in/good.txt"]


def test_names_with_leading_hyphens_are_read_behind_two(build, desk):
    """``--`` ends the options, as everywhere."""
    (desk / "--strict").write_text("no article")
    (desk / "-a.txt").write_text(BODY)
    assert main(["build", "--date", DAY, "--out", "out", "--format", "json", "--", "-a.txt"]) == 0
    assert Path("out", DAY, "default", "brief.json").is_file()


# --- whatever the bytes --------------------------------------------------------------------------------


FRAGMENTS = (
    b"<p>", b"</p>", b"<div>", b"<table><tr><td>", b"<li>", b"<h1>", b"<article>", b"<script>", b"<!--", b"-->",
    b"<![CDATA[", b"&#0;", b"&#xD800;", b"<meta charset=utf-7>", b"<meta charset=unicode_escape>\\ud800",
    b"<meta charset=idna>", b'<?xml version="1.0" encoding="utf-16"?>', b"<link rel=canonical href='http://['>",
    b"<frameset>", b"<plaintext>", b"<template>", b"<time datetime=x>", b"\0", b"\xff\xfe", b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xf0\x9f", b"\xe2\x80\xae", b"\n", b"\n\n", b"\r", b"\f", b"\x0b", b"\x85", b"---\n", b"title: x\n",
    b"date: 2025-13-45\n", b"url: http://[\n", b"lang: zz\n", b"# ", b"* ", b"1. ", b"- ", b"> ", b"|a|b|\n|-|-|\n",
    b"[^1]: ", b"[x](", b"```\n", b'"', "“".encode(), "”".encode(), "『".encode(), b"Mr. Smith said. ", b"he said. ",
    b"Russia rejected it, Lavrov said on Monday. ", "Москва отвергла это. ".encode(), "中国。".encode(), b"+AD4-",
    b"Berlin, Feb. 18 (Reuters) - ", b"Read More", b"Q: ", b"By A B\n", b"9" * 300, b"a" * 300,
)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=5_000),
    st.lists(st.sampled_from(FRAGMENTS), max_size=80).map(b"".join),
    st.text(max_size=1_000).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=1_000).map(lambda text: text.encode("utf-16-le", "surrogatepass")),
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=BYTES)
@example(data=b"---\nurl: http://[\n---\nRussia rejected it, Lavrov said on Monday.\n")
def test_whatever_the_bytes_gathering_raises_nothing_else(tmp_path, suffix, data):
    """Any bytes are an article, or nothing to report; each sentence is the slice that its place says."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    config = load_config(Path(__file__).parents[1] / "seeds" / "briefing.toml")
    try:
        reading = gather([str(path)], config)
    except NothingToReport as nothing:
        assert path.name in str(nothing)
    else:
        assert reading.statements
        for statement in reading.statements:
            span = statement.sentence.span
            assert statement.sentence.text == statement.sentence.article.text[span.start : span.end] != ""
