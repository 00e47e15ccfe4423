"""What a sentence says: who speaks, whom it names, what it counts and dates, and how two of them compare."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.text import Sentence, Span

How = Literal["named", "tail", "according_to", "role", "pronoun", "quote", "issuer", "interview"]
Bound = Literal["least", "most", "about"]
Stance = Literal["for", "conditions", "against"]
PairKind = Literal["same", "differs", "updates"]
Why = Literal["condition", "number", "date", "scope", "side", "denial"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a statement, how we know, and by which words."""

    name: str
    """As the text has it."""
    actor: str | None
    """Key of the configured actor, if any."""
    how: How
    cue: str | None = None
    via: str | None = None
    """The medium that relays it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor's name in a sentence."""

    actor: str
    span: Span
    person: str | None = None
    """The person meant, in the configuration's first spelling or as the article introduces them; None: the party."""


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as a sentence states it."""

    span: Span
    """Number and unit: a place in the article."""
    value: float
    unit: str | None
    """Singular and folded, or a symbol: ``%``, ``eur``, ``soldier``; None where nothing is counted."""
    bound: Bound | None = None
    """``least``: more than, at least; ``most``: up to; ``about``: roughly."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as a sentence states it."""

    span: Span
    resolved: str | None
    """ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD; None where nothing makes it certain."""
    ahead: bool = False
    """Whether the sentence looks forward to it."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """The editor's hand: a word of ours at an offset in a sentence's or an item's text."""

    at: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence with what is known of its saying."""

    sentence: Sentence
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Span, ...] = ()
    """Quoted words, places in the article, without the marks."""
    mentions: tuple[Mention, ...] = ()
    leans: str | None = None
    """Why it cannot stand alone (the word that leans on what came before), or None."""
    joins: bool = False
    """Whether its quotation goes on in the next sentence, so that the two are printed together or not at all."""
    numbers: tuple[Number, ...] = ()
    dates: tuple[When, ...] = ()
    condition: Span | None = None
    """The words that make it conditional: "only if …", a place in the article."""
    denial: Span | None = None
    """The word that turns its main clause into a denial: "not", "denied"."""
    stance: Stance | None = None
    """Which side of the matter its speaker takes; None where nothing says so."""
    brackets: tuple[Bracket, ...] = ()
    """What it leans on, where that is certain: with these it stands alone."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of different articles about one matter, ``a`` and ``b``: indices into the reading's statements."""

    kind: PairKind
    a: int
    b: int
    """Of an update the later one."""
    matter: str
    """What both speak of, in words of theirs: "Poland", "Starmer: British troops"."""
    why: Why | None = None
    sure: bool = False
    """Of the same: sure enough to print one of them for both."""
