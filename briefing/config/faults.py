"""What is wrong with a value or a key, in words for people, with the mend."""

from collections.abc import Sequence
from typing import NoReturn

from briefing.config.brief import TABLES, BriefTable
from briefing.config.files import NAMED
from briefing.config.suggest import listed, named, suggest
from briefing.config.tables import Refused, Table, keys

Words = tuple[str, str | None]
"""What is wrong, and the mend."""

_EXPECTED: dict[type, str] = {
    str: "text in quotation marks",
    list: 'a list, for example ["one", "two"]',
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dict: "a table",
}
_OTHER_WORDS = {
    "md": "markdown", "txt": "text", "eml": "email", "mail": "email", "htm": "html", "ssl": "tls",
    "agency": "wire", "official": "government", "comment": "opinion", "newspaper": "press", "radio": "broadcaster",
    "television": "broadcaster", "tv": "broadcaster", "think tank": "research", "academic": "research",
}  # fmt: skip


def expected(kind: type, value: object) -> Words:
    """Refuse a value that is of another kind."""
    return f"{named(value)} is not allowed; expected {_EXPECTED[kind]}", _quoted(kind, value)


def _quoted(kind: type, value: object) -> str | None:
    """Show how a table, a list of one, or a flag, is written; the commonest slips."""
    if kind is dict:
        return "a table is a line with its name in brackets, such as [actors.us], and its keys below it"
    if kind is list and isinstance(value, str) and len(value) <= 40:
        return f'write ["{value}"]'
    if kind is bool and str(value).lower() in ("true", "false"):
        return f"write {str(value).lower()} without quotation marks"
    if kind in (int, float) and isinstance(value, str) and value.strip().isdecimal():
        return f"write {value.strip()} without quotation marks"
    return None


def unknown(path: tuple[str, ...]) -> Words:
    """Refuse a key: name the close one, the table that it belongs to, or all that there are."""
    key, table = path[-1], _table(path)
    if key == "password" and table is TABLES["smtp"]:
        mend = 'put it into an environment variable and name that: password_env = "BRIEFING_SMTP_PASSWORD"'
        return "a password does not belong in a file", mend
    what = f"unknown key; allowed: {listed(keys(table))}"
    elsewhere = [_header(name) for name, other in TABLES.items() if key in keys(other)]
    if key in keys(BriefTable):
        elsewhere.insert(0, "the top of the file, before the first table")
    if elsewhere:
        return what, f"it belongs under {' or '.join(elsewhere)}"
    return what, suggest(key, keys(table))


def _table(path: tuple[str, ...]) -> type[Table]:
    return TABLES[path[0]] if len(path) > 1 else BriefTable


def _header(name: str) -> str:
    return f"[{name}.<key>]" if name in NAMED else f"[{name}]"


def choice(value: object, allowed: Sequence[str]) -> NoReturn:
    """Refuse a value that is none of those allowed."""
    mend = suggest(value, allowed, also=_also(allowed)) if isinstance(value, str) else None
    raise Refused(f"{named(value)} is not allowed; allowed: {listed(allowed)}", mend)


def _also(allowed: Sequence[str]) -> dict[str, str]:
    return {word: meant for word, meant in _OTHER_WORDS.items() if meant in allowed}
