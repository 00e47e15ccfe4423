"""Tell of every unit of text what it is, who says it, and which themes it scored for and why, or why not."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from briefing.cli import options
from briefing.model import Explained, Part
from briefing.text.shown import shown


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    options.paths(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line instead of the table")


def run(args: argparse.Namespace) -> int:
    """Print the units, for people or as JSON lines."""
    from briefing import inquiry, pipeline

    config = options.load(args)
    reading = pipeline.gather(args.paths, config, stdin=options.stdin())
    options.tell_skipped(reading.skipped)
    source = None
    for unit in inquiry.explain(reading):
        if args.json:
            print(options.json_line(as_json(unit)))
            continue
        if unit.source != source:
            print(f"\n{shown(unit.source)}")
            source = unit.source
        for line in _for_people(unit):
            print(line)
    return 0


def as_json(unit: Explained) -> dict[str, Any]:
    """Give a unit as the contract's object."""
    told = asdict(unit)
    told["quotes"] = [[quote.start, quote.end] for quote in unit.quotes]
    return told


def _for_people(unit: Explained) -> Iterator[str]:
    yield f"\n  {unit.start}–{unit.end}  {unit.kind}"
    yield f"    {shown(unit.text)}"
    for speaker in unit.speakers:
        actor = f" = {speaker.actor}" if speaker.actor else ""
        via = f", through {speaker.via}" if speaker.via else ""
        yield f"    says: {shown(speaker.name)}{actor} ({speaker.how}: {shown(speaker.cue or '–')}{via})"
    for theme, score in unit.scores.items():
        mark = "→" if theme in unit.themes else " "
        parts = "; ".join(_part(part) for part in unit.parts[theme])
        yield f"  {mark} {theme} {score:.1f}  {parts}"
    if unit.reason:
        yield f"    no theme: {unit.reason}"


def _part(part: Part) -> str:
    return f"{part.points:+.1f} {shown(part.why)}"
