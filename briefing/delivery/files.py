"""The files of one edition, written together or not at all.

They are first written whole into a hidden folder on the same file system and flushed to the disk; up to there a
crash, a full disk or Ctrl-C leaves the earlier edition as it was. Then they are put in place:

- Where there is no folder yet, the hidden one is renamed: one step, all or nothing.
- Where the folder holds an earlier edition alone, the two folders are exchanged: one step again. A system without
  such a call renames the old one away and the new one in; a crash between leaves the old one aside, and the
  next run puts it back.
- Where the folder holds other files too, is the current folder or cannot be moved, the files are renamed into it
  one after the other, by a plan that lies beside them: a run that was killed in these microseconds is
  completed by the next.

Of an earlier edition nothing stays that the new one lacks, so that no old PDF lies beside a new page; files that are
not ours always stay. Nothing is ever written through a link that lies in the folder.
"""

import errno
import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.delivery import place
from briefing.errors import DeliveryError
from briefing.model import Rendered

_MENDS = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EFBIG: "the largest size of a file is limited here; raise the limit",
    errno.EACCES: "allow writing there or choose another folder by --out",
    errno.EPERM: "allow writing there or choose another folder by --out",
    errno.EROFS: "choose another folder by --out",
    errno.ENOTDIR: "a file stands where a folder should be; move it or choose another folder by --out",
    errno.ENAMETOOLONG: "choose a shorter folder by --out",
}


def write(files: Sequence[Rendered], folder: Path) -> tuple[Path, ...]:
    """Write an edition's files into a folder, which is made if need be; give their paths.

    Raises DeliveryError where it cannot be written: the folder's earlier edition then stands as it was.
    """
    _check_names(files, folder)
    if not files:
        return ()
    made: list[Path] = []
    try:
        _check_folder(folder)
        made += _missing(folder.parent)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            place.recover(folder)
            place.put(files, folder)
    except BaseException as error:
        for parent in made:
            with suppress(OSError):  # never made, or somebody else's by now
                parent.rmdir()
        if isinstance(error, OSError):
            raise DeliveryError(_told(error, folder)) from error
        raise
    return tuple(folder / file.name for file in files)


def _check_names(files: Sequence[Rendered], folder: Path) -> None:
    names = [file.name for file in files]
    unsafe = [name for name in names if not name or Path(name).name != name or name.startswith(".")]
    if unsafe or len(set(names)) < len(names):
        raise DeliveryError(f"{folder}: {unsafe or names} cannot be the names of an edition's files")


def _check_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise DeliveryError(
            f"{folder}: a link; nothing is written through it (name the folder that it leads to)"
        )
    if folder.exists() and not folder.is_dir():
        raise DeliveryError(
            f"{folder}: a file stands where the folder should be (move it or choose another --out)"
        )


def _told(error: OSError, folder: Path) -> str:
    mend = _MENDS.get(error.errno or 0, "see that the folder can be written")
    where = error.filename if isinstance(error.filename, str) else folder
    what = (error.strerror or str(error)).lower()
    return f"{folder}: not written, {what} at {where}; what stood there stands as it was ({mend})"


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Wait until no other run writes beside us; the lock ends with the process, however it ends."""
    handle = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _missing(folder: Path) -> list[Path]:
    """List the folders that must be made, innermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]
