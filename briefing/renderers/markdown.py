"""The brief as CommonMark: headings, one paragraph a sentence, [n] for its source.

What would be mark-up in a source's words is escaped by a backslash; whoever wants the words back removes each backslash
that stands before ASCII punctuation (CommonMark 2.4), or renders the file.
"""

import re
from collections.abc import Iterator

from briefing.model import Brief
from briefing.renderers import view
from briefing.renderers.page import Block, Entry, Line, Page, Pair
from briefing.renderers.text import rows

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
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
    yield escape(" · ".join(page.kicker))
    yield f"# {escape(page.title)}"
    yield f"**{page.day}** · {escape(page.gathered)} · {page.minutes}"
    say = page.say
    yield from _named(say["top_lines"], None, _lines(page, page.top_lines)) if page.top_lines else ()
    yield from _renewal(page)
    yield from _named(say["note"], None, map(_typed, page.note)) if page.note else ()
    for theme in page.themes:
        yield from _named(theme.title, theme.question, _theme(page, theme))
    yield from (
        _named(say["differences"], None, _differences(page)) if page.differences or page.agreed else ()
    )
    for title, question, lines in rows(page):
        yield from _named(title, question, _lines(page, lines)) if lines else ()
    yield from (
        _named(say["sources"], None, _sources(page)) if page.sources or page.others or page.uncited else ()
    )
    yield from _named(say["not_read"], None, _skipped(page)) if page.skipped else ()
    yield "---"
    yield escape(f"{page.coverage} · {page.failed} · {page.build}")
    yield escape(page.pledge)
    yield f"**{escape(page.marking)}**" if page.marking else ""


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
    yield escape(" · ".join(said for said in (news.more, news.repeated, news.quiet) if said))
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
    yield from (f"**{escape(page.say['note'])}**", *map(_typed, theme.note)) if theme.note else ()


def _lines(page: Page, lines: tuple[Line, ...]) -> Iterator[str]:
    return (_line(page, line) for line in lines)


def _line(page: Page, line: Line) -> str:
    label = " · ".join(part for part in (line.label, line.note) if part) or line.speaker
    lead = f"**{escape(label)}**\n" if label else ""
    said = f"{lead}{escape(line.marked)} {_origin(page, line)}"
    return "- " + said.replace("\n", "\n  ") if line.follows else said


def _origin(page: Page, line: Line) -> str:
    origin = line.origin
    said = [origin.through or origin.outlet, *([origin.detail] if origin.detail else [])]
    also = ", ".join(f"[{link.n}](#{link.anchor})" for link in line.also)
    who = f"[\\[{origin.n}\\]](#{origin.anchor}) *{escape(' · '.join(said))}*"
    return " · ".join(
        [who, *([f"{page.say['also_in']} {also}"] if also else []), *([line.more] if line.more else [])]
    )


def _differences(page: Page) -> Iterator[str]:
    yield escape(page.agreed or "")
    yield from _pairs(page, page.differences)


def _pairs(page: Page, pairs: tuple[Pair, ...]) -> Iterator[str]:
    for pair in pairs:
        yield f"**{escape(pair.matter)}**" + (f" · {escape(pair.why)}" if pair.why else "")
        yield from (_quote(_line(page, pair.a)), _quote(_line(page, pair.b)))


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


def _typed(paragraph: str) -> str:
    """Quote what the analyst typed: Markdown, but no HTML."""
    return _quote(paragraph.replace("<", "\\<"))


def _sources(page: Page) -> Iterator[str]:
    yield from map(_entry, page.sources)
    named = [_other(entry) for entry in page.others]
    named += [page.more_uncited] if page.more_uncited else []
    yield f"{escape(page.say['read_not_cited'])} {' · '.join(named)}" if named else ""


def _other(entry: Entry) -> str:
    outlet = f" ({escape(entry.outlet)})" if entry.outlet else ""
    return f'<a id="{entry.anchor}"></a>\\[{entry.n}\\] {escape(entry.title)}{outlet}'


def _entry(entry: Entry) -> str:
    facts = [escape(entry.facts), entry.share, *([f"<{entry.link}>"] if entry.link else [])]
    head = f'<a id="{entry.anchor}"></a>**\\[{entry.n}\\] {escape(entry.title)}**  \n{" · ".join(facts)}'
    return "\n\n".join([head, *(escape(line.marked) for line in entry.summary)])


def _skipped(page: Page) -> Iterator[str]:
    named = [f"- **{escape(where)}** {escape(why)}" for where, why in page.skipped]
    yield "\n".join([*named, *([f"- {page.more_unnamed}"] if page.more_unnamed else [])])
