"""What a configuration may say but seldom means."""

from collections import defaultdict
from collections.abc import Iterator

from briefing.config.brief import BriefTable
from briefing.config.files import Wrong
from briefing.config.suggest import listed, named
from briefing.model import Actor


def doubts(table: BriefTable, actors: tuple[Actor, ...]) -> Iterator[Wrong]:
    """Tell shared names, actors without use or names, themes that stay empty, passwords in the clear."""
    yield from _shared(actors)
    used = {key for theme in table.themes.values() for key in theme.actors}
    for actor in actors:
        if actor.key not in used:
            yield ("actors", actor.key), "no theme uses this actor", "name it in the actors of a theme"
        if not (actor.names or actor.people):
            yield ("actors", actor.key), "nothing names this actor", "give countries, names or people"
    for key, theme in table.themes.items():
        if not (theme.actors or theme.keywords or theme.examples):
            yield ("themes", key), "without actors and keywords it stays empty", "give one or the other"
        elif theme.role in ("speaker", "about") and not theme.actors:
            yield ("themes", key, "role"), f"{named(theme.role)} asks for actors, and there are none", None
    if table.smtp and table.smtp.security == "none" and table.smtp.password_env:
        yield ("smtp", "security"), "the password would travel in the clear", 'use "starttls" or "tls"'


def _shared(actors: tuple[Actor, ...]) -> Iterator[Wrong]:
    owners: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        spellings = {name.casefold(): name for name in (*actor.names, *sum(actor.people, ()))}
        for name in spellings:
            owners[name].append(actor.key)
    for name, keys in owners.items():
        if len(keys) > 1:
            what = f"{named(name)} names several actors: {listed(keys)}"
            yield ("actors", keys[-1]), what, "keep it with one of them"
