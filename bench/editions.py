"""What several editions of a run cost, how well they keep their pages, and what a layout costs beside plain text.

    .venv/bin/python -m bench.editions [--rounds N] [--sizes N ...] [--briefs N]

Everything is CPU time of processes, medians of rounds that take turns, so that other work of the machine tells little.
Prints a line for each ratio with its target; ends with 1 where one is missed. Nothing is fetched.
"""

import argparse
import logging
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import run
from briefing.gathering.crew import abreast
from briefing.model import Brief, Length
from briefing.renderers import pdf, ready, render
from briefing.renderers.paper import faces, measure
from briefing.renderers.paper.engine import no_collector
from briefing.sections.lines import FULL
from tests.generated import DATE, Case, _article, briefs
from tests.generated_words import WORDS

_FORMATS = '["pdf", "html", "email", "markdown", "text", "json"]'
_COLUMN = (
    "@page { size: A4; margin: 17mm } body { margin: 0; width: 109mm; font: 9.3pt/12.4pt 'Briefing Serif' }"
)
"""Plain text in the width, size and face of a brief's statements."""


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio and what it may be."""

    what: str
    ratio: float
    target: float
    least: bool = False
    """Whether the target is the least, not the most."""

    @property
    def kept(self) -> bool:
        """Tell whether the target is kept."""
        return self.ratio >= self.target if self.least else self.ratio <= self.target

    def __str__(self) -> str:
        sign = "at least" if self.least else "at most"
        return f"{self.what:66} {self.ratio:6.3f}   {sign} {self.target:g}{'' if self.kept else '   MISSED'}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure all; 0 where every target is kept."""
    parser = argparse.ArgumentParser(prog="bench.editions", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="the median of as many counts (default: 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[6, 20, 200], help="articles of a run")
    parser.add_argument("--briefs", type=int, default=0, help="also fit as many generated briefs (200)")
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.ERROR)
    missed = 0
    with tempfile.TemporaryDirectory() as home:
        for row in _rows(args, Path(home)):
            print(row, flush=True)
            missed += not row.kept
    return 1 if missed else 0


def _rows(args: argparse.Namespace, home: Path) -> Iterator[Row]:
    for size in args.sizes:
        yield from further(_pile(size, home / f"pile{size}"), size, args.rounds)
    case = next(islice(briefs(40, home / "briefs"), 35, None))
    yield layout(case, args.rounds)
    yield side_by_side(case, args.rounds)
    if args.briefs:
        yield from kept(args.briefs, home / "briefs")


# --- a further edition


def further(folder: Path, size: int, rounds: int) -> Iterator[Row]:
    """Hold the CPU of a second and of a fifth edition against that of a process that makes one."""
    taken: dict[int, list[float]] = {1: [], 2: [], 5: []}
    for count in taken:
        _configured(folder, count)
    for _ in range(rounds):
        for count, times in taken.items():
            with tempfile.TemporaryDirectory() as out:
                times.append(run(_build(folder, count, out)).cpu)
    one, two, five = (median(times) for times in taken.values())
    yield Row(f"a second edition / a process with one, {size} articles", (two - one) / one, 0.25)
    yield Row(f"each of four more / a process with one, {size} articles", (five - one) / 4 / one, 0.25)


def _build(folder: Path, count: int, out: str) -> list[str]:
    config = str(folder.with_name(f"{folder.name}-{count}.toml"))
    words = [
        "build",
        str(folder),
        "--config",
        config,
        "--out",
        out,
        "--date",
        DATE,
        "--jobs",
        "1",
        "--no-cache",
    ]
    return [sys.executable, "-m", "briefing", *words]


def _configured(folder: Path, count: int) -> None:
    """Write a configuration of so many editions, each in every format."""
    actors = '[actors.port]\nnames = ["Harbour Ministry"]\npeople = ["Ilves"]\n'
    themes = "".join(
        f'[themes.{key}]\ntitle = "{key}"\nrole = "topic"\nkeywords = ["{word}"]\n'
        for key, word in (("ports", "harbour*"), ("power", "cable*"), ("talks", "strike*"))
    )
    editions = "".join(
        f'[audiences.e{number}]\ntitle = "Edition {number}"\npages = 2\nformats = {_FORMATS}\n'
        for number in range(count)
    )
    config = folder.with_name(f"{folder.name}-{count}.toml")
    config.write_text(f'title = "The strait"\n{actors}{themes}{editions}', encoding="utf-8")


def _pile(size: int, folder: Path) -> Path:
    """Write so many articles in English."""
    chance = random.Random(size)
    folder.mkdir()
    for number in range(size):
        text = _article(WORDS["en"], number, language="en", title="", chance=chance)
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


# --- a layout


def layout(case: Case, rounds: int) -> Row:
    """Hold the layout of a brief against that of the same words, each text of it a plain paragraph of one column."""
    brief = replace(case, audience=replace(case.audience, length=Length(words=1800, pages=4))).brief()
    html, css = pdf._filled(brief)
    tree = pdf._parsed(html).etree_element
    texts = (
        " ".join("".join(one.itertext()).split())
        for one in tree.iter()
        if one.tag in {"p", "h1", "h2", "h3", "li"}
    )
    plain = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    page = f"<!DOCTYPE html><html lang=en><title>t</title><body>{plain}"
    faced = css[: css.index("@page")]
    return Row(
        "layout of a brief / of its words as plain paragraphs",
        _ratio(partial(_laid_out, html, css), partial(_laid_out, page, faced + _COLUMN), rounds),
        2.0,
    )


def _laid_out(html: str, css: str) -> Any:  # noqa: ANN401
    sheet, fonts = faces.sheet(css)
    return pdf._parsed(html).render(stylesheets=[sheet], font_config=fonts)


def _ratio(ours: Callable[[], Any], theirs: Callable[[], Any], rounds: int) -> float:
    """Divide the CPU of two things that take turns, after a round that loads what they need."""
    taken: tuple[list[float], list[float]] = ([], [])
    with no_collector():
        for turn in range(rounds + 1):
            for times, do in zip(taken, (ours, theirs), strict=True):
                begun = time.process_time()
                do()
                if turn:
                    times.append(time.process_time() - begun)
    return median(taken[0]) / median(taken[1])


# --- side by side


def side_by_side(case: Case, rounds: int) -> Row:
    """Hold four editions one after the other against the busier of two processes: what a clock tells on free cores."""
    ready(["pdf"])
    steps = [partial(_edition, case, pages) for pages in (2.0, 2.0, 2.0, 2.0)]
    alone: list[float] = []
    shared: list[float] = []
    for _ in range(rounds):
        for times, jobs in ((alone, 1), (shared, 2)):
            before = _spent()
            outcome = abreast(steps, jobs=jobs)
            times.append(max(after - once for after, once in zip(_spent(), before, strict=True)))
            assert len({len(data) for data in outcome}) == 1
    return Row(
        "four editions one after the other / two at once", median(alone) / median(shared), 1.6, least=True
    )


def _spent() -> tuple[float, float]:
    """Give the CPU of this process, and of those that it waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def _edition(case: Case, pages: float) -> bytes:
    made = replace(
        case, audience=replace(case.audience, length=Length(words=round(450 * pages), pages=pages))
    )
    return render(made.brief(), "pdf").data


# --- pages


def kept(count: int, folder: Path) -> Iterator[Row]:
    """Count the briefs that keep their pages, those that fill the last one, and the layouts of each."""
    layouts: list[Brief] = []
    lay_out = measure.lay_out

    def counted(brief: Brief) -> tuple[float, measure.Known]:
        layouts.append(brief)
        return lay_out(brief)

    measure.lay_out = counted
    long, short, most, total = 0, 0, 0, 0
    for case in briefs(count, folder):
        layouts.clear()
        brief, asked = case.brief(), case.audience.length.pages or 0.0
        fitted = brief.fitted
        assert fitted is not None
        assert not fitted.estimated
        # A statement or two are beyond a section's limit for its sides, however much room there is.
        held_back = brief.coverage.sentences.left_out.get(FULL, 0) > 2
        gave = bool(brief.gave_way) or brief.compact or held_back
        over = fitted.measured > asked and _shortest(case) <= asked
        long += over
        short += gave and fitted.measured < asked - 0.5
        most, total = max(most, len(layouts)), total + len(layouts)
        if over or (gave and fitted.measured < asked - 0.5):
            print(f"    {case.label}: {fitted.measured} of {asked}")
    measure.lay_out = lay_out
    yield Row(f"of {count} briefs: longer than what never gives way and than asked for", long, 0)
    yield Row(f"of {count} briefs: last page less than half full", short, 0)
    yield Row(f"of {count} briefs: layouts at most", most, 3)
    yield Row(f"of {count} briefs: layouts on average", total / count, 2)


def _shortest(case: Case) -> float:
    """Give the pages of what never gives way."""
    made = replace(case, audience=replace(case.audience, length=Length(words=5, pages=0.01))).brief()
    return made.fitted.measured if made.fitted else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
