"""Names on lines of their own, and captions told twice: what only the lines beside tell."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import BlockKind
from briefing.text.dates import iso
from briefing.text.headings import Line
from briefing.text.layout import Piece

FACTS: frozenset[BlockKind] = frozenset({"byline", "date", "dateline", "outlet"})
"""What an article's head says of it."""
_NAME_WORDS = range(2, 5)
_DATED_WORDS = 10  # of a name with a date


def without_names(
    known: list[Piece], lines: Sequence[Line], language: str, *, beside: frozenset[BlockKind]
) -> None:
    """Turn names into bylines: beside lines of some kinds, or told twice, or with a date; never the first line."""
    small = {word for line in lines for word in line.text.split() if word[0].islower()}
    for index in range(1, len(lines)):
        if known[index].kind is not None or not lines[index].open:
            continue
        near = [at for at in (index - 1, index + 1) if at < len(lines)]
        close = any(known[at].kind in beside or lines[at].text == lines[index].text for at in near)
        if _is_dated(lines[index], language) or (close and _is_name(lines[index], small)):
            known[index] = replace(known[index], kind="byline")


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


def without_echoes(known: list[Piece], lines: Sequence[Line]) -> None:
    """Turn a line into a caption where the next one is that caption again with its credit."""
    for at in range(len(known) - 1):
        if (
            known[at].kind is None
            and known[at + 1].kind == "caption"
            and lines[at + 1].text.startswith(lines[at].text)
        ):
            known[at] = replace(known[at], kind="caption")
