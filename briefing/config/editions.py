"""Editions: a configuration's audiences as they are in force, and those that are shipped."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.config import shipped
from briefing.config.audiences import AudienceTable, House, audience
from briefing.config.brief import BriefTable
from briefing.config.checked import checked
from briefing.config.files import Merged, Wrong
from briefing.config.heirs import Heirs, inherit
from briefing.config.logo import logo
from briefing.config.tables import Refused
from briefing.model import Audience

DEFAULT = "default"
"""The shipped edition that there is where a configuration names none."""
_TOP = ("logo",)

Logos = Mapping[tuple[str, ...], str]
"""A key ``logo``, where it stands → its picture as a ``data:`` URL."""


@dataclass(frozen=True, slots=True)
class Editions:
    """All that there can be made of a configuration."""

    own: tuple[Audience, ...]
    shipped: tuple[Audience, ...]
    """Those whose names no own audience has."""


def editions(table: BriefTable, heirs: Heirs, logos: Logos, *, house: House) -> Editions:
    """Give the editions of a configuration without faults, its values laid over those that they inherit."""
    top = logos.get(_TOP)
    own = {
        key: audience(key, one, house=house, logo=logos.get(_place(heirs, key), top))
        for key, one in table.audiences.items()
    }
    ours = inherit(shipped.editions(), {}).tables
    others = {
        key: audience(key, checked(AudienceTable, values)[0], house=house, logo=top)
        for key, values in ours.items()
        if key not in own
    }
    return Editions(tuple(own.values()) or (others.pop(DEFAULT),), tuple(others.values()))


def pictures(merged: Merged, heirs: Heirs) -> tuple[Logos, list[Wrong]]:
    """Read every logo that the files name, and tell those that are none."""
    named: dict[tuple[str, ...], object] = {_TOP: merged.values.get("logo")}
    for key, table in heirs.tables.items():
        if isinstance(table, dict) and "logo" in table:
            named[_place(heirs, key)] = table["logo"]
    found: dict[tuple[str, ...], str] = {}
    wrong: list[Wrong] = []
    for place, name in named.items():
        if isinstance(name, str) and name.strip() and name.strip().isprintable():  # else it is told
            try:
                found[place] = logo(merged.file(place).path.parent / name.strip())
            except Refused as refused:
                wrong.append((place, refused.what, refused.mend))
    return found, wrong


def _place(heirs: Heirs, audience: str) -> tuple[str, ...]:
    return "audiences", heirs.stands(audience, "logo"), "logo"
