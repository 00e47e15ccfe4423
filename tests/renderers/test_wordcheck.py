"""The faults of a desk's own words."""

from datetime import date

import pytest

from briefing.renderers.look.chain import home
from briefing.renderers.view.wordcheck import word_faults, word_hints
from briefing.renderers.view.words import shipped, words


def faults(text, code="de"):
    """What is wrong with one file, as it is told."""
    return [str(fault) for fault in word_faults({f"words/{code}.toml": text, "brief.html": "{{"})]


@pytest.mark.parametrize("code", shipped())
def test_our_own_files_have_none(code):
    """What we hold others to, we keep; a whole file of a new language has none either."""
    text = (home() / "words" / f"{code}.toml").read_text("utf-8")
    assert faults(text, code) == []
    assert faults((home() / "words" / "de.toml").read_text("utf-8"), "nl") == []


FORMS = '({ one = "…", other = "…" }, or one phrase for all)'
PATTERN = 'it is not shaped as it must be (a pattern of CLDR, as "d MMMM y" or "HH:mm")'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[say]\nahead = 3", "say.ahead: it is not shaped as it must be (a phrase in quotation marks)"),
        ('[say]\nahed = "A"', "say.ahed: nothing on the page is called so (did you mean ahead?)"),
        ('[say]\nxyzzy = "A"', "say.xyzzy: nothing on the page is called so (en.toml has them all)"),
        ('[sai]\na = "A"', "sai: there is no such table (did you mean say?)"),
        ('say = "A"', "say: there is no such table (did you mean say?)"),
        ('[say]\nnumber = "Nummer"', "say.number: its braces are not the page's ({n})"),
        ('[say]\nahead = "Am {day}"', "say.ahead: its braces are not the page's (none)"),
        (
            '[count]\nminutes = { one = "{n} M.", other = "{n} M.", few = "{n}" }',
            f"count.minutes: its forms are not the plurals of the language {FORMS}",
        ),
        ('[count]\nminutes = { one = "1 M." }', f"count.minutes: it is not shaped as it must be {FORMS}"),
        (
            '[count]\nminutes = { one = "eine M.", other = "M." }',
            "count.minutes.other: its braces are not the page's ({n})",
        ),
        ('[dates]\nlong = "QQQQQQQ"', f"dates.long: {PATTERN}"),
        ('[dates]\nplain = "HH:mm"', f"dates.plain: {PATTERN}"),
    ],
)
def test_each_fault_names_its_place_and_its_mend(text, told):
    """One fault each; the page is made without an entry that cannot be used."""
    assert faults(text) == [f"words/de.toml: {told}"]
    said = words("de", {"words/de.toml": text}).day("long", date(2025, 2, 19))
    assert said == "Mittwoch, 19. Februar 2025"


@pytest.mark.parametrize(
    "text",
    [
        '[say]\ntop_lines = "Oben"',
        '[count]\nminutes = { one = "eine Minute", other = "{n} Min." }',
        '[count]\nminutes = "{n} Min."',
        '[kinds]\nblog = "Blog"',
        '[reasons]\n"of our own" = "{n} eigene"',
        '[dates]\nfirst = ""\ntime = "HH.mm"',
    ],
)
def test_single_words_may_change(text):
    """A file of one word is whole in a language of ours; sides, kinds and reasons may be new."""
    assert faults(text) == []


def test_a_new_language_is_told_what_stays_english():
    """That is no fault; the first words that it lacks are named, the others counted."""
    partly = '[say]\ntop_lines = "Hoofdpunten"'
    assert faults(partly, "nl") == []
    (told,) = map(str, word_hints({"words/nl.toml": partly}))
    assert told.startswith("words/nl.toml: it lacks dates.long, dates.plain, dates.month,")
    assert "more (what it lacks is said in English; en.toml has them all)" in told


def test_what_cannot_be_used_is_told_once():
    """A file that is a fault as a whole, and one of a language of ours, have nothing that stays English."""
    files = {"words/nl.toml": "[say\n", "words/klingon.toml": "", "words/de.toml": "", "words/en-GB.toml": ""}
    assert word_hints(files) == ()


def test_a_file_must_be_toml_of_a_language():
    """What is no TOML, and a name that is no language, is one fault."""
    (told,) = faults("[say\n")
    assert told.startswith("words/de.toml: ") and told.endswith("(correct this line)")
    assert faults("", "klingon") == [
        "words/klingon.toml: 'klingon' is no code of a language that Unicode CLDR knows (nl.toml, pt-BR.toml)"
    ]
