"""Configurations in several files."""

import pytest

from briefing.config import load_config
from briefing.errors import ConfigError

THEME = '[themes.{0}]\ntitle = "{1}"\nkeywords = ["k"]\n'


def test_include(config, write):
    """What a file includes is there, with paths relative to the including file."""
    write('include = ["deep/more.toml"]\n' + THEME.format("b", "B"), "shared/one.toml")
    write('language = "de"\n' + THEME.format("a", "A"), "shared/deep/more.toml")
    found = config('include = ["shared/one.toml"]\n' + THEME.format("c", "C"))
    assert [theme.key for theme in found.themes] == ["a", "b", "c"]
    assert found.language == "de"


def test_own_table_replaces(config, write):
    """A file's own table replaces the included one as a whole, and stands where the file has it."""
    write(
        'title = "Theirs"\nmarking = "M"\n'
        + THEME.format("a", "A")
        + 'question = "Q?"\n'
        + THEME.format("b", "B"),
        "s.toml",
    )
    found = config('include = ["s.toml"]\ntitle = "Ours"\n' + THEME.format("a", "Own"))
    assert [(theme.key, theme.title, theme.question) for theme in found.themes] == [
        ("b", "B", None),
        ("a", "Own", None),
    ]
    assert (found.title, found.audiences[0].marking) == ("Ours", "M")


def test_later_include_wins(config, write):
    """Of two included files the later one wins."""
    write('title = "One"', "one.toml")
    write('title = "Two"', "two.toml")
    assert config('include = ["one.toml", "two.toml"]').title == "Two"


def test_included_twice(config, write):
    """A file that two others include is read once."""
    write(THEME.format("a", "A"), "base.toml")
    write('include = ["base.toml"]', "one.toml")
    write('include = ["base.toml"]', "two.toml")
    assert len(config('include = ["one.toml", "two.toml"]').themes) == 1


def test_digest_does_not_see_files(config, write):
    """The same values in one file or in two have the same digest."""
    whole = config('title = "T"\n' + THEME.format("a", "A")).digest
    write(THEME.format("a", "A"), "s.toml")
    assert config('include = ["s.toml"]\ntitle = "T"').digest == whole


def test_faults_of_all_files(faults, write):
    """Faults name the file that they stand in, and come from all files at once."""
    write('[actors.a]\nnames = ["A"]\n[themes.t]\nrole = "x"\nkeywords = ["k"]\n', "s.toml")
    told = faults('include = ["s.toml"]\n\n[themes.u]\nactors = ["b"]\n[themes.t]\nkeywords = 1\n')
    assert [fault.split(": ")[:2] for fault in told] == [
        ["briefing.toml:4", "themes.u.actors"],
        ["briefing.toml:6", "themes.t.keywords"],
    ]
    told = faults('include = ["s.toml"]\n[themes.u]\nactors = ["b"]')
    assert [fault.split(": ")[:2] for fault in told] == [
        ["s.toml:4", "themes.t.role"],
        ["briefing.toml:3", "themes.u.actors"],
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("none.toml", "'none.toml': does not exist"),
        ("folder", "'folder': is a folder, not a file"),
        ("", "'': an empty path"),
        ("\\u0000", "'\\x00': is no path"),
    ],
)
def test_include_that_cannot_be_read(faults, write, name, told):
    """An include that cannot be read is told where it is named, and what it might have held is not called missing."""
    write("", "folder/a.toml")
    mend = "(paths are relative to the file that includes them)"
    assert faults(f'include = ["{name}"]\n[themes.t]\nactors = ["theirs"]') == [
        f"briefing.toml:1: include: {told} {mend}"
    ]


def test_broken_include(faults, write):
    """A syntax error in an included file is told beside the faults of the file itself."""
    write("title =", "s.toml")
    assert (
        faults('include = ["s.toml"]\npages = 1')[0]
        == "s.toml:1: not TOML: Invalid value at the end of the file"
    )


def test_circle(faults, write):
    """Files that include each other are told as the way round."""
    write('include = ["b.toml"]', "a.toml")
    write('title = "B"\ninclude = ["a.toml"]', "b.toml")
    assert faults('include = ["a.toml"]') == [
        "b.toml:2: include: the files include each other: a.toml → b.toml → a.toml (take one of them out)"
    ]


def test_itself(write):
    """A file that includes itself is told, also by another way to it."""
    path = write('include = ["./x/../briefing.toml"]')
    write("", "x/y.toml")
    with pytest.raises(ConfigError, match=r"include each other: briefing\.toml → briefing\.toml"):
        load_config(path)
