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
_OPENING = re.compile(r"[“„«»「『‟]|(?:(?<=[\s(\[—–:])|(?<![\s\S]))\"")


def _pairs(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    missing: set[str] = (
        set()
    )  # marks that nothing behind closes, so that a row of them is not searched again and again
    while mark := _OPENING.search(text, at, end):
        closing = _PAIRS[mark.group()]
        found = () if closing in missing else range(mark.end(), end)
        close = next((i for i in found if text[i] in closing), -1)
        if close < 0:
            at = mark.end()
            missing.add(closing)
            if mark.group() in "“„«「":
                yield Span(
                    mark.end(), end
                )  # goes on in the next paragraph, as English prints long quotations
                return
            continue
        if close > mark.end():
            yield Span(mark.end(), close)
        at = close + 1


def quoted(article: Article, sentences: Sequence[Sentence]) -> list[tuple[Span, ...]]:
    """Give each sentence the quoted spans that touch it, uncut: they may begin or end outside of it."""
    spans: dict[Span, list[Span]] = {}
    found = []
    for sentence in sentences:
        block = sentence.block.span
        if block not in spans:
            spans[block] = list(_pairs(article.text, block.start, block.end))
        here = sentence.span
        # Spans stand in order and apart, so those that touch the sentence stand together.
        first = bisect_right(spans[block], here.start, key=attrgetter("end"))
        last = bisect_left(spans[block], here.end, key=attrgetter("start"))
        found.append(tuple(spans[block][first:last]))
    return found


def clipped(spans: Sequence[Span], within: Span) -> tuple[Span, ...]:
    """Cut quoted spans to a sentence."""
    cut = (Span(max(span.start, within.start), min(span.end, within.end)) for span in spans)
    return tuple(span for span in cut if span.end > span.start)
