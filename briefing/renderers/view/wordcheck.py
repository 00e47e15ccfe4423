"""What is wrong with a user's words: every fault of ``templates/words/CODE.toml``, with its place and the mend."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from briefing.errors import Fault, TemplateError
from briefing.renderers.view import locales
from briefing.renderers.view.words import KEYED, PLURAL, base, parsed, shaped, slots, tables

NAMED = 8
"""Words that a fault names of those that a language lacks."""
COUNTED = frozenset({"zero", "one", "two"})
"""Plural categories whose phrase may say the number in a word of its own."""


def word_faults(overrides: Mapping[str, str]) -> tuple[Fault, ...]:
    """Find the faults of all files of words among a look's overrides (name → text)."""
    files = {name: text for name, text in sorted(overrides.items()) if name.startswith("words/")}
    return tuple(fault for name, text in files.items() for fault in _faults(name, text))


def word_hints(overrides: Mapping[str, str]) -> tuple[Fault, ...]:
    """Name what stays English in the languages that a look's overrides add: a file may say as little as it likes."""
    files = {name: text for name, text in sorted(overrides.items()) if name.startswith("words/")}
    return tuple(hint for name, text in files.items() for hint in _lacking(name, text))


def _faults(name: str, text: str) -> Iterator[Fault]:
    code = name.removeprefix("words/").removesuffix(".toml")
    if not locales.known(code):
        yield Fault(name, f"{code!r} is no code of a language that Unicode CLDR knows", "nl.toml, pt-BR.toml")
        return
    try:
        own = parsed(name, text)
    except TemplateError as fault:
        yield Fault(name, str(fault).removeprefix(f"{name}: "), "correct this line")
        return
    ours = tables("en")
    for table, entries in own.items():
        if table not in ours or not isinstance(entries, dict):
            yield Fault(f"{name}: {table}", "there is no such table", _near(table, ours))
            continue
        for key, value in entries.items():
            yield from _entry(f"{name}: {table}.{key}", (code, table, key), value)


def _entry(where: str, what: tuple[str, str, str], value: object) -> Iterator[Fault]:
    code, table, key = what
    ours = tables("en")[table]
    if key not in ours and table not in KEYED:
        yield Fault(where, "nothing on the page is called so", _near(key, ours))
    elif not shaped(table, key, value):
        yield Fault(where, "it is not shaped as it must be", _shape(table, code))
    elif table != "dates":
        yield from _places(where, ours.get(key, "{n}" if table in PLURAL else key), value)
        if table in PLURAL and isinstance(value, dict) and set(value) != locales.categories(code):
            yield Fault(where, "its forms are not the plurals of the language", _shape(table, code))


def _places(where: str, ours: object, value: object) -> Iterator[Fault]:
    """Hold the braces of a phrase against those of the English one."""
    asked = slots(ours)
    forms = value.items() if isinstance(value, dict) else [("", value)]
    for category, said in forms:
        found = slots(said)
        if found - asked or asked - found - (frozenset({"n"}) if category in COUNTED else frozenset()):
            places = ", ".join(f"{{{slot}}}" for slot in sorted(asked)) or "none"
            yield Fault(f"{where}.{category}" if category else where, "its braces are not the page's", places)


def _lacking(name: str, text: str) -> Iterator[Fault]:
    """Name what stays English in a language of the user's own; nothing of a file that cannot be used at all."""
    code = name.removeprefix("words/").removesuffix(".toml")
    if not locales.known(code) or base(code) != "en" or code.partition("-")[0].lower() == "en":
        return
    try:
        own = parsed(name, text)
    except TemplateError:
        return
    lacks = []
    for table, entries in tables("en").items():
        mine = own.get(table)
        lacks += [f"{table}.{key}" for key in entries if not isinstance(mine, dict) or key not in mine]
    if lacks:
        more = f" and {len(lacks) - NAMED} more" if len(lacks) > NAMED else ""
        said = ", ".join(lacks[:NAMED])
        yield Fault(name, f"it lacks {said}{more}", "what it lacks is said in English; en.toml has them all")


def _shape(table: str, code: str) -> str:
    if table == "dates":
        return 'a pattern of CLDR, as "d MMMM y" or "HH:mm"'
    if table in PLURAL:
        forms = ", ".join(f'{one} = "…"' for one in sorted(locales.categories(code)))
        return f"{{ {forms} }}, or one phrase for all"
    return "a phrase in quotation marks"


def _near(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else "en.toml has them all"
