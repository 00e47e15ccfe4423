"""The folded line under a statement: on the screen alone, complete, and nothing but our words and the source's."""

import re
from dataclasses import replace

import pytest

from briefing.model import Part, RunnerUp, Section, Speaker
from briefing.renderers import render
from briefing.renderers.look.templates import fill
from briefing.renderers.view import building as view
from briefing.renderers.view.why import heard, reason, why
from briefing.renderers.view.words import words
from tests.renderers.samples import EN, SECTIONS, brief, item

LOCK = item(
    "The lock stays closed, Minister Ilves said.", 2, 40,
    speakers=(Speaker("Minister Ilves", "north", "tail", "said", "Coast Radio"),),
    why=(Part("Minister Ilves speaks (tail: said)", 2.0, 63, 77), Part("reports <a meeting>", -0.25)),
    score=1.75, runner_up=RunnerUp("insurance", 0.5), heading="What the north\nwants",
)  # fmt: skip
BRIEF = brief(top_lines=(), sections=(Section("harbours", "Harbours", None, (LOCK,)), *SECTIONS[1:]))
FOLD = re.compile(r'<details class="panel why".*?</details>', re.S)


def test_every_reason_is_told():
    """Score, parts with their points, speaker with how, cue and medium, heading, and the next theme by its title."""
    told = why(LOCK, {"insurance": "Insurance"}, say=EN)
    assert told is not None
    assert told.score == "1.75"
    assert told.parts == ("Minister Ilves speaks (tail: said) +2", "reports <a meeting> -0.25")
    assert told.speakers == ("Minister Ilves [north], tail: “said”, through Coast Radio",)
    assert told.heading == "What the north wants"
    assert told.runner_up == "Insurance 0.5"


def test_a_theme_that_the_edition_does_not_show_is_named_by_its_key():
    """The runner-up may be no section of this edition; a statement may have neither heading nor runner-up."""
    assert why(LOCK, {}, say=EN).runner_up == "insurance 0.5"
    bare = why(replace(LOCK, runner_up=None, heading=None, speakers=()), {}, say=EN)
    assert (bare.runner_up, bare.heading, bare.speakers) == (None, None, ())


@pytest.mark.parametrize("more", [{"score": None}, {"why": ()}])
def test_what_no_theme_placed_has_no_fold(more):
    """Top lines of an edition without themes, and briefs of an older version, say nothing."""
    assert why(replace(LOCK, **more), {}, say=EN) is None


def test_the_screen_folds_it_under_the_statement():
    """One closed fold for each placed statement, outside of the paragraph, escaped; the others have none."""
    folds = FOLD.findall(render(BRIEF, "html").data.decode())
    assert len(folds) == 1
    assert " open" not in folds[0].split(">")[0]
    assert "reports &lt;a meeting&gt; -0.25" in folds[0]
    assert "Under the heading: What the north wants" in folds[0]
    page = render(BRIEF, "html").data.decode()
    assert not re.search(r"<p\b[^>]*>(?:(?!</p>).)*<details", page, re.S)


@pytest.mark.parametrize("face", ["markdown", "text", "email"])
def test_other_formats_say_nothing_of_it(face):
    """What is mailed or printed is the brief, not its making."""
    assert b"why here" not in render(BRIEF, face).data
    assert b"tail" not in render(BRIEF, face).data


def test_paper_is_the_same_with_and_without():
    """Paper has no folds: what is laid out does not change (the file holds the brief beside it, which does)."""
    without = replace(
        BRIEF, sections=(Section("harbours", "Harbours", None, (replace(LOCK, score=None),)), *SECTIONS[1:])
    )
    laid = [fill(one, view.page(one), "brief.html", face="print") for one in (BRIEF, without)]
    assert laid[0] == laid[1]


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Minister Ilves speaks (tail: said)", "Minister Ilves spricht (nachgestellt: said)"),
        ("he speaks (pronoun: –)", "he spricht (Pronomen: –)"),
        ("names Narva", "nennt Narva"),
        ("Narva stands at the head", "Narva steht am Anfang"),
        ("keyword “pilots (all)”", "Stichwort „pilots (all)“"),
        ("reports a meeting (“met”)", "berichtet von einem Treffen („met“)"),
        ("its heading names the actor", "die Überschrift nennt den Akteur"),
        ("a reason of somebody’s own", "a reason of somebody’s own"),
        ("names {name} and {who}", "nennt {name} and {who}"),
    ],
)
def test_reasons_are_said_in_the_pages_language(english, german):
    """What is ours in a reason is translated, the source's words in it stay; an unknown reason stays whole."""
    assert reason(words("de", {}), english) == german
    assert reason(EN, english) == english


def test_how_a_speaker_was_found_is_said_in_the_pages_language():
    """With the language's own quotation marks; a speaker without a cue has none."""
    said = words("fr", {})
    told = Speaker("Ilves", "north", "according_to", "d’après", "Coast Radio")
    assert heard(said, told) == "Ilves [north], selon\u00a0: «\u00a0d’après\u00a0», via Coast Radio"
    assert heard(said, Speaker("Ilves", None, "issuer")) == "Ilves, émetteur"
    assert heard(EN, Speaker("Ilves", None, "according_to")) == "Ilves, according to"


@pytest.mark.parametrize("key", ["{1}", "{a}{a}", "".join(f"{{{name}}}" for name in "abcdefghijkl") + "zzqx"])
def test_a_users_phrase_that_is_no_pattern_is_passed_over(key):
    """A brace that no pattern can name, one named twice, and more than one in a phrase that is not ours."""
    own = words("en", {"words/en.toml": f'[why]\n"{key}" = "x"\n"names {{name}}" = "knows {{name}}"'})
    assert reason(own, "q" * 300) == "q" * 300
    assert reason(own, "names Ilves") == "knows Ilves"


def test_a_reason_of_a_thousand_letters_stays_as_it_is():
    """Patterns with braces are not tried on what is longer than any reason."""
    own = words("en", {"words/en.toml": '[why]\n"names {name}" = "knows {name}"'})
    assert reason(own, "names " + "a" * 994) == "knows " + "a" * 994
    assert reason(own, "names " + "a" * 995) == "names " + "a" * 995
