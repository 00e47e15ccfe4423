"""The style of a page as templates see it under ``style``: colours, type and space of each face; values, ready for CSS.

They come from the ``style.toml`` of every folder in the chain (``tokens.py`` reads and checks them).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page, each as ``#rrggbb``."""

    ink: str
    """What a source said."""
    grey: str
    """What we say."""
    line: str
    """Hairlines inside a block."""
    ground: str
    """What the screen and the mail stand on; paper stays white."""
    tint: str
    """Behind the analyst's note."""
    accent: str
    """Numbers of sources and small labels; the audience's own ``accent`` goes before it."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type."""

    size: str
    """With its unit: ``9.3pt``."""
    leading: str
    """From line to line: with the unit, or as a multiple of the size."""

    def __str__(self) -> str:
        return f"{self.size}/{self.leading}"


@dataclass(frozen=True, slots=True)
class Face:
    """Type and space of one face."""

    serif: str
    """Families for what a source said."""
    sans: str
    """Families for what we say."""
    title: Type
    """The title of the brief."""
    long_title: Type
    """A title of more than 90 characters."""
    first: Type
    """The first top line."""
    top: Type
    """The other top lines."""
    lead: Type
    """The first statement of a section."""
    said: Type
    """Every other statement."""
    small: Type
    """Statements in tables and pairs, and what follows the lead of a story."""
    heading: Type
    """The name of a block."""
    question: Type
    """What a section asks."""
    label: Type
    """What leads a row: a figure, a date, a person, a side."""
    rail: Type
    """Who says it."""
    entry: Type
    """A source in the list."""
    between: str
    """Space between two statements."""
    around: str
    """Space above and below a hairline."""
    measure: str = ""
    """Width of what is said; in the mail of everything. Empty in print, whose three columns are fixed."""
    fold: str = ""
    """Width of the window below which the rail stands under its statement (screen), the margin above its block (phone).
    Empty in print and mail."""


@dataclass(frozen=True, slots=True)
class Style:
    """All that a desk can change about the look without a template."""

    light: Colours
    """By day, and on paper."""
    dark: Colours
    """By night: on the screen and in the mail of those who asked for it."""
    print: Face
    """The PDF; sizes in pt, space in mm."""
    screen: Face
    """The HTML page; everything in rem."""
    phone: Face
    """The HTML page where it is narrow; what is not set here is as on the screen."""
    mail: Face
    """The mail; everything in px."""
