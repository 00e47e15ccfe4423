"""Quoted spans: where an article's own marks say that words are somebody's.

Marks are paired inside a block, so that a quotation of several sentences is one. A mark that is never closed opens
nothing, except that a block may end inside a quotation which the next block takes up with a new opening mark, or goes
on with and closes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from briefing.model import Article, Sentence, Span

# Opening mark → the marks that may close it. Straight marks open where white space or a bracket stands before them.
_PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‟": "”"}
_CLOSING = {marks: re.compile(f"[{marks}]") for marks in _PAIRS.values()}
_FAR = 3000  # characters from a paragraph's start to the mark that closes an earlier one's quotation
_OPENING = re.compile(r"[“„«»「『‟\"](?:(?<!\")|(?<=[\s(\[—–:]\")|(?<![\s\S]\"))")


def _pairs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    missing: set[str] = (
        set()
    )  # marks that nothing behind closes: a row of them is not searched again and again
    while mark := _OPENING.search(text, at, end):
        closing = _PAIRS[mark.group()]
        closed = None if closing in missing else _CLOSING[closing].search(text, mark.end(), end)
        if closed is None:
            at = mark.end()
            missing.add(closing)
            if mark.group() in "“„«「" or (mark.group() == '"' and mark.start() == start):
                yield Span(
                    mark.end(), end
                )  # goes on in the next paragraph, as English prints long quotations
                return
            continue
        if closed.start() > mark.end():
            yield Span(mark.end(), closed.start())
        at = closed.end()


def quoted(article: Article, sentences: Sequence[Sentence]) -> list[tuple[Span, ...]]:
    """Give each sentence the quoted spans that touch it, uncut: they may begin or end outside of it."""
    spans: dict[int, list[Span]] = {}
    found: list[tuple[Span, ...]] = []
    closing = ""
    for sentence in sentences:
        here, block = sentence.span, sentence.block.span
        if block.start not in spans:
            taken = _goes_on(article.text, block, closing) if closing else None
            rest = _pairs(article.text, taken.end + 1 if taken else block.start, block.end)
            spans[block.start] = [*((taken,) if taken else ()), *rest]
            closing = _unclosed(article.text, spans[block.start], block, before=closing)
        within = spans[block.start]
        if not within:
            found.append(())
            continue
        # Spans stand in order and apart, so those that touch the sentence stand together.
        first = bisect_right(within, here.start, key=attrgetter("end"))
        last = bisect_left(within, here.end, key=attrgetter("start"))
        found.append(tuple(within[first:last]))
    return found


def _unclosed(text: str, spans: Sequence[Span], block: Span, *, before: str) -> str:
    """Give the marks that may close the quotation in which a block ends; empty: it ends outside of any."""
    if not spans or spans[-1].end < block.end:
        return ""
    return before if spans[-1].start == block.start else _PAIRS[text[spans[-1].start - 1]]


def _goes_on(text: str, block: Span, closing: str) -> Span | None:
    """Find the rest of a quotation that the block before left open; None where a new mark opens, or none closes."""
    close = next(
        (at for at in range(block.start, min(block.start + _FAR, len(text))) if text[at] in closing), -1
    )
    opening = _OPENING.search(text, block.start, block.end)
    anew = opening is not None and (opening.start() < close or opening.start() == block.start)
    if close < 0 or anew:
        return None
    return Span(block.start, min(close, block.end))


def clipped(spans: Sequence[Span], within: Span) -> tuple[Span, ...]:
    """Cut quoted spans to a sentence."""
    if not spans:
        return ()
    cut = (Span(max(span.start, within.start), min(span.end, within.end)) for span in spans)
    return tuple(span for span in cut if span.end > span.start)
