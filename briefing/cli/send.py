"""Send an edition's brief.eml to one address by the configuration's mail server."""

import argparse
import os
from pathlib import Path

from briefing.cli import options
from briefing.errors import ConfigError, Fault, UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    command.add_argument("folder", metavar="BRIEF_DIR", help="the folder of an edition, with its brief.eml")
    command.add_argument("--to", required=True, metavar="ADDRESS", help="who gets it")
    options.config(command)


def run(args: argparse.Namespace) -> int:
    """Hand the message to the server and tell what it answered."""
    from briefing.delivery import mail

    config = options.load(args)
    if config.smtp is None:
        where = str(config.path or options.NAME)
        raise ConfigError(where, (Fault("smtp", "there is no mail server", "add [smtp] with host and from"),))
    path = Path(args.folder) / "brief.eml"
    try:
        message = path.read_bytes()
    except OSError as error:
        mend = "Build the edition with --format email first."
        raise UsageError(f"{path}: it cannot be read ({error.strerror}). {mend}") from error
    password = os.environ.get(config.smtp.password_env) if config.smtp.password_env else None
    receipt = mail.send(message, args.to, config.smtp, password=password)
    print(f"{receipt.recipient}: {receipt.answer} {receipt.message_id}")
    return 0
