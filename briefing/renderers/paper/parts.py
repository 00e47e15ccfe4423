"""What a brief prints, in the order of its page, and what of it no page's end parts, at the heights estimated."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefing.model import Brief, PageBlock
from briefing.renderers.paper import heights
from briefing.renderers.paper.heights import APART, GAP, MM, Atom
from briefing.renderers.view.building import page as lay_out
from briefing.renderers.view.page import Block, Line, Page

PAD, LINE = 2 * MM, 0.5
"""Points between a block's edge and what it holds, and its hairline: both stand again where a page parts it."""
LEAST = 25.0
"""Points that the first lines of a block take beside its name, however short they are."""


class Part(NamedTuple):
    """What no page's end parts."""

    atoms: tuple[Atom, ...]
    opens: bool = False
    """Whether it is the first of its block, so that nothing of the block stands above it on its page."""


def parts(brief: Brief) -> Iterator[Part]:
    """Give the parts of a brief in the order of its page."""
    page = lay_out(brief)
    yield Part((heights.masthead(page),), opens=True)
    blocks = chain.from_iterable(_PARTS[block](page) for block in page.blocks)
    first = next(blocks, None)
    if first:  # no rule stands between the masthead and what follows it
        yield first._replace(atoms=first.atoms[1:])
    *others, last = (*blocks, *_skipped(page)) or (Part(()),)
    yield from others
    end = Atom(heights.end(f"{page.coverage} · {page.failed} · {page.build}"), "end")
    yield last._replace(atoms=(*last.atoms, end))  # it never opens a page


def _block(name: str, atoms: Sequence[Atom], kept: int, *, least: float = LEAST) -> Iterator[Part]:
    """Keep a block's first atoms together, under its rule."""
    if not atoms:
        return
    short = max(0.0, least - sum(atom.height for atom in atoms[:kept]))
    head = (Atom(LINE + PAD, name, name, within=True), *atoms[:kept], *([Atom(short)] if short else ()))
    *others, last = head, *((atom,) for atom in atoms[kept:])
    yield from (Part(one, opens=one is head) for one in others)
    yield Part((*last, Atom(PAD)), opens=last is head)


def _top(page: Page) -> Iterator[Part]:
    said = heights.stack("top", page.top_lines, 11.2, first=heights.FIRST)
    yield from _block("top-lines", said, 2)


def _renewed(page: Page) -> Iterator[Part]:
    renewal = page.renewal
    if renewal:
        asides = [Atom(12.4) for said in (renewal.repeated, renewal.more, renewal.quiet) if said]
        new = heights.stack("changes", renewal.new, 9.3, first=10.6)
        changed = [heights.pair(pair, APART) for pair in renewal.changed]
        yield from _block("changes", [*new, *changed, *asides] or [Atom(0.0)], min(2, len(new)))


def _noted(page: Page) -> Iterator[Part]:
    yield from _block("note", [heights.typed(page.note)] if page.note else [], 1)


def _themes(page: Page) -> Iterator[Part]:
    for theme in page.themes:
        yield from _theme(theme)


def _theme(theme: Block) -> Iterator[Part]:
    name = theme.title
    first = 9.3 if theme.storied else 10.6
    atoms = heights.stack(name, theme.lines, 9.3, first=first, below=bool(theme.above))
    if theme.sides:
        atoms.append(heights.sides(theme))
    if theme.above:
        atoms = [Atom(heights.aside(theme.above)), *atoms]
    elif not atoms:
        atoms = [Atom(heights.aside(theme.empty))]
    if theme.more:
        atoms.append(Atom(GAP + heights.aside(theme.more)))
    if theme.note:
        atoms.append(heights.typed(theme.note))
    if theme.least:
        least, kept = float(theme.least), len(atoms)
    else:
        least, kept = 0.0, theme.kept + bool(theme.above)
    yield from _block(theme.anchor, atoms, kept, least=least)


def _differing(page: Page) -> Iterator[Part]:
    pairs = [heights.pair(pair, APART * bool(at)) for at, pair in enumerate(page.differences)]
    yield from _block("differences", pairs or ([Atom(12.4)] if page.agreed else []), 1)


def _rows(name: str, said: Sequence[Line]) -> Iterator[Part]:
    yield from _block(name, [heights.row(name, line, gap=GAP * bool(at)) for at, line in enumerate(said)], 2)


def _days(page: Page) -> Iterator[Part]:
    yield from _rows("timeline", page.timeline)
    yield from _rows("ahead", page.ahead)


def _pictures(page: Page) -> Iterator[Part]:
    if page.pictures:
        atoms = [heights.pictures(page.pictures)]
        yield from _block("pictures", atoms, len(atoms))


def _sources(page: Page) -> Iterator[Part]:
    if page.compact:
        atoms = [heights.shorts(entry) for entry in page.sources[::2]]
    else:
        after = (None, *(bool(entry.summary) for entry in page.sources))
        atoms = [heights.entry(entry, told=told) for entry, told in zip(page.sources, after, strict=False)]
    atoms += [heights.others(page)] if page.others or page.uncited else []
    yield from _block("sources", atoms, 1, least=12.4)


def _skipped(page: Page) -> Iterator[Part]:
    told = [Atom(heights.small(f"{where} {why}")) for where, why in page.skipped]
    told += [Atom(heights.small(""))] if page.unnamed else []
    yield from _block("skipped", told, len(told))


_PARTS: Mapping[PageBlock, Callable[[Page], Iterator[Part]]] = {
    "top_lines": _top,
    "changes": _renewed,
    "notes": _noted,
    "themes": _themes,
    "differences": _differing,
    "quotes": lambda page: _rows("quotes", page.quotes),
    "figures": lambda page: _rows("figures", page.figures),
    "timeline": _days,
    "pictures": _pictures,
    "sources": _sources,
}
"""What each block of a page holds."""
