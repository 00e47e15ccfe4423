"""The files of a configuration, merged into one table that knows where each part is from.

Later includes override earlier ones, a file overrides what it includes: a key at the top by itself, a table
such as ``[actors.russia]`` always as a whole, and it then stands where the overriding file has it.
"""

import os
import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any

from briefing.config.lines import dotted, line_of
from briefing.config.suggest import named
from briefing.errors import Fault

Wrong = tuple[tuple[str, ...], str, str | None]
"""A key's path, what is wrong with it, and the mend."""
NAMED = ("actors", "themes", "outlets", "audiences")
"""Tables of tables."""
_PLAINER = {
    "Cannot declare": "a table that is there already",
    "Cannot overwrite": "a key that is there already",
}
LARGEST = 4_000_000
"""Bytes of a file; a desk with four themes has 3,000."""
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the configuration, read."""

    path: Path
    text: str = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)

    def where(self, key: tuple[str, ...]) -> str:
        """Name a key's place: ``briefing.toml:31: themes.us_stance.role``."""
        line = line_of(self.text, key)
        return f"{self.path}:{line}: {dotted(key)}" if line else f"{self.path}: {dotted(key)}"


@dataclass(slots=True)
class Merged:
    """All files in one: the values, the file that each comes from, and the faults on the way."""

    values: dict[str, Any] = field(default_factory=dict)
    origin: dict[tuple[str, ...], File] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    """In the order in which they were merged; the last one is the configuration itself."""
    faults: list[Fault] = field(default_factory=list)

    def file(self, key: tuple[str, ...]) -> File:
        """Give the file that a key comes from."""
        return self.origin.get(key[:2]) or self.origin.get(key[:1]) or self.files[-1]

    def told(self, wrongs: Iterable[Wrong]) -> list[Fault]:
        """Name the place of each wrong in the file that it comes from, in the order of the files and their lines."""
        placed = []
        for key, what, mend in wrongs:
            file = self.file(key)
            order = self.files.index(file), line_of(file.text, key) or 0
            placed.append((order, Fault(file.where(key), what, mend)))
        return [fault for _, fault in sorted(placed, key=itemgetter(0))]

    def add(self, file: File) -> None:
        """Lay a file over what is there."""
        self.files.append(file)
        for key, value in file.values.items():
            if key in NAMED and isinstance(value, dict):
                self._add_named(file, key, value)
            elif key != "include":
                self.values[key], self.origin[(key,)] = value, file

    def _add_named(self, file: File, key: str, value: Mapping[str, Any]) -> None:
        tables = self.values.get(key)
        if not isinstance(tables, dict):
            tables = self.values[key] = {}
        self.origin[(key,)] = file
        for name, table in value.items():
            tables.pop(name, None)
            tables[name], self.origin[(key, name)] = table, file


def merge(path: Path) -> Merged:
    """Read a configuration with all that it includes; what cannot be read is among the faults."""
    merged = Merged()
    _follow(path, merged, chain=())
    return merged


def _follow(path: Path, merged: Merged, *, chain: tuple[File, ...]) -> None:
    file = _read(path, merged)
    if file is None:
        return
    include = file.values.get("include", [])
    if not isinstance(include, list) or not all(isinstance(name, str) for name in include):
        what = f"{named(include)} is not allowed; expected a list of paths"
        merged.faults.append(Fault(file.where(("include",)), what, 'for example include = ["shared.toml"]'))
        include = []
    for name in include:
        _include(name, merged, chain=(*chain, file))
    merged.add(file)


def _include(name: str, merged: Merged, *, chain: tuple[File, ...]) -> None:
    file = chain[-1]
    where = file.where(("include",))
    path = file.path.parent / name
    problem = _problem(path) if name.strip() else "an empty path"
    if problem:
        mend = "paths are relative to the file that includes them"
        merged.faults.append(Fault(where, f"{named(name)}: {problem}", mend))
        return
    same = [at for at, above in enumerate(chain) if above.path.resolve() == path.resolve()]
    if same:
        way = " → ".join(str(link.path) for link in (*chain[same[0] :], chain[same[0]]))
        merged.faults.append(Fault(where, f"the files include each other: {way}", "take one of them out"))
    elif path.resolve() not in {read.path.resolve() for read in merged.files}:
        _follow(path, merged, chain=chain)


def _problem(path: Path) -> str | None:
    """Say why a file cannot be opened, or None."""
    try:
        odd = _odd(path.stat())
        if odd is None:
            path.open("rb").close()
    except FileNotFoundError:
        return "does not exist"
    except IsADirectoryError:
        return "is a folder, not a file"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    except ValueError:
        return "is no path"
    return odd


def _odd(status: os.stat_result) -> str | None:
    """Say what is no file of a configuration before it is opened: a pipe waits, a device may have no end."""
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return "is no plain file but a pipe or a device"
    too_large = status.st_size > LARGEST and stat.S_ISREG(status.st_mode)
    return f"is larger than {LARGEST // 1_000_000} MB, which no configuration is" if too_large else None


def _read(path: Path, merged: Merged) -> File | None:
    problem = _problem(path)
    if problem:
        mend = "'briefing init' writes one to start from" if problem == "does not exist" else None
        merged.faults.append(Fault(str(path), problem, mend))
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return File(path, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = f"not UTF-8: byte 0x{error.object[error.start]:02x}"
        merged.faults.append(Fault(f"{path}:{line}", what, "save the file as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        merged.faults.append(_syntax(path, text, str(error)))
    except (ValueError, RecursionError):
        merged.faults.append(Fault(str(path), "a number of too many digits, or lists nested too deep"))
    return None


def _syntax(path: Path, text: str, message: str) -> Fault:
    """Name the place of a TOML error as editors do, with what the line says."""
    place = _PLACE.search(message)
    said = _PLACE.sub("", message)
    what = "not TOML: " + next((ours for theirs, ours in _PLAINER.items() if said.startswith(theirs)), said)
    if place is None or place[1] is None:
        return Fault(f"{path}:{text.count(chr(10)) + 1}", f"{what} at the end of the file")
    line = text.split("\n")[int(place[1]) - 1].strip()
    mend = "text stands in quotation marks" if "Invalid value" in message else None
    return Fault(f"{path}:{place[1]}:{place[2]}", f"{what} in {named(line)}", mend)
