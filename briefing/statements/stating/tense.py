"""Whether a sentence looks back at a date or forward to it, told by the verb nearest to it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.statements.stating.almanac import Almanac, Tense
from briefing.text.tokens import Token

_BREAKS = (",", ";", ":", "—", " – ", " - ", "“", "”", '"', "„", "(", ")", "»", "«")


def tense(text: str, found: Sequence[Token], place: tuple[int, int], known: Almanac) -> Tense | None:
    """Tell the tense around words ``place`` (half-open); None where no verb tells.

    The nearest verb before the date in its clause decides, else the first behind it, else the nearest before it in the
    sentence. A clause that speaks of both is unclear.
    """
    first, last = place
    start, end = _clause(text, found, first, last)
    before = next(_marked(found, range(first - 1, start - 1, -1), known), None)
    if before:
        at, mark = before
        return _asked(found, (at, first), known) if mark == "past" else mark
    # "Forderte auf, am Montag zu verhandeln": what is asked for lies ahead of the asking.
    wanted = any(known.has("infinitives", found[at].key) for at in range(last, end))
    if wanted and any(known.has("asks", found[at].key) for at in range(start)):
        return "future"
    behind = list(islice(_marks(found, range(last, end), known), 2))
    if behind:
        return "unclear" if {"past", "future"} <= set(behind) else behind[0]
    # "On Friday, he said so": what opens a sentence belongs to the clause behind it.
    outer = range(start - 1, -1, -1) if start else range(end, len(found))
    return next(_marks(found, outer, known), None)


def _marks(found: Sequence[Token], places: range, known: Almanac) -> Iterator[Tense]:
    return (mark for _, mark in _marked(found, places, known))


def _marked(found: Sequence[Token], places: range, known: Almanac) -> Iterator[tuple[int, Tense]]:
    return ((at, mark) for at in places if (mark := _mark(found, at, known)))


def _asked(found: Sequence[Token], between: tuple[int, int], known: Almanac) -> Tense:
    """Tell the time of a date behind a past verb that may ask for what is dated: "urged them to meet on Monday".

    What one asks for lies ahead where it is an appointment; else nobody knows whether the asking is dated or the deed.
    """
    verb, date = between
    if known.has("set_for", found[date - 1].key) or known.has("set_for", found[date].key):
        return "future"
    if not known.has("asks", found[verb].key):
        return "past"
    marks = [at for at in range(verb + 1, date) if known.has("infinitives", found[at].key)]
    bound = known.has("bounds_ahead", found[date].key)
    if marks and (bound or known.has("appointments", found[marks[-1] + 1].key)):
        return "future"
    return "unclear" if marks else "past"


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
    """Tell what a verb says of the time; a participle says what its helping verb does: will be signed."""
    mark = _alone(found, index, known)
    at = index
    while mark == "past" and at and known.has("links", found[at - 1].key):
        at -= 1
        mark = _alone(found, at, known) or mark
    helped = _alone(found, at - 1, known) if mark == "past" and 0 < at < index else None
    return helped or mark


def _alone(found: Sequence[Token], index: int, known: Almanac) -> Tense | None:
    """Tell what a word, or it with its neighbour, says of the time, as far as its form shows."""
    word, mark = known.tense(found[index].form)
    if mark in ("unclear", "future"):
        return mark
    if index and word in known.pair_lasts and f"{found[index - 1].form.casefold()} {word}" in known.pairs:
        return "future"
    if mark == "past" and word in known.pair_firsts and index + 1 < len(found):
        return "future" if f"{word} {found[index + 1].form.casefold()}" in known.pairs else "past"
    return mark
