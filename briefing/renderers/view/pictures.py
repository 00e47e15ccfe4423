"""What people would rather look at: who reports on what and how much, and when; drawn alike on paper and screen.

Pure geometry in units of an SVG's ``viewBox``: a template draws the shapes. Letters stay outside (a title is a cell of
the page, which wraps and runs from the right where its script does), but for figures and the short days of the axis.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

WIDTH = 300.0
_DOTS, _WIDEST, _HIGH, _RADIUS = 204.0, 18.0, 15.0, 5.0
"""Room of all columns, width of a column where they are few, height of a row, its largest dot."""
_APART, _FIGURES = 12.0, 26.0
"""Between the columns and the bars; behind the longest bar, for four figures."""
COLUMNS = 17
"""Sources that have a column of their own; where there are more, columns are of outlets, the last of all others."""
_LONGEST_NAME, _TURN = 18, 50.0
"""Letters of an outlet above its column, and the degrees by which they lean."""
_JOINED = 0x590
"""From here on scripts run from the right or join their letters."""
LETTER = 4.7
"""Units of a letter of the axis, on average, at its size of 9."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A dot (``r``), a bar (``width``, ``height``), a rule (``to``) or letters (``text``) at ``x``, ``y``."""

    kind: Literal["dot", "bar", "rule", "text"]
    x: float
    y: float
    r: float = 0.0
    width: float = 0.0
    height: float = 0.0
    to: tuple[float, float] = (0.0, 0.0)
    text: str = ""
    anchor: Literal["start", "middle", "end"] = "middle"
    turn: float = 0.0
    """Degrees by which letters are turned around their place, clockwise."""
    strong: bool = False
    """Whether it is drawn in the accent."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with the words that stand for it."""

    width: float
    height: float
    alternative: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A theme of the matrix."""

    title: str
    anchor: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of a page."""

    heads: Drawing | None
    """The numbers of the sources, above the rows."""
    rows: tuple[Row, ...]
    """Who reports on what, and how much in all; empty with a single theme or source."""
    axis: Drawing | None
    """Dated statements around the brief's day."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much is reported on a theme: source number → its statements, printed or not."""

    title: str
    anchor: str
    counts: Mapping[int, int]

    @property
    def total(self) -> int:
        """Count the statements."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Column:
    """Sources that share a column, and what stands above it."""

    label: str
    sources: tuple[int, ...]
    rest: bool = False
    """Whether it is that of all the others."""

    def of(self, tally: Tally) -> int:
        """Count the statements of a theme."""
        return sum(tally.counts.get(source, 0) for source in self.sources)


def columns(tallies: Sequence[Tally], outlets: Mapping[int, str]) -> tuple[Column, ...]:
    """Share out the sources: a column each, or where they are too many one for each outlet that tells most.

    ``outlets``: source → name, as far as known. The sources of other outlets, and of none, have the last column.
    """
    sources = sorted({source for tally in tallies for source in tally.counts})
    if len(sources) <= COLUMNS:
        return tuple(Column(str(source), (source,)) for source in sources)
    known: dict[str, list[int]] = {}
    for source in sources:
        if source in outlets:
            known.setdefault(outlets[source], []).append(source)
    found = [Column(name, tuple(held)) for name, held in known.items()]
    ranked = sorted(found, key=lambda one: (-sum(map(one.of, tallies)), one.label))[: COLUMNS - 1]
    placed = {source for column in ranked for source in column.sources}
    rest = tuple(source for source in sources if source not in placed)
    return (*ranked, Column(f"+{len(rest)}", rest, rest=True)) if rest else tuple(ranked)


def heads(shared: Sequence[Column], alternative: str) -> Drawing:
    """Write above the columns what they are: numbers upright, names leaning."""
    labels = [_written(column) for column in shared]
    if not any(label[0].isalpha() for label in labels):
        shapes = [Shape("text", _at(n, shared), 10, text=label) for n, label in enumerate(labels)]
        return Drawing(WIDTH, 14, alternative, tuple(shapes))
    high = round(max(map(len, labels)) * LETTER * math.sin(math.radians(_TURN))) + 10
    leaning = (
        Shape("text", _at(n, shared) + 2, high - 4, text=label, anchor="start", turn=-_TURN)
        for n, label in enumerate(labels)
    )
    return Drawing(WIDTH, high, alternative, tuple(leaning))


def _written(column: Column) -> str:
    """Cut a name; one in a script that joins its letters, which an SVG on paper cannot, gives its first source."""
    name = column.label
    if not drawable(name):
        return str(column.sources[0])
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def row(tally: Tally, shared: Sequence[Column], alternative: str, *, most: int, heaviest: int) -> Drawing:
    """Draw a theme: a dot for each column, its area the statements; a bar for all of them, and their number.

    ``most``: the statements of the largest dot of the picture, ``heaviest``: of its longest bar.
    """
    middle = _HIGH / 2
    shapes = [Shape("rule", 0, _HIGH - 0.25, to=(WIDTH, _HIGH - 0.25))]
    for n, column in enumerate(shared):
        if count := column.of(tally):
            shapes.append(Shape("dot", _at(n, shared), middle, r=_size(count, most)))
    begin = _at(len(shared), shared) - _pitch(shared) / 2 + _APART
    length = rounded((WIDTH - begin - _FIGURES) * tally.total / heaviest) if heaviest else 0.0
    if length:
        shapes.append(Shape("bar", rounded(begin), middle - 3, width=length, height=6, strong=True))
    total = Shape("text", rounded(begin + length + 4), middle + 3.2, text=f"{tally.total}", anchor="start")
    shapes.append(total)
    return Drawing(WIDTH, _HIGH, alternative, tuple(shapes))


def _size(count: int, most: int) -> float:
    """Give a dot's radius: its area is the statements, within what can be seen and what a column holds."""
    return rounded(min(_RADIUS, max(1.4, _RADIUS * math.sqrt(count / (most or count)))))


def largest(tallies: Sequence[Tally], shared: Sequence[Column]) -> int:
    """Count the statements of the fullest cell; the rest of a heap would make all others specks."""
    return max((column.of(tally) for tally in tallies for column in shared if not column.rest), default=0)


def drawable(letters: str) -> bool:
    """Tell whether an SVG on paper can set these letters."""
    return all(ord(letter) < _JOINED for letter in letters)


def mirrored(drawing: Drawing) -> Drawing:
    """Turn a picture for a page that runs from the right; letters stay as they are read."""
    return replace(drawing, shapes=tuple(_mirrored(shape) for shape in drawing.shapes))


def _mirrored(shape: Shape) -> Shape:
    if shape.kind == "rule":
        return shape  # all of them go from side to side
    x = rounded(WIDTH - shape.x - shape.width)
    other: Mapping[str, Literal["start", "end"]] = {"start": "end", "end": "start"}
    return replace(shape, x=x, anchor=other.get(shape.anchor, shape.anchor), turn=-shape.turn)


def _pitch(shared: Sequence[Column]) -> float:
    return min(_WIDEST, _DOTS / len(shared))


def _at(column: int, shared: Sequence[Column]) -> float:
    """Give the middle of a column."""
    return rounded(_pitch(shared) * (column + 0.5))


def rounded(number: float) -> float:
    """Give a coordinate in as many digits as anybody can see, so that pages stay small and repeatable."""
    return round(number, 2)
