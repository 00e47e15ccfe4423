"""Why a statement stands where it does, in words: score, reasons, speakers, heading, and the theme that comes next."""

from collections.abc import Mapping

from briefing.model import Item
from briefing.renderers.page import Why
from briefing.renderers.words import Words
from briefing.text.heard import heard
from briefing.text.shown import shown


def why(item: Item, titles: Mapping[str, str], *, say: Words) -> Why | None:
    """Explain an item; ``titles``: theme → its section's title. None where no theme has it."""
    if item.score is None or not item.why:
        return None
    runner = item.runner_up
    return Why(
        score=f"{item.score:g}",
        parts=tuple(f"{shown(part.why)} {part.points:+g}" for part in item.why),
        speakers=tuple(heard(speaker) for speaker in item.speakers),
        heading=shown(item.heading) if item.heading else None,
        runner_up=f"{shown(titles.get(runner.theme, runner.theme))} {runner.score:g}" if runner else None,
    )
