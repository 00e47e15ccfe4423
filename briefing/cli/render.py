"""Make an old brief again, from its JSON alone: the same bytes in the same version, or in another template."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import options
from briefing.cli.build import FORMATS
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.model import Format, Look


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    add = command.add_argument
    add("brief", metavar="BRIEF.json", help="a brief.json")
    add(
        "--format",
        action="append",
        choices=FORMATS,
        metavar="F",
        help=f"default: all of {', '.join(FORMATS)}",
    )
    add(
        "--template",
        metavar="FOLDER",
        help="a folder of templates instead of the brief's own, or one of ours: default, executive, …",
    )
    add("--out", metavar="DIR", help="where to (default: the folder of BRIEF.json)")


def _look(look: "Look", template: str) -> "Look":
    """Put another template into a look: a folder of the user's, else an edition of ours; its words stay.

    Raises TemplateError for one that does not exist.
    """
    from briefing.renderers.look.chain import DEFAULT, overrides, shipped

    folder = Path(template)
    words = {name: text for name, text in look.overrides.items() if name.startswith("words/")}
    if template in (DEFAULT, *shipped()) and not folder.is_dir():
        return replace(look, template=None if template == DEFAULT else template, overrides=words)
    return replace(look, template=folder.name, overrides=words | overrides(folder.parent, folder.name))


def run(args: argparse.Namespace) -> int:
    """Load, render, write."""
    from briefing import pipeline
    from briefing.delivery import files
    from briefing.renderers import archive

    path = Path(args.brief)
    try:
        brief = archive.load(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read ({error.strerror}). Name a brief.json.") from error
    if args.template:
        brief = replace(brief, look=_look(brief.look, args.template))
    wanted: tuple[Format, ...] = tuple(args.format or FORMATS)
    made, failed = pipeline.publish(brief, wanted)
    made = tuple(one for one in made if one.name != "brief.json" or "json" in wanted)
    for written in files.write(made, Path(args.out) if args.out else path.parent):
        options.say(written)
    options.tell_skipped(failed)
    return 1 if failed else 0
