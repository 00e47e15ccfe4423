"""A piece of advice accepted: its line put into the configuration, where it belongs, and nothing else changed.

The line is the one that was advised, never one that a page sends. What a person wrote stays as it stands, comments too
(tomlkit); a file that would not be a configuration afterwards is left as it was.
"""

import asyncio
import hashlib
import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config import load_config
from briefing.config.edits_saved import _alone, _put
from briefing.config.files import merge
from briefing.errors import BriefingError, DeliveryError, EditsConflict, UsageError
from briefing.preview.hand import Change

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from briefing.preview.show import Show


class Written:
    """What a page is told of it."""

    def __init__(self, digest: str | None) -> None:
        self.digest = digest


async def accept(show: "Show", change: Change) -> Written:
    """Put an advised line into the configuration; ``line`` and ``under`` name the advice.

    Raises UsageError for advice that is not given (any longer) or that no program can follow, EditsConflict where the
    file changes meanwhile, DeliveryError where it cannot be written.
    """
    given = (one for one in show.advice if one["line"] and one["line"] == change.get("line"))
    advice = next((one for one in given if one["under"] == change.get("under")), None)
    if advice is None:
        raise UsageError("That advice is no longer given.")
    if show.order.config is None:
        raise UsageError("There is no configuration to write to.")
    await asyncio.to_thread(follow, Path(show.order.config), advice)
    show.change({"config"})
    return Written(show.seen.digest)


def can_follow(advice: Mapping[str, Any]) -> bool:
    """Tell whether a program can put the line where it belongs."""
    return bool(advice["line"]) and (advice["under"] is not None or advice["line"].startswith("["))


def follow(path: Path, advice: Mapping[str, Any]) -> None:
    """Write an advised line into a configuration or into the file that it includes the table from."""
    if not can_follow(advice):
        raise UsageError("Where that line belongs only a person can tell.")
    under = tuple(advice["under"]) if advice["under"] else None
    file = merge(path).origin.get(under) if under else None
    if under and file is None:
        raise UsageError(f"{path}: there is no table [{'.'.join(under)}].")
    target = file.path if file else path
    try:
        with _alone(target.parent):
            before = target.read_bytes()
            after = _followed(before.decode("utf-8-sig"), advice["line"], under).encode()
            if hashlib.sha256(target.read_bytes()).digest() != hashlib.sha256(before).digest():
                raise EditsConflict(f"{target}: somebody else changed it meanwhile; nothing was written.")
            _tried(path, target.resolve(), before=before, after=after)
    except OSError as error:
        raise DeliveryError(f"{target}: not written, {os.strerror(error.errno or 0).lower()}") from error


def _tried(path: Path, target: Path, *, before: bytes, after: bytes) -> None:
    """Write a file; where the configuration is none with it, write what was there."""
    _put(target, after)
    try:
        load_config(path)
    except BriefingError as error:
        _put(target, before)
        raise UsageError(f"{target}: with that line it would be no configuration ({error}).") from error


def _followed(text: str, line: str, under: tuple[str, ...] | None) -> str:
    import tomlkit

    if under is None:
        return f"{text.rstrip()}\n\n{line.strip()}\n"
    document = tomlkit.parse(text)
    table: Any = document
    for key in under:
        table = table[key]
    _say(table, tomlkit.parse(f"{line}\n"))
    return tomlkit.dumps(document)


def _say(table: MutableMapping[str, Any], said: "TOMLDocument") -> None:
    """Set each key that is said; a list that only grows or changes in part keeps its layout."""
    for key, value in said.items():
        old = table.get(key)
        if not (isinstance(old, list) and isinstance(value, list) and len(value) >= len(old)):
            table[key] = value
            continue
        wanted = value.unwrap() if hasattr(value, "unwrap") else value
        for number, one in enumerate(wanted):
            if number >= len(old):
                old.append(one)
            elif old[number] != one:
                old[number] = one
