"""Phrases with what they stand for, looked up at a place among words: the longest one that begins or ends there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.text.tokens import Token, tokens

T = TypeVar("T")
Keys = tuple[str, ...]
_LONGEST = 4  # words of a phrase


@dataclass(frozen=True, slots=True)
class Phrasebook(Generic[T]):
    """Phrases as folded words → what they stand for."""

    entries: Mapping[Keys, T]
    firsts: frozenset[str]
    lasts: frozenset[str]

    def after(self, found: Sequence[Token], index: int) -> tuple[T, int] | None:
        """Give what the longest phrase that begins at a word stands for, and the word behind it."""
        if index >= len(found) or found[index].key not in self.firsts:
            return None
        for size in range(min(_LONGEST, len(found) - index), 0, -1):
            value = self.entries.get(tuple([token.key for token in found[index : index + size]]))
            if value is not None:
                return value, index + size
        return None

    def before(self, found: Sequence[Token], index: int) -> tuple[T, int] | None:
        """Give what the longest phrase that ends before a word stands for, and its first word."""
        if index == 0 or found[index - 1].key not in self.lasts:
            return None
        for size in range(min(_LONGEST, index), 0, -1):
            value = self.entries.get(tuple([token.key for token in found[index - size : index]]))
            if value is not None:
                return value, index - size
        return None

    def single(self, key: str) -> T | None:
        """Give what one word stands for."""
        return self.entries.get((key,))


def phrasebook(phrases: Iterable[tuple[str, T]]) -> Phrasebook[T]:
    """Fold phrases; those without a word are left out."""
    entries = {keys: value for phrase, value in phrases if (keys := folded(phrase))}
    return Phrasebook(
        entries, frozenset(keys[0] for keys in entries), frozenset(keys[-1] for keys in entries)
    )


def folded(phrase: str) -> Keys:
    """Fold a phrase into its words."""
    return tuple(token.key for token in tokens(phrase))
