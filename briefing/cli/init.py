"""Write a commented briefing.toml, a sample article and a template to start from; nothing is overwritten."""

import argparse
from pathlib import Path

from briefing.cli import options
from briefing.errors import DeliveryError


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    command.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to (default: here)")


def run(args: argparse.Namespace) -> int:
    """Write each file that is not there yet, and print it."""
    from briefing.config.starter import starter_files

    folder = Path(args.folder)
    for name, text in starter_files():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            options.tell(f"{path} is there already and stays as it is")
            continue
        except OSError as error:
            raise DeliveryError(f"{path}: it cannot be written ({error.strerror}).") from error
        options.say(path)
    return 0
