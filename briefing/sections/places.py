"""Where an entry of an editor points: articles by digest, statements by place, and what says the same."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.model import Article, Edit, Outlet, Reading, Source
from briefing.sections.press_list import outlet_of
from briefing.text.shown import shown
from briefing.text.tokens import fold, forms

_HEAD = 40  # characters by whose first word sentences are told apart before their words are held against each other


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

    def _inside(self, at: int, edit: Edit) -> bool:
        span = self._reading.statements[at].sentence.span
        return (edit.start or 0) <= span.start and span.end <= (edit.end or 0)


def from_outlet(source: Source, name: str, outlets: tuple[Outlet, ...]) -> bool:
    """Tell whether an article is from the outlet of a name: as the desk's list has it, else as articles name it."""
    known = outlet_of(source.outlet, source.url, outlets)
    if known is not None:
        return name == known.key or outlet_of(name, None, outlets) is known
    return source.outlet is not None and shown(source.outlet).casefold() == shown(name).casefold()


def alike(members: Sequence[int], reading: Reading) -> frozenset[int]:
    """Give the statements that say the same as one of these, surely or word for word; these too."""
    own = frozenset(members)
    sure = {end for pair in reading.pairs if pair.sure and own & {pair.a, pair.b} for end in (pair.a, pair.b)}
    texts = [reading.statements[member].sentence.text for member in members]
    begun, said = {_begins(text) for text in texts}, {_words(text) for text in texts}
    same = (
        at
        for at, statement in enumerate(reading.statements)
        if _begins(statement.sentence.text) in begun and _words(statement.sentence.text) in said
    )
    return own.union(sure, same)


def _begins(text: str) -> str:
    return fold(next(iter(forms(text[:_HEAD])), ""))


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(fold, forms(text)))
