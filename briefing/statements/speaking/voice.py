"""A speaker as one sentence shows it."""

from dataclasses import dataclass
from typing import Literal

from briefing.model import How
from briefing.statements.looking.bodies import turns
from briefing.statements.looking.look import Group, Look
from briefing.statements.looking.second import plural
from briefing.text.phrases import Hit
from briefing.text.tokens import Token

Points = Literal["he", "it", "they", "both", "three", "own"]
_PEOPLE = 3  # words behind a party's name in which its people stand
_CLOSE = 3  # words from "it" to its verb at most


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as found: a name, or a pronoun or an office that awaits its name."""

    group: Group | None
    how: How
    cue: str
    first: int
    """The word at which the subject, or what stands for it, begins."""
    name: str
    points: Points = "he"
    """What a pronoun points back to."""
    via: str | None = None
    closing: bool = False
    """Whether it ends what somebody says, so that names in it are whom he speaks of: "Macron erred, he said"."""
    office: str | None = None
    """What ``offices.meant`` resolves: "finance minister"."""


def named(look: Look, group: Group, cue: Hit, how: How) -> Voice:
    """Make the voice of a name, with what its people are: "US defence officials"."""
    end = group.last if group.person or group.actor is None else people(look, group.last, cue.first)
    return Voice(group, how, cue_text(look, cue), group.first, look.text(group.first, end))


def people(look: Look, last: int, until: int) -> int:
    """Give the end of the people or bodies that stand right behind a party's name; its own where none do."""
    for index in range(last, min(last + _PEOPLE, until, len(look.words))):
        word = look.words[index]
        if look.between(index - 1) != " " or not word.form[:1].islower():
            break
        if look.lexicon.has("people", word):
            return index + 1
    return last + _noun(look, last, until)


def _noun(look: Look, last: int, until: int) -> int:
    """Count the noun behind a people's adjective: 1 for "European countries", 0 behind "Russia"."""
    endings = tuple(turns(look.lexicon.language.code, "peoples"))
    if last >= min(until, len(look.words)) or look.between(last - 1) != " " or not endings:
        return 0
    word = look.words[last]
    kinds = ("auxiliary", "prepositions", "and", "relative", "modal")
    small = look.lexicon.small(word) or any(look.lexicon.has(kind, word) for kind in kinds)
    plain = word.form.islower() and not small and not word.form.endswith("ly")
    return int(plain and look.words[last - 1].key.endswith(endings))


def pronoun(look: Look, index: int, cue: Hit) -> Voice | None:
    """Make the voice of a "he", "they", "both sides" or "his party" outside of quotation marks; else None.

    "It" speaks only right before what is a position or a saying: "it would be" is nobody's.
    """
    word = look.words[index]
    points: Points
    if look.inside(index):
        return None
    name = word.form
    if look.lexicon.has("he", word) and not _several(look, word, cue):
        points = "he"
    elif look.lexicon.has("they", word):
        points = "they"
    elif (both := look.lexicon.both.at(look.words, index)) and not _counts(look, both[0].last):
        points = "both"
    elif look.lexicon.three.at(look.words, index):
        points = "three"
    elif index and look.lexicon.has("what", look.words[index - 1]):
        return None  # "much of what it wants"
    elif look.lexicon.has("it", word) and cue.label in ("say", "stance") and 0 < cue.first - index <= _CLOSE:
        points = "it"
    elif look.lexicon.has("his", word) and (end := _held(look, index + 1)):
        points = "own"
        name = look.text(index, end)
    else:
        return None
    start = min(index, cue.first)
    closing = start > 0 and (look.inside(start - 1) or "," in look.between(start - 1))
    return Voice(None, "pronoun", cue_text(look, cue), index, name, points, closing=closing)


def _counts(look: Look, end: int) -> bool:
    """Tell whether "beide" only counts a noun behind it, which German writes with a capital: "beide Argumente"."""
    return look.lexicon.verb_second and end < len(look.words) and look.words[end].capital


def _held(look: Look, index: int) -> int:
    """Give the end of what "his" or "its" owns and speaks for him: "his party", "its foreign minister"; 0: nothing."""
    for first in range(index, min(index + 2, len(look.words))):
        end = look.lexicon.office(look.words, first)
        end = end or (first + 1 if first == index and look.lexicon.body(look.words, first) else 0)
        if end:
            return 0 if any(group.first == end for group in look.groups) else end
    return 0


def _several(look: Look, word: Token, cue: Hit) -> bool:
    """Tell "they" from "she" by the verb's number where one word is both: "sie fordern", "sie fordert"."""
    return look.lexicon.has("they", word) and plural(look.words[cue.first])


def cue_text(look: Look, cue: Hit) -> str:
    """Give a cue as the text has it, with its particle where it has parted from it."""
    return cue.phrase if "…" in cue.phrase else look.text(cue.first, cue.last)
