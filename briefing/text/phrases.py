"""Phrases found in a run of words: names, cues, keywords.

A phrase is one or more words; ``*`` at the end of a word stands for any ending. A word written with a capital asks for
one in the text ("Polish" is not "polish"), one in capitals alone asks for just that ("US" is not "us"). Names take a
plural or genitive s, and Cyrillic ones their case endings.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefing.text.memo import Memo
from briefing.text.tokens import Token, fold, tokens

_STAR = re.compile(r"(\w)\*")
_MARK = "\ua66e"  # a letter nobody writes keeps the star through tokenizing
_CYRILLIC = re.compile("^[\u0400-\u04ff]+$")
_CYRILLIC_ENDING = re.compile("[аеиоуыэюяйьіїє]{1,2}$")
_CYRILLIC_CASE = re.compile("[аеиоуыэюяйьіїє]{0,3}(?:м|х|в|ми|мі|го|му)?$")
_PREFIX = 3


class Hit(NamedTuple):
    """A phrase found: its label, and the half-open range of words that it covers."""

    label: str
    first: int
    last: int
    phrase: str


class _Word(NamedTuple):
    key: str
    open: bool
    capital: bool
    exact: str | None
    declined: bool = False

    def fits(self, token: Token) -> bool:
        if self.exact is not None:
            return token.form == self.exact
        return self.spells(token.key) and (token.capital or not self.capital)

    def spells(self, key: str) -> bool:
        """Tell whether it may be a folded word, however that is written."""
        if self.declined:
            return key.startswith(self.key) and bool(_CYRILLIC_CASE.match(key, len(self.key)))
        if self.open:
            return key.startswith(self.key)
        return key == self.key or (self.capital and key == self.key + "s")


_Phrase = tuple[tuple[_Word, ...], str, str]


def _word(token: Token) -> _Word:
    star = token.form.endswith(_MARK)
    form = token.form.rstrip(_MARK)
    capital = form[0].isupper()
    if capital and form.isupper() and len(form) > 1 and not star:
        return _Word(fold(form), False, True, form)
    key = fold(form)
    if capital and not star and len(key) > 3 and _CYRILLIC.match(key):
        stem = _CYRILLIC_ENDING.sub("", key)
        return _Word(stem if len(stem) >= _PREFIX else key, True, True, None, declined=True)
    return _Word(key, star, capital, None)


class Phrases:
    """Labelled phrases, compiled once and looked up by their first word."""

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._starting = Memo(self._begun)
        self._exact: dict[str, list[_Phrase]] = {}
        self._open: dict[str, list[_Phrase]] = {}
        for label, phrases in labelled.items():
            for phrase in phrases:
                self._add(label, phrase)
        self._sizes = sorted({len(start) for start in self._open})

    def _add(self, label: str, phrase: str) -> None:
        words = tuple(_word(token) for token in tokens(_STAR.sub(rf"\1{_MARK}", phrase)))
        if not words:
            return
        first = words[0]
        keys = [first.key] if first.exact or not first.capital else [first.key, first.key + "s"]
        if first.open:
            self._open.setdefault(first.key[:_PREFIX], []).append((words, label, phrase))
        else:
            for key in keys:
                self._exact.setdefault(key, []).append((words, label, phrase))

    def begins(self, key: str) -> bool:
        """Tell whether a word so folded may begin a phrase."""
        return bool(self._starting[key])

    def _begun(self, key: str) -> tuple[_Phrase, ...]:
        opened = (self._open.get(key[:size], ()) for size in self._sizes if len(key) >= size)
        near = chain(self._exact.get(key, ()), *opened)
        return tuple(phrase for phrase in near if phrase[0][0].spells(key))

    def _here(self, found: Sequence[Token], index: int) -> list[Hit]:
        hits: list[Hit] = []
        follows = found[index + 1].key if index + 1 < len(found) else ""
        for words, label, phrase in self._starting[found[index].key]:
            if len(words) > 1 and not follows.startswith(words[1].key):
                continue  # however the second word is meant, its key begins so
            last = index + len(words)
            if last <= len(found) and all(map(_Word.fits, words, found[index:last])):
                hits.append(Hit(label, index, last, phrase))
        return hits

    def at(self, found: Sequence[Token], index: int) -> list[Hit]:
        """Give the longest phrases that begin at a word: one, or one for each label that shares it."""
        if not self._starting[found[index].key]:
            return []
        hits = self._here(found, index)
        if len(hits) < 2:
            return hits
        longest = max(hit.last for hit in hits)
        return list({hit.label: hit for hit in hits if hit.last == longest}.values())

    def find(self, found: Sequence[Token]) -> list[Hit]:
        """Find all phrases in a run of words, the longest at each place, left to right, none inside another."""
        hits: list[Hit] = []
        past = 0
        for index in self._starts(found):
            here = self.at(found, index) if index >= past else []
            if here:
                hits += here
                past = here[0].last
        return hits

    def first(self, found: Sequence[Token]) -> dict[tuple[str, str], Hit]:
        """Find each phrase of each label once, at its first place, whatever else stands there."""
        hits: dict[tuple[str, str], Hit] = {}
        for index in self._starts(found):
            for hit in self._here(found, index):
                hits.setdefault((hit.label, hit.phrase), hit)
        return hits

    def _starts(self, found: Sequence[Token]) -> list[int]:
        starting = self._starting  # nearly every word begins none: that must not cost it anything
        return [index for index, token in enumerate(found) if starting[token.key]]
