"""Make the brief: for each audience DIR/<date>/<audience>/brief.{pdf,html,eml,md,txt,json}; prints their paths."""

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import clock, edits, options
from briefing.cli.previous import earlier
from briefing.cli.progress import Progress
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.model import Audience, Edited, Edits, Format, Reading, Rendered, Skipped

    Edition = tuple[tuple[Rendered, ...], tuple[Skipped, ...], tuple[Edited, ...]]

_MANY = 200  # articles from which on it pays to make editions side by side
FORMATS: "tuple[Format, ...]" = ("pdf", "html", "email", "markdown", "text", "json")


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    options.paths(command)
    add = command.add_argument
    add("--audience", action="append", metavar="A", help="only this edition; may be repeated")
    add("--out", default="output", metavar="DIR", help="folder for the briefs (default: output)")
    add("--date", metavar="YYYY-MM-DD", help="the brief's date (default: today, UTC)")
    add(
        "--format",
        action="append",
        choices=FORMATS,
        metavar="F",
        help=f"instead of the audience's: {', '.join(FORMATS)}",
    )
    add(
        "--previous",
        metavar="BRIEF.json",
        help="the issue before, or none (default: the newest earlier one in DIR)",
    )
    edits.argument(command)
    add("--evidence", action="store_true", help="also write brief.evidence.zip: the articles' texts as read")
    add("--strict", action="store_true", help="exit with 3 if anything was skipped")


def run(args: argparse.Namespace) -> int:
    """Gather once, then compose and publish an edition for each audience."""
    from briefing import pipeline
    from briefing.advice import advise
    from briefing.gathering.crew import abreast, cores

    config = options.load(args)
    date = clock.day(args.date)
    hand = edits.load(args.edits, config)
    keys = args.audience or [audience.key for audience in config.audiences]
    audiences = [pipeline.dressed(pipeline.audience(config, key), config) for key in dict.fromkeys(keys)]
    methods = [audience.method for audience in audiences]
    reading = options.gathered(args, config, methods)
    options.tell_skipped(reading.skipped)
    editions = [
        partial(_edition, args, config, (reading, hand), audience=one, date=date) for one in audiences
    ]
    many = len(reading.articles) >= _MANY
    with Progress(0 if many else 1) as progress:
        progress("making the editions", 0, None)
        jobs = args.jobs or (cores() if many else 1)
        made = abreast([*editions, lambda: advise(reading, config)], jobs=jobs)
    told = {one.key: done[2] for one, done in zip(audiences, made, strict=False) if isinstance(done, tuple)}
    status = max(_written(Path(args.out) / date / one.key, made.pop(0)) for one in audiences)
    edits.tell(hand, config, told)
    options.tell_advice(made.pop())
    if status == 0 and args.strict and reading.skipped:
        return 3
    return status


def _edition(
    args: argparse.Namespace,
    config: "Config",
    by: "tuple[Reading, Edits]",
    *,
    audience: "Audience",
    date: str,
) -> "Edition":
    from briefing import pipeline

    reading, hand = by
    before = earlier(Path(args.out), audience.key, date, args.previous)
    occasion = pipeline.Occasion(date, edits=hand)
    if before is not None:
        occasion = replace(occasion, issue=before.issue + 1, earlier=before)
    brief = pipeline.compose(reading, config, audience, occasion)
    made, failed = pipeline.publish(brief, args.format or audience.formats)
    if args.evidence:
        from briefing import inquiry

        made = (*made, inquiry.evidence_file(brief, reading))
    return made, failed, brief.edits


def _written(folder: Path, edition: "Edition | BriefingError") -> int:
    """Write an edition's files and tell what is missing; give the exit status. Raises what kept it from being made."""
    from briefing.delivery import files

    if isinstance(edition, BriefingError):
        raise edition
    made, failed, _ = edition
    for path in files.write(made, folder):
        options.say(path)
    options.tell_skipped(failed)
    return 1 if failed else 0
