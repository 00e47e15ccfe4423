"""A logo that comes with a brief from elsewhere: a picture in itself, and none that a layout never ends with."""

import re
from base64 import b64decode
from collections.abc import Iterator

PARTS = 2_000
"""Elements of a drawing as a logo, of which ten may draw others again: chains of those multiply without end."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}")
_AGAIN = re.compile(r"<(?:[^\s<>/:]+:)?use\b", re.IGNORECASE)


def amiss(logo: str) -> Iterator[str]:
    """Name what is wrong with a logo."""
    if not _PICTURE.fullmatch(logo):
        yield "look.logo: it is no picture as a data: URL, so that a page would load it from elsewhere"
    elif _endless(logo):
        yield "look.logo: the drawing has too many parts"


def _endless(logo: str) -> bool:
    """Tell whether a drawing could keep a layout busy; one that is not UTF-8 may hide it."""
    kind, _, data = logo.partition(",")
    if "svg" not in kind:
        return False
    try:
        text = b64decode(data).decode()
    except ValueError:
        return True
    return text.count("<") > 2 * PARTS or len(_AGAIN.findall(text)) > 10 or "<!ENTITY" in text.upper()
