"""An item says why it is printed where it is: with the theme that it is printed for, and the next one."""

import pytest

from briefing.model import Match, Part, Placement, Reading, RunnerUp, Statement
from briefing.sections.lines import Line
from briefing.sections.press import Press
from tests.making import article, sentences

TEXTS = ("# Harbour talks", ("Tamm closed the lock.", "He will not open it."))
STRONG, WEAK = (Part("Tamm speaks", 2.0),), (Part("names Tamm", 1.0),)


def item(theme, *placements):
    """Print both sentences as one line for a theme."""
    made = article(*TEXTS)
    statements = tuple(Statement(one) for one in sentences(made, *TEXTS))
    reading = Reading((made,), statements, placements, {}, ())
    return Press(reading).item(Line((0, 1), theme, 1.0))


FIRST = Placement((Match("north", 1, WEAK), Match("south", 0.5, WEAK)), ("north",), None)
SECOND = Placement(
    (Match("north", 2, STRONG), Match("east", 1, WEAK), Match("west", 1.5, WEAK)), ("north",), None
)


def test_the_best_match_with_its_theme_and_what_comes_after_it_there():
    """Of the sentences of a line the one that fits its theme best tells score, parts and runner-up."""
    made = item("north", FIRST, SECOND)
    assert (made.score, made.why, made.runner_up) == (2.0, STRONG, RunnerUp("west", 1.5))
    assert made.heading == "Harbour talks"


@pytest.mark.parametrize(
    ("theme", "score", "runner"),
    [("south", 0.5, RunnerUp("north", 1.0)), ("nowhere", None, None), (None, None, None)],
)
def test_a_line_of_another_theme_or_none(theme, score, runner):
    """The runner-up is the best other theme; a line that no theme asked for has no score and no reasons."""
    made = item(theme, FIRST, SECOND)
    assert (made.score, made.runner_up) == (score, runner)
    assert bool(made.why) == (score is not None)


def test_a_theme_without_points_is_no_runner_up():
    """An excluded word or silence speaks for nothing."""
    only = Placement((Match("north", 1.0, WEAK), Match("south", 0.0, WEAK)), ("north",), None)
    assert item("north", only, only).runner_up is None
