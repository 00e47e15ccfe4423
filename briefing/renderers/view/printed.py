"""A statement and a note, ready to print: the words of the page that its blocks are made of."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a statement: the source's words, or a bracket of the editor's."""

    text: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement comes from: what the rail says, and what a reader sees who asks further."""

    n: int
    anchor: str
    """Id of its entry among the sources."""
    outlet: str
    detail: str | None
    """Kind and date, as far as known."""
    title: str | None
    place: str
    """Where in the file the words stand."""
    through: str | None = None
    """Who says it through this source, where that is not the outlet."""
    titled: bool = False
    """Whether the article's title, cut, stands for an outlet that is not known."""


@dataclass(frozen=True, slots=True)
class Link:
    """A number that leads somewhere on the page."""

    n: int
    anchor: str
    name: str = ""
    """What it leads to, for those who hear the page: ``Source 3``."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a statement stands where it does; the screen alone shows it, folded."""

    score: str
    parts: tuple[str, ...]
    """Each reason with its points."""
    speakers: tuple[str, ...]
    """Who speaks, and how that was found."""
    heading: str | None
    runner_up: str | None
    """The theme that comes next, with its score."""


@dataclass(frozen=True, slots=True)
class Around:
    """A statement between its neighbours in the article; the screen alone shows them, folded."""

    before: str | None
    text: str
    """The whole sentence, where the page prints a part of it or puts a bracket into it too."""
    after: str | None
    link: str | None
    """Address of the original, with the words to be marked there."""
    original: str | None
    """What the link says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, ready to print. The pieces that are not ours, joined, are the source's words and nothing else."""

    item: str
    anchor: str
    """Its id on the page; a sentence that is printed again gets another one."""
    pieces: tuple[Piece, ...]
    language: str | None
    """Where it is not the brief's."""
    direction: Direction | None
    """Where it is not the page's."""
    speaker: str | None
    """Who says a quotation that stands without its speaker."""
    origin: Origin
    also: tuple[Link, ...] = ()
    label: str | None = None
    """What leads the row: a figure, a date, a person, a side."""
    note: str | None = None
    why: Why | None = None
    """None where no theme has it."""
    follows: bool = False
    """Whether it stands under the lead of its story."""
    around: Around | None = None
    """Where it stands in its article."""
    more: str | None = None
    """What is said beside the last line of a story: how many statements on it are not printed."""

    @property
    def text(self) -> str:
        """The source's words alone."""
        return "".join(piece.text for piece in self.pieces if not piece.ours)

    @property
    def marked(self) -> str:
        """The words with the editor's brackets."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a note that are set alike."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    """An address of the web."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a note, or a list in it."""

    runs: Runs = ()
    """Of a paragraph; empty for a list."""
    items: tuple[Runs, ...] = ()
    """Of a list, those of lists within it among them; empty for a paragraph."""
    ordered: bool = False
