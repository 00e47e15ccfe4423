"""Prove every sentence of a brief against its articles, or against an evidence file."""

import argparse
from pathlib import Path

from briefing.cli import options
from briefing.errors import UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Define the command's arguments."""
    command.add_argument("brief", metavar="BRIEF.json", help="a brief.json")
    text = "the articles or brief.evidence.zip; default: each source's location, from the current folder"
    command.add_argument("paths", nargs="*", metavar="PATH", help=text)


def run(args: argparse.Namespace) -> int:
    """Print what could be proven; name each failure."""
    from briefing import inquiry
    from briefing.renderers import archive

    try:
        brief = archive.load(Path(args.brief).read_bytes())
    except OSError as error:
        raise UsageError(f"{args.brief}: it cannot be read ({error.strerror}). Name a brief.json.") from error
    proof = inquiry.verify(brief, args.paths)
    for failure in proof.failures:
        options.tell(str(failure))
    if proof.failures:
        options.tell(
            f"{len(proof.failures)} failures, {proof.proven} of {proof.printed} printed sentences proven"
        )
        return 1
    print(f"{proof.proven} printed sentences proven against {len(brief.sources)} sources")
    return 0
