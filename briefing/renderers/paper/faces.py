"""The faces that the PDF is set in, the fonts behind them, and the only things that a page on paper may open."""

import atexit
import io
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefing.renderers.paper import logos
from briefing.renderers.paper.engine import weasyprint

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


@cache
def fonts() -> "FontConfiguration":
    """Keep one font configuration for the process: a fresh one for each edition costs ten times its layout."""
    weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    # Its clean-up needs modules that are gone when the interpreter is.
    atexit.register(fonts.cache_clear)
    atexit.register(sheet.cache_clear)
    return FontConfiguration()


@lru_cache(maxsize=8)
def sheet(css: str) -> tuple["CSS", "FontConfiguration"]:
    """Parse a style sheet once; editions of one look share it."""
    known = fonts()
    return weasyprint().CSS(string=css, font_config=known, url_fetcher=fetcher()), known


@cache
def fetcher() -> Any:  # noqa: ANN401
    """Open our own fonts and what is written out in the page, nothing else: article text is hostile."""
    weasyprint()
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
            name = url.removeprefix("font:")
            if url.startswith("font:") and name in FONTS:
                package, file = FONTS[name]
                return URLFetcherResponse(url, (files(package) / "files" / file).read_bytes())
            response = super().fetch(url, headers)
            kind = response.content_type
            if not kind.startswith("image/"):
                return response
            picture = logos.held(response.read(), kind, fonts())
            return URLFetcherResponse(url, picture, {"Content-Type": kind})

    return Fetcher(allowed_protocols={"data"}, allow_redirects=False)


def srgb() -> Any:  # noqa: ANN401
    """Give the colours that the page is written in, which PDF/A wants to be told."""
    weasyprint()
    from weasyprint.css import ColorProfile

    profile = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    return ColorProfile(io.BytesIO(profile), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))
