"""Pictures from outside, as PDF/A can hold them."""

import base64
import io

import pytest
from PIL import Image

from briefing.model import Look
from briefing.renderers import pdf
from briefing.renderers.paper import faces, logos
from tests.judges import broken_rules
from tests.renderers import samples


def picture(mode: str, kind: str, **more: object) -> bytes:
    """A grey ramp of 64 by 16 dots."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((64, 16)).convert("RGB").convert(mode).save(out, kind, **more)
    return out.getvalue()


def drawing(inside: str) -> bytes:
    """An SVG of some shapes."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">'
    return f"{head}{inside}</svg>".encode()


PICTURES = {
    "png": ("image/png", picture("RGB", "PNG")),
    "clear png": ("image/png", picture("RGBA", "PNG")),
    "palette": ("image/png", picture("P", "PNG", transparency=3)),
    "jpeg": ("image/jpeg", picture("RGB", "JPEG")),
    "printing inks": ("image/jpeg", picture("CMYK", "JPEG")),
    "gif": ("image/gif", picture("P", "GIF")),
    "webp": ("image/webp", picture("RGBA", "WEBP")),
    "letters": ("image/svg+xml", drawing('<text x="5" y="20">Ministry Ж \ue000 &#xe001; \U0001fffe</text>')),
    "clear drawing": (
        "image/svg+xml",
        drawing('<g opacity=".5"><circle r="9" cx="20" cy="20" fill="#00f8"/></g>'),
    ),
    "inks in a drawing": (
        "image/svg+xml",
        drawing('<rect width="9" height="9" fill="device-cmyk(0 1 0 0)"/>'),
    ),
    "no picture": ("image/png", b"\x89PNG\r\n\x1a\n and nothing"),
    "no text": ("image/svg+xml", b"\xff\xfe<svg"),
}


@pytest.mark.parametrize("name", list(PICTURES))
def test_every_logo_gives_a_sound_file(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever a desk has for a logo, no rule is broken, and the same bytes come again."""
    kind, data = PICTURES[name]
    brief = samples.brief(look=Look(logo=f"data:{kind};base64,{base64.b64encode(data).decode()}"))
    made = pdf.render(brief)
    assert broken_rules(made) == []
    assert pdf.render(brief) == made
    caplog.clear()


def test_only_what_cannot_be_held_is_changed() -> None:
    """A sound picture stays as it is; inks become red, green and blue, letters without a font our bracket."""
    pdf.document(samples.brief())  # loads our faces
    for name in ("png", "jpeg", "webp", "no picture", "no text", "clear drawing"):
        kind, data = PICTURES[name]
        assert logos.held(data, kind, faces.fonts()) == data
    changed = logos.held(PICTURES["printing inks"][1], "image/jpeg", faces.fonts())
    assert Image.open(io.BytesIO(changed)).mode == "RGB"
    text = logos.held(PICTURES["letters"][1], "image/svg+xml", faces.fonts()).decode()
    assert ">Ministry Ж [?] [?] [?]<" in text
    safe = drawing("<text>&#60;script&#x3e; &#xd800; &#x110000;</text>")
    assert logos.held(safe, "image/svg+xml", faces.fonts()) == safe
    inks = logos.held(PICTURES["inks in a drawing"][1], "image/svg+xml", faces.fonts())
    assert b'fill="gray"' in inks
