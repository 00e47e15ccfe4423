"""What the preview shows: the editions as last drawn, what is amiss, and who is told of changes."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.config.edits import file_digest, load_edits
from briefing.errors import BriefingError
from briefing.model import Edits
from briefing.preview.accept import can_follow
from briefing.preview.concern import EVERYTHING
from briefing.preview.edition import Edition
from briefing.preview.hired import Gone, Hired
from briefing.preview.studio import Order

STUDIO, PRESS = "briefing.preview.studio", "briefing.preview.press"
_TRIES = 3
"""Times in a row that a worker may end before the preview says that it does."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The edits as they stand in their file."""

    edits: Edits
    digest: str | None
    """Of the file; None: there is none."""


class Show:
    """Keeps what is shown, has it drawn anew, and tells every page that listens."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.editions: dict[str, Edition] = {}
        self.faults: list[dict[str, str]] = []
        self.warnings: list[str] = []
        self.advice: list[dict[str, Any]] = []
        self.phase: str | None = "starting"
        self.version = 0
        self.ended = False
        self.seen = Seen(Edits(), None)
        self._studio, self._press = Hired(STUDIO), Hired(PRESS)
        self._opened = 0
        self._anew = False
        self._drawings = 0
        self._changed: set[str] = set(EVERYTHING)
        self._first: str | None = None
        self._wake, self._print = asyncio.Event(), asyncio.Event()
        self._news = asyncio.Condition()
        self._wake.set()

    # --- what pages ask ---

    def state(self) -> dict[str, Any]:
        """Tell everything but the pages themselves, as plain values."""
        return {
            "version": self.version,
            "phase": self.phase,
            "faults": self.faults,
            "warnings": self.warnings,
            "advice": [{**one, "follows": can_follow(one)} for one in self.advice],
            "editions": [edition.told() for edition in self.editions.values()],
            "seen": self.seen.digest,
            "editable": self.order.edits is not None,
            "entries": [asdict(entry) for entry in self.seen.edits.entries],
            "notes": dict(self.seen.edits.notes),
            "approved_by": self.seen.edits.approved_by,
        }

    async def news(self, after: int) -> int:
        """Wait until something is newer than a version; give the version that is now."""
        async with self._news:
            await self._news.wait_for(lambda: self.version > after or self.ended)
        return self.version

    async def passage(self, source: str, start: int, end: int) -> dict[str, Any] | None:
        """Ask for the article around a place."""
        asked = {"do": "passage", "source": source, "start": start, "end": end}
        found: dict[str, Any] | None = None
        async for answer, _ in self._asked(asked):
            found = answer["passage"]
        return found

    # --- what changes ---

    def change(self, kinds: set[str], *, first: str | None = None) -> None:
        """Have what these kinds of change concern drawn anew, an edition ``first`` before the others."""
        self._changed |= kinds
        self.phase = self.phase or "drawing"
        self._first = first or self._first
        self._wake.set()

    def restart(self) -> None:
        """Have everything drawn by a worker that knows nothing yet."""
        self._anew = True
        self.change(set(EVERYTHING))

    def reload(self) -> bool:
        """Take the edits from their file; tell whether it is another one. Its faults are the studio's to tell."""
        if self.order.edits is None:
            return False
        path = Path(self.order.edits)
        try:
            digest = file_digest(path)
        except BriefingError:
            return False
        if digest == self.seen.digest:
            return False
        try:
            edits = load_edits(path)
        except BriefingError:
            edits = self.seen.edits
        self.seen = Seen(edits, digest)
        return True

    async def run(self) -> None:
        """Draw whenever something changed, and print when there is nothing to draw; never returns."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._drawing())
            tasks.create_task(self._printing())

    async def end(self) -> None:
        """End the workers, and let every page that listens go."""
        self.ended = True
        await self._tell()
        await self._studio.dismiss()
        await self._press.dismiss()

    # --- drawing ---

    async def _drawing(self) -> None:
        failed = 0
        while True:
            await self._wake.wait()
            self._wake.clear()
            changed, self._changed = self._changed, set()
            first, self._first = self._first, None
            try:
                await self._draw(changed, first, quick=changed == {"edits"})
                failed = 0
                if any(one.rough for one in self.editions.values()) and not self._changed:
                    await self._draw(set(), None)
            except Gone as error:
                failed += 1
                self.faults = [{"where": "preview", "text": str(error)}]
                if failed < _TRIES:
                    self.change(set(EVERYTHING), first=first)
            self.phase = "drawing" if self._changed else None
            await self._tell()
            self._print.set()

    async def _draw(self, changed: set[str], first: str | None, *, quick: bool = False) -> None:
        if self._anew:
            self._anew = False
            await self._studio.dismiss()
        self.reload()
        asked = {"do": "draw", "changed": sorted(changed), "first": first, "quick": quick}
        async for answer, data in self._asked(asked):
            say = answer["say"]
            if say == "edition":
                self._put(answer, data)
            elif say == "phase":
                through, total = answer.get("through"), answer.get("total")
                self.phase = f"{answer['text']} {through:,} of {total:,}" if total else answer["text"]
            elif say == "drawn":
                self._keep(answer)
            elif say == "advice":
                self.advice = answer["advice"]
            await self._tell()

    async def _asked(self, message: dict[str, Any]) -> AsyncGenerator[tuple[dict[str, Any], bytes], None]:
        """Ask the studio; one that has just been started is told first what to work on."""
        if not self._studio.runs or self._studio.started != self._opened:
            async with aclosing(self._studio.ask({"do": "open", "order": asdict(self.order)})) as opened:
                async for _ in opened:
                    pass
            self._opened = self._studio.started
            if message["do"] == "draw":
                message = {**message, "changed": sorted(EVERYTHING), "quick": False}
        async with aclosing(self._studio.ask(message)) as answers:
            async for answer in answers:
                yield answer

    def _put(self, answer: dict[str, Any], html: bytes) -> None:
        """Keep an edition that was drawn; one whose page is the same needs no other frame."""
        key = answer["key"]
        before = self.editions.get(key)
        same = before is not None and before.html == html
        self._drawings += not same
        drawn = before.drawn if before is not None and same else self._drawings
        edition = Edition(answer["outline"], html, drawn, answer["rough"])
        if before is not None:
            edition.pdf, edition.printed = before.pdf, before.printed
        self.editions[key] = edition

    def _keep(self, drawn: dict[str, Any]) -> None:
        """Note what a drawing came to; editions that the configuration has no longer go, the others take its order."""
        self.faults, self.warnings = drawn["faults"], drawn.get("warnings", [])
        if drawn["editions"]:
            self.editions = {key: self.editions[key] for key in drawn["editions"] if key in self.editions}

    # --- printing ---

    async def _printing(self) -> None:
        while True:
            await self._print.wait()
            self._print.clear()
            for key, edition in list(self.editions.items()):
                if edition.printed != edition.drawn and edition.unprinted is None and not edition.rough:
                    await self._print_one(key, edition)

    async def _print_one(self, key: str, edition: Edition) -> None:
        """Have an edition's PDF made of its archive, if it still is what was drawn last."""
        try:
            archive = b""
            async for _, data in self._asked({"do": "archive", "key": key}):
                archive = data
            if not archive or self.editions.get(key) is not edition:
                return
            async with aclosing(self._press.ask({"do": "pdf"}, archive)) as answers:
                async for answer, data in answers:
                    edition.unprinted = answer["fault"]
                    if data:
                        edition.pdf, edition.printed = data, edition.drawn
        except Gone as error:
            edition.unprinted = str(error)
        await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self.version += 1
            self._news.notify_all()
