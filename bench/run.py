"""Measure briefing beside what a user would run instead; see README.md here."""

import argparse
import compileall
import os
import sys
from pathlib import Path

from cases import CASES, Setting
from growth import SIZES

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run the cases that are named, or all; status 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="*", help=f"of {', '.join(CASES)} (default: all)")
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds", help="a folder of *.txt")
    parser.add_argument("--config", type=Path, help="default: briefing.toml in that folder, if any")
    parser.add_argument("--rival-python", default=os.environ.get("BRIEFING_RIVAL_PYTHON"))
    parser.add_argument("--rival-script", default=os.environ.get("BRIEFING_RIVAL_SCRIPT"))
    parser.add_argument("--rounds", type=int, default=5, help="the median of as many counts (default: 5)")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="articles at which growth is measured"
    )
    given = parser.parse_args()
    if unknown := [case for case in given.case if case not in CASES]:
        parser.error(f"no case {', '.join(unknown)}; there are {', '.join(CASES)}")
    # An installed package comes with its bytecode, as the rival's libraries do; a checkout may not have any yet.
    compileall.compile_dir(ROOT / "briefing", quiet=1)
    missed = 0
    for case in given.case or CASES:
        if case == "build" and not (given.rival_python and given.rival_script):
            print("build: no rival given, see bench/README.md")
            continue
        for result in CASES[case](_setting(given)):
            print(result, flush=True)
            missed += not result.kept
    return 1 if missed else 0


def _setting(given: argparse.Namespace) -> Setting:
    beside = given.articles / "briefing.toml"
    rival = (given.rival_python, given.rival_script) if given.rival_python and given.rival_script else None
    return Setting(
        given.articles,
        given.config or (beside if beside.is_file() else None),
        rival,
        given.rounds,
        tuple(given.sizes),
    )


if __name__ == "__main__":
    sys.exit(main())
