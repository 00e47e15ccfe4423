"""The desk's list of media: which of them an article is from, and what it is called there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from briefing.model import Outlet, SourceEntry
from briefing.text.shown import shown

_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


class _Same:
    """A desk's list, the same where it is the very one: to compare sixty outlets took 14 of 20 us for each source."""

    __slots__ = ("outlets",)

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.outlets = outlets

    def __hash__(self) -> int:
        return id(self.outlets)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.outlets is other.outlets


@dataclass(frozen=True, slots=True)
class _Known:
    """Outlets by what names them; a name such as ``lenta.ru`` is a host too."""

    names: Mapping[str, Outlet]
    hosts: Mapping[str, Outlet]


def outlet_of(name: str | None, url: str | None, outlets: tuple[Outlet, ...]) -> Outlet | None:
    """Find the outlet that an article is from, by the name that it gives, else by the host of its address.

    Many pages give their host for a name. Names are the same whatever their case and hidden characters; a host stands
    for all that end in it, the longest one first.
    """
    return _found(name, url, _Same(outlets)) if outlets else None


@lru_cache(maxsize=1 << 12)  # every step of an edition asks for each article's
def _found(name: str | None, url: str | None, desk: _Same) -> Outlet | None:
    known = _known(desk)
    plain = shown(name or "").casefold()
    return known.names.get(plain) or _hosted(_host(url), known.hosts) or _hosted(plain, known.hosts)


def entered(entry: SourceEntry, outlets: tuple[Outlet, ...]) -> SourceEntry:
    """Put into an entry of the list of sources what the desk knows of its outlet; the desk's word wins."""
    outlet = outlet_of(entry.name, entry.url, outlets)
    if outlet is None:
        return entry
    name = called(entry.name, entry.url, outlets)
    return replace(entry, name=name, kind=outlet.kind or entry.kind, grade=outlet.grade)


def called(name: str | None, url: str | None, outlets: tuple[Outlet, ...]) -> str | None:
    """Name an article's outlet as it is printed: by its first name that is no host, else the article's, else its key.

    One that the desk does not know is called as the article has it.
    """
    outlet = outlet_of(name, url, outlets)
    if outlet is None:
        return name
    told = (*outlet.names, shown(name or ""))
    return next((one for one in told if one and not _HOST.fullmatch(one)), outlet.key)


def _hosted(host: str, hosts: Mapping[str, Outlet]) -> Outlet | None:
    while host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    return None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:  # "http://["
        return ""


@lru_cache(maxsize=8)
def _known(desk: _Same) -> _Known:
    names: dict[str, Outlet] = {}
    hosts: dict[str, Outlet] = {}
    for outlet in desk.outlets:
        for name in outlet.names:
            names.setdefault(shown(name).casefold(), outlet)
            if _HOST.fullmatch(name):
                hosts.setdefault(name.casefold(), outlet)
    return _Known(names, hosts)
