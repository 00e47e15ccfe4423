"""Where the sources differ: pairs of whole sentences, and what they differ in."""

from briefing.model import Difference, Reading
from briefing.sections.press import Press


def differences(press: Press, reading: Reading) -> tuple[Difference, ...]:
    """Print the pairs that differ, the weightiest first."""
    return ()
