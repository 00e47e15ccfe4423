"""A heap on the page: what follows a lead, what refers to a top line, and what is counted and named instead."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Brief, Section
from briefing.renderers.view import phrases
from briefing.renderers.view.page import Line
from briefing.renderers.view.words import Words


def refers(say: Words, section: Section, top_lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Refer to the top line that tells a story of the section and is not printed in it again; with its anchor."""
    for story in section.stories:
        for place, line in enumerate(top_lines):
            if line.item == story.top:
                if story.items:
                    return phrases.top_line(say, "more_on", place), line.anchor
                return phrases.above(say, place, more=story.more, sources=story.sources), line.anchor
    return None, None


def storied(say: Words, lines: Mapping[str, Line], section: Section) -> dict[str, Line]:
    """Put what follows a story's lead under it, and say after its last line how many more there are."""
    told = dict(lines)
    for story in section.stories:
        for identity in story.items[0 if story.top else 1 :]:
            told[identity] = replace(told[identity], follows=True)
        more = phrases.more_of_story(say, story.more, sources=story.sources) if story.more else None
        for identity in story.items[-1:]:
            told[identity] = replace(told[identity], more=more)
    return told


def rest(say: Words, section: Section, brief: Brief, *, short: bool = False) -> str | None:
    """Count what a section prints nothing of, and name the largest stories of it by their sources' titles.

    ``short``: behind another count of statements.
    """
    if not section.more:
        return None
    known, items = {source.n: source for source in brief.sources}, tuple(brief.items())
    listed = {item.source for item in items} | {also.source for item in items for also in item.also}
    named = [(known[n], n in listed) for n in section.further if n in known]
    return phrases.more_of_theme(say, section.more, sources=section.sources, named=named, short=short)
