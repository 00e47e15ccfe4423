"""Our own words in every language that is shipped, and in a desk's own."""

import inspect
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from briefing import themes
from briefing.model import Look, OutletKind
from briefing.model.statement import How, Why
from briefing.renderers import archive, text
from briefing.renderers.look.chain import home
from briefing.renderers.view import building as view
from briefing.renderers.view import locales, phrases
from briefing.renderers.view.words import PLURAL, languages_known, shipped, words
from briefing.sections import lines, sides, standing
from briefing.sections.hand import DROPPED
from briefing.themes.gate import KINDS
from tests.renderers import samples

FILES = {code: tomllib.loads((home() / "words" / f"{code}.toml").read_text("utf-8")) for code in shipped()}
WHOLE = ("ar", "de", "en", "fr", "ru", "uk")
TEMPLATES = sorted(path for path in home().glob("*/*.html") if path.parent.name != "preview")
SLOT = re.compile(r"\{\w+\}")
COUNTED = {"zero", "one", "two"}
"""Categories whose form may say the number in words: “deux”, “تصريحان”."""


def forms(entry):
    """A phrase's forms by category; one that serves all stands under its own name."""
    return {"other": entry} if isinstance(entry, str) else entry


def test_the_languages_of_the_editions_are_shipped():
    """English, German, French, Ukrainian, Russian and Arabic."""
    assert shipped() == WHOLE


@pytest.mark.parametrize("code", WHOLE)
def test_every_file_says_the_same_things(code):
    """No language lacks a word, and none has one that nobody asks for."""
    keys = {name: set(table) for name, table in FILES[code].items()}
    assert keys == {name: set(table) for name, table in FILES["en"].items()}


def test_no_word_is_called_as_a_method_of_a_table():
    """Templates write ``say.ahead``; ``say.copy`` or ``say.items`` would be no word."""
    assert [key for key in FILES["en"]["say"] if hasattr({}, key)] == []


@pytest.mark.parametrize("code", WHOLE)
def test_every_phrase_has_the_places_of_the_english_one(code):
    """What the page puts into a phrase stands in every language's; a number may be said in words."""
    for name, table in FILES["en"].items():
        for key, entry in table.items() if name != "dates" else ():
            asked = set(SLOT.findall(forms(entry)["other"]))
            for category, said in forms(FILES[code][name][key]).items():
                found = set(SLOT.findall(said))
                assert found == asked or (category in COUNTED and found == asked - {"{n}"}), (key, category)


@pytest.mark.parametrize("code", WHOLE)
def test_every_counted_phrase_has_the_plurals_of_its_language(code):
    """CLDR's categories, all of them and no other, unless one phrase serves them all."""
    for name in PLURAL:
        for key, entry in FILES[code][name].items():
            assert isinstance(entry, str) or set(entry) == locales.categories(code), key


@pytest.mark.parametrize("code", WHOLE)
def test_no_word_is_empty_or_steers_the_line(code):
    """Nothing but the French first of a month may be nothing; no control, no space at an end."""
    for name, table in FILES[code].items():
        for key, entry in table.items():
            for said in forms(entry).values():
                assert said == said.strip() and (said or key == "first"), key
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said), (name, key)


@pytest.mark.parametrize(
    ("code", "number", "articles"),
    [
        ("en", 1, "1 article"), ("en", 1204, "1,204 articles"),
        ("de", 0, "0 Artikel"), ("de", 1204, "1.204 Artikel"),
        ("fr", 0, "0 article"), ("fr", 2, "2 articles"), ("fr", 1204, "1\u202f204 articles"),
        ("uk", 1, "1 стаття"), ("uk", 3, "3 статті"), ("uk", 11, "11 статей"), ("uk", 21, "21 стаття"),
        ("ru", 2, "2 статьи"), ("ru", 5, "5 статей"), ("ru", 112, "112 статей"), ("ru", 1204, "1\u00a0204 статьи"),
        ("ar", 1, "مقال واحد"), ("ar", 2, "مقالان"), ("ar", 3, "3 مقالات"), ("ar", 11, "11 مقالًا"),
        ("ar", 100, "100 مقال"),
    ],
)  # fmt: skip
def test_counts_agree_with_their_number(code, number, articles):
    """The form is the language's plural, the number has its separators, the digits are 0 to 9."""
    assert words(code, {}).count("articles", number) == articles


@pytest.mark.parametrize(
    ("code", "long", "plain", "month", "short"),
    [
        ("en", "Saturday 1 March 2025", "1 March 2025", "March 2025", "1 Mar"),
        ("de", "Samstag, 1. März 2025", "1. März 2025", "März 2025", "1. März"),
        ("fr", "Samedi 1er mars 2025", "1er mars 2025", "mars 2025", "1er mars"),
        ("uk", "Субота, 1 березня 2025 року", "1 березня 2025", "березень 2025", "1 бер."),
        ("ru", "Суббота, 1 марта 2025 года", "1 марта 2025", "март 2025", "1 мар."),
        ("ar", "السبت 1 مارس 2025", "1 مارس 2025", "مارس 2025", "1 مارس"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(code, long, plain, month, short):
    """The month is declined behind its day and stands by itself without one; the head of a line has a capital."""
    say = words(code, {})
    assert phrases.long_day(say, "2025-03-01") == long
    assert phrases.plain_day(say, "2025-03-01") == plain
    assert phrases.plain_day(say, "2025-03") == month
    assert phrases.short_day(say, "2025-03-01", near="2025-03-05") == short


def test_other_days_than_the_first_and_times_are_french_too():
    """Only the first has its ordinal; hours are parted by their letter."""
    say = words("fr", {})
    assert phrases.plain_day(say, "2025-03-11") == "11 mars 2025"
    assert phrases.moment(say, "2025-03-11T14:05:00+00:00") == "11 mars 2025 à 14h05 UTC"


def test_a_country_has_its_own_months():
    """Austria’s January is Austrian, around German words; what is no country’s is the language’s."""
    assert words("de-AT", {}).day("plain", date(2025, 1, 3)) == "3. Jänner 2025"
    assert words("de_XX", {}).day("plain", date(2025, 1, 3)) == "3. Januar 2025"
    assert words("de-AT", {}).code == "de"


def test_a_language_of_nobodys_is_english():
    """Words, numbers and dates then agree: none is half of another language."""
    say = words("tlh", {})
    assert (say.code, say.count("articles", 1204)) == ("en", "1,204 articles")
    assert say.day("plain", date(2025, 3, 1)) == "1 March 2025"


def test_a_desk_changes_one_word_and_adds_a_language():
    """Its own word stands for ours, the others stay; a language of its own falls back to English word by word."""
    own = {"words/de.toml": '[say]\ntop_lines = "Das Wichtigste"\n'}
    assert words("de", own)("top_lines") == "Das Wichtigste"
    assert words("de", own)("ahead") == words("de", {})("ahead")
    dutch = {"words/nl.toml": '[count]\narticles = { one = "{n} artikel", other = "{n} artikelen" }\n'}
    say = words("nl", dutch)
    assert (say.code, say.count("articles", 2), say("ahead")) == ("nl", "2 artikelen", "Ahead")
    assert say.day("plain", date(2025, 3, 1)) == "1 maart 2025"


def test_the_archive_alone_speaks_a_desks_language():
    """What a desk wrote travels in the look, and is said again without the desk's files."""
    own = {"words/fa.toml": '[say]\ntop_lines = "سرخط خبرها"\n'}
    brief = replace(samples.brief(), language="fa", look=Look(overrides=own))
    again = archive.load(archive.dump(brief))
    assert text.render(again) == text.render(brief)
    assert "سرخط خبرها" in text.render(again)
    assert (view.page(again).language, view.page(again).rtl) == ("fa", True)
    assert view.page(again).top_lines[0].direction == "ltr"


def test_a_country_may_have_words_of_its_own():
    """A file for Austria changes German, not English, and only there."""
    own = {"words/de-AT.toml": '[say]\nahead = "Heuer"\n'}
    assert (words("de_AT", own)("ahead"), words("de-AT", own)("figures")) == ("Heuer", "Zahlen")
    assert words("de", own)("ahead") == "Ausblick"


def test_the_languages_of_a_folder_are_known(tmp_path):
    """Ours, and each that a desk has a file for; without a folder ours alone."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "nl.toml").write_text("", "utf-8")
    assert languages_known(tmp_path) == (*WHOLE[:4], "nl", *WHOLE[4:])
    assert languages_known(None) == WHOLE


def test_braces_are_filled_and_nothing_else_is_done_with_them():
    """A word of a stranger's file can reach no attribute and ask for no width; what nobody fills stays."""
    own = {"words/en.toml": '[say]\nsource = "{n} {n.__class__} {n:>99999} {other}"\n'}
    assert words("en", own)("source", n=3) == "3 {n.__class__} {n:>99999} {other}"


ENGLISH = ("Daily brief", "Top lines", "Analyst's", "Gone quiet", "also in", "through", "not read", "Read 3")


@pytest.mark.parametrize("code", [code for code in WHOLE if code != "en"])
def test_no_english_word_of_ours_is_left(code):
    """What the English page says of its own, no other page does."""
    english, other = (text.render(replace(samples.full(), language=one)).lower() for one in ("en", code))
    assert [word for word in ENGLISH if word.lower() not in english] == []
    assert [word for word in ENGLISH if word.lower() in other] == []


def test_every_reason_that_the_rooms_give_has_its_words():
    """Whatever leaves a statement out is said in every language: the rooms that give reasons name no other."""
    given = {why for why, _, _ in KINDS.values()} | {"reports a count", "tells what was"}
    given |= set(re.findall(r'return "([a-z][a-z ]+)"', inspect.getsource(themes._reason)))
    for room in (lines, standing):
        given |= {value for name, value in vars(room).items() if name.isupper() and isinstance(value, str)}
    given = {*given, DROPPED} - {lines.TWICE}
    assert {"asks a question", "states no position", lines.ROOM} < given
    assert given - set(FILES["en"]["reasons"]) == set()


def test_every_way_to_find_a_speaker_has_its_words():
    """And so has every kind of outlet, every side and everything in which two statements differ."""
    assert set(get_args(How)) == set(FILES["en"]["how"])
    assert set(get_args(OutletKind)) == set(FILES["en"]["kinds"])
    assert set(get_args(Why)) == set(FILES["en"]["differ"])
    assert set(sides._TITLES.values()) == set(FILES["en"]["sides"])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_templates_hold_no_words(path):
    """Whatever a template prints comes from the page or the words files, so that every language has it."""
    bare = re.sub(r"\{#.*?#\}|<style>.*?</style>|<!--.*?-->", "", path.read_text("utf-8"), flags=re.S)
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", bare, flags=re.S)
    heard = re.findall(r'\b(?:aria-label|alt|title|placeholder|data-\w+)="([^"]*)"', bare)
    said = " ".join([*heard, re.sub(r"<[^>]*>", " ", bare)])
    assert re.findall(r"[^\W\d_]{2,}", said) == []


def test_babel_is_imported_again_where_the_zone_kept_it_from(monkeypatch):
    """The environment is as it was afterwards."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "babel"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setenv("TZ", "/etc")
    locales._imported()
    assert os.environ["TZ"] == "/etc"


@pytest.mark.parametrize("zone", ["/etc/passwd", "/etc", "nonsense", ":UTC", ""])
def test_a_time_zone_that_is_none_does_not_matter(zone):
    """Babel asks for the machine's zone when it is imported; whatever TZ names, the page has its dates."""
    code = (
        "import os, datetime; from briefing.renderers.view.words import words;"
        "print(words('de', {}).day('plain', datetime.date(2025, 3, 1)), repr(os.environ.get('TZ')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TZ": zone, "PYTHONUTF8": "1"},
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.stdout.strip() == f"1. März 2025 {zone!r}", done.stderr
