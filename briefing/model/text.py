"""What was read: articles, the blocks that they are made of, and the sentences, which are places in them."""

from dataclasses import dataclass, field
from typing import Literal

# What a block of an article is. The reader knows more kinds than the reader of ``explain`` needs: see UNIT_KINDS.
BlockKind = Literal[
    "title", "deck", "heading", "question", "label",  # shown to nobody as a sentence: headings
    "paragraph", "quote", "answer",  # prose, split into sentences
    "list_item",  # prose with a marker before it
    "byline", "dateline", "date", "outlet", "caption", "share", "related", "more", "biography", "rule", "icon",
    "matter", "furniture",  # everything else: boilerplate
]  # fmt: skip
UnitKind = Literal["sentence", "list_item", "heading", "boilerplate"]
HEADINGS: frozenset[str] = frozenset({"title", "deck", "heading", "question", "label"})
PROSE: frozenset[str] = frozenset({"paragraph", "quote", "answer", "list_item"})


def unit_kind(kind: BlockKind) -> UnitKind:
    """Name the contract's kind of a block: sentence, list_item, heading or boilerplate."""
    if kind in HEADINGS:
        return "heading"
    if kind == "list_item":
        return "list_item"
    return "sentence" if kind in PROSE else "boilerplate"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, used or made; it travels to every format."""

    location: str
    """Where it stood: a path as the user gave it, a member of it, or a format's name."""
    step: str
    """find, read, summarize, render, deliver …"""
    reason: str
    """One sentence for people: what is wrong and, where it helps, the mend."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text of one kind; blocks never overlap and stand in the order of the text.

    The span holds the words alone: no white space at its ends and no list marker.
    """

    kind: BlockKind
    span: Span
    heading: int | None = None
    """Index (in ``Article.blocks``) of the heading that stands above it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes from a source, not yet understood."""

    location: str
    """The path that opens it from the current folder (``-``: standard input)."""
    name: str
    """The path relative to the PATH that found it; for a file named directly its base name."""
    data: bytes
    media_type: str
    """text/plain, text/markdown or text/html."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from and what it says of itself. What is not known is None."""

    location: str
    name: str
    digest: str
    """SHA-256 of the file's bytes, hex."""
    part: int = 0
    """Which article of the file, from 0."""
    outlet: str | None = None
    kind: str | None = None
    """Kind of outlet, as a desk grades it: wire, government, state media, opinion …"""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as far as the article states it."""
    url: str | None = None
    """http or https only."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read."""

    id: str
    """First 12 hex digits of the SHA-256 of ``text`` in UTF-8; of a further part see ``text/digests.py``."""
    text: str = field(repr=False)
    source: Source
    blocks: tuple[Block, ...] = field(repr=False)
    language: str
    """BCP 47 primary subtag: en, de, uk …; ``und`` where nothing tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A place in an article's prose."""

    article: Article
    span: Span
    block: Block
    index: int
    """Its number among the article's sentences, from 0."""

    @property
    def text(self) -> str:
        """Slice the words out of the article."""
        return self.article.text[self.span.start : self.span.end]

    @property
    def id(self) -> str:
        """Name the place: the article's id and the span."""
        return f"{self.article.id}:{self.span.start}-{self.span.end}"
