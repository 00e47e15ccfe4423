"""What commands give back: files, receipts, and what is told of units, pairs and summaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.reading import Part
from briefing.model.statement import PairKind, Speaker, Why
from briefing.model.text import Skipped, Span, UnitKind


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of an edition, not yet written."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    skipped: tuple[Skipped, ...] | None = None
    """All that the brief skips as this file tells it, where it lacks what others have (letters); None: as given."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message that a server took."""

    recipient: str
    message_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One unit of text: what it is, who says it, where it belongs and why."""

    source: str
    start: int
    end: int
    text: str
    kind: UnitKind
    heading: str | None
    """The heading above it."""
    themes: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Span, ...] = ()
    weight: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A statement by where it stands."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paired:
    """Two statements of different articles and what they are to one another."""

    kind: PairKind
    a: Place
    b: Place
    """Of an update the later one."""
    matter: str
    """What both speak of."""
    why: Why | None


@dataclass(frozen=True, slots=True)
class Condensed:
    """A sentence of a summary."""

    source: str
    start: int
    end: int
    text: str
    weight: float
