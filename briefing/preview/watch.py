"""Which files the preview stands on, and what a change to one of them means. Speaks to watchfiles.

Folders are watched, not files: editors put a new file in an old one's place, and who watched the old one sees nothing.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.config.files import merge
from briefing.delivery.place import OURS as EDITION
from briefing.preview.studio import Order
from briefing.renderers.look.templates import home

SETTLED = 60
"""Milliseconds without a change after which a run of changes is over: an editor saves a file in three or four steps."""
OURS = "ours"
"""Our own templates: what has loaded them knows them for good."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The files that a preview stands on, resolved."""

    deep: frozenset[Path]
    """Folders with all that is in them."""
    flat: frozenset[Path]
    """Folders of which only what lies in them itself counts."""
    configs: frozenset[Path]
    edits: Path | None
    templates: Path | None
    articles: frozenset[Path]
    """Files and folders."""

    def kind(self, path: Path) -> str | None:
        """Name what a change to a path is: config, edits, templates, articles, ours; None: nothing to us."""
        if path in self.configs:
            return "config"
        if path == self.edits:
            return "edits"
        if self.templates is not None and path.is_relative_to(self.templates):
            return "templates"
        if path.is_relative_to(home().resolve()):
            return OURS
        for one in self.articles:
            if path.is_relative_to(one) and not _no_article(path, one):
                return "articles"
        return None


def _no_article(path: Path, top: Path) -> bool:
    """Tell what reading passes over as well: hidden files, configuration, the files of an edition."""
    within = path.relative_to(top)
    if any(part.startswith(".") for part in within.parts) or path.suffix == ".toml":
        return True
    return path.name in EDITION and (path.parent / "brief.json").exists()


def standing(order: Order) -> Standing:
    """Find what a preview stands on now: a configuration may include others from one moment to the next."""
    config = Path(order.config).resolve() if order.config else None
    files = {file.path.resolve() for file in merge(config).files} | {config} if config else set()
    # Not Path.resolve: it raises for a link that leads back to itself.
    edits = Path(os.path.realpath(order.edits)) if order.edits else None
    templates = config.parent / "templates" if config else None
    articles = frozenset(Path(path).resolve() for path in order.paths)
    deep = {one if one.is_dir() else one.parent for one in articles if one.is_dir()}
    deep |= {one for one in (templates, home().resolve()) if one is not None and one.is_dir()}
    beside = [*files, *([edits] if edits else []), *(one for one in articles if not one.is_dir())]
    flat = {one.parent for one in beside if one.parent.is_dir()}
    return Standing(frozenset(deep), frozenset(flat), frozenset(files), edits, templates, articles)


async def changes(order: Order) -> AsyncGenerator[set[str], None]:
    """Give the kinds of every run of changes, for ever."""
    before: Standing | None = None
    while True:
        now = await asyncio.to_thread(standing, order)
        new = now.deep - before.deep if before else frozenset()
        async for kinds in _changes(now, {kind for path in new if (kind := now.kind(path))}):
            yield kinds
            if await asyncio.to_thread(standing, order) != now:
                break
        before = now


async def _changes(now: Standing, came: set[str]) -> AsyncGenerator[set[str], None]:
    """Give the kinds of changes; ``came``: what began to be watched only now, and may have changed till then."""
    found: asyncio.Queue[set[str]] = asyncio.Queue()
    tasks = [
        asyncio.create_task(_watched(folders, now, found, recursive=recursive))
        for folders, recursive in ((now.deep, True), (now.flat, False))
        if folders
    ]
    try:
        if came:
            await asyncio.sleep(0)  # until it is watched
            found.put_nowait(came)
        while True:
            kinds = await found.get()
            while not found.empty():
                kinds |= found.get_nowait()
            yield kinds
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _watched(
    folders: Iterable[Path], now: Standing, found: "asyncio.Queue[set[str]]", *, recursive: bool
) -> None:
    from watchfiles import awatch

    async for seen in awatch(*folders, watch_filter=None, step=SETTLED, recursive=recursive):
        kinds = {kind for _, path in seen if (kind := now.kind(Path(path)))}
        if kinds:
            await found.put(kinds)
