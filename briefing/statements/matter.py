"""What two statements both speak of, in words that both use: "Poland", "Keir Starmer: British troops"."""

from collections.abc import Sequence

from briefing.languages import countries
from briefing.statements.claims import Claim
from briefing.statements.terms import labels, terms
from briefing.text.tokens import Token, tokens
from briefing.text.words import stop_words

_MOST_WORDS = 5


def matter(one: Claim, other: Claim) -> str:
    """Name the matter of two claims; in our own voice, so only what stands in both: who speaks, and shared words."""
    subject = _subject(one, other)
    phrase = _phrase(one, other)
    if subject and phrase and " " in phrase and not set(_keys(phrase)) & set(_keys(subject)):
        return f"{subject}: {phrase}"
    return subject or phrase


def _subject(one: Claim, other: Claim) -> str:
    """Give the one party that both share, as the fuller of the two names it."""
    shared = {party.name for party in one.parties} & {party.name for party in other.parties}
    if len(shared) != 1:
        return ""
    (name,) = shared
    shown = [party.shown for claim in (one, other) for party in claim.parties if party.name == name]
    if len(name) == 2 and name.isupper() and name in countries.codes():
        return countries.names(name, one.language)[0].rstrip("*")
    return max(sorted(shown), key=len)


def _phrase(one: Claim, other: Claim) -> str:
    """Give the longest run of words that both have, without the small words at its ends."""
    ours, theirs = tokens(one.text), tokens(other.text)
    places: dict[str, list[int]] = {}
    for index, token in enumerate(theirs):
        places.setdefault(token.key, []).append(index)
    small = stop_words(one.language)
    best: Sequence[Token] = ()
    for start, token in enumerate(ours):
        if token.key in small:
            continue
        size = max((_run(ours, start, theirs, begin) for begin in places.get(token.key, ())), default=0)
        run = _trimmed(ours[start : start + size], small)
        if len(run) > len(best) and _says(one.text[run[0].start : run[-1].end], one.language):
            best = run
    return one.text[best[0].start : best[-1].end] if best else ""


def _run(ours: Sequence[Token], start: int, theirs: Sequence[Token], begin: int) -> int:
    """Count the words that two texts share from two places on."""
    most = min(_MOST_WORDS, len(ours) - start, len(theirs) - begin)
    size = 1
    while size < most and ours[start + size].key == theirs[begin + size].key:
        size += 1
    return size


def _trimmed(run: Sequence[Token], small: frozenset[str]) -> Sequence[Token]:
    while run and run[-1].key in small:
        run = run[:-1]
    return run


def _says(text: str, language: str) -> bool:
    """Tell whether a phrase names a thing: not a deed alone, nor a number or a country."""
    return bool(terms(text, language).content - labels(language, "deeds"))


def _keys(text: str) -> list[str]:
    return [token.key for token in tokens(text)]
