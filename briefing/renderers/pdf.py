"""The page on paper: lays out a brief and writes it as PDF."""

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.errors import BriefingError, TemplateError
from briefing.model import Brief
from briefing.renderers import archive
from briefing.renderers.look import templates
from briefing.renderers.look.bounds import bounded
from briefing.renderers.paper import conform, faces, glyphs
from briefing.renderers.paper.engine import no_collector, weasyprint
from briefing.renderers.view import building as view

NO_GLYPH = (
    "brief.pdf: no font of this machine has %s (%d letters); [?] stands there "
    "(Debian, Ubuntu: apt install fonts-noto-core fonts-noto-cjk)"
)
SECONDS = 60
"""Of CPU for a layout in templates that are not ours; ours need 0.03 s a page."""
KEPT = 3
"""Layouts that are kept until one is written: as many as the fitting of an edition makes."""
_log = logging.getLogger(__name__)
_kept: list[tuple[tuple[object, ...], tuple[Any, frozenset[str]]]] = []
"""Layouts by what they are made of: the one that proved an edition's length is the one that its PDF is written from."""


def render(brief: Brief) -> bytes:
    """Lay out a brief on its paper as PDF/UA-1 and PDF/A-3a, with its ``brief.json`` attached.

    Raises NoPango where the system lacks it, TemplateError for a template that cannot be used.
    """
    return made(brief)[0]


def made(brief: Brief) -> tuple[bytes, Brief]:
    """Render a brief, and give it back as it is in the file: with the letters that no font of the machine has."""
    with no_collector(), _missing_glyphs() as missed:
        laid_out, known, gone = _laid_out(brief)
        data = _written(laid_out, known)
        if missed:  # a letter that has a glyph by itself, and none beside its neighbours
            laid_out, known, gone = _laid_out(brief, gone | missed)
            data = _written(laid_out, known)
    _kept.clear()
    if gone:
        _log.warning(NO_GLYPH, " ".join(sorted(gone)[: glyphs.NAMED]), len(gone))
    return data, known


def pages(brief: Brief) -> int:
    """Count the pages of a brief without writing it."""
    return len(document(brief).pages)


def document(brief: Brief) -> Any:  # noqa: ANN401
    """Lay out a brief as WeasyPrint's Document."""
    return _laid_out(brief)[0]


def _laid_out(brief: Brief, gone: frozenset[str] = frozenset()) -> tuple[Any, Brief, frozenset[str]]:
    """Lay out a brief without the letters that cannot be shown: those given, and those that no font has."""
    known = glyphs.told(brief, frozenset())
    html, css = _filled(known)
    made_of = html, css, gone
    for before, (laid_out, missing) in _kept:
        if before == made_of:
            return laid_out, glyphs.told(known, missing) if missing else known, missing
    sheet, fonts = faces.sheet(css)
    with _guarded(brief):
        parsed = _parsed(html)
        gone |= glyphs.absent((*glyphs.printed(parsed.etree_element), css), fonts)
        if gone:
            known = glyphs.told(known, gone)
            html, css = _filled(known)
            sheet, fonts = faces.sheet(glyphs.covered(css, gone))
            parsed = _parsed(html)
            glyphs.cover(parsed.etree_element, gone)
        laid_out = parsed.render(stylesheets=[sheet], font_config=fonts)
    _kept[:] = [*_kept[1 - KEPT :], (made_of, (laid_out, gone))]
    return laid_out, known, gone


def _filled(brief: Brief) -> tuple[str, str]:
    """Fill the page and its style sheet."""
    page = view.page(brief)
    html = templates.fill(brief, page, "brief.html", face="print")
    return html, templates.fill(brief, page, "print.css", face="print")


def _parsed(html: str) -> Any:  # noqa: ANN401
    """Parse the page; its links attach nothing: ``brief.json`` alone travels in the file."""
    parsed = weasyprint().HTML(string=html, url_fetcher=faces.fetcher(), base_url=None)
    for element in parsed.etree_element.iter():
        if "attachment" in element.get("rel", "").lower():
            del element.attrib["rel"]
    return parsed


def _written(laid_out: Any, brief: Brief) -> bytes:  # noqa: ANN401
    with _guarded(brief):
        laid_out.metadata.attachments.clear()  # a template's own would bear the time of the clock
        laid_out.color_profiles.setdefault("srgb", faces.srgb())
        data: bytes = laid_out.write_pdf(
            pdf_variant=conform.VARIANT,
            output_intent="",  # not WeasyPrint's sRGB, whose file it leaves open, but the same from ours
            pdf_identifier=f"briefing {brief.build}".encode(),
            attachments=[_archive(brief)],
            finisher=conform.finish,
        )
    return data


def _archive(brief: Brief) -> Any:  # noqa: ANN401
    """Give the brief itself as a file to travel in its PDF: the bytes of its ``brief.json``.

    Where the words printed of an outlet are bounded, what the articles told besides does not travel.
    """
    made = conform.moment(brief)
    return weasyprint().Attachment(
        string=archive.dump(brief if brief.max_words_per_source is None else replace(brief, told=())),
        name="brief.json",
        description="This brief as data",
        created=made,
        modified=made,
        relationship="Data",
    )


@contextlib.contextmanager
def _guarded(brief: Brief) -> Iterator[None]:
    """Bound what templates and a logo that are not ours may ask of WeasyPrint, and name the page where it fails."""
    if not brief.look.overrides and brief.look.logo is None:
        yield
        return
    try:
        with bounded("brief.html", seconds=SECONDS):
            yield
    except BriefingError:
        raise
    except Exception as error:
        what = "its mark-up nests too deep" if isinstance(error, RecursionError) else f"{error}"
        raise TemplateError(
            f"brief.html: WeasyPrint cannot lay it out ({type(error).__name__}: {what})"
        ) from error


@contextlib.contextmanager
def _missing_glyphs() -> Iterator[set[str]]:
    """Collect the letters that WeasyPrint finds no font for; it says so once for each, which is no help to people."""
    missing: set[str] = set()

    def is_other(record: logging.LogRecord) -> bool:
        if not record.msg.startswith(".notdef") or not record.args:
            return True
        missing.add(str(next(iter(record.args))))
        return False

    logger = logging.getLogger("weasyprint")
    logger.addFilter(is_other)
    try:
        yield missing
    finally:
        logger.removeFilter(is_other)
