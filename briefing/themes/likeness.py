"""How like a statement is to the sentences that a desk picked as examples of a theme."""

from functools import lru_cache

from briefing.model import Part, Statement, Theme
from briefing.text.vectors import Vector, cosine, stems_of, vectors
from briefing.text.words import stems

_LEAST = 0.25
"""Two sentences that share less share only the matter."""
_MOST = 0.8


@lru_cache(maxsize=64)
def _examples(examples: tuple[str, ...], language: str) -> tuple[Vector, ...]:
    return vectors([stems(example, language) for example in examples])


def likeness(statement: Statement, theme: Theme) -> tuple[Part, ...]:
    """Give points for the nearest example: the cosine of their stems, at most 0.8; none below 0.25."""
    if not theme.examples:
        return ()
    bag = stems_of(statement.sentence)
    (own,) = vectors([bag])
    known = _examples(theme.examples, statement.sentence.article.language)
    near = max(((cosine(own, example), -at) for at, example in enumerate(known)), default=(0.0, 0))
    if near[0] < _LEAST:
        return ()
    points = round(min(near[0], _MOST), 3)
    return (Part(f"is like the example “{theme.examples[-near[1]]}”", points),)
