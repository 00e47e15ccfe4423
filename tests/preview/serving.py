"""A preview in a process of its own, asked by real requests."""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SEEDS = Path(__file__).parents[2] / "seeds"
DATE = "2026-01-02"
EDITIONS = ("executive", "phone")
PATIENCE = 120


class Client:
    """Asks a preview as a browser would."""

    def __init__(self, address: str) -> None:
        self.address = address
        split = urlsplit(address)
        self.host, self.token = split.netloc, split.query.removeprefix("token=")
        self.cookie = f"briefing-{split.port}={self.token}"

    def ask(self, path: str, body: Any = None, **headers: str | None) -> tuple[int, bytes, dict[str, str]]:
        """Send a request; with a body it is a change of our own page's. Give status, body and headers."""
        line = http.client.HTTPConnection(self.host, timeout=60)
        given = {"Host": self.host, "Cookie": self.cookie}
        if body is not None:
            given |= {"Content-Type": "application/json", "Origin": f"http://{self.host}"}
        named = {**given, **{key.replace("_", "-"): value for key, value in headers.items()}}
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        sent = {key: value for key, value in named.items() if value is not None}
        line.request("GET" if body is None else "POST", path, data, sent)
        answer = line.getresponse()
        got = answer.status, answer.read(), {key.lower(): value for key, value in answer.getheaders()}
        line.close()
        return got

    def state(self) -> dict[str, Any]:
        """What is shown."""
        found: dict[str, Any] = json.loads(self.ask("/state")[1])
        return found

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait, by the stream, until the state is such; give it."""
        line = http.client.HTTPConnection(self.host, timeout=60)
        line.request("GET", "/stream", headers={"Host": self.host, "Cookie": self.cookie})
        stream = line.getresponse()
        try:
            end = time.monotonic() + PATIENCE
            while stream.readline() and time.monotonic() < end:
                state = self.state()
                if holds(state):
                    return state
        finally:
            stream.close()
            line.close()
        raise AssertionError(f"it never came: {state['phase']}, {state['faults']}, {self.said()}")

    def page(self, state: dict[str, Any]) -> bytes:
        """The first edition's page."""
        return self.ask(f"/edition/{state['editions'][0]['key']}/framed.html")[1]

    def drawn(self) -> dict[str, Any]:
        """Wait until nothing is left to draw."""
        return self.until(lambda state: bool(state["editions"]) and state["phase"] is None)

    def said(self) -> str:
        """What it said on standard error."""
        return ""


class Served(Client):
    """A preview in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        editions = [word for key in EDITIONS for word in ("--audience", key)]
        given = ["--date", DATE, "--no-cache", *editions, *options]
        command = [sys.executable, "-m", "briefing", "preview", ".", *given]
        self._said = folder.parent / f"said-{len(list(folder.parent.iterdir()))}.txt"
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.PIPE, stderr=said, text=True
            )
        assert self.process.stdout is not None
        super().__init__(self.process.stdout.readline().strip())

    def said(self) -> str:
        """What it said on standard error."""
        return self._said.read_text()

    def ended(self) -> tuple[int, str]:
        """Wait for its end; give its exit status and what it said on standard error."""
        self.process.communicate(timeout=30)
        return self.process.returncode, self.said()

    def end(self) -> None:
        """End it, if it has not ended."""
        self.process.terminate()
        self.process.communicate(timeout=30)


@contextmanager
def restored(served: Served) -> Iterator[None]:
    """Put back whatever changes meanwhile in the folder of a preview, and wait until that is drawn."""
    files = _files(served.folder)
    first = served.drawn()
    yield
    there, version = _files(served.folder), served.state()["version"]
    for path in there.keys() - files.keys():
        path.unlink()
    for path, data in files.items():
        if there.get(path) != data:
            path.write_bytes(data)
    if there != files:
        served.until(
            lambda state: (
                state["version"] > version
                and state["phase"] is None
                and not state["faults"]
                and state["seen"] == first["seen"]
            )
        )


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
