"""What a brief says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model import Edited, Edits, Outlet, Since, Theme


@dataclass(frozen=True, slots=True)
class Frame:
    """What a brief says of itself, given by the caller: nothing here is found in the articles."""

    title: str
    language: str
    date: str
    """YYYY-MM-DD."""
    issue: int
    previous: str | None
    versions: Mapping[str, str]
    config: str | None
    """Digest of the configuration."""
    themes: tuple[Theme, ...]
    since: Since | None = None
    """What changed since the issue before; None where there is none."""
    outlets: tuple[Outlet, ...] = ()
    """What the desk knows of the media that it reads."""
    titles_language: str | None = None
    """Of the titles and questions, where it is not ``language``."""
    edits: Edits = field(default_factory=Edits)
    """What an editor changed."""
    before: tuple[Edited, ...] = ()
    """What an editor changed in the issue before."""
