"""Where a sentence sets a condition, and where it denies."""

import pytest

from tests.statements.test_facts import fact, part


def condition(text, *, language="en"):
    return part(text, fact(text, language=language).condition)


def denial(text, *, language="en"):
    return part(text, fact(text, language=language).denial)


# --- conditions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Britain would go only if a ceasefire holds, Starmer said.", "only if a ceasefire holds"),
        ("If Russia, as expected, agrees, we will sign.", "If Russia, as expected"),
        ("The pact, if ratified, would bind us.", "if ratified"),
        ("Only if both sides agree can it reopen.", "Only if both sides agree"),
        ("It will pay provided the court upholds it.", "provided the court upholds it"),
        ("It provided the food for all.", None),
        ("Troops would go once a ceasefire is in place.", "once a ceasefire is in place"),
        ("After a deal, troops could go.", "After a deal"),
        ("After the talks the ministers left.", None),
        ("It is subject to approval by parliament.", "subject to approval by parliament"),
        ("He was subject to abuse.", None),
        ("There is no deal without Kenya, she said.", "without Kenya"),
        ("There is no deal — he left without her.", None),
        ("He left without a word.", None),
        ("It cannot start until they are free.", "until they are free"),
        ("It is open until they are free.", None),
        ("It will not start until 2030.", None),
        ("It will not start until March.", None),
        ("No talks will be held before a ceasefire.", "before a ceasefire"),
        ("She asked a nurse if it rained.", None),
        ("She asked if it rained, and even if it did she went.", None),
        ("They spoke on condition of anonymity.", None),
        ("The union IF Metall struck.", None),
        ("He would, if.", None),
        ("We go “if it rains” and stay.", "if it rains"),
    ],
)
def test_a_condition_is_the_clause_that_sets_it(text, expected):
    """From its cue to the end of its clause, and only where something depends on it."""
    assert condition(text) == expected


def test_german_conditions():
    """German conditions end at their comma."""
    assert condition("Sie geht, sofern Rom zustimmt, bald.", language="de") == "sofern Rom zustimmt"
    assert condition("Auch wenn es regnet, geht sie.", language="de") is None


# --- denials


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia will not sign.", "not"),
        ("Russia won't sign.", "n't"),
        ("Russia wouldn’t sign.", "n’t"),
        ("He denied that it had begun.", "denied"),
        ("She said that it would never begin.", "never"),
        ("The plan that does not help was signed.", None),
        ("The firm, which did not reply, sold it.", None),
        ("He left because it did not pay.", None),
        ("He has not ruled out a deal.", None),
        ("Not only the price matters.", None),
        ("Prices, not wages, rose.", None),
        ("They all said no.", None),
        ("See No. 10 for more.", None),
        ("Isn't it late?", None),
        ("The T-shirt is not mine.", "not"),
        ("A T is a letter.", None),
    ],
)
def test_a_denial_is_the_main_clauses(text, expected):
    """What only qualifies, asks, contrasts or cancels another denial denies nothing."""
    assert denial(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er lehnte den Plan ab.", "lehnte"),
        ("Er lehnte sich an die Wand.", None),
        ("Er schließt Neuwahlen nicht aus.", None),
        ("Das Amt, das nicht antwortete, schließt.", None),
        ("Weil er nicht kommt, gehen wir.", None),
    ],
)
def test_german_denials(text, expected):
    """A verb denies with its particle; a clause behind a comma only qualifies."""
    assert denial(text, language="de") == expected
