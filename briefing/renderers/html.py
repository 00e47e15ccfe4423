"""The page on the screen: one file that holds all it needs, asks nobody for anything and runs one script, ours."""

import re
from base64 import b64encode
from hashlib import sha256

from briefing.model import Brief
from briefing.renderers.look import fonts, templates
from briefing.renderers.look.closed import closed
from briefing.renderers.view import building as view

_FONTS = "/*fonts*/"
"""Where the template wants the fonts; it stands before any word of an article."""
_ATTRIBUTES = r'(?:\s+(?:lang|dir|class|id|data-[a-z-]+)="[^"<>&]*")*'
_HEAD = re.compile(rf'\s*<!doctype html>\s*<html{_ATTRIBUTES}>\s*<head>(?:\s*<meta charset="utf-8">)?', re.I)
"""A beginning behind which the policy governs everything. Comments are none: browsers end them early, ``<!-->``."""
_DOCTYPE = re.compile(r"\s*(?:<!doctype html>)?", re.I)


def render(brief: Brief) -> str:
    """Fill the page, embed the fonts whose characters occur in it, and let no script run but ours.

    Raises TemplateError for a template that cannot be used.
    """
    text = templates.fill(brief, view.page(brief), "brief.html", face="screen")
    if brief.look.overrides:
        closed("brief.html", text)
    script = (templates.home() / "default" / "screen.js").read_text(encoding="utf-8")
    return guarded(text.replace(_FONTS, fonts.sheet(text), 1), script)


def guarded(text: str, script: str) -> str:
    """Put the policy (CSP level 2) and our script where no template can speak before them.

    The policy names the script by its hash. The W3C's checker sees no hashes and asks for a nonce beside it: that is
    the page's own digest, which no template can know. A template's own policy can only forbid more.
    """
    start = _HEAD.match(text) or _DOCTYPE.match(text)
    at = start.end() if start else 0
    nonce = _digest(text)
    ours = f'{policy(script, nonce)}\n<script type="module" nonce="{nonce}">{script}</script>'
    return f"{text[:at]}\n{ours}{text[at:]}"


def policy(script: str, nonce: str) -> str:
    """Say what a browser may load and run: the page's own styles, fonts and pictures, and this one script."""
    rules = (
        "default-src 'none'",
        f"script-src 'sha256-{_digest(script)}' 'nonce-{nonce}'",
        "style-src 'unsafe-inline'",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode("ascii")
