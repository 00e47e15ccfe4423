"""Mends of WeasyPrint 70 and its pydyf: where a judge refuses the file, or words are not read back as they were."""

import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

_NOTHING = "\u2060"
"""What a glyph reads back as that is a part of a letter and has none of its own: a word joiner, which nobody sees."""


@cache
def mend() -> None:
    """Mend both, once, when they are loaded."""
    import pydyf
    from weasyprint.pdf import fonts, stream, tags

    pydyf.Stream.data = property(_ended(pydyf.Stream.data.fget))
    fonts.TTFont = partial(fonts.TTFont, recalcTimestamp=False)  # else the clock is in fonts of pictures
    fonts.Font.clean = _mapped(fonts.Font.clean)
    stream.Stream.add_font = _add_font
    stream.Stream.marked = _parted(stream.Stream.marked)
    tags._build_box_tree = _spoken(tags._build_box_tree)


def _ended(written: Any) -> Any:  # noqa: ANN401
    """Put CR LF behind each stream of a PDF, where pydyf puts LF.

    Behind a stream whose last byte is a CR, one of 256, an LF makes an end of line that is a byte too long, and the
    stream seems shorter than it says (ISO 19005-3, 6.1.7.1).
    """

    def ended(self: Any) -> bytes:  # noqa: ANN401
        data: bytes = written(self)
        return data.removesuffix(b"\nendstream") + b"\r\nendstream"

    return ended


def _mapped(clean: Any) -> Any:  # noqa: ANN401
    """Let each glyph of a letter and its marks read back as itself.

    WeasyPrint gives all of them to the first glyph and nothing to the others: every further "e" of a page that once
    has an "e" with a mark would read back with that mark, and a glyph that reads back as nothing breaks PDF/UA.
    """

    def cleaned(self: Any, to_unicode: Any, hinting: Any) -> None:  # noqa: ANN401
        clean(self, to_unicode, hinting)
        doubtful = [glyph for glyph, text in self.to_unicode.items() if _is_doubtful(text)]
        letters = _letters(self) if doubtful else {}
        for glyph in doubtful:
            self.to_unicode[glyph] = letters.get(glyph) or self.to_unicode[glyph] or _NOTHING

    return cleaned


def _is_doubtful(text: str) -> bool:
    return not text or (
        len(text) > 1 and any(unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} for char in text)
    )


def _letters(font: Any) -> dict[int, str]:  # noqa: ANN401
    """Read from a font which letter a glyph stands for by itself."""
    from fontTools.ttLib import TTFont

    known = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
    chars = (known.getBestCmap() if "cmap" in known else None) or {}
    public = {code: name for code, name in chars.items() if unicodedata.category(chr(code)) != "Co"}
    return {known.getGlyphID(name): chr(code) for code, name in sorted(public.items(), reverse=True)}


def _add_font(self: Any, pango_font: Any) -> tuple[Any, float]:  # noqa: ANN401
    """Keep apart two font files that bear one name: a face and what fontconfig emboldens to it.

    WeasyPrint knows a font by its description alone, and would draw the letters of the second by the glyphs of the
    first.
    """
    from weasyprint.pdf.fonts import Font
    from weasyprint.text.ffi import ffi, pango
    from weasyprint.text.fonts import get_pango_font_hb_face, get_pango_font_key

    key, description, size = get_pango_font_key(pango_font)
    face, number = get_pango_font_hb_face(pango_font), 1
    family = ffi.string(pango.pango_font_description_get_family(description))
    while key in self._fonts and self._fonts[key].hb_face != face:
        number += 1
        pango.pango_font_description_set_family(description, family + f" {number}".encode())
        key = pango.pango_font_description_hash(description)
    if key not in self._fonts:
        self._fonts[key] = Font(pango_font, description, size)
    return self._fonts[key], size


def _parted(marked: Any) -> Any:  # noqa: ANN401
    """Mark what stands at the head and foot of each page as no part of the brief, so that nobody has it read out.

    WeasyPrint tags it and leaves the tag out of the structure.
    """
    from pydyf import Dictionary

    @contextmanager
    def part(self: Any, box: Any, tag: str) -> Iterator[None]:  # noqa: ANN401
        if self._tags is None or box.element is not None:
            with marked(self, box, tag):
                yield
            return
        self.begin_marked_content("Artifact", Dictionary({"Type": "/Pagination"}))
        try:
            yield
        finally:
            self.end_marked_content()

    return part


def _spoken(build: Any) -> Any:  # noqa: ANN401
    """Say in the structure which language a part is in where that is not the page's, so that it is read out in it.

    A link is called by its name or its words; WeasyPrint calls it by where it leads.
    """
    from pydyf import String

    def built(box: Any, *more: Any) -> Iterator[Any]:  # noqa: ANN401
        box = getattr(box, "_box", box)  # what is placed absolutely is wrapped
        if getattr(box, "at_keyword", None):  # head and foot of the page
            return
        element = None if box.element_tag == "html" else box.element
        if box.link_annotation and (name := _called(element)):
            box.link_annotation["Contents"] = String(name)
        for part in build(box, *more):
            if element is not None and (language := element.get("lang")):
                part.setdefault("Lang", String(language))
            yield part

    return built


def _called(link: Any) -> str:  # noqa: ANN401
    return "" if link is None else link.get("aria-label") or " ".join("".join(link.itertext()).split())
