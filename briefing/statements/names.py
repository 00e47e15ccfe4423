"""Names that an article introduces by their office: "U.S. Defense Secretary Pete Hegseth" makes Hegseth American."""

from collections.abc import Sequence

from briefing.statements.look import Group, Look


def learn(seen: Sequence[Look]) -> dict[str, tuple[str | None, str]]:
    """Collect folded surname → (actor, name) from an article's introductions; a name given two actors is dropped."""
    learned: dict[str, set[tuple[str | None, str]]] = {}
    for one in seen:
        for left, right in zip(one.groups, one.groups[1:], strict=False):
            name = _introduced(one, left, right)
            if name:
                learned.setdefault(one.words[right.last - 1].key, set()).add((left.actor, name))
    return {
        key: min(known, key=lambda pair: pair[1])
        for key, known in learned.items()
        if len({actor for actor, _ in known}) == 1
    }


def _introduced(look: Look, party: Group, person: Group) -> str | None:
    """The person's name where an office joins it to a party: right after it, at most one "s" and a comma between."""
    if party.actor is None or party.person or person.actor is not None:
        return None
    office = [index for index in range(party.last, person.last) if look.lexicon.titles.at(look.words, index)]
    if not office or person.first - party.last > 5 or party.first > office[0]:
        return None
    between = look.text(party.last - 1, person.last)
    first = max(hit.last for index in office for hit in look.lexicon.titles.at(look.words, index))
    if first >= person.last or any(mark in between for mark in ".;:—") or between.count(",") > 1:
        return None
    start = max(first, person.first)
    return look.text(start, person.last) if look.words[start].capital else None
