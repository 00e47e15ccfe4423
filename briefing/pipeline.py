"""The order of the steps: gather, compose, publish; and what the other commands ask of them."""

import math
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import BinaryIO

from briefing import __version__
from briefing.config import Config
from briefing.errors import BriefingError, Fault, NothingToReport, TemplateError, UsageError
from briefing.fit import fit, fit_laid_out, fullest, printed_sentences, printed_words
from briefing.gathering.first import Sheet, distinct, read
from briefing.gathering.run import Means, Run, begun
from briefing.gathering.second import tell
from briefing.gathering.telling import Asked, Told
from briefing.model import Audience, Brief, Edits, Fitted, Format, Reading, Rendered, Skipped
from briefing.renderers import render
from briefing.renderers.look.templates import overrides
from briefing.renderers.paper import measure
from briefing.renderers.paper.estimate import pages
from briefing.renderers.view.wordcheck import word_faults, word_hints
from briefing.sections import Draft, Frame, draft
from briefing.sources import count, find
from briefing.statements import compare, merged, since
from briefing.stories import group
from briefing.summarizers import pick, resolve
from briefing.summarizers.joint import together

_PLAIN = Means()

# --- gather


def gather(
    paths: Sequence[str],
    config: Config,
    *,
    methods: Iterable[str] = ("house",),
    stdin: BinaryIO | None = None,
    means: Means = _PLAIN,
) -> Reading:
    """Read articles and work through each: sentences, speakers, themes, and a weight by each method.

    ``-`` among the paths reads ``stdin``. What cannot be read is in the Reading's ``skipped``. The outcome depends
    neither on the order of the paths nor on the means. Raises UsageError for a PATH or a method that does not exist,
    NothingToReport where no sentence could be read.
    """
    wanted = tuple(dict.fromkeys(methods))
    for method in wanted:
        resolve(method)
    files = find(paths, stdin)
    with begun(Asked(config.actors, config.themes, wanted), means) as run:
        reading = _worked(read(files, run, total=count(paths) if means.progress else None), run)
        run.phase("comparing")
    if not reading.articles:
        raise NothingToReport(_nothing(paths, reading.skipped))
    compared = compare(reading.articles, reading.statements)
    return replace(
        reading,
        pairs=compared.pairs,
        origins=compared.origins,
        compared=compared.compared,
        stories=group(reading.statements, reading.placements),
    )


def _worked(found: Iterable[Sheet | Skipped], run: Run) -> Reading:
    """Work through what was read, each article by itself; what only this needed is let go before the comparison."""
    sheets, skipped = distinct(found)
    learned = merged(sheet.clues.introduced for sheet in sheets)
    told = tell(sheets, learned, run)
    skipped += [one for one in told if isinstance(one, Skipped)]
    done = [
        (sheet.part.article, one) for sheet, one in zip(sheets, told, strict=True) if isinstance(one, Told)
    ]
    return Reading(
        articles=tuple(article for article, _ in done),
        statements=tuple(statement for _, one in done for statement in one.statements),
        placements=tuple(placement for _, one in done for placement in one.placements),
        weights={
            method: tuple(weight for _, one in done for weight in one.weights[method])
            for method in run.asked.methods
        },
        skipped=tuple(skipped),
    )


def _nothing(paths: Sequence[str], skipped: Sequence[Skipped]) -> str:
    where = ", ".join(paths)
    if not skipped:
        return (
            f"{where}: there is no article to read. Name files or folders with .txt, .md or .html articles."
        )
    reasons = "; ".join(f"{one.location}: {one.reason}" for one in skipped[:3])
    more = f"; and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    return f"{where}: no sentence could be read. {reasons}{more}"


# --- compose


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the clock and the archive say of an issue."""

    date: str
    """YYYY-MM-DD: the brief's date and its "now"."""
    issue: int = 1
    earlier: Brief | None = None
    """The issue before."""
    edits: Edits = field(default_factory=Edits)
    """What an editor changed."""


def compose(reading: Reading, config: Config, audience: Audience, occasion: Occasion) -> Brief:
    """Make an edition at its length. Pure: the same values give the same brief.

    The reading must hold weights by the audience's method.
    """
    language = audience.language or config.language
    frame = Frame(
        title=config.title,
        language=language,
        date=occasion.date,
        issue=occasion.issue,
        previous=occasion.earlier.build if occasion.earlier else None,
        versions={"briefing": __version__},
        config=config.digest,
        themes=config.themes,
        since=since(reading, occasion.earlier) if occasion.earlier else None,
        outlets=config.outlets,
        edits=occasion.edits,
        before=occasion.earlier.edits if occasion.earlier else (),
        titles_language=None if config.language == language else config.language,
    )

    def drafted(plenty: float) -> Draft:
        length = replace(audience.length, plenty=plenty)
        return draft(reading, replace(audience, length=length), frame, pick, together)

    return _fitted(drafted, audience)


def _fitted(drafted: Callable[[float], Draft], audience: Audience) -> Brief:
    """Bring an edition to its length. Pages are those of its PDF; of an edition without one they are estimated."""
    length = audience.length
    if length.pages is not None:
        return _in_pages(drafted, length.pages, paper="pdf" in audience.formats)
    full = drafted(1.0)
    if length.sentences is not None:
        brief = fit(full, printed_sentences, length.sentences)
        return replace(brief, fitted=Fitted("sentences", length.sentences, printed_sentences(brief)))
    if length.words is not None:
        brief = fit(full, printed_words, length.words)
        return replace(brief, fitted=Fitted("words", length.words, printed_words(brief)))
    return full.after(0)


def _in_pages(drafted: Callable[[float], Draft], limit: float, *, paper: bool) -> Brief:
    full, first = fullest(drafted, pages, limit)
    if paper:
        # Without Pango, or with templates that cannot be laid out, there is no PDF: publishing tells of it.
        with suppress(BriefingError):
            brief, laid_out = fit_laid_out(full, measure, limit, first=first)
            return replace(brief, fitted=Fitted("pages", limit, _whole(laid_out)))
    brief = full.after(first)
    return replace(brief, fitted=Fitted("pages", limit, _whole(pages(brief)), estimated=True))


def _whole(number: float) -> float:
    """Round up to hundredths: what is longer than it was asked to be never seems not to be."""
    return math.ceil(number * 100) / 100


def audience(config: Config, key: str) -> Audience:
    """Find an edition by its key: the configuration's own, else a shipped one.

    Raises UsageError that lists what exists.
    """
    for one in (*config.audiences, *config.shipped):
        if one.key == key:
            return one
    own, shipped = ([one.key for one in among] for among in (config.audiences, config.shipped))
    near = get_close_matches(key, [*own, *shipped], n=1)
    said = f"There is no audience {key!r}" + (f" (did you mean {near[0]!r}?)" if near else "")
    known = f"The configuration has: {', '.join(own)}. Shipped besides: {', '.join(shipped)}."
    raise UsageError(f"{said}. {known}")


# --- publish


def publish(brief: Brief, formats: Sequence[Format]) -> tuple[tuple[Rendered, ...], tuple[Skipped, ...]]:
    """Render a brief in each format; one that cannot be made is told in all that follow, and in what is returned."""
    # The PDF needs most of the machine: it comes first, so that the others can tell when it failed.
    wanted: set[Format] = {*formats, "json"}
    order = sorted(wanted, key=lambda name: (name != "pdf", name))
    made, failed = [], []
    for name in order:
        try:
            made.append(render(brief, name))
            if made[-1].skipped is not None:
                brief = replace(brief, skipped=made[-1].skipped)
        except BriefingError as error:
            skip = Skipped(f"brief.{name}", "render", str(error))
            failed.append(skip)
            brief = replace(brief, skipped=(*brief.skipped, skip))
    return tuple(made), tuple(failed)


# --- the look ----------------------------------------------------------------------------------------------------


def dressed(audience: Audience, config: Config) -> Audience:
    """Put the user's templates into an audience's look, so that its archive needs no other file to be rendered."""
    own = overrides(config.templates, audience.look.template)
    return replace(audience, look=replace(audience.look, overrides=own)) if own else audience


def template_faults(config: Config) -> tuple[Fault, ...]:
    """Find what is wrong with the templates of all audiences."""
    return template_lint(config)[0]


def template_lint(config: Config) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Find what is wrong with the templates of all audiences, and what may be."""
    from briefing.renderers.look.lint import lint

    found: list[Fault] = []
    hints: list[Fault] = []
    for one in config.audiences:
        try:
            look = dressed(one, config).look
            told = lint(look)
        except TemplateError as error:
            found.append(Fault(f"audiences.{one.key}.template", str(error)))
        else:
            found += (*told.faults, *word_faults(look.overrides))
            hints += (*told.hints, *word_hints(look.overrides))
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(hints))
