"""Send an edition's brief.eml to its recipients, or to those named, by the configuration's mail server."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import options
from briefing.errors import ArchiveError, ConfigError, DeliveryError, Fault, UsageError
from briefing.text.addresses import address

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.model import Smtp

_TO = "--to ADDRESS"


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    command.add_argument("folder", metavar="BRIEF_DIR", help="the folder of an edition, with its brief.eml")
    command.add_argument(
        "--to",
        action="append",
        metavar="ADDRESS",
        help="who gets it, instead of the edition's recipients; may be repeated",
    )
    options.config(command)


def run(args: argparse.Namespace) -> int:
    """Hand the message to the server for each reader, and tell what it answered; 1 if one was not sent."""
    from briefing.delivery import mail

    config = options.load(args)
    smtp, message = _server(config), _message(Path(args.folder))
    readers = _once(args.to or _recipients(Path(args.folder), config))
    password = os.environ.get(smtp.password_env) if smtp.password_env else None
    status = 0
    for answer in mail.send_each(message, readers, smtp, password=password):
        if isinstance(answer, DeliveryError):
            options.tell(str(answer))
            status = answer.status
        else:
            options.say(f"{answer.recipient}: {answer.answer} {answer.message_id}")
    return status


def _once(readers: Iterable[str]) -> tuple[str, ...]:
    """Leave out whoever is named again, with another name or in other letters."""
    known: dict[str, str] = {}
    for reader in readers:
        found = address(reader)
        known.setdefault(found[1].casefold() if found else reader, reader)
    return tuple(known.values())


def _server(config: "Config") -> "Smtp":
    if config.smtp is None:
        where = str(config.path or options.NAME)
        raise ConfigError(where, (Fault("smtp", "there is no mail server", "add [smtp] with host and from"),))
    return config.smtp


def _message(folder: Path) -> bytes:
    path = folder / "brief.eml"
    try:
        return path.read_bytes()
    except OSError as error:
        mend = "Build the edition with --format email first."
        raise UsageError(f"{path}: it cannot be read ({error.strerror}). {mend}") from error


def _recipients(folder: Path, config: "Config") -> tuple[str, ...]:
    """Give the recipients of the audience that an edition was made for."""
    from briefing.renderers import archive

    path = folder / "brief.json"
    try:
        key = archive.load(path.read_bytes()).audience
    except OSError as error:
        what = f"it cannot be read ({error.strerror}), so nobody knows whom it is for"
        raise UsageError(f"{path}: {what}. Name them: {_TO}.") from error
    except ArchiveError as error:
        raise ArchiveError(f"{path}: {error}. Name who gets it: {_TO}.") from error
    own = next((one for one in config.audiences if one.key == key), None)
    if own and own.recipients:
        return own.recipients
    line = 'recipients = ["minister@example.org"]'
    base = f'extends = "{key}" and ' if any(one.key == key for one in config.shipped) else ""
    mend = f"add {line} to it" if own else f"add it, with {base}{line}"
    what = "has no recipients" if own else "there is no such table"
    raise ConfigError(str(config.path), (Fault(f"audiences.{key}", what, f"{mend}, or name them: {_TO}"),))
