"""What would make a configuration better, told from what a run found: each with the line to paste.

Few and sure rather than many: at most ``MOST`` a run, the most useful first, and none that a desk would have to weigh
every morning. The same articles and the same configuration give the same advice.
"""

from collections.abc import Iterator

from briefing.advice.advice import Advice
from briefing.advice.keywords import keywords
from briefing.advice.outlets import outlets
from briefing.advice.speakers import speakers
from briefing.advice.themes import themes
from briefing.config import Config
from briefing.model import Reading

__all__ = ["Advice", "advise"]

MOST = 5


def advise(reading: Reading, config: Config) -> tuple[Advice, ...]:
    """Say what to change in a configuration, by what these articles hold; nothing without themes."""
    if not config.themes:
        return ()
    found = sorted(_all(reading, config), key=lambda one: (one.rank, -one.count, one.what))
    return tuple(found[:MOST])


def _all(reading: Reading, config: Config) -> Iterator[Advice]:
    yield from themes(reading, config)
    yield from speakers(reading, config)
    yield from keywords(reading, config)
    yield from outlets(reading, config)
