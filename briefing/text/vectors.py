"""Sentences as vectors of stems: tf-idf of unit length, so that a product of two is their cosine."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from briefing.model import Sentence
from briefing.text.words import stems

Vector = Mapping[str, float]


def stems_of(sentence: Sentence) -> tuple[str, ...]:
    """Give the stems of a sentence's content words, in its article's language."""
    return stems(sentence.text, sentence.article.language)


def vectors(bags: Sequence[Sequence[str]]) -> tuple[Vector, ...]:
    """Weigh each bag's terms by tf-idf among these bags and scale each to length 1; an empty bag stays empty.

    The idf is log(1 + n / df): it stays above 0 for a term of every bag, so that equal bags have the cosine 1
    even where there are only two.
    """
    spread = Counter(term for bag in bags for term in dict.fromkeys(bag))
    return tuple(
        _unit({term: n * log(1 + len(bags) / spread[term]) for term, n in Counter(bag).items()})
        for bag in bags
    )


def cosine(one: Vector, other: Vector) -> float:
    """Multiply two unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[term] for term, value in one.items() if term in other)


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()}
