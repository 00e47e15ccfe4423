"""The brief as a message: plain text and HTML in one column, ready to be sent once From and To are set."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

from briefing.model import Brief
from briefing.renderers import templates, text, view
from briefing.renderers.page import Page
from briefing.text.shown import shown

DOMAIN = "briefing.invalid"
"""Stands where a sender's own domain belongs (RFC 2606); whoever sends the message replaces From and To."""
LIMIT = 95_000
"""Bytes of the HTML part: Gmail cuts a message off at 102 KB."""


def render(brief: Brief) -> bytes:
    """Make the message: multipart/alternative, CRLF line ends, the same bytes for the same brief.

    Raises TemplateError for a template that cannot be used.
    """
    page = view.page(brief)
    digest = hashlib.sha256(f"{brief.audience}\n{brief.date}\n{brief.issue}\n{brief.build}".encode()).hexdigest()
    message = MIMEMultipart("alternative", boundary=f"briefing-{digest[:32]}", policy=policy.compat32)
    message["Date"] = format_datetime(_made(brief.made))
    message["From"] = f"Briefing <briefing@{DOMAIN}>"
    message["To"] = f"undisclosed-recipients@{DOMAIN}"
    message["Subject"] = Header(subject(page), "utf-8", maxlinelen=76)
    message["Message-ID"] = f"<{digest[:32]}@{DOMAIN}>"
    message.attach(_part(text.body(page), "plain"))
    message.attach(_part(_html(brief, page), "html"))
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def subject(page: Page) -> str:
    """Write the subject on one line: marking, title, day."""
    marking = f"[{page.marking}] " if page.marking else ""
    return f"{marking}{page.short_title} · {page.plain_day}"


def _made(stated: str) -> datetime:
    at = datetime.fromisoformat(stated)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def _part(content: str, kind: str) -> MIMENonMultipart:
    """Make one half: UTF-8 as quoted-printable, so that no line is longer than 76."""
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", kind, charset="utf-8")
    part.set_payload(content, charset)
    return part


def _html(brief: Brief, page: Page) -> str:
    """Fill and inline the mail; where it is too long, as many statements as fit, and the number of the others."""
    whole = _inlined(brief, page)
    if len(whole.encode()) <= LIMIT:
        return whole
    low, high = 0, statements(page)
    fitting = _inlined(brief, cut(page, 0))
    while low + 1 < high:
        middle = (low + high) // 2
        tried = _inlined(brief, cut(page, middle))
        if len(tried.encode()) <= LIMIT:
            low, fitting = middle, tried
        else:
            high = middle
    return fitting


def _inlined(brief: Brief, page: Page) -> str:
    import css_inline  # noqa: PLC0415

    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, remove_inlined_selectors=True)
    html = inliner.inline(templates.fill(brief, page, "mail.html", face="mail"))
    return re.sub(r' class="[^"<>]*"', "", html) if False else html


def statements(page: Page) -> int:
    """Count the statements of a page."""
    return len(page.top_lines) + sum(len(theme.lines) + sum(len(s.lines) for s in theme.sides) for theme in page.themes)


def cut(page: Page, room: int) -> Page:
    """Keep the first ``room`` statements and one line a source, and say how many stand elsewhere."""
    kept = page.top_lines[:room]
    left = room - len(kept)
    themes = []
    for theme in page.themes:
        lines = theme.lines[:left]
        left -= len(lines)
        sides = tuple(replace(side, lines=side.lines[:left]) for side in theme.sides) if left > 0 else ()
        left -= sum(len(side.lines) for side in sides)
        if lines or sides:
            themes.append(replace(theme, lines=lines, sides=sides))
    total = statements(page)
    numbers = {line.origin.n for line in kept} | {line.origin.n for theme in themes for line in theme.lines}
    sources = tuple(replace(source, summary=()) for source in page.sources if source.n in numbers)
    parted = f"This mail carries the first {room:,} of {total:,} statements; the full edition holds them all."
    return replace(
        page, top_lines=kept, themes=tuple(themes), renewal=None, quotes=(), differences=(), timeline=(),
        figures=(), note=(), sources=sources, others=(), parted=parted,
    )  # fmt: skip
