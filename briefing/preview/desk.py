"""What an editor does: a change is made to the edits as they stand in their file, and can be taken back."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.config.edits import load_edits
from briefing.config.edits_saved import save_edits
from briefing.errors import EditsConflict, UsageError
from briefing.model import Edits
from briefing.preview.hand import Change, changed
from briefing.preview.show import Seen, Show

_MOST = 500
"""Changes that can be taken back."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that can be taken back while the file is what it made of it."""

    before: Edits
    digest: str


class Desk:
    """The editor's hand in the edits of a show."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._steps: list[_Step] = []
        self._turn = asyncio.Lock()

    async def change(self, change: Change) -> Seen:
        """Make a change that a page asks for; ``seen`` in it is the digest of the file as the page knows it.

        Raises EditsConflict where the file is another by now, UsageError for what cannot be done, ConfigError where
        the file cannot be understood, DeliveryError where it cannot be written.
        """
        async with self._turn:
            try:
                return await self._change(change)
            except EditsConflict:
                if self._show.reload():
                    self._show.change({"edits"})
                raise

    async def _change(self, change: Change) -> Seen:
        where = self._show.order.edits
        if where is None:
            raise UsageError("Edits are not kept: the preview was started with --edits none.")
        path, seen = Path(where), self._show.seen
        if change.get("seen") != seen.digest:
            raise EditsConflict(
                "Somebody else changed the edits meanwhile: look at the page again before you go on."
            )
        # From the file itself, which the page's digest names: what it cannot say is told before anything is written.
        standing = await asyncio.to_thread(load_edits, path)
        undone = change.get("do") == "undo"
        after = self._taken_back(seen) if undone else changed(standing, change)
        digest = await asyncio.to_thread(save_edits, path, after, seen=seen.digest)
        if undone:
            self._steps.pop()
        else:
            self._steps = [*self._steps[-_MOST:], _Step(standing, digest)]
        self._show.seen = Seen(await asyncio.to_thread(load_edits, path), digest)
        if undone and self._steps:
            self._steps[-1] = replace(self._steps[-1], digest=digest)
        audience = change.get("audience")
        self._show.change({"edits"}, first=audience if isinstance(audience, str) else None)
        return self._show.seen

    def _taken_back(self, seen: Seen) -> Edits:
        if not self._steps:
            raise UsageError("There is nothing to take back.")
        step = self._steps[-1]
        if step.digest != seen.digest:
            self._steps.clear()
            raise UsageError(
                "The edits were changed elsewhere since: there is nothing of yours to take back."
            )
        return step.before
