"""What a sentence splitter gets wrong in news, as small decisions about one place where a sentence may end.

A place is judged by the word before the stop and what follows it. Each rule says True (it ends here), False (it does
not) or None (the next rule decides). The lists come from ``[sentences]`` of a language's file:

- ``inside``: abbreviations that never end a sentence (Gen., z. B.); ``before_number``: only before a digit (No. 10);
- ``initialisms``: may end one (U.S., p.m.); ``heads``: the words that keep an initialism inside (U.S. *Senate*);
- ``clock``: a.m. and p.m., which end one unless a zone, a day or "Moscow time" follows;
- ``ordinals``: "yes" where a number with a full stop is an ordinal (am 3. Oktober);
- ``openers``: words that begin a sentence (The, It, Die), capitalised or not;
- ``tails``: verbs of saying that may follow a quotation's ? or ! ("Why now?" Lavrov asked).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing.languages import load

_OPENING = "\"'“”„«»‘’‚‹›([{*_¿¡—–-"
_LAST_WORD = re.compile(r"[^\s\"“”„«»‘()\[\]{}/—–]+$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TAIL = re.compile(r"\s*((?:[^\s.!?…,:;\"“”«»]+[ \u00a0]?){1,5})")
_LOOK_BACK = 40  # characters: longer than any abbreviation


@dataclass(frozen=True, slots=True)
class Lists:
    """A language's lists, folded for look-up."""

    inside: frozenset[str]
    before_number: frozenset[str]
    initialisms: frozenset[str]
    heads: frozenset[str]
    clock: frozenset[str]
    dates: frozenset[str]
    ordinals: bool
    openers: frozenset[str]
    tails: frozenset[str]


@cache
def lists(code: str) -> Lists:
    """Read a language's lists once."""
    language = load(code)

    def fold(key: str) -> frozenset[str]:
        return frozenset(word.casefold().replace(" ", "").rstrip(".") for word in language.words(f"sentences.{key}"))

    return Lists(
        inside=fold("inside"),
        before_number=fold("before_number"),
        initialisms=fold("initialisms"),
        heads=fold("heads"),
        clock=fold("clock"),
        dates=frozenset(
            word.casefold() for key in ("dates.months", "dates.weekdays") for word in language.words(key)
        ),
        ordinals=bool(language.words("sentences.ordinals")),
        openers=fold("openers") | frozenset(language.words("detect.words")),
        tails=fold("tails"),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A stop in a text and what stands around it."""

    text: str
    stop: str
    """The stops themselves: ``.``, ``?!``, ``...``"""
    at: int
    """Where the stops begin."""
    close: str
    """Closing quotes and brackets after them."""
    after: int
    """Where the next sentence would begin."""
    believed: bool
    """Whether the splitter ends a sentence here."""

    @property
    def before(self) -> str:
        """The word before the stop, folded, without the stop itself."""
        match = _LAST_WORD.search(self.text, max(0, self.at - _LOOK_BACK), self.at)
        return match.group().casefold() if match else ""

    @property
    def next_letter(self) -> str:
        """The first character after it that is no quotation mark or bracket."""
        for at in range(self.after, min(self.after + 6, len(self.text))):
            if self.text[at] not in _OPENING and not self.text[at].isspace():
                return self.text[at]
        return ""

    @property
    def next_word(self) -> str:
        """The word after it."""
        match = _FIRST_WORD.search(self.text, self.after, self.after + _LOOK_BACK)
        return match.group() if match else ""


def ends(place: Place, language: str) -> bool:
    """Decide whether a sentence ends at a place."""
    known = lists(language)
    for rule in _RULES:
        said = rule(place, known)
        if said is not None:
            return said
    return True


def _lower(place: Place, _: Lists) -> bool | None:
    """Say no before a small letter, whatever stands before it."""
    return False if place.next_letter.islower() else None


def _bracketed(place: Place, _: Lists) -> bool | None:
    """Say no where the stops fill a bracket: (...), […], (!)."""
    opened = place.at > 0 and place.text[place.at - 1] in "(["
    return False if opened and place.close[:1] in (")", "]") else None


def _tail(place: Place, known: Lists) -> bool | None:
    """Say no where a quotation's question is followed by who asked it: “Why now?” Lavrov asked."""
    if not known.tails or place.stop[-1] not in "?!" or not place.close.strip():
        return None
    match = _TAIL.match(place.text, place.after)
    words = match.group(1).casefold().split() if match else []
    return False if any(word in known.tails for word in words[1:]) else None


def _not_a_full_stop(place: Place, _: Lists) -> bool | None:
    """Say yes after ? ! and ellipses: what follows has no small letter."""
    return None if place.stop == "." else True


def _number(place: Place, known: Lists) -> bool | None:
    """Keep ordinals (am 3. Oktober, XXI. Jahrhundert) together, and a number that begins its sentence (1. …)."""
    if not place.before.isdigit():
        return None
    if not known.ordinals or len(place.before) > 2 or place.close:
        return None
    opener = place.next_word.casefold() in known.openers
    return True if opener and place.believed else False


def _abbreviation(place: Place, known: Lists) -> bool | None:
    """Keep titles and other abbreviations with what they stand before."""
    word = place.before
    if place.close.strip():
        return None
    if word in known.inside or _joined(place) in known.inside:
        return False
    if word in known.before_number and place.next_letter.isdigit():
        return False
    return None


def _joined(place: Place) -> str:
    """Read the two words before the stop as one, for abbreviations written apart (z. B., т. е.)."""
    start = max(0, place.at - _LOOK_BACK)
    words = place.text[start : place.at].split()
    return "".join(words[-2:]).casefold()


def _initialism(place: Place, known: Lists) -> bool | None:
    """End a sentence after U.S. or p.m. only before what can begin one.

    That is a word of the list of openers, or after "the U.S." any name that is no head word ("… with the U.S. Moscow
    said"), never before "Senate", "Defense Secretary" and their like.
    """
    if place.before not in known.initialisms:
        return None
    following = place.next_word.casefold()
    if following in known.heads:
        return False
    if following in known.openers:
        return True
    if not place.before[:1].isalpha() or place.before.count(".") == 0:
        return place.believed
    start = max(0, place.at - _LOOK_BACK)
    words = place.text[start : place.at].casefold().split()
    return len(words) > 1 and words[-2] in known.openers and place.next_letter.isupper() and len(words[-1]) < 5


def _clock(place: Place, known: Lists) -> bool | None:
    """End a sentence after 5 p.m. unless a day or a zone follows: 5 p.m. Tuesday, 5 p.m. Moscow time."""
    if place.before not in known.clock:
        return None
    following = [word.casefold() for word in _FIRST_WORD.findall(place.text[place.after : place.after + _LOOK_BACK])]
    zone = following[:1] and (following[0] in known.dates or following[0] in known.clock)
    return not (zone or following[1:2] == ["time"])


def _initial(place: Place, known: Lists) -> bool | None:
    """Keep a single letter with the name after it: J. D. Vance, д. Петренко."""
    word = place.before.rsplit(".", 1)[-1]
    if len(word) != 1 or not word.isalpha() or place.close:
        return None
    cased = word.lower() != word.upper()
    here = place.text[place.at - 1]
    if cased and not here.isupper():
        return None
    return place.next_word.casefold() in known.openers and len(place.next_word) > 1 and place.believed


def _short(place: Place, _: Lists) -> bool | None:
    """Trust the splitter's own abbreviations where the word is as short as one."""
    return False if not place.believed and 0 < len(place.before) <= 4 and not place.close else None


_RULES: tuple[Callable[[Place, Lists], bool | None], ...] = (
    _lower,
    _bracketed,
    _tail,
    _not_a_full_stop,
    _number,
    _abbreviation,
    _initialism,
    _clock,
    _initial,
    _short,
)
