"""An edition as it is asked for: for whom, with what blocks, and what may not be printed in it."""

from dataclasses import dataclass, field

from briefing.model import Audience, PageBlock
from briefing.sections.frame import Frame
from briefing.sections.hand import NOTHING, Hand


@dataclass(frozen=True, slots=True)
class Refused:
    """What may not be printed, as enough of its source is."""

    statements: frozenset[int] = frozenset()
    told: frozenset[str] = frozenset()
    """Ids of what the issue before told."""

    def __or__(self, other: "Refused") -> "Refused":
        return Refused(self.statements | other.statements, self.told | other.told)


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is made by."""

    audience: Audience
    frame: Frame
    hand: Hand = NOTHING
    refused: Refused = field(default_factory=Refused)

    def shows(self, block: PageBlock) -> bool:
        """Tell whether it has a block: what it does not show is not chosen."""
        return block in self.audience.look.blocks

    @property
    def barred(self) -> frozenset[int]:
        """Statements that are printed nowhere."""
        return self.hand.gone | self.refused.statements
