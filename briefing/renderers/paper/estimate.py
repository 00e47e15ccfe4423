"""How much paper a brief takes: counted from characters, before anything is laid out.

Sizes are those of ``print.css``. An estimate: where an audience's own templates print more or less than ours it is as
far off as they are, until a layout has told (``measure.py``).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.model import Brief
from briefing.renderers.paper.heights import MM, Atom
from briefing.renderers.paper.parts import LINE, PAD, Part, parts

_HEIGHT = {"A4": 259 * MM, "Letter": 241.4 * MM}
"""Points between the margins of a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages, by the points between their margins."""

    first: float
    other: float
    """Of every page but the first."""

    def pages(self, parts: Iterable[Part], height: Callable[[Atom], float]) -> float:
        """Set parts on pages by the heights of their atoms; 1.3 is one page and three tenths of the next.

        Where a block goes on overleaf, its edges stand at the foot and at the head. WeasyPrint 70 wants that much room
        below its end too, which has its own edge.
        """
        full, high, room = 0, 0.0, self.first
        for part in parts:
            tall = sum(map(height, part.atoms))
            if high and high + tall + PAD > room:
                full, high, room = full + 1, 0.0 if part.opens else PAD + LINE, self.other
            high += tall
            while high > room:
                full, high, room = full + 1, high - room, self.other
        return full + high / room


def paper(brief: Brief) -> Paper:
    """Give the paper that our templates are set on."""
    height = _HEIGHT[brief.look.page_size]
    return Paper(height, height)


def pages(brief: Brief) -> float:
    """Estimate a brief's pages of its paper; 1.3 is one page and three tenths of the next."""
    return paper(brief).pages(parts(brief), lambda atom: atom.height)
