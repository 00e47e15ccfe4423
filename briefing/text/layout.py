"""Plain text as pieces: lines, joined where they were wrapped by hand, with their list markers set apart.

A text is hard-wrapped where many of its lines run on in the next one (no stop at the end, a small letter at the next
start) and none is longer than a page is wide. Then a line is joined to the next if its break was forced: the next word
would not have fitted. Lists, rules and blank lines always part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import BlockKind, Span
from briefing.text.shown import trimmed

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
# Pictographs, as posts begin their lines with: 🔹, ⚡️, 1️⃣, flags.
_PICTOGRAPHS = (
    "(?:(?:[\U0001f000-\U0001faff\u2600-\u26ff\u2705\u274c\u274e\u2753-\u2757\u2b00-\u2bff\u203c\u2049]"
    "|\\d\ufe0f?\u20e3)[\ufe0f\u200d]*){1,4}"
)
_PICTOGRAPH = re.compile(_PICTOGRAPHS)
# Bullets that need white space after them, bullets that do not, numbers and letters, numbers of East Asia.
_MARKER = re.compile(
    r"(?:[-–—*+→][ \t\u00a0\u3000]+"
    r"|[•▪▫◦●■□◆◇►▶▸‣○✓✔✅❖➤➢➡⁃∙]\ufe0f?[ \t\u00a0\u3000]*|[·・][ \t\u00a0\u3000]+"
    rf"|{_PICTOGRAPHS}[ \t\u00a0]*|"
    r"\(?\d{1,3}[.)]\)?[ \t\u00a0]+|\(?[a-zа-яіїє]\)[ \t\u00a0]+|\((?:[ivx]{1,5})\)[ \t\u00a0]+"
    r"|(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])[ \t\u3000]*)"
    r"(?=\S)"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_GOES_ON = re.compile(r"[,;.][ \t\u00a0]+[^\W\d_]")
_RULE = re.compile(r"[\W_]+")
_STOPPED = re.compile(r"[.!?:;…。！？：；؟؛۔][\"'”’»“」』)\]]*$")
_WORD = re.compile(r"\S+")
_WIDEST = 130  # columns: wrapped text is at most this wide; a paragraph on one line is usually longer
_NARROWEST = 25


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that will be a block: its words, what they were marked with, and what they are as far as known."""

    span: Span
    marker: str = ""
    """The list marker before it, without white space."""
    gap: bool = True
    """Whether a blank line (or the beginning) stands before it."""
    kind: BlockKind | None = None
    sure: bool = False
    """Whether the kind comes from mark-up and needs no guessing."""


def marker(line: str) -> str:
    """Give the list marker at the start of a line with the white space after it, or nothing."""
    match = _MARKER.match(line)
    return match.group() if match else ""


def is_pictograph(mark: str) -> bool:
    """Tell whether a list marker is a pictograph."""
    return _PICTOGRAPH.fullmatch(mark) is not None


def is_rule(line: str) -> bool:
    """Tell whether a line holds no letter or digit: a rule of dashes, stars, dots."""
    return _RULE.fullmatch(line) is not None


def pieces(text: str, span: Span) -> list[Piece]:
    """Cut a stretch of plain text into pieces, in order; nothing but white space and markers is left out."""
    lines = list(_lines(text, span))
    width = _width(text, lines)
    joined: list[Piece] = []
    for line in lines:
        previous = joined[-1] if joined else None
        forced = previous and width and not line.gap and _forced(text, previous, line, width)
        if previous and (forced or (not line.gap and _said(text, previous, line))):
            joined[-1] = Piece(Span(previous.span.start, line.span.end), previous.marker, previous.gap)
        else:
            joined.append(line)
    return joined


def _said(text: str, piece: Piece, line: Piece) -> bool:
    """Tell a line that goes on with the one before: "— сказал Лавров.", or that begins with its comma or full stop."""
    if _GOES_ON.match(text, line.span.start) and not line.marker:
        return True
    quoted = text[piece.span.end - 1] in ',!?…»”"“'
    return quoted and line.marker in ("—", "–") and text[line.span.start].islower()


def _lines(text: str, span: Span) -> Iterator[Piece]:
    """Give each line that holds something, its marker set apart."""
    gap = True
    at = span.start
    while at < span.end:
        match = _LINE.match(text, at, span.end)
        end = match.end() if match and match.end() > at else span.end
        place = trimmed(text, at, end)
        at = end
        if place is None:
            gap = True
            continue
        mark = marker(text[place.start : min(place.end, place.start + 12)])
        start = place.start + len(mark)
        yield Piece(Span(start, place.end) if start < place.end else place, mark.strip(), gap)
        gap = False


def _width(text: str, lines: Sequence[Piece]) -> int | None:
    """Measure the columns of a hard-wrapped text; None for one that is not."""
    breaks = [(a, b) for a, b in pairwise(lines) if not b.gap and not b.marker]
    running = [len(a) for a, b in ((_words(text, a), _words(text, b)) for a, b in breaks) if _runs_on(a, b)]
    if not running or max(running) > _WIDEST:
        return None
    enough = len(running) >= 0.3 * len(breaks) if len(running) > 1 else len(breaks) <= 3
    return max(running) if enough else None


def _words(text: str, piece: Piece) -> str:
    return text[piece.span.start : piece.span.end]


def _runs_on(line: str, following: str) -> bool:
    """Tell whether a line certainly runs on: no stop at its end, and a small letter (or no case at all) follows."""
    if len(line) < _NARROWEST or _STOPPED.search(line[-6:]) or _apart(line) or _apart(following):
        return False
    first = following[0]
    if first.islower():
        return True
    return first.isalpha() and not first.isupper() and abs(len(line) - len(following)) < 8


def _apart(line: str) -> bool:
    """Tell lines that never run on: rules, and addresses of the web."""
    return is_rule(line) or _LINK.fullmatch(line) is not None


def _forced(text: str, piece: Piece, line: Piece, width: int) -> bool:
    """Tell whether a wrapped line belongs to the piece before it: its first word would not have fitted there."""
    words = _words(text, line)
    if line.marker or _apart(words) or _apart(_words(text, piece)):
        return False
    tail = text[max(piece.span.start, piece.span.end - 2 * width) : piece.span.end]
    last = re.split(r"[\r\n]", tail)[-1]
    if not _STOPPED.search(last[-6:]) and len(last) >= (0.5 if words[0].islower() else 0.8) * width:
        return True
    first = _WORD.match(words)
    length = len(first.group()) if first and not _wide(words[0]) else 1
    return len(last) + 1 + length > width


def _wide(letter: str) -> bool:
    """Tell scripts without white space between words."""
    return "\u3040" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" or "\u3000" <= letter <= "\u303f"
