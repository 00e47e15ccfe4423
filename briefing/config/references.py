"""What several keys must agree on: references between tables, lengths given twice, a user without a password.

These look at the raw values, so that they are told together with whatever else is wrong; values of a wrong
kind are passed over, the tables themselves tell those.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from briefing.config import shipped
from briefing.config.fields import LANGUAGE
from briefing.config.files import Wrong
from briefing.config.heirs import LENGTHS
from briefing.config.outlets import claimed
from briefing.config.suggest import listed, named, suggest


def disagreements(values: Mapping[str, Any], templates: Path | None) -> Iterator[Wrong]:
    """Tell keys that exclude each other or need each other, and templates that are not there."""
    for key, audience in _named(values, "audiences").items():
        yield from _lengths(key, audience)
        yield from _blocks(key, audience.get("blocks"))
        yield from _template(key, audience.get("template"), templates)
        yield from _language(key, audience.get("language"), templates)
    yield from claimed(_named(values, "outlets"))
    smtp = values.get("smtp")
    if isinstance(smtp, dict):
        yield from _account(smtp)


def dangling(values: Mapping[str, Any]) -> Iterator[Wrong]:
    """Tell every reference from table to table that leads nowhere."""
    actors, themes, audiences = (_named(values, key) for key in ("actors", "themes", "audiences"))
    for key, theme in themes.items():
        yield from _missing(("themes", key, "actors"), theme.get("actors"), actors)
    for key, audience in audiences.items():
        yield from _missing(("audiences", key, "themes"), audience.get("themes"), themes)


def _named(values: Mapping[str, Any], table: str) -> dict[str, dict[str, Any]]:
    found = values.get(table)
    tables = found if isinstance(found, dict) else {}
    return {key: value if isinstance(value, dict) else {} for key, value in tables.items()}


def _missing(path: tuple[str, ...], wanted: object, known: Mapping[str, Any]) -> Iterator[Wrong]:
    words = [word for word in wanted if isinstance(word, str)] if isinstance(wanted, list) else []
    for at, word in enumerate(words):
        if word in words[:at]:
            yield path, f"{named(word)} is named twice", "take one out"
        elif word not in known:
            what = f"{named(word)} is not under [{path[-1]}]; allowed: {listed(known)}"
            yield path, what, suggest(word, known) or f"add a table [{path[-1]}.{word}]"


def _lengths(key: str, audience: Mapping[str, Any]) -> Iterator[Wrong]:
    given = [name for name in LENGTHS if name in audience]
    for one, other in combinations(given, 2):
        yield ("audiences", key, other), f"the length is given twice, as {one} and as {other}", "keep one"


def _blocks(key: str, blocks: object) -> Iterator[Wrong]:
    words = [word for word in blocks if isinstance(word, str)] if isinstance(blocks, list) else []
    for word in dict.fromkeys(word for at, word in enumerate(words) if word in words[:at]):
        yield ("audiences", key, "blocks"), f"{named(word)} is named twice", "take one out"


def _template(key: str, name: object, templates: Path | None) -> Iterator[Wrong]:
    if not isinstance(name, str) or not name.replace("-", "").isidentifier():
        return
    folders = [path.name for path in sorted(templates.iterdir()) if path.is_dir()] if templates else []
    allowed = tuple(dict.fromkeys((*shipped.looks(), *(one for one in folders if one != "words"))))
    if name not in allowed:
        what = f"{named(name)} is no folder inside 'templates' beside the configuration"
        yield ("audiences", key, "template"), f"{what}; allowed: {listed(allowed)}", suggest(name, allowed)


def _language(key: str, code: object, templates: Path | None) -> Iterator[Wrong]:
    if isinstance(code, str) and LANGUAGE.fullmatch(code) and not shipped.spoken(code, templates):
        known = shipped.languages(templates)
        what = f"{named(code)}: the page has no words in this language; it has them in {listed(known)}"
        mend = f"write templates/words/{code}.toml beside the configuration, as docs/languages.md tells"
        yield ("audiences", key, "language"), what, mend


def _account(smtp: Mapping[str, Any]) -> Iterator[Wrong]:
    for one, other in (("user", "password_env"), ("password_env", "user")):
        if one in smtp and other not in smtp and "password" not in smtp:
            yield ("smtp", one), f"needs {other} beside it", "give both or neither"
