"""The page on languages, and the data that it counts."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.languages import available, load

ROOT = Path(__file__).parent.parent.parent
WHOLE = ("en", "de", "fr", "uk", "ru")
"""Languages that are shipped for analysts, not for reading alone."""


def test_the_page_is_current():
    """docs/languages.md is what the data say."""
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "languages", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize(
    "path",
    [
        "speech.say", "speech.stance", "speech.titles", "speech.he", "speech.according", "speech.pointing",
        "sentences.inside", "dates.months", "dates.weekdays", "furniture.furniture", "context.silence",
        "context.position", "facts.conditions", "facts.denials", "facts.weekdays", "sides.for", "sides.against",
        "turns.interview",
    ],
)  # fmt: skip
def test_whole_languages_have_every_table(code, path):
    """English, German, French, Ukrainian and Russian have cue words, context, facts, sides and what reading needs."""
    assert load(code).words(path)


def test_alternatives_are_written_out():
    """A bar parts alternatives in tables of speech, each with each; elsewhere it is itself."""
    assert {"zeigte … bereit", "zeigt … offen"} <= set(load("de").words("speech.split_stance"))
    assert not any("|" in word for code in available() for word in load(code).words("speech.split"))
    assert any("|" in word for word in load("en").words("furniture.related"))


@pytest.mark.parametrize("code", available())
def test_no_entry_is_empty_or_twice(code):
    """No list of speech or context has an empty entry, or one with space at its ends."""
    tables = load(code).tables
    lists = [words for name in ("speech", "context", "sides") for words in tables.get(name, {}).values()]
    assert all(word and word == word.strip() for words in lists for word in words)
