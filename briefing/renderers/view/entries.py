"""The list of sources: what is known of each, in the order in which they stand."""

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from briefing.model import Brief, SourceEntry
from briefing.renderers.view import phrases
from briefing.renderers.view.context import original
from briefing.renderers.view.lines import Printer, foreign
from briefing.renderers.view.page import Entry
from briefing.text.shown import shown

ONE_LINE = 60
"""Characters of a source's title where its entry must be one line."""


def under_origin(source: SourceEntry) -> tuple[int, int]:
    """Order sources so that copies stand under their origin."""
    number = (source.origin or "").partition(" ")[0]
    return (int(number) if number.isascii() and number.isdigit() and len(number) < 10 else source.n), source.n


def entry(source: SourceEntry, brief: Brief, printer: Printer) -> Entry:
    """Say what is known of a source, and set what it is condensed to."""
    title = clipped(shown(source.title or ""), ONE_LINE) if brief.compact else shown(source.title or "")
    say = printer.say
    language, way = foreign(title, source.language, say.code) if title else (None, None)
    link = original(source.url)
    day = phrases.plain_day(say, source.published) if source.published else None
    kind = say.known("kinds", shown(source.kind or ""))
    told = (shown(source.name or ""), kind, shown(source.grade or ""), shown(source.author or ""), day)
    facts = [fact for fact in told if fact]
    missing = phrases.unknown(say, source)
    facts += [missing] if missing and source.summary else []  # without its text an entry shrinks to a line
    facts += [say("copy_of", source=shown(source.origin))] if source.origin else []
    facts += [say("file", name=shown(PurePosixPath(source.location).name))] if not link else []
    facts = facts[:1] if brief.compact else facts
    return Entry(
        n=source.n,
        anchor=f"source-{source.n}",
        back=printer.first.get(source.n),
        back_name=say("back", n=source.n),
        title=title or say("untitled"),
        outlet=shown(source.name) if source.name else None,
        language=language,
        direction=way,
        facts=say.dotted(facts),
        share=say("comma", a=say.count("sentences", source.sentences), b=say.count("used", source.used)),
        link=link,
        site=urlsplit(link).hostname if link else None,
        summary=tuple(printer.line(item, cited=False) for item in source.summary),
    )


def clipped(title: str, most: int) -> str:
    """Shorten a title to so many characters; what is cut ends in …."""
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
