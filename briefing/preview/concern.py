"""What a change concerns: whether articles are to be read again, and which editions drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model import Edits

if TYPE_CHECKING:
    from briefing.config import Config

EVERYTHING = ("config", "articles", "edits", "templates")
"""Kinds of change, each of which asks for other work."""


def reads_anew(before: "Config | None", now: "Config") -> bool:
    """Tell whether articles have to be read again: most of a configuration is about what is printed of them."""
    return before is None or _read_by(before) != _read_by(now)


def _read_by(config: "Config") -> tuple[object, ...]:
    methods = {one.method for one in config.audiences}
    return config.actors, config.themes, config.outlets, methods


def concerned(before: Edits | None, now: Edits | None, keys: Sequence[str]) -> list[str]:
    """Name the editions that an editor's changes concern."""
    if before is None or now is None or (before.notes, before.approved_by) != (now.notes, now.approved_by):
        return list(keys)
    moved = set(before.entries) ^ set(now.entries)
    if not moved and before.entries != now.entries:  # their order alone
        return list(keys)
    audiences = {entry.audience for entry in moved}
    return [key for key in keys if None in audiences or key in audiences]
