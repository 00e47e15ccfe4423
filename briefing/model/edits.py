"""What an editor changed by hand: values of ``edits.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

EditKind = Literal["pin", "drop", "order"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry: a statement that stays, goes or moves."""

    kind: EditKind
    audience: str | None = None
    """Key of the edition; None: of every one."""
    section: str | None = None
    """Key of a theme, or ``top_lines``; None: wherever it stands (a drop alone)."""
    source: str | None = None
    """SHA-256 of the file's bytes, hex: the ``digest`` of a source, or how it begins."""
    start: int | None = None
    """The statement's place; None with ``end``: the whole article (a drop alone)."""
    end: int | None = None
    outlet: str | None = None
    """Everything of this outlet (a drop alone, in place of ``source``)."""
    place: int | None = None
    """Where in its section the statement is to stand, from 1 (an order alone)."""
    part: int | None = None
    """Which article of its file, where that holds several; None: the first in which the place is a statement's."""


@dataclass(frozen=True, slots=True)
class Edits:
    """All that an editor changed."""

    entries: tuple[Edit, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Key of a theme, or ``brief`` → the analyst's note, Markdown."""
    approved_by: str | None = None
    digest: str | None = None
    """SHA-256 of the values, hex; None: there is no file."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An entry as it met an edition."""

    edit: Edit
    met: bool
    """Whether there was anything for it to change."""
    reason: str | None = None
    """Why it changed nothing."""
