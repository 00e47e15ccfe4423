"""Brief → bytes: one file a format, one table of them all."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from briefing.errors import BriefingError
from briefing.model import Brief, Format, Rendered

Renderer = Callable[[Brief], Rendered]


def _pdf(brief: Brief) -> Rendered:
    from briefing.renderers import pdf

    data, known = pdf.made(brief)
    return Rendered("brief.pdf", "application/pdf", data, None if known is brief else known.skipped)


def _html(brief: Brief) -> Rendered:
    from briefing.renderers import html

    return Rendered("brief.html", "text/html", html.render(brief).encode())


def _email(brief: Brief) -> Rendered:
    from briefing.renderers import mail

    return Rendered("brief.eml", "message/rfc822", mail.render(brief))


def _markdown(brief: Brief) -> Rendered:
    from briefing.renderers import markdown

    return Rendered("brief.md", "text/markdown", markdown.render(brief).encode())


def _text(brief: Brief) -> Rendered:
    from briefing.renderers import text

    return Rendered("brief.txt", "text/plain", text.render(brief).encode())


def _json(brief: Brief) -> Rendered:
    from briefing.renderers import archive

    return Rendered("brief.json", "application/json", archive.dump(brief))


def render(brief: Brief, format: Format) -> Rendered:  # noqa: A002
    """Make one format of a brief; the same brief gives the same bytes.

    Raises TemplateError for a template that cannot be used, BriefingError where a format cannot be made here.
    """
    return RENDERERS[format](brief)


def ready(formats: Iterable[Format]) -> None:
    """Load what takes longest, so that copies of this process have it; what is missing is told when it is needed."""
    if "pdf" in formats:
        from briefing.renderers.paper.engine import weasyprint

        with suppress(BriefingError):
            weasyprint()


RENDERERS: dict[Format, Renderer] = {
    "pdf": _pdf,
    "html": _html,
    "email": _email,
    "markdown": _markdown,
    "text": _text,
    "json": _json,
}
