"""What every test can rely on: no network, no unexpected log, one time zone, golden files, tools."""

import html
import json
import logging
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).parents[1]
NODE = ROOT / ".venv" / "node_modules"
os.environ["BRIEFING_CACHE"] = ""  # what one test found must not answer for what another changed
LOOPBACK = {"127.0.0.1", "::1", "localhost"}

hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regold", action="store_true", help="rewrite the golden files; review the diff")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches beyond this machine fails, whatever the code catches."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            pytest.fail(f"a test reached for the network: {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None and host not in LOOPBACK:
            pytest.fail(f"a test reached for the network: {host}")
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test; one that expects it asserts it and calls ``caplog.clear()``."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, "\n".join(f"{record.name}: {record.getMessage()}" for record in loud)


@pytest.fixture(autouse=True)
def _one_place_and_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing may depend on the machine's time zone, language or width: here they are odd."""
    for name, value in {"TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def shared() -> Path | None:
    """The folder with real articles beside the checkout, where there is one."""
    folder = ROOT.parent / "shared"
    return folder if folder.is_dir() else None


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes | str], None]:
    """``golden("brief.html", output)`` compares it whole with tests/golden; ``--regold`` rewrites."""

    def compare(name: str, output: bytes | str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--regold"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output if isinstance(output, bytes) else output.encode())
        kept = path.read_bytes()
        assert output == (kept if isinstance(output, bytes) else kept.decode()), f"{path}: see --regold"

    return compare


def tool(*names: str) -> str:
    """Give the first program that exists; scripts/test installs them, elsewhere the test is skipped."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"no {' or '.join(names)}: scripts/test installs it")
    return found


class Chromium:
    """A real browser without a network. The page lives in a frame: a window is never under 500 px wide."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder

    def _run(self, page: str, *options: str) -> str:
        path = self.folder / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command += ["--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={self.folder / 'profile'}"]
        command += ["--hide-scrollbars", "--virtual-time-budget=10000", *options, path.as_uri()]
        run = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return run.stdout.decode()

    @staticmethod
    def _framed(page: str, width: int, height: int) -> str:
        source = html.escape(page, quote=True)
        frame = f'<iframe width="{width}" height="{height}" style="border:0;display:block" srcdoc="{source}">'
        return f'<!doctype html><meta charset="utf-8"><body style="margin:0">{frame}</iframe>'

    def evaluate(self, page: str, script: str, *, width: int = 1280, dark: bool = False) -> Any:
        """Run the body of an async function in the page (``return 1 + 1``); give its value, by JSON."""
        run = (
            "<script>(async () => {let value; try {value = {ok: await (async () => {" + script + "})()}}"
            " catch (fault) {value = {fault: String(fault)}}"
            " parent.document.documentElement.dataset.value = JSON.stringify(value)})()</script>"
        )
        page = page.replace("</body>", run + "</body>") if "</body>" in page else page + run
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        shown = self._run(self._framed(page, width, 900), scheme, "--dump-dom")
        value = re.search(r'data-value="([^"]*)"', shown)
        assert value, shown[:2000]
        answer = json.loads(html.unescape(value[1]))
        assert "fault" not in answer, answer["fault"]
        return answer["ok"]

    def screenshot(
        self, page: str, path: Path, *, size: tuple[int, int] = (1280, 900), dark: bool = False
    ) -> None:
        """Write a picture of the page as PNG."""
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        window = f"--window-size={max(size[0], 500)},{size[1]}"
        self._run(self._framed(page, *size), scheme, window, f"--screenshot={path}")

    def axe(self, page: str, *, width: int = 1280) -> list[str]:
        """Name every violation that axe-core finds."""
        source = NODE / "axe-core" / "axe.min.js"
        if not source.exists():
            pytest.skip("no axe-core: scripts/test installs it")
        script = (
            source.read_text(encoding="utf-8") + "\nconst found = await axe.run(); return found.violations"
        )
        found = self.evaluate(page, script.replace("</script", "<\\/script"), width=width)
        return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.fixture
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    """Debian's browser."""
    return Chromium(tool("chromium", "chromium-headless-shell"), tmp_path_factory.mktemp("chromium"))


@pytest.fixture
def html_faults(tmp_path: Path) -> Callable[..., list[str]]:
    """``html_faults(page, …)`` gives what the W3C checker has against pages: errors and warnings."""
    jar = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = tool("java")
    if not jar.exists():
        pytest.skip("no vnu-jar: scripts/test installs it")

    def check(*pages: bytes | str) -> list[str]:
        paths = [tmp_path / f"checked-{number}.html" for number in range(len(pages))]
        for path, page in zip(paths, pages, strict=True):
            path.write_bytes(page if isinstance(page, bytes) else page.encode())
        command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
        run = subprocess.run([*command, *map(str, paths)], capture_output=True, timeout=120, check=True)
        messages = json.loads(run.stdout)["messages"]
        return [f"{message.get('lastLine')}: {message['message']}" for message in messages]

    return check
