"""What a brief accounts for: its sources, what was told, what gave way, and how it was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.item import Item
from briefing.model.statement import Speaker


@dataclass(frozen=True, slots=True)
class Told:
    """A position of the day, or what an actor said besides, printed or not: the next issue knows what is new."""

    id: str
    text: str
    source: int
    """Number in the brief's source list."""
    start: int
    end: int
    language: str
    themes: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    alone: bool = True
    """Whether it can be printed without the sentence before it."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the brief's list; ``n`` is its number, in order of first use, cited sources before the others."""

    n: int
    name: str | None
    """The outlet."""
    kind: str | None
    title: str | None
    author: str | None
    published: str | None
    retrieved: str | None
    url: str | None
    location: str
    part: int
    digest: str
    text_digest: str
    """SHA-256 of the article's text as read, hex: what the places count in."""
    origin: str | None
    language: str
    sentences: int
    used: int
    summary: tuple[Item, ...] = ()
    grade: str | None = None
    """The desk's own, of the outlet."""


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A sentence that the length left no room for."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """How long an edition was asked to be, and is."""

    unit: Literal["pages", "words", "sentences"]
    asked: float
    measured: float
    """Of pages: the number of full pages, the last one as the share of it that is filled, 1.6."""
    estimated: bool = False
    """Whether pages were counted from words, as nothing could be laid out, or no paper was asked for."""


@dataclass(frozen=True, slots=True)
class ArticleCount:
    read: int
    used: int


@dataclass(frozen=True, slots=True)
class SentenceCount:
    """``read`` = ``used`` + ``told_twice`` + the sum of ``left_out``."""

    read: int
    used: int
    told_twice: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    articles: ArticleCount
    sentences: SentenceCount


@dataclass(frozen=True, slots=True)
class Recipe:
    """What made the brief."""

    versions: Mapping[str, str]
    config: str | None
    """SHA-256 of the configuration in force, hex; None without one."""
    method: str


@dataclass(frozen=True, slots=True)
class Since:
    """Today's statements held against the issue before; numbers are indices into the reading's statements."""

    new: tuple[int, ...] = ()
    changed: tuple[tuple[Told, SourceEntry, int], ...] = ()
    """What was told, its source in the issue before, and what is said now."""
    repeated: tuple[int, ...] = ()
    quiet: tuple[str, ...] = ()
    """Names of those who took a position then and take none now."""
