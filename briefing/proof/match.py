"""Which of the articles handed in is which source of a brief."""

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.model import Article, Brief, SourceEntry
from briefing.text.digests import digest


def text_digest(article: Article) -> str:
    """Give the SHA-256 of an article's text, hex, as ``SourceEntry.text_digest`` has it."""
    return digest(article.text)


def match(brief: Brief, articles: Sequence[Article]) -> dict[int, Article]:
    """Find each source's article: source number → article; a source without one is not in it.

    What lies at the source's location is that source, however changed. Where nothing does (the files were
    moved), it is the article of the same text, else the one file of the same name; but never a file that lies
    at another source's location.
    """
    return _Shelf(brief, articles).found()


def others(found: Mapping[int, Article], articles: Sequence[Article]) -> list[Article]:
    """Give the articles handed in that are no source of the brief."""
    taken = {id(article) for article in found.values()}
    return [article for article in articles if id(article) not in taken]


class _Shelf:
    """The articles by where they lie and by what they say."""

    def __init__(self, brief: Brief, articles: Sequence[Article]) -> None:
        self.sources = brief.sources
        self.digests = {id(article): text_digest(article) for article in articles}
        self.at: dict[str, list[Article]] = defaultdict(list)
        for article in articles:
            self.at[_normal(article.source.location)].append(article)
        self.free = defaultdict[str, list[Article]](list)
        self.files = defaultdict[str, set[str]](set)
        for place in self.at.keys() - {_normal(entry.location) for entry in brief.sources}:
            self.files[posixpath.basename(place)].add(place)
            for article in self.at[place]:
                self.free[self.digests[id(article)]].append(article)

    def found(self) -> dict[int, Article]:
        """Give each source's article, where there is one."""
        chosen = {entry.n: self._article(entry) for entry in self.sources}
        return {n: article for n, article in chosen.items() if article is not None}

    def _article(self, entry: SourceEntry) -> Article | None:
        candidates = self.at.get(_normal(entry.location)) or self.free.get(entry.text_digest)
        if not candidates:
            named = self.files.get(posixpath.basename(_normal(entry.location)), set())
            candidates = self.at[next(iter(named))] if len(named) == 1 else []
        same = [article for article in candidates if self.digests[id(article)] == entry.text_digest]
        part = [article for article in candidates if article.source.part == entry.part]
        return next(iter(same + part), None)


def _normal(location: str) -> str:
    return posixpath.normpath(location.replace("\\", "/"))
