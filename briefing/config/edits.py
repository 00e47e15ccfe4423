"""What an editor changed by hand, read from ``edits.toml`` beside the configuration, and kept there.

::

    approved_by = "A. Editor"

    [[pin]]                # stays in this section, whatever its weight
    audience = "executive" # without it: in every edition
    section = "us_stance"  # key of a theme, or top_lines
    source = "9f86d081884c" # SHA-256 of the file's bytes, or its first 12 digits or more
    start = 120            # the statement's place, as brief.json has it
    end = 260

    [[drop]]               # goes, and its place refills: a statement, an article (source alone) or an outlet
    outlet = "Example Wire"

    [[order]]              # moves within its section
    section = "us_stance"
    source = "9f86d081884c"
    start = 400
    end = 460
    place = 1

    [notes]                # Markdown; brief: the note of the whole
    brief = "What to watch: …"
"""

import errno
import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from briefing.config.checked import checked
from briefing.config.edit_tables import TABLES, EditsTable
from briefing.config.edit_tables import edit as made
from briefing.config.files import Merged, Wrong, _problem, _read
from briefing.config.lines import _keys, dotted
from briefing.config.suggest import listed, named, suggest
from briefing.config.tables import Table, keys
from briefing.errors import ConfigError, Fault
from briefing.model import Edit, EditKind, Edits

NAME = "edits.toml"
"""Where edits are looked for: beside the configuration."""
TOP, WHOLE = "top_lines", "brief"
"""What a section and a note may name besides themes."""
KINDS: tuple[EditKind, ...] = get_args(EditKind)


def load_edits(path: Path) -> Edits:
    """Read what an editor changed; without a file, nothing. Raises ConfigError with every fault at once."""
    if _missing(path):
        return Edits()
    merged = Merged()
    file = _read(path, merged)
    if file is None:
        raise ConfigError("", tuple(merged.faults))
    found, faults = understood(file.values, file.text, str(path))
    if faults:
        raise ConfigError("", faults)
    return found


def file_digest(path: Path) -> str | None:
    """Give the SHA-256 of a file's bytes, hex; None where there is no file. Raises ConfigError for one kept from us."""
    if _missing(path):
        return None
    try:
        if problem := _problem(path):
            raise ConfigError("", (Fault(str(path), problem),))
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ConfigError("", (Fault(str(path), f"cannot be read: {error.strerror}"),)) from error


def _missing(path: Path) -> bool:
    """Tell whether there is no file; a link that leads back to itself is one, which cannot be read."""
    try:
        path.stat()
    except (OSError, ValueError) as error:
        return getattr(error, "errno", None) != errno.ELOOP
    return False


def understood(values: Mapping[str, Any], text: str, name: str) -> tuple[Edits, tuple[Fault, ...]]:
    """Give the edits that a file's values say, of use only without faults, and all that is wrong with them."""
    wrong: list[tuple[int | None, Fault]] = []
    entries: list[Edit] = []
    for kind in KINDS:
        listing = values.get(kind, [])
        if not isinstance(listing, list) or not all(isinstance(one, dict) for one in listing):
            what = f"{named(listing)} is not allowed; expected tables"
            wrong.append(_placed(name, text, ((kind,), what, f"write each under a line [[{kind}]]")))
            continue
        for number, table in enumerate(listing):
            entry, faults = _entry(kind, table)
            wrong += [_placed(name, text, ((kind, *path), what, mend), number) for path, what, mend in faults]
            entries += [entry] if entry else []
    top = {key: value for key, value in values.items() if key not in KINDS}
    table, faults = _table(EditsTable, top, (*keys(EditsTable), *KINDS))
    wrong += [_placed(name, text, fault) for fault in faults]
    notes = {} if faults else {key: note for key, note in (table.notes or {}).items() if note.strip()}
    edits = sealed(Edits(tuple(entries), notes, table.approved_by))
    return edits, tuple(fault for _, fault in sorted(wrong, key=lambda one: one[0] or 0))


def strange(
    edits: Edits, path: Path, *, audiences: Collection[str], sections: Collection[str]
) -> tuple[Fault, ...]:
    """Name the entries and notes that change nothing, as they name no audience and no section of a configuration.

    ``sections``: keys of themes. ``path``: the file that the edits were read from.
    """
    file = _read(path, Merged()) if edits.digest else None
    text = file.text if file else ""
    out: list[tuple[int | None, Fault]] = []
    for kind in KINDS:
        for number, edit in enumerate(one for one in edits.entries if one.kind == kind):
            if edit.audience is not None and edit.audience not in audiences:
                what, mend = f"there is no audience {edit.audience!r}", suggest(edit.audience, audiences)
                out.append(_placed(str(path), text, ((kind, "audience"), what, mend), number))
            if edit.section is not None and edit.section not in (TOP, *sections):
                what, mend = f"there is no section {edit.section!r}", suggest(edit.section, (TOP, *sections))
                out.append(_placed(str(path), text, ((kind, "section"), what, mend), number))
    for key in edits.notes:
        if key not in (WHOLE, *sections):
            what, mend = f"there is no section {key!r}", suggest(key, (WHOLE, *sections))
            out.append(_placed(str(path), text, (("notes", key), what, mend)))
    return tuple(fault for _, fault in sorted(out, key=lambda one: one[0] or 0))


def sealed(edits: Edits) -> Edits:
    """Give edits with the digest of their values."""
    said = repr((edits.entries, sorted(edits.notes.items()), edits.approved_by))
    digest = hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()
    return Edits(edits.entries, edits.notes, edits.approved_by, digest)


def _entry(kind: EditKind, values: Mapping[str, Any]) -> tuple[Edit | None, list[Wrong]]:
    table, wrong = _table(TABLES[kind], values, keys(TABLES[kind]))
    if wrong:
        return None, wrong
    return made(kind, table)


def _table(
    table: type[Table], values: Mapping[str, Any], allowed: tuple[str, ...]
) -> tuple[Any, list[Wrong]]:
    """Hold values against a table whose keys are these, and no others."""
    found, wrong = checked(table, {key: value for key, value in values.items() if key in allowed})
    strange = [key for key in values if key not in allowed]
    what = f"unknown key; allowed: {listed(allowed)}"
    return found, [*wrong, *(((key,), what, suggest(key, allowed)) for key in strange)]


def _placed(name: str, text: str, wrong: Wrong, number: int = 0) -> tuple[int | None, Fault]:
    """Name the place of a fault: ``edits.toml:12: pin.start``; ``number``: of the entry among those of its kind."""
    path, what, mend = wrong
    line = next(_lines(text, path, number), None)
    where = f"{name}:{line}: {dotted(path)}" if line else f"{name}: {dotted(path)}"
    return line, Fault(where, what, mend)


def _lines(text: str, path: tuple[str, ...], number: int) -> Iterator[int]:
    """Give the line of a key in the entry of that number, then the line on which the entry begins."""
    begun, header = -1, None
    for line, found in _keys(text):
        if found == path[:1]:
            begun += 1
            header = line if begun == number else header
        elif found == path and (begun == number or path[0] not in KINDS):
            yield line
    if header:
        yield header
