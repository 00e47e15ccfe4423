"""A brief at its length."""

from dataclasses import dataclass, field

import pytest

from briefing.fit import LAYOUTS, fit, fit_laid_out, fullest


@dataclass(frozen=True)
class Numbers:
    """Plain numbers for briefs: ``after(n)`` is the n-th of them."""

    giving_way: tuple[float, ...]
    floor: int
    held_back: bool = False
    whole: float = 90

    def after(self, count):
        return (self.whole, *self.giving_way)[count]

    sketch = after


@dataclass
class Paper:
    """A layout that takes what it is told, and tells by how much that is more than was guessed."""

    real: dict[float, float]
    told: dict[float, float] = field(default_factory=dict)
    """What is guessed of a brief once one is laid out; without it the truth."""
    seen: list[float] = field(default_factory=list)

    def lay_out(self, brief):
        self.seen.append(brief)
        return self.real[brief], None

    def guess(self, brief, known):
        return self.told.get(brief, self.real[brief])


def lengths(limit, *steps, floor=None):
    """Fit numbers of which the first is 90."""
    return fit(Numbers(steps, len(steps) if floor is None else floor), lambda length: length, limit)


def test_nothing_gives_way_within_the_length():
    """A brief that fits is left whole."""
    assert lengths(100, 80, 70) == 90


def test_as_few_as_possible_give_way():
    """The first length that fits is taken."""
    assert lengths(75, 80, 70, 60) == 70


def test_a_theme_may_fall_silent_for_the_length():
    """Where only the shortest brief fits, that one is given."""
    assert lengths(70, 80, 70, floor=1) == 70


def test_no_theme_falls_silent_for_nothing():
    """Where not even the shortest brief fits, each theme keeps its strongest statement."""
    assert lengths(10, 80, 70, 60, floor=2) == 70
    assert lengths(10, 80, 70) == 70


# --- laid out


def laid_out(paper, *steps, first, limit=2.0, floor=9):
    """Fit briefs that are named by their numbers, 0 the whole one, to two pages."""
    return fit_laid_out(Numbers(steps, floor, whole=0), paper, limit, first=first)


def test_one_layout_is_enough_where_it_fills_the_pages():
    """What fits and leaves no room for a statement is what was asked for."""
    paper = Paper({1: 1.97})
    assert laid_out(paper, 1, 2, first=1) == (1, 1.97)
    assert paper.seen == [1]


def test_nothing_is_laid_out_again_where_nothing_gave_way():
    """A whole brief that fits may leave as much room as it likes."""
    paper = Paper({0: 0.4})
    assert laid_out(paper, 1, first=0) == (0, 0.4)
    assert paper.seen == [0]


def test_a_second_layout_proves_what_the_first_one_told():
    """What takes too much gives way to what was learned, whether that was too much or too little."""
    long = Paper({0: 2.3, 1: 2.1, 2: 2.05, 3: 1.99, 4: 1.9})
    assert laid_out(long, 1, 2, 3, 4, first=1) == (3, 1.99)
    assert long.seen == [1, 3]
    short = Paper({0: 2.3, 1: 2.1, 2: 1.98, 3: 1.9, 4: 1.8})
    assert laid_out(short, 1, 2, 3, 4, first=4) == (2, 1.98)
    assert short.seen == [4, 2]


def test_a_third_leaves_the_more_room():
    """Where the second took 0.05 pages too much, the third is guessed at 0.05 less."""
    paper = Paper({0: 3, 1: 2.2, 2: 2.05, 3: 1.97, 4: 1.9}, told={0: 3, 1: 2.2, 2: 1.99, 3: 1.96, 4: 1.94})
    assert laid_out(paper, 1, 2, 3, 4, first=1) == (4, 1.9)
    assert paper.seen == [1, 2, 4]


def test_a_third_takes_more_where_the_last_page_is_nearly_empty():
    """Where a guess was much too high, what the second showed is used once more."""
    paper = Paper({0: 2.4, 1: 2.2, 2: 1.9, 3: 1.5})
    guesses = iter([{0: 2.9, 1: 2.5, 2: 2.1, 3: 2.0}, paper.real])

    def lay_out(brief):
        paper.seen.append(brief)
        paper.told = next(guesses, paper.real)
        return paper.real[brief], None

    paper.lay_out = lay_out
    assert laid_out(paper, 1, 2, 3, first=1) == (2, 1.9)
    assert paper.seen == [1, 3, 2]


def test_there_are_never_more_layouts_than_three():
    """A layout that tells nothing true is not followed for ever: the shortest that was tried is given."""
    paper = Paper(dict.fromkeys(range(9), 2.5))
    paper.guess = lambda brief, known: (
        2.05 - 0.1 * brief / len(paper.seen)
    )  # hopeful, each time a little less
    _, pages = laid_out(paper, *range(1, 9), first=0)
    assert pages == 2.5
    assert len(paper.seen) <= LAYOUTS


def test_what_never_gives_way_runs_over():
    """Where even the shortest is too long, it is laid out once and given with its pages."""
    paper = Paper({0: 3.0, 1: 2.6, 2: 2.4})
    assert laid_out(paper, 1, 2, first=2, floor=2) == (2, 2.4)
    assert paper.seen == [2]


# --- drafts


@pytest.mark.parametrize(
    ("sizes", "held_back", "expected"),
    [
        ([1.9], True, 1.9),  # full enough
        ([1.2], False, 1.2),  # there is no more to say
        ([1.2, 1.8], True, 1.8),
        ([1.2, 1.5, 1.6, 1.65], True, 1.65),  # four drafts at most
        ([1.2, 1.1, 1.75], True, 1.75),  # one that is shorter is let go
    ],
)
def test_more_is_drafted_where_pages_stay_empty(sizes, held_back, expected):
    """A draft that leaves a third of a page of two empty is drafted anew with more, while there is more."""
    asked = []

    def draft(plenty):
        asked.append(plenty)
        return Numbers((), 0, held_back=held_back, whole=sizes[len(asked) - 1])

    made, steps = fullest(draft, lambda pages: pages, 2.0)
    assert (made.after(0), steps) == (expected, 0)
    assert len(asked) == len(sizes)
    assert asked == sorted(asked)
    assert asked[0] == 1.0
