"""Write a commented briefing.toml, a sample article and a template to start from; nothing is overwritten."""

import argparse
from pathlib import Path

from briefing.cli import options
from briefing.errors import DeliveryError, UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    add = command.add_argument
    add("folder", nargs="?", default=".", metavar="DIR", help="where to (default: here)")
    add(
        "--template",
        metavar="NAME",
        help="only a template of that name that changes one block: templates/NAME/",
    )


def run(args: argparse.Namespace) -> int:
    """Write each file that is not there yet, and print it."""
    from briefing.config.starter import starter_files, template_files

    folder = Path(args.folder)
    if args.template is None:
        _write(starter_files(), folder)
        return 0
    files = template_files(args.template)
    if not files:
        raise UsageError(
            f"--template {args.template}: no folder of templates can be called so. "
            "Take letters, digits, - and _, and none of default, fonts, preview and words."
        )
    _write(files, folder)
    options.tell(
        f'to use it, write under [audiences.NAME] in {folder / options.NAME}: template = "{args.template}"'
    )
    return 0


def _write(files: tuple[tuple[str, str], ...], folder: Path) -> None:
    """Write files and print their paths; one that is there already stays, and is told."""
    for name, text in files:
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
