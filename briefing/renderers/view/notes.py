"""A note that a person typed in Markdown → paragraphs and lists of plain runs, which each format sets in its own way.

The second of two files that speak to the Markdown library. Nothing typed is ever trusted as mark-up of the page: what
would be HTML is plain text before the library sees it, and of what the library writes only the elements named here
are read.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

from briefing.renderers.view.page import Passage, Run, Runs
from briefing.text.shown import shown

LARGEST, MOST = 20_000, 1_000
"""Characters of a note (ten pages), and marks in it, that are read as Markdown: the library's time grows with their
square, to 0.2 s here."""
_NESTED = re.compile(r"^(?:[ \t]*(?:[>*+-]|\d{1,9}\.)){10}|^[ \t]{40}", re.MULTILINE)
"""Lists and quotations within one another deeper than anybody types: the library calls itself for each."""
_HELD = {"<": "\ue000", "&": "\ue001"}
"""What opens an element or an entity, and what stands for it (private use) until the library is done."""
_FREED = str.maketrans({held: sign for sign, held in _HELD.items()})
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_BOLD, _ITALIC, _LISTS = ("strong", *_HEADINGS), ("em",), ("ul", "ol")
_ENDS = ("p", "pre", "blockquote", *_HEADINGS)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


@lru_cache(maxsize=64)  # a page is laid out again and again until its length is right
def passages(note: str | None) -> tuple[Passage, ...]:
    """Read a note; one that is too large, too deep or too full of marks for Markdown is plain paragraphs."""
    text = "".join(_HELD.get(char, char) for char in note or "")
    marks = sum(text.count(mark) for mark in "[]*_`>+-=!\\")
    if len(text) > LARGEST or marks > MOST or _NESTED.search(text):
        parts = (shown(part.translate(_FREED)) for part in _EMPTY_LINE.split(text))
        return tuple(Passage((Run(part),)) for part in parts if part)
    if not text.strip():
        return ()
    from markdown import Markdown

    reader = _Reader()  # a list within a list is indented by two spaces, as people type it
    reader.feed(Markdown(extensions=["sane_lists"], tab_length=2).convert(text))
    reader.close()
    reader.end()
    return tuple(reader.done)


def plain(note: tuple[Passage, ...]) -> tuple[str, ...]:
    """Give the words of a note without their mark-up: a string each paragraph and each item."""
    return tuple("".join(run.text for run in runs) for one in note for runs in (one.items or (one.runs,)))


class _Reader(HTMLParser):
    """Reads what the library wrote: paragraphs and items, bold, italics and links; the words of all else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[Passage] = []
        self._runs: list[Run] = []
        self._items: list[Runs] = []
        self._lists: list[str] = []
        self._open: list[str] = []
        self._links: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in _LISTS:
            self.end()
            self._lists.append(tag)
        elif tag == "a":
            self._links.append(_safe(told.get("href") or ""))
        elif tag == "img":
            self.handle_data(told.get("alt") or "")
        elif tag == "br":
            self.handle_data(" ")
        elif tag in _BOLD or tag in _ITALIC:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._links.pop()
        if tag in self._open:
            self._open.remove(tag)
        if tag in _ENDS and self._lists:
            self.handle_data(" ")
        elif tag in _ENDS or tag in ("li", *_LISTS):
            self.end()
        if tag in _LISTS and self._lists:
            kind = self._lists.pop()
            if self._items and not self._lists:
                self.done.append(Passage(items=tuple(self._items), ordered=kind == "ol"))
                self._items = []

    def handle_data(self, data: str) -> None:
        bold = any(tag in _BOLD for tag in self._open)
        italic = any(tag in _ITALIC for tag in self._open)
        link = self._links[-1] if self._links else None
        self._runs.append(Run(data.translate(_FREED), bold=bold, italic=italic, link=link))

    def end(self) -> None:
        """End a paragraph or an item."""
        runs, self._runs = _tidy(self._runs), []
        if runs and self._lists:
            self._items.append(runs)
        elif runs:
            self.done.append(Passage(runs))


def _tidy(runs: list[Run]) -> Runs:
    """Join runs that are set alike, and collapse white space as ``shown`` does, within runs and between them."""
    out: list[Run] = []
    for run in runs:
        text = re.sub(r"^\s+|\s+$", " ", run.text)
        text = (
            f"{' ' * text.startswith(' ')}{shown(text)}{' ' * text.endswith(' ')}"
            if text.strip()
            else text[:1]
        )
        before = out[-1].text if out else " "
        text = text.lstrip() if before.endswith(" ") else text
        if not text:
            continue
        if out and (out[-1].bold, out[-1].italic, out[-1].link) == (run.bold, run.italic, run.link):
            text = out.pop().text + text
        out.append(Run(text, bold=run.bold, italic=run.italic, link=run.link))
    if out:
        last = out.pop()
        out += [Run(last.text.rstrip(), last.bold, last.italic, last.link)] if last.text.strip() else []
    return tuple(out)


def _safe(href: str) -> str | None:
    """Give an address of the web as it can be linked; None for every other scheme, and for what is no address."""
    address = shown(href.translate(_FREED))
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname and " " not in address else None
