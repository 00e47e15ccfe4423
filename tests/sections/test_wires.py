"""Sentences of one wire are one source, whoever prints them."""

from dataclasses import replace

from briefing.model import Reading
from briefing.sections.wires import one_wire
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences

FIRST = "Small island states walked out of closed talks at the climate conference late on Tuesday."
SECOND = "The cyclone has killed thirty people in the island capital, according to the government there."


def reading(*texts):
    """A reading of articles, and the first statement of each that holds the first sentence."""
    made = [article(*paragraphs, name=f"{at}.txt") for at, paragraphs in enumerate(texts)]
    found = [
        one
        for here, paragraphs in zip(made, texts, strict=True)
        for one in attribute(sentences(here, *paragraphs), ACTORS)
    ]
    at = [index for index, one in enumerate(found) if FIRST in one.sentence.text]
    return Reading(tuple(made), tuple(found), (), {}, ()), at


def test_two_long_sentences_alike_are_taken_over():
    """Articles that share two long sentences word by word have them from one wire."""
    told, (one, other) = reading(("Here", FIRST, SECOND), ("There", SECOND, FIRST))
    assert one_wire(told, one, other)


def test_one_sentence_alike_is_no_wire():
    """One shared sentence of two articles that credit nobody may be each one's own."""
    told, (one, other) = reading(("Here", FIRST), ("There", FIRST))
    assert not one_wire(told, one, other)


def test_other_words_are_no_wire():
    """Only what is told word by word alike is one wire's."""
    told, (one, other) = reading(("Here", FIRST, SECOND), ("There", SECOND, FIRST + " It rained."))
    assert not one_wire(told, one, other)


def credited(line, dateline):
    """Read a feed with a source line above the sentence, and a wire with its agency in the dateline."""
    told, (one, other) = reading((line, FIRST), (f"RECIFE, Nov 14 ({dateline}) - It rained.", FIRST))
    feed = told.articles[0]
    named = replace(feed, blocks=(replace(feed.blocks[0], kind="outlet"), *feed.blocks[1:]))
    statements = [
        replace(statement, sentence=replace(statement.sentence, article=named))
        if statement.sentence.article is feed
        else statement
        for statement in told.statements
    ]
    return one_wire(replace(told, statements=tuple(statements)), one, other)


def test_one_agency_is_one_source():
    """A feed's entry that names an agency, and that agency's own text, are one source; another agency's is not."""
    assert credited("Source: Meridian News Agency", "Meridian")
    assert not credited("Source: The Harbour Gazette", "Meridian")
