"""Which articles are copies of others: one wire story told by several outlets."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from briefing.model import Article, Statement

_WORD = re.compile(r"\w+")
_SHARE = 0.6  # of a copy's sentences that stand in its origin; quoting and background seldom reach a third
_FEWEST = 3
_SHORT = 5
_EVERYWHERE = 50


def copies(articles: Sequence[Article], statements: Sequence[Statement]) -> Mapping[str, str]:
    """Find each copy's origin: article's id → id of the earliest dated of those it shares its sentences with.

    Of equally early or undated ones the first in order is the origin; an origin is itself no copy.
    """
    told: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    where: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for statement in statements:
        key = tuple(_WORD.findall(statement.sentence.text.casefold()))
        article = statement.sentence.article.id
        if len(key) >= _SHORT and key not in told[article]:
            told[article].add(key)
            where[key].append(article)
    shared = Counter(
        pair for found in where.values() if 1 < len(found) <= _EVERYWHERE for pair in combinations(found, 2)
    )
    order = sorted(
        articles, key=lambda a: (a.source.published or "9", a.source.name, a.source.location, a.source.part)
    )
    rank = {article.id: at for at, article in enumerate(order)}
    origins: dict[str, str] = {}
    for (one, other), count in sorted(shared.items(), key=lambda item: sorted(rank[id_] for id_ in item[0])):
        first, second = sorted((one, other), key=lambda id_: rank[id_])
        size = min(len(told[one]), len(told[other]))
        if count >= _FEWEST and count >= _SHARE * size and second not in origins and first not in origins:
            origins[second] = first
    return origins
