"""Find all faults of configuration and templates at once, each with its place and the mend."""

import argparse

from briefing.cli import options
from briefing.errors import ConfigError, UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    options.config(command)


def run(args: argparse.Namespace) -> int:
    """Print the faults, or that there are none."""
    from briefing import pipeline

    config = options.load(args)
    if config.path is None:
        raise UsageError(
            "There is no briefing.toml here. Name one with --config, or write one with briefing init."
        )
    faults = pipeline.template_faults(config)
    if faults:
        raise ConfigError("templates", faults)
    counts = f"{len(config.actors)} actors, {len(config.themes)} themes, {len(config.audiences)} audiences"
    options.say(f"{config.path}: {counts}: no fault")
    return 0
