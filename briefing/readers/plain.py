"""Plain text: one article, or several parted by form feeds or by front matter.

The article's text is the decoded file, whole, whatever its part; the blocks are the part's own.
"""

from collections.abc import Iterator

from briefing.model import Article, Found, Skipped, Span
from briefing.readers.article import Draft, article, facts
from briefing.readers.decode import decode
from briefing.text.blocks import blocks
from briefing.text.front import front, fronts
from briefing.text.language import detect

LARGEST = 5_000_000
"""Characters: a thousand long articles. The work takes five seconds and 70 MB a million."""


def read_plain(found: Found) -> Iterator[Article | Skipped]:
    """Read a text file."""
    text = decode(found.data)
    if text is None:
        yield Skipped(
            found.location, "read", "It is no text: it holds control characters as binary files do."
        )
        return
    if len(text) > LARGEST:
        yield Skipped(
            found.location,
            "read",
            f"It is longer than {LARGEST:,} characters, which no article is; cut it up.",
        )
        return
    for part, span in enumerate(parts(text)):
        matter = front(text, span)
        known = facts(matter.fields if matter else {})
        language = (known.language or detect(text[span.start : span.end])).lower().split("-")[0].split("_")[0]
        yield article(found, Draft(text, blocks(text, language, span=span), language, known, part))


def parts(text: str) -> list[Span]:
    """Cut a file into its articles: at form feeds, or before each front matter of several."""
    if "\f" not in text.strip():
        return fronts(text)
    spans: list[Span] = []
    at = 0
    for chunk in text.split("\f"):
        if chunk.strip():
            spans.append(Span(at, at + len(chunk)))
        at += len(chunk) + 1
    return spans
