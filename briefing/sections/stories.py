"""A theme that is a heap: its statements by the story that they belong to, the largest and newest stories first.

A story's size is the number of its independent sources, and its newest article's date says how new it is. With few
articles a section reads as a whole, by strength and date.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Reading
from briefing.sections.lines import Line
from briefing.sections.mates import mates
from briefing.sections.order import ordered
from briefing.sections.variety import ranked

_PILE = 10  # articles that a reader holds in the head: up to so many nothing is grouped
_OPENS = 1.0  # what it counts for a lead that it opens its article: of 38 stories of a week it mends the leads of ten
_OPENING = 3  # lines that one which opens its article counts for where a story's theme is looked for
_STEP = 5  # leads of further stories that stay longer than a story's next statement: what two pages hold of a theme


@dataclass(frozen=True, slots=True)
class Heap:
    """A theme's lines, story by story; a line of no story is a story of one."""

    stories: tuple[tuple[Line, ...], ...]
    """In the order of the page; of each the lead first, then what adds most."""
    sizes: tuple[int, ...] = ()
    """Independent sources of the first stories, as far as they have several and are at home here."""

    def ranked(self, size: int, *, without: Collection[int] = ()) -> tuple[Line, ...]:
        """Give the ``size`` lines that stay longest, the longest first: a lead outlasts what follows it.

        Those that are pinned are among them. ``without``: first statements of lines that are printed elsewhere.
        """
        rows = [
            (at + _STEP * rank, rank, line)
            for at, story in enumerate(self.stories)
            for rank, line in enumerate(story)
            if line.first not in without
        ]
        lines = [line for *_, line in sorted(rows, key=lambda row: row[:2])]
        mine = {line.first for line in sorted(lines, key=lambda line: not line.pinned)[:size]}
        return tuple(line for line in lines if line.first in mine)

    def standing(self) -> Mapping[int, int]:
        """Say of each line, by its first statement, how many lines of its theme may outlast it."""
        return {
            line.first: at + _STEP * rank
            for at, story in enumerate(self.stories)
            for rank, line in enumerate(story)
        }


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as a section prints it."""

    lines: tuple[Line, ...]
    """The lead, then what follows it in the order of reading; none where nothing of it is printed."""
    hidden: tuple[Line, ...]
    top: Line | None = None
    """Its lead, where that is printed above all sections and not again."""


def is_heap(reading: Reading) -> bool:
    """Tell whether there are more articles than a reader holds in the head."""
    return len(reading.articles) > _PILE


def homes(found: Sequence[Line], reading: Reading) -> Mapping[int, str | None]:
    """Say in which theme a story is at home: number of the story → theme with most of its lines, of equals the first.

    A line that opens its article counts for several: there stands what has happened, elsewhere what came of it.
    """
    story = _numbers(reading)
    told: dict[int, Counter[str | None]] = {}
    for line in found:
        if line.first in story:
            told.setdefault(story[line.first], Counter())[line.theme] += (
                _OPENING if _opens(line, reading) else 1
            )
    return {number: counts.most_common(1)[0][0] for number, counts in told.items()}


def heap(
    found: Sequence[Line],
    reading: Reading,
    size: int,
    *,
    bounded: bool,
    at_home: Mapping[int, str | None] | None = None,
) -> Heap | None:
    """Sort a theme's lines by story; None for a small pile.

    Stories of several sources come first, by size and newness, then those of one source by how much each adds; among
    these what a story of another theme (``at_home``, None: all are of this one) tells of it besides, and what no
    article opens with. In a ``bounded`` edition what tells the same as another line of its story comes last.
    """
    if not is_heap(reading):
        return None
    story = _numbers(reading)
    groups = [_by_worth(group, reading, bounded=bounded) for group in _groups(found, reading)]
    several, single = [], {}
    for group in groups:
        lead = group[0]
        number = story.get(lead.first, -1)
        away = at_home is not None and at_home.get(number, lead.theme) != lead.theme
        wide = len(sources(group, reading))
        if wide > 1 and not away and _opens(lead, reading):
            several.append((wide, group))
        else:
            single[lead.first] = group
    several.sort(key=lambda one: one[1][0].first)
    several.sort(key=lambda one: (one[0], _newest(one[1], reading)), reverse=True)
    leads = ranked([group[0] for group in single.values()], reading, size, bounded=bounded)
    first = [single.pop(lead.first) for lead in leads]
    rest = sorted(single.values(), key=lambda group: (-group[0].value, group[0].first))
    stories = (*(group for _, group in several), *first, *rest)
    return Heap(stories, tuple(wide for wide, _ in several))


def shown(
    stories: Heap, kept: Collection[int], reading: Reading, *, top: Collection[int] = ()
) -> tuple[Shown, ...]:
    """Part each story into what is printed (``kept``: the lines' first statements) and what is not.

    A story whose lead is printed among the ``top`` lines alone comes first: what follows goes on from there.
    """
    above = frozenset(top) - frozenset(kept)
    told = [
        Shown(
            _printed(story, kept, reading),
            tuple(line for line in story if line.first not in kept and line.first not in above),
            next((line for line in story if line.first in above), None),
        )
        for story in stories.stories
    ]
    return tuple(sorted(told, key=lambda story: story.top is None))


def _printed(story: Sequence[Line], kept: Collection[int], reading: Reading) -> tuple[Line, ...]:
    lines = [line for line in story if line.first in kept]
    return tuple(ordered(lines, reading, first=lines[0])) if lines else ()


def unprinted(stories: Heap, printed: Collection[int], reading: Reading) -> tuple[str, ...]:
    """Name the largest stories that nothing is printed of by the articles whose titles are theirs: their ids.

    ``printed``: first statements of lines. An article that tells as much of other stories has no title for one.
    """
    number = _numbers(reading)
    found = []
    for story in stories.stories[: len(stories.sizes)]:
        lead = story[0].first
        article = reading.statements[lead].sentence.article
        if article.source.title and not any(line.first in printed for line in story):
            told = [number[at] for at in _statements(lead, reading) if at in number]
            found += [article.id] if 2 * told.count(number.get(lead, -1)) > len(told) else []
    return tuple(dict.fromkeys(found))


def _statements(first: int, reading: Reading) -> range:
    """Give the statements of the article that statement ``first`` opens."""
    return range(first, first + len(mates(reading, first)))


def sources(found: Iterable[Line], reading: Reading) -> frozenset[str]:
    """Give the articles that lines stand in; copies count as their origin."""
    articles = {
        reading.statements[at].sentence.article.id for line in found for at in (line.first, *line.also)
    }
    return frozenset(reading.origins.get(article, article) for article in articles)


def _groups(found: Sequence[Line], reading: Reading) -> list[list[Line]]:
    """Put the lines of one story together; one that takes a side stands in its side's column, by itself."""
    story = _numbers(reading)
    groups: dict[tuple[str, int], list[Line]] = {}
    for line in found:
        number = None if line.side else story.get(line.first)
        key = ("line", line.first) if number is None else ("story", number)
        groups.setdefault(key, []).append(line)
    return list(groups.values())


def _numbers(reading: Reading) -> dict[int, int]:
    """Give the number of the story that a statement belongs to: statement → story."""
    return {at: number for number, one in enumerate(reading.stories) for at in one.members}


def _by_worth(group: Sequence[Line], reading: Reading, *, bounded: bool) -> tuple[Line, ...]:
    if len(group) == 1:
        return tuple(group)
    lead = min(group, key=lambda line: (-line.value - _OPENS * _opens(line, reading), line.first))
    best = ranked(group, reading, len(group), bounded=bounded, lead=lead)
    mine = {line.first for line in best}
    return (*best, *sorted((line for line in group if line.first not in mine), key=lambda line: line.first))


def _opens(line: Line, reading: Reading) -> bool:
    """Tell whether a line opens its article: there an article says what has happened."""
    return reading.statements[line.first].sentence.index == 0


def _newest(group: Sequence[Line], reading: Reading) -> str:
    """Give the newest date that an article of a story states of itself, "" where none does."""
    articles = (reading.statements[at].sentence.article for line in group for at in (line.first, *line.also))
    return max((article.source.published or "")[:10] for article in articles)
