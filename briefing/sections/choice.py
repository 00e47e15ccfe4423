"""What an edition prints before its length is known: top lines, each theme's statements, each source's summary."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from briefing.model import Audience, Length, PageBlock, Pair, Reading, Sentence, Statement
from briefing.sections.changes import Renewal, renewed
from briefing.sections.differences import differing
from briefing.sections.drawn import Drawn, draw, short
from briefing.sections.edition import Edition
from briefing.sections.extras import Extra
from briefing.sections.figures import figures
from briefing.sections.hand import TOP, Hand
from briefing.sections.leading import Together
from briefing.sections.lines import AGAIN, FULL, HIDDEN, LIGHT, Line
from briefing.sections.prose import condenses
from briefing.sections.quotes import quotes
from briefing.sections.standing import barred
from briefing.sections.stories import Heap, homes, is_heap
from briefing.sections.timeline import timeline
from briefing.sections.top import top_lines
from briefing.sections.variety import repeats
from briefing.sections.voices import unnamed

SUMMARY_SENTENCES, SUMMARY_WORDS = 2, 60
STATEMENT_WORDS = 35  # a statement of news with what stands beside it
OF_THEMES = (
    0.6  # what themes take of an edition of two pages: the rest is who said what, figures, dates and sources
)
OF_A_BLOCK = (
    0.08  # what is free for them where one of these is not shown: the four take 0.3 of the sample's two pages
)
_BESIDE: tuple[PageBlock, ...] = ("top_lines", "quotes", "figures", "timeline")
OF_HEAPS = 0.9  # the same of a heap, whose sources are a line each: its reader asks what else happened
OF_LONG_HEAPS, LONG = 0.55, 1_000  # and of more than two pages, which have room for who said what as well
CONDENSED = (
    20  # cited sources of a heap that are condensed: of more it is pages of sentences without a matter
)

Pick = Callable[..., tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Choice:
    """An edition at its fullest."""

    top: tuple[Line, ...]
    themed: tuple[tuple[str, tuple[Line, ...]], ...]
    """Theme → its lines, the first to stay longest, in the audience's order; a theme without any is there too."""
    summaries: tuple[tuple[str, tuple[int, ...]], ...]
    """Article id → indices of the statements that condense it, in reading order."""
    extras: tuple[Extra, ...] = ()
    """Figures, timeline and quotations: of each block what stays longest comes first."""
    paired: frozenset[str] = frozenset()
    """Themes whose first two lines are a statement for the matter and one against it: they stay together."""
    heaps: Mapping[str, Heap] = field(default_factory=dict)
    """Theme → all its lines by story, where the edition has many articles."""
    renewal: Renewal | None = None
    pairs: tuple[Pair, ...] = ()
    """Those that differ."""
    beyond: tuple[Line, ...] = ()
    """Chosen, but more than may be printed of their sources."""
    usual: int | None = None
    """Lines of a theme that are its share of the edition; what was chosen besides fills room that is left."""


def choose(
    reading: Reading, edition: Edition, lines: Sequence[Line], by: tuple[Pick, Together | None]
) -> tuple[Choice, dict[int, str]]:
    """Choose what an edition prints at its fullest, and say of the lines that it does not print why."""
    audience, hand = edition.audience, edition.hand
    by_theme = _by_theme(lines, audience, hand)
    heaped = is_heap(reading)
    share = _share(edition, sum(map(bool, by_theme.values())), heaped=heaped, plenty=audience.length.plenty)
    asked = {theme.key: theme for theme in edition.frame.themes}
    told_in = homes([line for found in by_theme.values() for line in found], reading) if heaped else {}
    drawn = {
        key: draw(asked[key], found, reading, (audience, share, told_in)) for key, found in by_theme.items()
    }
    pick, together = by
    top = top_lines(drawn, lines, reading, (edition, together)) if edition.shows(TOP) else ()
    above = {line.first for line in top}
    themed = [(key, one.below(above)) for key, one in drawn.items()] if edition.shows("themes") else []
    left = _left(drawn, dict(themed), top, reading)
    printed = [line for _, kept in themed for line in kept] + list(top)
    # Without themes a source is condensed as a whole, whatever stands above.
    told = {member for line in printed for member in line.members} if audience.themes else set()
    cited = _cited(reading, printed) if audience.themes else None
    many = heaped and audience.length != Length() and cited is not None and len(cited) > CONDENSED
    kept_out = told | edition.barred
    summaries = _summaries(reading, set() if many else cited, (audience.method, kept_out), pick)
    if not audience.themes:
        shown = {member for line in top for member in line.members}
        left |= {member: LIGHT for line in lines for member in line.members if member not in shown}
    choice = Choice(
        top,
        tuple(themed),
        summaries,
        _extras(reading, edition, lines, frozenset(line.first for line in printed)),
        frozenset(key for key, one in drawn.items() if one.paired),
        {key: one.heap for key, one in drawn.items() if one.heap} if themed else {},
        renewed(reading, edition),
        differing(reading, edition),
        usual=_share(edition, sum(map(bool, by_theme.values())), heaped=heaped, plenty=1.0),
    )
    return choice, left


def _by_theme(lines: Sequence[Line], audience: Audience, hand: Hand) -> dict[str, list[Line]]:
    """Sort lines by theme; one that an editor pinned to a section stands there, whatever its own."""
    firsts = {line.first: line for line in lines if line.pinned}
    placed = [(pin.section, firsts[pin.members[0]]) for pin in hand.pins if pin.section != TOP]
    moved = {line.first for _, line in placed}
    found: dict[str, list[Line]] = {key: [] for key in audience.themes}
    for line in lines:
        if line.theme in found and line.first not in moved:
            found[line.theme].append(replace(line, pinned=False) if line.pinned else line)
    for key, line in placed:
        found[key].append(replace(line, theme=key))
    return (
        {key: sorted(mine, key=lambda line: line.first) for key, mine in found.items()} if placed else found
    )


def _left(
    drawn: Mapping[str, Drawn], themed: Mapping[str, Sequence[Line]], top: Sequence[Line], reading: Reading
) -> dict[int, str]:
    """Say why the other lines of themes are not printed."""
    left: dict[int, str] = {}
    above = {line.first for line in top}
    for key, one in drawn.items():
        kept = themed.get(key)
        chosen = {line.first for line in kept or ()} | above
        again = repeats(one.found, [*(kept or ()), *top], reading)
        for line in one.found:
            if line.first not in chosen:
                why = HIDDEN if kept is None else AGAIN if line.first in again else FULL
                left |= dict.fromkeys(line.members, why)
    return left


def _extras(
    reading: Reading, edition: Edition, lines: Sequence[Line], printed: frozenset[int]
) -> tuple[Extra, ...]:
    """Choose the entries of the blocks that mark words in a sentence."""
    return (
        *(figures(reading, lines) if edition.shows("figures") else ()),
        *(timeline(reading, lines) if edition.shows("timeline") else ()),
        *(quotes(reading, lines, printed) if edition.shows("quotes") else ()),
    )


def _share(edition: Edition, themes: int, *, heaped: bool, plenty: float) -> int | None:
    """How many statements a section may hold so that every theme has its share of the edition; None: no bound."""
    audience = edition.audience
    if not themes:
        return None
    if audience.length.sentences is not None:
        return max(1, audience.length.sentences // themes)
    if audience.length.words is None:
        return None
    free = OF_A_BLOCK * sum(not edition.shows(block) for block in _BESIDE)
    of_heaps = OF_LONG_HEAPS if audience.length.words > LONG else OF_HEAPS
    part = 1 if short(audience) else free + (of_heaps if heaped else OF_THEMES)
    room = audience.length.words * min(1, part)
    return max(2, int(room * plenty) // (themes * STATEMENT_WORDS))


def _cited(reading: Reading, lines: Sequence[Line]) -> set[str]:
    indices = (index for line in lines for index in (line.first, *line.also))
    return {reading.statements[index].sentence.article.id for index in indices}


def _summaries(
    reading: Reading, articles: set[str] | None, by: tuple[str, set[int]], pick: Pick
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Condense articles (None: all) to what a reader of the themes has not read above, by a method's weights."""
    method, told = by
    groups = groupby(range(len(reading.statements)), key=lambda i: reading.statements[i].sentence.article.id)
    summaries = []
    for article, group in groups:
        mine = list(group)
        if articles is None or article in articles:
            alone = {i - mine[0] for i in mine if i not in told and _alone(reading, i)}
            best = {at for at in alone if condenses(reading.statements[mine[0] + at])}
            summaries.append((article, _summary(reading, mine, best or alone, (method, pick))))
    return tuple(summaries)


def _alone(reading: Reading, index: int) -> bool:
    """Tell whether a sentence may condense its source, where no speaker is printed before it."""
    statement = reading.statements[index]
    stands = barred(reading.statements, (index,)) is None and not _carried(statement)
    return stands and reading.placements[index].reason != "asks a question"


def _carried(statement: Statement) -> bool:
    hows = {speaker.how for speaker in statement.speakers}
    return unnamed([statement]) and not hows & {"role", "named", "tail"}


def _summary(reading: Reading, mine: Sequence[int], alone: set[int], by: tuple[str, Pick]) -> tuple[int, ...]:
    method, pick = by
    sentences = [reading.statements[index].sentence for index in mine]
    first = sentences[0].index

    def allowed(sentence: Sentence) -> bool:
        return sentence.index - first in alone

    weights = [reading.weights[method][index] for index in mine]
    chosen = pick(sentences, weights, count=SUMMARY_SENTENCES, words=SUMMARY_WORDS, allowed=allowed)
    return tuple(mine[at] for at in chosen)
