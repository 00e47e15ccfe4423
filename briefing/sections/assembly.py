"""Brief: items made, sources numbered in order of first use, and everything else counted by reason."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Brief, Coverage, Dated, Edited, Figure, GaveWay, Item, Look, Quote, Reading, Recipe
from briefing.sections.changes import changes, told
from briefing.sections.choice import Choice
from briefing.sections.coverage import coverage
from briefing.sections.differences import differences
from briefing.sections.edition import Edition
from briefing.sections.extras import BlockName, Extra, of
from briefing.sections.hand import NOT_PRINTED, TOP
from briefing.sections.length import words
from briefing.sections.lines import RIGHTS, ROOM, Line
from briefing.sections.listed import listed
from briefing.sections.moves import holds, moved
from briefing.sections.press import Press
from briefing.sections.reported import counted_by_source
from briefing.sections.sectioned import named, sections
from briefing.sections.summaries import summaries
from briefing.sections.timeline import in_order

SCHEMA = 1
PAIRS, LIST, PICTURES = "differences", "list", "pictures"
"""What gives way as a whole: the pairs that differ, the length of an entry in the list of sources, the pictures."""
NAME, NAMES = "name", "names"
"""The same of stories that are only named by a title: all but one of each section, then that too."""
NAMED = 3
"""Stories that a section names so: two lines of small print."""

_EXTRAS: tuple[BlockName, ...] = ("quotes", "timeline", "figures")


def assemble(
    reading: Reading,
    edition: Edition,
    chosen: tuple[Choice, Mapping[int, str], Sequence[tuple[str, Line | None]]],
    *,
    archived: bool = True,
) -> Brief:
    """Make the brief of a choice, of the reasons why other statements are left out, and of what gave way.

    ``archived``: with ``told``, which no page shows.
    """
    choice, left, steps = chosen
    audience, frame, hand = edition.audience, edition.frame, edition.hand
    press = Press(reading, spare=audience.max_words_per_source is not None)
    gone, whole, dropped = _given(steps)
    above = [line for (line,) in moved([[line] for line in choice.top], hand.moved(TOP))]
    top = tuple(press.item(line) for line in above)
    renewal, earlier = changes(press, choice.renewal)
    themed = sections(press, choice, edition, dropped)
    quoted, timed, counted = (_extras(press, choice, dropped, block) for block in _EXTRAS)
    differing = () if PAIRS in whole else differences(press, choice.pairs)
    sources = (*listed(press, summaries(press, choice, dropped), frame.outlets), *earlier)
    names = 0 if NAMES in whole else 1 if NAME in whole else NAMED
    themed = tuple(replace(s, further=named(s.key, press, choice, dropped)[:names]) for s in themed)
    if edition.shows("pictures") and PICTURES not in whole:
        themed = counted_by_source(press, themed, hand.gone)
    gave_way = _gave_way(press, gone, left)
    reasons = {member: ROOM for line in gave_way for member in line.members} | dict(left)
    refused = [line for line in choice.beyond if reasons.get(line.first) == RIGHTS]
    brief = replace(
        _bare(reading, edition, coverage(reading, press.used, reasons)),
        top_lines=top,
        changes=renewal,
        sections=themed,
        quotes=tuple(Quote(item, extra.span, extra.note) for extra, item in quoted),
        differences=differing,
        timeline=in_order([Dated(item, extra.span, extra.note, extra.ahead) for extra, item in timed]),
        figures=tuple(Figure(item, extra.span, extra.note) for extra, item in counted),
        sources=sources,
        gave_way=(
            *(GaveWay(press.id(line), ROOM) for line in gave_way),
            *(GaveWay(press.id(line), RIGHTS) for line in refused if line.first not in press.used),
        ),
        edits=_edited(edition, choice, dropped),
        look=_look(audience.look, whole),
        compared=reading.compared if edition.shows("differences") and PAIRS not in whole else 0,
        told=told(press) if archived else (),
        compact=LIST in whole,
    )
    return replace(brief, words=words(brief))


def _bare(reading: Reading, edition: Edition, said: Coverage) -> Brief:
    """Give the brief without any sentence."""
    audience, frame = edition.audience, edition.frame
    return Brief(
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
        build=_build(reading, edition),
        top_lines=(),
        changes=None,
        sections=(),
        quotes=(),
        differences=(),
        timeline=(),
        figures=(),
        notes=_notes(edition),
        sources=(),
        skipped=reading.skipped,
        gave_way=(),
        edits=(),
        coverage=said,
        look=audience.look,
        recipe=Recipe(frame.versions, frame.config, audience.method),
        titles_language=frame.titles_language,
        approved_by=frame.edits.approved_by,
        max_words_per_source=audience.max_words_per_source,
    )


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


def _look(look: Look, whole: set[str]) -> Look:
    """Say which blocks are shown once the pictures gave way."""
    if PICTURES not in whole:
        return look
    return replace(look, blocks=tuple(block for block in look.blocks if block != PICTURES))


def _notes(edition: Edition) -> Mapping[str, str]:
    """Give the notes of the whole and of the sections that an edition shows."""
    if not edition.shows("notes"):
        return {}
    shown = ("brief", *(edition.audience.themes if edition.shows("themes") else ()))
    return {key: note for key, note in edition.frame.edits.notes.items() if key in shown}


def _edited(edition: Edition, choice: Choice, dropped: set[tuple[str, int]]) -> tuple[Edited, ...]:
    """Say of each of the editor's entries whether it changed anything."""
    hand = edition.hand
    printed = [(TOP, line) for line in choice.top]
    printed += [
        (key, line) for key, kept in choice.themed for line in kept if (key, line.first) not in dropped
    ]
    unmet = dict(hand.unmet)
    for held in (*hand.pins, *hand.moves):
        if not any(key == held.section and holds(line, held) for key, line in printed):
            unmet[held.edit] = NOT_PRINTED
    return tuple(Edited(edit, edit not in unmet, unmet.get(edit)) for edit in hand.edits)


def _build(reading: Reading, edition: Edition) -> str:
    frame, hand = edition.frame, edition.hand
    parts = [
        frame.date,
        edition.audience.key,
        frame.config or "",
        *(f"{k}={v}" for k, v in sorted(frame.versions.items())),
    ]
    parts += [f"{article.source.digest}:{article.source.part}" for article in reading.articles]
    changed = (hand.edits, sorted(_notes(edition).items()), frame.edits.approved_by)
    parts += [repr(changed)] if any(changed) else []
    return hashlib.sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:8]
