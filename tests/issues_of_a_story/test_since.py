"""Ten issues of one story: what the tool calls new, changed and repeated, held against a reader's lists."""

from collections import Counter
from functools import cache

import pytest

from briefing.config import load_config
from briefing.pipeline import Occasion, compose, gather
from briefing.statements import since
from tests.issues_of_a_story.test_changes import DAYS, STORY, changes


@cache
def found():
    """For every day from the second: texts of what is new, changed (then, now) and repeated."""
    config, before, days = load_config(STORY / "briefing.toml"), None, {}
    for day in DAYS:
        reading = gather([str(STORY / f"{day:02}")], config)
        if before:
            told = since(reading, before)
            text = [statement.sentence.text for statement in reading.statements]
            changed = [(then.text, text[index]) for then, _, index in told.changed]
            days[day] = [text[i] for i in told.new], changed, [text[i] for i in told.repeated]
        before = compose(reading, config, config.audiences[0], Occasion(f"2026-03-{day + 1:02}", day, before))
    return days


def tally():
    """Count over all days what was said and what of it is right."""
    count = Counter()
    for row in changes():
        new, changed, _ = found()[row["day"]]
        right = {
            (then, change["now"])
            for change in row["changed"]
            for then in (change["then"], *change["then_also"])
        }
        count["changes"] += len(row["changed"])
        count["changed"] += sum(now not in row["either"] for _, now in changed)
        count["changed right"] += len(right & set(changed))
        count["repeated"] += len(row["repeated"])
        count["repeated as new"] += len(set(new) & set(row["repeated"]))
        count["new"] += len(row["new"])
        told = set(new) - set(row["either"])
        count["called new"] += len(told)
        count["new right"] += len(told & set(row["new"]))
        told |= {other for group in row["same_today"] if told & set(group) for other in group}
        count["new found"] += len(told & set(row["new"]))
    return count


def test_what_is_called_changed_has_changed():
    """Nine of ten changes are the reader's, with the sentence that they changed from."""
    count = tally()
    assert count["changed right"] >= 0.9 * count["changed"] > 0


def test_changes_are_found():
    """Seven of ten changes are found."""
    count = tally()
    assert count["changed right"] >= 0.7 * count["changes"] > 0


def test_what_is_called_new_is_new():
    """Nine of ten positions that are called new are, and seven of ten new ones are found."""
    count = tally()
    assert count["new right"] >= 0.9 * count["called new"] > 0
    assert count["new found"] >= 0.7 * count["new"] > 0


def test_what_is_repeated_is_not_new():
    """At most three of a hundred repeated positions are shown as new."""
    count = tally()
    assert count["repeated as new"] <= 0.03 * count["repeated"]


def test_a_day_without_news():
    """On the sixth day nothing is called changed, and most of what was said is called repeated."""
    new, changed, repeated = found()[6]
    row = next(row for row in changes() if row["day"] == 6)
    assert changed == []
    assert len(set(repeated) & set(row["repeated"])) > len(row["repeated"]) / 2
    assert set(new).isdisjoint(row["repeated"])


@pytest.mark.parametrize("day", [day for day in DAYS if day > 1])
def test_each_position_is_one_of_them(day):
    """What is new is not repeated, and what has changed is neither."""
    new, changed, repeated = found()[day]
    now = [text for _, text in changed]
    assert len({*new, *now, *repeated}) == len(new) + len(now) + len(repeated)


def test_an_issue_is_not_news_to_itself():
    """Compared with its own archive nothing of a day is new or changed."""
    config = load_config(STORY / "briefing.toml")
    for day in (1, 5):
        reading = gather([str(STORY / f"{day:02}")], config)
        brief = compose(reading, config, config.audiences[0], Occasion("2026-03-02", 1))
        told = since(reading, brief)
        assert (told.new, told.changed, told.quiet) == ((), (), ())
        assert len(told.repeated) == sum(bool(placed.themes) for placed in reading.placements)
