"""The one comparison of statements, for sources, issues and corrections: the same, differing, or an update."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Article, Pair, Statement
from briefing.statements.claims import Claim, Naming, claims
from briefing.statements.copies import copies
from briefing.statements.likeness import near, space
from briefing.statements.matter import matter
from briefing.statements.verdicts import LEAST, Evidence, judge, kin, later

_FEWEST_TERMS = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles of a run tell of one another."""

    pairs: tuple[Pair, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    """Article's id → id of the article that it is a copy of."""
    compared: int = 0


def compare(articles: Sequence[Article], statements: Sequence[Statement]) -> Compared:
    """Hold the statements of different articles against one another; one outcome a pair, whatever their order."""
    origins = copies(articles, statements)
    naming = Naming(statements)
    found = claims(statements, naming)
    held = [index for index, claim in enumerate(found) if _comparable(claim)]
    sources = {origins.get(found[index].article, found[index].article) for index in held}
    if len(sources) < 2:
        return Compared(origins=origins)
    return Compared(tuple(_pairs(found, held, origins, naming)), origins, len(held))


def _comparable(claim: Claim) -> bool:
    """Tell whether a claim states enough to be held against others: no question, no lead-in, no fragment."""
    text = claim.text.rstrip()
    ends = text.endswith(("?", "？", "؟", ":", "："))
    return not ends and len(claim.terms.content) + len(claim.values) + len(claim.terms.names) >= _FEWEST_TERMS


def _pairs(
    found: Sequence[Claim], held: Sequence[int], origins: Mapping[str, str], naming: Naming
) -> Iterator[Pair]:
    known = space([found[index] for index in held])
    groups = [origins.get(found[index].article, found[index].article) for index in held]
    for left, right, alike in sorted(near(known.rows, groups, LEAST)):
        a, b = held[left], held[right]
        one, other = found[a], found[b]
        verdict = judge(one, other, Evidence(alike, known.told(one, other), kin(one, other, naming)))
        if verdict is None:
            continue
        if verdict.kind == "updates" and later(one, other) > 0:
            a, b = b, a
        yield Pair(verdict.kind, a, b, matter(one, other), verdict.why)
