"""What an edition prints before its length is known: top lines, each theme's statements, each source's summary."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.model import Audience, Reading, Sentence, Theme
from briefing.sections.lines import FULL, LIGHT, NEAR, Line
from briefing.text.tokens import count_words
from briefing.text.words import stems

TOP_LINES, TOP_WORDS = 4, 110  # brief.md's bounds: three or four sentences, at most 110 words
SUMMARY_SENTENCES, SUMMARY_WORDS = 2, 60
_NEAR = 0.7  # share of stems that two statements of one section have in common at most

Pick = Callable[..., tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Choice:
    """An edition at its fullest."""

    top: tuple[Line, ...]
    themed: tuple[tuple[str, tuple[Line, ...]], ...]
    """Theme → its lines, strongest first, in the audience's order; a theme without any is there too."""
    summaries: tuple[tuple[str, tuple[int, ...]], ...]
    """Article id → indices of the statements that condense it, in reading order."""


def choose(
    reading: Reading, audience: Audience, themes: Sequence[Theme], lines: Sequence[Line], pick: Pick
) -> tuple[Choice, dict[int, str]]:
    """Choose what an edition prints at its fullest, and say of the lines that it does not print why."""
    left: dict[int, str] = {}
    caps = {theme.key: theme.max_sentences for theme in themes}
    themed = []
    for key in audience.themes:
        ranked = sorted((line for line in lines if line.theme == key), key=lambda line: (-line.value, line.first))
        kept, near = _distinct(ranked, reading)
        cap = caps[key]
        left |= {member: NEAR for line in near for member in line.members}
        left |= {member: FULL for line in kept[cap:] for member in line.members} if cap is not None else {}
        themed.append((key, tuple(kept[:cap])))
    top = _top(tuple(themed), lines, reading)
    told = {member for _, found in themed for line in found for member in line.members}
    told |= {member for line in top for member in line.members} if themed else set()
    summaries = tuple((article.id, _summary(reading, article.id, (audience.method, told), pick)) for article in reading.articles)
    if not audience.themes:
        shown = {member for line in top for member in line.members}
        left |= {member: LIGHT for line in lines for member in line.members if member not in shown}
    return Choice(top, tuple(themed), summaries), left


def _distinct(ranked: Sequence[Line], reading: Reading) -> tuple[list[Line], list[Line]]:
    """Part a section's lines into those that add something and those whose words stand in a stronger one."""
    kept: list[Line] = []
    near: list[Line] = []
    bags: list[frozenset[str]] = []
    for line in ranked:
        bag = frozenset(
            stem
            for member in line.members
            for stem in stems(reading.statements[member].sentence.text, _language(reading, member))
        )
        close = any(len(bag & other) > _NEAR * len(bag | other) for other in bags)
        (near if close else kept).append(line)
        if not close:
            bags.append(bag)
    return kept, near


def _language(reading: Reading, index: int) -> str:
    return reading.statements[index].sentence.article.language


def _top(themed: Sequence[tuple[str, tuple[Line, ...]]], lines: Sequence[Line], reading: Reading) -> tuple[Line, ...]:
    """The weightiest statement of each of the weightiest themes; without themes the weightiest of each article.

    A statement that somebody makes comes before an outlet's own words.
    """
    heads = [_spoken(found, reading) for _, found in themed if found] if themed else _leading(lines, reading)
    chosen: list[Line] = []
    words = 0
    for line in sorted(heads, key=lambda line: (-line.value, line.first)):
        size = sum(count_words(reading.statements[member].sentence.text) for member in line.members)
        if len(chosen) < TOP_LINES and words + size <= TOP_WORDS:
            chosen.append(line)
            words += size
    return tuple(chosen)


def _spoken(found: Sequence[Line], reading: Reading) -> Line:
    said = (line for line in found if any(reading.statements[member].speakers for member in line.members))
    return next(said, found[0])


def _leading(lines: Sequence[Line], reading: Reading) -> list[Line]:
    best: dict[str, Line] = {}
    for line in lines:
        article = reading.statements[line.first].sentence.article.id
        if article not in best or line.value > best[article].value:
            best[article] = line
    return list(best.values())


def _summary(reading: Reading, article: str, by: tuple[str, set[int]], pick: Pick) -> tuple[int, ...]:
    """Condense an article by a method to what a reader of the themes has not read above."""
    method, told = by
    mine = [i for i, statement in enumerate(reading.statements) if statement.sentence.article.id == article]
    sentences = [reading.statements[i].sentence for i in mine]
    alone = {
        reading.statements[i].sentence.index
        for i in mine
        if i not in told
        and reading.statements[i].leans is None
        and not reading.statements[i].joins
        and reading.placements[i].reason != "asks a question"
    }

    def allowed(sentence: Sentence) -> bool:
        return sentence.index in alone

    weights = [reading.weights[method][i] for i in mine]
    chosen = pick(sentences, weights, count=SUMMARY_SENTENCES, words=SUMMARY_WORDS, allowed=allowed)
    return tuple(mine[at] for at in chosen)
