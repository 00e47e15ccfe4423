"""Which actors may be called by what they are: the ministry, the union, the bank."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from briefing.languages import load
from briefing.text.tokens import fold

PERSON = "/"  # parts an actor's key from a person's name in a label; no key holds it
_BODY = 4  # letters of a body that may end a name: "Riksbank"


@lru_cache(maxsize=64)
def turns(code: str, name: str) -> frozenset[str]:
    """Give one of a language's lists of whose turn it is, folded.

    ``several``: what those who spoke together may be called; ``papers``: what they issue, and speaks for them.
    """
    return frozenset(map(fold, load(code).words(f"turns.{name}")))


def ends(labelled: Mapping[str, Sequence[str]], bodies: Set[str]) -> dict[str, frozenset[str]]:
    """Sort actors by the body with which a name of theirs ends: "Finance Ministry", "Riksbank"."""
    found: dict[str, set[str]] = {}
    for actor, names in labelled.items():
        for name in names:
            last = fold(name.split()[-1]) if name.split() and PERSON not in actor else ""
            for body in bodies:
                if last.endswith(body) and len(body) >= _BODY:
                    found.setdefault(body, set()).add(actor)
    return {body: frozenset(actors) for body, actors in found.items()}
