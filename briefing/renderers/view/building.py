"""Brief → Page: puts every sentence where it is printed, numbers the anchors, and says the rest in our own voice."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Brief, Changes, Dated, Section, SourceEntry
from briefing.renderers.look.colours import DARK, LIGHT, readable
from briefing.renderers.paper.margin import WASTE, least, unasked, wasted
from briefing.renderers.view import phrases
from briefing.renderers.view.entries import clipped, entry, under_origin
from briefing.renderers.view.gallery import gallery
from briefing.renderers.view.leads import homes, lead
from briefing.renderers.view.lines import Printer, foreign
from briefing.renderers.view.locales import right_to_left
from briefing.renderers.view.notes import passages, plain
from briefing.renderers.view.page import Block, Line, Page, Pair, Renewal, Side
from briefing.renderers.view.storied import refers, rest, storied
from briefing.renderers.view.words import Words, words
from briefing.text.shown import shown

SKIPPED_NAMED = 10
UNCITED_NAMED = 4
SHORT_TITLE = 90
"""Characters of the title that the running head holds on one line of A4."""
LONGEST_ROLE = 80
"""Characters of a speaker's role, beside a quotation."""


_last: list[tuple[Brief, Page]] = []
"""The brief laid out last: its formats are made one after the other, and all print the same page."""


def page(brief: Brief) -> Page:
    """Lay out the words of a brief, once for all its formats."""
    for known, made in _last:
        if known is brief:
            return made
    made = _page(brief)
    _last[:] = [(brief, made)]
    return made


def _page(brief: Brief) -> Page:
    say = words(brief.language, brief.look.overrides)
    printer = Printer(brief, say)
    top_lines, renewal = printer.lines(brief.top_lines), _renewal(brief.changes, printer)
    themes = _themes(brief, printer, top_lines)
    quotes, differences = _quotes(brief, printer), _differences(brief, printer)
    timeline, coming = _days(brief, printer), _days(brief, printer, ahead=True)
    figures = _figures(brief, printer)
    cited, others, uncited = _listed(brief, printer)
    failures = len(brief.skipped)
    titled, way = foreign(brief.title, brief.titles_language or brief.language, say.code)
    return Page(
        title=shown(brief.title),
        short_title=clipped(shown(brief.title), SHORT_TITLE),
        language=say.code,
        direction="rtl" if right_to_left(say.code) else None,
        titles_language=titled,
        titles_direction=way,
        say=say.tables["say"],
        blocks=tuple(dict.fromkeys((*brief.look.blocks, "sources"))),
        logo=brief.look.logo,
        kicker=_kicker(brief, say),
        edition=shown(brief.edition) if brief.edition else None,
        day=phrases.long_day(say, brief.date),
        plain_day=phrases.plain_day(say, brief.date),
        number=say("number", n=brief.issue),
        gathered=phrases.gathered(say, brief),
        minutes=phrases.minutes(say, brief.words),
        approved=say("approved", name=who) if (who := shown(brief.approved_by or "")) else None,
        marking=shown(brief.marking) if brief.marking else None,
        accent=readable(brief.look.accent, LIGHT),
        dark_accent=readable(brief.look.accent, DARK),
        paper=brief.look.page_size,
        made=brief.made,
        top_lines=top_lines,
        renewal=renewal,
        themes=themes,
        quotes=quotes,
        differences=differences,
        agreed=phrases.agreed(say, brief),
        timeline=timeline,
        ahead=coming,
        figures=figures,
        note=plain(passages(brief.notes.get("brief"))),
        typed=passages(brief.notes.get("brief")),
        sources=tuple(entry(source, brief, printer) for source in cited),
        others=tuple(entry(source, brief, printer) for source in others),
        uncited=uncited,
        more_uncited=phrases.uncited(say, uncited, named=bool(others)),
        skipped=tuple((shown(s.location), shown(s.reason)) for s in brief.skipped[:SKIPPED_NAMED]),
        unnamed=max(0, failures - SKIPPED_NAMED),
        more_unnamed=phrases.unnamed(say, max(0, failures - SKIPPED_NAMED)),
        coverage=phrases.covered(say, brief.coverage),
        length=phrases.kept(say, brief.fitted),
        failed=say.count("not_read", failures) if failures else say("nothing_failed"),
        build=say("build", build=shown(brief.build)),
        pledge=say("pledge"),
        compact=brief.compact,
        pictures=gallery(brief, themes, say, mirror=right_to_left(say.code)),
    )


def _kicker(brief: Brief, say: Words) -> tuple[str, ...]:
    said = (say("daily_brief"), shown(brief.edition or ""), say("number", n=brief.issue))
    return tuple(part for part in said if part)


def _themes(brief: Brief, printer: Printer, top_lines: Sequence[Line]) -> tuple[Block, ...]:
    themes = tuple(
        _theme(n, section, brief, printer, top_lines) for n, section in enumerate(brief.sections, 1)
    )
    if brief.compact and wasted(theme for theme in themes if theme.storied) > WASTE:
        return tuple(map(unasked, themes))
    return themes


def _differences(brief: Brief, printer: Printer) -> tuple[Pair, ...]:
    return tuple(
        Pair(
            shown(one.matter),
            phrases.differing(printer.say, one.why),
            printer.relayed(one.a),
            printer.relayed(one.b),
        )
        for one in brief.differences
    )


def _listed(brief: Brief, printer: Printer) -> tuple[tuple[SourceEntry, ...], tuple[SourceEntry, ...], int]:
    """Part the sources into cited ones, those that are named besides, and the number of the others."""
    printed = {*printer.first, *printer.also}
    cited = {source.n for source in brief.sources if source.n in printed or source.summary}
    rest = tuple(source for source in brief.sources if source.n not in cited)
    named = rest[: 0 if brief.compact else UNCITED_NAMED]
    listed = sorted((source for source in brief.sources if source.n in cited), key=under_origin)
    return tuple(listed), named, len(rest) - len(named)


def _quotes(brief: Brief, printer: Printer) -> tuple[Line, ...]:
    return tuple(_role(printer.part(quote.item, quote.quote), quote.role) for quote in brief.quotes)


def _figures(brief: Brief, printer: Printer) -> tuple[Line, ...]:
    return tuple(_unit(printer.row(one.item, one.figure), one.unit) for one in brief.figures)


def _days(brief: Brief, printer: Printer, *, ahead: bool = False) -> tuple[Line, ...]:
    dated = [d for d in brief.timeline if _ahead(d, brief.date) == ahead]
    return tuple(_dated(printer.say, printer.row(d.item, d.stated), d.resolved) for d in dated)


def _theme(number: int, section: Section, brief: Brief, printer: Printer, top_lines: Sequence[Line]) -> Block:
    say = printer.say
    lines = {item.id: printer.line(item) for item in section.items}
    placed = {identity for _, ids in section.sides or () for identity in ids}
    known = homes(brief.items(), say.code) if placed else {}
    led = {item.id: lead(item, known, say=say) for item in section.items if item.id in placed}
    sides = tuple(
        Side(
            say.known("sides", shown(title)),
            tuple(replace(lines[i], speaker=None, label=led[i]) for i in ids if i in led),
        )
        for title, ids in section.sides or ()
    )
    title, question = shown(section.title), shown(section.question) if section.question else None
    told = storied(say, lines, section)
    running = tuple(line for identity, line in told.items() if identity not in placed)
    above, anchor = refers(say, section, top_lines)
    behind = above is not None and not lines
    more = rest(say, section, brief, short=behind)
    if above and more and behind:
        above, more = say("comma", a=above, b=more), None
    typed = passages(brief.notes.get(section.key))
    return Block(
        anchor=f"theme-{number}",
        title=title,
        question=question,
        lines=running,
        sides=tuple(side for side in sides if side.lines),
        note=plain(typed),
        typed=typed,
        empty=_empty(say, section, brief),
        least=least(title, question, running, sides=bool(placed), ours=bool(above) + bool(more)),
        more=more,
        storied=any(one.stories or one.more for one in brief.sections),
        kept=1 if above else 2,
        above=above,
        above_anchor=anchor,
    )


def _empty(say: Words, section: Section, brief: Brief) -> str:
    """Say why a section holds nothing."""
    told = [one for one in brief.told if section.key in one.themes]
    if not told:
        return say("nothing")
    return say("gave_way" if any(one.alone for one in told) else "leans")


def _renewal(changes: Changes | None, printer: Printer) -> Renewal | None:
    if changes is None:
        return None
    say, quiet = printer.say, [shown(name) for name in changes.quiet]
    return Renewal(
        new=printer.lines(changes.new),
        changed=tuple(
            _then_now(say, printer.line(then), now=printer.line(now)) for then, now in changes.changed
        ),
        repeated=phrases.repeated(say, changes.repeated),
        more=say.count("more_new", changes.more) if changes.more else None,
        quiet=say("quiet", names=say.listed(quiet)) if quiet else None,
    )


def _then_now(say: Words, then: Line, *, now: Line) -> Pair:
    return Pair(say("changed"), "", _when(say, then, say("then")), _when(say, now, say("now")))


def _when(say: Words, line: Line, label: str) -> Line:
    """Label a statement then or now, its speaker behind it where the words name none."""
    return replace(line, label=say.dotted((label, line.speaker)), speaker=None)


def _ahead(dated: Dated, today: str) -> bool:
    """Tell whether a date lies ahead of the brief: by the calendar, else as its sentence looks at it."""
    if dated.resolved is None or today.startswith(dated.resolved):
        return dated.ahead
    return dated.resolved > today


def _role(line: Line, role: str | None) -> Line:
    return replace(line, note=shown(role)[:LONGEST_ROLE] if role else None)


def _dated(say: Words, line: Line, resolved: str | None) -> Line:
    """Put a date as resolved beside it as stated, where it says more."""
    day = phrases.plain_day(say, resolved) if resolved else None
    return replace(line, note=day if day and day != line.label else None)


def _unit(line: Line, unit: str | None) -> Line:
    return replace(line, note=shown(unit) if unit and unit not in (line.label or "") else None)
