"""The list of sources: every article that was read, numbered in order of first use."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from briefing.model import Item, Outlet, SourceEntry
from briefing.sections.coverage import sizes
from briefing.sections.press import Press
from briefing.sections.press_list import called, entered
from briefing.text.digests import digest

_digest = lru_cache(maxsize=1 << 12)(digest)
"""Every step of an edition asks for each article's."""


def listed(
    press: Press, summaries: Mapping[str, tuple[Item, ...]], outlets: tuple[Outlet, ...]
) -> tuple[SourceEntry, ...]:
    """List the sources, each with what it is condensed to and what the desk knows of its outlet."""
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
                origin=_origin(press, article.id, outlets),
                language=article.language,
                sentences=counts[article.id],
                used=used[article.id],
                summary=summaries.get(article.id, ()),
            ),
            outlets,
        )
        for article in articles
    )


def _origin(press: Press, article: str, outlets: tuple[Outlet, ...]) -> str | None:
    """Name the source that an article is a copy of by its number and outlet or title; None: it is no copy."""
    origin = press.reading.origins.get(article)
    if origin is None:
        return None
    source = next(one.source for one in press.reading.articles if one.id == origin)
    name = called(source.outlet, source.url, outlets) or source.title or source.name
    return f"{press.number(origin)} {name}"
