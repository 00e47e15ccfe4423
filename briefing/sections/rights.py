"""Rights: at most so many words printed of any one outlet, in all blocks together.

What counts are the words that are reproduced: a passage once, however often an edition prints it. Whole statements
are printed or none of their words. An article whose outlet nobody knows is an outlet by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.model import Outlet, Reading, Source, SourceEntry, Told
from briefing.sections.choice import Choice
from briefing.sections.edition import Edition, Refused
from briefing.sections.lines import Line
from briefing.sections.press_list import outlet_of
from briefing.text.shown import shown
from briefing.text.tokens import count_words

Step = tuple[str, Line | None]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that an edition wants to reproduce: a statement of today, or what the issue before told."""

    owner: str
    key: int | str
    """Index of the statement, or id of what was told."""
    words: int


@dataclass(slots=True)
class Ledger:
    """What each outlet has had printed."""

    bound: int
    spent: dict[str, int] = field(default_factory=dict)
    taken: set[int | str] = field(default_factory=set)
    """Keys of their passages."""
    over: set[str] = field(default_factory=set)
    """Outlets that more was wanted of than may be printed."""

    def take(self, passages: Iterable[Passage]) -> bool:
        """Print passages if all of them may be printed."""
        fresh = [one for one in dict.fromkeys(passages) if one.key not in self.taken]
        sums: dict[str, int] = {}
        for one in fresh:
            sums[one.owner] = sums.get(one.owner, self.spent.get(one.owner, 0)) + one.words
        full = {owner for owner, words in sums.items() if words > self.bound}
        if full:
            self.over |= full
            return False
        self.spent |= sums
        self.taken.update(one.key for one in fresh)
        return True


class Rights:
    """Holds what an edition chose against what may be printed."""

    def __init__(self, reading: Reading, edition: Edition, bound: int) -> None:
        self._reading, self._edition, self._bound = reading, edition, bound
        self._outlets = edition.frame.outlets
        self._owners = {article.id: owner(article.source, self._outlets) for article in reading.articles}

    def refused(
        self, choice: Choice, steps: Sequence[Step], printable: Sequence[Line], *, last: bool = False
    ) -> tuple[Refused, tuple[Line, ...]]:
        """Say what may not be printed beside the strongest that may, and which chosen lines are among it.

        What stays longest in an edition comes first: pins, top lines, changes, pairs that differ, then what gives way
        last. What is left of an outlet's words goes to its strongest other lines, so that what may be printed of it is
        settled. ``last``: it is of every outlet, so that nothing can be too much any more.
        """
        ledger = Ledger(self._bound)
        beyond = [line for line in _before(choice) if not ledger.take(self._line(line))]
        for then, entry, index in choice.renewal.changed if choice.renewal else ():
            ledger.take((self._then(then, entry), self._passage(index)))
        for pair in choice.pairs:
            ledger.take((self._passage(pair.a), self._passage(pair.b)))
        beyond += [line for _, line in reversed(steps) if line and not ledger.take(self._line(line))]
        if not ledger.over:
            return Refused(), ()
        settled = frozenset(self._owners.values() if last else ledger.over)
        weights = self._reading.weights[self._edition.audience.method]
        mine = [index for index in range(len(weights)) if self._owner(index) in settled]
        for line in sorted(printable, key=lambda line: (-line.value, line.first)):
            if self._owner(line.first) in settled:
                ledger.take(self._line(line))
        for index in sorted(mine, key=lambda index: (-weights[index], index)):
            ledger.take((self._passage(index),))
        return Refused(
            frozenset(mine) - ledger.taken, self._then_of(settled, last=last) - ledger.taken
        ), tuple(beyond)

    def _then_of(self, settled: frozenset[str], *, last: bool) -> frozenset[str]:
        """Give the ids of what the issue before told of outlets, some of which today has no article of."""
        since = self._edition.frame.since
        passages = ((then.id, self._then(then, entry)) for then, entry, _ in (since.changed if since else ()))
        return frozenset(key for key, one in passages if last or one.owner in settled)

    def _line(self, line: Line) -> Iterator[Passage]:
        return map(self._passage, line.members)

    def _passage(self, index: int) -> Passage:
        text = self._reading.statements[index].sentence.text
        return Passage(self._owner(index), index, count_words(text))

    def _owner(self, index: int) -> str:
        return self._owners[self._reading.statements[index].sentence.article.id]

    def _then(self, then: Told, entry: SourceEntry) -> Passage:
        known = _owner(entry.name, entry.url, self._outlets) or f"{entry.digest}:{entry.part}"
        return Passage(known, then.id, count_words(then.text))


def _before(choice: Choice) -> Iterator[Line]:
    """Give the lines that never give way, those that an editor pinned first."""
    for _, kept in choice.themed:
        yield from (line for line in kept if line.pinned)
    yield from sorted(choice.top, key=lambda line: not line.pinned)
    yield from choice.renewal.new if choice.renewal else ()


def owner(source: Source, outlets: tuple[Outlet, ...]) -> str:
    """Name whose words an article's are: its outlet's, as the desk knows it or as the article says, else its own."""
    return _owner(source.outlet, source.url, outlets) or f"{source.digest}:{source.part}"


def _owner(name: str | None, url: str | None, outlets: tuple[Outlet, ...]) -> str | None:
    outlet = outlet_of(name, url, outlets)
    if outlet is not None:
        return f"outlet {outlet.key}"
    return f"named {shown(name).casefold()}" if name and shown(name) else None
