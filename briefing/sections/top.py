"""The top lines: the weightiest statements of the weightiest themes, or what all articles tell most of."""

from collections.abc import Mapping, Sequence

from briefing.model import Audience, Reading
from briefing.sections.drawn import Drawn, short
from briefing.sections.edition import Edition
from briefing.sections.hand import TOP
from briefing.sections.leading import Together, leading
from briefing.sections.lines import Line
from briefing.text.tokens import count_words

TOP_LINES, TOP_WORDS = 4, 110  # what a reader takes in at a glance: three or four sentences
FEWER = 3  # the same of a short edition, which keeps its room for what the top lines do not say


def _most(audience: Audience) -> int:
    return FEWER if short(audience) else TOP_LINES


def top_lines(
    drawn: Mapping[str, Drawn],
    lines: Sequence[Line],
    reading: Reading,
    by: tuple[Edition, Together | None],
) -> tuple[Line, ...]:
    """Choose the top lines: those that an editor pinned, and as many others as there is room for."""
    edition, together = by
    off, most = edition.hand.off(TOP), _most(edition.audience)
    pins = {pin.members[0] for pin in edition.hand.pins if pin.section == TOP}
    pinned = [line for line in lines if line.first in pins]
    free = [line for line in lines if off.isdisjoint(line.members)] if off else lines
    if not edition.audience.themes and together is not None:
        rest = [line for line in free if line.first not in pins] if pins else free
        size = most - len(pinned), TOP_WORDS - _words(pinned, reading)
        gone = edition.hand.gone
        others = leading(rest, reading, together, size, without=gone) if min(size) > 0 else ()
        return tuple(sorted((*pinned, *others), key=lambda line: (-line.value, line.first)))
    heads = [head for one in drawn.values() if (head := one.head(reading, off))]
    return _weightiest(
        heads if drawn else [(0, line) for line in _leading(free, reading)], pinned, reading, most=most
    )


def _weightiest(
    heads: Sequence[tuple[int, Line]], pinned: Sequence[Line], reading: Reading, *, most: int
) -> tuple[Line, ...]:
    """Take the weightiest statement of each of the weightiest themes; without themes that of each article.

    What more sources tell comes first. A statement that somebody makes comes before an outlet's own words.
    """
    firsts = {line.first for line in pinned}
    wide = {line.first: width for width, line in heads}
    chosen, words = list(pinned), _words(pinned, reading)
    for _, line in sorted(heads, key=lambda head: (-head[0], -head[1].value, head[1].first)):
        size = _words([line], reading)
        if line.first not in firsts and len(chosen) < most and words + size <= TOP_WORDS:
            chosen.append(line)
            words += size
    return tuple(sorted(chosen, key=lambda line: (-wide.get(line.first, 0), -line.value, line.first)))


def _words(lines: Sequence[Line], reading: Reading) -> int:
    return sum(count_words(reading.statements[at].sentence.text) for line in lines for at in line.members)


def _leading(lines: Sequence[Line], reading: Reading) -> list[Line]:
    best: dict[str, Line] = {}
    for line in lines:
        article = reading.statements[line.first].sentence.article.id
        if article not in best or line.value > best[article].value:
            best[article] = line
    return list(best.values())
