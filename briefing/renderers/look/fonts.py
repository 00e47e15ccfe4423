"""The page's own fonts: ready woff2 slices, of which a page embeds those whose characters occur in it."""

import base64
from collections.abc import Iterable, Mapping
from functools import cache

from briefing.renderers.look.templates import home

LIMIT = 150_000
"""Bytes of fonts in a page, as base64; what does not fit is set in the reader's own serif or sans."""

# In the order in which a page can spare them least. Style, weight, family; the files are cut by scripts/fonts.
FACES: Mapping[str, tuple[str, int, str]] = {
    "serif-400": ("normal", 400, "Briefing Serif"),
    "sans-400": ("normal", 400, "Briefing Sans"),
    "sans-600": ("normal", 600, "Briefing Sans"),
    "serif-600": ("normal", 600, "Briefing Serif"),
    "serif-700": ("normal", 700, "Briefing Serif"),
    "serif-400i": ("italic", 400, "Briefing Serif"),
}
# What tells that a slice is needed, and the ranges that it is declared for.
SLICES: Mapping[str, str] = {
    "latin": "U+0-FF, U+131, U+152-153, U+2BC, U+2C6, U+2DA, U+2DC, U+2000-206F, U+20AC, U+2116, U+2122, U+2190-2193, "
    "U+2212, U+2215",
    "cyrillic": "U+301, U+400-4FF, U+20B4, U+20BD",
    "latin-ext": "U+100-130, U+132-151, U+154-24F, U+1E00-1EFF, U+20A4, U+20AB, U+20B9-20BA",
    "greek": "U+370-3FF",
}


def sheet(text: str) -> str:
    """Write the ``@font-face`` rules that a text needs, at most LIMIT bytes of fonts."""
    wanted = [(part, ranges) for part, ranges in SLICES.items() if _occurs(text, ranges)]
    rules, room = [], LIMIT
    for part, ranges in wanted:
        for face, (style, weight, family) in FACES.items():
            data = _slice(face, part)
            if data and len(data) <= room:
                room -= len(data)
                rules.append(
                    f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight}; '
                    f'unicode-range: {ranges}; src: url(data:font/woff2;base64,{data}) format("woff2") }}'
                )
    return "\n".join(rules)


def _occurs(text: str, ranges: str) -> bool:
    chars = set(text)
    return any(lower <= ord(char) <= upper for lower, upper in _bounds(ranges) for char in chars)


def _bounds(ranges: str) -> Iterable[tuple[int, int]]:
    for part in ranges.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        yield int(first, 16), int(last or first, 16)


@cache
def _slice(face: str, part: str) -> str | None:
    """Read one slice as base64; None where the face has none (the italic has no Greek and no Cyrillic)."""
    path = home() / "fonts" / f"{face}.{part}.woff2"
    return base64.b64encode(path.read_bytes()).decode("ascii") if path.is_file() else None
