"""How a speaker was found, in words for people."""

from briefing.model import Speaker
from briefing.text.shown import shown


def heard(speaker: Speaker) -> str:
    """Say who speaks, for which actor, and how that was found: ``Sergei Lavrov [russia], tail: “said”, through TASS``.

    What is not known is left out; nothing in it steers a terminal.
    """
    actor = f" [{speaker.actor}]" if speaker.actor else ""
    cue = f": “{shown(speaker.cue)}”" if speaker.cue else ""
    via = f", through {shown(speaker.via)}" if speaker.via else ""
    return f"{shown(speaker.name)}{actor}, {speaker.how.replace('_', ' ')}{cue}{via}"
