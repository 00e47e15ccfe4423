"""What a value of a template has: the members of a kind, by the annotations of the dataclasses that templates see."""

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.model import Brief
from briefing.renderers.look.style import Style
from briefing.renderers.view.page import Page

Kind = Any
"""An annotation (``str``, ``tuple[Line, ...]``), ``Any`` for what nobody knows, or ``Keys``."""


@dataclasses.dataclass(frozen=True)
class Keys:
    """A value of which every member is known by name."""

    name: str
    members: tuple[str, ...]
    of: Kind = str


FACES = ("print", "screen", "mail")
LOOP = Keys(
    "loop",
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem",
     "cycle", "changed"),
    Any,
)  # fmt: skip
GLOBALS = (
    "range",
    "dict",
    "lipsum",
    "cycler",
    "joiner",
    "namespace",
    "self",
    "super",
    "caller",
    "varargs",
    "kwargs",
)


def seen(say: Mapping[str, object]) -> dict[str, Kind]:
    """Give the kinds of all that templates see; ``say``: our own words."""
    return {
        "page": Page,
        "brief": Brief,
        "style": Style,
        "face": Literal[FACES],
        "say": Keys("say", tuple(say)),
    }


def either(kinds: list[Kind]) -> Kind:
    """Give a kind that is any of several."""
    if not kinds or any(kind is Any for kind in kinds):
        return Any
    return Union[tuple(kinds)] if all(not isinstance(kind, Keys) for kind in kinds) else kinds[0]  # noqa: UP007


def alternatives(kind: Kind) -> tuple[Kind, ...]:
    """Give the kinds that a value may be of, without None."""
    origin: Any = get_origin(kind)
    if origin in (Union, types.UnionType):
        return tuple(one for one in get_args(kind) if one is not type(None))
    return (kind,)


def member(kind: Kind, name: str) -> Kind | None:
    """Give the kind of a member; None: there is no such member."""
    found = [one for one in (_member(each, name) for each in alternatives(kind)) if one is not None]
    return either(found) if found else None


def names(kind: Kind) -> tuple[str, ...]:
    """Name the members that a template would ask for."""
    return tuple(dict.fromkeys(name for each in alternatives(kind) for name in _names(each)))


def called(kind: Kind) -> str:
    """Name a kind to people."""
    each = alternatives(kind)[0]
    if isinstance(each, Keys):
        return each.name
    plain = {
        str: "a text",
        int: "a number",
        float: "a number",
        bool: "yes or no",
        tuple: "a list",
        Mapping: "a table",
    }
    return plain.get(_class(each), getattr(each, "__name__", str(each)))


def element(kind: Kind) -> Kind:
    """Give the kind of what a loop over a value gives."""
    return either([_element(each) for each in alternatives(kind)])


def part(kind: Kind, at: int) -> Kind:
    """Give the kind of an element at a place."""
    each = alternatives(kind)[0]
    inner = get_args(each) if _class(each) is tuple else ()
    if inner and inner[-1] is not Ellipsis:
        return inner[at] if -len(inner) <= at < len(inner) else Any
    return _element(each)


def is_text(kind: Kind) -> bool:
    """Tell whether a value is a text and nothing else."""
    return all(_class(each) is str for each in alternatives(kind))


def _member(kind: Kind, name: str) -> Kind | None:
    if kind is Any:
        return Any
    if isinstance(kind, Keys):
        return kind.of if name in kind.members else (Any if hasattr(dict, name) else None)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _members(kind).get(name)
    plain = _class(kind)
    if plain is Mapping:
        return Any if hasattr(dict, name) else get_args(kind)[1]
    return Any if hasattr(plain, name) and not name.startswith("_") else None


def _names(kind: Kind) -> tuple[str, ...]:
    if isinstance(kind, Keys):
        return kind.members
    known = isinstance(kind, type) and dataclasses.is_dataclass(kind)
    return tuple(_members(kind)) if known else ()


@cache
def _members(kind: type) -> dict[str, Kind]:
    """Give a dataclass's fields and properties with their kinds."""
    fields = get_type_hints(kind)
    properties = {
        name: get_type_hints(value.fget).get("return", Any)
        for name, value in vars(kind).items()
        if isinstance(value, property)
    }
    methods = {
        name: Any for name, value in vars(kind).items() if callable(value) and not name.startswith("_")
    }
    return methods | properties | fields


def _element(kind: Kind) -> Kind:
    plain, inner = _class(kind), get_args(kind)
    if plain is tuple and inner:
        return inner[0] if inner[-1] is Ellipsis else either(list(inner))
    return str if plain in (str, Mapping) or isinstance(kind, Keys) else Any


def _class(kind: Kind) -> Any:  # noqa: ANN401 - a class, or what stands for one
    origin: Any = get_origin(kind)
    if origin is Literal:
        return str
    return Mapping if origin in (Mapping, dict) or kind in (Mapping, dict) else (origin or kind)
