"""Outlets that the desk seems to know, by another name than articles bear."""

import re
from collections import Counter
from collections.abc import Iterator

from briefing.advice.advice import MEDIUM, Advice, place, written
from briefing.config.config import Config
from briefing.model import Outlet, Reading
from briefing.sections.press_list import outlet_of
from briefing.text.shown import shown

_HOST = re.compile(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)+")
_SHORT = 3
"""Letters of a word that does not make a name another one: the, die, der, El, News is longer."""


def outlets(reading: Reading, config: Config) -> Iterator[Advice]:
    """Name outlets of articles that differ from the desk's by short words, spaces, signs or a domain alone."""
    if not config.outlets:
        return
    known = {
        core: outlet for outlet in reversed(config.outlets) for name in outlet.names for core in _cores(name)
    }
    read = Counter(
        shown(article.source.outlet)
        for article in reading.articles
        if article.source.outlet and not outlet_of(article.source.outlet, article.source.url, config.outlets)
    )
    for name, count in sorted(read.items()):
        outlet = next((known[core] for core in _cores(name) if core in known), None)
        if outlet is not None:
            yield _meant(name, count, outlet)


def _meant(name: str, count: int, outlet: Outlet) -> Advice:
    many = f"{count:,} article{'' if count == 1 else 's'}"
    where = place("outlets", outlet.key, "names", replaces=True)
    what = f"{name}, the outlet of {many}: another name of outlets.{outlet.key}? {where}"
    return Advice(MEDIUM, count, what, written("names", [*outlet.names, name]), ("outlets", outlet.key))


def _cores(name: str) -> tuple[str, ...]:
    """Leave of a name what tells it from others: its letters, of a host's those before its domain; its long words."""
    host = _HOST.fullmatch(shown(name).casefold())
    words = re.findall(r"\w+", host[1] if host else shown(name).casefold())
    long = [word for word in words if len(word) > _SHORT]
    return tuple(filter(None, ("".join(words), "".join(long))))
