"""The page on paper: the only file that speaks to WeasyPrint."""

import atexit
import contextlib
import ctypes.util
import gc
import io
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError, TemplateError
from briefing.model import Brief
from briefing.renderers import templates, view
from briefing.renderers.bounds import bounded

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

_SERIF, _SANS = "font_source_serif_pro", "font_source_sans_pro"
FONTS: Mapping[str, tuple[str, str]] = {
    "serif-400": (_SERIF, "SourceSerifPro-Regular.ttf"),
    "serif-400i": (_SERIF, "SourceSerifPro-It.ttf"),
    "serif-600": (_SERIF, "SourceSerifPro-Semibold.ttf"),
    "serif-700": (_SERIF, "SourceSerifPro-Bold.ttf"),
    "sans-400": (_SANS, "SourceSansPro-Regular.ttf"),
    "sans-600": (_SANS, "SourceSansPro-Semibold.ttf"),
}
NO_PANGO = (
    "brief.pdf cannot be made: the system's Pango is missing "
    "(Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; every other format works)"
)


NO_GLYPH = (
    "brief.pdf shows boxes where no font of this machine has a letter: %s (%d letters; "
    "Debian, Ubuntu: apt install fonts-noto-core fonts-noto-cjk)"
)
SECONDS = 60
"""Of CPU for a layout in templates that are not ours; ours need 0.03 s a page."""
NAMED = 12
"""Letters without a font that a warning names."""
_log = logging.getLogger(__name__)


class NoPango(BriefingError):
    """The system lacks the library that lays out the PDF."""


def render(brief: Brief) -> bytes:
    """Lay out a brief on its paper as a tagged PDF.

    Raises NoPango where the system lacks it, TemplateError for a template that cannot be used.
    """
    with _no_collector(), _missing_glyphs() as missing:
        identity = f"briefing {brief.build}".encode()
        laid_out = document(brief)
        with _guarded(brief):
            data: bytes = laid_out.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identity)
    if missing:
        _log.warning(NO_GLYPH, " ".join(sorted(missing)[:NAMED]), len(missing))
    return data


def pages(brief: Brief) -> int:
    """Count the pages of a brief without writing it."""
    return len(document(brief).pages)


def document(brief: Brief) -> Any:  # noqa: ANN401
    """Lay out a brief as WeasyPrint's Document."""
    weasyprint = _weasyprint()
    page = view.page(brief)
    html = templates.fill(brief, page, "brief.html", face="print")
    sheet, fonts = _sheet(templates.fill(brief, page, "print.css", face="print"))
    with _guarded(brief):
        parsed = weasyprint.HTML(string=html, url_fetcher=_fetcher(), base_url=None)
        return parsed.render(stylesheets=[sheet], font_config=fonts)


@contextlib.contextmanager
def _guarded(brief: Brief) -> Iterator[None]:
    """Bound what the mark-up of templates that are not ours may ask of WeasyPrint, and name them where it fails."""
    if not brief.look.overrides:
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
def _no_collector() -> Iterator[None]:
    """Put off the search for garbage: what a layout makes lives until it ends; the search costs a tenth of its CPU."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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


@cache
def _weasyprint() -> Any:  # noqa: ANN401
    """Import WeasyPrint in silence; where Pango is missing it would print a banner on stdout."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                with _no_search(), put_off("fontTools.subset", "fontTools.varLib.instancer"):
                    import weasyprint
            except OSError:
                import weasyprint
    except OSError as fault:
        raise NoPango(NO_PANGO) from fault
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    return weasyprint


@contextlib.contextmanager
def _no_search() -> Iterator[None]:
    """Keep ctypes from searching for libraries: WeasyPrint asks for each by three wrong names before the right one.

    Each wrong name starts ldconfig, together 0.15 of the 0.42 s of CPU that the import costs on Linux.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = search


class _Later(ModuleType):
    """A stand-in for a module, which is imported when something of it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call


@contextlib.contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Keep WeasyPrint from importing at once what it needs for few fonts: those that vary, or without HarfBuzz.

    That is a quarter of the CPU that its import costs; ours are static, and HarfBuzz cuts them down.
    """
    later = {name: _Later(name) for name in names if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        for name in later:
            del sys.modules[name]


@cache
def _fonts() -> "FontConfiguration":
    """Keep one font configuration for the process: a fresh one for each edition costs ten times its layout."""
    _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    # Its clean-up needs modules that are gone when the interpreter is.
    atexit.register(_fonts.cache_clear)
    atexit.register(_sheet.cache_clear)
    return FontConfiguration()


@lru_cache(maxsize=8)
def _sheet(css: str) -> tuple["CSS", "FontConfiguration"]:
    """Parse a style sheet once; editions of one look share it."""
    fonts = _fonts()
    return _weasyprint().CSS(string=css, font_config=fonts, url_fetcher=_fetcher()), fonts


@cache
def _fetcher() -> Any:  # noqa: ANN401
    """Open our own fonts and what is written out in the page, nothing else: article text is hostile."""
    _weasyprint()
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
            name = url.removeprefix("font:")
            if url.startswith("font:") and name in FONTS:
                package, file = FONTS[name]
                return URLFetcherResponse(url, (files(package) / "files" / file).read_bytes())
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"data"}, allow_redirects=False)
