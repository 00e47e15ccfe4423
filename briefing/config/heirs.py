"""Audiences that extend one another: each as it is in force, and where each of its values stands.

An audience extends another one of the configuration, else a shipped edition. One may have a shipped edition's name and
extend that: ``[audiences.executive] extends = "executive"``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.config.files import Wrong
from briefing.config.suggest import listed, named, suggest

LENGTHS = ("pages", "words", "sentences")
"""One length is given; it takes the place of any that is inherited."""
DEEPEST = 16
"""Audiences of a chain: nobody reads a longer one, and a file may have thousands."""
_TOLD = 3
"""Chains that a fault names."""

Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Heirs:
    """Audiences in force."""

    tables: Mapping[str, Any]
    """Key → its own values over those that it inherits. What is no table stays as it is."""
    chains: Mapping[tuple[str, str], tuple[str, ...]]
    """Audience and key of an inherited value → the audiences from it to the one where the value stands."""
    wrong: tuple[Wrong, ...]
    """Names that lead nowhere or in a circle."""

    def stands(self, audience: str, key: str) -> str:
        """Name the audience in whose table a value stands."""
        return self.chains.get((audience, key), (audience,))[-1]

    def told(self, wrongs: Iterable[Wrong]) -> Iterator[Wrong]:
        """Tell what is wrong where it stands, once, with the chains of those that inherit it."""
        heirs: dict[Wrong, list[str]] = {}
        for path, what, mend in wrongs:
            chain = self.chains.get((path[1], path[2])) if path[0] == "audiences" and len(path) > 2 else None
            own = (path[0], chain[-1], *path[2:]) if chain else path
            chains = heirs.setdefault((own, what, mend), [])
            chains += [" → ".join(chain)] if chain else []
        for (path, what, mend), chains in heirs.items():
            more = f" and {len(chains) - _TOLD} more" if len(chains) > _TOLD else ""
            yield path, what + (f"; inherited: {', '.join(chains[:_TOLD])}{more}" if chains else ""), mend


def inherit(audiences: object, shipped: Tables) -> Heirs:
    """Lay each audience of a configuration over what it extends."""
    own = audiences if isinstance(audiences, dict) else {}
    tables: dict[str, Any] = {}
    chains: dict[tuple[str, str], tuple[str, ...]] = {}
    wrong: dict[tuple[str, ...], Wrong] = {}  # the longest chain to each fault tells the most
    for key, table in own.items():
        if not isinstance(table, dict):
            tables[key] = table
            continue
        line, problem = _line(key, own, shipped)
        if problem and len(problem[1]) > len(wrong.get(problem[0], ((), "", None))[1]):
            wrong[problem[0]] = problem
        tables[key], places = _laid(line)
        chains |= {(key, name): chain for name, chain in places.items() if len(chain) > 1}
    return Heirs(tables, chains, tuple(wrong.values()))


_Link = tuple[str, Mapping[str, Any]]


def _line(key: str, own: Mapping[str, Any], shipped: Tables) -> tuple[list[_Link], Wrong | None]:
    """Follow a chain to its end: the tables on it by name, the first one's own, and what is wrong with it."""
    line: list[_Link] = [(key, own[key])]
    at: tuple[str, bool] = (key, True)  # the name, and whether it is the configuration's own
    passed = {at}
    while parent := _parent(line[-1][1]):
        ours = at[1] and parent in own and (parent != at[0] or parent not in shipped)
        names = [name for name, _ in line] + [parent]
        if len(names) > DEEPEST:
            what = f"{names[0]} → {names[1]} → … → {parent}: more than {DEEPEST} audiences"
            return line[:1], (("audiences", key, "extends"), what, "extend one that is nearer to the end")
        if not ours and parent not in shipped:
            return line, _nowhere(names, own, shipped)
        at = (parent, ours)
        if at in passed:
            return line[:1], _circle(names)
        passed.add(at)
        table = own[parent] if ours else shipped[parent]
        line.append((parent if ours else f"{parent} (shipped)", table if isinstance(table, dict) else {}))
    return line, None


def _parent(table: Mapping[str, Any]) -> str | None:
    """Name what a table extends; None for nothing, and for what is no name."""
    name = table.get("extends")
    return name.strip() if isinstance(name, str) else None


def _nowhere(names: list[str], own: Mapping[str, Any], shipped: Tables) -> Wrong:
    wanted, known = names[-1], list(dict.fromkeys((*own, *shipped)))
    mine = [name for name in own if name != names[-2] or name in shipped]
    there = f"allowed: {listed(mine)}" if mine else "there is no other audience here"
    what = f"{' → '.join(names)}: {named(wanted)} is no audience; {there}; shipped: {listed(shipped)}"
    return ("audiences", names[-2], "extends"), what, suggest(wanted, known)


def _circle(names: list[str]) -> Wrong:
    """Tell a circle once, from the first of its names on."""
    ring = names[names.index(names[-1]) : -1]
    least = ring.index(min(ring))
    ring = ring[least:] + ring[:least]
    return ("audiences", ring[0], "extends"), " → ".join((*ring, ring[0])), "take one of them out"


def _laid(line: list[_Link]) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
    """Lay tables over one another, the last one lowest: the values, and the way to the table where each stands."""
    values: dict[str, Any] = {}
    places: dict[str, tuple[str, ...]] = {}
    for depth, (_, table) in enumerate(line, start=1):
        long = any(name in values for name in LENGTHS)
        for name, value in table.items():
            if name in values or (long and name in LENGTHS) or (name == "extends" and depth > 1):
                continue
            values[name], places[name] = value, tuple(name for name, _ in line[:depth])
    return values, places
