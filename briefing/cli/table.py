"""A table in the terminal: text broken to columns, by what letters take there, and styles where a person looks.

Widths count cells: a Chinese character takes two, a combining mark none (Unicode's East Asian Width, UAX #11).
"""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

GAP = "  "
_NARROWEST = 40
_STYLES = {"strong": "1", "faint": "2", "": ""}
_NOTHING = frozenset({"Mn", "Me", "Cf"})


class Text(NamedTuple):
    """Words of one cell and how they are set; lines after the first begin under the words, not under the lead."""

    words: str
    style: str = ""
    """``strong``, ``faint`` or nothing."""
    lead: str = ""
    """What stands before the first line: its spaces are kept."""


def room() -> int:
    """Give the terminal's width in cells, 80 where there is none; ``COLUMNS`` decides."""
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def coloured() -> bool:
    """Tell whether styles may be used: on a terminal, and not against NO_COLOR (no-color.org) or a dumb one."""
    asked = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return asked and sys.stdout.isatty()


def cells(text: str) -> int:
    """Count the cells that a text takes.

    >>> cells("Kyiv"), cells("基辅"), cells("e\u0301")
    (4, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(letter: str) -> int:
    if unicodedata.category(letter) in _NOTHING:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def clipped(text: str, width: int) -> str:
    """Cut a text that is wider than a column, and show that it was cut."""
    if cells(text) <= width:
        return text
    head, _ = _cut(text, width - 1)
    return f"{head.rstrip()}…"


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Break a text at its spaces, and a word that is wider than the column wherever it must be."""
    lines, line, left = [], "", width
    for word in text.split():
        rest, gap = word, " " if line else ""
        while cells(rest) > left - len(gap):
            if cells(rest) > width and left - len(gap) > 1:  # it fits no line: fill this one
                head, rest = _cut(rest, left - len(gap))
                line += gap + head
            lines.append(line)
            line, left, gap = "", width, ""
        line += gap + rest
        left -= len(gap) + cells(rest)
    return (*lines, line)


def _cut(text: str, width: int) -> tuple[str, str]:
    """Part a text after as many letters as fit, a letter with its marks; at least one, lest nothing moved on."""
    taken = 0
    for index, letter in enumerate(text):
        taken += _cell(letter)
        if taken > width and index:
            return text[:index], text[index:]
    return text, ""


def row(columns: Sequence[Iterable[Text]], widths: Sequence[int], *, colour: bool) -> Iterator[str]:
    """Set cells beside each other, each broken to its width; no spaces at a line's end."""
    broken = [_lines(texts, width) for texts, width in zip(columns, widths, strict=True)]
    for line in zip_longest(*broken, fillvalue=Text("")):
        last = max((at for at, text in enumerate(line) if text.words), default=0)
        pairs = zip(line[: last + 1], widths, strict=False)
        set_ = (
            _set(text, 0 if at == last else width, colour=colour) for at, (text, width) in enumerate(pairs)
        )
        yield GAP.join(set_)


def _lines(texts: Iterable[Text], width: int) -> list[Text]:
    return [
        Text((" " * len(text.lead) if at else text.lead) + line, text.style)
        for text in texts
        for at, line in enumerate(wrapped(text.words, width - len(text.lead)))
    ]


def _set(text: Text, width: int, *, colour: bool) -> str:
    code = _STYLES[text.style] if colour and text.words else ""
    words = f"\x1b[{code}m{text.words}\x1b[0m" if code else text.words
    return words + " " * max(0, width - cells(text.words))
