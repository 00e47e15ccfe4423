"""Advice on outlets, and that its line, really pasted, settles it."""

import pytest

from briefing.advice.outlets import outlets
from briefing.config import load_config
from briefing.pipeline import gather

DESK = '[themes.t]\nkeywords = ["port"]\n[outlets.guardian]\nkind = "press"\nnames = ["The Guardian"]\n'
BODY = "The port will open in the summer, the harbour master said on Monday.\n"


@pytest.fixture
def told(tmp_path):
    """``told(config, *outlets)``: the advice on one article of each outlet."""

    def made(config, *names):
        for number, name in enumerate(names):
            text = f'---\ntitle: "Port {number}"\nsite: "{name}"\n---\n\n{BODY} Ship {number} waits.\n'
            (tmp_path / f"{number:02}.md").write_text(text)
        path = tmp_path / "briefing.toml"
        path.write_text(config)
        found = load_config(path)
        return list(outlets(gather([str(tmp_path)], found), found))

    return made


@pytest.mark.parametrize("name", ["Guardian", "the-guardian", "www.theguardian.com", "GUARDIAN!"])
def test_another_name_is_told_with_its_line(told, name):
    """A name that differs by short words, signs or a domain is asked for; with the line pasted nothing is left."""
    (advice,) = told(DESK, name)
    assert advice.what.startswith(
        f"{name}, the outlet of 1 article: another name of outlets.guardian? Under [outlets."
    )
    assert advice.under == ("outlets", "guardian")
    assert told(DESK.split("names = ", maxsplit=1)[0] + advice.line, name) == []


def test_the_larger_counts(told):
    """Articles of one outlet are one piece of advice."""
    (advice,) = told(DESK, "Guardian", "Guardian", "The Guardian")
    assert advice.count == 2
    assert "2 articles" in advice.what


@pytest.mark.parametrize("name", ["The Guardian", "Guardian News", "The Observer", "The"])
def test_others_are_left_alone(told, name):
    """What is listed, and what is another name by a long word, is no matter."""
    assert told(DESK, name) == []


def test_without_outlets_nothing_is_told(told):
    """A desk that lists none is not asked for one."""
    assert told('[themes.t]\nkeywords = ["port"]\n', "Guardian") == []
