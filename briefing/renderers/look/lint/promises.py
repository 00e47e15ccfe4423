"""What every page must print, whatever its templates change: sentences, sources, what was not read, the account.

Held against the text of a sample that was filled, so that it does not matter how a template lost it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import PageBlock
from briefing.renderers.view.page import Line, Page, Renewal


@dataclass(frozen=True)
class Promise:
    """A part of the page that is promised."""

    name: str
    wanted: tuple[str, ...]
    """Texts that stand on the page."""
    blocks: tuple[str, ...]
    """Blocks that may have lost it."""
    partials: tuple[str, ...]
    mend: str
    """What else would keep it."""


def promises(page: Page, face: str) -> Iterator[Promise]:
    """Give what a page promises in a face."""
    kinds: dict[PageBlock, tuple[Line, ...]] = {
        "top_lines": page.top_lines,
        "changes": _renewed(page.renewal) if page.renewal else (),
        "themes": tuple(line for theme in page.themes for line in _said(theme.lines, theme.sides)),
        "differences": tuple(line for pair in page.differences for line in (pair.a, pair.b)),
        "quotes": page.quotes,
        "figures": page.figures,
        "timeline": (*page.timeline, *page.ahead),
    }
    for block, lines in kinds.items():
        if block not in getattr(page, "blocks", kinds):
            continue
        wanted = tuple(line.marked for line in lines)
        blocks = (block, "theme") if block == "themes" else (block,)
        yield Promise(f"the sentences of {block} are", wanted, blocks, _PARTIALS[block], "")
    sources = tuple(source.title for source in page.sources)
    yield Promise(
        "the sources are",
        sources,
        ("sources",),
        ("source.html", "source-short.html"),
        ", or print page.sources",
    )
    unread = tuple(part for location, reason in page.skipped for part in (location, reason))
    yield Promise(
        "what was not read is",
        unread,
        ("skipped",),
        ("skipped.html", "mail-skipped.html"),
        ", or print page.skipped",
    )
    yield Promise(
        "the coverage is",
        (page.coverage, page.failed, page.build),
        ("coverage",),
        (),
        ", or print page.coverage, page.failed and page.build",
    )
    if page.marking and face != "print":
        yield Promise(
            "the marking is", (page.marking,), ("masthead", "colophon"), (), ", or print page.marking"
        )


def lost(promise: Promise, text: str) -> bool:
    """Tell whether a page's text lacks what is promised."""
    return not all(" ".join(wanted.split()) in text for wanted in promise.wanted)


def _said(lines: tuple[Line, ...], sides: tuple[object, ...]) -> tuple[Line, ...]:
    return (*lines, *(line for side in sides for line in side.lines))  # type: ignore[attr-defined]


def _renewed(renewal: Renewal) -> tuple[Line, ...]:
    return (*renewal.new, *(line for pair in renewal.changed for line in (pair.a, pair.b)))


_LINE = ("line.html", "said.html", "mail-line.html")
_ROW = ("row.html", "said.html", "mail-line.html")
_PARTIALS: dict[PageBlock, tuple[str, ...]] = {
    "top_lines": _LINE,
    "changes": ("changes.html", "mail-changes.html", *_LINE),
    "themes": ("sides.html", "stand.html", *_LINE),
    "differences": (
        "differences.html",
        "mail-differences.html",
        "pair.html",
        "mail-pair.html",
        "said.html",
        "mail-line.html",
    ),
    "quotes": ("quotes.html", "mail-quotes.html", *_ROW),
    "figures": ("figures.html", "mail-figures.html", *_ROW),
    "timeline": ("timeline.html", "ahead.html", "mail-timeline.html", "mail-ahead.html", *_ROW),
}
