"""How much paper a brief takes: counted from characters, before anything is laid out.

Sizes are those of ``print.css``. An estimate: where an audience's own templates print more or less than ours it is as
far off as they are, until a layout has told (``measure.py``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Brief
from briefing.renderers.heights import MM
from briefing.renderers.parts import LINE, PAD, parts

_HEIGHT = {"A4": 259 * MM, "Letter": 241.4 * MM}
"""Points between the margins of a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages, by the points between their margins."""

    first: float
    other: float
    """Of every page but the first."""

    def pages(self, heights: Iterable[float]) -> float:
        """Set what no page's end parts, by its heights, on pages; 1.3 is one page and three tenths of the next."""
        full, high, room = 0, 0.0, self.first
        for height in heights:
            if high and high + height + PAD > room:
                full, high, room = full + 1, PAD + LINE, self.other
            high += height
            while high > room:
                full, high, room = full + 1, high - room, self.other
        return full + high / room


def paper(brief: Brief) -> Paper:
    """Give the paper that our templates are set on."""
    height = _HEIGHT[brief.look.page_size]
    return Paper(height, height)


def pages(brief: Brief) -> float:
    """Estimate a brief's pages of its paper; 1.3 is one page and three tenths of the next."""
    return paper(brief).pages(sum(atom.height for atom in part) for part in parts(brief))
