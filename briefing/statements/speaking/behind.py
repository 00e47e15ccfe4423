"""Subjects that stand behind their verb: “…”, said Lavrov; In Berlin forderte Scholz."""

from briefing.model import How
from briefing.statements.looking.look import Group, Look
from briefing.statements.looking.offices import role
from briefing.statements.speaking.voice import Voice, cue_text, named, pronoun
from briefing.text.phrases import Hit

_WITHIN = 7  # words from the verb to the name, offices and articles among them
_BREAKS = frozenset(",;:—–(")


def closes(look: Look, cue: Hit) -> bool:
    """Tell whether what was said ends right before a cue that may follow it."""
    if not cue.first or not look.lexicon.tail.at(look.words, cue.first):
        return False
    return look.inside(cue.first - 1) or "," in look.between(cue.first - 1)


def behind(look: Look, cue: Hit, how: How) -> list[Voice]:
    """Find a subject right behind its verb: names, a pronoun, or an office; empty where something else stands there."""
    index = cue.last
    if look.lexicon.has("addressed", look.words[cue.first]):
        return []  # "told Al Jazeera"
    while index < min(cue.last + _WITHIN, len(look.words)):
        if index > 0 and not _BREAKS.isdisjoint(look.between(index - 1)):
            break
        group = next((one for one in look.groups if one.first == index), None)
        if group is not None:
            found = _all(look, _named_behind(look, _holder(look, group), cue.last))
            return [named(look, one, cue, how) for one in found] if _subject(look, found[-1].last) else []
        he = pronoun(look, index, cue)
        if he is not None:
            return [he] if _subject(look, index + 1) else []
        office = role(look, index)
        if office is not None:
            return [
                Voice(
                    None,
                    "role",
                    cue_text(look, cue),
                    index,
                    look.text(index, office[1]),
                    closing=how == "tail",
                    office=office[0],
                )
            ]
        index = _past(look, index)
        if not index:
            break
    return []


def _subject(look: Look, end: int) -> bool:
    """Tell whether the clause may close behind a name: in "he, too, said Scholz had asked" it does not."""
    if look.lexicon.verb_second or end == len(look.words) or look.between(end - 1).strip():
        return True
    word = look.words[end]
    kinds = ("prepositions", "and", "relative", "that")
    return word.key in look.lexicon.dates or any(look.lexicon.has(kind, word) for kind in kinds)


def _past(look: Look, index: int) -> int:
    """Step over an office, an article with its adjective, or an adverb; 0 where none stands there."""
    word = look.words[index]
    if look.lexicon.office(look.words, index):
        return look.lexicon.office(look.words, index)
    if look.lexicon.has("articles", word) or look.lexicon.has("auxiliary", word):
        return index + 1
    before = look.words[index - 1] if index else None
    held = any(look.lexicon.office(look.words, first) == index for first in range(max(index - 3, 0), index))
    if held and look.lexicon.has("of", word):
        return index + 1  # "erklärt die Präsidentin des Mieterbundes"
    after_article = before is not None and any(
        look.lexicon.has(kind, before) for kind in ("articles", "owner")
    )
    narrows = index + 1 < len(look.words) and look.lexicon.office(look.words, index + 1)
    return index + 1 if after_article or narrows else 0


def _holder(look: Look, group: Group) -> Group:
    """Take the person for the party where an office joins them: "CDU-Chef Friedrich Merz"."""
    if group.person:
        return group
    index = group.last
    while index < len(look.words) and (end := look.lexicon.office(look.words, index)):
        index = end
    joined = (
        index > group.last and look.between(index - 1).strip() == "" if index < len(look.words) else False
    )
    after = next((one for one in look.groups if one.first == index), None)
    same = after is not None and after.actor in (None, group.actor)
    known = after is not None and (
        after.actor is not None or group.actor is None
    )  # "Eurasia Group analyst Ann Lee"
    return after if joined and same and after is not None and known else group


def _named_behind(look: Look, group: Group, first: int) -> Group:
    """Take the person whom a comma sets behind an office and its house: "erklärt die Chefin der SPD, Eva Rau, …"."""
    office = any(look.lexicon.office(look.words, index) for index in range(first, group.first))
    after = next((one for one in look.groups if one.first == group.last), None)
    named = office and not group.person and after is not None and "," in look.between(group.last - 1)
    return (
        after
        if named and after is not None and after.actor in (None, group.actor) and after.person
        else group
    )


def _all(look: Look, first: Group) -> list[Group]:
    """Add the names that a list joins to the first: "sagten Scholz und Habeck"."""
    found = [first]
    for group in look.groups:
        between = look.words[found[-1].last : group.first]
        if (
            group.first > found[-1].first
            and between
            and all(look.lexicon.has("and", word) for word in between)
        ):
            found.append(group)
    return found
