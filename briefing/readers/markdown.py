"""Markdown: turned into HTML by the Markdown library, and that into the text without mark-up.

The HTML serves to know headings, lists and quotations; it is never shown to anybody.
"""

import re
from collections.abc import Iterator

from briefing.model import Article, Found, Skipped
from briefing.readers.article import Draft, Marked, article, facts, woven
from briefing.readers.decode import decode
from briefing.readers.guard import too_deep
from briefing.readers.plain import parts
from briefing.readers.walk import runs
from briefing.text.blocks import recognise
from briefing.text.front import front
from briefing.text.language import detect

_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "footnotes")
_NESTED = re.compile(r"^(?:[ \t]*(?:[>*+-]|\d{1,3}[.)])){30,}|^[ \t]{120,}\S", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_UNDERLINE = re.compile(r"^(?:=+|-+)[ \t]*$", re.MULTILINE)
_MARKS = "[]*_`<!\\"
_LARGEST = 1_000_000  # characters: the Markdown library needs seconds beyond
_MOST = 3_000  # marks in one paragraph: the library's time grows with their square, a second here
_MOST_LINES = 1_000  # underlined headings without a blank line between them, for the same reason


def read_markdown(found: Found) -> Iterator[Article | Skipped]:
    """Read a Markdown file; one with several front matters holds several articles."""
    text = decode(found.data)
    if text is None:
        yield Skipped(
            found.location, "read", "It is no text: it holds control characters as binary files do."
        )
        return
    if len(text) > _LARGEST or _NESTED.search(text) or _tangled(text):
        yield Skipped(found.location, "read", "Its mark-up is too deep or too large to read as Markdown.")
        return
    for part, span in enumerate(parts(text)):
        matter = front(text, span)
        known = facts(matter.fields if matter else {})
        body = text[matter.span.end if matter else span.start : span.end]
        plain, pieces = woven(_runs(body))
        language = (known.language or detect(plain)).lower().split("-")[0].split("_")[0]
        yield article(found, Draft(plain, recognise(plain, pieces, language), language, known, part))


def _tangled(text: str) -> bool:
    """Tell whether a paragraph holds more marks than any written by hand."""
    return any(
        sum(block.count(mark) for mark in _MARKS) > _MOST or len(_UNDERLINE.findall(block)) > _MOST_LINES
        for block in _PARAGRAPH.split(text)
        if len(block) > _MOST_LINES
    )


def _runs(body: str) -> Iterator[Marked]:
    """Give the runs of a Markdown text, in order."""
    from lxml import etree, html
    from markdown import markdown

    page = markdown(body, extensions=list(_EXTENSIONS), output_format="html")
    if too_deep(page) or not page.strip():
        return
    try:
        tree = html.document_fromstring(f"<body>{_clean(page)}")  # a fragment may not hold <html> or <body>
    except (etree.ParserError, ValueError):
        return
    body = tree.find("body")
    yield from runs(tree if body is None else body)


def _clean(page: str) -> str:
    """Take out what lxml refuses: NUL and the other controls that XML forbids."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", page)
