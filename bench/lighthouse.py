"""Lighthouse's accessibility score of pages, as a phone and a desktop show them, by day and by night.

    python bench/lighthouse.py [PAGE...]

PAGE: brief.html files; without any, a brief of the sample articles. Every score must be 1.00; else status 1, and the
audits that failed are named. npm fetches Lighthouse the first time; the browser is Debian's, and sees no network.
"""

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

LIGHTHOUSE = "lighthouse@12.8.2"  # 13 asks for Node 22
ROOT = Path(__file__).parents[1]
FLAGS = "--headless=new --no-sandbox --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
NIGHT = " --blink-settings=preferredColorScheme=0"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, *_: object) -> None:
        """Keep the log empty."""


def main(pages: list[str]) -> int:
    """Score every page and print a line for each look of it."""
    with tempfile.TemporaryDirectory() as folder:
        served = Path(folder)
        found = [Path(page) for page in pages] or sample(served / "sample")
        for number, page in enumerate(found):
            shutil.copy(page, served / f"{number}.html")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        worst = 1.0
        for number, page in enumerate(found):
            for face in ("phone", "desktop"):
                for scheme in ("light", "dark"):
                    url = f"http://127.0.0.1:{server.server_port}/{number}.html"
                    value, failed = score(url, face, dark=scheme == "dark")
                    print(f"{value:.2f} {face:8}{scheme:6}{page} {' '.join(failed)}")
                    worst = min(worst, value)
        server.shutdown()
        server.server_close()
    return int(worst < 1)


def sample(folder: Path) -> list[Path]:
    """Build an edition of the sample articles."""
    command = [sys.executable, "-m", "briefing", "build", str(ROOT / "seeds"), "--format", "html"]
    subprocess.run(
        [*command, "--audience", "analyst", "--date", "2025-02-19", "--out", str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return sorted(folder.rglob("brief.html"))


def score(url: str, face: str, *, dark: bool) -> tuple[float, list[str]]:
    """Give the score of a page, 0 to 1, and the names of the audits that failed."""
    command = ["npm", "exec", "--yes", f"--package={LIGHTHOUSE}", "--", "lighthouse", url, "--quiet"]
    command += ["--only-categories=accessibility", "--output=json", "--output-path=stdout"]
    command += [f"--chrome-flags={FLAGS}{NIGHT if dark else ''}"]
    command += ["--preset=desktop"] if face == "desktop" else []
    program = shutil.which("chromium") or shutil.which("chromium-headless-shell") or ""
    environment = os.environ | {"CHROME_PATH": program, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    run = subprocess.run(command, check=True, capture_output=True, env=environment)
    report = json.loads(run.stdout)
    failed = [name for name, audit in report["audits"].items() if audit["score"] not in (None, 1)]
    return float(report["categories"]["accessibility"]["score"]), failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
