"""What a page of a user's templates may not hold, because it leads away from the page or loads from elsewhere.

On the screen a policy forbids loading; it reaches neither a page that leaves by itself nor what a browser looks up
before. A mail has no policy at all. Words of articles are escaped where they stand: a tag is always a template's.
"""

import re
from html.parser import HTMLParser

from briefing.errors import TemplateError

_LEADS = re.compile(r"<(base|form|iframe|frame|frameset|object|embed|portal|link)\b", re.IGNORECASE)
_META = re.compile(r"<meta\b", re.IGNORECASE)
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
_PLAIN = re.compile(
    rf"<meta(?:\s+(?:http-equiv=[\"']?(?:content-security-policy|content-type)[\"']?(?=[\s/>])|"
    rf"(?!http-equiv)[a-z:-]+={_VALUE}))*\s*/?>",
    re.IGNORECASE,
)
_LOADING = (
    "src",
    "srcset",
    "href",
    "xlink:href",
    "background",
    "poster",
    "data",
    "action",
    "formaction",
    "lowsrc",
)
_WITHIN = re.compile(r"\s*(?:$|#|data:image/|cid:)", re.IGNORECASE)
_CSS = re.compile(r"@import|image-set\(|\burl\(\s*(?!['\"]?(?:#|data:|cid:))", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)


def closed(name: str, text: str) -> None:
    """Refuse a page that leaves by itself, has a browser look others up, or holds other pages and forms.

    Raises TemplateError with what it holds.
    """
    if found := _LEADS.search(text):
        _refuse(name, f"<{found[1].lower()}>")
    for tag in _META.finditer(text):
        if not _PLAIN.match(text, tag.start()):
            _refuse(name, '<meta http-equiv="…">')


def unloading(name: str, text: str) -> None:
    """Refuse a mail that loads anything: whoever opens it would be seen doing so. Raises TemplateError."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(text)
    reader.close()
    if reader.found:
        _refuse(name, reader.found[0])


class _Reader(HTMLParser):
    """Names what a page loads; comments are looked into, as Outlook reads those that are for it."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[str] = []
        self.styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.styled = tag == "style"
        for key, value in attrs:
            leads = key == "href" and tag in ("a", "area")
            if key in _LOADING and not leads and not _WITHIN.match(value or ""):
                self.found.append(f"<{tag} {key}> of {(value or '')[:40]!r}")
            elif key == "style" and _loads(value or ""):
                self.found.append(f"<{tag} style> that loads something")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self.styled = False

    def handle_data(self, data: str) -> None:
        if self.styled and _loads(data):
            self.found.append("<style> that loads something")

    def handle_comment(self, data: str) -> None:
        if "<" in data:
            unloading("mail.html", data)


def _loads(css: str) -> bool:
    """Tell whether a style asks for another file, escapes of letters resolved (CSS Syntax 3, 4.3.7)."""
    plain = _ESCAPE.sub(lambda escape: escape[2] or chr(min(int(escape[1], 16), 0x10FFFF)), css)
    return bool(_CSS.search(plain))


def _refuse(name: str, what: str) -> None:
    raise TemplateError(f"{name}: the page holds {what} (a page leads and loads nowhere: take it out)")
