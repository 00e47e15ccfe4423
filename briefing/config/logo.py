"""A logo: a small picture, known by its bytes, that loads nothing and runs nothing, as a ``data:`` URL."""

import base64
import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.config.suggest import named
from briefing.config.tables import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 200_000
"""Bytes. It stands in the page, in the PDF and in the archive of every issue."""
_KINDS = "png, jpeg, gif, webp or svg"
_BEGINS = {  # W3C PNG 5.2, ITU T.81 B.1.1.3, GIF89a 17
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF....WEBP", re.DOTALL),  # RFC 9649, 2.4
}
_SVG = "{http://www.w3.org/2000/svg}"
_RUNS = ("script", "foreignobject", "iframe", "embed", "object", "handler", "listener")
_LINKS = ("href", "src", "base")
_LOADS = re.compile(r"@import|\burl\(\s*(?!['\"]?(?:#|data:image/(?!svg)))", re.IGNORECASE)
_DEEPEST = 64
"""Elements within one another: what draws it goes down by calling itself."""
_MOST = 2_000
"""Elements. A logo has dozens; those of a picture of thousands are laid out on every page anew."""
_USES = 10
"""Elements drawn a second time: ten in a chain make at most forty of one, twenty 1,500, a hundred more than atoms."""
_WITHIN = re.compile(r"\s*(?:#|data:image/(?!svg))", re.IGNORECASE)


def logo(path: Path) -> str:
    """Read a picture. Raises Refused, with what is wrong with it and the mend."""
    data = _read(path)
    kind = next((kind for kind, begin in _BEGINS.items() if begin.match(data)), None)
    if kind is None:
        _check(data, str(path))
        kind = "image/svg+xml"
    elif not _WHOLE[kind](data):
        raise Refused(f"{named(str(path))} is broken: its end is missing", "save or copy it anew")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _png(data: bytes) -> bool:
    """Tell whether all of a PNG is there: chunks with their checksums up to IEND (W3C PNG 5.3)."""
    at, name = 8, b""
    while name != b"IEND" and at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return False
        at = end + 4
    return name == b"IEND"


def _webp(data: bytes) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")


_WHOLE: Mapping[str, Callable[[bytes], bool]] = {
    "image/png": _png,
    "image/jpeg": lambda data: b"\xff\xd9" in data,
    "image/gif": lambda data: data.rstrip(b"\0").endswith(b";"),
    "image/webp": _webp,
}
"""Whether all of a picture is there: a half one is nowhere shown, and nobody says so."""


def _read(path: Path) -> bytes:
    shown = named(str(path))
    try:
        if not path.exists():
            raise Refused(f"{shown} does not exist", "paths are relative to the file that names them")
        if not path.is_file():
            raise Refused(f"{shown} is no file", f"name a picture: {_KINDS}")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"{shown} cannot be read: {error.strerror}") from error
    except ValueError as error:  # a NUL
        raise Refused(f"{shown} is no path") from error
    if len(data) > LARGEST:
        raise Refused(f"{shown} is larger than {LARGEST // 1000} KB", "make it smaller, or draw it as svg")
    return data


def _check(data: bytes, path: str) -> None:
    """Refuse what is no SVG, or one that runs or loads something: then a page would not be itself alone."""
    from xml.etree.ElementTree import ParseError, fromstring  # asked for by those who have an svg

    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if begin != b"<" or b"<!ENTITY" in data.upper() or b"\0" in data:  # no entity: they multiply
        raise Refused(f"{named(path)} is no picture by its content", f"expected {_KINDS}")
    try:
        root = fromstring(data)  # noqa: S314 without entities, and the desk's own
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(f"{named(path)} is no picture by its content: {error}", f"expected {_KINDS}") from error
    if root.tag != f"{_SVG}svg":
        what = f"{named(path)} is XML, but no svg"
        raise Refused(what, 'its first element is <svg xmlns="http://www.w3.org/2000/svg">')
    if re.search(rb"<\?xml-stylesheet", data):
        raise Refused(f"{named(path)} holds a style sheet of elsewhere", "save it as plain svg")
    _walk(root, path)


def _walk(root: "Element", path: str) -> None:
    every = [element.tag.rpartition("}")[2].casefold() for element in root.iter()]
    if len(every) > _MOST or every.count("use") > _USES:
        what = f"{named(path)} has more than {_MOST:,} elements, or {_USES} <use>"
        raise Refused(what, "save it as plain svg, or as png")
    inside = [(root, 1)]
    while inside:
        element, depth = inside.pop()
        amiss = "elements nested too deep" if depth > _DEEPEST else _amiss(element)
        if amiss:
            raise Refused(f"{named(path)} holds {amiss}", "save it as plain svg, with nothing but shapes")
        inside += [(child, depth + 1) for child in element]


def _amiss(element: "Element") -> str | None:
    """Name what an element runs or loads."""
    name = element.tag.rpartition("}")[2].casefold()
    if name in _RUNS:
        return f"<{name}>"
    if name == "style" and _loads(element.text or "", css=True):
        return "a style that loads something"
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].casefold()
        if plain.startswith("on"):
            return f"a handler, {plain}"
        if not _WITHIN.match(value) if plain in _LINKS else _loads(value, css=plain == "style"):
            return f"a reference to elsewhere, {named(value)}"
    return None


def _loads(text: str, *, css: bool) -> bool:
    """Tell whether a value asks for another file; a CSS escape might spell that in another way."""
    return bool(_LOADS.search(text)) or (css and "\\" in text)
