"""A sentence in its paragraph: the article around it, unit by unit, as it was read."""

from typing import Any

from briefing.model import HEADINGS, Article, Reading, Sentence
from briefing.text.shown import shown

AROUND = 40
"""Units of an article before and after a sentence: some five screens."""


def passage(reading: Reading, source: str, *, start: int, end: int) -> dict[str, Any] | None:
    """Tell the article of a source that holds a place, as plain values; None where none does."""
    told = [one for one in reading.statements if one.sentence.article.source.digest == source]
    at = next((n for n, one in enumerate(told) if _meets(one.sentence, start, end)), None)
    if at is None:
        return None
    article = told[at].sentence.article
    sentences = [one.sentence for one in told if one.sentence.article is article]
    here = next(n for n, one in enumerate(sentences) if _meets(one, start, end))
    near = sentences[max(0, here - AROUND) : here + AROUND + 1]
    return {
        "title": shown(article.source.title or ""),
        "outlet": shown(article.source.outlet or ""),
        "location": shown(article.source.location),
        "published": article.source.published,
        "language": article.language,
        "source": source,
        "paragraphs": _paragraphs(article, near, start=start, end=end),
        "cut": len(near) < len(sentences),
    }


def _meets(sentence: Sentence, start: int, end: int) -> bool:
    return sentence.span.start < end and start < sentence.span.end


def _paragraphs(article: Article, sentences: list[Sentence], *, start: int, end: int) -> list[dict[str, Any]]:
    """Put the sentences into their blocks, with the headings that stand between these."""
    found: list[dict[str, Any]] = []
    blocks = [article.blocks.index(one.block) for one in sentences]
    for number in range(blocks[0], blocks[-1] + 1):
        block = article.blocks[number]
        if block.kind in HEADINGS:
            text = shown(article.text[block.span.start : block.span.end])
            found.append({"heading": text, "sentences": []})
        units = [_unit(one, start, end) for one, at in zip(sentences, blocks, strict=True) if at == number]
        if units:
            found.append({"heading": None, "sentences": units})
    return found


def _unit(sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    span = sentence.span
    text = shown(sentence.text)
    return {"text": text, "start": span.start, "end": span.end, "marked": _meets(sentence, start, end)}
