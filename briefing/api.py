"""The Python interface: the commands as functions on the types of ``briefing.model``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from briefing import config as configuration
from briefing import inquiry, pipeline, renderers
from briefing.config import Config
from briefing.config.edits import load_edits
from briefing.errors import UsageError
from briefing.gathering.run import Means
from briefing.model import Brief, Condensed, Explained, Format, Paired, Reading, Rendered
from briefing.summarizers.joint import Budget, Quality

__all__ = ["build", "explain", "load_config", "pairs", "read", "render", "summarize", "verify"]


def load_config(path: str | Path | None = None, edits: str | Path | None = None) -> Config:
    """Read a ``briefing.toml`` with all that it includes; None gives one without themes.

    ``edits`` is an ``edits.toml``, which ``build`` then honours; where there is no such file nothing is changed.
    Raises ConfigError with every fault at once.
    """
    found = configuration.load_config(Path(path) if path is not None else None)
    return replace(found, edits=load_edits(Path(edits))) if edits is not None else found


def read(
    paths: Sequence[str | Path],
    config: Config | None = None,
    *,
    methods: Iterable[str] = ("house",),
    jobs: int = 1,
    cache: bool = False,
) -> Reading:
    """Read articles: files and folders; ``jobs`` processes share the work, and the ``cache`` keeps what was found.

    Raises UsageError for a PATH that does not exist, NothingToReport where no sentence could be read.
    """
    means = Means(jobs, cache=cache)
    return pipeline.gather(
        [str(path) for path in paths], config or load_config(None), methods=methods, means=means
    )


def build(
    reading: Reading,
    config: Config | None = None,
    *,
    audience: str | None = None,
    date: str,
    previous: Brief | None = None,
) -> Brief:
    """Compose an edition (default: the configuration's first) for a date, YYYY-MM-DD.

    ``previous`` is the issue before: the brief then says what changed since. What an editor changed is the
    configuration's ``edits``; which entries changed nothing, and why, is in the brief's.
    """
    found = config or load_config(None)
    chosen = pipeline.audience(found, audience) if audience else found.audiences[0]
    issue = previous.issue + 1 if previous else 1
    occasion = pipeline.Occasion(date, issue, previous, found.edits)
    return pipeline.compose(reading, found, pipeline.dressed(chosen, found), occasion)


def render(brief: Brief, format: Format) -> Rendered:  # noqa: A002
    """Render a brief in one format.

    Raises TemplateError for a faulty template, BriefingError where the format cannot be made on this machine.
    """
    return renderers.render(brief, format)


def verify(brief: Brief, paths: Sequence[str | Path] = ()) -> inquiry.Proof:
    """Prove every printed sentence against the articles at ``paths``, by default at each source's location."""
    return inquiry.verify(brief, [str(path) for path in paths])


def explain(reading: Reading, *, method: str = "house") -> tuple[Explained, ...]:
    """Tell of every unit of text what it is, who says it and where it belongs."""
    return tuple(inquiry.explain(reading, method=method))


def pairs(reading: Reading) -> tuple[Paired, ...]:
    """Tell which statements of different articles are the same, differ, or update one another."""
    return tuple(inquiry.pairs(reading))


def summarize(
    reading: Reading,
    *,
    method: str = "house",
    count: int | None = None,
    words: int | None = None,
    joint: bool | Quality = False,
) -> tuple[Condensed, ...]:
    """Condense each article, or with ``joint`` all together, to so many sentences or words; neither: three sentences.

    ``joint="best"`` proves that no set tells more (by ``house`` only); True is ``"fast"``. Raises UsageError for a
    method that ``read`` was not asked for and for another ``joint``, BriefingError where the solver of ``best`` is not
    installed.
    """
    if isinstance(joint, str) and joint not in get_args(Quality):
        raise UsageError(f"joint={joint!r}: it is True, False, {' or '.join(map(repr, get_args(Quality)))}.")
    budget = Budget(3 if count is None and words is None else count, words)
    quality: Quality = joint if isinstance(joint, str) else "fast"
    return inquiry.summarize(reading, budget, method=method, joint=bool(joint), quality=quality)
