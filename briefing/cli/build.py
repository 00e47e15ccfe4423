"""Make the brief: for each audience DIR/<date>/<audience>/brief.{pdf,html,eml,md,txt,json}; prints their paths."""

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.cli import clock, edits, options
from briefing.cli.previous import earlier
from briefing.cli.progress import Progress
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.config import Config
    from briefing.model import Audience, Edited, Edits, Fitted, Format, Reading, Rendered, Skipped

_MANY = 200  # articles from which on advice is worth a process beside a single edition
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
    add("--strict", action="store_true", help="exit with 3 if anything was skipped or runs over")


class _Edition(NamedTuple):
    """An edition, not yet written."""

    files: "tuple[Rendered, ...]"
    failed: "tuple[Skipped, ...]"
    edits: "tuple[Edited, ...]"
    fitted: "Fitted | None"


def run(args: argparse.Namespace) -> int:
    """Gather once, then compose and publish an edition for each audience."""
    from briefing import pipeline
    from briefing.advice import advise

    config = options.load(args)
    date = clock.day(args.date)
    hand = edits.load(args.edits, config)
    keys = args.audience or [audience.key for audience in config.audiences]
    audiences = [_asked(pipeline.audience(config, key), args.format) for key in dict.fromkeys(keys)]
    reading = options.gathered(args, config, [audience.method for audience in audiences])
    options.tell_skipped(reading.skipped)
    steps = [partial(_edition, args, config, (reading, hand), audience=one, date=date) for one in audiences]
    *made, advice = _abreast(
        args, audiences, [*steps, partial(advise, reading, config)], len(reading.articles)
    )
    editions = {one.key: edition for one, edition in zip(audiences, made, strict=True)}
    status = _written(Path(args.out) / date, editions)
    edits.tell(hand, config, {key: one.edits for key, one in editions.items() if isinstance(one, _Edition)})
    options.tell_advice(advice)
    for fault in dict.fromkeys(str(one) for one in made if isinstance(one, BriefingError)):
        options.tell(fault)
    if status == 0 and args.strict and (reading.skipped or any(map(_over, made))):
        return 3
    return status


def _asked(audience: "Audience", formats: "Sequence[Format] | None") -> "Audience":
    """Make an edition in the formats asked for."""
    return replace(audience, formats=tuple(dict.fromkeys(formats))) if formats else audience


def _abreast(
    args: argparse.Namespace,
    audiences: "Sequence[Audience]",
    steps: "Sequence[Callable[[], Any]]",
    articles: int,
) -> list[Any]:
    """Take steps at once where that pays: to lay out an edition takes 0.4 s, to copy this process 0.02."""
    from briefing.gathering.crew import abreast, cores
    from briefing.renderers import ready

    papers = sum("pdf" in one.formats for one in audiences)
    many = papers > 1 or articles >= _MANY
    jobs = args.jobs or (cores() if many else 1)
    with Progress(0 if many else 1) as progress:
        progress("making the editions", 0, None)
        if jobs > 1 and papers > 1:
            ready(["pdf"])
        return abreast(steps, jobs=jobs)


def _edition(
    args: argparse.Namespace,
    config: "Config",
    by: "tuple[Reading, Edits]",
    *,
    audience: "Audience",
    date: str,
) -> _Edition:
    from briefing import pipeline

    reading, hand = by
    before = earlier(Path(args.out), audience.key, date, args.previous)
    occasion = pipeline.Occasion(date, edits=hand)
    if before is not None:
        occasion = replace(occasion, issue=before.issue + 1, earlier=before)
    dressed = pipeline.dressed(audience, config)  # a template that cannot be read stops this edition alone
    brief = pipeline.compose(reading, config, dressed, occasion)
    made, failed = pipeline.publish(brief, audience.formats)
    if args.evidence:
        from briefing import inquiry

        made = (*made, inquiry.evidence_file(brief, reading))
    return _Edition(made, failed, brief.edits, brief.fitted)


def _written(folder: Path, editions: "Mapping[str, _Edition | BriefingError]") -> int:
    """Write the files of each edition and tell what is missing; give the exit status."""
    from briefing.delivery import files

    status = 0
    for key, edition in editions.items():
        if isinstance(edition, BriefingError):
            status = max(status, edition.status)
            continue
        try:
            for path in files.write(edition.files, folder / key):
                options.say(path)
        except (BriefingError, OSError) as error:  # a full disk may have room for the next one
            options.tell(f"{key}: {error}")
            status = max(status, 1)
        options.tell_skipped(edition.failed)
        if edition.failed:
            status = max(status, 1)
        if (fitted := edition.fitted) and _over(edition):
            asked = f"{fitted.measured:g} {fitted.unit} where {fitted.asked:g} were asked for"
            options.tell(f"{key}: {asked}; what it still holds never gives way to the length")
    return status


def _over(edition: "_Edition | BriefingError") -> bool:
    """Tell whether an edition is longer than it was asked to be, as what is left of it never gives way."""
    fitted = edition.fitted if isinstance(edition, _Edition) else None
    return fitted is not None and fitted.measured > fitted.asked
