"""WeasyPrint, loaded when it is needed, in silence and without what few briefs need."""

import contextlib
import ctypes.util
import gc
import io
import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from briefing.errors import BriefingError
from briefing.renderers.paper import mends

NO_PANGO = (
    "brief.pdf cannot be made: the system's Pango is missing "
    "(Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; every other format works)"
)


class NoPango(BriefingError):
    """The system lacks the library that lays out the PDF."""


@cache
def weasyprint() -> Any:  # noqa: ANN401
    """Import WeasyPrint in silence; where Pango is missing it would print a banner on stdout."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("ignore", "No fonts configured|FontConfig cannot load")  # ours are enough
            try:
                with _no_search(), put_off("fontTools.subset", "fontTools.varLib.instancer"):
                    import weasyprint as engine
            except OSError:
                import weasyprint as engine
    except OSError as fault:
        raise NoPango(NO_PANGO) from fault
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    mends.mend()
    return engine


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


@contextlib.contextmanager
def no_collector() -> Iterator[None]:
    """Put off the search for garbage: what a layout makes lives until it ends; the search costs a tenth of its CPU."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
