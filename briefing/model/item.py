"""A printed sentence, as in ``brief.json``."""

from dataclasses import dataclass

from briefing.model.reading import Part
from briefing.model.statement import Bracket, Speaker
from briefing.model.text import UnitKind


@dataclass(frozen=True, slots=True)
class Also:
    """Another source's equal sentence."""

    source: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The theme that a statement fits next best."""

    theme: str
    score: float


@dataclass(frozen=True, slots=True)
class Item:
    """A printed sentence. ``article.text[start:end] == text``, always."""

    id: str
    """The article's id and the span: ``1b39f358dcea:163-316``."""
    text: str
    source: int
    """Number in the brief's source list."""
    start: int
    end: int
    before: str | None
    after: str | None
    """The neighbouring sentences of the article."""
    language: str
    kind: UnitKind
    themes: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    also: tuple[Also, ...] = ()
    why: tuple[Part, ...] = ()
    """What speaks for the theme that it is printed for; the points add up to ``score``."""
    score: float | None = None
    runner_up: RunnerUp | None = None
    heading: str | None = None
    """The heading above it in its article."""
