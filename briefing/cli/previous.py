"""The issue before: the newest earlier brief of the same audience in the output folder."""

import re
from pathlib import Path

from briefing.errors import ArchiveError, UsageError
from briefing.model import Brief

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def earlier(out: Path, audience: str, date: str, stated: str | None) -> Brief | None:
    """Load the brief that ``stated`` names (``none``: none at all), else the newest one before ``date``.

    A file that the search finds but that is no brief is passed over; one that was named raises ArchiveError.
    """
    from briefing.renderers import archive

    if stated == "none":
        return None
    if stated is not None:
        try:
            return archive.load(Path(stated).read_bytes())
        except OSError as error:
            raise UsageError(f"--previous {stated}: it cannot be read ({error.strerror}).") from error
    days = sorted((name for name in _names(out) if _DAY.fullmatch(name) and name < date), reverse=True)
    for day in days:
        path = out / day / audience / "brief.json"
        try:
            return archive.load(path.read_bytes())
        except (OSError, ArchiveError):
            continue
    return None


def _names(folder: Path) -> list[str]:
    """List a folder; one that is not there or may not be read holds nothing."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []
