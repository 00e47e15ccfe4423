"""The editor's hand, as it meets what was read: which statements stay, go and move in one edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model import Edit

TOP: Final = "top_lines"
"""The section of the top lines, as an entry names it; the others are called by their themes' keys."""
NOWHERE = "its source is not among the articles"
NOBODY = "no article is from this outlet"
NO_STATEMENT = "its place is no statement of the article"
NO_SECTION = "there is no such section"
NOT_HERE = "this edition has no such section"
NOT_SHOWN = "this edition does not show the block"
OVERLAPS = "another pin holds a part of it"
NOT_PRINTED = "it does not stand in that section"
DROPPED = "dropped by the editor"


@dataclass(frozen=True, slots=True)
class Held:
    """A statement, or several in a row, that an entry pins or moves."""

    edit: Edit
    section: str
    members: tuple[int, ...]
    """Indices into ``reading.statements``; of a pin with what it leans on."""
    silent: bool = False
    """Whether it is not certain who speaks in it, so that nobody is named."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What an editor changed in an edition."""

    edits: tuple[Edit, ...] = ()
    """The entries that mean this edition, in the order of the file."""
    gone: frozenset[int] = frozenset()
    """Statements that are printed nowhere."""
    apart: frozenset[tuple[str, int]] = frozenset()
    """(section, statement): printed anywhere but there."""
    pins: tuple[Held, ...] = ()
    moves: tuple[Held, ...] = ()
    unmet: Mapping[Edit, str] = field(default_factory=dict)
    """Entries that change nothing, and why."""

    def off(self, section: str) -> frozenset[int]:
        """Give the statements that do not stand in a section."""
        return frozenset(at for key, at in self.apart if key == section)

    def moved(self, section: str) -> tuple[Held, ...]:
        """Give what moves within a section."""
        return tuple(held for held in self.moves if held.section == section)

    def without(self, refused: frozenset[int], reason: str) -> "Hand":
        """Give the same where pins of these statements are not met, for a reason."""
        left = {pin.edit: reason for pin in self.pins if refused & set(pin.members)}
        pins = tuple(pin for pin in self.pins if pin.edit not in left)
        return replace(self, pins=pins, unmet={**self.unmet, **left}) if left else self


NOTHING = Hand()
