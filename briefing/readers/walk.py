"""A tree of marked-up blocks as runs of words, in reading order.

It knows the tags of HTML (which Markdown becomes) and those of trafilatura's body (head, item, quote, row, cell, lb).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.model import BlockKind
from briefing.readers.article import Marked

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_ITEMS = frozenset({"li", "item", "dd"})
_QUOTES = frozenset({"blockquote", "quote"})
_ROWS = frozenset({"tr", "row"})
_BREAKS = frozenset({"br", "lb"})
_BLOCKS = frozenset(
    "p div section article main body ul ol list dl table thead tbody figure details summary header aside footer".split()
)
_KINDS: dict[str, BlockKind] = {
    "figcaption": "caption",
    "pre": "furniture",
    "code": "furniture",
    "dt": "label",
}
_UNREAD = frozenset(
    "script style template noscript iframe svg object form button select nav graphic img title meta link del".split()
)
_BREAK = "\x0b"  # stands for a line break inside a run until the run is cut there
_STOPS = '.!?…。！？؟:;"”»’)'
_LONG_CELL = 12  # words: a longer cell that ends like a sentence is prose in a table made for layout


def runs(node: "_Element", kind: BlockKind | None = None) -> Iterator[Marked]:
    """Give the runs under a node; ``kind`` is what the node's own words are."""
    yield from _cut(_gather(node, kind))


def _cut(found: Iterator[Marked]) -> Iterator[Marked]:
    """Cut runs at their line breaks, but not where the sentence plainly runs on."""
    for run in found:
        line = ""
        for piece in run.words.split(_BREAK):
            part = piece.strip()
            if line and part and (part[:1].islower() and line[-1] not in _STOPS):
                line = f"{line} {part}"
                continue
            if line:
                yield Marked(line, run.kind, run.sure)
            line = part
        if line:
            yield Marked(line, run.kind, run.sure)


def _gather(node: "_Element", kind: BlockKind | None) -> Iterator[Marked]:
    """Give a node's own words as one run between the blocks that it holds."""
    held = node.text or ""
    for child in node:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _BREAKS:
            held += _BREAK
        elif tag and tag not in _UNREAD and not _is_note(child):
            block = _block(child, tag, kind)
            if block is None:
                inner = list(_gather(child, kind))
                held += inner[0].words if len(inner) == 1 and not _holds_block(child) else ""
                if len(inner) > 1 or (inner and _holds_block(child)):
                    yield Marked(held, kind)
                    yield from inner
                    held = ""
            else:
                yield Marked(held, kind)
                yield from block
                held = ""
        held += child.tail or ""
    yield Marked(held, kind)


def _holds_block(node: "_Element") -> bool:
    tags = _BLOCKS | _HEADINGS | _ITEMS | _QUOTES | _ROWS
    return any(isinstance(inner.tag, str) and inner.tag in tags for inner in node.iterdescendants())


def _is_note(node: "_Element") -> bool:
    """Tell a footnote's number from other raised words."""
    return node.tag == "sup" and any(inner.tag == "a" for inner in node)


def _block(child: "_Element", tag: str, kind: BlockKind | None) -> Iterator[Marked] | None:
    """Give the runs of a child that is a block; None for inline mark-up."""
    if child.get("class") == "footnote":
        return iter([Marked(_words(note).rstrip(" ↩"), "furniture", sure=True) for note in child.iter("li")])
    if tag in _HEADINGS:
        first = tag == "h1" or child.get("rend") == "h1"
        return iter([Marked(_words(child), "title" if first else "heading")])
    if tag in _ROWS:
        return _row(child)
    if tag in _KINDS and not (tag == "code" and kind is None and "\n" not in _words(child)):
        return iter([Marked(_words(child), _KINDS[tag], sure=tag != "dt")])
    return _gather(child, _inner(tag, kind)) if tag in _BLOCKS | _ITEMS | _QUOTES else None


def _inner(tag: str, kind: BlockKind | None) -> BlockKind | None:
    """Name the kind of the words in a list item, in a quotation, or in a block that says nothing itself."""
    return "list_item" if tag in _ITEMS else kind or ("quote" if tag in _QUOTES else None)


def _row(row: "_Element") -> Iterator[Marked]:
    """Give a table's row as one run of furniture, or its cells as prose where the table only lays out a page."""
    cells = [words for words in (_words(cell) for cell in row) if words]
    prose = [cell for cell in cells if len(cell.split()) >= _LONG_CELL and cell[-1] in _STOPS]
    if prose:
        yield from (Marked(cell) for cell in cells)
    elif cells:
        yield Marked(" | ".join(cells), "furniture", sure=True)


def _words(node: "_Element") -> str:
    return " ".join("".join(str(part) for part in node.itertext()).split())
