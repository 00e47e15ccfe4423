"""The words of the domain: what every step takes and gives, frozen, without behaviour beyond reading itself.

Places are half-open ranges of code points into ``Article.text``; a sentence is a place, its words are a slice.
The second half of this module, from ``Item`` on, is the brief itself and holds plain values only, so that
``brief.json`` is the brief (``renderers/archive.py`` writes and loads it).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

# What a block of an article is. The reader knows more kinds than the reader of ``explain`` needs: see UNIT_KINDS.
BlockKind = Literal[
    "title", "deck", "heading", "question", "label",  # shown to nobody as a sentence: headings
    "paragraph", "quote", "answer",  # prose, split into sentences
    "list_item",  # prose with a marker before it
    "byline", "dateline", "date", "outlet", "caption", "share", "related", "more", "biography", "rule", "icon",
    "matter", "furniture",  # everything else: boilerplate
]  # fmt: skip
UnitKind = Literal["sentence", "list_item", "heading", "boilerplate"]
How = Literal["named", "tail", "according_to", "role", "pronoun", "quote", "issuer", "interview"]
Role = Literal["speaker", "about", "topic"]
Format = Literal["pdf", "html", "email", "markdown", "text", "json"]
PageSize = Literal["A4", "Letter"]
Bound = Literal["least", "most", "about"]
Stance = Literal["for", "conditions", "against"]
PairKind = Literal["same", "differs", "updates"]
Why = Literal["condition", "number", "date", "scope", "side", "denial"]

HEADINGS: frozenset[str] = frozenset({"title", "deck", "heading", "question", "label"})
PROSE: frozenset[str] = frozenset({"paragraph", "quote", "answer", "list_item"})


def unit_kind(kind: BlockKind) -> UnitKind:
    """Name the contract's kind of a block: sentence, list_item, heading or boilerplate."""
    if kind in HEADINGS:
        return "heading"
    if kind == "list_item":
        return "list_item"
    return "sentence" if kind in PROSE else "boilerplate"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, used or made; it travels to every format."""

    location: str
    """Where it stood: a path as the user gave it, a member of it, or a format's name."""
    step: str
    """find, read, summarize, render, deliver …"""
    reason: str
    """One sentence for people: what is wrong and, where it helps, the mend."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text of one kind; blocks never overlap and stand in the order of the text.

    The span holds the words alone: no white space at its ends and no list marker.
    """

    kind: BlockKind
    span: Span
    heading: int | None = None
    """Index (in ``Article.blocks``) of the heading that stands above it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes from a source, not yet understood."""

    location: str
    """The path that opens it from the current folder (``-``: standard input)."""
    name: str
    """The path relative to the PATH that found it; for a file named directly its base name."""
    data: bytes
    media_type: str
    """text/plain, text/markdown or text/html."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from and what it says of itself. What is not known is None."""

    location: str
    name: str
    digest: str
    """SHA-256 of the file's bytes, hex."""
    part: int = 0
    """Which article of the file, from 0."""
    outlet: str | None = None
    kind: str | None = None
    """Kind of outlet, as a desk grades it: wire, government, state media, opinion …"""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as far as the article states it."""
    url: str | None = None
    """http or https only."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read."""

    id: str
    """First 12 hex digits of the SHA-256 of ``text`` in UTF-8; of a further part see ``text/digests.py``."""
    text: str = field(repr=False)
    source: Source
    blocks: tuple[Block, ...] = field(repr=False)
    language: str
    """BCP 47 primary subtag: en, de, uk …; ``und`` where nothing tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A place in an article's prose."""

    article: Article
    span: Span
    block: Block
    index: int
    """Its number among the article's sentences, from 0."""

    @property
    def text(self) -> str:
        """Slice the words out of the article."""
        return self.article.text[self.span.start : self.span.end]

    @property
    def id(self) -> str:
        """Name the place: the article's id and the span."""
        return f"{self.article.id}:{self.span.start}-{self.span.end}"


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
class Actor:
    """A party of the configuration, with every spelling that names it."""

    key: str
    names: tuple[str, ...]
    """Names, peoples, adjectives and capitals, countries expanded."""
    people: tuple[tuple[str, ...], ...] = ()
    """Each person's spellings."""
    countries: tuple[str, ...] = ()
    """ISO 3166 codes: ``languages.countries.names(code, article.language)`` has their names in other languages."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a desk wants one section to hold."""

    key: str
    title: str
    question: str | None = None
    actors: tuple[str, ...] = ()
    role: Role = "speaker"
    keywords: tuple[str, ...] = ()
    """Words or phrases; a ``*`` at the end of a word stands for any ending."""
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    contrast: bool = False
    min_score: float = 1.0
    max_sentences: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long an edition may be: in pages, in words or in sentences; None: no bound."""

    words: int | None = None
    """Beside ``pages``: about as many as these hold, by which a draft knows how much to choose."""
    sentences: int | None = None
    pages: float | None = None
    """Of the edition's paper, estimated."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that a template needs besides the brief."""

    template: str | None = None
    """Folder of templates that overrides ours; None: ours alone."""
    page_size: PageSize = "A4"
    accent: str = "#8a1c1c"
    overrides: Mapping[str, str] = field(default_factory=dict)
    """Template name → source text of the templates that are not ours, so that the archive alone can be rendered."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom an edition is for."""

    key: str
    title: str | None
    themes: tuple[str, ...]
    """Keys, in the order of the sections."""
    length: Length
    formats: tuple[Format, ...]
    method: str = "house"
    marking: str | None = None
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class Part:
    """One reason of a score; the points of all parts add up to it."""

    why: str
    points: float
    start: int | None = None
    end: int | None = None
    """The words that gave the points: a place in the article."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a statement fits a theme."""

    theme: str
    score: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a statement belongs: every theme it scored for, the ones that it reached, or why none."""

    matches: tuple[Match, ...]
    themes: tuple[str, ...]
    reason: str | None


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


@dataclass(frozen=True, slots=True)
class Reading:
    """What gather found. ``statements`` and ``placements`` run parallel, as does each method's weights."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    placements: tuple[Placement, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Method → a weight for every statement, 0 to 1, comparable across articles."""
    skipped: tuple[Skipped, ...]
    pairs: tuple[Pair, ...] = ()
    """Each pair of statements once, in the order of ``a`` and ``b``."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Article's id → id of the article that it is a copy of."""
    compared: int = 0
    """Statements that were held against those of other articles."""


# --- the brief: plain values, as in brief.json -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Also:
    """Another source's equal sentence."""

    source: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The theme that a statement fits next best."""

    theme: str
    score: float


@dataclass(frozen=True, slots=True)
class Item:
    """A printed sentence. ``article.text[start:end] == text``, always."""

    id: str
    """The article's id and the span: ``1b39f358dcea:163-316``."""
    text: str
    source: int
    """Number in the brief's source list."""
    start: int
    end: int
    before: str | None
    after: str | None
    """The neighbouring sentences of the article."""
    language: str
    kind: UnitKind
    themes: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    also: tuple[Also, ...] = ()
    why: tuple[Part, ...] = ()
    """What speaks for the theme that it is printed for; the points add up to ``score``."""
    score: float | None = None
    runner_up: RunnerUp | None = None
    heading: str | None = None
    """The heading above it in its article."""


@dataclass(frozen=True, slots=True)
class Section:
    """A theme in the brief; without items it says so."""

    key: str
    title: str
    question: str | None
    items: tuple[Item, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...] | None = None
    """Side → ids of its items, where the theme asks for contrast; None elsewhere."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A person's exact words inside an item."""

    item: Item
    quote: Span
    role: str | None = None
    """The speaker's, in the article's words: "Foreign Minister"."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements of different sources that do not agree."""

    matter: str
    why: str
    a: Item
    b: Item


@dataclass(frozen=True, slots=True)
class Dated:
    """An item with a date as stated and, where certain, as resolved."""

    item: Item
    stated: Span
    resolved: str | None
    ahead: bool = False
    """Whether the sentence looks forward to it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An item with a number."""

    item: Item
    figure: Span
    unit: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the issue before."""

    new: tuple[Item, ...] = ()
    changed: tuple[tuple[Item, Item], ...] = ()
    repeated: int = 0
    quiet: tuple[str, ...] = ()
    more: int = 0
    """New positions that the length, or what they lean on, left out here."""


@dataclass(frozen=True, slots=True)
class Told:
    """A position of the day, or what an actor said besides, printed or not: the next issue knows what is new."""

    id: str
    text: str
    source: int
    """Number in the brief's source list."""
    start: int
    end: int
    language: str
    themes: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    alone: bool = True
    """Whether it can be printed without the sentence before it."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the brief's list; ``n`` is its number, in order of first use, cited sources before the others."""

    n: int
    name: str | None
    """The outlet."""
    kind: str | None
    title: str | None
    author: str | None
    published: str | None
    retrieved: str | None
    url: str | None
    location: str
    part: int
    digest: str
    text_digest: str
    """SHA-256 of the article's text as read, hex: what the places count in."""
    origin: str | None
    language: str
    sentences: int
    used: int
    summary: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """Today's statements held against the issue before; numbers are indices into the reading's statements."""

    new: tuple[int, ...] = ()
    changed: tuple[tuple[Told, SourceEntry, int], ...] = ()
    """What was told, its source in the issue before, and what is said now."""
    repeated: tuple[int, ...] = ()
    quiet: tuple[str, ...] = ()
    """Names of those who took a position then and take none now."""


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A sentence that the length left no room for."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleCount:
    read: int
    used: int


@dataclass(frozen=True, slots=True)
class SentenceCount:
    """``read`` = ``used`` + ``told_twice`` + the sum of ``left_out``."""

    read: int
    used: int
    told_twice: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    articles: ArticleCount
    sentences: SentenceCount


@dataclass(frozen=True, slots=True)
class Recipe:
    """What made the brief."""

    versions: Mapping[str, str]
    config: str | None
    """SHA-256 of the configuration in force, hex; None without one."""
    method: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One edition of one day."""

    schema: int
    title: str
    audience: str
    edition: str | None
    """The audience's title, for the masthead."""
    issue: int
    date: str
    """YYYY-MM-DD."""
    cutoff: str | None
    """The newest known publication time among the sources."""
    made: str
    language: str
    marking: str | None
    words: int
    previous: str | None
    """``build`` of the issue before."""
    build: str
    """First 8 hex digits of a digest over sources, configuration and date: the build id."""
    top_lines: tuple[Item, ...]
    changes: Changes | None
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Dated, ...]
    figures: tuple[Figure, ...]
    notes: Mapping[str, str]
    sources: tuple[SourceEntry, ...]
    skipped: tuple[Skipped, ...]
    gave_way: tuple[GaveWay, ...]
    edits: tuple[str, ...]
    coverage: Coverage
    look: Look
    recipe: Recipe
    compared: int = 0
    """Statements that were held against those of other sources."""
    told: tuple[Told, ...] = ()
    compact: bool = False
    """Whether its list of sources gave way to one line a source."""

    def items(self) -> Iterator[Item]:
        """Give every printed sentence in the order of the blocks, as often as it is printed."""
        yield from self.top_lines
        if self.changes:
            yield from self.changes.new
            yield from chain.from_iterable(self.changes.changed)
        yield from chain.from_iterable(section.items for section in self.sections)
        yield from (quote.item for quote in self.quotes)
        yield from chain.from_iterable((difference.a, difference.b) for difference in self.differences)
        yield from (dated.item for dated in self.timeline)
        yield from (figure.item for figure in self.figures)
        yield from chain.from_iterable(entry.summary for entry in self.sources)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of an edition, not yet written."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message that a server took."""

    recipient: str
    message_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that takes our mail, and whom it is from."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    sender: str
    """Address that the mail comes from, with or without a name."""
    user: str | None = None
    password_env: str | None = None
    """Name of the environment variable that holds the password."""


# --- what the commands tell -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Explained:
    """One unit of text: what it is, who says it, where it belongs and why."""

    source: str
    start: int
    end: int
    text: str
    kind: UnitKind
    heading: str | None
    """The heading above it."""
    themes: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Span, ...] = ()
    weight: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A statement by where it stands."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paired:
    """Two statements of different articles and what they are to one another."""

    kind: PairKind
    a: Place
    b: Place
    """Of an update the later one."""
    matter: str
    """What both speak of."""
    why: Why | None


@dataclass(frozen=True, slots=True)
class Condensed:
    """A sentence of a summary."""

    source: str
    start: int
    end: int
    text: str
    weight: float
