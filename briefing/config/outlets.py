"""The tables ``[outlets.<key>]``: what a desk knows of the media that it reads."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from briefing.config.fields import Line
from briefing.config.files import Wrong
from briefing.config.suggest import listed, named
from briefing.config.tables import After, Field, Refused, Table
from briefing.model import Outlet, OutletKind
from briefing.text.shown import shown

_LONGEST = 24
"""Letters of a grade: it stands in the rail, in small print."""
_ADDRESS = re.compile(r"(?:\w+:)?//([^/?#]+).*|([\w-]+(?:\.[\w-]+)+)/.*", re.DOTALL)


def _name(name: str) -> str:
    if found := _ADDRESS.fullmatch(name):
        raise Refused(f"{named(name)} is the address of a page", f'the host alone: "{found[1] or found[2]}"')
    if not re.search(r"\w", name):
        raise Refused(f"{named(name)} holds no word")
    return name


def _grade(text: str) -> str:
    if len(text) > _LONGEST:
        raise Refused(
            f"{named(text)} is longer than {_LONGEST} letters", 'a grade is short, for example "B2"'
        )
    return text


class OutletTable(Table):
    """A medium: how articles name it, what it is, and what the desk thinks of it.

    Its key may be its name, in quotation marks where that is more than letters, digits, `-` and `_`:
    `[outlets."Le Monde"]`.
    """

    names: list[Annotated[Line, After(_name)]] = Field(
        default=[],
        description="How articles name it, and the hosts that it publishes under; a host stands for all that end in "
        "it. The first name that is no host is printed, however an article spells it. Without any, the key is its "
        "name.",
        examples=[["Reuters", "reuters.com"]],
    )
    kind: OutletKind | None = Field(
        default=None,
        description="What it is, printed beside its name: `wire` an agency, `government` an office or its release, "
        "`state media` what a state runs, `opinion` what argues, `aggregator` what relays others, `press` and "
        "`broadcaster` newsrooms, `research` institutes. It wins over what a page says of itself.",
        examples=["wire"],
    )
    grade: Annotated[Line, After(_grade)] | None = Field(
        default=None,
        description="The desk's own, printed as it stands beside the kind: for example a letter for how reliable it "
        "is and a digit for how often it proved right.",
        examples=["A2"],
    )


def outlet(key: str, table: OutletTable) -> Outlet:
    """Fill in what an outlet leaves open: its key is its name."""
    return Outlet(key, tuple(dict.fromkeys(table.names)) or (key,), table.kind, table.grade)


def claimed(outlets: Mapping[str, Mapping[str, Any]]) -> Iterator[Wrong]:
    """Tell names that several outlets bear; values of a wrong kind are passed over."""
    owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, table in outlets.items():
        names = table.get("names")
        own = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
        for name in {shown(name).casefold(): name for name in own or [key]}.values():
            owners[shown(name).casefold()].append((key, name))
    for among in owners.values():
        keys = [key for key, _ in among]
        for key, name in among[1:]:
            what = f"{named(name)} is named by several outlets: {listed(keys)}"
            yield ("outlets", key, "names"), what, "leave it to one of them"
