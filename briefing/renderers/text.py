"""The brief as plain text: for a terminal, and for the plain half of the mail."""

import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from briefing.model import Brief, PageBlock
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Block, Entry, Line, Page, Pair, Passage, Runs

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
    for block in page.blocks:
        yield from _BLOCKS[block](page)
    yield _skipped(page)
    account = page.dotted(page.coverage, page.length, page.failed, page.build)
    yield [_rule("="), *_wrap(account), *_wrap(page.pledge), *([page.marking] if page.marking else [])]


def _top_lines(page: Page) -> list[str]:
    return _named(page.say["top_lines"], None, _lines(page, page.top_lines)) if page.top_lines else []


def _noted(page: Page) -> list[str]:
    return _named(_plain(page.say["note"]), None, _note(page.typed)) if page.typed else []


def _rows(page: Page, block: PageBlock) -> Iterator[list[str]]:
    for title, question, lines in rows(page, block):
        yield _named(title, question, _lines(page, lines)) if lines else []


def rows(page: Page, block: PageBlock) -> tuple[tuple[str, str | None, tuple[Line, ...]], ...]:
    """Give a block's labelled rows: title, what its margin says, rows; the timeline parts what is still ahead."""
    say = page.say
    if block == "timeline":
        return (say["timeline"], say["as_stated"], page.timeline), (
            say["ahead"],
            say["as_stated"],
            page.ahead,
        )
    if block == "figures":
        return ((say["figures"], say["as_given"], page.figures),)
    return ((say["quotes"], None, page.quotes),)


def _masthead(page: Page) -> list[str]:
    head = [*([page.marking] if page.marking else []), page.dotted(*page.kicker).upper()]
    dateline = page.dotted(page.day, page.gathered, page.minutes, page.approved)
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
    note = [_plain(page.say["note"]), *_note(theme.typed)] if theme.typed else []
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
    lead = _wrap(page.dotted(*label), indent) if label else [f"{indent}{name}" for name in speaker]
    return [*lead, *_wrap(line.marked, indent), *_wrap(_origin(page, line), indent + INDENT)]


def _origin(page: Page, line: Line) -> str:
    origin = line.origin
    said = [f"[{origin.n}] {origin.through or origin.outlet}", *([origin.detail] if origin.detail else [])]
    also = [f"{page.say['also_in']} {', '.join(f'[{link.n}]' for link in line.also)}"] if line.also else []
    return page.dotted(*said, *also, line.more)


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


def _note(note: tuple[Passage, ...]) -> list[str]:
    return [line for passage in note for line in _passage(passage)]


def _passage(passage: Passage) -> list[str]:
    marks = (f"{at}. " if passage.ordered else "- " for at in count(1))
    items = [f"{mark}{_typed(runs)}" for mark, runs in zip(marks, passage.items, strict=False)]
    return [line for said in items or [_typed(passage.runs)] for line in _wrap(said, INDENT)]


def _typed(runs: Runs) -> str:
    """Write what an editor typed without its mark-up, the address of a link behind its words."""
    return "".join(
        f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text for run in runs
    )


def _sources(page: Page) -> list[str]:
    if not (page.sources or page.others or page.uncited):
        return []
    named = [
        f"[{entry.n}] {entry.title}" + (f" ({entry.outlet})" if entry.outlet else "") for entry in page.others
    ]
    named += [page.more_uncited] if page.more_uncited else []
    others = _wrap(f"{page.say['read_not_cited']} {page.dotted(*named)}") if named else []
    lines = _spaced(*(_entry(page, entry) for entry in page.sources), others)
    return _named(page.say["sources"], None, lines)


def _entry(page: Page, entry: Entry) -> list[str]:
    facts = page.dotted(entry.facts, entry.share, entry.link)
    summary = [line for said in entry.summary for line in _wrap(said.marked)]
    return [*_wrap(f"[{entry.n}] {entry.title}"), *_wrap(facts, INDENT), *summary]


def _pictures(page: Page) -> list[str]:
    """Say in words what the picture of who reports on what shows; the timeline has its own block."""
    rows = page.pictures.rows if page.pictures else ()
    lines = [line for row in rows for line in _wrap(f"{row.title}: {row.drawing.alternative}")]
    return _named(page.say["pictures"], page.say["pictures_asked"], lines) if lines else []


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


_BLOCKS: Mapping[PageBlock, Callable[[Page], Iterable[list[str]]]] = {
    "top_lines": lambda page: [_top_lines(page)],
    "changes": lambda page: [_renewal(page)],
    "notes": lambda page: [_noted(page)],
    "themes": lambda page: [_theme(page, theme) for theme in page.themes],
    "differences": lambda page: [_differences(page)],
    "quotes": lambda page: _rows(page, "quotes"),
    "figures": lambda page: _rows(page, "figures"),
    "timeline": lambda page: _rows(page, "timeline"),
    "pictures": lambda page: [_pictures(page)],
    "sources": lambda page: [_sources(page)],
}
