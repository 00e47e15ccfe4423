"""Where a key stands in a TOML file: found by its looks, asked for only once there is a fault to tell."""

import re
from collections.abc import Iterator
from functools import lru_cache

_HEADER = re.compile(r"\s*\[\[?([^\]]+)\]\]?\s*(#.*)?$")
_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_ASSIGNED = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_BARE = re.compile(r"[A-Za-z0-9_-]+")

Path = tuple[str, ...]


def line_of(text: str, path: Path) -> int | None:
    """Give the line (from 1) on which a key stands, or the nearest table above it, or the first part of it, or None."""
    lines = _lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return next((line for key, line in lines.items() if key[: len(path)] == path), None)


def dotted(path: Path) -> str:
    """Write a key's path as TOML does, quoted where it must be."""
    return ".".join(part if _BARE.fullmatch(part) else f'"{part}"' for part in path)


@lru_cache(maxsize=8)
def _lines(text: str) -> dict[Path, int]:
    """Give the first line of each key: once a text, for a file may have as many faults as keys."""
    lines: dict[Path, int] = {}
    for number, key in _keys(text):
        lines.setdefault(key, number)
    return lines


def _keys(text: str) -> Iterator[tuple[int, Path]]:
    table: Path = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if inside:
            inside = "" if inside in line else inside
        elif header := _HEADER.match(line):
            table = _split(header[1])
            yield number, table
        elif key := _ASSIGNED.match(line):
            yield number, (*table, *_split(key[1]))
            inside = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")


def _split(key: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))
