"""What a sentence states: numbers with units and bounds, conditions, denials."""

import pytest

from briefing.model import Block, Sentence, Span, Statement
from briefing.statements import with_facts
from briefing.statements.quotes import quoted
from tests.making import article


def fact(text, *, language="en", published=None):
    """Find the facts of one sentence."""
    given = {"published": published} if published else {}
    made = article(text, language=language, **given)
    span = Span(0, len(text))
    sentence = Sentence(made, span, Block("paragraph", span), 0)
    return with_facts((Statement(sentence, quotes=quoted(made, (sentence,))[0]),))[0]


def figures(text, *, language="en"):
    return [
        (text[n.span.start : n.span.end], n.value, n.unit, n.bound)
        for n in fact(text, language=language).numbers
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It sent 30,000 British troops.", [("30,000 British troops", 30_000.0, "troop", None)]),
        ("It costs €2.5 billion.", [("€2.5 billion", 2.5e9, "eur", None)]),
        (
            "It costs 3 to 5 percent.",
            [("3 to 5 percent", 3.0, "%", "least"), ("3 to 5 percent", 5.0, "%", "most")],
        ),
        ("It lost at least three dozen men.", [("at least three dozen men", 36.0, "man", "least")]),
    ],
)
def test_a_quantity_has_value_unit_and_bound(text, told):
    """A number is read with what it counts and with the words that bound it."""
    assert figures(text) == told


def test_a_language_without_data_has_no_facts():
    """Where nothing is known of a language's numbers nothing is said."""
    assert figures("Ze stuurden 30.000 soldaten.", language="nl") == []
