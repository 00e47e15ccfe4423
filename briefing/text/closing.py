"""The pass that finds who wrote an article, or who was asked, among its last paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import PROSE
from briefing.text.folded import fold, wordset
from briefing.text.layout import Piece
from briefing.text.passes import words

_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSING = 3  # paragraphs from the end in which a biography may stand
_INTERVIEW = 3  # questions
_HEAD = 60  # pieces: no head of an article is longer
_LOOK = 200  # characters that a paragraph is judged by


def closing(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Recognise who wrote or was asked among the last paragraphs: they begin with a name of the byline or the head."""
    known = list(found)
    names = [
        name for piece in known if piece.kind == "byline" for name in _names(words(text, piece), language)
    ]
    prose = [index for index, piece in enumerate(known) if piece.kind in PROSE]
    interview = sum(piece.kind == "question" for piece in known) >= _INTERVIEW
    heads = fold(" ".join(words(text, piece) for piece in known[:_HEAD] if piece.kind in ("title", "deck")))
    for index in reversed(prose[1:][-_CLOSING:]):
        bare = [fold(word) for word in words(text, known[index])[:_LOOK].split()]
        while bare and bare[0] in wordset("articles", language):
            bare = bare[1:]
        start, named = " ".join(bare), " ".join(bare[:2])
        own = any(start.startswith(name) for name in names) or (
            interview and len(bare) > 2 and named in heads
        )
        if (
            known[index].kind != "paragraph"
            or not own
            or not wordset("biography_verbs", language) & set(bare)
        ):
            break
        known[index] = replace(known[index], kind="biography")
    return known


def _names(byline: str, language: str) -> list[str]:
    """Give the names of a byline, folded: each run of at least two words with capitals, without "by"."""
    names: list[list[str]] = [[]]
    for word in re.split(r"[\s,&|/()]+", byline):
        if fold(word) in wordset("byline_words", language) or not _LETTERS.search(word):
            names.append([])
        else:
            names[-1].append(word)
    return [fold(" ".join(name)) for name in names if len(name) > 1]
