"""The steps that put an edition in place, and those that mend what a killed run left behind."""

import ctypes
import errno
import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefing.model import Rendered

OURS = frozenset(f"brief.{end}" for end in ("pdf", "html", "eml", "md", "txt", "json", "evidence.zip"))
"""The names that files of an edition may have; all else in a folder is somebody else's."""

NEW, OLD = ".briefing-new", ".briefing-old"
"""Endings of the hidden folders beside an edition's folder."""

STAGED, READY, PLAN = ".briefing-staged", ".briefing-ready", "plan.json"
"""Names inside an edition's folder: files being written; all files written, with the plan of what to do."""

_FROM_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)


def put(files: Sequence[Rendered], folder: Path) -> None:
    """Put an edition's files into a folder whose parent exists, in the safest way that is open here."""
    stale = _stale(files, folder)
    if not folder.exists() or _movable(folder, stale | {file.name for file in files}):
        _put_whole(files, folder)
    else:
        _put_each(files, folder, stale)


def recover(folder: Path) -> None:
    """Undo or complete what killed runs left in a folder and beside it."""
    for hidden in folder.parent.glob(f".*{OLD}"):
        home = hidden.with_name(hidden.name.removeprefix(".").removesuffix(OLD))
        if not hidden.is_symlink() and not home.exists():
            hidden.rename(home)
        _remove(hidden)
    for hidden in folder.parent.glob(f".*{NEW}"):
        _remove(hidden)
    _complete(folder)
    _remove(folder / STAGED)


def _stale(files: Sequence[Rendered], folder: Path) -> set[str]:
    """Name the files of an earlier edition that the new one lacks.

    A brief.json that stays the same means more files of the same edition, and so does none at all.
    """
    kept = folder / "brief.json"
    brief = next((file.data for file in files if file.name == kept.name), None)
    if brief is None or (kept.is_file() and not kept.is_symlink() and kept.read_bytes() == brief):
        return set()
    return {name for name in OURS - {file.name for file in files} if os.path.lexists(folder / name)}


def _movable(folder: Path, ours: set[str]) -> bool:
    """Tell whether another folder may take this one's place: nobody else's files, no mount, nobody at home."""
    here = Path.cwd()
    return (
        all(path.name in ours and (path.is_symlink() or path.is_file()) for path in folder.iterdir())
        and not os.path.ismount(folder)
        and os.access(folder.parent, os.W_OK)
        and folder.resolve() not in (here, *here.parents)
    )


# --- a folder in one step ------------------------------------------------------------------------------


def _put_whole(files: Sequence[Rendered], folder: Path) -> None:
    hidden = folder.with_name(f".{folder.name}{NEW}")
    try:
        hidden.mkdir()
        if folder.exists():
            shutil.copymode(folder, hidden)
        _fill(hidden, files)
        _swap(hidden, folder)
    finally:
        _remove(hidden)  # half written, or the earlier edition
    _flush(folder.parent)


def _swap(hidden: Path, folder: Path) -> None:
    if not folder.exists():
        hidden.rename(folder)
        return
    if exchange(hidden, folder):
        return
    old = folder.with_name(f".{folder.name}{OLD}")
    try:
        folder.rename(old)
        hidden.rename(folder)
    except BaseException:
        if not folder.exists():
            old.rename(folder)
        raise
    _remove(old)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system has no such call."""
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    return bool(call(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE) == 0)


# --- file by file, by a plan ---------------------------------------------------------------------------


def _put_each(files: Sequence[Rendered], folder: Path, stale: set[str]) -> None:
    for path in (folder / file.name for file in files):
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    plan = {"remove": sorted(stale), "move": [file.name for file in files]}
    note = Rendered(PLAN, "application/json", json.dumps(plan).encode())
    staged, ready = folder / STAGED, folder / READY
    try:
        staged.mkdir()
        _fill(staged, [*files, note])
        staged.rename(ready)  # from here on the new edition stands, come what may
        _complete(folder)
    except BaseException:
        _complete(folder)
        _remove(staged)
        raise


def _complete(folder: Path) -> None:
    """Do what a plan still asks for; where there is none, or no true one, only clear up."""
    ready = folder / READY
    if not ready.is_symlink() and (ready / PLAN).is_file():
        with suppress(ValueError, KeyError, TypeError):  # not a plan of ours: a killed run leaves whole ones
            _follow(json.loads((ready / PLAN).read_bytes()), folder)
    _remove(ready)


def _follow(plan: dict[str, list[str]], folder: Path) -> None:
    for name in OURS.intersection(plan["remove"]):
        (folder / name).unlink(missing_ok=True)
    for path in (folder / READY / Path(name).name for name in plan["move"]):
        if path.is_file():
            path.replace(folder / path.name)
    _flush(folder)


# --- on the disk ---------------------------------------------------------------------------------------


def _fill(folder: Path, files: Sequence[Rendered]) -> None:
    for file in files:
        with (folder / file.name).open("xb") as out:
            out.write(file.data)
            out.flush()
            os.fsync(out.fileno())
    _flush(folder)


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
