"""A section says each thing once."""

from dataclasses import replace

from briefing.model import Pair, Reading
from briefing.sections.lines import Line
from briefing.sections.variety import ranked, repeats
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences

TEXTS = ("Germany sends no soldier.", "Berlin keeps every troop at home.", "France pays for a bridge.")


def read():
    made = [article(text, name=f"{n}.txt") for n, text in enumerate(TEXTS)]
    found = [
        s for one, text in zip(made, TEXTS, strict=True) for s in attribute(sentences(one, text), ACTORS)
    ]
    return Reading(tuple(made), tuple(found), (), {}, ())


def order(reading, *, bounded=True):
    lines = [Line((n,), "european", value) for n, value in enumerate((3.0, 2.9, 1.0))]
    return [line.first for line in ranked(lines, reading, 3, bounded=bounded)]


def test_what_tells_the_same_in_other_words_stays_out():
    """Two of a pair share no word; still the second one adds nothing."""
    plain = read()
    assert order(plain) == [0, 1, 2]
    assert order(replace(plain, pairs=(Pair("same", 0, 1, "Germany"),))) == [0, 2]
    assert order(replace(plain, pairs=(Pair("same", 0, 1, "Germany"),)), bounded=False) == [0, 1, 2]


def test_a_repetition_is_named():
    """Of a pair the one that is not kept repeats the other; a line that is kept repeats nothing."""
    same = replace(read(), pairs=(Pair("same", 0, 1, "Germany"),))
    lines = [Line((n,), "european", 1.0) for n in range(3)]
    assert repeats(lines, lines[:1], same) == {1}
    assert repeats(lines, lines, same) == frozenset()


def test_what_differs_is_no_repetition():
    """A pair that differs is worth both."""
    assert order(replace(read(), pairs=(Pair("differs", 0, 1, "Germany"),))) == [0, 1, 2]
