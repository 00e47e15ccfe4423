"""A picture from outside, such as a logo, as PDF/A can hold it: in red, green and blue, and in letters that exist."""

import io
import re
from typing import TYPE_CHECKING

from briefing.renderers.paper import glyphs

if TYPE_CHECKING:
    from PIL.Image import Image
    from weasyprint.text.fonts import FontConfiguration

_CODE = re.compile(r"&#(x?)([0-9a-f]{2,6});", re.IGNORECASE)
_INKS = re.compile(r"device-cmyk\([^)]*\)", re.IGNORECASE)


def held(data: bytes, kind: str, fonts: "FontConfiguration") -> bytes:
    """Give a picture of a media type back, changed only where the PDF could not hold it; what is none as it is."""
    if kind == "image/svg+xml":
        return _drawing(data, fonts)
    from PIL import UnidentifiedImageError
    from PIL.Image import open as opened

    try:
        with opened(io.BytesIO(data)) as picture:
            return _in_rgb(picture.convert("RGB")) if picture.mode == "CMYK" else data
    except (UnidentifiedImageError, OSError, ValueError):
        return data


def _in_rgb(picture: "Image") -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _drawing(data: bytes, fonts: "FontConfiguration") -> bytes:
    """Put our bracket in the place of letters without a font, and grey in that of printing inks."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    text = _INKS.sub("gray", _CODE.sub(_spelled, text))
    return glyphs.covered(text, glyphs.absent([text], fonts)).encode()


def _spelled(code: re.Match[str]) -> str:
    """Write out a letter that is named by its number; ASCII, which may be mark-up, stays a number."""
    number = int(code[2], 16 if code[1] else 10)
    return chr(number) if 0x7F < number < 0x110000 and not 0xD800 <= number < 0xE000 else code[0]
