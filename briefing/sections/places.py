"""Where an entry of an editor points: articles by digest, statements by place, and what says the same."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from briefing.model import Article, Edit, Outlet, Reading, Source
from briefing.sections.press_list import outlet_of
from briefing.text.shown import shown
from briefing.text.tokens import fold, forms

_FIRST, _HEAD = 4, 80  # words by which sentences are told apart, and characters that hold them as a rule


class Places:
    """Finds articles and statements of a reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._runs: dict[str, tuple[int, int]] = {}
        for index, statement in enumerate(reading.statements):
            article = statement.sentence.article.id
            first, _ = self._runs.get(article, (index, index))
            self._runs[article] = (first, index + 1)

    def articles(self, edit: Edit) -> list[Article]:
        """Find the articles of an entry's source."""
        source = edit.source or ""
        return [
            article
            for article in self._reading.articles
            if article.source.digest.startswith(source) and edit.part in (None, article.source.part)
        ]

    def all(self, article: Article) -> range:
        """Give an article's statements."""
        return range(*self._runs.get(article.id, (0, 0)))

    def run(self, edit: Edit, articles: Iterable[Article]) -> tuple[int, ...]:
        """Find the statements that an entry's place holds: whole ones with nothing between them; none otherwise."""
        for article in articles:
            held = [at for at in self.all(article) if self._inside(at, edit)]
            spans = [self._reading.statements[at].sentence.span for at in held]
            between = (article.text[one.end : other.start].strip() for one, other in pairwise(spans))
            if spans and (spans[0].start, spans[-1].end) == (edit.start, edit.end) and not any(between):
                return tuple(held)
        return ()

    def alike(self, members: Sequence[int]) -> frozenset[int]:
        """Give the statements that say the same as one of these, surely or word for word; these too."""
        found = set(members)
        for member in members:
            text = self._text(member)
            same = (at for at in self._begun[_begins(text)] if _words(self._text(at)) == _words(text))
            found.update(self._sure.get(member, ()), same)
        return frozenset(found)

    @cached_property
    def _begun(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Statements by their first words, so that few are held against each other."""
        begun: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(self._reading.statements)):
            begun.setdefault(_begins(self._text(at)), []).append(at)
        return begun

    @cached_property
    def _sure(self) -> Mapping[int, set[int]]:
        sure: dict[int, set[int]] = {}
        for pair in self._reading.pairs:
            if pair.sure:
                sure.setdefault(pair.a, set()).add(pair.b)
                sure.setdefault(pair.b, set()).add(pair.a)
        return sure

    def _text(self, at: int) -> str:
        return self._reading.statements[at].sentence.text

    def _inside(self, at: int, edit: Edit) -> bool:
        span = self._reading.statements[at].sentence.span
        return (edit.start or 0) <= span.start and span.end <= (edit.end or 0)


def from_outlet(source: Source, name: str, outlets: tuple[Outlet, ...]) -> bool:
    """Tell whether an article is from the outlet of a name: as the desk's list has it, else as articles name it."""
    known = outlet_of(source.outlet, source.url, outlets)
    if known is not None:
        return name == known.key or outlet_of(name, None, outlets) is known
    return source.outlet is not None and shown(source.outlet).casefold() == shown(name).casefold()


def _begins(text: str) -> tuple[str, ...]:
    first = forms(text[:_HEAD])
    # The last word may be cut.
    return tuple(map(fold, first[:_FIRST] if len(first) > _FIRST else forms(text)[:_FIRST]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(fold, forms(text)))
