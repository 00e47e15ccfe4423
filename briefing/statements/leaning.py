"""Sentences that cannot stand alone: they open on a word that leans on what came before, or share a quotation."""

from briefing.statements.look import Look


def leans(look: Look) -> str | None:
    """Name the word on which a sentence leans, or None where it stands alone.

    An opener counts at the sentence's start, outside of quotation marks; a "he" counts anywhere before the first name.
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
    first_name = min((group.first for group in look.groups), default=len(look.words))
    for index in range(min(first_name, len(look.words))):
        word = look.words[index]
        if not look.inside(index) and (look.lexicon.has("he", word) or look.lexicon.has("they", word)):
            return word.form
    return None


def joins(look: Look) -> bool:
    """Tell whether a sentence's quotation goes on in the next one."""
    return any(quote.end > look.sentence.span.end for quote in look.quotes)
