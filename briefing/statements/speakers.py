"""Who speaks in one sentence: the subject of a cue word, or whom "according to" names.

A pronoun or an office ("the minister") is left open here; ``carry`` resolves it from the text before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import How
from briefing.statements.look import Group, Look
from briefing.text.phrases import Hit

_REACH = 30  # words between a subject and its verb: longer clauses are guesses
_NEAR = 4
_BREAKS = ";:—"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as found: a name, or a pronoun or an office that awaits its name."""

    group: Group | None
    how: How
    cue: str
    first: int
    """The word at which the subject, or what stands for it, begins."""
    name: str
    plural: bool = False
    via: str | None = None


def speakers(look: Look) -> tuple[Voice, ...]:
    """Find a sentence's speakers, in the order of their cues, each once."""
    found: list[Voice] = []
    by_cue: dict[int, tuple[Voice, ...]] = {}
    via = None
    for cue in look.cues:
        if cue.label == "according":
            told, via = _according(look, cue)
            found += told
            continue
        voices = tuple(_subject(look, cue, by_cue))
        if voices:
            by_cue[cue.first] = voices
            found += voices
    named = [replace(voice, via=via) if voice.how != "according_to" else voice for voice in found]
    return tuple({(voice.name, voice.how == "pronoun"): voice for voice in reversed(named)}.values())[::-1]


def _according(look: Look, cue: Hit) -> tuple[list[Voice], str | None]:
    """Take an actor for the speaker; anybody else is the medium that relays the others, or speaks for itself."""
    after = [group for group in look.groups if cue.last <= group.first <= cue.last + 2]
    actors = [group for group in after if group.actor is not None]
    if actors:
        return [_voice(look, group, cue, "according_to") for group in actors], None
    if not after:
        return [], None
    name = look.text(after[0].first, after[0].last)
    others = any(group.actor is not None for group in look.groups)
    return ([] if others else [_voice(look, after[0], cue, "according_to")]), name


def _voice(look: Look, group: Group, cue: Hit, how: How) -> Voice:
    text = look.text(cue.first, cue.last)
    return Voice(group, how, text, group.first, look.text(group.first, group.last))


def _subject(look: Look, cue: Hit, before: dict[int, tuple[Voice, ...]]) -> Sequence[Voice]:
    """Find the subject of a cue: left of it as a rule, right of it in "said Lavrov" and "rejected by Russia"."""
    previous = next(reversed(before.values()), ())
    edge = _left_edge(look, cue.first)
    if edge < 0:
        return _inverted(look, cue)
    word = look.words[edge]
    if word.key in ("to", "zu") or (previous and _embedded(look, cue, max(before))):
        return ()  # an infinitive has no subject of its own
    again = [replace(voice, cue=look.text(cue.first, cue.last)) for voice in previous]
    if look.lexicon.has("and", word) and again:
        return again
    if _passive(look, cue):
        return _by(look, cue)
    if "," in look.between(edge) and look.words[cue.first].form.endswith("ing"):
        return again or _first(look, cue)
    return _left(look, cue, edge) or _inverted(look, cue)


def _embedded(look: Look, cue: Hit, previous: int) -> bool:
    """Tell whether a cue stands in what an earlier one reports: "demanded guarantees that Kyiv would never …"."""
    return any(look.lexicon.has("that", look.words[index]) for index in range(previous + 1, cue.first))


def _left_edge(look: Look, first: int) -> int:
    """Step left over auxiliaries and adverbs."""
    edge = first - 1
    while edge >= 0 and (
        look.lexicon.has("auxiliary", look.words[edge])
        or (look.words[edge].form.endswith("ly") and look.words[edge].form.islower())
    ):
        edge -= 1
    return edge


def _passive(look: Look, cue: Hit) -> bool:
    verb = look.words[cue.first]
    before = look.words[cue.first - 1] if cue.first else None
    return before is not None and look.lexicon.has("passive", before) and not verb.form.endswith("ing")


def _by(look: Look, cue: Hit) -> list[Voice]:
    if cue.last >= len(look.words) or look.words[cue.last].key not in ("by", "von", "par"):
        return []
    return [_voice(look, group, cue, "named") for group in look.groups if 0 < group.first - cue.last <= 6][:1]


def _first(look: Look, cue: Hit) -> list[Voice]:
    """Take the sentence's first name, where it stands at the head of its clause."""
    return [_voice(look, group, cue, "named") for group in look.groups[:1] if not _leans(look, group)]


def _leans(look: Look, group: Group) -> bool:
    """Tell whether a name only qualifies: behind a preposition, joined to one that is, or before what it owns."""
    for index in range(group.first - 1, max(group.first - 4, -1), -1):
        word = look.words[index]
        if "," in look.between(index) or look.lexicon.has("with", word):
            return owns_others(look, group)  # "with Lavrov declaring": an absolute clause has its own subject
        if look.lexicon.has("prepositions", word):
            return True
        if look.lexicon.has("and", word):
            before = [other for other in look.groups if other.last == index]
            return bool(before) and _leans(look, before[-1])
        if not word.form[:1].islower() or any(cue.first <= index < cue.last for cue in look.cues):
            break
    return owns_others(look, group)


def owns_others(look: Look, group: Group) -> bool:
    """Tell whether a name stands before others that it owns: "Kyiv’s allies", "Ukraine’s European backers"."""
    for index in range(group.last, min(group.last + 3, len(look.words))):
        if look.lexicon.owned.at(look.words, index):
            return True
        if any(cue.first <= index < cue.last for cue in look.cues):
            break  # "Zelensky urged all allies": he addresses them
    return False


def _left(look: Look, cue: Hit, edge: int) -> list[Voice]:
    floor = _floor(look, cue, edge)
    names = [group for group in look.groups if floor <= group.first < group.last <= edge + 1]
    names = [group for group in names if not look.inside(group.first) and not _restricts(look, group)]
    pronoun = next((i for i in range(edge, floor - 1, -1) if _pronoun(look, i)), -1)
    heads = [group for group in names if not _leans(look, group)] or _near(look, names, cue)
    if pronoun >= 0 and not any(group.first > pronoun for group in heads):
        word = look.words[pronoun]
        plural = look.lexicon.has("they", word) and not look.lexicon.has("he", word)
        return [Voice(None, "pronoun", look.text(cue.first, cue.last), pronoun, word.form, plural)]
    if not heads:
        return []
    how: How = "tail" if _tail(look, cue, heads[-1]) else "named"
    return [_voice(look, group, cue, how) for group in _joined(look, heads)]


def _restricts(look: Look, group: Group) -> bool:
    """Tell whether a name opens a relative clause: in "a force that Russia rejects" nobody speaks."""
    return group.first > 1 and look.lexicon.has("that", look.words[group.first - 1])


def _near(look: Look, names: list[Group], cue: Hit) -> list[Group]:
    """Let a name that only qualifies speak where the verb is near: "officials in Kyiv said", "Kyiv, which …"."""
    own = [group for group in names if not owns_others(look, group)][-1:]
    if not own or cue.first - own[0].last > _NEAR:
        return []
    gap = "".join(look.between(index) for index in range(own[0].last - 1, cue.first - 1))
    relative = "," not in gap or look.lexicon.has("relative", look.words[own[0].last])
    return own if relative else []


def _pronoun(look: Look, index: int) -> bool:
    word = look.words[index]
    subject = look.lexicon.has("he", word) or look.lexicon.has("they", word)
    return subject and not look.inside(index)


def _floor(look: Look, cue: Hit, edge: int) -> int:
    """Find the word at which the clause begins: behind the last break, quotation or cue that has a name after it."""
    for index in range(edge - 1, max(cue.first - _REACH, 0) - 1, -1):
        if any(mark in look.between(index) for mark in _BREAKS) or (
            look.inside(index) and not look.inside(index + 1)
        ):
            return index + 1
        if any(other.first <= index < other.last for other in look.cues) and any(
            group.first > index and group.last <= edge + 1 for group in look.groups
        ):
            return index + 1
    return max(cue.first - _REACH, 0)


def _joined(look: Look, heads: list[Group]) -> list[Group]:
    """Take the last name before the verb with all that a list joins to it: "Germany, Italy and Spain"."""
    joined = [heads[-1]]
    listed = False
    for group in reversed(heads[:-1]):
        if group.first == joined[0].first:
            joined.insert(0, group)  # an alias of two actors
            continue
        between = look.words[group.last : joined[0].first]
        listed = listed or (bool(between) and all(look.lexicon.has("and", word) for word in between))
        if (
            group.last > joined[0].first
            or not listed
            or not all(look.lexicon.has("and", word) for word in between)
        ):
            break
        joined.insert(0, group)
    return joined


def _tail(look: Look, cue: Hit, subject: Group) -> bool:
    """Tell whether what was said stands before: "…,” Zelenskyy stated"."""
    if subject.first == 0 or not look.lexicon.tail.at(look.words, cue.first):
        return False
    return look.inside(subject.first - 1) or "," in look.between(subject.first - 1)


def _inverted(look: Look, cue: Hit) -> list[Voice]:
    """Find a subject that follows its verb: “…”, said Lavrov."""
    if not look.lexicon.tail.at(look.words, cue.first):
        return []
    if cue.first and not (look.inside(cue.first - 1) or "," in look.between(cue.first - 1)):
        return []
    after = [group for group in look.groups if 0 <= group.first - cue.last <= 5]
    if after:
        return [_voice(look, after[0], cue, "tail")]
    if cue.last < len(look.words) and _pronoun(look, cue.last):
        return [Voice(None, "pronoun", look.text(cue.first, cue.last), cue.last, look.words[cue.last].form)]
    return []
