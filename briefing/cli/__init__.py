"""The command line: arguments in, exit status out. The only place that prints and asks the clock.

Exit status: 0 made · 1 failed · 2 wrong usage or configuration · 3 made, but ``--strict`` and something was skipped ·
4 nothing to report · 130 interrupted. Only what a command needs is imported, so that ``--help`` is instant.
"""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from briefing import __version__

COMMANDS = {
    "init": "write a configuration, a sample article and a template to start from",
    "build": "make the brief: articles in, PDF, HTML, mail, Markdown, text and JSON out",
    "preview": "show all editions in a browser as they change, and edit them by keyboard",
    "explain": "tell of every sentence who says it, where it belongs and why",
    "summarize": "condense each article, or all of them together",
    "pairs": "tell which statements of different articles are the same, differ, or update one another",
    "render": "make an old brief again, from its JSON alone",
    "verify": "prove every sentence of a brief against the articles",
    "check": "find all faults of configuration and templates at once",
    "send": "send an edition's mail",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    if argv is None:
        # A run is short and drops little: the search for cycles is a tenth of it, so a day's brief has none.
        gc.set_threshold(500_000, 20, 20)
        _open_streams()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        _say("interrupted")
        return 130
    except BrokenPipeError:
        _end_of_output()  # whoever read it has had enough
        return 1
    except (OSError, MemoryError) as error:
        _say(f"stopped by the system: {str(error) or 'out of memory'}")
        _end_of_output()
        return 1
    except Exception as error:
        from briefing.errors import BriefingError

        if not isinstance(error, BriefingError):
            raise
        _say(str(error))
        return error.status
    finally:
        if argv is None:
            gc.freeze()  # the process ends: nothing is worth a last search


def _run(words: list[str]) -> int:
    parser, commands = _parser()
    name = words[0] if words and words[0] in COMMANDS else None
    if name is None:
        if words and not words[0].startswith("-"):
            return _unknown(words[0])
        try:
            parser.parse_args(words)
        except SystemExit as end:
            return _status(end)
        parser.print_help(sys.stderr)
        return 2
    module = import_module(f"briefing.cli.{name}")
    command = commands.add_parser(name, description=module.__doc__, help=COMMANDS[name])
    module.arguments(command)
    try:
        args = parser.parse_args(words)
    except SystemExit as end:
        return _status(end)
    status: int = module.run(args)
    sys.stdout.flush()
    return status


def _open_streams() -> None:
    """Make sure that there is somewhere to print to, and that no letter of an article can stop the printing."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _say(message: str) -> None:
    """Tell a fault line by line, without anything in it that could steer the terminal."""
    from briefing.text.shown import shown

    with suppress(OSError):
        for number, line in enumerate(message.splitlines()):
            print(shown(line) if number else f"briefing: {shown(line)}", file=sys.stderr)


def _end_of_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter does not trip over it when it flushes."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unknown(word: str) -> int:
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, n=1)
    hint = f"Did you mean {close[0]}? " if close else ""
    print(f"briefing: there is no command {word!r}. {hint}There are {', '.join(COMMANDS)}.", file=sys.stderr)
    return 2


def _status(end: SystemExit) -> int:
    sys.stdout.flush()  # here a full disk can still be told; at the interpreter's end it is an ignored exception
    return end.code if isinstance(end.code, int) else 0


def _parser() -> tuple[argparse.ArgumentParser, "argparse._SubParsersAction[argparse.ArgumentParser]"]:
    listing = "\n".join(f"  {name:<11}{text}" for name, text in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Turn a pile of articles into a brief that a decision-maker trusts.",
        epilog=f"commands:\n{listing}\n\nbriefing COMMAND --help tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="briefing [--version] COMMAND …",
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    return parser, parser.add_subparsers(
        prog="briefing", metavar="COMMAND", help=argparse.SUPPRESS, dest="command"
    )
