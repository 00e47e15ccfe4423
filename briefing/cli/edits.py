"""What an editor changed: where it is found, and what of it changed nothing."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import options
from briefing.errors import UsageError
from briefing.model import Edit, Edited, Edits

if TYPE_CHECKING:
    from briefing.config import Config

NONE = "none"
_MOST = 20
"""Entries that change nothing, told one by one: a screen of them."""


def argument(command: argparse.ArgumentParser) -> None:
    """Add --edits."""
    text = f"what an editor changed, or {NONE} (default: edits.toml beside the configuration)"
    command.add_argument("--edits", metavar="FILE", help=text)


def load(stated: str | None, config: "Config") -> Edits:
    """Read the edits that an argument means, else those beside the configuration.

    Raises UsageError where a stated file does not exist, ConfigError with all its faults.
    """
    from briefing.config.edits import NAME, load_edits

    if stated == NONE or (stated is None and config.path is None):
        return Edits()
    if stated is not None and not Path(stated).is_file():
        raise UsageError(f"--edits {stated}: there is no such file.")
    return load_edits(Path(stated) if stated else Path(config.path or "").parent / NAME)


def tell(edits: Edits, config: "Config", made: Mapping[str, Sequence[Edited]]) -> None:
    """Name the first entries that change nothing, and count the others; ``made``: edition → its entries."""
    lines = list(unmet(edits, config, made))
    for line in lines[:_MOST]:
        options.tell(f"edits: {line}")
    if (more := len(lines) - _MOST) > 0:
        options.tell(f"edits: {more:,} more of the kind")


def unmet(edits: Edits, config: "Config", made: Mapping[str, Sequence[Edited]]) -> Iterator[str]:
    """Say which entries and notes change nothing, and why."""
    known = {audience.key for audience in (*config.audiences, *config.shipped)}
    became: dict[Edit, dict[str, Edited]] = {}
    for key, told in made.items():
        for one in told:
            became.setdefault(one.edit, {})[key] = one
    for edit in dict.fromkeys(edits.entries):
        if edit.audience is not None and edit.audience not in known:
            yield f"{named(edit)}: there is no audience {edit.audience!r}"
        found = became.get(edit, {})
        lost = {key: one.reason or "" for key, one in found.items() if not one.met}
        if len(lost) < len(found):
            lost = {key: reason for key, reason in lost.items() if not _mere(edit, reason)}
            yield from (f"{named(edit)} in {key}: {reason}" for key, reason in lost.items())
        elif lost:
            yield f"{named(edit)}: {'; '.join(dict.fromkeys(lost.values()))}"
    for key in edits.notes:
        if key != "brief" and key not in {theme.key for theme in config.themes}:
            yield f"note {key!r}: there is no such section"


def _mere(edit: Edit, reason: str) -> bool:
    """Tell whether an edition merely has no room for what an entry changes in others."""
    from briefing.sections.hand import NOT_HERE, NOT_PRINTED, NOT_SHOWN

    return reason in (NOT_HERE, NOT_SHOWN) or (edit.kind == "order" and reason == NOT_PRINTED)


def named(edit: Edit) -> str:
    """Name an entry as a person knows it: ``pin us_stance 9f86d0818…:120-260``."""
    if edit.outlet is not None:
        return f"{edit.kind} outlet {edit.outlet!r}"
    place = f":{edit.start}-{edit.end}" if edit.start is not None else ""
    return " ".join(filter(None, (edit.kind, edit.section, f"{(edit.source or '')[:12]}…{place}")))
