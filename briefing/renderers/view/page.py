"""The words of the page: what every face of the brief prints, ready to print, in the order of the page.

Texts in it are ``shown`` already. Templates get one ``Page`` under the name ``page`` (and the ``Brief`` as ``brief``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model import PageBlock
from briefing.renderers.view.pictures import Gallery
from briefing.renderers.view.printed import (
    Around,
    Direction,
    Line,
    Link,
    Origin,
    Passage,
    Piece,
    Run,
    Runs,
    Why,
)

__all__ = [
    "Around", "Block", "Direction", "Entry", "Line", "Link", "Origin", "Page", "Pair", "Passage", "Piece", "Renewal",
    "Run", "Runs", "Side", "Why",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a theme that asks for contrast."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page with its name in the margin."""

    anchor: str
    title: str
    question: str | None
    lines: tuple[Line, ...]
    sides: tuple[Side, ...] = ()
    note: tuple[str, ...] = ()
    """The analyst's paragraphs, their words alone."""
    typed: tuple[Passage, ...] = ()
    """The same as it is set."""
    empty: str = ""
    """What stands for statements where there are none."""
    least: int | None = None
    """Points that the block must be high on paper, where its margin is taller than its statements."""
    more: str | None = None
    """How many statements stand in no story above."""
    storied: bool = False
    """Whether the brief is of many articles: lines are heads of stories, set alike, and what follows each."""
    asked: bool = True
    """Whether paper has room for its question."""
    kept: int = 2
    """How many of its lines stand on the page where it begins."""
    above: str | None = None
    """What refers to the top line that tells its first story; what of it follows stands first among the lines."""
    above_anchor: str | None = None
    """Id of that top line on the page."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements side by side."""

    matter: str
    why: str
    a: Line
    b: Line


@dataclass(frozen=True, slots=True)
class Renewal:
    """What changed since the issue before."""

    new: tuple[Line, ...]
    changed: tuple[Pair, ...]
    repeated: str | None
    quiet: str | None
    more: str | None
    """New statements that are not printed here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in the list."""

    n: int
    anchor: str
    back: str | None
    """Anchor of the first statement that is printed from it."""
    back_name: str
    """What that link is, for those who hear the page."""
    title: str
    outlet: str | None
    language: str | None
    direction: Direction | None
    facts: str
    """Outlet, kind, author, date, or what is not known of them."""
    share: str
    link: str | None
    site: str | None
    """The link's host, as a name for it."""
    summary: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that is printed."""

    title: str
    short_title: str
    """The title as the running head holds it."""
    language: str
    """Of our own words on the page."""
    direction: Direction | None
    """Where the page runs from the right."""
    titles_language: str | None
    """Of the page's title, its sections' titles and their questions, where it is not the page's."""
    titles_direction: Direction | None
    """Their direction, where it is not the page's."""
    say: Mapping[str, str]
    """Our own words by their key, table ``[say]`` of ``templates/words/CODE.toml``; templates have them as ``say``."""
    blocks: tuple[PageBlock, ...]
    """The blocks that are shown, in the order of the page; the sources always are, and at the end unless named."""
    kicker: tuple[str, ...]
    """What stands above the title: that this is a brief, the edition, its number."""
    edition: str | None
    day: str
    plain_day: str
    number: str
    gathered: str
    """How many articles there are, and what is known of their time."""
    minutes: str
    """How long reading it takes."""
    approved: str | None
    """Who let it go out."""
    marking: str | None
    accent: str
    """The one colour beside ink and grey, as it can be read by day."""
    dark_accent: str
    """The same by night."""
    paper: str
    made: str
    top_lines: tuple[Line, ...]
    """The weightiest statements."""
    renewal: Renewal | None
    """What changed since the issue before; None in the first one."""
    themes: tuple[Block, ...]
    """A block for each theme."""
    quotes: tuple[Line, ...]
    """Who said what: the quoted words, labelled with their speaker."""
    differences: tuple[Pair, ...]
    """Where the sources differ."""
    agreed: str | None
    """That nothing differs among so many statements; None where something does, or nothing was compared."""
    timeline: tuple[Line, ...]
    """Statements on what was, labelled with their date as stated."""
    ahead: tuple[Line, ...]
    """Statements on what is to come."""
    figures: tuple[Line, ...]
    """Statements labelled with the figure in them."""
    note: tuple[str, ...]
    """The analyst's paragraphs on the whole, their words alone."""
    typed: tuple[Passage, ...]
    """The same as it is set."""
    sources: tuple[Entry, ...]
    """The cited ones, with all that is known."""
    others: tuple[Entry, ...]
    """The first of those that are not cited, a line each."""
    uncited: int
    """How many more there are."""
    more_uncited: str | None
    """The same in words."""
    skipped: tuple[tuple[str, str], ...]
    """What was not read, and why: the first ten."""
    unnamed: int
    """How many more there are."""
    more_unnamed: str | None
    """The same in words."""
    coverage: str
    length: str | None
    """That its length was estimated, or by how much the edition runs over it; None where there is nothing to say."""
    failed: str
    build: str
    pledge: str
    compact: bool = False
    """Whether each source has but half a line of its own."""
    pictures: Gallery | None = None
    """Who reports on what, and when; None where there is nothing to look at."""
    logo: str | None = None
    """A picture as a ``data:`` URL."""
    parted: str | None = None
    """In a mail that would be too long: what the full edition has and this has not."""

    def dotted(self, *parts: str | None) -> str:
        """Join what is there of parts of which each stands for itself."""
        return f" {self.say['dot']} ".join(part for part in parts if part)

    @property
    def rtl(self) -> bool:
        """Whether the page runs from the right."""
        return self.direction == "rtl"
