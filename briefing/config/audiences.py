"""The tables ``[audiences.<key>]``: the editions, whom they are for and how they look."""

import re
from dataclasses import dataclass
from typing import Annotated

from briefing.config.config import FORMATS, PAGES, WORDS_A_PAGE
from briefing.config.fields import Address, Code, Line
from briefing.config.suggest import listed, named, suggest
from briefing.config.tables import After, Field, Refused, Table
from briefing.model import BLOCKS, Audience, Format, Length, Look, PageBlock, PageSize

METHODS = (
    "house", "house-joint", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction", "edmundson",
    "random", "lead",
)  # fmt: skip
_FUNCTION = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")
_FOLDER = re.compile(r"\w[\w-]*")
_ACCENT = re.compile(r"#[0-9a-fA-F]{6}")


def _method(name: str) -> str:
    if name in METHODS or _FUNCTION.fullmatch(name):
        return name
    allowed = f"{listed(METHODS)}, or package.module:function"
    raise Refused(f"{named(name)} is not allowed; allowed: {allowed}", suggest(name, METHODS))


def _accent(colour: str) -> str:
    if not _ACCENT.fullmatch(colour):
        raise Refused(
            f"{named(colour)} is no colour", 'write it as # and six hex digits, for example "#8a1c1c"'
        )
    return colour.lower()


def _folder(name: str) -> str:
    if not _FOLDER.fullmatch(name):
        raise Refused(
            f"{named(name)} is no folder's name", "name a folder inside 'templates', without a path"
        )
    return name


Accent = Annotated[str, After(_accent)]
"""A colour in six hex digits."""


class AudienceTable(Table):
    """An edition. Its key becomes a folder's name, so it is made of `a-z`, `0-9`, `-` and `_`.

    Of `pages`, `words` and `sentences` at most one may stand; without any it is 2 pages.
    """

    extends: Line | None = Field(
        default=None,
        description="Another audience of this configuration, or a shipped edition: `executive`, `analyst`, `phone`, "
        "`default`. Whatever this table leaves open is as there.",
        examples=["executive"],
    )
    title: Line | None = Field(
        default=None,
        description="Printed in the masthead under the brief's title.",
        examples=["Executive edition"],
    )
    themes: list[str] | None = Field(
        default=None,
        description="Keys of tables under `[themes]`: the edition's own choice in its own order. Without it "
        "all themes, in the order of their tables.",
        examples=[["us_stance", "russian_position"]],
    )
    pages: float | None = Field(
        default=None,
        gt=0,
        le=1000,
        description="Length in pages of its paper: at most so many.",
        examples=[1],
    )
    words: int | None = Field(
        default=None, ge=1, le=1_000_000, description="Length in words.", examples=[600]
    )
    sentences: int | None = Field(
        default=None, ge=1, le=100_000, description="Length in sentences.", examples=[12]
    )
    blocks: list[PageBlock] | None = Field(
        default=None,
        min_length=1,
        description="What the page shows, in this order; what is not named is not chosen at all. `sources` is always "
        "shown, at the end if it is not named; what was not read, and the coverage, follow. Without it all blocks.",
        examples=[["top_lines", "changes", "themes"]],
    )
    formats: list[Format] = Field(
        default=list(FORMATS),
        min_length=1,
        description="What the edition is made in; `json` is always made.",
        examples=[["pdf", "html", "email"]],
    )
    method: Annotated[str, After(_method)] = Field(
        default="house",
        description="Who weighs the sentences: "
        + ", ".join(f"`{name}`" for name in METHODS)
        + ", or a function of "
        "your own as `package.module:function`.",
        examples=["lexrank"],
    )
    template: Annotated[str, After(_folder)] | None = Field(
        default=None,
        description="A folder inside `templates` beside the configuration, or one that is shipped: `executive`, "
        "`analyst`, `phone`. A template in it replaces ours of the same name or, by extending it, single blocks.",
        examples=["executive"],
    )
    page_size: PageSize | None = Field(
        default=None,
        description="Paper of the PDF. Without it the one at the top of the file.",
        examples=["Letter"],
    )
    accent: Accent | None = Field(
        default=None,
        description="The one colour beside black and grey, as `#rrggbb`. Without it the one at the top of the file.",
        examples=["#1c4f8a"],
    )
    logo: Line | None = Field(
        default=None,
        description="Picture in the masthead: png, jpeg, gif, webp or svg, at most 200 KB, its path relative to this "
        "file. Without it the one at the top of the file.",
        examples=["templates/logo.svg"],
    )
    marking: Line | None = Field(
        default=None,
        description="Printed on every page, for example a handling mark. Without it the one at the top of "
        "the file.",
        examples=["TLP:AMBER"],
    )

    language: Code | None = Field(
        default=None,
        description="Language of the words that the page adds, and of its dates and numbers: `en`, `de`, `fr`, `uk`, "
        "`ru`, `ar`, or one that `templates/words` beside the configuration has words for. Without it that of the "
        "file, where it has words; else English.",
        examples=["fr"],
    )
    max_words_per_source: int | None = Field(
        default=None,
        ge=1,
        le=1_000_000,
        description="The most words printed of any one outlet, of any one source where its outlet is not known: as "
        "your rights allow.",
        examples=[150],
    )
    recipients: list[Address] = Field(
        default=[],
        description="Who gets its mail from `briefing send`: addresses, each in a message of its own.",
        examples=[["minister@example.org", "Press office <press@example.org>"]],
    )


@dataclass(frozen=True, slots=True)
class House:
    """What the file says for all of its editions."""

    themes: tuple[str, ...] = ()
    """Keys of all themes, in order."""
    marking: str | None = None
    language: str | None = None
    """Of the words of the page; None: the brief's."""
    page_size: PageSize = Look().page_size
    accent: str = Look().accent


def audience(key: str, table: AudienceTable, *, house: House, logo: str | None = None) -> Audience:
    """Fill in what an edition leaves open; the ``logo`` is a picture already, as a ``data:`` URL."""
    return Audience(
        key,
        table.title,
        house.themes if table.themes is None else tuple(table.themes),
        _length(table),
        tuple(dict.fromkeys(table.formats)),
        table.method,
        table.marking or house.marking,
        Look(
            table.template,
            table.page_size or house.page_size,
            table.accent or house.accent,
            blocks=_blocks(table),
            logo=logo,
        ),
        table.language or house.language,
        table.max_words_per_source,
        tuple(dict.fromkeys(table.recipients)),
    )


def _blocks(table: AudienceTable) -> tuple[PageBlock, ...]:
    shown = BLOCKS if table.blocks is None else tuple(table.blocks)
    return shown if "sources" in shown else (*shown, "sources")


def in_pages(pages: float) -> Length:
    """Give the length of so many pages."""
    return Length(words=max(1, round(WORDS_A_PAGE * pages)), pages=pages)


def _length(table: AudienceTable) -> Length:
    if table.pages is not None:
        return in_pages(table.pages)
    if table.words is None and table.sentences is None:
        return in_pages(PAGES)
    return Length(words=table.words, sentences=table.sentences)
