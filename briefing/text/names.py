"""Names on lines of their own, and captions told twice: what only the lines beside tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import BlockKind
from briefing.text.dates import iso
from briefing.text.folded import fold, wordset
from briefing.text.headings import Line
from briefing.text.layout import Piece

FACTS: frozenset[BlockKind] = frozenset({"byline", "date", "dateline", "outlet"})
"""What an article's head says of it."""
_NAME_WORDS = range(2, 5)
_ROW_WORDS = 40  # of a row of names
_JOINT = re.compile(r",? (?:and|with|und|mit|et|avec|и|та|і|y|e) |[,;、] ?| & ")
_HOUSE_WORDS = 8
_CREDIT_WORDS = 8
_INNER = re.compile(r"[.!?…][\"”’»)]?\s")
_DATED_WORDS = 10  # of a name with a date


def without_names(
    known: list[Piece], lines: Sequence[Line], language: str, *, beside: frozenset[BlockKind]
) -> None:
    """Turn names into bylines: beside lines of some kinds, or told twice, or with a date; never the first line."""
    asked = [index for index in range(1, len(lines)) if known[index].kind is None and lines[index].open]
    small = {word for line in lines for word in line.text.split() if word[0].islower()} if asked else set()
    for index in asked:
        near = [at for at in (index - 1, index + 1) if at < len(lines)]
        close = any(known[at].kind in beside or lines[at].text == lines[index].text for at in near)
        twice = any(lines[at].text == lines[index].text for at in near)
        if (
            _is_dated(lines[index], language)
            or (close and _is_name(lines[index], small))
            or _are_names(lines[index], small, least=2 if close else 3)
            or (twice and _is_uncased(lines[index]))
        ):
            house = close and _is_house(lines[index].text, language)
            known[index] = replace(known[index], kind="outlet" if house else "byline")


def without_issuer(known: list[Piece], lines: Sequence[Line], zone: list[int], language: str) -> list[int]:
    """Turn the sender of a press release, on a line above place and date, into the outlet; the title comes below."""
    for at, index in enumerate(zone[:-1]):
        between = {known[step].kind for step in range(index + 1, zone[at + 1])}
        if between & {"date", "dateline"} and _is_house(lines[index].text, language) and lines[index].open:
            known[index] = replace(known[index], kind="outlet")
            return zone[:at] + zone[at + 1 :]
    return zone


def without_author(known: list[Piece], lines: Sequence[Line], title: int, language: str) -> None:
    """Turn a bare name right below the title into the byline: two or three capital words that nothing else holds."""
    at = title + 1
    if at >= len(lines) or known[at].kind not in ("deck", "heading") or not _is_name(lines[at], set()):
        return
    parts = {fold(part) for part in lines[at].text.split()}
    elsewhere = {fold(word) for line in lines if line is not lines[at] for word in line.text.split()}
    labels = {part for key in ("nav", "labels", "outlet_words", "roles") for part in wordset(key, language)}
    if (
        len(parts) < _NAME_WORDS[-1]
        and not parts & (elsewhere | labels)
        and fold(lines[at].text) not in labels
    ):
        known[at] = replace(known[at], kind="byline")


def _is_house(line: str, language: str) -> bool:
    """Tell the name of a paper, an agency or an office: Northgate News Agency, Office of the President."""
    folded = [fold(word) for word in line.split()]
    small = sum(word[0].islower() for word in line.split())
    known = wordset("outlet_words", language)
    return (
        bool(folded)
        and 2 * small <= len(folded)
        and len(folded) <= _HOUSE_WORDS
        and (folded[0] in known or folded[-1] in known or any(word in known for word in folded[:3]))
    )


def _is_uncased(line: Line) -> bool:
    """Tell two or three words of a script without capitals."""
    return line.text.lower() == line.text.upper() and len(line.text.split()) in (1, 2, 3) and line.open


def _is_dated(line: Line, language: str) -> bool:
    """Tell a name with a date after it: Olha Petrenko 23 August 2025, 06:56."""
    return (
        line.open
        and line.size <= _DATED_WORDS
        and line.text[-1].isdigit()
        and iso(line.text, language) is not None
    )


def _is_name(line: Line, small: set[str]) -> bool:
    """Tell a person's name: two to four words with capitals, none of which the text writes small elsewhere."""
    parts = line.text.split()
    if len(parts) not in _NAME_WORDS or not line.open or any(digit.isdigit() for digit in line.text):
        return False
    return all(part[0].isupper() for part in parts) and not any(part.lower() in small for part in parts)


def _are_names(line: Line, small: set[str], *, least: int) -> bool:
    """Tell a row of persons' names: Ann Lee, Bob K. Ray and Tim Orr."""
    if not line.open or not 2 * least <= line.size <= _ROW_WORDS:
        return False
    parts = [part for part in _JOINT.split(line.text) if part]
    named = [part.split() for part in parts]
    return len(parts) >= least and all(
        len(words) in _NAME_WORDS and all(word[0].isupper() and word.lower() not in small for word in words)
        for words in named
    )


def without_echoes(known: list[Piece], lines: Sequence[Line]) -> None:
    """Turn a line into a caption where the next one is that caption again, or a credit, its own or its echo's."""
    for at in range(len(lines) - 1):
        if known[at].kind is not None or known[at + 1].kind != "caption":
            continue
        if lines[at + 1].text.startswith(lines[at].text):
            known[at] = replace(known[at], kind="caption")
        elif at + 2 < len(lines) and lines[at + 2].text == lines[at].text:
            known[at], known[at + 2] = (
                replace(known[at], kind="caption"),
                replace(known[at + 2], kind="caption"),
            )
        elif _is_credited(known, lines, at):
            known[at] = replace(known[at], kind="caption")


def _is_credited(known: Sequence[Piece], lines: Sequence[Line], at: int) -> bool:
    """Tell one sentence with a short credit on the line right below it, and blank lines around the two."""
    below = at + 2
    parted = known[at].gap and not known[at + 1].gap and (below >= len(known) or known[below].gap)
    return (
        parted
        and lines[at + 1].size <= _CREDIT_WORDS
        and not lines[at].long
        and not _INNER.search(lines[at].text)
    )
