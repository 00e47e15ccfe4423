"""``edits.toml`` written: what a person wrote in it stays as it stands, and nobody's work is overwritten unseen."""

import fcntl
import hashlib
import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config.edits import KINDS, file_digest, load_edits, understood
from briefing.config.edits_text import listed
from briefing.errors import ConfigError, DeliveryError, EditsConflict, Fault
from briefing.model import Edits

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def save_edits(path: Path, edits: Edits, *, seen: str | None) -> str:
    """Write edits, whole or not at all; comments and order of what stays are kept. Give the file's new digest.

    ``seen``: the digest of the file that the edits were made from (``file_digest``). Raises EditsConflict where the
    file is another by now, ConfigError where it cannot be understood or could not be with these edits, DeliveryError
    where it cannot be written.
    """
    try:
        with _alone(path.parent):
            if file_digest(path) != seen:
                raise EditsConflict(
                    f"{path}: somebody else changed it meanwhile; nothing was written (read it again)"
                )
            load_edits(path)
            standing = path.read_bytes().decode("utf-8-sig") if seen else ""
            data = written(standing, edits, name=str(path)).encode()
            _put(path.resolve(), data)
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise DeliveryError(f"{path}: not written, {what} (see that the folder can be written)") from error
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other of us writes in a folder; the lock ends with the process, however it ends."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put(path: Path, data: bytes) -> None:
    """Put a file in place in one step, with the rights of the one that stood there."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def written(text: str, edits: Edits, *, name: str = "") -> str:
    """Give the text of a file that says these edits and otherwise what ``text`` says: its comments, its order.

    Raises ConfigError, with the file's name, for edits that could not be read again.
    """
    edits = _sorted(edits)
    anew, meant = _anew(edits, name)
    with suppress(tomllib.TOMLDecodeError):
        kept = _said(text, edits)
        if _means(kept, meant):
            return kept
    return anew  # it had a layout that is not ours: tables in one line, dotted keys


def _anew(edits: Edits, name: str) -> tuple[str, Edits]:
    """Give a file of our own layout and what it says, read as it will be; its lines are nobody's, and none is told."""
    try:
        text = _said("", edits)
        text.encode()
        values = tomllib.loads(text)
    except UnicodeEncodeError as error:
        what = "half a character (a lone surrogate), which no file can hold"
        raise ConfigError("", (Fault(name, what, "write it again"),)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError("", (Fault(name, f"it would be no TOML: {error}"),)) from error
    found, faults = understood(values, "", name)
    if faults:
        raise ConfigError("", faults)
    return text, found


def _said(text: str, edits: Edits) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    _approve(document, edits.approved_by)
    _note(document, edits.notes)
    text = tomlkit.dumps(document)
    for kind in KINDS:
        text = listed(text, kind, [entry for entry in edits.entries if entry.kind == kind])
    return text


def _means(text: str, edits: Edits) -> bool:
    """Tell whether a file's text says exactly these edits."""
    found, faults = understood(tomllib.loads(text), text, "")
    return not faults and found.digest == edits.digest


def _sorted(edits: Edits) -> Edits:
    """Give edits as a file has them: pins, then drops, then orders; no empty notes."""
    entries = (entry for kind in KINDS for entry in edits.entries if entry.kind == kind)
    notes = {key: note for key, note in edits.notes.items() if note.strip()}
    return Edits(tuple(entries), notes, edits.approved_by or None)


def _approve(document: "TOMLDocument", name: str | None) -> None:
    if name is None:
        document.pop("approved_by", None)
    elif document.get("approved_by") != name:
        document["approved_by"] = name


def _note(document: "TOMLDocument", notes: Mapping[str, str]) -> None:
    import tomlkit

    if not notes:
        document.pop("notes", None)
        return
    if "notes" not in document:
        document["notes"] = tomlkit.table()
    table: Any = document["notes"]
    for key in [key for key in table if key not in notes]:
        del table[key]
    for key, note in notes.items():
        if table.get(key) != note:
            table[key] = tomlkit.string(note, multiline="\n" in note)
