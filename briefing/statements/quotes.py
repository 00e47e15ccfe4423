"""Quoted spans: where an article's own marks say that words are somebody's.

Marks are paired inside a block, so that a quotation of several sentences is one. A mark that is never closed opens
nothing, except that a block may end inside a quotation which the next block takes up with a new opening mark.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from briefing.model import Article, Sentence, Span

# Opening mark → the marks that may close it. Straight marks open where white space or a bracket stands before them.
_PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‟": "”"}
_CLOSING = {marks: re.compile(f"[{marks}]") for marks in _PAIRS.values()}
_OPENING = re.compile(r"[“„«»「『‟]|(?:(?<=[\s(\[—–:])|(?<![\s\S]))\"")


def _pairs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    missing: set[str] = set()  # marks that nothing behind closes: a row of them is not searched again and again
    while mark := _OPENING.search(text, at, end):
        closing = _PAIRS[mark.group()]
        closed = None if closing in missing else _CLOSING[closing].search(text, mark.end(), end)
        if closed is None:
            at = mark.end()
            missing.add(closing)
            if mark.group() in "“„«「":
                yield Span(mark.end(), end)  # goes on in the next paragraph, as English prints long quotations
                return
            continue
        if closed.start() > mark.end():
            yield Span(mark.end(), closed.start())
        at = closed.end()


def quoted(article: Article, sentences: Sequence[Sentence]) -> list[tuple[Span, ...]]:
    """Give each sentence the quoted spans that touch it, uncut: they may begin or end outside of it."""
    spans: dict[int, list[Span]] = {}
    found = []
    for sentence in sentences:
        here, block = sentence.span, sentence.block.span
        if block.start not in spans:
            spans[block.start] = list(_pairs(article.text, block.start, block.end))
        within = spans[block.start]
        # Spans stand in order and apart, so those that touch the sentence stand together.
        first = bisect_right(within, here.start, key=attrgetter("end"))
        last = bisect_left(within, here.end, key=attrgetter("start"))
        found.append(tuple(within[first:last]))
    return found


def clipped(spans: Sequence[Span], within: Span) -> tuple[Span, ...]:
    """Cut quoted spans to a sentence."""
    cut = (Span(max(span.start, within.start), min(span.end, within.end)) for span in spans)
    return tuple(span for span in cut if span.end > span.start)
