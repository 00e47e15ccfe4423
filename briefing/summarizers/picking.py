"""The choice of the best set of sentences within a budget."""

from collections.abc import Callable, Sequence

from briefing.model import Sentence
from briefing.text.vectors import cosine, stems_of, vectors
from briefing.text.words import words as words_of

# Above this cosine two sentences tell the same thing twice; the bound that the facts were measured with.
_TWICE = 0.5


def pick(
    sentences: Sequence[Sentence],
    weights: Sequence[float],
    *,
    count: int | None = None,
    words: int | None = None,
    allowed: Callable[[Sentence], bool] | None = None,
) -> tuple[int, ...]:
    """Choose the heaviest sentences that fit, none told twice; give their indexes in reading order.

    Greedy: from the heaviest down (of equals the earlier), each that is ``allowed``, fits into what is left
    of ``count`` sentences and ``words`` words (None: no bound) and has a cosine of at most 0.5 to all chosen
    before. So one sentence at least is chosen if any fits. Reading order is the order of ``sentences``.
    """
    rows = vectors([stems_of(sentence) for sentence in sentences])
    room = float("inf") if words is None else words
    chosen: list[int] = []
    for at in sorted(range(len(sentences)), key=lambda at: -weights[at]):
        if count is not None and len(chosen) >= count:
            break
        sentence = sentences[at]
        if allowed is not None and not allowed(sentence):
            continue
        size = len(words_of(sentence.text, sentence.article.language)) if words is not None else 0
        if size <= room and all(cosine(rows[at], rows[other]) <= _TWICE for other in chosen):
            chosen.append(at)
            room -= size
    return tuple(sorted(chosen))
