"""Judge 200 generated briefs as PDF: every rule of PDF/UA-1 and PDF/A-3a, structure, fonts, sentences that read back.

    python -m bench.judged [COUNT] [--keep DIR]

Prints what is wrong with each, and how long layout took; ends with 1 if anything is wrong. Nothing is fetched.
"""

import argparse
import logging
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from briefing.renderers import pdf
from tests.generated import briefs
from tests.judges import faults


def main(argv: Sequence[str] | None = None) -> int:
    """Judge COUNT briefs; 0 where nothing is wrong with any."""
    parser = argparse.ArgumentParser(prog="bench.judged", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="keep the files that are faulty here")
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.ERROR)
    faulty, size, seconds = 0, 0, 0.0
    with tempfile.TemporaryDirectory() as home:
        for case in briefs(args.count, Path(home)):
            brief = case.brief()
            begun = time.process_time()
            data, known = pdf.made(brief)
            seconds += time.process_time() - begun
            size += len(data)
            wrong = faults(known, data, Path(home))
            faulty += bool(wrong)
            for one in wrong:
                print(f"{case.label}: {one}", flush=True)
            if wrong and args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{case.label.split()[0]}.pdf").write_bytes(data)
    print(f"{args.count} briefs, {faulty} faulty; {size / args.count / 1000:.0f} kB and ", end="")
    print(f"{seconds / args.count:.2f} s of CPU a PDF")
    return 1 if faulty else 0


if __name__ == "__main__":
    raise SystemExit(main())
