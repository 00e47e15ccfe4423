"""The archive: ``brief.json`` written from a Brief and read back; only it knows the contract's layout.

The file follows the contract where the model nests: an object that holds an ``item`` is written as the item's
own fields with the object's beside them, a Span is ``[start, end]``, a side ``{side, items}`` and a change
``{then, now}``. A file may hold more fields than we know; they are passed over.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NoReturn
from urllib.parse import urlsplit

from briefing.errors import ArchiveError
from briefing.model import Brief, Fitted, Part, Rendered, Span
from briefing.renderers.look.drawn import amiss

SCHEMA = 1
"""The newest layout that this version reads; the one that it writes."""

LARGEST = 64 * 1024 * 1024
"""Bytes. A brief of 1,000 articles takes about 3 MB; more than this is no brief and would fill the memory."""

LONGEST = 100
"""Digits of a whole number: one of 310 is more than any float holds, and nothing counts that far."""

LONGEST_NAME = 20_000
"""Characters of a title or a location; a path has 4,096 at most, and a PDF takes minutes for a word of 100,000."""

_MEND = "make it again with `briefing build`"
_WRAPPED = ("quotes", "timeline", "figures")  # entries that are an item and more
_SPANS = ("quote", "stated", "figure")
_LONE = re.compile("[\ud800-\udfff]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNSAFE = re.compile(r"[/\\\x00-\x1f]|^\.{0,2}$")


def render(brief: Brief) -> Rendered:
    """Render a brief as ``brief.json``."""
    return Rendered("brief.json", "application/json", dump(brief))


def dump(brief: Brief) -> bytes:
    """Write a brief as UTF-8 JSON, fields in the model's order, None as null.

    Half a surrogate pair (a file name that is no UTF-8) becomes U+FFFD, as no JSON reader takes it.
    Raises ValueError for a number that JSON lacks (NaN, infinity): no step may produce one.
    """
    text = json.dumps(_plain(brief), ensure_ascii=False, indent=1, allow_nan=False)
    return (_LONE.sub("\ufffd", text) + "\n").encode()


def load(data: bytes) -> Brief:
    """Read a ``brief.json`` back: ``load(dump(brief)) == brief``.

    Raises ArchiveError for anything that is no brief of schema 1, naming the fields at fault, and for values
    that would be followed blindly: a date or an audience that is no folder's name, an item without a source,
    a link that is not http.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        values = _parse(data)
        _check_schema(values)
        brief: Brief = TypeAdapter(Brief).validate_json(json.dumps(_nest(values)), strict=True)
    except RecursionError:
        _refuse("nested too deeply")
    except ValidationError as error:
        faults = [
            (".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors(include_url=False)
        ]
        _refuse("; ".join(f"{where}: {what}" for where, what in faults[:5]) + ("; …" if faults[5:] else ""))
    for fault in _unsound(brief):
        _refuse(fault)
    return brief


def _refuse(what: str, mend: str = _MEND) -> NoReturn:
    raise ArchiveError(f"not a brief.json that can be used: {what} ({mend})") from None


# --- out ------------------------------------------------------------------------------------------


def _plain(value: Any) -> Any:  # noqa: ANN401 - walks every type of the model
    """Turn a value of the model into what json writes, laid out as in the contract."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [_plain(held) for held in value]
    return value


def _object(value: Any) -> dict[str, Any]:  # noqa: ANN401
    named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if "item" in named:
        named = {**named.pop("item"), **named}
    if isinstance(value, Part):
        named["points"] = float(value.points)  # 1 and 1.0 are equal points and must be equal bytes
    if isinstance(value, Fitted):
        named |= {"asked": float(value.asked), "measured": float(value.measured)}  # for the same reason
    if named.get("sides") is not None:
        named["sides"] = [{"side": side, "items": ids} for side, ids in named["sides"]]
    if "changed" in named:
        named["changed"] = [{"then": then, "now": now} for then, now in named["changed"]]
    return named


# --- in ------------------------------------------------------------------------------------------


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        _refuse(f"{len(data):,} bytes, more than {LARGEST:,}")
    try:
        values = json.loads(
            data.decode("utf-8-sig"), parse_constant=_number, parse_float=_number, parse_int=_integer
        )
    except UnicodeDecodeError as error:
        _refuse(f"not UTF-8 at byte {error.start}")
    except ValueError as error:
        _refuse(f"not JSON: {error}")
    if not isinstance(values, dict):
        _refuse("not a JSON object")
    return values


def _number(text: str) -> float:
    number = float(text)
    if number - number != 0:  # NaN and the infinities, 1e999 among them
        raise ValueError(f"{text[:20]} is no number of JSON")
    return number


def _integer(text: str) -> int:
    if len(text) > LONGEST:
        raise ValueError(f"{text[:LONGEST]}… has too many digits")
    return int(text)


def _check_schema(values: Mapping[str, Any]) -> None:
    schema = values.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        _refuse("it has no field `schema` with a number")
    if schema > SCHEMA:
        _refuse(f"schema {schema}, made by a later version; this one reads {SCHEMA}", mend="update briefing")


def _nest(values: dict[str, Any]) -> dict[str, Any]:
    """Undo the contract's layout; what does not follow it becomes None, for the validation to name."""
    nested = dict(values)
    for name in _WRAPPED:
        nested[name] = _each(values.get(name), _wrap)
    nested["sections"] = _each(values.get("sections"), _nest_sides)
    changes = values.get("changes")
    if isinstance(changes, dict):
        pairs = _each(changes.get("changed"), lambda pair: [pair.get("then"), pair.get("now")])
        nested["changes"] = {**changes, "changed": pairs}
    return nested


def _each(values: Any, change: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if not isinstance(values, list):
        return values
    return [change(value) if isinstance(value, dict) else None for value in values]


def _wrap(entry: dict[str, Any]) -> dict[str, Any]:
    spans = {name: _span(entry[name]) for name in _SPANS if name in entry}
    return {**entry, **spans, "item": entry}


def _span(value: Any) -> Any:  # noqa: ANN401
    return {"start": value[0], "end": value[1]} if isinstance(value, list) and len(value) == 2 else None


def _nest_sides(section: dict[str, Any]) -> dict[str, Any]:
    sides = _each(section.get("sides"), lambda side: [side.get("side"), side.get("items")])
    return {**section, "sides": sides} if "sides" in section else section


def _unsound(brief: Brief) -> Iterator[str]:
    """Name what is well-formed and must not be followed: values that become paths, links and look-ups."""
    if not _DATE.fullmatch(brief.date):
        yield f"date: {brief.date[:40]!r} is not YYYY-MM-DD"
    if _UNSAFE.search(brief.audience):
        yield f"audience: {brief.audience[:40]!r} cannot name a folder"
    if brief.look.logo is not None:
        yield from amiss(brief.look.logo)
    long = [text for text in _named(brief) if text is not None and len(text) > LONGEST_NAME]
    if long:
        yield f"a title or another name has {len(long[0]):,} characters"
    numbers = {entry.n for entry in brief.sources}
    if len(numbers) < len(brief.sources):
        yield "sources: a number stands twice"
    for entry in brief.sources:
        if entry.url is not None and not _is_link(entry.url):
            yield f"sources: the link of source {entry.n} is neither http nor https"
    for item in brief.items():
        cited = {item.source, *(also.source for also in item.also)}
        if not cited <= numbers:
            yield f"item {item.id[:40]}: its source {min(cited - numbers)} is not in the list of sources"


def _named(brief: Brief) -> Iterator[str | None]:
    """Give what is printed beside the sentences, in lines that a layout must break."""
    yield from (brief.title, brief.edition, brief.marking, brief.approved_by)
    for section in brief.sections:
        yield from (section.title, section.question)
    for entry in brief.sources:
        yield from (
            entry.name,
            entry.kind,
            entry.grade,
            entry.title,
            entry.author,
            entry.published,
            entry.location,
        )


def _is_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # "http://["
        return False
