"""A theme's statements as they compete for the room of an edition, and which of them speaks for it above all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Audience, Length, Reading, Theme
from briefing.sections.lines import Line
from briefing.sections.prose import verbal
from briefing.sections.sides import balanced, sided
from briefing.sections.stories import Heap, heap
from briefing.sections.variety import ranked

SHORT = 600  # an edition of fewer words is about a page
TAKES_A_SIDE = 0.5  # what it counts for a top line that its speaker is for something or against it


@dataclass(frozen=True, slots=True)
class Drawn:
    """A theme's statements as they compete for room."""

    found: Sequence[Line]
    kept: tuple[Line, ...]
    """The first to stay longest."""
    heap: Heap | None
    paired: bool

    def head(self, reading: Reading, without: frozenset[int] = frozenset()) -> tuple[int, Line] | None:
        """Give the statement that speaks for the theme above all, with how many sources' story it opens.

        Of a heap it is the lead of the largest story that several sources tell; elsewhere, with 0, the weightiest.
        ``without``: statements that an editor wants elsewhere.
        """
        telling = [line for line in self.kept if without.isdisjoint(line.members) and _tells(line, reading)]
        if self.heap and not self.paired:
            wide = {
                story[0].first: size for story, size in zip(self.heap.stories, self.heap.sizes, strict=False)
            }
            leads = [line for line in telling if line.first in wide]
            if leads:
                return wide[leads[0].first], leads[0]
        return (0, _spoken(telling, reading)) if telling else None

    def below(self, above: set[int]) -> tuple[Line, ...]:
        """Give what a section prints below the top lines: not these again in a heap, which has more to tell."""
        if self.heap is None or self.paired:
            return self.kept
        pinned = {line.first for line in self.kept if line.pinned}
        return self.heap.ranked(len(self.kept), without=above - pinned) or self.kept


def draw(
    theme: Theme,
    found: Sequence[Line],
    reading: Reading,
    by: tuple[Audience, int | None, Mapping[int, str | None]],
) -> Drawn:
    """Choose a theme's statements, as many as its share (None: no bound) and its own limit allow."""
    audience, share, told_in = by
    found = sided(theme, found, reading) if theme.contrast else found
    more = share + 1 if share and theme.contrast else share  # its sides stand beside each other
    size = max(_least(more, theme.max_sentences, len(found)), sum(line.pinned for line in found))
    bounded = audience.length != Length()
    stories = heap(found, reading, size, bounded=bounded, at_home=told_in)
    kept = stories.ranked(size) if stories else ranked(found, reading, size, bounded=bounded)
    both = None
    if theme.contrast and theme.max_sentences != 1:
        both = balanced(kept, found, reading, short=short(audience))
    return Drawn(found, both or kept, stories, both is not None)


def short(audience: Audience) -> bool:
    """Tell whether an edition is about a page long."""
    return audience.length.words is not None and audience.length.words < SHORT


def _least(*bounds: int | None) -> int:
    return min(bound for bound in bounds if bound is not None)


def _tells(line: Line, reading: Reading) -> bool:
    """Tell whether a line says something: a caption or a greeting is no top line."""
    return all(verbal(reading.statements[member]) for member in line.members)


def _spoken(found: Sequence[Line], reading: Reading) -> Line:
    said = [line for line in found if any(reading.statements[member].speakers for member in line.members)]
    return min(said or found, key=lambda line: (-line.value - _sided(line, reading), line.first))


def _sided(line: Line, reading: Reading) -> float:
    return TAKES_A_SIDE * any(reading.statements[member].stance is not None for member in line.members)
