"""Why a statement stands where it does, in words: score, reasons, speakers, heading, and the theme that comes next."""

from collections.abc import Mapping

from briefing.model import Item, Speaker
from briefing.renderers.view.page import Why
from briefing.renderers.view.words import Words
from briefing.text.shown import shown


def why(item: Item, titles: Mapping[str, str], *, say: Words) -> Why | None:
    """Explain an item; ``titles``: theme → its section's title. None where no theme has it."""
    if item.score is None or not item.why:
        return None
    runner = item.runner_up
    return Why(
        score=f"{item.score:g}",
        parts=tuple(f"{reason(say, part.why)} {part.points:+g}" for part in item.why),
        speakers=tuple(heard(say, speaker) for speaker in item.speakers),
        heading=shown(item.heading) if item.heading else None,
        runner_up=f"{shown(titles.get(runner.theme, runner.theme))} {runner.score:g}" if runner else None,
    )


def reason(say: Words, english: str) -> str:
    """Say a reason that elsewhere is told in English with the source's words in it; the unknown stays as it is."""
    known, slots = say.matched("why", shown(english))
    if "how" in slots:
        slots = {**slots, "how": say.known("how", slots["how"])}
    return say.put(known, slots)


def heard(say: Words, speaker: Speaker) -> str:
    """Say who speaks, for which actor, and how that was found: ``Lavrov [russia], tail: “said”, through TASS``."""
    who = shown(speaker.name) + (f" [{speaker.actor}]" if speaker.actor else "")
    how = say.known("how", speaker.how).replace("_", " ")
    cue = shown(speaker.cue or "")
    told = say("heard", who=who, how=how, cue=cue) if cue else say("comma", a=who, b=how)
    return say("through", who=told, outlet=shown(speaker.via)) if speaker.via else told
