"""The sections: each theme's statements in the order of reading, by story or by side."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Section, SectionStory
from briefing.sections.choice import Choice
from briefing.sections.edition import Edition
from briefing.sections.lines import Line
from briefing.sections.moves import moved
from briefing.sections.order import ordered
from briefing.sections.press import Press
from briefing.sections.sides import sides
from briefing.sections.stories import Shown, shown, sources, unprinted


def sections(
    press: Press, choice: Choice, edition: Edition, dropped: set[tuple[str, int]]
) -> tuple[Section, ...]:
    """Print each theme's lines but the ``dropped`` ones: (theme, first statement)."""
    themes = {theme.key: theme for theme in edition.frame.themes}
    made = []
    for key, found in choice.themed:
        kept = [line for line in found if (key, line.first) not in dropped]
        heap = choice.heaps.get(key)
        printed, top = {line.first for line in kept}, {line.first for line in choice.top}
        stories = shown(heap, printed, press.reading, top=top) if heap else ()
        groups: Sequence[Sequence[Line]] = [story.lines for story in stories if story.lines]
        if not stories:
            groups = [[line] for line in ordered(kept, press.reading)]
        groups = moved(groups, edition.hand.moved(key))
        lines = [line for group in groups for line in group]
        items = tuple(press.item(line) for line in lines)
        parted = sides(list(zip(lines, items, strict=True)), press.reading) if themes[key].contrast else None
        section = Section(key, themes[key].title, themes[key].question, items, parted)
        made.append(_storied(section, _in_order(stories, groups), press) if stories else section)
    return tuple(made)


def _in_order(stories: Sequence[Shown], groups: Sequence[Sequence[Line]]) -> list[Shown]:
    """Bring stories into the order in which their lines are printed; the others keep their ranks."""
    mine = {line.first: story for story in stories for line in story.lines}
    printed = iter([replace(mine[group[0].first], lines=tuple(group)) for group in groups])
    return [next(printed) if story.lines else story for story in stories]


def _storied(section: Section, stories: Sequence[Shown], press: Press) -> Section:
    """Say which items of a section tell of one event, and how many more statements there are."""
    told = tuple(
        SectionStory(
            tuple(press.id(line) for line in story.lines),
            len(story.hidden),
            len(sources(story.hidden, press.reading)),
            press.id(story.top) if story.top else None,
        )
        for story in stories
        if story.top or (story.lines and len(story.lines) + len(story.hidden) > 1)
    )
    rest = [line for story in stories if not story.lines and not story.top for line in story.hidden]
    return replace(section, stories=told, more=len(rest), sources=len(sources(rest, press.reading)))


def named(key: str, press: Press, choice: Choice, dropped: set[tuple[str, int]]) -> tuple[int, ...]:
    """Give the numbers of the sources that name the largest stories that a section prints nothing of."""
    if (heap := choice.heaps.get(key)) is None:
        return ()
    kept = {line.first for line in dict(choice.themed)[key]}
    printed = {first for first in kept if (key, first) not in dropped} | {line.first for line in choice.top}
    return tuple(press.number(article) for article in unprinted(heap, printed, press.reading))
