"""Whom a phrase names as the source: "according to Putin", "Macron zufolge"."""

from briefing.statements.looking.look import Group, Look
from briefing.statements.looking.offices import role
from briefing.statements.speaking.behind import behind
from briefing.statements.speaking.voice import Voice, cue_text, named
from briefing.text.phrases import Hit

_PAPER = 4  # words between "according to" and a document, and between it and who signs it


def according(look: Look, cue: Hit) -> tuple[list[Voice], str | None]:
    """Take an actor for the speaker; anybody else is the medium that relays the others, or speaks for itself."""
    if cue.label == "pointing":
        return [Voice(None, "pronoun", cue_text(look, cue), cue.first, look.text(cue.first, cue.last))], None
    office = role(look, cue.last) if cue.last < len(look.words) else None
    office = office or _genitive(look, cue.last)
    if office is not None:
        name = look.text(cue.last, office[1])
        return [Voice(None, "role", cue_text(look, cue), cue.last, name, office=office[0])], None
    after = [group for group in look.groups if cue.last <= group.first <= cue.last + 2]
    if look.lexicon.has("behind", look.words[cue.first]):
        after = [group for group in look.groups if 0 <= cue.first - group.last <= 1]
    after = [group for group in after if group.first == after[0].first or _joined(look, after[0], group)]
    actors = [group for group in after if group.actor is not None] or _authors(look, cue.last)
    if actors:
        return [named(look, group, cue, "according_to") for group in actors], None
    if not after:
        found = behind(look, cue, "according_to") if look.lexicon.verb_second else []
        return [voice for voice in found if voice.group is not None], None
    name = look.text(after[0].first, after[0].last)
    others = any(group.actor is not None for group in look.groups)
    return ([] if others else [named(look, after[0], cue, "according_to")]), name


def _genitive(look: Look, index: int) -> tuple[str, int] | None:
    """Read an office whose article the cue holds: "nach dem Willen des Ministers"."""
    if index >= len(look.words) or not look.lexicon.has("owner", look.words[index - 1]):
        return None
    key = look.words[index].key
    at = next((word for word in (key, key.removesuffix("s")) if look.lexicon.ends_office(word)), None)
    named = any(group.first == index for group in look.groups)
    return (at.removesuffix("s"), index + 1) if at and not named else None


def _joined(look: Look, first: Group, group: Group) -> bool:
    """Tell whether a name is told in one breath with the first: "according to Paris and Rome", not "to Paris, Rome"."""
    between = look.words[first.last : group.first]
    return bool(between) and all(look.lexicon.has("and", word) for word in between)


def _authors(look: Look, first: int) -> list[Group]:
    """Take all who sign a document for its voice: "according to a joint statement from Kyiv and Washington"."""
    paper = next(
        (at for at in range(first, min(first + _PAPER, len(look.words))) if _is_paper(look, at)), None
    )
    if paper is None:
        return []
    signed = [group for group in look.groups if group.first > paper]
    found = signed[:1] if signed and signed[0].first <= paper + _PAPER else []
    for group in signed[len(found) :] if found else ():
        between = look.words[found[-1].last : group.first]
        if not all(look.lexicon.has("and", word) or look.lexicon.has("articles", word) for word in between):
            break
        found.append(group)
    return [group for group in found if group.actor is not None]


def _is_paper(look: Look, index: int) -> bool:
    return look.lexicon.has("documents", look.words[index])
