"""The one comparison of statements, for sources, issues and corrections: the same, differing, or an update."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Article, Pair, Statement


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles of a run tell of one another."""

    pairs: tuple[Pair, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    """Article's id → id of the article that it is a copy of."""
    compared: int = 0


def compare(articles: Sequence[Article], statements: Sequence[Statement]) -> Compared:
    """Hold the statements of different articles against one another; one outcome a pair, whatever their order."""
    return Compared()
