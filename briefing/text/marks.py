"""The passes on list markers: what only looks like one, and lists that lost theirs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from briefing.languages import load
from briefing.model import Span
from briefing.text.folded import fold, wordset
from briefing.text.furniture import is_date
from briefing.text.headings import is_heading, measure
from briefing.text.layout import Piece, is_pictograph
from briefing.text.passes import words

_ORDINAL = re.compile(r"\(?\d{1,2}\.")
_LETTER = re.compile(r"[^\W\d_]+")
_CELLS = re.compile(r"\t+|\s{3,}|\s\|\s")
_FIGURE = re.compile(r"[-+−(]?[$€£¥]?\d[\d.,:/%]*\)?%?")
_TICKER = 2  # figures at least in a row of a table
_CELL = 80  # characters: a longer cell is prose
_ITEM = 25  # words of a list item without a marker


def unmarked(text: str, found: Iterable[Piece], language: str) -> list[Piece]:
    """Take back a number that is a day ("12. November 2021") and a lone pictograph: neither marks a list."""
    known = list(found)
    for index, piece in enumerate(known):
        if not piece.marker or piece.kind:
            continue
        day = _ORDINAL.fullmatch(piece.marker) and _dated(words(text, piece), language)
        if day or (is_pictograph(piece.marker) and not _beside(known, index)):
            known[index] = _whole(text, piece)
    return known


def _whole(text: str, piece: Piece) -> Piece:
    """Take the marker back into the words."""
    return replace(piece, span=Span(text.rfind(piece.marker, 0, piece.span.start), piece.span.end), marker="")


def _dated(line: str, language: str) -> bool:
    """Tell whether a line begins with a month."""
    first = _LETTER.match(line)
    return first is not None and fold(first.group()) in _months(language)


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(fold(month) for code in (language, "en") for month in load(code).words("dates.months"))


def _beside(found: Sequence[Piece], index: int) -> bool:
    """Tell whether a neighbour has the same pictograph before it, or another one with no blank line between."""
    mark = found[index].marker
    before, after = found[max(0, index - 1) : index], found[index + 1 : index + 2]
    if any(piece.marker == mark for piece in (*before, *after)):
        return True
    tight = [piece for piece in before if not found[index].gap] + [piece for piece in after if not piece.gap]
    return any(is_pictograph(piece.marker) for piece in tight)


def rows(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Turn the rows of a flattened table into furniture: at least two lines in a row, of cells or of figures."""
    del language
    known = list(found)
    table = [piece.kind is None and not piece.marker and _is_row(words(text, piece)) for piece in known]
    for index, piece in enumerate(known):
        line = words(text, piece)
        following = index + 1 < len(known) and table[index + 1]
        framed = line[0] == line[-1] == "|" and piece.kind is None and max(map(len, line.split("|"))) < _CELL
        if framed or (table[index] and (following or (index and table[index - 1]))):
            known[index] = replace(piece, kind="furniture")
    return known


def _is_row(line: str) -> bool:
    """Tell a line of at least three cells, or one of which a good part is figures; neither ends like a sentence."""
    if len(line) > 160 or line[-1] in ".!?…。":
        return False
    if len(_CELLS.split(line)) > 2:
        return True
    tokens = line.split()
    figures = sum(_FIGURE.fullmatch(token) is not None for token in tokens)
    return figures > _TICKER and 3 * figures >= len(tokens)


def bare(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Recognise a list without markers: several short lines without a stop, or with semicolons, under a colon."""
    known = list(found)
    at = 0
    while at < len(known):
        line = words(text, known[at])
        at += 1
        labelled = line[-1] in ":：" or fold(line) in wordset("labels", language)
        if known[at - 1].kind not in (None, "label") or not labelled:
            continue
        last = at
        while last < len(known) and _is_item(text, known[last], language):
            last += 1
        more = last > at and words(text, known[last - 1])[-1] in ";；" and last < len(known)
        last += bool(more and known[last].kind is None and not known[last].marker)
        if last - at > 1:
            known[at:last] = [replace(piece, kind="list_item") for piece in known[at:last]]
            at = last
    return known


def _is_item(text: str, piece: Piece, language: str) -> bool:
    line = measure(words(text, piece), language)
    if piece.kind is not None or piece.marker or is_date(fold(line.text), language):
        return False
    return is_heading(line) or (line.stop in tuple(";；") and line.size <= _ITEM * 2)
