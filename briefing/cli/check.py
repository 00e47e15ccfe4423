"""Find all faults of configuration, templates and edits at once, each with its place and the mend."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import options
from briefing.errors import ConfigError, Fault, UsageError

if TYPE_CHECKING:
    from briefing.config import Config


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    options.config(command)


def run(args: argparse.Namespace) -> int:
    """Print the faults, or that there are none."""
    from briefing import pipeline

    beside = _edits(Path(args.config or options.NAME))
    try:
        config = options.load(args)
    except ConfigError as error:
        raise ConfigError("", (*error.faults, *beside)) from error
    if config.path is None:
        raise UsageError(
            "There is no briefing.toml here. Name one with --config, or write one with briefing init."
        )
    wrong, hints = pipeline.template_lint(config)
    for hint in (*(_placed(one, config) for one in hints), *_idle(config)):
        options.tell(f"note: {hint}")
    faults = (*beside, *(_placed(one, config) for one in wrong))
    if faults:
        raise ConfigError("", faults)
    kinds = ("actors", "themes", "outlets", "audiences")
    counts = [(len(getattr(config, kind)), kind) for kind in kinds]
    told = ", ".join(f"{count} {kind.removesuffix('s') if count == 1 else kind}" for count, kind in counts)
    options.say(f"{config.path}: {told}: no fault")
    return 0


def _edits(path: Path) -> tuple[Fault, ...]:
    """Find what is wrong with the editor's changes beside a configuration."""
    from briefing.config.edits import NAME, load_edits

    try:
        load_edits(path.parent / NAME)
    except ConfigError as error:
        return error.faults
    return ()


def _idle(config: "Config") -> tuple[Fault, ...]:
    """Name the editor's changes that mean an edition or a section that does not exist; nothing of a faulty file."""
    from briefing.config.edits import NAME, load_edits, strange

    path = Path(config.path or "").parent / NAME
    try:
        edits = load_edits(path)
    except ConfigError:
        return ()
    audiences = [one.key for one in (*config.audiences, *config.shipped)]
    return strange(edits, path, audiences=audiences, sections=[one.key for one in config.themes])


def _placed(fault: Fault, config: "Config") -> Fault:
    """Name a fault's file by its path, as the others are, so that an editor opens it."""
    name, _, line = fault.where.partition(":")
    path = config.templates / name if config.templates else None
    if path is not None and path.is_file():
        return replace(fault, where=f"{path}:{line}" if line else str(path))
    from briefing.config.lines import line_of

    text = config.path.read_text(encoding="utf-8-sig") if config.path else ""
    at = line_of(text, tuple(fault.where.split(".")))
    return replace(fault, where=f"{config.path}{f':{at}' if at else ''}: {fault.where}")
