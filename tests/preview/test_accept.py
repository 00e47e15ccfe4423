"""A piece of advice that is accepted: its line in the file, and nothing else changed."""

import asyncio
import tomllib

import pytest

from briefing.errors import UsageError
from briefing.preview.accept import accept, can_follow, follow
from briefing.preview.show import Show

CONFIG = """\
# Our desk.
title = "Ours"  # as printed

[actors.us]
names = ["US"]
people = [
    "Rubio",  # minister
    ["Waltz", "Mike Waltz"],
]

[themes.us]
actors = ["us"]
exclude = ["one", "two"]  # too loud
"""


def _advice(line, *under):
    return {"what": "…", "line": line, "under": list(under) or None}


@pytest.fixture
def config(tmp_path):
    """A configuration that a person wrote."""
    path = tmp_path / "briefing.toml"
    path.write_text(CONFIG)
    return path


def test_list_grows(config):
    """A list that grows keeps its layout and its comments; all else stays byte for byte."""
    follow(config, _advice('people = ["Rubio", ["Waltz", "Mike Waltz", "Walz"], "Witkoff"]', "actors", "us"))
    text = config.read_text()
    assert tomllib.loads(text)["actors"]["us"]["people"] == [
        "Rubio",
        ["Waltz", "Mike Waltz", "Walz"],
        "Witkoff",
    ]
    assert '"Rubio",  # minister' in text
    assert text.startswith(CONFIG[: CONFIG.index("people")])
    assert text.endswith(CONFIG[CONFIG.index("[themes.us]") :])


def test_list_shrinks_and_key_comes(config):
    """A shorter list takes the old one's place; a key that was not there stands in its table."""
    follow(config, _advice('exclude = ["two"]', "themes", "us"))
    follow(config, _advice('role = "about"', "themes", "us"))
    assert tomllib.loads(config.read_text())["themes"]["us"] == {
        "actors": ["us"],
        "exclude": ["two"],
        "role": "about",
    }
    assert "# too loud" in config.read_text()


def test_new_tables_stand_at_the_end(config):
    """Tables that were not there come last."""
    line = '[actors.china]\ncountries = ["CN"]\n[themes.china]\nactors = ["china"]'
    follow(config, _advice(line))
    assert config.read_text() == f"{CONFIG}\n{line}\n"


def test_included_file(config):
    """The line goes into the file that the table is included from."""
    (config.parent / "shared.toml").write_text('[actors.eu]\nnames = ["EU"]\n')
    config.write_text(f'include = ["shared.toml"]\n{CONFIG}')
    follow(config, _advice('people = ["Kallas"]', "actors", "eu"))
    assert (config.parent / "shared.toml").read_text() == '[actors.eu]\nnames = ["EU"]\npeople = ["Kallas"]\n'
    assert config.read_text() == f'include = ["shared.toml"]\n{CONFIG}'


@pytest.mark.parametrize(
    "advice",
    [
        _advice('people = ["X"]'),
        _advice(""),
        _advice('people = ["X"]', "actors", "nobody"),
        _advice("min_score = -7.0", "themes", "us"),
        _advice("[themes.us]\nactors = []"),
    ],
)
def test_what_cannot_be_followed(config, advice):
    """Where a line has no place, or would break the configuration, the file stays as it was."""
    with pytest.raises(UsageError):
        follow(config, advice)
    assert config.read_text() == CONFIG


def test_can_follow():
    """A program can follow where the table is known or comes with the line."""
    assert can_follow(_advice("a = 1", "actors", "us"))
    assert can_follow(_advice("[actors.china]"))
    assert not can_follow(_advice("people = []"))
    assert not can_follow(_advice(""))


def test_only_what_was_advised(config, order):
    """A line that no advice has is not written, whoever sends it."""
    from dataclasses import replace

    show = Show(replace(order, config=str(config)))
    advice = _advice('role = "about"', "themes", "us")
    show.advice = [advice]
    for sent in (
        {"line": 'role = "topic"', "under": ["themes", "us"]},
        {"line": advice["line"], "under": None},
        {},
    ):
        with pytest.raises(UsageError, match="no longer"):
            asyncio.run(accept(show, sent))
    assert config.read_text() == CONFIG
    asyncio.run(accept(show, advice))
    assert tomllib.loads(config.read_text())["themes"]["us"]["role"] == "about"
    show.order = replace(order, config=None)
    with pytest.raises(UsageError, match="no configuration"):
        asyncio.run(accept(show, advice))
