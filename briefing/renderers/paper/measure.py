"""How much paper a brief takes as it is laid out, and what that tells of the same brief with less in it.

A layout shows how high each part of a page is. What an estimate was wrong by then is known part by part, so that the
parts of a shorter brief can be added up without laying it out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from briefing.model import Brief
from briefing.renderers.paper.engine import no_collector
from briefing.renderers.paper.estimate import Paper
from briefing.renderers.paper.heights import Atom
from briefing.renderers.paper.parts import parts

PIXEL = 0.75
"""Points of WeasyPrint's unit."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a layout tells of its edition."""

    paper: Paper
    more: Mapping[str, float] = field(default_factory=dict)
    """Points by which atoms are higher than estimated, by their names."""
    scale: float = 1.0
    """How high the others are, for each point estimated."""
    drift: float = 0.0
    """Pages that the layout took more than its parts, added up."""


class Mark(NamedTuple):
    """Where an element stands."""

    page: int
    top: float
    """Points below the first line of its page."""
    height: float


class Laid(NamedTuple):
    """A layout, as far as its length tells."""

    pages: float
    paper: Paper
    marks: Mapping[str, Mark]
    end: Mark
    """Where the last line ends."""


def guess(brief: Brief, known: Known) -> float:
    """Estimate a brief's pages from what a layout of a fuller or shorter one told."""
    return known.drift + known.paper.pages(parts(brief), partial(_high, known))


def lay_out(brief: Brief) -> tuple[float, Known]:
    """Lay out a brief; give its pages, 1.3 for one page and three tenths of the next, and what that tells of others.

    Raises NoPango where the system lacks it, TemplateError for a template that cannot be used.
    """
    from briefing.renderers import pdf

    with no_collector():
        seen = laid(pdf.document(brief))
    return seen.pages, _learned(brief, seen)


def _high(known: Known, atom: Atom) -> float:
    if atom.name is None:
        return atom.height
    more = known.more.get(atom.name)
    return atom.height * known.scale if more is None else atom.height + more


def _learned(brief: Brief, seen: Laid) -> Known:
    """Hold the height of each atom that is found on the page against its estimate."""
    more: dict[str, float] = {}
    estimated = real = 0.0
    for atom, high, room in _compared(brief, seen):
        more[atom.name or ""] = room - high
        estimated, real = estimated + high, real + room
    known = Known(seen.paper, more, real / estimated if estimated else 1.0)
    return Known(known.paper, more, known.scale, seen.pages - guess(brief, known))


def _compared(brief: Brief, seen: Laid) -> Iterator[tuple[Atom, float, float]]:
    """Give each atom that is found, the estimate of it with what follows unfound, and how high both are.

    What stands below the last one counts for the end: there a page has what no estimate knows of.
    """
    atoms = [atom for part in parts(brief) for atom in part.atoms]
    found = [at for at, atom in enumerate(atoms) if atom.anchor in seen.marks]
    for at, after in pairwise(found):
        here, there = (seen.marks[atoms[one].anchor] for one in (at, after))
        if here.page == there.page:
            room = there.top - atoms[after].above - here.top + atoms[at].above
            yield atoms[at], sum(atom.height for atom in atoms[at:after]), room
        elif after == at + 1 and not atoms[at].within:
            yield atoms[at], atoms[at].height, here.height + atoms[at].above
    if found and seen.marks[atoms[found[-1]].anchor].page == seen.end.page:
        last = atoms[found[-1]]
        room = seen.end.top - seen.marks[last.anchor].top + last.above
        yield atoms[-1], sum(atom.height for atom in atoms[found[-1] :]), room


def laid(document: Any) -> Laid:  # noqa: ANN401
    """Read a laid out WeasyPrint document: where every element with an id begins, and where the text ends."""
    boxes = [page._page_box for page in document.pages]
    marks: dict[str, Mark] = {}
    bottom = 0.0
    for number, box in enumerate(boxes):
        bottom = 0.0
        origin = box.content_box_y()
        for child in _blocks(box.children[0]):
            top = (child.border_box_y() - origin) * PIXEL
            high = child.border_height() * PIXEL
            bottom = max(bottom, top + high) if child.element_tag not in {"html", "body"} else bottom
            anchor = child.element.get("id") if child.element is not None else None
            if anchor and anchor not in marks:
                marks[anchor] = Mark(number, top, high)
    heights = [box.height * PIXEL for box in boxes]
    end = Mark(len(boxes) - 1, bottom, 0.0)
    sheet = Paper(heights[0], heights[1] if len(boxes) > 1 else heights[0])
    return Laid(len(boxes) - 1 + bottom / heights[-1], sheet, marks, end)


def _blocks(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give a box and every box in it, in their order: what is placed out of the flow takes no room."""
    yield box
    for child in getattr(box, "children", ()):
        if child.is_in_normal_flow():
            yield from _blocks(child)
