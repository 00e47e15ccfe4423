"""What is new since the issue before: today's positions held against those that it told.

A position is a statement with a theme. It is repeated where an earlier one says the same, changed where the likest
earlier one of the same party differs from it, and new where nothing earlier is near it; what is near but unsure is none
of these. What an earlier issue told is compared as a text of its own: its facts are found anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import (
    Article,
    Block,
    Brief,
    Reading,
    Sentence,
    Since,
    Source,
    SourceEntry,
    Span,
    Statement,
    Told,
)
from briefing.statements.claims import Claim, Naming, claims
from briefing.statements.facts import with_facts
from briefing.statements.likeness import Space, likeness, space
from briefing.statements.sequel import judge_again, near
from briefing.statements.verdicts import Evidence, Verdict, kin


_LIKEST = 0.7  # of the likest earlier position: a change is told of the one that it is about


@dataclass(frozen=True, slots=True)
class _Match:
    """How one of today's positions stands to one of the issue before."""

    then: int
    seen: Evidence
    verdict: Verdict | None


def since(reading: Reading, earlier: Brief) -> Since:
    """Sort today's positions into new, changed and repeated, and name who has gone quiet."""
    today = [index for index, placed in enumerate(reading.placements) if placed.themes]
    entries = {entry.n: entry for entry in earlier.sources}
    told = [one for one in _told(earlier) if one.source in entries]
    naming = Naming(reading.statements)
    all_now = claims(reading.statements, naming)
    now = [all_now[index] for index in today]
    then = claims([_again(one, entries[one.source]) for one in told], naming)
    known = space((*all_now, *then))
    new: list[int] = []
    changed: list[tuple[Told, SourceEntry, int]] = []
    repeated: list[int] = []
    for at, index in enumerate(today):
        themes = set(reading.placements[index].themes)
        alike = [j for j, one in enumerate(told) if not one.themes or themes & set(one.themes)]
        matches = [_match(now[at], then, (index, j), len(all_now), known, naming) for j in alike]
        best = _best(matches)
        if best:
            if best.verdict and best.verdict.kind == "same":
                repeated.append(index)
            else:
                changed.append((told[best.then], entries[told[best.then].source], index))
        elif not any(near(match.seen) for match in matches):
            new.append(index)
    return Since(tuple(new), tuple(changed), tuple(repeated), _quiet(now, then))


def _told(earlier: Brief) -> tuple[Told, ...]:
    """Give what an issue told; an old archive lists only what it printed."""
    if earlier.told:
        return earlier.told
    items = {item.id: item for section in earlier.sections for item in section.items}
    return tuple(
        Told(i.id, i.text, i.source, i.start, i.end, i.language, i.themes, i.speakers) for i in items.values()
    )


def _again(told: Told, entry: SourceEntry) -> Statement:
    """Make a statement of what an issue told, with its facts."""
    source = Source(entry.location, entry.location, entry.digest, published=entry.published)
    block = Block("paragraph", Span(0, len(told.text)))
    article = Article(f"then:{told.id.partition(':')[0]}", told.text, source, (block,), told.language)
    statement = Statement(Sentence(article, block.span, block, 0), told.speakers)
    return with_facts((statement,))[0]


def _match(
    claim: Claim, then: Sequence[Claim], pair: tuple[int, int], size: int, known: Space, naming: Naming
) -> _Match:
    index, j = pair
    other = then[j]
    alike = likeness(known.rows[index], known.rows[size + j])
    seen = Evidence(alike, known.told(claim, other), kin(claim, other, naming))
    return _Match(j, seen, judge_again(claim, other, seen))


def _best(matches: Sequence[_Match]) -> _Match | None:
    """Choose the likest match with an outcome, where nothing else is clearly more alike: the wrong pair is no change."""
    top = max((match.seen.alike for match in matches), default=0.0)
    told = [match for match in matches if match.verdict and match.seen.alike >= _LIKEST * top]
    return max(told, key=lambda match: (match.seen.alike, -match.then), default=None)


def _quiet(now: Iterable[Claim], then: Iterable[Claim]) -> tuple[str, ...]:
    """Name the actors that took a position then and take none now, as they were named."""
    speaking = {party.actor for claim in now for party in claim.parties}
    silent: dict[str, str] = {}
    for claim in then:
        for party in sorted(claim.parties, key=lambda party: party.name):
            if party.actor and party.actor not in speaking:
                silent.setdefault(party.actor, party.shown)
    return tuple(silent.values())
