"""The passes that find the title, the deck, headings, labels and questions, and what trails after the last prose.

They look at pieces that no other pass knew, and at what stands around them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import HEADINGS, PROSE, BlockKind
from briefing.text.furniture import fold, wordset
from briefing.text.headings import (
    Line,
    is_heading,
    is_label,
    is_question,
    is_title,
    measure,
    opens_like_one,
    title_case,
)
from briefing.text.layout import Piece
from briefing.text.passes import words

_LETTERS = re.compile(r"[^\W\d_]+")
_KICKER_WORDS = 2
_NAME_WORDS = range(2, 5)
_DECK_WORDS = 45
_NAVIGATION = 3  # short lines in a row
_CLOSING = 3  # paragraphs from the end in which a biography may stand
_FACTS: frozenset[BlockKind] = frozenset({"byline", "date", "dateline", "outlet"})


def head(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Name the title, the deck, and the short lines before the first prose."""
    known = list(found)
    lines = [measure(words(text, piece), language) for piece in known]
    first = _first_prose(known, lines, language)
    zone = [index for index in range(first) if known[index].kind is None]
    zone = _without_names(text, known, lines, _without_kickers(known, lines, zone, language))
    if first == len(known):  # no prose at all: nothing tells a title from the rest but its place
        zone = zone[:1]
    title = next((index for index in zone if is_title(lines[index])), None)
    for index in zone:
        if title is not None and index >= title and known[index].kind is None and is_title(lines[index]):
            gap = index == title + 1 or all(known[at].kind is not None for at in range(title + 1, index))
            kind: BlockKind = "title" if index == title else "deck" if gap else "heading"
            if lines[index].stop in (":", "："):
                kind = "label"
            known[index] = replace(known[index], kind=kind)
    return _deck_with_stop(known, lines, title, first)


def _first_prose(known: Sequence[Piece], lines: Sequence[Line], language: str) -> int:
    """Find the first piece that is certainly prose: it has a stop and is no question that could be a title."""
    for index, (piece, line) in enumerate(zip(known, lines, strict=True)):
        if piece.kind in PROSE and piece.kind is not None:
            return index
        if piece.kind in ("question", "label"):
            return index
        if piece.kind is None and not line.open and not _titular(known, lines, index, language):
            return index
        if piece.kind is None and line.open and not is_title(line):
            return index
    return len(known)


def _titular(known: Sequence[Piece], lines: Sequence[Line], index: int, language: str) -> bool:
    """Tell whether a first line with a ? or ! can be the title: nothing but furniture stands before it, prose after."""
    line = lines[index]
    if any(known[at].kind is None for at in range(index)) or line.stop not in tuple("?!？！؟…") or not is_title(line):
        return False
    following = next((lines[at] for at in range(index + 1, len(lines)) if known[at].kind is None), None)
    single = is_question(line, language) or line.stop not in tuple("?？؟")
    return following is not None and single and (following.open or following.size > line.size)


def _without_kickers(
    known: list[Piece], lines: Sequence[Line], zone: Sequence[int], language: str
) -> list[int]:
    """Turn menus and section names before the title into furniture."""
    kept = list(zone)
    nav = wordset("nav", language)
    rows = [index for index in zone if lines[index].size <= _NAVIGATION and lines[index].open]
    long = [index for index in zone if lines[index].size > _NAVIGATION]
    menu = sum(fold(lines[index].text) in nav for index in rows) > 1
    for index in rows:
        before_title = bool(long) and index < long[0]
        listed = fold(lines[index].text) in nav
        if (before_title and (listed or (menu and lines[index].size <= _KICKER_WORDS))) or (menu and listed):
            known[index] = replace(known[index], kind="furniture")
            kept.remove(index)
    return kept


def _without_names(text: str, known: list[Piece], lines: Sequence[Line], zone: Sequence[int]) -> list[int]:
    """Turn names on lines of their own, beside a date or a byline or an outlet, into bylines."""
    kept = list(zone)
    for index in zone[1:]:
        beside = [known[at].kind for at in (index - 1, index + 1) if 0 <= at < len(known)]
        if any(kind in _FACTS for kind in beside) and _is_name(text, lines[index]):
            known[index] = replace(known[index], kind="byline")
            kept.remove(index)
    return kept


def _is_name(text: str, line: Line) -> bool:
    """Tell a person's name: two to four words with capitals, none of which the text writes small elsewhere."""
    parts = line.text.split()
    if len(parts) not in _NAME_WORDS or not line.open or any(digit.isdigit() for digit in line.text):
        return False
    if not all(part[0].isupper() for part in parts):
        return False
    return not any(re.search(rf"\b{re.escape(part.lower())}\b", text[:20_000]) for part in parts if len(part) > 2)


def _deck_with_stop(
    known: list[Piece], lines: Sequence[Line], title: int | None, first: int
) -> list[Piece]:
    """Take one sentence between the title and a byline or date for the deck, even though it ends with a stop."""
    if title is None or first >= len(known) - 2 or known[first].kind is not None:
        return known
    facts = known[first + 1].kind in _FACTS and all(known[at].kind != "deck" for at in range(first))
    unnamed = not any(known[at].kind in _FACTS for at in range(title, first))
    prose_follows = any(known[at].kind is None and lines[at].stop for at in range(first + 2, len(known)))
    if facts and unnamed and prose_follows and lines[first].size <= _DECK_WORDS:
        if not re.search(r"[.!?。]\s", lines[first].text[:-1]):
            known[first] = replace(known[first], kind="deck")
    return known


def body(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Name headings, labels and questions among the prose."""
    known = list(found)
    lines = [measure(words(text, piece), language) for piece in known]
    asked = _asked(known, lines, language)
    for index, piece in enumerate(known):
        if piece.kind is None:
            known[index] = replace(piece, kind=_in_body(known, lines, index, asked, language))
    return known


def _asked(known: Sequence[Piece], lines: Sequence[Line], language: str) -> set[int]:
    """Find the lines of one question that prose follows: candidates for headings."""
    return {
        index
        for index, (piece, line) in enumerate(zip(known, lines, strict=True))
        if piece.kind is None and is_question(line, language) and _answered(known, lines, index)
    }


def _answered(known: Sequence[Piece], lines: Sequence[Line], index: int) -> bool:
    """Tell whether an answer follows: a statement, and not one more question or a short line without a stop."""
    for at in range(index + 1, len(known)):
        kind = known[at].kind
        if kind is None:
            return lines[at].stop in tuple(".…。۔:") and bool(lines[at].text)
        if kind in PROSE:
            return True
        if kind in HEADINGS:
            return False
    return False


def _in_body(
    known: Sequence[Piece], lines: Sequence[Line], index: int, asked: set[int], language: str
) -> BlockKind:
    line = lines[index]
    if line.stop in (":", "："):
        return "label" if is_label(line, language) and index + 1 < len(known) else "paragraph"
    if index in asked:
        return "question" if _heads_answer(known, lines, index, asked, language) else "paragraph"
    if not is_heading(line):
        shouted = line.stop in tuple("!！…?？") and not line.long and title_case(line.text, language) and line.size > 2
        return "heading" if shouted and _before_prose(known, lines, index) else "paragraph"
    return "heading" if _before_prose(known, lines, index) else "furniture"


def _heads_answer(
    known: Sequence[Piece], lines: Sequence[Line], index: int, asked: set[int], language: str
) -> bool:
    """Tell a question that heads its answer from one that an author asks in passing."""
    line = lines[index]
    if opens_like_one(line, language):
        return True
    near = [at for at in asked if at != index and abs(at - index) <= 6]
    tight = known[index].gap and index + 1 < len(known) and not known[index + 1].gap
    return (tight and index > 0) or (len(near) >= 2 and line.size <= 14)


def _before_prose(known: Sequence[Piece], lines: Sequence[Line], index: int) -> bool:
    """Tell whether any prose comes after a line; a heading has something to head."""
    for at in range(index + 1, len(known)):
        kind = known[at].kind
        if kind in PROSE and kind is not None:
            return True
        if kind in ("label", "question") or (kind is None and lines[at].stop):
            return True
        if kind is None and lines[at].long:
            return True
    return False


def closing(text: str, found: Sequence[Piece], language: str) -> list[Piece]:
    """Recognise the author's biography among the last paragraphs: it begins with the name of the byline."""
    known = list(found)
    names = [name for piece in known if piece.kind == "byline" for name in _names(words(text, piece), language)]
    prose = [index for index, piece in enumerate(known) if piece.kind == "paragraph"]
    for index in reversed(prose[1:][-_CLOSING:]):
        folded = fold(words(text, known[index]))
        if any(folded.startswith(name) for name in names) and any(
            f" {verb} " in f" {folded[:120]} " for verb in wordset("biography_verbs", language)
        ):
            known[index] = replace(known[index], kind="biography")
        elif prose.index(index) < len(prose) - 1 and known[prose[prose.index(index) + 1]].kind == "paragraph":
            break
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
