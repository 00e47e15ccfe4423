"""How alike two claims are, and which pairs of many are worth a look.

Likeness is the cosine of tf-idf vectors of terms (see ``terms``), each term once. The pairs are found by an inverted
index, exactly (after Bayardo, Ma, Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007): what two rows share of
telling terms is added up term by term; what the commonest may add is at most the product of their lengths in both rows,
and only where the two together reach the bound is the cosine worked out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing.statements.comparing.claims import Claim
from briefing.statements.comparing.terms import labels

Vector = Mapping[str, float]

_NAME = 0.5  # what a name counts beside another word: who is spoken of is known from the speakers already
_DEED = 0.5
_COMMON = 150  # a term of more claims than that brings no pair up for itself
_SLIP = 1e-9  # of floating point


@dataclass(frozen=True, slots=True)
class Space:
    """Claims as vectors of length 1 (a claim without terms stays empty), and how rare each term is among them."""

    rows: tuple[Vector, ...]
    rarity: Mapping[str, float]
    """0 to 1: 1 for a term of a single claim."""

    def told(self, one: Claim, other: Claim) -> float:
        """Sum the rarity of the matter that two claims share; what is done to it counts half, and so do names.

        Names of those who speak are no matter: what a party says it always says itself.
        """
        deeds = labels(one.language, "deeds")
        names = (one.terms.names & other.terms.names) - one.spoken - other.spoken
        shared = sum(
            self.rarity[term] * (_DEED if term in deeds else 1.0) for term in one.matter & other.matter
        )
        return shared + _NAME * sum(self.rarity[name] for name in names)


def space(claims: Sequence[Claim]) -> Space:
    """Weigh each claim's terms by their rarity in the run."""
    bags = [_bag(claim) for claim in claims]
    spread = Counter(term for terms in bags for term in terms)
    most = log(1 + len(claims))
    rarity = {term: log(1 + len(claims) / count) / most for term, count in spread.items()}
    rows = tuple(_unit({term: weight * rarity[term] for term, weight in terms.items()}) for terms in bags)
    return Space(rows, rarity)


def _bag(claim: Claim) -> dict[str, float]:
    return dict.fromkeys(claim.matter, 1.0) | dict.fromkeys(claim.terms.names, _NAME)


def likeness(one: Vector, other: Vector) -> float:
    """Multiply two unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[term] for term, value in one.items() if term in other)


def near(
    rows: Sequence[Vector],
    groups: Sequence[str],
    least: float,
    *,
    voices: Sequence[Iterable[str]] | None = None,
) -> Iterator[tuple[int, int, float]]:
    """Give the pairs of rows of different groups whose likeness reaches a bound, each once, the lower index first.

    ``voices`` names what a row must share with another to be held against it: a low bound is dear where all are.
    """
    spread = Counter(term for row in rows for term in row)
    postings: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    rest = [sqrt(sum(value * value for term, value in row.items() if spread[term] > _COMMON)) for row in rows]
    bound = least * least - _SLIP
    for index, row in enumerate(rows):
        telling = sorted(
            (spread[term], term, value) for term, value in row.items() if 1 < spread[term] <= _COMMON
        )
        own = rest[index]
        left = own * own + sum(value * value for _, _, value in telling)
        if left < bound:
            continue  # too much of it stands nowhere else
        shared: defaultdict[int, float] = defaultdict(float)
        for _, term, value in telling:
            for voice in ("",) if voices is None else voices[index]:
                held = postings[voice, term]
                if left >= bound:
                    for other, its in held:
                        shared[other] += value * its
                else:
                    _add(shared, (term, value), held, rows)
                held.append((index, value))
            left -= value * value  # what is left alone cannot reach the bound: no row comes up for it
        enough = least - _SLIP
        for other in sorted([other for other, part in shared.items() if part + own * rest[other] >= enough]):
            alike = likeness(rows[other], row) if groups[other] != groups[index] else 0.0
            if alike >= least:
                yield other, index, alike


def _add(
    shared: dict[int, float],
    term: tuple[str, float],
    held: Sequence[tuple[int, float]],
    rows: Sequence[Vector],
) -> None:
    """Add a term to the rows that came up already, by whichever is shorter: these, or the rows that have the term."""
    name, value = term
    if len(shared) < len(held):
        for other in shared:
            if name in rows[other]:
                shared[other] += value * rows[other][name]
        return
    for other, its in held:
        if other in shared:
            shared[other] += value * its


def _unit(vector: dict[str, float]) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}
