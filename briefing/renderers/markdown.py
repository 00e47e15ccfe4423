"""The brief as CommonMark: headings, one paragraph a sentence, [n] for its source.

What would be mark-up in a source's words is escaped by a backslash; whoever wants the words back removes each backslash
that stands before ASCII punctuation (CommonMark 2.4), or renders the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count
from urllib.parse import quote

from briefing.model import Brief, PageBlock
from briefing.renderers.text import rows
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Block, Entry, Line, Page, Pair, Passage, Run, Runs

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
_ADDRESS = re.compile(r"[<>\\\s]")
"""What would end an address."""
_START = re.compile(r"^([-+=:])|^(\d{1,9})([.)])(?=\s|$)")
"""What opens a list, a heading or a rule where it stands at the start of a line."""


def escape(text: str) -> str:
    """Write words so that CommonMark shows exactly them."""
    text = _MARKUP.sub(r"\\\1", text)
    return _START.sub(lambda m: rf"\{m[1]}" if m[1] else rf"{m[2]}\{m[3]}", text)


def render(brief: Brief) -> str:
    """Write the brief as Markdown."""
    page = view.page(brief)
    return "\n\n".join(part for part in _parts(page) if part) + "\n"


def _parts(page: Page) -> Iterator[str]:
    yield f"**{escape(page.marking)}**" if page.marking else ""
    yield escape(page.dotted(*page.kicker))
    yield f"# {escape(page.title)}"
    told = (escape(page.gathered), page.minutes, escape(page.approved or ""))
    yield page.dotted(f"**{page.day}**", *told)
    for block in page.blocks:
        yield from _BLOCKS[block](page)
    yield from _named(page.say["not_read"], None, _skipped(page)) if page.skipped else ()
    yield "---"
    yield escape(page.dotted(page.coverage, page.length, page.failed, page.build))
    yield escape(page.pledge)
    yield f"**{escape(page.marking)}**" if page.marking else ""


def _top_lines(page: Page) -> Iterator[str]:
    yield from _named(page.say["top_lines"], None, _lines(page, page.top_lines)) if page.top_lines else ()


def _noted(page: Page) -> Iterator[str]:
    yield from _named(page.say["note"], None, map(_passage, page.typed)) if page.typed else ()


def _themes(page: Page) -> Iterator[str]:
    for theme in page.themes:
        yield from _named(theme.title, theme.question, _theme(page, theme))


def _rows(page: Page, block: PageBlock) -> Iterator[str]:
    for title, question, lines in rows(page, block):
        yield from _named(title, question, _lines(page, lines)) if lines else ()


def _named(title: str, question: str | None, parts: Iterator[str]) -> Iterator[str]:
    yield f"## {escape(title)}"
    yield f"*{escape(question)}*" if question else ""
    yield from parts


def _renewal(page: Page) -> Iterator[str]:
    news = page.renewal
    if news is None:
        return
    yield from _named(page.say["what_changed"], page.say["since_last"], _lines(page, news.new))
    yield from _pairs(page, news.changed)
    yield escape(page.dotted(news.more, news.repeated, news.quiet))
    said = news.new or news.changed or news.more or news.quiet
    yield "" if said else escape(page.say["nothing_changed"])


def _theme(page: Page, theme: Block) -> Iterator[str]:
    yield f"*{escape(theme.above)}*" if theme.above else ""
    yield from _lines(page, theme.lines)
    for side in theme.sides:
        yield f"### {escape(side.title)}"
        yield from _lines(page, side.lines)
    yield "" if theme.lines or theme.sides or theme.above else escape(theme.empty)
    yield f"*{escape(theme.more)}*" if theme.more else ""
    yield from (f"**{escape(page.say['note'])}**", *map(_passage, theme.typed)) if theme.typed else ()


def _lines(page: Page, lines: tuple[Line, ...]) -> Iterator[str]:
    return (_line(page, line) for line in lines)


def _line(page: Page, line: Line) -> str:
    label = page.dotted(line.label, line.note) or line.speaker
    lead = f"**{escape(label)}**\n" if label else ""
    said = f"{lead}{escape(line.marked)} {_origin(page, line)}"
    return "- " + said.replace("\n", "\n  ") if line.follows else said


def _origin(page: Page, line: Line) -> str:
    origin = line.origin
    said = [origin.through or origin.outlet, *([origin.detail] if origin.detail else [])]
    also = ", ".join(f"[{link.n}](#{link.anchor})" for link in line.also)
    who = f"[\\[{origin.n}\\]](#{origin.anchor}) *{escape(page.dotted(*said))}*"
    return page.dotted(who, f"{page.say['also_in']} {also}" if also else None, line.more)


def _differences(page: Page) -> Iterator[str]:
    if page.differences or page.agreed:
        parts = chain((escape(page.agreed or ""),), _pairs(page, page.differences))
        yield from _named(page.say["differences"], None, parts)


def _pairs(page: Page, pairs: tuple[Pair, ...]) -> Iterator[str]:
    for pair in pairs:
        yield page.dotted(f"**{escape(pair.matter)}**", escape(pair.why))
        yield from (_quote(_line(page, pair.a)), _quote(_line(page, pair.b)))


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


def _passage(passage: Passage) -> str:
    """Quote what the analyst typed."""
    marks = (f"{at}. " if passage.ordered else "- " for at in count(1))
    items = [f"{mark}{_typed(runs)}" for mark, runs in zip(marks, passage.items, strict=False)]
    return _quote("\n".join(items or [_typed(passage.runs)]))


def _typed(runs: Runs) -> str:
    """Write runs as Markdown anew: their words escaped, their links addresses of the web."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    mark = "**" * run.bold + "*" * run.italic
    text = escape(run.text.strip())
    said = f"[{text}](<{_ADDRESS.sub(lambda c: quote(c[0]), run.link)}>)" if run.link else text
    head, tail = " " * run.text.startswith(" "), " " * run.text.endswith(" ")
    return f"{head}{mark}{said}{mark[::-1]}{tail}" if text else run.text


def _sources(page: Page) -> Iterator[str]:
    if page.sources or page.others or page.uncited:
        yield from _named(page.say["sources"], None, _entries(page))


def _pictures(page: Page) -> Iterator[str]:
    """Say in words what the picture of who reports on what shows; the timeline has its own block."""
    if page.pictures and page.pictures.rows:
        said = (f"- {escape(row.title)}: {escape(row.drawing.alternative)}" for row in page.pictures.rows)
        yield from _named(page.say["pictures"], page.say["pictures_asked"], iter(["\n".join(said)]))


def _entries(page: Page) -> Iterator[str]:
    yield from (_entry(page, entry) for entry in page.sources)
    named = [_other(entry) for entry in page.others]
    named += [page.more_uncited] if page.more_uncited else []
    yield f"{escape(page.say['read_not_cited'])} {page.dotted(*named)}" if named else ""


def _other(entry: Entry) -> str:
    outlet = f" ({escape(entry.outlet)})" if entry.outlet else ""
    return f'<a id="{entry.anchor}"></a>\\[{entry.n}\\] {escape(entry.title)}{outlet}'


def _entry(page: Page, entry: Entry) -> str:
    facts = [escape(entry.facts), entry.share, *([f"<{entry.link}>"] if entry.link else [])]
    head = f'<a id="{entry.anchor}"></a>**\\[{entry.n}\\] {escape(entry.title)}**  \n{page.dotted(*facts)}'
    return "\n\n".join([head, *(escape(line.marked) for line in entry.summary)])


def _skipped(page: Page) -> Iterator[str]:
    named = [f"- **{escape(where)}** {escape(why)}" for where, why in page.skipped]
    yield "\n".join([*named, *([f"- {page.more_unnamed}"] if page.more_unnamed else [])])


_BLOCKS: Mapping[PageBlock, Callable[[Page], Iterable[str]]] = {
    "top_lines": _top_lines,
    "changes": _renewal,
    "notes": _noted,
    "themes": _themes,
    "differences": _differences,
    "quotes": lambda page: _rows(page, "quotes"),
    "figures": lambda page: _rows(page, "figures"),
    "timeline": lambda page: _rows(page, "timeline"),
    "pictures": _pictures,
    "sources": _sources,
}
