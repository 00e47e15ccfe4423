"""Reads the ``style.toml`` files of a chain, one above the other, and holds every value against what a page can bear.

A file is a layer: its name, as faults name it, and its text. The lowest, ours, has every token.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, get_type_hints

from briefing.errors import Fault, TemplateError
from briefing.model import Look
from briefing.renderers.look.colours import ENOUGH, contrast, readable
from briefing.renderers.look.style import Colours, Face, Style, Type

Layer = tuple[str, str]
"""Name and text of a file."""
Tokens = dict[str, dict[str, str]]

PAPER = "#ffffff"
LARGEST = 20_000
"""Characters of a file; ours has 3,500. One from elsewhere is read without any bound of time."""
_TABLES = get_type_hints(Style)
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_FAMILIES = re.compile(
    r"(?:\"[\w -]+\"|'[\w -]+'|[\w-]+)(?:\s*,\s*(?:\"[\w -]+\"|'[\w -]+'|[\w-]+))*", re.ASCII
)
_LENGTH = re.compile(r"(\d*\.?\d+)(pt|mm|rem|px|)")
_UNITS = {"print": ("pt", "mm"), "screen": ("rem", "rem"), "phone": ("rem", "rem"), "mail": ("px", "px")}
"""Of each face: of its sizes of type, and of its spaces."""
_BOUNDS = {"pt": (5, 72), "rem": (0.5, 6), "px": (9, 72), "": (0.9, 3)}
"""Of type; without a unit: the leading as a multiple of the size."""
_ROOM = {"mm": 180, "rem": 1000, "px": 1200}
_FIXED = {("print", "measure"), ("print", "fold"), ("mail", "fold")}
_READ = (("ink", "ground"), ("grey", "ground"), ("ink", "tint"), ("grey", "tint"))


@lru_cache(maxsize=16)
def style(layers: tuple[Layer, ...], accent: str) -> Style:
    """Put layers one above the other, the highest first; an ``accent`` that is not the model's own goes before theirs.

    Raises TemplateError for the first fault.
    """
    merged, found = _merged(layers)
    found += _unreadable(layers, merged)
    if found:
        raise TemplateError(str(found[0]))
    accents = {} if accent == Look().accent else dict.fromkeys(("light", "dark"), accent)
    made = {name: _made(name, table, merged) for name, table in _TABLES.items()}
    for name in ("light", "dark"):
        colours = made[name]
        wanted = accents.get(name, colours.accent)
        made[name] = replace(colours, accent=readable(wanted, colours.ground))
    return Style(**made)


def faults(layers: Sequence[Layer]) -> tuple[Fault, ...]:
    """Find everything that is wrong in the layers, the highest first."""
    merged, found = _merged(layers)
    return (*found, *(_unreadable(layers, merged) if not found else ()))


def _merged(layers: Sequence[Layer]) -> tuple[Tokens, list[Fault]]:
    """Merge what is right, and tell what is not."""
    merged: Tokens = {name: {} for name in _TABLES}
    found: list[Fault] = []
    for file, text in reversed(layers):
        if len(text) > LARGEST:
            found.append(
                Fault(file, f"a style of more than {LARGEST:,} characters", "name only what differs")
            )
            continue
        try:
            tables = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # Python's own of a number of 5,000 digits among them
            found.append(Fault(file, f"this is no TOML: {error}", "correct this line"))
            continue
        for table, key, value in _values(tables):
            if wrong := _wrong(table, key, value):
                found.append(Fault(_place(file, text, table, key), *wrong))
            else:
                merged[table][key] = value
    return merged, found


def _values(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for table, values in tables.items():
        for key, value in values.items() if isinstance(values, dict) else (("", values),):
            yield table, key, value


def _wrong(table: str, key: str, value: object) -> tuple[str, str] | None:
    """Say what is wrong with a token, and the mend; None where nothing is."""
    if table not in _TABLES:
        return f"there is no table {table}", _near(table, _TABLES)
    names = [field.name for field in fields(_TABLES[table]) if (table, field.name) not in _FIXED]
    if key not in names:
        return f"there is no token {table}.{key}", _near(key, names)
    return _check(table, key)(value if isinstance(value, str) else "", table)


def _check(table: str, key: str) -> Callable[[str, str], tuple[str, str] | None]:
    if table in ("light", "dark"):
        return _colour
    if key in ("serif", "sans"):
        return _families
    return _type if get_type_hints(Face)[key] is Type else _space


def _colour(value: str, _: str) -> tuple[str, str] | None:
    return None if _COLOUR.fullmatch(value) else ("this is no colour", 'write it as "#8a1c1c"')


def _families(value: str, _: str) -> tuple[str, str] | None:
    return (
        None
        if _FAMILIES.fullmatch(value)
        else ("these are no families of type", "'\"Source Serif 4\", serif'")
    )


def _type(value: str, face: str) -> tuple[str, str] | None:
    unit = _UNITS[face][0]
    size, _, leading = value.partition("/")
    example = {"pt": '"9.3pt/12.4pt"', "rem": '"1rem/1.5rem"', "px": '"16px/24px"'}[unit]
    if not (_within(size, (unit,)) and _within(leading, (unit, ""))):
        low, high = _BOUNDS[unit]
        return f"this is no size and leading in {unit}, {low:g} to {high:g}", f"write it as {example}"
    if leading.endswith(unit) and _number(leading) < _number(size) * _BOUNDS[""][0]:
        return "its lines would run into one another", "give it a leading that is larger than its size"
    return None


def _space(value: str, face: str) -> tuple[str, str] | None:
    unit = _UNITS[face][1]
    found = _LENGTH.fullmatch(value)
    if found and found[2] == unit and float(found[1]) <= _ROOM[unit]:
        return None
    return f"this is no length in {unit}, up to {_ROOM[unit]}", f'write it as "2{unit}"'


def _within(length: str, units: tuple[str, ...]) -> bool:
    found = _LENGTH.fullmatch(length)
    if not found or found[2] not in units:
        return False
    low, high = _BOUNDS[found[2]]
    return low <= float(found[1]) <= high


def _number(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) if found else 0.0


def _near(name: str, names: Mapping[str, object] | Sequence[str]) -> str:
    near = get_close_matches(name, list(names), 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"


def _unreadable(layers: Sequence[Layer], merged: Tokens) -> list[Fault]:
    """Tell pairs of colours that nobody can read, where the highest layer names one of them."""
    found = []
    for table in ("light", "dark"):
        colours = {name: _long(value) for name, value in merged[table].items()}
        pairs = [(one, other, colours[other]) for one, other in _READ if one in colours and other in colours]
        pairs += [(one, "paper", PAPER) for one in ("ink", "grey") if table == "light" and one in colours]
        for one, other, ground in pairs:
            share = contrast(colours[one], ground)
            if share < ENOUGH:
                what = (
                    f"{table}.{one} {colours[one]} cannot be read on {other} {ground}: contrast {share:.1f}"
                )
                places = (_written(layer, table, key) for layer in layers for key in (one, other))
                where = next((place for place in places if place), layers[0][0])
                found.append(Fault(where, what, f"make it {ENOUGH} or more (WCAG 2.2, 1.4.3)"))
    return found


def _long(colour: str) -> str:
    """Write ``#AbC`` as ``#aabbcc``."""
    digits = colour[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _made(name: str, table: type, merged: Tokens) -> Any:  # noqa: ANN401 - Colours or Face
    if table is Colours:
        return Colours(**{key: _long(value) for key, value in merged[name].items()})
    values = merged["screen"] | merged[name] if name == "phone" else merged[name]
    kinds = get_type_hints(Face)
    made: dict[str, Any] = {
        key: Type(*value.split("/")) if kinds[key] is Type else value for key, value in values.items()
    }
    return Face(**made)


def _written(layer: Layer, table: str, key: str) -> str | None:
    """Give the place of a token in a layer; None where it does not name it."""
    file, text = layer
    line = _line(text, table, key)
    return f"{file}:{line}" if line and line != _line(text, table, "\0") else None


def _place(file: str, text: str, table: str, key: str) -> str:
    line = _line(text, table, key)
    return f"{file}:{line}" if line else file


def _line(text: str, table: str, key: str) -> int | None:
    """Give the line that a key stands on, else that of its table; an empty key: a value outside of all tables."""
    within, header = "", None
    sought = re.compile(rf"\s*[\"']?{re.escape(key or table)}[\"']?\s*=")
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            within = found[1]
            header = number if within == table else header
        elif within == (table if key else "") and sought.match(line):
            return number
    return header
