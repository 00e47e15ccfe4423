"""Brief: items made, sources numbered in order of first use, and everything else counted by reason."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.model import (
    Audience,
    Brief,
    Dated,
    Figure,
    GaveWay,
    Item,
    Outlet,
    Quote,
    Reading,
    Recipe,
    Section,
    SectionStory,
    SourceEntry,
)
from briefing.sections.changes import changes, told
from briefing.sections.choice import Choice
from briefing.sections.coverage import coverage, sizes
from briefing.sections.differences import differences
from briefing.sections.extras import BlockName, Extra, of
from briefing.sections.frame import Frame
from briefing.sections.length import words
from briefing.sections.lines import ROOM, Line
from briefing.sections.order import ordered
from briefing.sections.press import Press
from briefing.sections.press_list import entered
from briefing.sections.sides import sides
from briefing.sections.stories import Shown, shown, sources, unprinted
from briefing.sections.summaries import summaries
from briefing.sections.timeline import in_order
from briefing.text.digests import digest

SCHEMA = 1
PAIRS, LIST = "differences", "list"
"""What gives way as a whole, last of all: the pairs that differ, and the length of an entry in the list of sources."""
NAME, NAMES = "name", "names"
"""The same of stories that are only named by a title: all but one of each section, then that too."""
NAMED = 3
"""Stories that a section names so: two lines of small print."""

_EXTRAS: tuple[BlockName, ...] = ("quotes", "timeline", "figures")
_digest = lru_cache(maxsize=1 << 12)(digest)
"""Every step of an edition asks for each article's."""


def assemble(
    reading: Reading,
    audience: Audience,
    frame: Frame,
    chosen: tuple[Choice, Mapping[int, str], Sequence[tuple[str, Line | None]]],
    *,
    archived: bool = True,
) -> Brief:
    """Make the brief of a choice, of the reasons why other statements are left out, and of what gave way.

    ``archived``: with ``told``, which no page shows.
    """
    choice, left, steps = chosen
    press = Press(reading)
    gone, whole, dropped = _given(steps)
    top = tuple(press.item(line) for line in choice.top)
    renewal, earlier = changes(press, choice.renewal)
    sections = _sections(press, choice, frame, dropped)
    quoted, timed, counted = (_extras(press, choice, dropped, block) for block in _EXTRAS)
    differing = () if PAIRS in whole else differences(press, choice.pairs)
    sources = (*_sources(press, summaries(press, choice, dropped), frame.outlets), *earlier)
    named = 0 if NAMES in whole else 1 if NAME in whole else NAMED
    sections = tuple(replace(s, further=_named(s.key, press, choice, dropped)[:named]) for s in sections)
    gave_way = _gave_way(press, gone, left)
    reasons = {member: ROOM for line in gave_way for member in line.members} | dict(left)
    brief = Brief(
        schema=SCHEMA,
        title=frame.title,
        audience=audience.key,
        edition=audience.title,
        issue=frame.issue,
        date=frame.date,
        cutoff=max((a.source.published for a in reading.articles if a.source.published), default=None),
        made=f"{frame.date}T00:00:00Z",
        language=frame.language,
        marking=audience.marking,
        words=0,
        previous=frame.previous,
        build=_build(reading, audience, frame),
        top_lines=top,
        changes=renewal,
        sections=sections,
        quotes=tuple(Quote(item, extra.span, extra.note) for extra, item in quoted),
        differences=differing,
        timeline=in_order([Dated(item, extra.span, extra.note, extra.ahead) for extra, item in timed]),
        figures=tuple(Figure(item, extra.span, extra.note) for extra, item in counted),
        notes={},
        sources=sources,
        skipped=reading.skipped,
        gave_way=tuple(GaveWay(_id(reading, line), ROOM) for line in gave_way),
        edits=(),
        coverage=coverage(reading, press.used, reasons),
        look=audience.look,
        recipe=Recipe(frame.versions, frame.config, audience.method),
        compared=0 if PAIRS in whole else reading.compared,
        told=told(press) if archived else (),
        compact=LIST in whole,
        titles_language=frame.titles_language,
    )
    return replace(brief, words=words(brief))


def _given(
    steps: Sequence[tuple[str, Line | None]],
) -> tuple[list[tuple[str, Line]], set[str], set[tuple[str, int]]]:
    """Part what gave way: lines with their blocks, whole things, and each line's block and first statement."""
    gone = [(block, line) for block, line in steps if line]
    return gone, {block for block, line in steps if not line}, {(block, line.first) for block, line in gone}


def _gave_way(press: Press, gone: Sequence[tuple[str, Line]], left: Mapping[int, str]) -> tuple[Line, ...]:
    """List the lines that the length left no room for, each once.

    A sentence that only its source's summary had room for keeps the reason why no section wanted it.
    """
    lines = {line.first: line for _, line in gone}
    return tuple(line for first, line in lines.items() if first not in press.used and first not in left)


def _extras(
    press: Press, choice: Choice, dropped: set[tuple[str, int]], block: BlockName
) -> list[tuple[Extra, Item]]:
    kept = (extra for extra in of(choice.extras, block) if (block, extra.line.first) not in dropped)
    return [(extra, press.item(extra.line)) for extra in kept]


def _sections(
    press: Press, choice: Choice, frame: Frame, dropped: set[tuple[str, int]]
) -> tuple[Section, ...]:
    themes = {theme.key: theme for theme in frame.themes}
    sections = []
    for key, found in choice.themed:
        kept = [line for line in found if (key, line.first) not in dropped]
        heap = choice.heaps.get(key)
        printed, top = {line.first for line in kept}, {line.first for line in choice.top}
        stories = shown(heap, printed, press.reading, top=top) if heap else ()
        lines = [line for story in stories for line in story.lines] or ordered(kept, press.reading)
        items = tuple(press.item(line) for line in lines)
        parted = sides(list(zip(lines, items, strict=True)), press.reading) if themes[key].contrast else None
        section = Section(key, themes[key].title, themes[key].question, items, parted)
        sections.append(_storied(section, stories, press) if stories else section)
    return tuple(sections)


def _storied(section: Section, stories: Sequence[Shown], press: Press) -> Section:
    """Say which items of a section tell of one event, and how many more statements there are."""
    told = tuple(
        SectionStory(
            tuple(_id(press.reading, line) for line in story.lines),
            len(story.hidden),
            len(sources(story.hidden, press.reading)),
            _id(press.reading, story.top) if story.top else None,
        )
        for story in stories
        if story.top or (story.lines and len(story.lines) + len(story.hidden) > 1)
    )
    rest = [line for story in stories if not story.lines and not story.top for line in story.hidden]
    return replace(section, stories=told, more=len(rest), sources=len(sources(rest, press.reading)))


def _named(key: str, press: Press, choice: Choice, dropped: set[tuple[str, int]]) -> tuple[int, ...]:
    """Give the numbers of the sources that name the largest stories that a section prints nothing of."""
    if (heap := choice.heaps.get(key)) is None:
        return ()
    kept = {line.first for line in dict(choice.themed)[key]}
    printed = {first for first in kept if (key, first) not in dropped} | {line.first for line in choice.top}
    return tuple(press.number(article) for article in unprinted(heap, printed, press.reading))


def _sources(
    press: Press, summaries: Mapping[str, tuple[Item, ...]], outlets: tuple[Outlet, ...]
) -> tuple[SourceEntry, ...]:
    for article in press.reading.articles:
        press.number(article.id)  # those never used come last
    counts = sizes(press.reading.statements)
    used = Counter(press.reading.statements[index].sentence.article.id for index in press.used)
    articles = sorted(press.reading.articles, key=lambda article: press.numbers[article.id])
    return tuple(
        entered(
            SourceEntry(
                n=press.numbers[article.id],
                name=article.source.outlet,
                kind=article.source.kind,
                title=article.source.title,
                author=article.source.author,
                published=article.source.published,
                retrieved=None,
                url=article.source.url,
                location=article.source.location,
                part=article.source.part,
                digest=article.source.digest,
                text_digest=_digest(article.text),
                origin=_origin(press, article.id),
                language=article.language,
                sentences=counts[article.id],
                used=used[article.id],
                summary=summaries.get(article.id, ()),
            ),
            outlets,
        )
        for article in articles
    )


def _origin(press: Press, article: str) -> str | None:
    """Name the source that an article is a copy of by its number and outlet or title; None: it is no copy."""
    origin = press.reading.origins.get(article)
    if origin is None:
        return None
    source = next(one.source for one in press.reading.articles if one.id == origin)
    return f"{press.number(origin)} {source.outlet or source.title or source.name}"


def _id(reading: Reading, line: Line) -> str:
    first, last = reading.statements[line.members[0]].sentence, reading.statements[line.members[-1]].sentence
    return f"{first.article.id}:{first.span.start}-{last.span.end}"


def _build(reading: Reading, audience: Audience, frame: Frame) -> str:
    parts = [
        frame.date,
        audience.key,
        frame.config or "",
        *(f"{k}={v}" for k, v in sorted(frame.versions.items())),
    ]
    parts += [f"{article.source.digest}:{article.source.part}" for article in reading.articles]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]
