"""The brief as a message: plain text and HTML in one column, ready to be sent once From and To are set."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

from briefing.errors import ArchiveError
from briefing.model import Brief
from briefing.renderers import text
from briefing.renderers.look import templates
from briefing.renderers.look.closed import closed, unloading
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Block, Line, Page
from briefing.renderers.view.words import words

DOMAIN = "briefing.invalid"
"""Stands where a sender's own domain belongs (RFC 2606); whoever sends the message replaces From and To."""
LIMIT = 95_000
"""Bytes of the HTML part: Gmail cuts a message off at 102 KB."""


def render(brief: Brief) -> bytes:
    """Make the message: multipart/alternative, CRLF line ends, the same bytes for the same brief.

    Raises TemplateError for a template that cannot be used.
    """
    page = view.page(brief)
    edition = f"{brief.audience}\n{brief.date}\n{brief.issue}\n{brief.build}"
    digest = hashlib.sha256(edition.encode()).hexdigest()
    message = MIMEMultipart("alternative", boundary=f"briefing-{digest[:32]}", policy=policy.compat32)
    message["Date"] = format_datetime(_made(brief.made))
    message["From"] = f"Briefing <briefing@{DOMAIN}>"
    message["To"] = f"undisclosed-recipients@{DOMAIN}"
    message["Subject"] = Header(subject(page), "utf-8", maxlinelen=76)  # type: ignore[assignment]
    message["Message-ID"] = f"<{digest[:32]}@{DOMAIN}>"
    message.attach(_part(text.body(page), "plain"))
    message.attach(_part(_html(brief, page), "html"))
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def subject(page: Page) -> str:
    """Write the subject on one line: marking, title, day."""
    marking = f"[{page.marking}] " if page.marking else ""
    return f"{marking}{page.dotted(page.short_title, page.plain_day)}"


def _made(stated: str) -> datetime:
    try:
        at = datetime.fromisoformat(stated)
    except ValueError as fault:
        raise ArchiveError(f"brief.json: made is no ISO 8601 date and time: {stated!r}") from fault
    return at if at.tzinfo else at.replace(tzinfo=UTC)


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
    fitting = _inlined(brief, _parted(brief, page, room=0))
    while low + 1 < high:
        middle = (low + high) // 2
        tried = _inlined(brief, _parted(brief, page, room=middle))
        if len(tried.encode()) <= LIMIT:
            low, fitting = middle, tried
        else:
            high = middle
    return fitting


def _inlined(brief: Brief, page: Page) -> str:
    from css_inline import CSSInliner

    inliner = CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, remove_inlined_selectors=True)
    filled = templates.fill(brief, page, "mail.html", face="mail")
    if not brief.look.overrides:
        return inliner.inline(filled)
    closed("mail.html", filled)
    inlined = inliner.inline(filled)
    unloading("mail.html", inlined)
    return inlined


def statements(page: Page) -> int:
    """Count the statements of top lines and themes."""
    return len(page.top_lines) + sum(len(_said(theme)) for theme in page.themes)


def _said(theme: Block) -> tuple[Line, ...]:
    return (*theme.lines, *(line for side in theme.sides for line in side.lines))


def cut(page: Page, room: int) -> Page:
    """Keep the first ``room`` statements, and one line a source that these cite."""
    top, left = page.top_lines[:room], max(0, room - len(page.top_lines))
    themes: list[Block] = []
    for theme in page.themes:
        kept = _said(theme)[:left]
        left -= len(kept)
        sides = tuple(replace(side, lines=tuple(x for x in side.lines if x in kept)) for side in theme.sides)
        lines = tuple(line for line in theme.lines if line in kept)
        more = theme.more if len(kept) == len(_said(theme)) else None
        sides = tuple(side for side in sides if side.lines)
        whole = bool(kept or (theme.above and not _said(theme)))
        themes += [replace(theme, lines=lines, sides=sides, more=more)] if whole else []
    cited = {line.origin.n for line in (*top, *(line for theme in themes for line in _said(theme)))}
    return replace(
        page,
        top_lines=top,
        renewal=None,
        themes=tuple(themes),
        quotes=(),
        differences=(),
        timeline=(),
        ahead=(),
        figures=(),
        pictures=None,
        sources=tuple(replace(source, summary=()) for source in page.sources if source.n in cited),
        others=(),
        uncited=0,
        more_uncited=None,
    )


def _parted(brief: Brief, page: Page, *, room: int) -> Page:
    """Cut a page, and say how many statements stand in the full edition."""
    say = words(brief.language, brief.look.overrides)
    return replace(cut(page, room), parted=say.count("parted", statements(page), room=say.number(room)))
