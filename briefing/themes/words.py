"""Keywords in a statement: a theme's own words, found with their places."""

from collections.abc import Callable
from functools import lru_cache

from briefing.model import Part, Span, Statement, Theme
from briefing.text.phrases import Phrases
from briefing.text.tokens import tokens


@lru_cache(maxsize=256)
def _phrases(words: tuple[str, ...]) -> Phrases:
    return Phrases({"": words})


def found(statement: Statement, phrases: tuple[str, ...]) -> list[tuple[str, Span]]:
    """Find phrases in a statement: each phrase once, at its first place."""
    if not phrases:
        return []
    span = statement.sentence.span
    words = tokens(statement.sentence.article.text, span.start, span.end)
    first: dict[str, Span] = {}
    for hit in _phrases(phrases).find(words):
        first.setdefault(hit.phrase, Span(words[hit.first].start, words[hit.last - 1].end))
    return list(first.items())


def keywords(statement: Statement, theme: Theme, points: Callable[[int], float]) -> tuple[Part, ...]:
    """Give points for a theme's keywords: ``points(0)`` for the first that is found, and so on."""
    parts = []
    for index, (phrase, span) in enumerate(found(statement, theme.keywords)):
        if points(index):
            parts.append(Part(f"keyword “{phrase}”", points(index), span.start, span.end))
    return tuple(parts)


def excluded(statement: Statement, theme: Theme) -> tuple[Part, ...]:
    """Name the words that keep a statement out of a theme, with no points; empty where none does."""
    return tuple(
        Part(f"excluded by “{phrase}”", 0.0, span.start, span.end)
        for phrase, span in found(statement, theme.exclude)
    )
