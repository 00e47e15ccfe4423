"""What lies ahead of a brief stands apart from its timeline."""

from dataclasses import replace

import pytest

from briefing.model import Dated, Span
from briefing.renderers.view import building as view
from briefing.renderers.view import phrases
from tests.renderers.samples import EN, FERRY, brief


@pytest.mark.parametrize(
    ("resolved", "ahead", "coming"),
    [
        ("2025-02-18", True, False),  # it looked forward to a day that is over
        ("2025-02-19", False, False),
        ("2025-02-20", False, True),
        ("2025-02", True, True),
        ("2025-02", False, False),
        ("2025", True, True),
        ("2026", False, True),
        (None, True, True),
        (None, False, False),
    ],
)
def test_the_calendar_tells_what_lies_ahead(resolved, ahead, coming):
    """The brief's day decides; within its own month or year, and without a date, the sentence does."""
    page = view.page(brief(timeline=(Dated(FERRY, Span(100, 110), resolved, ahead),)))
    assert (len(page.timeline), len(page.ahead)) == ((0, 1) if coming else (1, 0))


def test_a_date_says_once_what_it_says():
    """A day as resolved stands beside its words only where it says more."""
    item = replace(FERRY, text="On 18 February 2025 it closed.", start=0, end=30)
    page = view.page(brief(timeline=(Dated(item, Span(3, 19), "2025-02-18"),)))
    assert (page.timeline[0].label, page.timeline[0].note) == ("18 February 2025", None)


def test_months_and_years_are_written_out():
    """A date is as long as what is known of it."""
    assert phrases.plain_day(EN, "2025-02") == "February 2025"
    assert phrases.plain_day(EN, "2025") == "2025"
