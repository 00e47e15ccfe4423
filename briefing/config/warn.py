"""What a configuration may say but seldom means, each with the line that would mend it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator

from briefing.config.actors import ActorTable
from briefing.config.brief import BriefTable
from briefing.config.files import Wrong
from briefing.config.lines import dotted
from briefing.config.suggest import listed, named
from briefing.languages import countries
from briefing.model import Actor

_NAMED = 3
"""Shared names that are told; two actors with one country share a dozen."""


def doubts(table: BriefTable, actors: tuple[Actor, ...]) -> Iterator[Wrong]:
    """Tell shared names, actors without use or names, themes that stay empty, passwords in the clear."""
    yield from _shared(table, actors)
    used = {key for theme in table.themes.values() for key in theme.actors}
    for actor in actors:
        if actor.key not in used:
            mend = f"name it in a theme: actors = {json.dumps([actor.key])}"
            yield ("actors", actor.key), "no theme uses this actor", mend
        if not (actor.names or actor.people):
            yield ("actors", actor.key), "nothing names this actor", "give countries, names or people"
    for key, theme in table.themes.items():
        if not (theme.actors or theme.keywords or theme.examples):
            yield ("themes", key), "without actors and keywords it stays empty", "give one or the other"
        elif theme.role in ("speaker", "about") and not theme.actors:
            yield ("themes", key, "role"), f"{named(theme.role)} asks for actors, and there are none", None
    if table.smtp and table.smtp.security == "none" and table.smtp.password_env:
        yield ("smtp", "security"), "the password would travel in the clear", 'use "starttls" or "tls"'


def _shared(table: BriefTable, actors: tuple[Actor, ...]) -> Iterator[Wrong]:
    """Tell names of several actors, those of the same ones together, with what to leave to the first of them."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for actor in actors:
        for name in (*actor.names, *sum(actor.people, ())):
            owners[name.casefold()].setdefault(actor.key, name)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for keys in owners.values():
        if len(keys) > 1:
            groups[tuple(keys)].append(next(iter(keys.values())))
    for among, names in groups.items():
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told = ", ".join(named(name) for name in names[:_NAMED]) + more
        verb = "names" if len(names) == 1 else "name"
        yield (
            ("actors", among[-1]),
            f"{told} {verb} several actors: {listed(among)}",
            _apart(table, among, names),
        )


def _apart(table: BriefTable, among: tuple[str, ...], names: Collection[str]) -> str:
    """Write the lines that leave shared names to one actor: the last that lists them gives them up, else a country."""
    shared = {name.casefold() for name in names}
    last = [(key, table.actors[key]) for key in reversed(among)]
    lines = [(key, *_without(actor, shared)) for key, actor in last]
    lines += [(key, *_elsewhere(actor, table.language, shared)) for key, actor in last]
    key, *mend = next(line for line in lines if len(line) > 1)
    return f"keep it with one of them; under [{dotted(('actors', key))}]: {' and '.join(mend)}"


def _without(actor: ActorTable, shared: set[str]) -> Iterator[str]:
    """Write an actor's lists without shared names, those that change."""
    names = [name for name in actor.names if name.casefold() not in shared]
    people = [[one for one in spellings if one.casefold() not in shared] for spellings in actor.people]
    if names != actor.names:
        yield f"names = {_written(names)}"
    if people != actor.people:
        yield f"people = {_written([one if len(one) > 1 else one[0] for one in people if one])}"


def _elsewhere(actor: ActorTable, language: str, shared: set[str]) -> Iterator[str]:
    """Write an actor's countries without those that have shared names."""
    rest = [code for code in actor.countries if not shared & _spelled(code, language)]
    if rest != actor.countries:
        yield f"countries = {_written(rest)}"


def _spelled(code: str, language: str) -> set[str]:
    return {name.casefold() for name in countries.names(code, language)}


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
