"""The first sentences of an article: the summary that its writer made, and the hardest to beat."""

from collections.abc import Sequence

from briefing.model import Sentence


def lead(sentences: Sequence[Sentence]) -> tuple[float, ...]:
    """Weigh each sentence 1 / (1 + its index in its article)."""
    return tuple(1 / (1 + sentence.index) for sentence in sentences)
