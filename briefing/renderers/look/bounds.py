"""What a template that is not ours may take at most, so that one in a file from elsewhere cannot hang us.

Jinja's sandbox keeps a template from files and from Python's insides, not from loops in loops or a text repeated ten
billion times. Time is that of the CPU. In the main thread a timer stops a template, elsewhere a thread that watches it.
"""

import ctypes
import re
import resource
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from briefing.errors import TemplateError

SECONDS = 10
"""Of CPU. Our own template fills the page of 600 statements in 0.03 s."""
BYTES = 1 << 30
"""On top of what the process has: a page of a hundred megabytes would still fit."""
BITS = 4_096
"""Of a whole number: CPython multiplies and raises larger ones without looking up."""

DEEPEST = 3_000
"""Elements inside one another; css-inline breaks the process at 20,000, WeasyPrint takes minutes for them."""
_LOOK = 0.1
"""Seconds between two looks of the thread that watches."""
_TAG = re.compile(
    r"<(/?)(?!area\b|base\b|br\b|col\b|embed\b|hr\b|img\b|input\b|link\b|meta\b|source\b|track\b|wbr\b)[a-z]",
    re.I,
)
_inside: list[tuple[int, int]] = []
"""For each thread inside: the limits of memory before it."""
_turn = threading.Lock()


class _TooLongError(BaseException):
    """Stops a template; no Exception, because Jinja passes over those while it folds constants."""


@contextmanager
def bounded(name: str, *, seconds: float | None = None) -> Iterator[None]:
    """Bound what happens inside, to SECONDS if it does not say; raise TemplateError with template and line beyond."""
    seconds = SECONDS if seconds is None else seconds
    timed = _timed if threading.current_thread() is threading.main_thread() else _watched
    try:
        with _room(), timed(seconds):
            yield
    except _TooLongError as error:
        where, why = place(error) or name, "it loops too often or too deep"
        raise TemplateError(f"{where}: stopped after {seconds:g} seconds ({why})") from error
    except MemoryError as error:
        where, why = place(error) or name, "shorten what it writes"
        raise TemplateError(f"{where}: stopped, it asks for too much memory ({why})") from error


def place(error: BaseException) -> str | None:
    """Name template and line that an error comes from: the deepest of its frames that runs a template, or compiles one.

    Jinja writes frames of an Exception anew, with names and lines of templates; those of what stops one stay Python's.
    """
    found, compiled, step = None, None, error.__traceback__
    while step is not None:
        frame = step.tb_frame
        file, values = frame.f_code.co_filename, frame.f_locals
        if template := frame.f_globals.get("__jinja_template__"):
            # Between two lines of a loop there is none: what stops a template may come just then.
            line = step.tb_lineno or frame.f_lineno
            found = (
                f"{template.filename}:{template.get_corresponding_lineno(line)}"
                if line
                else template.filename
            )
        elif file.endswith((".html", ".css")):
            found = f"{file}:{step.tb_lineno}"
        elif frame.f_code.co_name == "compile" and isinstance(values.get("filename"), str):
            compiled = values["filename"]
        elif compiled and (row := getattr(values.get("node"), "lineno", None)):
            found = f"{compiled}:{row}"
        step = step.tb_next
    return found or compiled


def small(number: object, other: object, *, power: bool) -> None:
    """Refuse a product or a power of whole numbers that takes more than BITS; raises OverflowError."""
    if isinstance(number, int) and isinstance(other, int):
        bits = number.bit_length() * max(other, 1) if power else number.bit_length() + other.bit_length()
        if bits > BITS:
            raise OverflowError(f"a number of more than {BITS:,} bits")


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    handler = signal.signal(signal.SIGVTALRM, _stop)
    # Again each second: a callback from C may swallow the first.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)


def _stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    raise _TooLongError


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Have another thread raise the error in this one, which no signal reaches."""
    this = threading.get_ident()
    clock = time.pthread_getcpuclockid(this)
    until = time.clock_gettime(clock) + seconds
    over = threading.Event()

    def watch() -> None:
        again = 0
        while not over.wait(_LOOK):
            if time.clock_gettime(clock) > until + again:
                _raise(this, _TooLongError)
                again += 1

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        while watcher.is_alive():
            # The last one arrives here at the latest: Python 3.11 hangs under a tracer where it is forgotten instead.
            with suppress(_TooLongError):
                over.set()
                watcher.join()
                for _ in range(2):
                    pass


def _raise(thread: int, error: type[BaseException]) -> None:
    """Have a thread raise an error at its next step."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


@contextmanager
def _room() -> Iterator[None]:
    """Bound the memory of the process while there is anybody inside."""
    with _turn:
        limits = resource.getrlimit(resource.RLIMIT_AS)
        if not _inside:
            resource.setrlimit(resource.RLIMIT_AS, (_most(limits), limits[1]))
        _inside.append(_inside[0] if _inside else limits)
    try:
        yield
    finally:
        with _turn:
            before = _inside.pop()
            if not _inside:
                resource.setrlimit(resource.RLIMIT_AS, before)


def _most(limits: tuple[int, int]) -> int:
    """Give the bound on the address space: what we have and BYTES more, but never more than there is already."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return limits[0]
    bound = pages * resource.getpagesize() + BYTES
    return bound if limits[0] == resource.RLIM_INFINITY else min(bound, limits[0])


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
