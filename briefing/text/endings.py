"""The pass that finds what a press release says of its sender at the end: who to call, and what the sender is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.languages import load
from briefing.model import HEADINGS, PROSE
from briefing.text.folded import fold, wordset
from briefing.text.layout import Piece
from briefing.text.passes import words

_WORD = re.compile(r"[^\W_]+")
_END = 16  # pieces from the end
_PARAGRAPHS = 3  # that a sender says of itself
_NAME = 8  # words of its name
_LOOK = 160  # characters of the paragraph in which the name must stand
_LETTERS = 4  # of a word of a name
_CARD = 8  # lines of an address


def endings(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Recognise "About the Council" with its paragraph, and the lines of an address under "Contact:"."""
    known = list(found)
    first = max(0, len(known) - _END)
    for index in range(first, len(known)):
        line = words(text, known[index])
        if fold(line) in wordset("contact_heads", language) and _after_prose(known, index):
            _address(known, index)
        elif known[index].kind in ("heading", "label") and _of_itself(text, known, index, language):
            for at in range(index, len(known)):
                if known[at].kind in PROSE or known[at].kind in HEADINGS:
                    known[at] = replace(known[at], kind="biography")
    return known


def _after_prose(found: Sequence[Piece], index: int) -> bool:
    return any(piece.kind in PROSE for piece in found[:index])


def _address(known: list[Piece], index: int) -> None:
    """Turn the label and the short lines under it into furniture, up to the next prose or a blank line after it."""
    for at in range(index, min(index + 1 + _CARD, len(known))):
        parted = at > index + 1 and known[at].gap and not known[at - 1].gap
        if known[at].kind in PROSE or parted:
            break
        if known[at].kind in HEADINGS:
            known[at] = replace(known[at], kind="furniture")


def _of_itself(text: str, known: Sequence[Piece], index: int, language: str) -> bool:
    """Tell a heading "About X" over a paragraph that names X, with nothing after it but more of the same."""
    name = _subject(words(text, known[index]), language)
    if not name or index + 1 >= len(known) or known[index + 1].kind not in PROSE:
        return False
    rest = known[index + 1 :]
    headed = [piece for piece in rest if piece.kind in HEADINGS]
    if any(not _subject(words(text, piece), language) for piece in headed):
        return False
    if sum(piece.kind in PROSE for piece in rest) > _PARAGRAPHS * (len(headed) + 1):
        return False
    return _named(name, words(text, known[index + 1])[:_LOOK])


def _named(name: str, said: str) -> bool:
    """Tell whether a paragraph writes a word of a name as a name, with a capital where there are any."""
    parts = {word for word in _WORD.findall(name) if len(word) >= _LETTERS or word.isdigit()}
    return any(fold(word) in parts and not word[0].islower() for word in _WORD.findall(said))


def _subject(line: str, language: str) -> str:
    """Give the name in a heading "About X", folded; nothing for another heading."""
    folded = fold(line)
    spaced = load(language).spaces
    for start in sorted(wordset("about", language), key=len, reverse=True):
        opening = f"{start} " if spaced and start[-1].isalpha() else start
        if folded.startswith(opening) and len(folded.split()) <= _NAME:
            return folded[len(opening) :].strip()
    return ""
