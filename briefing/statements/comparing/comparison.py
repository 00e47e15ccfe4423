"""The one comparison of statements, for sources, issues and corrections: the same, differing, or an update."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from briefing.model import Article, Pair, Statement
from briefing.statements.comparing.claims import Claim, claims
from briefing.statements.comparing.copies import copies
from briefing.statements.comparing.kin import kin
from briefing.statements.comparing.later import newer
from briefing.statements.comparing.likeness import likeness, near, space
from briefing.statements.comparing.matter import matter
from briefing.statements.comparing.parties import Naming
from briefing.statements.comparing.verdicts import APART, LEAST, Evidence, judge, worth

_FEWEST_TERMS = 2
_MOST_OPPOSED = (
    1_000  # pairs of one party's two sides; one that is everywhere is compared where its words are alike
)


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
    chosen = [found[index] for index in held]
    known = space(chosen)
    groups = [origins.get(claim.article, claim.article) for claim in chosen]
    voices = [{party.name for party in claim.parties} for claim in chosen]
    pairs = chain(near(known.rows, groups, APART), near(known.rows, groups, LEAST, voices=voices))
    alikes = {(a, b): alike for a, b, alike in pairs}
    for a, b in chain(_opposed(chosen, groups), _counting(chosen, groups)):
        alikes.setdefault((a, b), likeness(known.rows[a], known.rows[b]))
    for (left, right), alike in sorted(alikes.items()):
        a, b = held[left], held[right]
        one, other = found[a], found[b]
        kinship = kin(one, other, naming)
        if not worth(kinship, alike):
            continue
        verdict = judge(one, other, Evidence(alike, known.told(one, other), kinship))
        if verdict is None:
            continue
        if verdict.kind == "updates" and newer(one, other) > 0:
            a, b = b, a
        yield Pair(verdict.kind, a, b, matter(one, other), verdict.why, verdict.sure)


def _counting(claims: Sequence[Claim], groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the pairs in which one party gives a figure in one unit: LO demands 4.4 percent, LO wants 4.2 percent."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        units = {number.unit for number in claim.numbers if number.unit}
        for party in claim.parties:
            for unit in units:
                found[party.name, unit].append(index)
    for same in found.values():
        if len(same) ** 2 <= _MOST_OPPOSED:
            yield from ((a, b) for a, b in combinations(same, 2) if groups[a] != groups[b])


def _opposed(claims: Sequence[Claim], groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the pairs in which one country or person takes both sides: their words may share little."""
    sides: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for party in claim.parties:
            if claim.stance in ("for", "against") and not party.name.startswith("@"):
                sides[party.name, claim.stance].append(index)
    for (name, side), found in sides.items():
        others = sides.get((name, "against"), []) if side == "for" else []
        if len(found) * len(others) <= _MOST_OPPOSED:
            yield from ((min(a, b), max(a, b)) for a in found for b in others if groups[a] != groups[b])
