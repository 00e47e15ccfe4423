"""What changed since the last issue, of what this edition shows."""

from briefing.model import Audience, Changes, Since, SourceEntry, Told
from briefing.sections.press import Press


def changes(
    press: Press, since: Since | None, audience: Audience
) -> tuple[Changes | None, tuple[SourceEntry, ...]]:
    """Print what is new and what changed; and give the sources of the issue before that are printed with it."""
    return None, ()


def told(press: Press) -> tuple[Told, ...]:
    """List every position of the day, printed or not."""
    return ()
