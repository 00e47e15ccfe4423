"""A draft: an edition at its fullest with the order in which its sentences give way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Audience, Brief, Reading
from briefing.sections.assembly import LIST, NAME, NAMES, PAIRS, PICTURES, assemble
from briefing.sections.choice import Choice, Pick, choose
from briefing.sections.drawn import short
from briefing.sections.edition import Edition, Refused
from briefing.sections.extras import BlockName, of
from briefing.sections.frame import Frame
from briefing.sections.leading import Together
from briefing.sections.lines import FULL, RIGHTS, Line, lines
from briefing.sections.met import met
from briefing.sections.rights import Rights

_LISTED = ((LIST, None),)
_FEW_PAGES = 2
"""So many pages have better uses for a sixth of one."""
_TURNS = 3
"""Choices at most in which what is too much of an outlet leaves its room to other outlets."""
_FIRST_TO_GO: tuple[BlockName, ...] = ("figures", "timeline", "quotes")


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition before it is fitted."""

    reading: Reading
    edition: Edition
    choice: Choice
    left: Mapping[int, str]
    """Statement → why it is not printed."""
    giving_way: tuple[tuple[str, Line | None], ...]
    """(block, line), the first to go first; block is figures, timeline, quotes, sources or a theme's key.

    Without a line a block goes whole (``PICTURES``, ``PAIRS``) or shrinks to one line a source (``LIST``).
    """

    @property
    def floor(self) -> int:
        """Count the steps before any theme loses its strongest statement.

        One above all sections cannot be lost, and a theme with a pinned one does not fall silent.
        """
        above = {line.theme for line in self.choice.top} & set(self.choice.heaps)
        above |= {key for key, kept in self.choice.themed if any(line.pinned for line in kept)}
        strongest = {(key, kept[0].first) for key, kept in self.choice.themed if kept and key not in above}
        steps = ((block, line.first) if line else None for block, line in self.giving_way)
        return next((at for at, step in enumerate(steps) if step in strongest), len(self.giving_way))

    @property
    def held_back(self) -> bool:
        """Whether a section has more to say than its share of the edition."""
        return FULL in self.left.values()

    def after(self, count: int) -> Brief:
        """Give the brief once the first ``count`` of ``giving_way`` are gone."""
        return self._assembled(count)

    def sketch(self, count: int) -> Brief:
        """Give the same as far as pages show it: enough to measure its length."""
        return self._assembled(count, archived=False)

    def _assembled(self, count: int, *, archived: bool = True) -> Brief:
        chosen = self.choice, self.left, self.giving_way[:count]
        return assemble(self.reading, self.edition, chosen, archived=archived)


def draft(
    reading: Reading, audience: Audience, frame: Frame, pick: Pick, together: Together | None = None
) -> Draft:
    """Choose an edition's sentences. ``pick`` chooses the best set within a budget (``summarizers.pick``).

    ``together`` does so for several articles at once (``summarizers.joint.together``): the top lines of an edition
    without themes; without it these are the articles' weightiest.
    """
    edition = Edition(audience, frame, met(reading, audience, frame))
    by = pick, together
    if audience.max_words_per_source is None:
        return _drafted(reading, edition, by)[0]
    return _allowed(reading, edition, by, audience.max_words_per_source)


def _allowed(reading: Reading, edition: Edition, by: tuple[Pick, Together | None], bound: int) -> Draft:
    """Choose again while more is wanted of an outlet than may be printed, each time without what is too much."""
    rights = Rights(reading, edition, bound)
    beyond: dict[int, Line] = {}
    for turn in range(_TURNS + 1):
        full, printable = _drafted(reading, edition, by)
        refused, lines = rights.refused(full.choice, full.giving_way, printable, last=turn == _TURNS - 1)
        beyond |= {line.first: line for line in lines}
        if refused == Refused():
            break
        refused |= edition.refused
        hand = edition.hand.without(refused.statements, RIGHTS)
        edition = replace(edition, hand=hand, refused=refused)
    return replace(full, choice=replace(full.choice, beyond=tuple(beyond.values())))


def _drafted(
    reading: Reading, edition: Edition, by: tuple[Pick, Together | None]
) -> tuple[Draft, tuple[Line, ...]]:
    """Choose an edition's sentences; give also all that it could print."""
    printable, left = lines(reading, edition.audience, edition.hand, edition.refused.statements)
    choice, unchosen = choose(reading, edition, printable, by)
    return Draft(reading, edition, choice, left | unchosen, _steps(choice, edition)), printable


def _steps(choice: Choice, edition: Edition) -> tuple[tuple[str, Line | None], ...]:
    """Give the order of giving way: on few pages the pictures go first, on many last, in words they take no room."""
    rest, pages = _giving_way(choice, page=short(edition.audience)), edition.audience.length.pages
    if pages is None or not edition.shows("pictures"):
        return rest
    return (*rest, (PICTURES, None)) if pages > _FEW_PAGES else ((PICTURES, None), *rest)


def _giving_way(choice: Choice, *, page: bool) -> tuple[tuple[str, Line | None], ...]:
    """Blocks go in their order: figures, timeline, quotations, then what condenses a source, then statements.

    Of summaries every source's second sentence goes before any one's first, the last source's before all.

    Of statements the lowest rank goes first, in whichever section it stands, and of equal ranks the weakest:
    sections shrink together, and each one's strongest statement outlasts every second one. Where a theme asks for
    contrast, the other side's strongest goes between the two. On a single page the list of sources shrinks before any
    statement goes, and the names of further stories and the pairs that differ go before any theme falls silent.

    In a heap the sources are what there is most of: what condenses them and the length of their list go first of all,
    but for statements that were only drafted to fill the pages.
    """
    extras = [(block, extra.line) for block in _FIRST_TO_GO for extra in reversed(of(choice.extras, block))]
    told = [
        (at, number, index)
        for number, (_, picked) in enumerate(choice.summaries)
        for at, index in enumerate(picked)
    ]
    summed = [("sources", Line((index,), None, 0.0)) for *_, index in sorted(told, reverse=True)]
    ranks = [
        (-rank, line.value, -line.first, key, line)
        for key, kept in choice.themed
        for rank, line in _ranked(key, kept, choice)
        if not line.pinned
    ]
    ranks.sort(key=lambda row: row[:3])
    fills = _surplus(choice)
    filling = [(key, line) for *_, key, line in ranks if (key, line.first) in fills]
    ranks = [row for row in ranks if (row[3], row[4].first) not in fills]
    ranked = [(key, line) for *_, key, line in ranks]
    first = (*summed, *_LISTED, *extras) if choice.heaps else (*extras, *summed, *(_LISTED if page else ()))
    first = (*filling, *first)
    if not page:
        return (*first, *ranked, *(() if choice.heaps else _LISTED))
    weaker = sum(rank < 0 for rank, *_ in ranks)
    name, names = (((NAME, None),), ((NAMES, None),)) if choice.heaps else ((), ())
    return (*first, *ranked[:weaker], *name, (PAIRS, None), *names, *ranked[weaker:])


def _surplus(choice: Choice) -> set[tuple[str, int]]:
    """Name what sections hold beyond their share of the edition: theme and first statement."""
    if choice.usual is None:
        return set()
    return {(key, line.first) for key, kept in choice.themed for line in kept[choice.usual :]}


def _ranked(key: str, kept: Sequence[Line], choice: Choice) -> Iterator[tuple[float, Line]]:
    """Say of a theme's statements how early they go: by their place, in a heap by that of their stories."""
    paired = key in choice.paired
    heap = None if paired else choice.heaps.get(key)
    standing = heap.standing() if heap else {}
    for rank, line in enumerate(kept):
        yield 0.5 if paired and rank == 1 else standing.get(line.first, rank), line
