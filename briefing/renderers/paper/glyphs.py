"""Which letters no font of this machine can show: asked before a page is laid out, and told where they are missing.

A letter without a glyph makes a box, and a file that no judge passes. It stands as a bracket of ours instead, and a
Skipped names it; every other format has the letter itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.model import Brief, Skipped

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

STANDS = "[?]"
"""What stands for a run of letters that cannot be shown: in letters that every font has."""
FILE, STEP = "brief.pdf", "glyphs"
_OUTLINES = (b"glyf", b"CFF ", b"CFF2", b"SVG ")
"""Tables of a font that hold shapes (OpenType 1.9.1)."""
_WIDEST = 3
"""Times the size of the font: a picture that is wider is one that fontconfig was not told to scale down."""
NAMED = 12
"""Letters that a message names."""

# In every upright face that we ship (a test holds it): of these nobody has to be asked.
_COMMON = re.compile(
    r"[\s\x20-\x7e\xa0-\u012b\u012e-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017e\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    r"\u0490-\u0493\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122]+"
)
# Letters of private use and noncharacters mean nothing to a stranger, and PDF/A-3a (ISO 19005-3, 6.2.11.7.3) refuses
# them, whatever a font draws for them.
_NOBODYS = re.compile(
    "[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "\U000f0000-\U0010ffff]"
)
_JOINED = "[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
"""What joins or shades the letter before it, and means nothing without it."""
_PRINTED = ("data-pledge", "data-title", "data-issue", "data-marking", "alt", "title")
"""Attributes of the page that are printed or read out."""
_UNPRINTED = {"title", "style"}
"""Elements of the head: the file's own name keeps its letters."""


def absent(texts: Iterable[str], fonts: "FontConfiguration") -> frozenset[str]:
    """Find the letters of texts that no font has, ours or the machine's."""
    odd = {char for text in texts for char in set(_COMMON.sub("", text))}
    nobodys = {char for char in odd if _NOBODYS.match(char)}
    return frozenset(nobodys | _unknown(odd - nobodys, fonts))


def _unknown(chars: set[str], fonts: "FontConfiguration") -> set[str]:
    """Ask Pango for a glyph of each letter by itself, in the way in which WeasyPrint will ask."""
    if not chars:
        return set()
    from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango

    context = ffi.gc(pango.pango_font_map_create_context(fonts.font_map), gobject.g_object_unref)
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    face = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(face, b"Briefing Serif,serif")
    pango.pango_font_description_set_absolute_size(face, 1 / FROM_UNITS)
    pango.pango_layout_set_font_description(layout, face)

    def is_unknown(char: str) -> bool:
        data = char.encode()
        pango.pango_layout_set_text(layout, data, len(data))
        run = pango.pango_layout_get_line_readonly(layout, 0).runs
        while run != ffi.NULL:
            drawn = run.data.glyphs
            glyphs = drawn.glyphs[0 : drawn.num_glyphs]
            widest = max((one.geometry.width * FROM_UNITS for one in glyphs), default=0)
            if any(one.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for one in glyphs):
                return True
            if not _is_sound(run.data.item.analysis.font, widest):
                return True
            run = run.next
        return False

    return {char for char in chars if is_unknown(char)}


def _is_sound(pango_font: Any, width: float) -> bool:  # noqa: ANN401
    """Tell whether WeasyPrint can draw with a font: outlines, or pictures of a letter's size; not dots alone."""
    from weasyprint.text.ffi import ffi, harfbuzz
    from weasyprint.text.fonts import get_pango_font_hb_face

    face = get_pango_font_hb_face(pango_font)
    if harfbuzz.hb_ot_color_has_png(face):
        return width <= _WIDEST
    tables = (harfbuzz.hb_face_reference_table(face, harfbuzz.hb_tag_from_string(t, -1)) for t in _OUTLINES)
    return any(harfbuzz.hb_blob_get_length(ffi.gc(table, harfbuzz.hb_blob_destroy)) for table in tables)


def printed(root: Any) -> Iterator[str]:  # noqa: ANN401
    """Give every text of a parsed page that is printed."""
    for element in root.iter():
        yield "" if element.tag in _UNPRINTED else element.text or ""
        yield element.tail or ""
        yield from (element.attrib[name] for name in _PRINTED if name in element.attrib)


def cover(root: Any, gone: frozenset[str]) -> None:  # noqa: ANN401
    """Put our bracket in the place of letters that cannot be shown, everywhere in a parsed page."""
    for element in root.iter():
        if element.tag not in _UNPRINTED:
            element.text = covered(element.text or "", gone)
        element.tail = covered(element.tail or "", gone)
        for name in _PRINTED:
            if name in element.attrib:
                element.attrib[name] = covered(element.attrib[name], gone)


def covered(text: str, gone: frozenset[str]) -> str:
    """Put one bracket in the place of each run of letters that cannot be shown."""
    if gone.isdisjoint(text):
        return text
    letters = "".join(map(re.escape, sorted(gone)))
    return re.sub(f"(?:[{letters}]{_JOINED}*)+", STANDS, text)


def told(brief: Brief, gone: frozenset[str]) -> Brief:
    """Name the letters that cannot be shown in the brief itself, instead of those that another machine lacked."""
    others = tuple(one for one in brief.skipped if (one.location, one.step) != (FILE, STEP))
    if gone:
        others = (Skipped(FILE, STEP, _reason(gone)), *others)
    return brief if others == brief.skipped else replace(brief, skipped=others)


def _reason(gone: frozenset[str]) -> str:
    named = " ".join(f"U+{ord(char):04X}" for char in sorted(gone)[:NAMED])
    letters = "1 letter" if len(gone) == 1 else f"{len(gone)} letters"
    more = " …" if len(gone) > NAMED else ""
    return f"no font of the machine has {letters} ({named}{more}): {STANDS} stands there"
