"""The pages that browsers are shown: briefs made by hand, and the heap of an invented week."""

from dataclasses import replace
from pathlib import Path

from briefing.cli import main
from briefing.model import Brief
from briefing.renderers import html
from tests.renderers import samples

HEAP = Path(__file__).parents[1] / "stories_events"
SEEDS = Path(__file__).parents[2] / "seeds"
BEFORE = "The ice came early this year."
AFTER = "Nobody contradicted the ministry."
FERRY = replace(samples.FERRY, before=BEFORE, after=AFTER)
LONG = "Ukraine: NATO troops and the Riyadh talks"


def told(**more: object) -> Brief:
    """Give a short brief whose first top line has its neighbours in the article."""
    return samples.brief(**({"top_lines": (FERRY, samples.PILOTS), "title": LONG} | more))


def heap(folder: Path) -> str:
    """Build the page of 92 articles."""
    options = ["--config", str(HEAP / "briefing.toml"), "--date", "2026-10-20", "--format", "html"]
    assert main(["build", str(HEAP / "articles"), *options, "--audience", "desk", "--out", str(folder)]) == 0
    (page,) = folder.rglob("brief.html")
    return page.read_text(encoding="utf-8")


def seeds(folder: Path, edition: str) -> str:
    """Build the page of an edition of the sample that is shipped."""
    options = ["--config", str(SEEDS / "briefing.toml"), "--date", "2025-02-19", "--format", "html"]
    assert main(["build", str(SEEDS), *options, "--audience", edition, "--out", str(folder)]) == 0
    (page,) = folder.rglob("brief.html")
    return page.read_text(encoding="utf-8")


def pages() -> dict[str, str]:
    """Give a page for each kind of brief, by name."""
    briefs = samples.editions()
    kinds = {name: briefs[name] for name in ("full", "scripts", "arabic", "hostile")}
    looks = {name: replace(briefs["full"], look=samples.Look(template=name)) for name in ("analyst", "phone")}
    return {name: html.render(brief) for name, brief in ({"told": told()} | kinds | looks).items()}
