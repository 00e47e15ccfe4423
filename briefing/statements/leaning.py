"""Sentences that cannot stand alone: they open on a word that leans on what came before, or share a quotation."""

from briefing.statements.look import Look

_NEAR = 4  # words behind the cue in which its object is named


def leans(look: Look) -> str | None:
    """Name the word on which a sentence leans, or None where it stands alone.

    An opener counts at the sentence's start, a pointer ("any such") up to the first cue's object, a pronoun wherever
    nobody is named before it; nothing counts inside quotation marks.
    """
    if not look.words:
        return ""
    if any(quote.start < look.sentence.span.start for quote in look.quotes):
        return look.text(0, 1)
    if look.inside(0):
        return None
    opener = look.lexicon.openers.at(look.words, 0)
    if opener:
        return look.text(0, opener[0].last)
    return _pointer(look) or _pronoun(look)


def _pointer(look: Look) -> str | None:
    """Find "any such force", "this proposal" before the first cue: what they point to was left behind."""
    end = look.cues[0].last + _NEAR if look.cues else len(look.words)
    for index in range(min(end, len(look.words))):
        hits = look.lexicon.pointers.at(look.words, index)
        if hits and not look.inside(index):
            return look.text(index, hits[0].last)
    return None


def _pronoun(look: Look) -> str | None:
    """Find a "he" or "they" that nobody named before it in the sentence can be; a country is no "he"."""
    for index, word in enumerate(look.words):
        if look.inside(index):
            continue
        before = [group for group in look.groups if group.first < index]
        if look.lexicon.has("he", word) and not any(group.person or group.actor is None for group in before):
            return word.form
        if look.lexicon.has("they", word) and not before:
            return word.form
        if look.lexicon.has("him", word) and _own_object(look, index):
            return word.form
        if look.lexicon.has("them", word) and not any(_plural(other.form) for other in look.words[:index]):
            return word.form
    return None


def _own_object(look: Look, index: int) -> bool:
    """Tell whether "him" cannot be the sentence's only person: "Starmer backed him", with nothing said in between."""
    people = {
        group.person or group.first
        for group in look.groups
        if group.first < index and (group.person or not group.actor)
    }
    told = any(cue.label == "say" and cue.first < index for cue in look.cues)
    return len(people) == 1 and not told


def _plural(form: str) -> bool:
    return form.endswith("s") and len(form) > 3


def joins(look: Look) -> bool:
    """Tell whether a sentence's quotation goes on in the next one."""
    return any(quote.end > look.sentence.span.end for quote in look.quotes)
