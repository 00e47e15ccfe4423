"""Whether a sentence looks back at a date or forward to it, told by the verb nearest to it."""

from collections.abc import Sequence
from typing import Literal

from briefing.statements.almanac import Almanac
from briefing.text.tokens import Token

Tense = Literal["past", "future", "unclear"]
_BREAKS = (",", ";", ":", "—", " – ", " - ", "“", "”", '"', "„", "(", ")", "»", "«")


def tense(text: str, found: Sequence[Token], place: tuple[int, int], known: Almanac) -> Tense | None:
    """Tell the tense around words ``place`` (half-open); None where no verb tells.

    The nearest verb before the date in its clause decides, else the first behind it, else the nearest before it in the
    sentence. A clause that speaks of both is unclear.
    """
    first, last = place
    start, end = _clause(text, found, first, last)
    ahead = [_mark(found, at, known) for at in range(start, first)]
    behind = [_mark(found, at, known) for at in range(last, end)]
    for marks in (ahead[::-1], behind):
        told = [mark for mark in marks if mark]
        if told:
            mixed = {"past", "future"} <= set(told[:2]) or told[0] == "unclear"
            return "unclear" if mixed and marks is behind else told[0]
    outer = [mark for at in range(start - 1, -1, -1) if (mark := _mark(found, at, known))]
    return outer[0] if outer else None


def _clause(text: str, found: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    start, end = first, last
    while start and not _breaks(text[found[start - 1].end : found[start].start]):
        start -= 1
    while end < len(found) and not _breaks(text[found[end - 1].end : found[end].start]):
        end += 1
    return start, end


def _breaks(gap: str) -> bool:
    return len(gap) > 1 and any(mark in gap for mark in _BREAKS)


def _mark(found: Sequence[Token], index: int, known: Almanac) -> Tense | None:
    """Tell what a word, or it with the word before, says of the time: a verb's form, as far as it shows."""
    form = found[index].form
    word = form.casefold()
    if word in known.tenses["unclear"]:
        return "unclear"
    pair = f"{found[index - 1].form.casefold()} {word}" if index else word
    if word in known.tenses["future"] or pair in known.tenses["future"]:
        return "future"
    if word in known.tenses["past"]:
        follows = f"{word} {found[index + 1].form.casefold()}" if index + 1 < len(found) else word
        return "future" if follows in known.tenses["future"] else "past"
    if not word.endswith(known.past_endings) or word in known.tenses["no_past"] or not form[0].islower():
        return None
    return "past" if len(word) > 3 else None
