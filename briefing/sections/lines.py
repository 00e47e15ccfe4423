"""What may be printed: statements that stand alone, alone or with the sentences that share their quotation."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Audience, Reading, Stance, Statement
from briefing.sections.hand import DROPPED, NOTHING, Hand, Held
from briefing.sections.standing import barred
from briefing.sections.twice import merged
from briefing.text.tokens import count_words

ELSEWHERE = "belongs to a theme that this edition does not show"
LIGHT = "not among the weightiest"
AGAIN = "tells what its section tells already"
FULL = "beyond its section’s limit"
ROOM = "gave way to the length"
RIGHTS = "beyond what may be printed of its source"
HIDDEN = "in a block that this edition does not show"
TWICE = "told twice"  # counted apart from what was left out

_TOGETHER = 60  # words of a leaning sentence and its predecessor: what a reader takes as one statement
_STRONG = 2.0  # a score that earns a leaning sentence its predecessor: a position, not a mention
_LEANT = 0.75  # what a sentence loses that stands only with the one before it: half of the heaviest weight
_MOST_POINTS = 3.0  # a score above this says no more about strength: it has only more of the same words
_WEIGHT = (
    0.6  # what the summarizer’s weight (0 to 1) counts beside the score: at 1.5 leads won over positions
)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as it may be printed."""

    members: tuple[int, ...]
    """Indices into ``reading.statements``: consecutive sentences of one article."""
    theme: str | None
    value: float
    """How much a section wants it."""
    also: tuple[int, ...] = ()
    """Equal sentences of other articles."""
    side: Stance | None = None
    """The side that it takes in its theme's matter, where the theme asks for contrast."""
    pinned: bool = False
    """Whether an editor wants it in its section, whatever its value."""
    silent: bool = False
    """Whether nobody is named as its speaker, as that is not certain."""

    @property
    def first(self) -> int:
        """The statement that it begins with."""
        return self.members[0]


def lines(
    reading: Reading, audience: Audience, hand: Hand = NOTHING, refused: frozenset[int] = frozenset()
) -> tuple[tuple[Line, ...], dict[int, str]]:
    """List what an edition may print, equal ones merged, and say of every other statement why not (or TWICE).

    ``hand``: what an editor changed. ``refused``: statements that may not be printed; they still count as told twice.
    """
    left: dict[int, str] = {}
    found: list[Line] = []
    pins = {pin.members[0]: pin for pin in hand.pins}
    single = hand.gone | refused
    index = 0
    while index < len(reading.statements):
        if pins and index in pins:
            found.append(_pinned(reading, audience, pins[index]))
            index = found[-1].members[-1] + 1
            continue
        alone = _members(reading.statements, index)
        members = _with_next(reading, audience, alone, single)
        theme, score, why_not = _theme(reading, members, audience, hand.apart)
        reason = _dropped(hand, members, why_not) or barred(reading.statements, members) or why_not
        if reason:
            for member in members:
                left[member] = reason
        else:
            leant = _LEANT if len(members) > len(alone) else 0.0
            found.append(Line(members, theme, _value(reading, audience, members, (score, leant))))
        index = members[-1] + 1
    silenced = {line.first for line in found if not refused.isdisjoint(line.members)} if refused else ()
    kept, twice = merged(found, reading, last=silenced)
    for line in twice:
        left |= dict.fromkeys(line.members, TWICE)
    for line in kept:
        if line.first in silenced:
            left |= dict.fromkeys(line.members, RIGHTS)
    return tuple(line for line in kept if line.first not in silenced), left


def _dropped(hand: Hand, members: tuple[int, ...], why_not: str | None) -> str | None:
    """Say that an editor dropped one of these, wherever it stands or from the theme that it has."""
    gone = why_not == DROPPED or (hand.gone and not hand.gone.isdisjoint(members))
    return DROPPED if gone else None


def _pinned(reading: Reading, audience: Audience, pin: Held) -> Line:
    """Make a line of what an editor pinned, for the theme where rules would have it."""
    theme, score, _ = _theme(reading, pin.members, audience)
    value = _value(reading, audience, pin.members, (score, 0.0))
    return Line(pin.members, theme, value, pinned=True, silent=pin.silent)


def _value(reading: Reading, audience: Audience, members: tuple[int, ...], by: tuple[float, float]) -> float:
    """Say how much a section wants a line of a score that is less by what it leans on."""
    score, less = by
    weights = reading.weights[audience.method]
    return round(min(score, _MOST_POINTS) + _WEIGHT * max(weights[member] for member in members) - less, 6)


def _members(statements: Sequence[Statement], first: int) -> tuple[int, ...]:
    """Take the sentence at ``first`` with those that share its quotation."""
    if not statements[first].joins:
        return (first,)
    last = first
    while statements[last].joins and last + 1 < len(statements) and _follows(statements, last):
        last += 1
    return tuple(range(first, last + 1))


def _with_next(
    reading: Reading, audience: Audience, members: tuple[int, ...], single: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """Add a strong sentence that leans on these, so that its predecessor comes with it: of one paragraph, and short.

    ``single``: statements that nothing is added to, and that are not added.
    """
    at = members[-1] + 1
    statements = reading.statements
    if single and not single.isdisjoint((*members, at)):
        return members
    if at >= len(statements) or (leaning := statements[at]).leans is None or leaning.brackets:
        return members
    if not _follows(statements, at - 1) or _inside(leaning):
        return members
    both = (*members, *_members(statements, at))
    own, theirs = _theme(reading, members, audience), _theme(reading, both[len(members) :], audience)
    strong = theirs[0] is not None and theirs[1] >= _STRONG and own[0] in (None, theirs[0])
    if not strong or statements[both[-1]].joins or barred(statements, members) is not None:
        return members
    size = sum(count_words(statements[member].sentence.text) for member in both)
    return both if size <= _TOGETHER else members


def _inside(statement: Statement) -> bool:
    """Tell whether a sentence begins inside a quotation, whose earlier words it shares."""
    return any(quote.start <= statement.sentence.span.start for quote in statement.quotes)


def _follows(statements: Sequence[Statement], index: int) -> bool:
    here, after = statements[index].sentence, statements[index + 1].sentence
    return here.article is after.article and here.block == after.block


def _theme(
    reading: Reading,
    members: tuple[int, ...],
    audience: Audience,
    apart: frozenset[tuple[str, int]] = frozenset(),
) -> tuple[str | None, float, str | None]:
    """Find the theme where a statement scores highest, with its score; or why it has none in this edition.

    ``apart``: (theme, statement): that an editor took out of it.
    """
    if not audience.themes:
        question = any(reading.placements[member].reason == "asks a question" for member in members)
        return None, 0.0, "asks a question" if question else None
    held = [reading.placements[member] for member in members]
    best: tuple[float, str] | None = None
    for placement in held:
        for match in placement.matches if placement.themes else ():
            if apart and any((match.theme, member) in apart for member in members):
                continue
            if match.theme in placement.themes and match.theme in audience.themes:
                best = max(best or (match.score, match.theme), (match.score, match.theme))
    if best:
        return best[1], best[0], None
    if apart and any((theme, member) in apart for theme in audience.themes for member in members):
        return None, 0.0, DROPPED
    return None, 0.0, next((placement.reason for placement in held if placement.reason), ELSEWHERE)
