"""The days of the timeline on an axis, the brief's own among them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.renderers.view.pictures import LETTER, WIDTH, Drawing, Shape, rounded

_AXIS, _TALL = 30.0, 46.0
_BEFORE, _AFTER = 31, 31
"""Days around the brief's own that the axis shows at most: a month back and a month ahead."""


@dataclass(frozen=True, slots=True)
class Day:
    """A dated statement: its day, and that day in few letters."""

    day: date
    label: str


def axis(days: Sequence[Day], today: date, label: str, alternative: str) -> Drawing | None:
    """Draw dated statements on their days, the brief's own day marked; None where fewer than two days are near it."""
    near = [one for one in days if -_BEFORE <= (one.day - today).days <= _AFTER]
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
        Shape("bar", rounded(place[today]) - 0.5, 8, width=1, height=_AXIS - 8, strong=True),
        Shape("text", *_kept(place[today], 6, label), text=label, strong=True),
    ]
    for at in sorted(counts):
        size = rounded(max(2.2, 4 * math.sqrt(counts[at] / most)))
        shapes.append(Shape("dot", rounded(place[at]), _AXIS, r=size))
    return Drawing(WIDTH, _TALL, alternative, (*shapes, *_ticks(near, place)))


def _ticks(near: Sequence[Day], place: Mapping[date, float]) -> list[Shape]:
    """Write each day under its dot, unless it would touch the one before."""
    shapes, free = [], -math.inf
    for at, label in sorted({one.day: one.label for one in near}.items()):
        x, y = _kept(place[at], _AXIS + 14, label)
        half = LETTER * len(label) / 2
        if x - half > free:
            shapes.append(Shape("text", x, y, text=label))
            free = x + half + LETTER
    return shapes


def _kept(x: float, y: float, label: str) -> tuple[float, float]:
    """Keep the letters around a place inside the picture."""
    half = LETTER * len(label) / 2
    return rounded(min(max(x, half), WIDTH - half)), y
