"""A dropped sentence in the preview against a full build of the same articles: CPU seconds, at most a tenth.

    python bench/preview.py FOLDER [--config FILE] [--drops N]

The build is a whole process without the cache, every edition in every format. A drop is what the preview's worker does
from the request to the page: edits read, the edition composed at its length, its page filled. Status 1: too slow.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from measure import run

from briefing.config.edits_saved import save_edits
from briefing.model import Edit, Edits
from briefing.preview.concern import EVERYTHING
from briefing.preview.studio import Order, Studio

SHARE = 10
"""The build takes at least so many times as long."""


def main() -> int:
    """Measure, print a line each, and hold the two against each other."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("folder")
    asked.add_argument("--config")
    asked.add_argument("--drops", type=int, default=7)
    given = asked.parse_args()
    config = ["--config", given.config] if given.config else []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "briefing", "build", given.folder, *config, "--no-cache"]
        build = median(run([*command, "--out", folder]).cpu for _ in range(3))
        drops, exact = _drops(given, Path(folder) / "edits.toml")
    print(f"a full build        {build:.2f} s of CPU")
    print(
        f"a dropped sentence  {median(drops):.3f} s ({min(drops):.3f} to {max(drops):.3f}, {len(drops)} drops)"
    )
    print(f"laid out as well    {median(exact):.3f} s")
    print(f"the build is        {build / median(drops):.1f} times that; at least {SHARE} is asked")
    return int(build < SHARE * median(drops))


def _drops(given: argparse.Namespace, path: Path) -> tuple[list[float], list[float]]:
    """Drop an edition's first statement again and again; give the CPU seconds until its page, and until its pages."""
    os.environ.setdefault("BRIEFING_CACHE", "")
    studio, pages = Studio(), list[dict[str, Any]]()

    def say(message: Mapping[str, Any], _: bytes) -> None:
        if message["say"] == "edition":
            pages.append(message["outline"])

    config = given.config or str(Path(given.folder) / "briefing.toml")
    order = Order((given.folder,), config, str(path), (), "2026-01-02", code=True, cache=False)
    studio.answer({"do": "open", "order": asdict(order)}, b"", say)
    studio.answer({"do": "draw", "changed": EVERYTHING}, b"", say)
    if not pages:
        raise SystemExit(f"nothing was drawn: {studio.faults}")
    first = pages[0]
    entries, seen, taken, exact = list[Edit](), None, list[float](), list[float]()
    for _ in range(given.drops):
        line = first["groups"][0]["lines"][0]
        entries.append(
            Edit("drop", first["key"], source=line["source"], start=line["start"], end=line["end"])
        )
        seen = save_edits(path, Edits(tuple(entries)), seen=seen)
        begun = time.process_time()
        studio.answer({"do": "draw", "changed": ["edits"], "quick": True}, b"", say)
        taken.append(time.process_time() - begun)
        studio.answer({"do": "draw", "changed": []}, b"", say)
        exact.append(time.process_time() - begun)
        assert pages[-1]["key"] == first["key"] and line["id"] not in str(pages[-1]["groups"])
        first = pages[-1]
    return taken, exact


if __name__ == "__main__":
    raise SystemExit(main())
