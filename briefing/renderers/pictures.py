"""What people would rather look at: who reports on what and how much, and when; drawn alike on paper and screen.

Pure geometry in units of an SVG's ``viewBox``: a template draws the shapes. Letters stay outside (a title is a cell of
the page, which wraps and runs from the right where its script does), but for figures and the short days of the axis.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

WIDTH = 300.0
_DOTS, _WIDEST, _HIGH, _RADIUS = 204.0, 18.0, 15.0, 5.0
"""Room of all columns, width of a column where they are few, height of a row, its largest dot."""
_APART, _FIGURES = 12.0, 26.0
"""Between the columns and the bars; behind the longest bar, for four figures."""
COLUMNS = 17
"""Sources that have a column of their own; where there are more, the last column is for the others."""
_AXIS, _TALL = 30.0, 46.0
_LETTER = 4.7
"""Units of a letter of the axis, on average, at its size of 9."""
_BEFORE, _AFTER = 31, 92
"""Days around the brief's own that the axis shows at most: a month back, and three ahead."""


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
class Day:
    """A dated statement: its day, that day in few letters, and its source."""

    day: date
    label: str
    source: int


def columns(tallies: Sequence[Tally]) -> tuple[tuple[int, ...], ...]:
    """Share out the sources: one to a column, the last column for the rest; those with most to tell have their own."""
    total: dict[int, int] = {}
    for tally in tallies:
        for source, count in tally.counts.items():
            total[source] = total.get(source, 0) + count
    ranked = sorted(total, key=lambda source: (-total[source], source))
    if len(ranked) <= COLUMNS:
        return tuple((source,) for source in sorted(ranked))
    own = sorted(ranked[: COLUMNS - 1])
    return (*((source,) for source in own), tuple(sorted(ranked[COLUMNS - 1 :])))


def heads(shared: Sequence[tuple[int, ...]], alternative: str) -> Drawing:
    """Draw the numbers above the columns, of every second one where they would touch; ``+n`` above the rest."""
    step = 2 if any(len(str(column[0])) > 2 for column in shared) else 1
    shapes = [
        Shape("text", _at(n, shared), 10, text=str(column[0]) if len(column) == 1 else f"+{len(column)}")
        for n, column in enumerate(shared)
        if len(column) > 1 or (len(shared) - 1 - n) % step == 0 or step == 1
    ]
    return Drawing(WIDTH, 14, alternative, tuple(shapes))


def row(
    tally: Tally, shared: Sequence[tuple[int, ...]], alternative: str, *, most: int, heaviest: int
) -> Drawing:
    """Draw a theme: a dot for each column, its area the statements; a bar for all of them, and their number.

    ``most``: the statements of the largest dot of the picture, ``heaviest``: of its longest bar.
    """
    middle = _HIGH / 2
    shapes = [Shape("rule", 0, _HIGH - 0.25, to=(WIDTH, _HIGH - 0.25))]
    for n, column in enumerate(shared):
        if count := sum(tally.counts.get(source, 0) for source in column):
            shapes.append(
                Shape("dot", _at(n, shared), middle, r=_round(max(1.2, _RADIUS * math.sqrt(count / most))))
            )
    begin = _at(len(shared), shared) - _pitch(shared) / 2 + _APART
    length = _round((WIDTH - begin - _FIGURES) * tally.total / heaviest) if heaviest else 0.0
    if length:
        shapes.append(Shape("bar", _round(begin), middle - 3, width=length, height=6, strong=True))
    total = Shape("text", _round(begin + length + 4), middle + 3.2, text=f"{tally.total}", anchor="start")
    shapes.append(total)
    return Drawing(WIDTH, _HIGH, alternative, tuple(shapes))


def largest(tallies: Sequence[Tally], shared: Sequence[tuple[int, ...]]) -> int:
    """Count the statements of the fullest cell."""
    cells = (sum(tally.counts.get(source, 0) for source in column) for tally in tallies for column in shared)
    return max(cells, default=0)


def axis(days: Sequence[Day], today: date, label: str, alternative: str) -> Drawing | None:
    """Draw dated statements on their days, the brief's own day marked; None where fewer than two days are near it."""
    first, last = today - timedelta(days=_BEFORE), today + timedelta(days=_AFTER)
    near = [one for one in days if first <= one.day <= last]
    if len({one.day for one in near}) < 2:
        return None
    begin, end = min(today, *(one.day for one in near)), max(today, *(one.day for one in near))
    place = {
        at: 14 + (WIDTH - 28) * (at - begin).days / (end - begin).days
        for at in {today, *(one.day for one in near)}
    }
    counts: dict[date, int] = {}
    for one in near:
        counts[one.day] = counts.get(one.day, 0) + 1
    most = max(counts.values())
    shapes = [
        Shape("rule", 0, _AXIS, to=(WIDTH, _AXIS)),
        Shape("bar", _round(place[today]) - 0.5, 8, width=1, height=_AXIS - 8, strong=True),
        Shape("text", *_kept(place[today], 6, label), text=label, strong=True),
    ]
    for at in sorted(counts):
        size = _round(max(2.5, _RADIUS * math.sqrt(counts[at] / most)))
        shapes.append(Shape("dot", _round(place[at]), _AXIS, r=size))
    return Drawing(WIDTH, _TALL, alternative, (*shapes, *_ticks(near, place)))


def _ticks(near: Sequence[Day], place: Mapping[date, float]) -> list[Shape]:
    """Write each day under its dot, unless it would touch the one before."""
    shapes, free = [], -math.inf
    for at, label in sorted({one.day: one.label for one in near}.items()):
        x, y = _kept(place[at], _AXIS + 14, label)
        half = _LETTER * len(label) / 2
        if x - half > free:
            shapes.append(Shape("text", x, y, text=label))
            free = x + half + _LETTER
    return shapes


def _kept(x: float, y: float, label: str) -> tuple[float, float]:
    """Keep the letters around a place inside the picture."""
    half = _LETTER * len(label) / 2
    return _round(min(max(x, half), WIDTH - half)), y


def mirrored(drawing: Drawing) -> Drawing:
    """Turn a picture for a page that runs from the right; letters stay as they are read."""
    return replace(drawing, shapes=tuple(_mirrored(shape) for shape in drawing.shapes))


def _mirrored(shape: Shape) -> Shape:
    if shape.kind == "rule":
        return shape  # all of them go from side to side
    x = _round(WIDTH - shape.x - shape.width)
    other: Mapping[str, Literal["start", "end"]] = {"start": "end", "end": "start"}
    return replace(shape, x=x, anchor=other.get(shape.anchor, shape.anchor))


def _pitch(shared: Sequence[tuple[int, ...]]) -> float:
    return min(_WIDEST, _DOTS / len(shared))


def _at(column: int, shared: Sequence[tuple[int, ...]]) -> float:
    """Give the middle of a column."""
    return _round(_pitch(shared) * (column + 0.5))


def _round(number: float) -> float:
    return round(number, 2)
