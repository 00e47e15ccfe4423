"""Sentences that cannot stand alone: they open on a word that leans on what came before, or end inside a quotation."""

from briefing.statements.look import Look


def leans(look: Look) -> str | None:
    """Name the word on which a sentence leans, or None where it stands alone.

    An opener counts at the sentence's start, outside of quotation marks; a "he" counts anywhere before the first name.
    """
    span = look.sentence.span
    for quote in look.quotes:
        if quote.start < span.start or quote.end > span.end or _cut(look, quote.start):
            return look.text(0, 1) if look.words else ""
    if not look.words or look.inside(0):
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


def _cut(look: Look, start: int) -> bool:
    """Tell whether the quotation that opens at ``start`` does not close within the sentence."""
    return not any(quote.start == start and quote.end < look.sentence.span.end for quote in look.quotes)
