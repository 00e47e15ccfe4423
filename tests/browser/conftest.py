"""A real browser for the pages that we make: Debian's Chromium without a network, driven by Playwright."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import heap

AXE = Path(__file__).parents[2] / ".venv" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETUP = "run scripts/setup test, which installs it"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, one for a file of tests: while it runs, no other event loop can start in this thread."""
    program = shutil.which("chromium") or shutil.which("chromium-headless-shell")
    if program is None:
        pytest.fail(f"no chromium: {SETUP}")
    with sync_playwright() as driver:
        options = [
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]
        started = driver.chromium.launch(executable_path=program, args=options)
        yield started
        started.close()


class Visits:
    """Opens pages, each as a file in a window of its own, and remembers whatever they ask of others."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.asked: list[str] = []
        """Addresses that a page asked for, beside itself; not those that its policy kept it from."""
        self.faults: list[str] = []
        """What scripts failed at, and what the page's policy forbade."""
        self._browser, self._folder, self._number = browser, folder, count(1)
        self._windows: list[Any] = []

    def __call__(self, html: str, *, size: tuple[int, int] = (1280, 900), **options: Any) -> Page:
        """Open a page: ``options`` are Playwright's for a context (``color_scheme``, ``java_script_enabled`` …)."""
        path = self._folder / f"{next(self._number)}.html"
        path.write_text(html, encoding="utf-8")
        window = self._browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        self._windows.append(window)
        page = window.new_page()
        own = path.as_uri()
        page.on("requestfinished", lambda asked: self._note(asked.url, own))
        page.on("requestfailed", lambda asked: self._note(asked.url, own) if asked.failure != "csp" else None)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.goto(own)
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    def _note(self, url: str, own: str) -> None:
        if url != own and not url.startswith("data:"):
            self.asked.append(url)

    def close(self) -> None:
        """Close every window."""
        for window in self._windows:
            window.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visits]:
    """``visit(html, size=(360, 640))`` gives the open page."""
    visits = Visits(browser, tmp_path)
    yield visits
    visits.close()


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of 92 articles on an invented week."""
    return heap(tmp_path_factory.mktemp("week"))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """``axe(page)`` names every violation of WCAG 2.2 A and AA, and of good practice, that axe-core finds."""
    if not AXE.exists():
        pytest.fail(f"no axe-core: {SETUP}")
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            "tags => axe.run({runOnly: tags, rules: {'target-size': {enabled: true}}}).then(all => all.violations)",
            TAGS,
        )
        return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]

    return check
