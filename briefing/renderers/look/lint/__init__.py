"""Finds what is wrong with a look's templates before a reader does: ``lint(look)``.

Names are followed through the source (``walk``), then samples are filled (``trial``) and the pages are looked at
(``markup``, ``styles``, ``promises``). What stands in our own templates is not told: nobody can mend it there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from briefing.errors import Fault
from briefing.model import Look
from briefing.renderers.look import templates, tokens
from briefing.renderers.look.chain import Chain, chain
from briefing.renderers.look.lint import kinds
from briefing.renderers.view import building as view

PAGES = ("brief.html", "mail.html", "print.css")
LIKE = 0.85
"""How like a name of ours (difflib's ratio) a file's must be to be misspelt: lines.html 0.95, broken.html 0.76."""
_KINDS = (".html", ".css", "style.toml")


@dataclass(frozen=True)
class Found:
    """What is wrong with a look, and what may be."""

    faults: tuple[Fault, ...] = ()
    hints: tuple[Fault, ...] = ()


def lint(look: Look, *, ours: bool = False) -> Found:
    """Find what is wrong with a look's templates and styles; ``ours``: with our own, too.

    Raises nothing for what a user may have written.
    """
    from briefing.renderers.look.lint import sample
    from briefing.renderers.look.lint.trial import Trial
    from briefing.renderers.look.lint.walk import Walk

    along = chain(look)
    if not ours and not any(name.endswith(_KINDS) for name in along.texts):
        return Found()
    styled = tokens.faults(along.layers("style.toml"))
    look = replace(
        look, overrides={name: text for name, text in look.overrides.items() if name.endswith(_KINDS)}
    )
    say = view.page(sample.briefs(look)[0]).say
    walk = Walk(along, templates.environment(along), kinds.seen(say), ours=ours)
    for page in PAGES:
        walk.page(page)
    idle = _idle(along, walk.visited)
    for name in along.texts if idle else ():
        if name.endswith(_KINDS[:2]):
            walk.parse(name)
    faults = [*styled, *walk.found, *(fault for fault, hint in idle if not hint)]
    known = {fault.where for fault in faults}
    if styled:  # the pages are tried in our own style, so that all is told at once
        bare = {name: text for name, text in look.overrides.items() if not name.endswith("style.toml")}
        look = replace(look, overrides=bare)
        along = chain(look)
    told = [*Trial(look, along, tuple(walk.overrides), ours).told(), *(one for one in idle if one[1])]
    faults += [fault for fault, hint in told if not hint and fault.where not in known]
    return Found(_distinct(faults), _distinct(fault for fault, hint in told if hint))


def _idle(along: Chain, visited: set[str]) -> list[tuple[Fault, bool]]:
    """Name files that no page leads to: one whose name is misspelt changes nothing, any other is a hint."""
    known = [name for name in along.names() if along.find(name) not in along.texts]
    out = []
    for name in along.texts:
        if name.endswith(_KINDS[:2]) and name not in visited:
            near = get_close_matches(name.rpartition("/")[2], known, 1, LIKE)
            mend = f"did you mean {near[0]}?" if near else "include it, or take it out"
            out.append((Fault(name, "no page uses it", mend), not near))
    return out


def _distinct(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=_order))


def _order(fault: Fault) -> tuple[str, int]:
    file, _, line = fault.where.partition(":")
    return file, int(line) if line.isdigit() else 0
