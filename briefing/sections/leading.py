"""The top lines of an edition without themes: what its articles together tell most of."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from briefing.model import Reading, Sentence
from briefing.sections.lines import Line
from briefing.sections.prose import verbal

# Sentences that are read for it at most, the first ones of each article: a thousand articles cost 0.3 s.
_READ = 3000


class Together(Protocol):
    """Chooses the sentences that together tell most within a budget (``summarizers.joint.together``)."""

    def __call__(
        self,
        sentences: Sequence[Sentence],
        size: tuple[int, int],
        *,
        source: Callable[[Sentence], Hashable],
        allowed: Callable[[Sentence], bool],
    ) -> tuple[int, ...]:
        """Give the chosen sentences' indexes; ``size`` is how many, and how many words, at most."""


def leading(
    lines: Sequence[Line],
    reading: Reading,
    together: Together,
    size: tuple[int, int],
    *,
    without: frozenset[int] = frozenset(),
) -> tuple[Line, ...]:
    """Choose the lines that together tell most of what several sources tell, the weightiest first.

    No more than there are articles, for what one tells besides is in its summary. Copies of one origin are one source.
    A line of several sentences is left to the summaries. ``without``: statements that count for nothing.
    """
    most = max(3, _READ // max(1, len(reading.articles)))
    sentences = [
        one.sentence
        for at, one in enumerate(reading.statements)
        if one.sentence.index < most and at not in without
    ]
    alone = {
        reading.statements[line.first].sentence.id: line
        for line in lines
        if len(line.members) == 1 and verbal(reading.statements[line.first])
    }
    chosen = together(
        sentences,
        (min(size[0], len(reading.articles)), size[1]),
        source=lambda sentence: reading.origins.get(sentence.article.id, sentence.article.id),
        allowed=lambda sentence: sentence.id in alone,
    )
    found = [alone[sentences[at].id] for at in chosen]
    return tuple(sorted(found, key=lambda line: (-line.value, line.first)))
