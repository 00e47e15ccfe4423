"""A brief at its length: the fewest sentences give way that the measure asks for."""

from collections.abc import Callable, Sized
from functools import partial
from typing import Protocol, TypeVar

from briefing.model import Brief

LAYOUTS = 3
"""Layouts of an edition at most: one to learn from, one to prove it, one where that took more than was told."""
SPARE = 0.1
"""Pages that the first layout may leave empty though something gave way: two statements, each 0.055 of a page. With it
two of three briefs are laid out once."""
EMPTY = 0.3
"""Pages that an edition may leave empty before more is drafted for it, or a third layout tried."""
DRAFTS = 4
"""Drafts of an edition at most."""

K = TypeVar("K")


class Fitting(Protocol):
    """A brief that can give way, step by step."""

    @property
    def giving_way(self) -> Sized:
        """What can give way."""

    @property
    def floor(self) -> int:
        """Count the steps before a theme has nothing left."""

    @property
    def held_back(self) -> bool:
        """Whether there is more to say than was drafted."""

    def after(self, count: int) -> Brief:
        """Give the brief once so many steps are gone."""

    def sketch(self, count: int) -> Brief:
        """Give the same as far as its length shows."""


F = TypeVar("F", bound=Fitting)


class Layout(Protocol[K]):
    """How a brief is laid out, and what that tells of the same with less in it."""

    def lay_out(self, brief: Brief) -> tuple[float, K]:
        """Give a brief's pages, and what they show."""

    def guess(self, brief: Brief, known: K) -> float:
        """Give another's pages by what a layout showed."""


def fit(draft: Fitting, measure: Callable[[Brief], float], limit: float) -> Brief:
    """Give the fullest brief that measures at most ``limit``; ``measure`` never grows with the steps that are gone.

    Where even the shortest brief is too long, no theme is emptied for nothing: the edition runs over.
    """
    return draft.after(fewest(draft, measure, limit))


def fullest(draft: Callable[[float], F], measure: Callable[[Brief], float], limit: float) -> tuple[F, int]:
    """Draft more than usual where even that leaves the last page half empty; give it with the steps that must go.

    ``draft`` takes how much more to choose than usual, 1.0 first.
    """
    plenty = 1.0
    made = draft(plenty)
    count = fewest(made, measure, limit)
    size = measure(made.sketch(count))
    for _ in range(DRAFTS - 1):
        if limit - size <= EMPTY or not made.held_back:
            break
        plenty *= (limit - EMPTY / 2) / size
        more = draft(plenty)
        steps = fewest(more, measure, limit)
        grown = measure(more.sketch(steps))
        if grown > size:
            made, count, size = more, steps, grown
    return made, count


def fit_laid_out(draft: Fitting, layout: Layout[K], limit: float, *, first: int) -> tuple[Brief, float]:
    """Give the fullest brief that takes at most ``limit`` pages as laid out, with its pages.

    It is laid out once after the ``first`` steps. What that shows corrects the estimate, by which the steps are counted
    anew, and another layout proves them; where they still take too much, a third leaves the more room.
    """
    tried: dict[int, tuple[float, Brief]] = {}
    count, room = first, limit
    while count not in tried and len(tried) < LAYOUTS:
        brief = draft.after(count)
        pages, known = layout.lay_out(brief)
        tried[count] = pages, brief
        if pages <= limit and (count == 0 or limit - pages <= (SPARE if len(tried) == 1 else EMPTY)):
            break
        room -= max(0.0, pages - limit) if len(tried) > 1 else 0.0
        count = fewest(draft, partial(layout.guess, known=known), room)
    best = min((count for count, (pages, _) in tried.items() if pages <= limit), default=max(tried))
    pages, brief = tried[best]
    return brief, pages


def fewest(draft: Fitting, measure: Callable[[Brief], float], limit: float) -> int:
    """Count the steps that must go; where all are too few, those before a theme would have nothing left."""
    count = len(draft.giving_way)
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if measure(draft.sketch(middle)) <= limit:
            high = middle
        else:
            low = middle + 1
    over = low == count and measure(draft.sketch(low)) > limit
    return min(draft.floor, count) if over else low


def printed_sentences(brief: Brief) -> int:
    """Count the sentences that a brief prints, each as often as it is printed."""
    return sum(1 for _ in brief.items())


def printed_words(brief: Brief) -> int:
    """Give the words that a brief prints."""
    return brief.words
