"""Every error a user can cause.

::

    BriefingError          exit status 1
    ├── UsageError         2   a wrong argument or a PATH that does not exist
    ├── ConfigError        2   briefing.toml: all faults at once
    ├── TemplateError      1   a template that cannot be used: file, line, mend
    ├── ArchiveError       2   a file that is no brief.json (or of a later schema)
    ├── NothingToReport    4   no sentence could be read
    ├── EditsConflict      1   edits.toml was changed meanwhile: nothing was written
    └── DeliveryError      1   a file or a message that could not be delivered

Every message says what, where, and what to do about it.
"""

from dataclasses import dataclass


class BriefingError(Exception):
    """Base of all; ``status`` is the command's exit status."""

    status = 1


class UsageError(BriefingError):
    """Wrong usage of a command."""

    status = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a configuration or a template."""

    where: str
    """The key (``themes.us_stance.role``) or the place (``templates/brief.html:12``)."""
    what: str
    mend: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.mend})" if self.mend else "")


class ConfigError(BriefingError):
    """The configuration's faults, all of them. ``path`` is empty where each names its own file."""

    status = 2

    def __init__(self, path: str, faults: tuple[Fault, ...]) -> None:
        self.path, self.faults = path, faults
        super().__init__("\n".join(f"{path}: {fault}" if path else str(fault) for fault in faults))


class TemplateError(BriefingError):
    """A template that cannot be used."""


class ArchiveError(BriefingError):
    """A file that is not the brief it should be."""

    status = 2


class NothingToReport(BriefingError):
    """No sentence could be read."""

    status = 4


class EditsConflict(BriefingError):
    """Somebody else wrote ``edits.toml`` since it was read."""


class DeliveryError(BriefingError):
    """A file that could not be written, or a message that no server took."""
