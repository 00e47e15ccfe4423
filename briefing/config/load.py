"""A configuration file read, checked and turned into the words of the domain."""

import hashlib
import json
from pathlib import Path

from briefing.config import shipped
from briefing.config.actors import actor
from briefing.config.audiences import House
from briefing.config.brief import BriefTable
from briefing.config.checked import checked
from briefing.config.config import Config
from briefing.config.editions import Logos, editions, pictures
from briefing.config.files import Merged, merge
from briefing.config.heirs import Heirs, inherit
from briefing.config.mail import smtp
from briefing.config.outlets import outlet
from briefing.config.references import dangling, disagreements
from briefing.config.tables import plain
from briefing.config.themes import theme
from briefing.config.warn import doubts
from briefing.config.warn_editions import doubted
from briefing.errors import ConfigError

_FALLBACK = "en"
"""The language of pages where the brief's own has no words, and an edition asks for no other."""


def load_config(path: Path | None) -> Config:
    """Read a configuration with all that it includes; None gives one without themes.

    Raises ConfigError with every fault of all files at once.
    """
    merged = merge(path) if path else Merged()
    if path and not merged.files:
        raise ConfigError("", tuple(merged.faults))
    templates = path.parent / "templates" if path else None
    return _config(merged, path, templates if templates and templates.is_dir() else None)


def _config(merged: Merged, path: Path | None, templates: Path | None) -> Config:
    table, heirs, logos = _checked(merged, templates)
    spoken = shipped.spoken(table.language, templates)
    words = None if spoken else _FALLBACK
    house = House(tuple(table.themes), table.marking, words, table.page_size, table.accent)
    made = editions(table, heirs, logos, house=house)
    actors = tuple(actor(key, value, language=table.language) for key, value in table.actors.items())
    return Config(
        table.title,
        table.language,
        actors,
        tuple(theme(key, value) for key, value in table.themes.items()),
        made.own,
        smtp(table.smtp) if table.smtp else None,
        path,
        templates,
        _digest(table) if path else None,
        tuple(merged.told((*doubts(table, actors), *doubted(table, heirs, spoken=spoken)))),
        tuple(outlet(key, value) for key, value in table.outlets.items()),
        made.shipped,
    )


def _checked(merged: Merged, templates: Path | None) -> tuple[BriefTable, Heirs, Logos]:
    """Hold all values against the tables: the file as it is in force, or everything wrong with it."""
    heirs = inherit(merged.values.get("audiences"), shipped.editions())
    values = dict(merged.values)
    if isinstance(values.get("audiences"), dict):
        values["audiences"] = heirs.tables
    wrong = [*disagreements(values, templates)]
    if not merged.faults:  # what an unread file holds may be what is missed here
        wrong += [*dangling(values), *heirs.wrong]
    table, amiss = checked(BriefTable, values)
    logos, broken = pictures(merged, heirs)
    faults = (*merged.faults, *merged.told((*heirs.told((*wrong, *amiss)), *broken)))
    if faults:
        raise ConfigError("", tuple(dict.fromkeys(faults)))
    return table, heirs, logos


def _digest(table: BriefTable) -> str:
    return hashlib.sha256(json.dumps(plain(table), ensure_ascii=False).encode()).hexdigest()
