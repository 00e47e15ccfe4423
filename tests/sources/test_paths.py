"""Where articles come from."""

import io
import os
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.model import Found, Skipped
from briefing.sources import find, paths


def found(*places, stdin=None):
    return list(find([str(place) for place in places], stdin))


def names(things):
    return [thing.name for thing in things if isinstance(thing, Found)]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, data=b"Words."):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_is_walked_in_the_order_of_its_names(here):
    """Files of all three kinds come sorted, part by part of their path, by any spelling of the suffix."""
    for name in ("b.md", "a/z.TXT", "a/b/c.htm", "a.txt", "c.XHTML", "d.markdown", "e.text", "f.html"):
        write(here / "in" / name)
    things = found("in")
    assert names(things) == [
        "a/b/c.htm",
        "a/z.TXT",
        "a.txt",
        "b.md",
        "c.XHTML",
        "d.markdown",
        "e.text",
        "f.html",
    ]
    assert [thing.location for thing in things][:2] == ["in/a/b/c.htm", "in/a/z.TXT"]
    assert {thing.name: thing.media_type for thing in things} == {
        "a/b/c.htm": "text/html",
        "a/z.TXT": "text/plain",
        "a.txt": "text/plain",
        "b.md": "text/markdown",
        "c.XHTML": "text/html",
        "d.markdown": "text/markdown",
        "e.text": "text/plain",
        "f.html": "text/html",
    }


def test_files_come_as_named_and_once(here):
    """The order is the user's; a file named twice, or again by its folder or another spelling, is read once."""
    write(here / "in/a.txt")
    write(here / "b.txt", b"B.")
    assert found("b.txt", "in/a.txt", "in", "./b.txt", "b.txt") == [
        Found("b.txt", "b.txt", b"B.", "text/plain"),
        Found("in/a.txt", "a.txt", b"Words.", "text/plain"),
    ]


def test_equal_files_are_both_found(here):
    """Two files with the same words are two files."""
    write(here / "a.txt")
    write(here / "b.txt")
    assert names(found(".")) == ["a.txt", "b.txt"]


def test_what_is_no_article_is_passed_over_in_silence(here):
    """Hidden files, configuration, its templates and our own editions are neither read nor skipped."""
    for name in (
        ".hidden.txt",
        ".git/a.txt",
        "briefing.toml",
        "actors.toml",
        "templates/brief.html",
        "output/d/a/brief.json",
    ):
        write(here / name)
    write(here / "output/d/a/brief.md")
    write(here / "in/templates/a.txt")
    assert [thing.location for thing in found(".")] == ["in/templates/a.txt"]


def test_other_kinds_are_skipped(here):
    """A file that no reader knows is named with what could be read."""
    write(here / "a.pdf")
    (thing,) = found(".")
    assert isinstance(thing, Skipped)
    assert (thing.location, thing.step) == ("a.pdf", "find")
    assert ".html, .markdown, .md" in thing.reason


def test_standard_input_is_one_file(here):
    """``-`` reads standard input, as a page where it looks like one."""
    assert here
    assert found("-", stdin=io.BytesIO(b"Words.")) == [Found("-", "-", b"Words.", "text/plain")]
    page = b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>Words."
    assert found("-", stdin=io.BytesIO(page)) == [Found("-", "-", page, "text/html")]
    assert isinstance(found("-")[0], Skipped)


def test_a_path_that_is_not_there_is_wrong_usage(here):
    """Before anything is read the missing PATH is named."""
    write(here / "a.txt")
    with pytest.raises(UsageError, match=r"b\\n\.txt: there is no such file"):
        find(["a.txt", "b\n.txt"], None)


def test_what_is_too_large_is_skipped(here, monkeypatch):
    """The bound holds for files and for standard input, also where a file grows while it is read."""
    monkeypatch.setattr(paths, "LARGEST", 5)
    write(here / "a.txt", b"12345")
    write(here / "b.txt", b"123456")
    assert [type(thing) for thing in found("a.txt", "b.txt", "-", stdin=io.BytesIO(b"123456"))] == [
        Found,
        Skipped,
        Skipped,
    ]


def test_a_sparse_file_of_50_megabytes_is_not_read(here):
    """A large file costs nothing but its name."""
    with (here / "a.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    (thing,) = found("a.txt")
    assert isinstance(thing, Skipped)
    assert "20 MB" in thing.reason


def test_links_are_followed_only_where_they_are_named(here):
    """A link inside a folder is skipped, even one to nothing; one that the user names is read."""
    write(here / "out/a.txt")
    (here / "in").mkdir()
    (here / "in/link.txt").symlink_to(here / "out/a.txt")
    (here / "in/folder").symlink_to(here / "out")
    (here / "in/void.txt").symlink_to("nowhere")
    assert [(thing.location, type(thing)) for thing in found("in")] == [
        ("in/folder", Skipped),
        ("in/link.txt", Skipped),
        ("in/void.txt", Skipped),
    ]
    assert names(found("in/link.txt", "in/folder")) == ["link.txt"]
    assert "link to nothing" in found("in/void.txt")[0].reason


def test_a_circle_of_links_is_skipped(here):
    """A link to itself cannot be read."""
    (here / "a.txt").symlink_to("a.txt")
    assert isinstance(found("a.txt")[0], Skipped)


def test_a_pipe_does_not_hang(here):
    """A FIFO is skipped without waiting for a writer."""
    os.mkfifo(here / "a.txt")
    (thing,) = found(".")
    assert isinstance(thing, Skipped)
    assert "pipe" in thing.reason


def test_a_file_that_vanishes_is_skipped(here):
    """What is gone between finding and reading is named, and the others are read."""
    write(here / "a.txt")
    write(here / "b.txt")
    things = find(["a.txt", "b.txt"], None)
    first = next(things)
    (here / "b.txt").unlink()
    assert isinstance(first, Found)
    assert [thing.reason for thing in things] == [
        "It was gone when it was to be read, or it is a link to nothing."
    ]


def test_what_may_not_be_read_is_skipped(here, monkeypatch):
    """Files and folders without permission are named with the system's reason."""
    write(here / "a.txt")
    write(here / "in/b.txt")

    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(paths.os, "open", refuse)
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert found("a.txt", "in") == [
        Skipped("a.txt", "find", "It cannot be read: Permission denied."),
        Skipped("in", "find", "It cannot be read: Permission denied."),
    ]


def test_odd_names_can_be_printed(here):
    """Bytes that are no UTF-8 and line ends in names are shown as escapes; the file is read."""
    write(here / os.fsdecode(b"in/\xff\n.txt"))
    (thing,) = found("in")
    assert isinstance(thing, Found)
    assert (thing.name, thing.location, thing.data) == ("\\xff\\n.txt", "in/\\xff\\n.txt", b"Words.")
