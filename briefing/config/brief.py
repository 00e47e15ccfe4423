"""The top of the file and all tables under it."""

from briefing.config.actors import ActorTable
from briefing.config.audiences import Accent, AudienceTable
from briefing.config.config import TITLE
from briefing.config.fields import Code, FolderKey, Key, Line, ThemeKey
from briefing.config.mail import SmtpTable
from briefing.config.outlets import OutletTable
from briefing.config.tables import Field, Table
from briefing.config.themes import ThemeTable
from briefing.model import Look, PageSize


class BriefTable(Table):
    """What holds for the whole brief. These keys stand before the first table."""

    title: Line = Field(
        default=TITLE,
        description="The brief's title.",
        examples=["Ukraine: NATO troops and the Riyadh talks"],
    )
    language: Code = Field(
        default="en",
        description="Language of the titles and questions in this file, as a code, and of the words that a page adds "
        "(“Top lines”, dates, counts) where an edition asks for no other. Sentences of the articles stay in theirs.",
        examples=["de"],
    )
    marking: Line | None = Field(
        default=None,
        description="Printed on every page of every edition that has none of its own.",
        examples=["TLP:GREEN"],
    )
    logo: Line | None = Field(
        default=None,
        description="Picture in the masthead of every edition that has none of its own.",
        examples=["templates/logo.svg"],
    )
    accent: Accent = Field(
        default=Look().accent,
        description="The one colour beside black and grey, of every edition that has none of its own.",
        examples=["#1c4f8a"],
    )
    page_size: PageSize = Field(
        default=Look().page_size,
        description="Paper of the PDF, of every edition that has none of its own.",
        examples=["Letter"],
    )
    include: list[Line] = Field(
        default=[],
        description="Other files of this kind, with paths relative to this one, so that briefs can share "
        "actors. Later files override earlier ones and this file overrides them all, a table "
        "(`[actors.russia]`) always as a whole.",
        examples=[["shared/actors.toml"]],
    )
    actors: dict[Key, ActorTable] = Field(default={})
    themes: dict[ThemeKey, ThemeTable] = Field(default={})
    outlets: dict[Line, OutletTable] = Field(default={})
    audiences: dict[FolderKey, AudienceTable] = Field(default={})
    smtp: SmtpTable | None = None


TABLES: dict[str, type[Table]] = {
    "actors": ActorTable,
    "themes": ThemeTable,
    "outlets": OutletTable,
    "audiences": AudienceTable,
    "smtp": SmtpTable,
}
