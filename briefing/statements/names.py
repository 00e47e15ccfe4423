"""Names that an article introduces by their office: "U.S. Defense Secretary Pete Hegseth" makes Hegseth American."""

from collections.abc import Sequence

from briefing.statements.look import Group, Look

_OFFICE = 5  # words between the party and the name at most


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
    """Give the person's name where an office joins it to a party: right after it, at most a comma between."""
    if party.actor is None or party.person or person.actor is not None:
        return None
    between = range(party.last, person.first)
    office = any(look.lexicon.office(look.words, index) for index in between)
    if not office or len(between) > _OFFICE:
        return None
    marks = "".join(look.between(index) for index in range(party.last - 1, person.first - 1))
    spoken = any(cue.first in between for cue in look.cues)
    if spoken or marks.strip(" -’'") or any(mark in look.between(person.first - 1) for mark in ".;:—"):
        return None  # a comma at most, right before the name: "France’s minister, Jean X"
    return look.text(person.first, person.last)
