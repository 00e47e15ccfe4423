"""pydantic's errors in words for people: what is wrong with which value, what is allowed, and the mend."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from briefing.config.brief import TABLES, BriefTable, keys
from briefing.config.fields import Table
from briefing.config.files import NAMED, Wrong
from briefing.config.suggest import listed, named, suggest

Words = tuple[str, str | None]
"""What is wrong, and the mend."""

_EXPECTED = {
    "string_type": "text in quotation marks",
    "list_type": 'a list, for example ["one", "two"]',
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "dict_type": "a table",
    "model_type": "a table",
}
_OTHER_WORDS = {"md": "markdown", "txt": "text", "eml": "email", "mail": "email", "htm": "html", "ssl": "tls"}


def wrongs(error: ValidationError) -> Iterator[Wrong]:
    """Tell each fault once, with the path of its key as it stands in the file."""
    for detail in error.errors(include_url=False):
        path = tuple(str(part) for part in detail["loc"] if isinstance(part, str) and part != "[key]")
        kind, context = detail["type"], detail.get("ctx", {})
        # What stands where a password is asked for may be one: its value is not shown.
        value = None if "password" in path[-1] else detail["input"]
        if kind == "extra_forbidden":
            yield path, *_unknown(path)
        else:
            yield path, *_words(kind, value, context)


def _words(kind: str, value: object, context: Mapping[str, Any]) -> Words:
    if kind in _EXPECTED:
        return f"{named(value)} is not allowed; expected {_EXPECTED[kind]}", _quoted(kind, value)
    return _WORDS[kind](value, context)


def _quoted(kind: str, value: object) -> str | None:
    """Show how a list of one, or a flag, is written; the commonest slips."""
    if kind == "list_type" and isinstance(value, str) and len(value) <= 40:
        return f'write ["{value}"]'
    if kind == "bool_type" and str(value).lower() in ("true", "false"):
        return f"write {str(value).lower()} without quotation marks"
    if kind in ("int_type", "float_type") and isinstance(value, str) and value.strip().isdecimal():
        return f"write {value.strip()} without quotation marks"
    return None


def _unknown(path: tuple[str, ...]) -> Words:
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


def _choice(value: object, context: Mapping[str, Any]) -> Words:
    expected = str(context["expected"]).replace(" or ", ", ")
    allowed = [word.strip().strip("'") for word in expected.split(",")]
    mend = suggest(value, allowed, also=_also(allowed)) if isinstance(value, str) else None
    return f"{named(value)} is not allowed; allowed: {listed(allowed)}", mend


def _also(allowed: list[str]) -> dict[str, str]:
    return {word: meant for word, meant in _OTHER_WORDS.items() if meant in allowed}


def _bound(words: str, name: str) -> Callable[[object, Mapping[str, Any]], Words]:
    def tell(value: object, context: Mapping[str, Any]) -> Words:
        return f"{named(value)} is not allowed; it must be {words} {float(context[name]):.15g}", None

    return tell


def _number(value: object, _: Mapping[str, Any]) -> Words:
    return f"{named(value)} is not allowed; expected a number that is finite", None


_WORDS: dict[str, Callable[[object, Mapping[str, Any]], Words]] = {
    "fault": lambda _, context: (str(context["what"]), context["mend"]),
    "missing": lambda *_: ("is missing", None),
    "literal_error": _choice,
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "too_short": lambda *_: ("an empty list says nothing", "fill it or leave it out"),
    "finite_number": _number,
    "int_from_float": _number,
}
"""Every kind of error that the tables can cause; a test mutates configurations to hold it complete."""
