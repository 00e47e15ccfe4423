"""Show all editions in a browser, at phone, tablet and print size, redrawn as files change, and edit them there.

Prints the address, with its token; opens nothing by itself. Ends with Ctrl-C.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import clock, options
from briefing.cli.previous import earlier
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.config import Config


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    add = command.add_argument
    add("paths", nargs="+", action="extend", metavar="PATH", help="articles: files or folders")
    options.config(command)
    add("--audience", action="append", metavar="A", help="only this edition; may be repeated")
    add("--date", metavar="YYYY-MM-DD", help="the brief's date (default: today, UTC)")
    add(
        "--port",
        type=int,
        default=0,
        metavar="N",
        help="port on the loopback interface (default: any free one)",
    )
    add(
        "--edits",
        metavar="FILE",
        help="file for an editor's changes, or none (default: edits.toml beside the configuration)",
    )
    add(
        "--out",
        default="output",
        metavar="DIR",
        help="folder where the issue before is looked for (default: output)",
    )
    add("--previous", metavar="BRIEF.json", help="the issue before, or none")
    add("--no-cache", action="store_true", help="neither use nor keep what earlier runs found in an article")


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from briefing.pipeline import audience
    from briefing.preview.serving import serve
    from briefing.preview.studio import Order
    from briefing.sources import find

    if "-" in args.paths:
        raise UsageError("preview reads its articles again when they change: name files or folders, not -.")
    if not 0 <= args.port < 1 << 16:
        raise UsageError(f"--port {args.port}: a port is a number from 1 to 65535.")
    find(args.paths, None)  # says which PATH does not exist
    config = options.load(args)
    for key in args.audience or ():
        audience(config, key)
    date = clock.day(args.date)
    order = Order(
        tuple(args.paths),
        str(config.path) if config.path else None,
        _edits(args.edits, config),
        tuple(dict.fromkeys(args.audience or ())),
        date,
        args.config is not None or config.path == Path(options.NAME),
        not args.no_cache,
        _earlier(args, config, date),
    )
    serve(order, port=args.port, say=lambda address: print(address, flush=True))
    return 0


def _edits(stated: str | None, config: "Config") -> str | None:
    from briefing.config.edits import NAME

    if stated is not None:
        return None if stated == "none" else stated
    return str((config.path.parent if config.path else Path()) / NAME)


def _earlier(args: argparse.Namespace, config: "Config", date: str) -> dict[str, str]:
    """Find each edition's issue before, written as its archive."""
    from briefing.renderers import archive

    keys = args.audience or [one.key for one in config.audiences]
    found = {key: earlier(Path(args.out), key, date, args.previous) for key in keys}
    return {key: archive.dump(brief).decode() for key, brief in found.items() if brief}
