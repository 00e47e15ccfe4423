"""A worker as the server sees it: started when first asked, and again where it is gone."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from briefing.errors import BriefingError
from briefing.preview.wire import END, Message, head, packed

LONGEST = 1 << 26
"""Bytes of a line of JSON: the outline of an edition of a thousand statements has a million."""


class Gone(BriefingError):
    """A worker ended before it had answered."""


class Hired:
    """A process that answers one request after the other."""

    def __init__(self, module: str) -> None:
        self._command = (sys.executable, "-P", "-m", module)
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self.started = 0
        """How often it was started: a worker that is new has forgotten what the one before it knew."""

    @property
    def runs(self) -> bool:
        """Whether there is a process that will answer the next request."""
        return self._process is not None and self._process.returncode is None

    async def ask(
        self, message: Message, data: bytes = b""
    ) -> AsyncGenerator[tuple[dict[str, Any], bytes], None]:
        """Send a request and give the answers as they come; raise Gone where the process ends before the last one.

        Whoever stops listening early leaves a worker behind that is in the middle of its answer: it is dismissed.
        """
        async with self._turn:
            whole, process = False, await self._running()
            try:
                assert process.stdin is not None and process.stdout is not None  # noqa: S101 - both are pipes
                process.stdin.write(packed(message, data))
                await process.stdin.drain()
                while line := await process.stdout.readline():
                    answer, size = head(line)
                    more = await process.stdout.readexactly(size)
                    whole = answer == END
                    if whole:
                        return
                    yield answer, more
                raise Gone(f"{self._command[-1]} ended before it had answered; it is started again.")
            except (BrokenPipeError, ConnectionResetError, asyncio.IncompleteReadError) as error:
                raise Gone(
                    f"{self._command[-1]} ended before it had answered; it is started again."
                ) from error
            finally:
                if not whole:
                    await _ended(process)

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            pipe = asyncio.subprocess.PIPE
            self.started += 1
            # In a session of its own: an interruption at the terminal is the server's to hear.
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, limit=LONGEST, start_new_session=True
            )
        return self._process

    async def dismiss(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            await _ended(self._process)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """End a process; by its number, for asyncio's own way to do so loses the status of one that has just ended."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        await process.wait()
