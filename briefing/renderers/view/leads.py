"""Who leads a statement in a column: the country and the person whose side it is, as far as the words tell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from briefing.languages import countries, load
from briefing.model import Item
from briefing.renderers.view.words import Words
from briefing.text.phrases import Phrases
from briefing.text.shown import shown
from briefing.text.tokens import Token, fold, tokens

_LABEL = re.compile(r"\s*(\w[^:.!?\n]{1,60}):\s")
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|und)\s+|\s*[/&]\s*")
_NOUN = re.compile(r"\s([a-z]+s)\b")
_BREAKS = frozenset(',;:()—–“”"')
_NEAR = 6  # words beside a name in which its office and country stand

Homes = Mapping[str, str]
"""Folded surname → country, of persons whom the brief's own sentences introduce."""


def homes(items: Iterable[Item], language: str) -> dict[str, str]:
    """Find the countries of those who speak where a sentence tells: "British Prime Minister Keir Starmer".

    ``language``: the page's, which countries are named in.
    """
    found: dict[str, set[str]] = {}
    for item in items:
        for speaker in item.speakers:
            for text in (item.text, item.before or "", item.after or ""):
                home = _home(text, speaker.name, read=item.language, said=language)
                if home:
                    found.setdefault(_surname(speaker.name), set()).add(home)
    return {name: known.pop() for name, known in found.items() if len(known) == 1}


def lead(item: Item, known: Homes, *, say: Words) -> str | None:
    """Name whose side a statement takes: its label's countries, else its speakers, the country before the person.

    Countries are named in the words' language.
    """
    names = list(dict.fromkeys(speaker.name for speaker in item.speakers if speaker.name.strip()))
    persons = [name for name in names if _surname(name) in known or _full(name)]
    label = _label(item, say)
    if label:
        others = [name for name in persons if fold(name) not in fold(label)]
        return say.dotted((shown(label), *map(shown, others[:1])))
    if len(names) == 1:
        home = known.get(_surname(names[0]))
        return say.dotted((home, shown(names[0]))) if home else shown(_party(item, names[0], say))
    return _several(item, names, persons=persons, say=say) if names else None


def _several(item: Item, names: Sequence[str], *, persons: Sequence[str], say: Words) -> str:
    """Join several: "Germany, Italy and Spain"; a person behind the country that speaks too: "Russia · Lavrov"."""
    lands = [name for name in names if countries.find(name) and name not in persons]
    homes = list(dict.fromkeys(_party(item, name, say) for name in lands))  # Poland and Warsaw are one
    others = [name for name in names if name not in lands]
    one_party = len({speaker.actor for speaker in item.speakers}) == 1
    if len(homes) == 1 and len(others) == 1 and one_party:
        return say.dotted(map(shown, (*homes, others[0])))
    return say.listed(list(dict.fromkeys(shown(_party(item, name, say)) for name in names)))


def _surname(name: str) -> str:
    return fold(name.rsplit(maxsplit=1)[-1]) if name.strip() else ""


def _full(name: str) -> bool:
    """Tell a person's full name: several words, none written small, no country."""
    words = name.split()
    return len(words) > 1 and not any(word[:1].islower() for word in words) and not countries.find(name)


def _label(item: Item, say: Words) -> str | None:
    """Give a label before the colon that names countries or the one who speaks: "France and Poland:"."""
    match = _LABEL.match(item.text)
    if match is None:
        return None
    names = [shown(part) for part in _JOINT.split(match[1]) if part]
    if names and all(countries.find(name) for name in names):
        same = item.language == say.code
        return say.listed([name if same else _country(name, say.code) or name for name in names])
    return next((s.name for s in item.speakers if fold(match[1]) in fold(s.name)), None)


def _country(name: str, language: str) -> str | None:
    """Give the plain name of the country that a name, a people, an adjective or a capital means."""
    code = countries.find(name)
    return countries.names(code, language)[0] if code else None


def _party(item: Item, name: str, say: Words) -> str:
    """Name a speaker who is no person: by the country, or with the noun behind it ("European leaders")."""
    home = _country(name, say.code)
    at = item.text.find(name)
    noun = _NOUN.match(item.text, at + len(name)) if at >= 0 and " " not in name else None
    return home or (f"{name} {noun[1]}" if noun and _plural(noun[1], item.language) else name)


def _plural(word: str, language: str) -> bool:
    """Tell a noun ("leaders") from a verb ("says")."""
    return word not in _verbs(language)


@lru_cache(maxsize=16)
def _verbs(language: str) -> frozenset[str]:
    data = load(language)
    return frozenset(
        (*data.words("speech.say"), *data.words("speech.stance"), *data.words("speech.auxiliary"))
    )


@lru_cache(maxsize=16)
def _offices(language: str) -> Phrases:
    return Phrases({"office": load(language).words("speech.titles")})


def _home(text: str, name: str, *, read: str, said: str) -> str | None:
    """Read the country of a person's office, right before the name or behind its comma.

    ``read``, ``said``: the languages of the text and of the country's name.
    """
    surname = _surname(name)
    words = tokens(text)
    for at, word in enumerate(words):
        if word.key == surname:
            before, behind = words[max(at - _NEAR, 0) : at], words[at + 1 : at + 1 + _NEAR]
            code = _beside_office(before, read, whose=text[: word.start])
            if not code and behind and text[word.end : behind[0].start].strip() == ",":
                code = _beside_office(behind, read)
            if code:
                return countries.names(code, said)[0]
    return None


def _beside_office(near: Sequence[Token], language: str, *, whose: str | None = None) -> str | None:
    """Give the code of the country right before an office: "U.S. Defense Secretary", "Russia’s foreign minister".

    ``whose``: the text up to a name that the office must lead to, so that only first names stand between the two:
    in "with Hungarian Prime Minister Viktor Orban, Fico" the office is another's.
    """
    for at in range(len(near)):
        hits = _offices(language).at(near, at)
        if hits and _his(near, hits[0].last, whose):
            for back in (1, 2, 3):
                code = (
                    countries.find(near[at - back].form) if at >= back and near[at - back].capital else None
                )
                if code:
                    return code
    return None


def _his(near: Sequence[Token], end: int, whose: str | None) -> bool:
    """Tell whether an office leads to the end of a text by first names alone, or (no text) to nobody else's name."""
    if whose is None:
        return end >= len(near) or not near[end].capital
    return all(word.capital for word in near[end:]) and not set(whose[near[end - 1].end :]) & _BREAKS
