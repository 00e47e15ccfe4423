"""What a configuration comes to once it is read: plain frozen values."""

from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import Fault
from briefing.model import Actor, Audience, Edits, Format, Outlet, Smtp, Theme

TITLE = "Daily brief"
FORMATS: tuple[Format, ...] = ("pdf", "html", "markdown", "text", "json")
"""What an edition is made in if it does not say: all but the mail."""
PAGES = 2
"""Length of an edition that asks for none: two pages."""
WORDS_A_PAGE = 450


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration without faults."""

    title: str
    language: str
    """Of the brief itself: BCP 47, ``en``, ``de`` …"""
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    audiences: tuple[Audience, ...]
    """At least one: without any configured, ``default`` with all themes."""
    smtp: Smtp | None
    path: Path | None
    templates: Path | None
    """The folder ``templates`` beside the file, if there is one."""
    digest: str | None
    """SHA-256 (hex) of the values in force: no comment, white space or cut into files changes it."""
    warnings: tuple[Fault, ...]
    """What is allowed but seldom meant."""
    outlets: tuple[Outlet, ...] = ()
    shipped: tuple[Audience, ...] = ()
    """The editions that come with the program, with all themes, but for those whose names the configuration uses."""
    edits: Edits = field(default_factory=Edits)
    """What an editor changed, where the caller put it here."""
