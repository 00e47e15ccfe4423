"""Offices that stand for those who hold them: "the chancellor", where the article has said who that is."""

from collections.abc import Iterable, Mapping

from briefing.statements.look import Group, Look

_WORDS = 2  # words between the article and the office at most: "the German finance minister"

Person = tuple[str, str | None]
"""Name and actor."""
Holders = Mapping[str, tuple[Person, ...]]
"""Office, folded → all that the article introduces by it."""


def holders(seen: Iterable[Look]) -> Holders:
    """Collect who holds which office from introductions: "Chancellor Olaf Scholz"."""
    found: dict[str, dict[str, Person]] = {}
    for look in seen:
        for group in look.groups:
            office = _before(look, group)
            if office and (group.person or group.actor is None):
                person = (look.text(group.first, group.last), group.actor)
                found.setdefault(office, {}).setdefault(look.words[group.last - 1].key, person)
    return {office: tuple(who.values()) for office, who in found.items()}


def _before(look: Look, group: Group) -> str | None:
    """Give the office right before a name, with the word that narrows it: "finance minister"."""
    starts = [
        i
        for i in range(max(group.first - 3, 0), group.first)
        if look.lexicon.office(look.words, i) == group.first
    ]
    if not starts:
        return None
    first = starts[0]
    if first and look.words[first - 1].capital and look.between(first - 1) == " ":
        parties = any(other.first <= first - 1 < other.last for other in look.groups if other.actor)
        first -= 0 if parties or look.lexicon.small(look.words[first - 1]) else 1
    return " ".join(word.key for word in look.words[first : group.first])


def meant(office: str, known: Holders, last: Person | None) -> Person | None:
    """Give whom an office means: the last person who spoke where it is theirs, else the only one whose it is."""
    fitting = {
        _surname(who): who
        for held, people in known.items()
        if held.endswith(office) or office.endswith(held)
        for who in people
    }
    if last is not None and _surname(last) in fitting:
        return fitting[_surname(last)]
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _surname(person: Person) -> str:
    return person[0].split()[-1]


def role(look: Look, index: int) -> tuple[str, int] | None:
    """Read "the chancellor" at a word: the office, folded, and the word behind it; None before a name or an "of"."""
    if not look.lexicon.has("articles", look.words[index]) or look.inside(index):
        return None
    for first in range(index + 1, min(index + 2 + _WORDS, len(look.words))):
        end = look.lexicon.office(look.words, first)
        if end:
            return (
                None if _goes_on(look, end) else (" ".join(w.key for w in look.words[index + 1 : end]), end)
            )
        if look.between(first - 1) != " " or any(group.first == first for group in look.groups):
            return None
    return None


def _goes_on(look: Look, end: int) -> bool:
    """Tell whether an office belongs to a name or to something else: "the president of the federation"."""
    if end >= len(look.words) or look.between(end - 1) != " ":
        return False
    follows = look.words[end]
    return look.lexicon.has("of", follows) or any(group.first == end for group in look.groups)
