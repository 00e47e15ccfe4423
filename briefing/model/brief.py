"""The brief itself: plain values only, so that ``brief.json`` is the brief (``renderers/archive.py``)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from briefing.model.account import Coverage, Fitted, GaveWay, Recipe, SourceEntry, Told
from briefing.model.desk import Look
from briefing.model.edits import Edited
from briefing.model.item import Item
from briefing.model.text import Skipped, Span


@dataclass(frozen=True, slots=True)
class SectionStory:
    """Statements of a section that tell of one event."""

    items: tuple[str, ...]
    """Ids of those that are printed, the lead first; they stand together in the section."""
    more: int
    """Statements on it that are printed neither in the section nor as its ``top``."""
    sources: int
    """Independent sources of these."""
    top: str | None = None
    """Id of its lead, where that is a top line and not printed again: only then ``items`` may be empty."""


@dataclass(frozen=True, slots=True)
class Section:
    """A theme in the brief; without items it says so."""

    key: str
    title: str
    question: str | None
    items: tuple[Item, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...] | None = None
    """Side → ids of its items, where the theme asks for contrast; None elsewhere."""
    stories: tuple[SectionStory, ...] = ()
    """Those of several statements, printed or not, in the order of the page."""
    more: int = 0
    """Further statements of the theme, of stories that nothing is printed of; 0 in a brief of few articles."""
    sources: int = 0
    """Independent sources of these."""
    further: tuple[int, ...] = ()
    """Numbers of the sources that open the largest of these stories, the largest first: their titles name them."""
    reported: tuple[tuple[int, int], ...] = ()
    """Source → its statements on the theme, printed or not, in the order of the numbers; only where pictures show."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A person's exact words inside an item."""

    item: Item
    quote: Span
    role: str | None = None
    """The speaker's, in the article's words: "Foreign Minister"."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements of different sources that do not agree."""

    matter: str
    why: str
    a: Item
    b: Item


@dataclass(frozen=True, slots=True)
class Dated:
    """An item with a date as stated and, where certain, as resolved."""

    item: Item
    stated: Span
    resolved: str | None
    ahead: bool = False
    """Whether the sentence looks forward to it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An item with a number."""

    item: Item
    figure: Span
    unit: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the issue before."""

    new: tuple[Item, ...] = ()
    changed: tuple[tuple[Item, Item], ...] = ()
    repeated: int = 0
    quiet: tuple[str, ...] = ()
    more: int = 0
    """New positions that the length, or what they lean on, left out here."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One edition of one day."""

    schema: int
    title: str
    audience: str
    edition: str | None
    """The audience's title, for the masthead."""
    issue: int
    date: str
    """YYYY-MM-DD."""
    cutoff: str | None
    """The newest known publication time among the sources."""
    made: str
    language: str
    marking: str | None
    words: int
    previous: str | None
    """``build`` of the issue before."""
    build: str
    """First 8 hex digits of a digest over sources, configuration and date: the build id."""
    top_lines: tuple[Item, ...]
    changes: Changes | None
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Dated, ...]
    figures: tuple[Figure, ...]
    notes: Mapping[str, str]
    sources: tuple[SourceEntry, ...]
    skipped: tuple[Skipped, ...]
    gave_way: tuple[GaveWay, ...]
    edits: tuple[Edited, ...]
    coverage: Coverage
    look: Look
    recipe: Recipe
    compared: int = 0
    """Statements that were held against those of other sources."""
    told: tuple[Told, ...] = ()
    compact: bool = False
    """Whether its list of sources gave way to one line a source."""
    fitted: Fitted | None = None
    """None where no length was asked for."""
    titles_language: str | None = None
    """Language of its title, its sections' titles and their questions; None: ``language``."""
    approved_by: str | None = None
    """The editor who let it go out."""
    max_words_per_source: int | None = None
    """Words that may be printed of any one outlet (rights): ``told``, which holds more, is then for the desk alone."""

    def items(self) -> Iterator[Item]:
        """Give every printed sentence in the order of the blocks, as often as it is printed."""
        yield from self.top_lines
        if self.changes:
            yield from self.changes.new
            yield from chain.from_iterable(self.changes.changed)
        yield from chain.from_iterable(section.items for section in self.sections)
        yield from (quote.item for quote in self.quotes)
        yield from chain.from_iterable((difference.a, difference.b) for difference in self.differences)
        yield from (dated.item for dated in self.timeline)
        yield from (figure.item for figure in self.figures)
        yield from chain.from_iterable(entry.summary for entry in self.sources)
