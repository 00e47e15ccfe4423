"""A brief at its length."""

from briefing.fit import fit


def lengths(limit, steps):
    """Fit plain numbers: ``after(n)`` is the n-th of ``steps``."""
    return fit(lambda n: steps[n], len(steps) - 1, lambda length: length, limit)


def test_nothing_gives_way_within_the_length():
    """A brief that fits is left whole."""
    assert lengths(100, [90, 80, 70]) == 90


def test_as_few_as_possible_give_way():
    """The first length that fits is taken."""
    assert lengths(75, [90, 80, 70, 60]) == 70


def test_what_never_gives_way_is_printed():
    """Where nothing fits the shortest brief is given."""
    assert lengths(10, [90, 80, 70]) == 70
