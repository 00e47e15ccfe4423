"""The entries of ``edits.toml`` in its text: each with the comment right above it, moved and taken out whole."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from briefing.config.lines import _keys
from briefing.model import Edit, EditKind

_KEYS = ("audience", "section", "source", "part", "start", "end", "outlet", "place")


@dataclass(frozen=True, slots=True)
class _Standing:
    """An entry in a file's text."""

    entry: Edit
    first: int
    """Its first line, from 0: that of the comment right above it."""
    last: int
    """The line behind its last one."""


def listed(text: str, kind: EditKind, entries: Sequence[Edit]) -> str:
    """Give a file's text with these entries of a kind in place of its own; what stays is not touched.

    Raises TOMLDecodeError for what is no TOML.
    """
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    standing = _standing(text, kind)
    if [one.entry for one in standing] == list(entries):
        return text
    chunks: dict[Edit, str] = {}
    for one in standing:
        chunks.setdefault(one.entry, "".join(lines[one.first : one.last]))
    told = [chunks.get(entry) or _chunk(entry) for entry in entries]
    wanted = {*entries}
    slots = [one for one in standing if one.entry in wanted][: len(told)]
    places = {one: at for at, one in enumerate(slots)}
    for one in reversed(standing):
        at = places.get(one)
        if at is None:
            _take_out(lines, one)
            continue
        mine = told[at:] if one is slots[-1] else told[at : at + 1]
        lines[one.first : one.last] = ["\n".join(mine)]
    if not slots and told:
        _put_in(lines, _behind(lines), told)
    return "".join(lines)


def _take_out(lines: list[str], one: _Standing) -> None:
    last = one.last
    while last < len(lines) and not lines[last].strip():
        last += 1
    del lines[one.first : last]


def _behind(lines: Sequence[str]) -> int:
    """Find where entries of a new kind go: before the notes, else at the end."""
    at = next((at for at, line in enumerate(lines) if re.match(r"\s*\[notes\]", line)), len(lines))
    while at and at < len(lines) and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _put_in(lines: list[str], at: int, told: Sequence[str]) -> None:
    before = "\n" if at and lines[at - 1].strip() else ""
    behind = "\n" if at < len(lines) else ""
    lines.insert(at, before + "\n".join(told) + behind)


def _standing(text: str, kind: EditKind) -> list[_Standing]:
    """Find the entries of a kind."""
    tables = tomllib.loads(text).get(kind, [])
    places = list(_places(text, kind))
    if len(places) != len(tables):
        return []
    return [_Standing(_entry(kind, table), *place) for table, place in zip(tables, places, strict=True)]


def _places(text: str, kind: str) -> Iterator[tuple[int, int]]:
    """Give the lines of each entry: first, with the comments right above, and the one behind the last."""
    lines = text.splitlines()
    begun: int | None = None
    last = 0
    for number, path in _keys(text):
        header = lines[number - 1].lstrip().startswith("[")
        if begun is not None and header:
            yield begun, last
            begun = None
        if header and path == (kind,):
            begun = number - 1
            while begun and lines[begun - 1].lstrip().startswith("#"):
                begun -= 1
        last = number
    if begun is not None:
        yield begun, last


def _entry(kind: EditKind, values: Mapping[str, object]) -> Edit:
    told = {field.name: values.get(field.name) for field in fields(Edit) if field.name != "kind"}
    source = told["source"]
    told["source"] = source.strip().lower() if isinstance(source, str) else None
    return Edit(kind, **told)  # type: ignore[arg-type]


def _chunk(entry: Edit) -> str:
    """Write an entry."""
    import tomlkit

    told = ((key, getattr(entry, key)) for key in _KEYS)
    said = (
        (key, tomlkit.string(value).as_string() if isinstance(value, str) else value) for key, value in told
    )
    lines = (f"{key} = {value}" for key, value in said if value is not None)
    return "\n".join((f"[[{entry.kind}]]", *lines, ""))
