"""Who is the guest of an interview: whom its head says is talked with, or whom its title lets speak."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import load
from briefing.model import HEADINGS, PROSE, Speaker
from briefing.statements.looking.look import Group, Look
from briefing.statements.looking.names import learn
from briefing.text.phrases import Phrases
from briefing.text.tokens import fold

_SPOKEN = (": ‘", ": “", ": '", ': "', ": «", ": „")
_NEAR = 8  # words from "interview with" to the name, offices among them


@dataclass(frozen=True, slots=True)
class Asking:
    """What a language calls an interview, compiled."""

    called: Phrases
    meets: Phrases
    you: frozenset[str]
    outlets: frozenset[str]
    notes: frozenset[str]


@lru_cache(maxsize=16)
def asking(code: str) -> Asking:
    """Compile a language's words for interviews, once."""
    language = load(code)
    return Asking(
        Phrases({"called": language.words("turns.interview")}),
        Phrases({"meets": language.words("turns.meets")}),
        frozenset(map(fold, language.words("turns.you"))),
        frozenset(map(fold, language.words("furniture.outlet_words"))),
        frozenset(map(fold, language.words("turns.notes"))),
    )


def guest_of(before: Sequence[Look], seen: Sequence[Look], words: Asking) -> Speaker | None:
    """Take whom the head says is talked with, else whom its title lets speak, else whom it names most."""
    known = surnames(seen)
    for look in before:
        for hit in words.meets.find(look.words):
            if gives := _giver(look, hit.first, words):
                return _speaker(look, gives, known)
            for group in look.groups:
                near = 0 <= group.first - hit.last <= _NEAR
                if near and (_is_guest(look, group, words) or group.last == len(look.words)):
                    return _speaker(look, group, known)
    named = [(look, group) for look in before for group in look.groups if _is_guest(look, group, words)]
    told = {look.words[group.last - 1].key for look in seen for group in look.groups}
    named = [one for one in named if one[0].sentence.block.kind in PROSE or _confirmed(*one, told)]
    for look, group in named:
        if lets_speak(look, group):
            return _speaker(look, group, known)
    if not named:
        return None
    often = Counter(look.words[group.last - 1].key for look, group in named)
    return _speaker(*max(named, key=lambda one: often[one[0].words[one[1].last - 1].key]), known)


def _giver(look: Look, at: int, words: Asking) -> Group | None:
    """Read "Minister Ann Lee in an interview with the Courier" at "interview": who stands before the "in"."""
    inside = range(max(at - 2, 0), at)
    opened = next((i for i in inside if look.lexicon.has("prepositions", look.words[i])), None)
    if opened is None:
        return None
    ahead = [group for group in look.groups if group.last <= opened and _is_guest(look, group, words)]
    return ahead[-1] if ahead and ahead[-1].last == opened else None


def lets_speak(look: Look, group: Group) -> bool:
    """Tell whether a heading lets a person speak: "Scholz: no soldiers", "Scholz on soldiers: ‘Not now’"."""
    if look.sentence.block.kind not in HEADINGS or not group.person or group.last == len(look.words):
        return False
    own = group.first == 0 and ":" in look.between(group.last - 1)
    return own or any(mark in look.sentence.text for mark in _SPOKEN)


def _is_guest(look: Look, group: Group, words: Asking) -> bool:
    """Tell whether a name can be a person's: one known, or two words and more that are no outlet's."""
    stranger = group.actor is None and group.last - group.first > 1
    outlet = any(look.words[index].key in words.outlets for index in range(group.first, group.last))
    return bool(group.person) or (stranger and not outlet)


def _confirmed(look: Look, group: Group, told: Set[str]) -> bool:
    """Tell whether a heading's name is one, for there any word may be capital: an actor's, or one of the prose."""
    return bool(group.person) or look.words[group.last - 1].key in told


def _speaker(look: Look, group: Group, known: Mapping[str, str]) -> Speaker:
    """Make the guest, whose actor any sentence may tell, or the office before the name."""
    key = look.words[group.last - 1].key
    introduced, _ = learn([look]).get(key, (None, ""))
    return Speaker(
        look.text(group.first, group.last), group.actor or known.get(key) or introduced, "interview"
    )


def surnames(seen: Sequence[Look]) -> Mapping[str, str]:
    """Give the actor that an article gives to a surname: folded → the first such actor."""
    found: dict[str, str] = {}
    for look in seen:
        for group in look.groups:
            if group.actor is not None:
                found.setdefault(look.words[group.last - 1].key, group.actor)
    return found
