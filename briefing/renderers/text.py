"""The brief as plain text: for a terminal, and for the plain half of the mail."""

import textwrap
import unicodedata
from collections.abc import Iterator

from briefing.model import Brief
from briefing.renderers import view
from briefing.renderers.page import Block, Entry, Line, Page, Pair

WIDTH = 76
INDENT = "    "


def render(brief: Brief) -> str:
    """Write the brief as text of at most WIDTH columns (a longer word stays whole)."""
    return body(view.page(brief))


def body(page: Page) -> str:
    """Write a page as text."""
    parts = [part for part in _parts(page) if part]
    return "\n".join("\n".join(part) + "\n" for part in parts)


def _parts(page: Page) -> Iterator[list[str]]:
    yield _masthead(page)
    say = page.say
    yield _named(say["top_lines"], None, _lines(page, page.top_lines)) if page.top_lines else []
    yield _renewal(page)
    yield _named(_plain(say["note"]), None, _note(page.note)) if page.note else []
    for theme in page.themes:
        yield _theme(page, theme)
    yield _differences(page)
    for title, question, lines in rows(page):
        yield _named(title, question, _lines(page, lines)) if lines else []
    yield _sources(page)
    yield _skipped(page)
    yield [_rule("="), *_wrap(f"{page.coverage} · {page.failed} · {page.build}"), *_wrap(page.pledge)] + (
        [page.marking] if page.marking else []
    )


def rows(page: Page) -> tuple[tuple[str, str | None, tuple[Line, ...]], ...]:
    """Give the blocks of labelled rows: title, what their margin says, rows."""
    say = page.say
    return (
        (say["quotes"], None, page.quotes),
        (say["figures"], say["as_given"], page.figures),
        (say["timeline"], say["as_stated"], page.timeline),
        (say["ahead"], say["as_stated"], page.ahead),
    )


def _masthead(page: Page) -> list[str]:
    head = [*([page.marking] if page.marking else []), " · ".join(page.kicker).upper()]
    dateline = f"{page.day} · {page.gathered} · {page.minutes}"
    return [*head, *_wrap(page.title), _rule("="), *_wrap(dateline), *_wrap(page.parted or "")]


def _named(title: str, question: str | None, lines: list[str]) -> list[str]:
    return [*_wrap(title.upper()), *_wrap(question or ""), _rule("-"), *lines]


def _renewal(page: Page) -> list[str]:
    news = page.renewal
    if news is None:
        return []
    counts = [line for said in (news.more, news.repeated, news.quiet) if said for line in _wrap(said)]
    lines = _spaced(_lines(page, news.new), _pairs(page, news.changed), counts)
    if not (news.new or news.changed or news.more or news.quiet):
        lines = _spaced(_wrap(page.say["nothing_changed"]), counts)
    return _named(page.say["what_changed"], page.say["since_last"], lines)


def _theme(page: Page, theme: Block) -> list[str]:
    sides = [[*_wrap(f"[{side.title}]"), *_lines(page, side.lines)] for side in theme.sides]
    above = _wrap(theme.above or "")
    lines = _spaced(above, _lines(page, theme.lines), *sides, _wrap(theme.more or ""))
    note = [_plain(page.say["note"]), *_note(theme.note)] if theme.note else []
    return _named(theme.title, theme.question, _spaced(lines or _wrap(_plain(theme.empty)), note))


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _spaced(*parts: list[str]) -> list[str]:
    """Join what there is with an empty line between."""
    out: list[str] = []
    for part in parts:
        out += [*([""] if out and part else []), *part]
    return out


def _lines(page: Page, lines: tuple[Line, ...]) -> list[str]:
    return _spaced(*(_line(page, line) for line in lines))


def _line(page: Page, line: Line) -> list[str]:
    label = [part for part in (line.label, line.note) if part]
    speaker = [f"{line.speaker}:"] if line.speaker else []
    indent = INDENT if line.follows else ""
    lead = _wrap(" · ".join(label), indent) if label else [f"{indent}{name}" for name in speaker]
    return [*lead, *_wrap(line.marked, indent), *_wrap(_origin(page, line), indent + INDENT)]


def _origin(page: Page, line: Line) -> str:
    origin = line.origin
    said = [f"[{origin.n}] {origin.through or origin.outlet}", *([origin.detail] if origin.detail else [])]
    also = [f"{page.say['also_in']} {', '.join(f'[{link.n}]' for link in line.also)}"] if line.also else []
    return " · ".join([*said, *also, *([line.more] if line.more else [])])


def _differences(page: Page) -> list[str]:
    lines = _pairs(page, page.differences) or _wrap(page.agreed or "")
    return _named(page.say["differences"], None, lines) if page.differences or page.agreed else []


def _pairs(page: Page, pairs: tuple[Pair, ...]) -> list[str]:
    return _spaced(*(_pair(page, pair) for pair in pairs))


def _pair(page: Page, pair: Pair) -> list[str]:
    return [
        *_wrap(f"{pair.matter} ({pair.why})" if pair.why else pair.matter),
        *_line(page, pair.a),
        *_line(page, pair.b),
    ]


def _note(paragraphs: tuple[str, ...]) -> list[str]:
    return [line for paragraph in paragraphs for line in _wrap(paragraph, INDENT)]


def _sources(page: Page) -> list[str]:
    if not (page.sources or page.others or page.uncited):
        return []
    named = [
        f"[{entry.n}] {entry.title}" + (f" ({entry.outlet})" if entry.outlet else "") for entry in page.others
    ]
    named += [page.more_uncited] if page.more_uncited else []
    others = _wrap(f"{page.say['read_not_cited']} {' · '.join(named)}") if named else []
    lines = _spaced(*(_entry(entry) for entry in page.sources), others)
    return _named(page.say["sources"], None, lines)


def _entry(entry: Entry) -> list[str]:
    facts = " · ".join(part for part in (entry.facts, entry.share, entry.link) if part)
    summary = [line for said in entry.summary for line in _wrap(said.marked)]
    return [*_wrap(f"[{entry.n}] {entry.title}"), *_wrap(facts, INDENT), *summary]


def _skipped(page: Page) -> list[str]:
    if not page.skipped:
        return []
    lines = [line for where, why in page.skipped for line in _wrap(f"{where}: {why}")]
    return _named(page.say["not_read"], None, [*lines, *_wrap(page.more_unnamed or "")])


def _rule(mark: str) -> str:
    return mark * WIDTH


def _wrap(text: str, indent: str = "") -> list[str]:
    """Break lines at spaces alone, so that white space collapsed gives the text back; wide characters count as two."""
    if any(unicodedata.east_asian_width(char) in "WF" for char in text):
        return [indent + text]
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
