"""Statements at their places, stories in one piece."""

import hypothesis.strategies as st
from hypothesis import given

from briefing.model import Edit
from briefing.sections.hand import Held
from briefing.sections.lines import Line
from briefing.sections.moves import moved


def arranged(groups, *wanted):
    """Move statements (number, place) of groups given as strings of numbers: "0 12 3"."""
    lines = [[Line((int(at),), None, 0.0) for at in group] for group in groups.split()]
    moves = [Held(Edit("order", place=place), "x", (at,)) for at, place in wanted]
    return " ".join("".join(str(line.first) for line in group) for group in moved(lines, moves))


def test_single_statements_stand_exactly_at_their_places():
    """Each at its own, the others around them in their order."""
    assert arranged("0 1 2 3") == "0 1 2 3"
    assert arranged("0 1 2 3", (3, 1)) == "3 0 1 2"
    assert arranged("0 1 2 3", (0, 3)) == "1 2 0 3"
    assert arranged("0 1 2", (0, 2), (1, 3)) == "2 0 1"
    assert arranged("0 1 2 3", (3, 2), (2, 1)) == "2 3 0 1"


def test_a_place_beyond_the_end_is_the_end():
    """Nothing is lost where a section is shorter than it was."""
    assert arranged("0 1 2", (0, 9)) == "1 2 0"


def test_of_two_with_one_place_the_later_entry_comes_first():
    """As when an editor moved one to the top and then another one."""
    assert arranged("0 1 2 3", (2, 1), (3, 1)) == "3 2 0 1"


def test_of_two_entries_for_one_statement_the_later_counts():
    """The editor moved it twice."""
    assert arranged("0 1 2", (2, 1), (2, 2)) == "0 2 1"


def test_within_its_story_a_statement_moves_alone():
    """Its place lies inside the story: the story stays where it is."""
    assert arranged("0 123 4", (3, 2)) == "0 312 4"
    assert arranged("0 123 4", (3, 3), (2, 2)) == "0 231 4"


def test_beyond_its_story_the_story_moves_whole():
    """The statement comes as near to its place as the story and the others allow."""
    assert arranged("0 1 23 4", (2, 1)) == "23 0 1 4"
    assert arranged("0 1 23 4", (3, 1)) == "32 0 1 4"
    assert arranged("01 2 34", (2, 5)) == "01 34 2"
    assert arranged("01 234", (0, 5)) == "234 10"
    assert arranged("012 3 4", (3, 2)) == "3 012 4"


def test_an_entry_for_what_is_not_there_moves_nothing():
    """The order of the others stays."""
    assert arranged("0 1 2", (7, 1)) == "0 1 2"


@given(
    st.lists(st.integers(1, 3), max_size=6),
    st.lists(st.tuples(st.integers(0, 17), st.integers(1, 20)), max_size=6),
)
def test_nothing_is_lost_and_stories_stay_whole(sizes, wanted):
    """The same groups come back, each with its own statements."""
    numbers = iter(range(sum(sizes)))
    groups = [[Line((next(numbers),), None, 0.0) for _ in range(size)] for size in sizes]
    moves = [Held(Edit("order", place=place), "x", (at,)) for at, place in wanted]
    found = moved(groups, moves)
    assert sorted(sorted(line.first for line in group) for group in found) == [
        [line.first for line in group] for group in groups
    ]
    assert moved(groups, []) == groups
