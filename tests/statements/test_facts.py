"""What a sentence states: numbers with units and bounds; and the labelled sentences of all facts."""

import json
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from briefing.model import Block, Sentence, Span, Statement
from briefing.statements import with_facts
from briefing.statements.looking.quotes import quoted
from tests.making import article

HERE = Path(__file__).parent
LABELLED = [
    json.loads(line)
    for name in ("facts_en.jsonl", "facts_de.jsonl")
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()
]


def fact(text, *, language="en", published=None):
    """Find the facts of one sentence."""
    given = {"published": published} if published else {}
    made = article(text, language=language, **given)
    span = Span(0, len(text))
    sentence = Sentence(made, span, Block("paragraph", span), 0)
    return with_facts((Statement(sentence, quotes=quoted(made, (sentence,))[0]),))[0]


def part(text, span):
    return text[span.start : span.end] if span else None


def figures(text, *, language="en"):
    return [(part(text, n.span), n.value, n.unit, n.bound) for n in fact(text, language=language).numbers]


# --- the labelled sentences: labelled before they were first run


def right(expected, given):
    """Count (right, given, expected); an entry marked as a matter of taste counts nowhere."""
    firm = [entry[:-1] for entry in expected if not entry[-1]]
    free = {entry[0] for entry in expected if entry[-1]}
    counted = [entry for entry in given if entry in firm or entry[0] not in free]
    return sum(entry in firm for entry in given), len(counted), len(firm)


def told(row):
    """Give what is found in a labelled sentence, laid out as its labels."""
    text = row["text"]
    found = fact(text, language=row["language"], published=row.get("published"))
    return {
        "numbers": [[part(text, n.span), round(n.value, 3), n.unit, n.bound] for n in found.numbers],
        "dates": [[part(text, d.span), d.resolved, d.ahead] for d in found.dates],
        "condition": [[part(text, found.condition)]] if found.condition else [],
        "denial": [[part(text, found.denial)]] if found.denial else [],
    }


def labels(row):
    lone = {key: [row[key]] if row[key] else [] for key in ("condition", "denial")}
    return {"numbers": row["numbers"], "dates": row["dates"], **lone}


@pytest.mark.parametrize("kind", ["numbers", "dates", "condition", "denial"])
def test_the_labelled_sentences_are_read_as_labelled(kind):
    """Of what is found 97 in 100 is right, and of what is there 90 in 100 is found."""
    scores = [right(labels(row)[kind], told(row)[kind]) for row in LABELLED]
    hits, found, there = (sum(column) for column in zip(*scores, strict=True))
    assert there >= 19
    assert hits >= 0.97 * found
    assert hits >= 0.90 * there


# --- numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent 30,000 British troops.", [("30,000 British troops", 30_000.0, "troop", None)]),
        ("It costs €2.5 billion.", [("€2.5 billion", 2.5e9, "eur", None)]),
        ("It costs US$5m a year.", [("US$5m a year", 5e6, "usd/year", None)]),
        ("It costs EUR 500 million.", [("EUR 500 million", 5e8, "eur", None)]),
        ("It costs 40 euros per head.", [("40 euros per head", 40.0, "eur/head", None)]),
        ("It earned 12% annually.", [("12% annually", 12.0, "%/annually", None)]),
        ("It ran at 90 km/h.", [("90 km/h", 90.0, "kilometre/h", None)]),
        ("It was 12 °C and then 54 °F.", [
            ("12 °C", 12.0, "degree celsius", None), ("54 °F", 54.0, "degree fahrenheit", None),
        ]),
        ("It was 30° outside.", [("30°", 30.0, "degree", None)]),
        ("It rose by 3 to 5 percent.", [
            ("3 to 5 percent", 3.0, "%", "least"), ("3 to 5 percent", 5.0, "%", "most"),
        ]),
        ("It cost between $3 and $5 million.", [
            ("between $3 and $5 million", 3e6, "usd", "least"), ("between $3 and $5 million", 5e6, "usd", "most"),
        ]),
        ("It lost at least three dozen men.", [("at least three dozen men", 36.0, "man", "least")]),
        ("It lost two hundred and five tons.", [("two hundred and five tons", 205.0, "ton", None)]),
        ("It lost twenty-three cows.", [("twenty-three cows", 23.0, "cow", None)]),
        ("It lost half a million votes.", [("half a million votes", 500_000.0, "vote", None)]),
        ("It lost 6 percent a year earlier.", [("6 percent", 6.0, "%", None)]),
        ("It lost half of its seats.", [("half", 50.0, "%", None)]),
        ("It lost a third of its seats.", [("a third", 33.333, "%", None)]),
        ("It lost 1,000 or more boxes.", [("1,000 or more boxes", 1000.0, "box", "least")]),
        ("It lost 40 ships or more.", [("40 ships or more", 40.0, "ship", "least")]),
        ("It lost up to 30 cities.", [("up to 30 cities", 30.0, "city", "most")]),
        ("It lasted over four years.", [("four years", 4.0, "year", None)]),
        ("It lost over four ships.", [("over four ships", 4.0, "ship", "least")]),
        ("It lost 1 000 000 trees.", [("1 000 000 trees", 1e6, "tree", None)]),
        ("It has 2000 seats.", [("2000 seats", 2000.0, "seat", None)]),
        ("It counted 700 in all.", [("700", 700.0, None, None)]),
    ],
)  # fmt: skip
def test_a_quantity_has_value_unit_and_bound(text, expected):
    """A number is read with what it counts and with the words that bound it."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2202 and Article 5 hold.",
        "The F-16, the Su-35 and the Leopard 2 came.",
        "In 2022 and at 10:30 on the 27th it rained.",
        "Anna Kowalska, 45, and a 78-year-old man spoke.",
        "She turned 60 and is 19 years old.",
        "It won 3-1 and lost 0-2 (5).",
        "Call +44 20 7946 0000 or 007.",
        "Both of the two sides and the three men agreed.",
        "Four in ten firms closed, a quarter of a point lower.",
        "The 737 Max and the two-way radio work in 4K.",
        "The 1.2.3 release and 30.000 more came.",
        "Several hundred and a dozen's worth came.",
        "Half an hour and the second half of the year passed.",
        "Bush won in 92, 0 to nobody.",
        "It came at 7 pm.",
        "We saw one.",
        "It is version 0-62 of 12/13.",
        "Chapter 12 percent signs are odd.",
    ],
)
def test_what_is_no_quantity_is_none(text):
    """Names, laws, times, ages, scores, telephones and mere wording are not counted."""
    assert [figure for figure in figures(text) if figure[0] != "a dozen"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es sind 30.000 britische Soldaten.", [("30.000 britische Soldaten", 30_000.0, "soldat", None)]),
        ("Es kostet 2,5 Mrd. Euro.", [("2,5 Mrd. Euro", 2.5e9, "eur", None)]),
        ("Es kostet eine halbe Million Euro.", [("eine halbe Million Euro", 500_000.0, "eur", None)]),
        ("Es sind dreiundzwanzig Berliner Beamte.", [
            ("dreiundzwanzig Berliner Beamte", 23.0, "beamt", None)
        ]),
        ("Es sind fünftausend Bürger.", [("fünftausend Bürger", 5000.0, "burg", None)]),
        ("Es ist ein Paket über 6 Milliarden Euro.", [("6 Milliarden Euro", 6e9, "eur", None)]),
        ("Es kostet über 6 Milliarden Euro.", [("über 6 Milliarden Euro", 6e9, "eur", "least")]),
        ("Am 3. Oktober und im 19. Jahrhundert.", []),
        ("Artikel 5 gilt um 14 Uhr.", []),
    ],
)  # fmt: skip
def test_german_numbers(text, expected):
    """German separators, compounds, ordinals and nouns."""
    assert figures(text, language="de") == expected


def test_a_language_without_data_has_no_facts():
    """Where nothing is known of a language's numbers nothing is said."""
    assert figures("Ze stuurden in 2022 op 3-4-2021 30.000 soldaten.", language="nl") == []


def test_nothing_in_nothing_out():
    """An article without statements has no facts."""
    assert with_facts(()) == ()


PIECES = [
    "no",
    "not",
    "if",
    "only if",
    "once",
    "12",
    "3,000",
    "€",
    "$",
    "5m",
    "-",
    " to ",
    "percent",
    "May",
    "2024",
    "²",
    ".",
    ",",
]
PIECES += [
    "without",
    "half",
    "a",
    "million",
    "Friday",
    "last",
    "ago",
    "week",
    "in",
    "will",
    "’",
    "t",
    "–",
    "١٢",
    "man",
    "9" * 400,
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25),
    st.sampled_from(["en", "de", "fr", "ru"]),
)
def test_whatever_is_written_facts_are_places_in_their_sentence(pieces, language):
    """No text breaks the reading, and every span lies within its sentence and holds something."""
    text = "x" + " ".join(pieces)
    found = fact(text, language=language, published="2025-02-19")
    spans = [one.span for one in (*found.numbers, *found.dates)] + [
        one for one in (found.condition, found.denial) if one
    ]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_sentence_without_end_has_no_facts():
    """A table that no stop ends is not searched."""
    assert figures("It cost 5 euros and " + "more and " * 300 + "more.") == []
