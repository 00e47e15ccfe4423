"""What a reading tells when it is asked: every unit explained, every article condensed."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from briefing.model import Article, Condensed, Explained, Reading, Sentence, Statement, unit_kind
from briefing.summarizers import pick, weigh_joint


def explain(reading: Reading, *, method: str = "house") -> Iterator[Explained]:
    """Tell of every unit of text, in the order of the articles, what it is and where it belongs."""
    by_article = _by_article(reading, method)
    for article in reading.articles:
        units = [*_furniture(article), *by_article[article.id]]
        yield from sorted(units, key=lambda unit: (unit.start, unit.end))


def _by_article(reading: Reading, method: str) -> dict[str, list[Explained]]:
    units: dict[str, list[Explained]] = {article.id: [] for article in reading.articles}
    rows = zip(reading.statements, reading.placements, reading.weights[method], strict=True)
    for statement, placement, weight in rows:
        sentence = statement.sentence
        units[sentence.article.id].append(
            Explained(
                source=sentence.article.source.name,
                start=sentence.span.start,
                end=sentence.span.end,
                text=sentence.text,
                kind=unit_kind(sentence.block.kind),
                heading=_heading(sentence.article, sentence.block.heading),
                themes=placement.themes,
                scores={match.theme: match.score for match in placement.matches},
                parts={match.theme: match.parts for match in placement.matches},
                speakers=statement.speakers,
                quotes=statement.quotes,
                weight=weight,
                reason=placement.reason,
            )
        )
    return units


def _furniture(article: Article) -> Iterator[Explained]:
    for block in article.blocks:
        kind = unit_kind(block.kind)
        if kind in ("heading", "boilerplate"):
            start, end = block.span.start, block.span.end
            text, above = article.text[start:end], _heading(article, block.heading)
            yield Explained(article.source.name, start, end, text, kind, above, reason=f"is a {block.kind}")


def _heading(article: Article, index: int | None) -> str | None:
    if index is None:
        return None
    span = article.blocks[index].span
    return article.text[span.start : span.end]


def summarize(
    reading: Reading,
    *,
    method: str = "house",
    count: int | None = 3,
    words: int | None = None,
    joint: bool = False,
) -> tuple[Condensed, ...]:
    """Condense each article of a reading, or with ``joint`` all of them together; in reading order."""
    pairs = list(zip(reading.statements, reading.weights[method], strict=True))
    if joint:
        weights = weigh_joint([statement.sentence for statement, _ in pairs], method)
        groups = [[(statement, weight) for (statement, _), weight in zip(pairs, weights, strict=True)]]
    else:
        groups = [list(group) for _, group in groupby(pairs, key=lambda pair: pair[0].sentence.article.id)]
    return tuple(row for group in groups for row in _condensed(group, count, words))


def _condensed(
    group: Sequence[tuple[Statement, float]], count: int | None, words: int | None
) -> Iterator[Condensed]:
    sentences = [statement.sentence for statement, _ in group]
    alone = {
        s.sentence.id
        for s, _ in group
        if s.leans is None and not s.joins and not s.sentence.text.endswith("?")
    }
    allowed: Callable[[Sentence], bool] | None = (lambda sentence: sentence.id in alone) if alone else None
    for at in pick(sentences, [weight for _, weight in group], count=count, words=words, allowed=allowed):
        span, name = sentences[at].span, sentences[at].article.source.name
        yield Condensed(name, span.start, span.end, sentences[at].text, group[at][1])
