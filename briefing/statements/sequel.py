"""One outcome for today's position and one of the issue before.

Both belong to one theme of one story, so that a single rare word that both speak of ("apprentices", "mediator") tells
their matter; what asks for more is that they differ. A figure of one counted thing, a denial of what was affirmed, a
condition that came or went, another date: each tells a change.
"""

from briefing.model import Why
from briefing.statements import clashes
from briefing.statements.claims import Claim
from briefing.statements.verdicts import Evidence, Kin, Verdict, conditional, judge, polarity

_MATTER = 0.55  # rarity of what two positions of one party share when they are about one matter
_AMOUNT = 0.2  # the same where both state an amount in one unit
_NEWS, _ALIKE = 0.4, 0.3  # from which on a position is no news for sure: of one party, and of unknown ones
_NEAR = (Kin.SAME, Kin.ACTOR)


def judge_again(now: Claim, then: Claim, seen: Evidence) -> Verdict | None:
    """Give the outcome of two positions; None: unrelated, or unsure."""
    if seen.kin not in _NEAR:
        return judge(now, then, seen)
    agree, clash = clashes.numbers(now, then)
    if clash and seen.told >= _AMOUNT:
        return Verdict("differs", "number")
    if seen.told < _MATTER and not (agree and seen.told >= _AMOUNT):
        return None
    why = _change(now, then, agree=agree)
    if why:
        return Verdict("differs", why)
    return Verdict("same") if agree or judge(now, then, seen) else None


def _change(now: Claim, then: Claim, *, agree: bool) -> Why | None:
    if clashes.dates(now, then):
        return "date"
    if _turned(now, then, agree=agree) or _turned(then, now, agree=agree):
        return "denial"
    if {now.stance, then.stance} == {"for", "against"}:
        return "side"
    if conditional(now, then) and not (now.terms.conditional and then.terms.conditional):
        return "condition"
    return None


def _turned(one: Claim, other: Claim, *, agree: bool) -> bool:
    """Tell whether one denies what the other affirms without any word of denial; a shared figure is no denial."""
    denied = clashes.bears(one, one.denial, other)
    return denied and not agree and not other.terms.denying and polarity(other, one) >= 0


def near(seen: Evidence) -> bool:
    """Tell whether two positions may be about one matter."""
    return seen.told >= _NEWS if seen.kin in _NEAR else seen.alike >= _ALIKE
