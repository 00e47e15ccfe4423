"""How high a thing is that a brief prints: counted from the widths of letters and the sizes of ``print.css``."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.renderers.paper.widths import SEMIBOLD, lines
from briefing.renderers.view.page import Block, Entry, Line, Page, Pair
from briefing.renderers.view.pictures import Gallery

MM = 72 / 25.4
_FULL, _MIDDLE, _HALF = 176 * MM, 106 * MM, 53 * MM
"""Points a line: the whole page, a statement beside its rail, one of a pair."""
_ROW = 86 * MM
GAP, APART = 1.5 * MM, 2.4 * MM
"""Above a statement, and above a pair."""
_RULED = 3.6 * MM
FIRST = 13.6
"""The size of the first top line, the only one that is semibold."""
_SIDES = 1.6 * MM + 10 + 2 * MM
"""Above the statements of sides: a gap and their titles."""


class Atom(NamedTuple):
    """What keeps its height while other things give way."""

    height: float
    """In points, with the gap above."""
    name: str | None = None
    """The same at every step of a fitting; None: it is not found on the page, and counts as a part of what is above."""
    anchor: str = ""
    """Id of its element on the page."""
    above: float = 0.0
    """How much of the height lies above that element."""
    within: bool = False
    """Whether that element is but a part of it, or holds other atoms: its own height tells nothing."""


def masthead(page: Page) -> Atom:
    """Measure the head of the first page."""
    long = len(page.title) > 90
    title = _lines(page.title, 13.6 if long else 25, _FULL) * (17.2 if long else 27.0)
    return Atom(10 + title + 3 * MM + 1.2 + 1.6 * MM + 10.4 + 4 * MM)


def stack(
    block: str, said: Sequence[Line], size: float, *, first: float | None = None, below: bool = False
) -> list[Atom]:
    """Measure statements beside their rails; the ``first`` of a block has its own size, and no gap above."""
    atoms = []
    for at, line in enumerate(said):
        gap = GAP if at or below else 0.0
        own = size if at or first is None else first
        high = gap + max(_told(line, own), _lower(8.8 if line.follows else own) + _rail(line))
        atoms.append(Atom(high, f"{block} {own} {line.item}", line.anchor, gap))
    return atoms


def _told(line: Line, size: float) -> float:
    """Measure a statement; what follows a story's lead is set smaller, behind a rule."""
    return _said(line, 8.8, _MIDDLE - _RULED) if line.follows else _said(line, size, _MIDDLE)


def _said(line: Line, size: float, width: float) -> float:
    text = f"{line.speaker} {line.marked}" if line.speaker else line.marked
    return _lines(text, size, width, bold=size == FIRST) * _leading(size)


def _lines(text: str, size: float, width: float, *, sans: bool = False, bold: bool = False) -> int:
    return lines(text, width / (size * (SEMIBOLD if bold else 1.0)), sans=sans)


def _leading(size: float) -> float:
    """Give the distance of lines for a size of type, as the style sheet pairs them."""
    return {13.6: 17.2, 11.2: 14.8, 10.6: 13.8, 9.3: 12.4, 8.8: 11.8}[size]


def _rail(line: Line) -> float:
    origin = line.origin
    who = f"{origin.n} {origin.through or origin.outlet}"
    more = _lines(line.more, 7.4, 28 * MM, sans=True) if line.more else 0
    return 9.8 * (
        _lines(who, 7.4, 28 * MM, sans=True, bold=True) + bool(origin.detail) + bool(line.also) + more
    )


def _lower(size: float) -> float:
    """Say by how much a rail hangs lower than its statement begins, as their first lines share a base line."""
    return _leading(size) / 2 + 0.31 * size - 7.2


def aside(said: str | None) -> float:
    """Measure words of our own among the statements."""
    return 12.4 * _lines(said, 7.8, 140 * MM, sans=True) if said else 0.0


def sides(theme: Block) -> Atom:
    """Measure the sides of a theme, which stand beside one another."""
    width = (44 if len(theme.sides) == 3 else 140 if len(theme.sides) == 1 else 68) * MM
    high = _SIDES + max(_column(side.lines, width) for side in theme.sides)
    lines = [line for side in theme.sides for line in side.lines]
    above = _SIDES + 11.8 * bool(lines[0].label)
    return Atom(high, " ".join((theme.title, *(line.item for line in lines))), lines[0].anchor, above, True)


def _column(said: Sequence[Line], width: float) -> float:
    each = (11.8 * (bool(line.label) + 1) + _said(line, 8.8, width) for line in said)
    return sum(each) + GAP * max(0, len(said) - 1)


def row(block: str, line: Line, *, gap: float) -> Atom:
    """Measure a statement beside what leads it: a figure, a date, a person."""
    high = gap + max(_said(line, 8.8, _ROW), _label(line), _rail(line))
    return Atom(high, f"{block} {line.item} {line.label}", line.anchor, gap)


def _label(line: Line) -> float:
    named = _lines(line.label, 8, 21 * MM, sans=True) * 11.8 if line.label else 0.0
    return named + (_lines(line.note, 7.4, 21 * MM, sans=True) * 11.8 if line.note else 0.0)


def pair(pair: Pair, gap: float) -> Atom:
    """Measure two statements side by side, with the gap above them."""
    named = 11.8 * (
        _lines(pair.matter, 8, 19 * MM, sans=True, bold=True) + _lines(pair.why, 7.4, 19 * MM, sans=True)
    )
    high = gap + max(_half(pair.a), _half(pair.b), named)
    above = gap + 11.8 * bool(pair.a.label)
    return Atom(high, f"pair {pair.a.item} {pair.b.item}", pair.a.anchor, above, True)


def _half(line: Line) -> float:
    origin = line.origin
    who = f"{origin.n} {origin.through or origin.outlet} · {origin.detail or ''}"
    return (
        _said(line, 8.8, _HALF)
        + 9.8 * _lines(who, 7.4, _HALF, sans=True, bold=True)
        + 11.8 * bool(line.label)
    )


def typed(paragraphs: Sequence[str]) -> Atom:
    """Measure the analyst's paragraphs."""
    typed = sum(_lines(paragraph, 9.3, 130 * MM) for paragraph in paragraphs)
    return Atom(typed * 12.4 + 10 + 4 * MM)


def entry(entry: Entry, *, told: bool | None) -> Atom:
    """Measure an entry in the list; ``told``: the one before it is condensed, which sets the two further apart."""
    facts = f"{entry.facts} · {entry.share} {entry.site or ''}"
    words = f"{entry.n} {entry.title} {facts}"
    size = (8.2 * SEMIBOLD * (len(words) - len(facts)) + 7.4 * len(facts)) / len(words)
    said = " ".join(line.marked for line in entry.summary)
    summary = _lines(said, 9.3, 140 * MM) * 12.4 if said else 0.0
    gap = 0.0 if told is None else 2 * MM if said or told else 0.8 * MM
    high = gap + 11.4 * _lines(words, size, 140 * MM, sans=True, bold=True) + summary
    return Atom(high, f"source {entry.title} {entry.facts} {said}", entry.anchor, gap)


def shorts(entry: Entry) -> Atom:
    """Measure a line of two sources, by the first of them."""
    return Atom(11.4 + 0.8 * MM, "short", entry.anchor)


def others(page: Page) -> Atom:
    """Measure the line of the sources that are read and not cited."""
    named = " · ".join(f"{entry.n} {entry.title} {entry.outlet or ''}" for entry in page.others)
    told = f"Read, not cited: {named} and more, listed in brief.json"
    return Atom(2 * MM + 11.4 * _lines(told, 8.2, 140 * MM, sans=True))


def pictures(gallery: Gallery) -> Atom:
    """Measure the drawings, as wide as the style sheet sets them, with the line that says how they are read."""
    drawings = [*([gallery.heads] if gallery.heads else ()), *(row.drawing for row in gallery.rows)]
    drawn = [*drawings, *([gallery.axis] if gallery.axis else ())]
    key = 12.4 * bool(gallery.rows)
    return Atom(key + sum(92 * MM * one.height / one.width + 0.6 * MM for one in drawn), "drawn")


def small(said: str) -> float:
    """Measure what was not read, and why."""
    return 10.6 * _lines(said, 7.8, 140 * MM, sans=True)


def end(said: str) -> float:
    """Measure the account at the foot, with the rule above it."""
    return 1.2 + 1.6 * MM + 10 * _lines(said, 7.4, _FULL, sans=True)
