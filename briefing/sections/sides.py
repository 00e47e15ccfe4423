"""A theme that asks for contrast: its statements by the side that they take."""

from collections.abc import Sequence

from briefing.model import Item, Reading
from briefing.sections.lines import Line

Sides = tuple[tuple[str, tuple[str, ...]], ...]


def sides(found: Sequence[tuple[Line, Item]], reading: Reading) -> Sides | None:
    """Part a section's items by side: (side, ids); None where fewer than two sides are taken."""
    return None
