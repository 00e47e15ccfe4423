"""What a template that is not ours may take at most, so that one in a file from elsewhere cannot hang us.

Jinja's sandbox keeps a template from files and from Python's insides, not from loops in loops or a text repeated ten
billion times. The bounds need a system with timers and limits, and the main thread; elsewhere they are not there.
"""

import re
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from briefing.errors import TemplateError

SECONDS = 10
"""Of CPU. Our own template fills the page of 600 statements in 0.03 s."""
BYTES = 1 << 30
"""On top of what the process has: a page of a hundred megabytes would still fit."""

DEEPEST = 3_000
"""Elements inside one another; css-inline breaks the process at 20,000, WeasyPrint takes minutes for them."""
_TAG = re.compile(
    r"<(/?)(?!area\b|base\b|br\b|col\b|embed\b|hr\b|img\b|input\b|link\b|meta\b|source\b|track\b|wbr\b)[a-z]",
    re.I,
)


class _TooLongError(BaseException):
    """Stops a template; no Exception, because Jinja passes over those while it folds constants."""


@contextmanager
def bounded(name: str, *, seconds: float | None = None) -> Iterator[None]:
    """Bound what happens inside, to SECONDS if it does not say; raise TemplateError with the template's name beyond."""
    seconds = SECONDS if seconds is None else seconds
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    limits, handler = resource.getrlimit(resource.RLIMIT_AS), signal.signal(signal.SIGVTALRM, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (_most(limits), limits[1]))
    signal.setitimer(
        signal.ITIMER_VIRTUAL, seconds, 1
    )  # again each second: a callback from C may swallow the first
    try:
        yield
    except _TooLongError as error:
        raise TemplateError(
            f"{name}: stopped after {seconds:g} seconds (it loops too often or too deep)"
        ) from error
    except MemoryError as error:
        raise TemplateError(
            f"{name}: stopped, it asks for too much memory (shorten what it writes)"
        ) from error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)
        resource.setrlimit(resource.RLIMIT_AS, limits)


def flat(name: str, text: str) -> str:
    """Give a page back that nests no deeper than a parser can bear, half surrogate pairs as ``?``.

    Raises TemplateError for a deeper one.
    """
    depth = 0
    for tag in _TAG.finditer(text):
        depth += -1 if tag[1] and depth else not tag[1]
        if depth > DEEPEST:
            raise TemplateError(f"{name}: more than {DEEPEST:,} elements inside one another (close them)")
    return text.encode("utf-8", "replace").decode()


def _stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    raise _TooLongError


def _most(limits: tuple[int, int]) -> int:
    """Give the bound on the address space: what we have and BYTES more, but never more than there is already."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return limits[0]
    bound = pages * resource.getpagesize() + BYTES
    return bound if limits[0] == resource.RLIM_INFINITY else min(bound, limits[0])
