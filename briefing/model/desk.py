"""What a desk asks for: actors, themes, and editions for its audiences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Role = Literal["speaker", "about", "topic"]
Format = Literal["pdf", "html", "email", "markdown", "text", "json"]
PageSize = Literal["A4", "Letter"]
PageBlock = Literal[
    "top_lines", "changes", "notes", "themes", "differences", "quotes", "figures", "timeline", "pictures", "sources",
]  # fmt: skip
BLOCKS: tuple[PageBlock, ...] = get_args(PageBlock)
"""The blocks that an edition may show, in the order of the page. What was not read, and the coverage, always follow."""
OutletKind = Literal[
    "wire", "government", "state media", "opinion", "aggregator", "press", "broadcaster", "research"
]


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
    """Of the edition's paper."""
    plenty: float = 1.0
    """How much more than its words a draft chooses for its themes, where these left its pages empty."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium as the desk knows it."""

    key: str
    names: tuple[str, ...]
    """How articles name it, and the hosts that it publishes under."""
    kind: OutletKind | None = None
    grade: str | None = None
    """The desk's own, printed as it stands."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that a template needs besides the brief."""

    template: str | None = None
    """Folder of templates that overrides ours; None: ours alone."""
    page_size: PageSize = "A4"
    accent: str = "#8a1c1c"
    overrides: Mapping[str, str] = field(default_factory=dict)
    """Template name → source text of the templates that are not ours, so that the archive alone can be rendered."""
    blocks: tuple[PageBlock, ...] = BLOCKS
    """Those that are shown, in the order of the page."""
    logo: str | None = None
    """A picture as a ``data:`` URL."""


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
    language: str | None = None
    """Of the words that the page adds, and of its dates; None: the brief's."""
    max_words_per_source: int | None = None
    """Words printed of any one outlet, of any one source where the outlet is unknown (rights); None: no bound."""
    recipients: tuple[str, ...] = ()
    """Addresses that its mail goes to."""


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
