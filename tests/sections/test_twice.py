"""What is told twice is printed once, and what differs stands apart and beside each other."""

import pytest

from briefing.model import Audience, Length, Pair, Reading, Speaker
from briefing.sections import Frame, draft
from briefing.statements import attribute
from briefing.summarizers import pick
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences

KEYS = tuple(theme.key for theme in THEMES)
FRAME = Frame("Title", "en", "2025-02-19", 1, None, {"briefing": "0"}, None, THEMES)
TEXTS = (
    "Russia rejected the plan for peacekeepers.",
    "Moscow warned of a plan for soldiers.",
    "Lavrov refused the plan once more.",
)


def brief(*pairs, texts=TEXTS, origins=None, via=None, weights=None):
    """Draft a brief of one sentence an article; pairs are (kind, a, b, sure)."""
    # A title of its own keeps articles with one sentence in common apart.
    made = [article(f"# Article {n}", text, name=f"{n}.txt") for n, text in enumerate(texts)]
    found = [
        one
        for here, text in zip(made, texts, strict=True)
        for one in attribute(sentences(here, text), ACTORS)
    ]
    if via:
        from dataclasses import replace

        found = [replace(one, speakers=(Speaker("Russia", "russia", "named", via=via),)) for one in found]
    reading = Reading(
        tuple(made),
        tuple(found),
        place(found, THEMES, {}),
        {"house": weights or (0.9, 0.5, 0.1)[: len(found)]},
        (),
        pairs=tuple(Pair(kind, a, b, "the plan", why, sure) for kind, a, b, why, sure in pairs),
        origins={made[a].id: made[b].id for a, b in (origins or {}).items()},
        compared=len(found),
    )
    audience = Audience("analyst", None, ("russian",), Length(), ("json",))
    full = draft(reading, audience, FRAME, pick)
    return full.after(sum(block in ("pictures", "sources") for block, _ in full.giving_way))


def printed(made):
    return {item.text: [also.text for also in item.also] for item in made.sections[0].items}


def test_the_same_is_printed_once_with_its_other_sources():
    """Of a sure pair the weightier statement is printed, with the other one's source; it is counted as told twice."""
    made = brief(("same", 0, 1, None, True))
    assert printed(made) == {TEXTS[0]: [TEXTS[1]], TEXTS[2]: []}
    assert made.coverage.sentences.told_twice == 1


def test_an_unsure_pair_stays_apart():
    """Both statements of a pair that is not sure are printed."""
    assert set(printed(brief(("same", 0, 1, None, False)))) == set(TEXTS)


def test_equals_do_not_chain():
    """A statement stands for what it equals itself, not for what that one equals in turn."""
    made = brief(("same", 0, 1, None, True), ("same", 1, 2, None, True))
    assert printed(made) == {TEXTS[0]: [TEXTS[1]], TEXTS[2]: []}
    made = brief(("same", 0, 1, None, True), ("same", 1, 2, None, True), weights=(0.5, 0.9, 0.1))
    assert printed(made) == {TEXTS[1]: [TEXTS[0], TEXTS[2]]}


def test_equal_words_are_the_same_without_a_pair():
    """Two articles with one sentence print it once."""
    made = brief(texts=(TEXTS[0], TEXTS[0]))
    assert printed(made) == {TEXTS[0]: [TEXTS[0]]}


def test_a_copy_is_no_other_source():
    """Copies of one article are one source: told twice, and not "also in"."""
    assert printed(brief(("same", 0, 1, None, True), origins={1: 0})) == {TEXTS[0]: [], TEXTS[2]: []}


def test_two_that_relay_one_medium_are_one_source():
    """Statements that both come through one paper do not bear each other out."""
    assert printed(brief(("same", 0, 1, None, True), via="The Gazette")) == {TEXTS[0]: [], TEXTS[2]: []}


def test_what_differs_stands_side_by_side():
    """A pair that differs is printed with its matter and what it differs in, and never as "also in"."""
    made = brief(("differs", 0, 1, "number", False))
    (pair,) = made.differences
    assert (pair.matter, pair.why, pair.a.text, pair.b.text) == ("the plan", "number", TEXTS[0], TEXTS[1])
    assert all(not also for also in printed(made).values())


def test_one_matter_is_told_once():
    """A second pair about the same matter, or with a statement that was told, is left out; an update is none."""
    made = brief(("differs", 0, 1, "number", False), ("differs", 0, 2, "date", False))
    assert [pair.why for pair in made.differences] == ["number"]
    assert brief(("updates", 0, 1, "number", False)).differences == ()


def test_what_cannot_stand_alone_is_no_difference():
    """A pair of which one statement leans on the sentence before it is not printed."""
    texts = (TEXTS[0], "However, this was refused by Moscow.")
    assert brief(("differs", 0, 1, "denial", False), texts=texts).differences == ()


def test_how_many_were_compared_is_told():
    """The brief says how many statements were held against others."""
    assert brief().compared == 3


@pytest.mark.parametrize(("title", "name"), [("A plan", "2 A plan"), (None, "2 0.txt")])
def test_a_copy_names_its_origin(title, name):
    """A source that is a copy names its origin by number and outlet, title or file."""
    made = [
        article(text, name=f"{n}.txt", **({"title": title} if title else {}))
        for n, text in enumerate(TEXTS[:2])
    ]
    found = [one for a, t in zip(made, TEXTS, strict=False) for one in attribute(sentences(a, t), ACTORS)]
    reading = Reading(
        tuple(made),
        tuple(found),
        place(found, THEMES, {}),
        {"house": (0.1, 0.9)},
        (),
        origins={made[1].id: made[0].id},
    )
    audience = Audience("analyst", None, ("russian",), Length(), ("json",))
    sources = draft(reading, audience, FRAME, pick).after(0).sources
    origins = {source.location: source.origin for source in sources}
    number = next(source.n for source in sources if source.location == "0.txt")
    assert origins == {"0.txt": None, "1.txt": name.replace("2", str(number), 1)}


def test_what_only_turns_to_something_else_may_differ():
    """A named speaker's statement that opens with "Meanwhile" can stand beside another."""
    texts = (TEXTS[0], "Meanwhile, Moscow warned of a plan for soldiers.")
    (pair,) = brief(("differs", 0, 1, "number", False), texts=texts).differences
    assert {pair.a.text, pair.b.text} == set(texts)
