"""Phrases found in words."""

import pytest

from briefing.text.phrases import Phrases
from briefing.text.tokens import tokens


def labels(phrases, text):
    return [hit.label for hit in Phrases({phrase: [phrase] for phrase in phrases}).find(tokens(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("US", "the U.S. said", True),
        ("US", "tell us", False),
        ("Polish", "the Polish plan", True),
        ("Polish", "polish the plan", False),
        ("unity", "UNITY matters", True),
        ("American", "two Americans", True),
        ("Putin", "Putins Plan", True),
        ("unity", "unitys", False),
        ("reluctan*", "a reluctant ally", True),
        ("red line*", "its red lines", True),
        ("red line*", "a red, thin line", False),
        ("red line", "red lines", False),
        ("von der Leyen", "Ursula von der Leyen", True),
        ("Зеленский", "слова Зеленского", True),
        ("Россия", "в России", True),
        ("Оман", "Омана нет", True),
        ("Индия", "в Индонезии", False),
        ("Мали", "на Мальте", False),
        ("Путин", "с Путиным", True),
        ("Україна", "в Україні", True),
        ("美国", "在美国说", True),
        ("EU*", "EU-wide", True),
        ("a*", "an apple", True),
    ],
)
def test_phrase_is_found(phrase, text, found):
    """Stars, capitals, plurals and case endings do what they say."""
    assert bool(labels([phrase], text)) is found


def test_longest_phrase_wins():
    """“European Union” is not also “European”."""
    assert labels(["European", "European Union"], "the European Union acts") == ["European Union"]


def test_a_shared_phrase_has_all_its_labels():
    """An alias of two actors is a hit of both."""
    hits = Phrases({"a": ["Paris"], "b": ["Paris"]}).find(tokens("Paris"))
    assert sorted(hit.label for hit in hits) == ["a", "b"]


def test_phrase_without_words_is_never_found():
    """Marks alone match nothing."""
    assert labels(["*", "–"], "a – b *") == []
