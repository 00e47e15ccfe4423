"""Brackets that name an antecedent, and those that are left out."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from briefing.model import Actor, Block, Bracket, Span
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences

CASES = Path(__file__).parent.parent / "cases" / "brackets.txt"
UNION = Actor("union", ("Norway",), (("Ursula von der Leyen", "von der Leyen"),))


def read(*paragraphs, language="en"):
    made = article(*paragraphs, language=language)
    return attribute(sentences(made, *paragraphs), (*ACTORS, UNION))


def cases():
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("# ")]


def told(text):
    return [
        part if part.startswith("# ") else tuple(one.strip() for one in part.split(" | "))
        for part in (part.strip() for part in text.split(" || "))
    ]


@pytest.mark.parametrize(("bracket", "text"), cases())
def test_a_bracket_names_who_is_meant_or_nobody(bracket, text):
    """No bracket is wrong: a reader would set this one, or none."""
    last = read(*told(text))[-1]
    assert [one.text for one in last.brackets] == ([] if bracket == "none" else [bracket])
    for one in last.brackets:
        words = last.sentence.text[: one.at].split()
        assert words[-1].strip("“,").lower() in {"he", "she", "it", "they", "his", "her", "minister"}


def test_there_are_sixty_cases_and_half_of_them_are_traps():
    """The set asks for restraint as often as for a name."""
    kinds = {kind: len(list(found)) for kind, found in groupby(sorted(b == "none" for b, _ in cases()))}
    assert kinds[True] >= 30
    assert kinds[True] + kinds[False] >= 60


def test_a_bracket_stands_right_behind_its_pronoun():
    """The offset counts in the sentence's own text."""
    _, second = read(("Macron left.", "Since May, he has rejected a tax."))
    assert second.brackets == (Bracket(len("Since May, he"), "Macron"),)
    assert second.leans == "he"


def test_german_brackets_stand_only_where_somebody_speaks():
    """A German "er" may be a plan, and "sie" several: only an "er" that says or rejects something is a person."""
    first = "Scholz lehnte eine Steuer ab."
    assert [b.text for b in read((first, "Er forderte eine Abstimmung."), language="de")[1].brackets] == [
        "Scholz"
    ]
    assert read((first, "Er war lang."), language="de")[1].brackets == ()
    assert read((first, "Sie forderte eine Abstimmung."), language="de")[1].brackets == ()


def test_a_language_without_data_has_no_brackets():
    """Where nothing is known of pronouns nothing is set."""
    assert read(("Macron left.", "He left."), language="xx")[1].brackets == ()


def test_a_list_keeps_its_entries_apart():
    """What stands in another entry of a list is not meant; what stands in the same one is."""
    paragraphs = (("Macron left.", "He wants a vote."), "He wants a vote.")
    made = article(*paragraphs)
    blocks = tuple(replace(block, kind="list_item") for block in made.blocks)
    listed = replace(made, blocks=blocks)
    found = [
        replace(one, article=listed, block=next(b for b in blocks if b.span == one.block.span))
        for one in sentences(made, *paragraphs)
    ]
    assert [len(one.brackets) for one in attribute(found, ACTORS)] == [0, 1, 0]


def test_a_caption_between_two_paragraphs_parts_them():
    """What stands between was read by the reader too."""
    made = article("Macron left.", "A photo of Scholz.", "He wants a vote.")
    first, caption, last = made.blocks
    with_caption = replace(
        made, blocks=(first, Block("caption", Span(caption.span.start, caption.span.end)), last)
    )
    found = [
        replace(one, article=with_caption)
        for one in sentences(made, "Macron left.", "A photo of Scholz.", "He wants a vote.")
        if one.block is not caption
    ]
    assert [one.brackets for one in attribute(found, ACTORS)] == [(), ()]


def test_both_sides_are_the_two_countries_that_met():
    """A bracket says which two, where both are countries and nothing else leans."""
    met = "On Tuesday, senior US and Russian officials met in Riyadh."
    _, both = read((met, "Both sides agreed to establish a mechanism."))
    assert both.brackets == (Bracket(len("Both sides"), "United States and Russia"),)
