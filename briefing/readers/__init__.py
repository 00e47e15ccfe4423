"""Bytes → articles: one file a format, and the table that names them.

A reader takes a ``Found`` and gives its articles one by one, or a ``Skipped`` that says why there is none. None of them
raises for what a file holds.
"""

from collections.abc import Callable, Iterator

from briefing.model import Article, Found, Skipped
from briefing.readers.html import read_html
from briefing.readers.markdown import read_markdown
from briefing.readers.plain import read_plain

Reader = Callable[[Found], Iterator[Article | Skipped]]


def understand(found: Found) -> Iterator[Article | Skipped]:
    """Read a file by its media type."""
    if not found.data.strip():
        yield Skipped(found.location, "read", "The file is empty.")
        return
    reader = READERS.get(found.media_type)
    if reader is None:
        yield Skipped(
            found.location, "read", f"No reader knows {found.media_type}; there are {', '.join(READERS)}."
        )
        return
    yield from reader(found)


READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
}
