"""What is new since the issue before, what changed, what is repeated, and who has gone quiet."""

from dataclasses import replace

import pytest

from briefing.model import Audience, Length, Reading
from briefing.sections import Frame, draft
from briefing.statements import attribute, since, with_facts, with_stances
from briefing.summarizers import pick
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences

KEYS = tuple(theme.key for theme in THEMES)
AUDIENCE = Audience("desk", None, KEYS, Length(), ("json",))
FRAME = Frame("Title", "en", "2025-02-19", 1, None, {"briefing": "0"}, None, THEMES)


def reading(day, *texts):
    """Read an article of a day, a paragraph each text."""
    made = article(*texts, name=f"{day}.txt", published=day)
    found = with_stances(with_facts(attribute(sentences(made, *texts), ACTORS)))
    return Reading((made,), found, place(found, THEMES, {}), {"house": (0.5,) * len(found)}, ())


def told(day, *texts):
    """The brief of a day."""
    return draft(reading(day, *texts), AUDIENCE, FRAME, pick).after(0)


def renewed(before, now):
    """Texts of what is new, changed (then, now) and repeated, and who is quiet."""
    today = reading("2025-02-19", *now)
    found = since(today, told("2025-02-18", *before))
    text = [statement.sentence.text for statement in today.statements]
    changed = [(then.text, text[index]) for then, _, index in found.changed]
    return [text[i] for i in found.new], changed, [text[i] for i in found.repeated], found.quiet


TROOPS = "Starmer said Britain would send 20,000 peacekeepers to Ukraine."


def test_what_nobody_said_before_is_new():
    """A position about another matter than any of the day before is new."""
    sanctions = "Macron demanded European sanctions against tankers of the shadow fleet."
    assert renewed([TROOPS], [sanctions]) == ([sanctions], [], [], ())


def test_what_was_said_before_is_repeated():
    """The same in other words is repeated, not new."""
    again = "Starmer repeated that Britain would send 20,000 peacekeepers to Ukraine."
    assert renewed([TROOPS], [again]) == ([], [], [again], ())


CHANGES = [
    (TROOPS, "Starmer said Britain would send 30,000 peacekeepers to Ukraine."),
    (TROOPS, "Starmer said Britain would not send peacekeepers to Ukraine."),
    (
        "Zelensky would accept a mediator from Switzerland.",
        "Zelensky would accept a mediator from Switzerland only if prisoners were released.",
    ),
    (
        "Lavrov demanded elections in Ukraine before 3 March.",
        "Lavrov demanded elections in Ukraine before 10 March.",
    ),
]


@pytest.mark.parametrize(("then", "now"), CHANGES)
def test_another_number_condition_date_or_a_denial_is_a_change(then, now):
    """A position that differs from that of the day before is changed, and both sentences are named."""
    new, changed, repeated, _ = renewed([then], [now])
    assert (new, changed, repeated) == ([], [(then, now)], [])


def test_who_says_nothing_any_more_has_gone_quiet():
    """An actor that took a position then and takes none now is named as it was then."""
    quiet = renewed([TROOPS, "Lavrov rejected a ceasefire at sea."], ["Starmer demanded sanctions."])[3]
    assert quiet == ("Lavrov",)


def test_context_is_no_position():
    """A sentence without a theme is neither new nor repeated."""
    rain = "Rain fell on the northern harbours for a third day."
    assert renewed([rain], [rain, "Snow fell on the southern ones."]) == ([], [], [], ())


def test_history_is_no_news():
    """What a sentence says of an earlier year is not new."""
    assert renewed([TROOPS], ["In 2014 Putin refused to withdraw the soldiers from Crimea."])[0] == []


def test_an_old_archive_is_compared_by_what_it_printed():
    """A brief that does not list its positions is compared by the statements of its sections."""
    before = replace(told("2025-02-18", TROOPS), told=())
    today = reading("2025-02-19", "Starmer repeated that Britain would send 20,000 peacekeepers to Ukraine.")
    assert since(today, before).repeated == (0,)


def test_a_forged_archive_without_its_sources_changes_nothing():
    """A position whose source the brief does not list is passed over."""
    before = replace(told("2025-02-18", TROOPS), sources=())
    assert since(reading("2025-02-19", TROOPS), before).new == (0,)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (
            "Starmer would send British peacekeepers to Ukraine without any conditions.",
            "Starmer would send British peacekeepers to Ukraine only if a truce holds.",
        ),
        (
            "Starmer would station peacekeepers in all four provinces.",
            "Starmer would station peacekeepers in the two northern provinces.",
        ),
    ],
)
def test_a_condition_that_comes_and_fewer_things_are_changes(then, now):
    """What was without conditions and now has one is changed, and so is the number of what is spoken of."""
    assert renewed([then], [now]) == ([], [(then, now)], [], ())


def test_news_told_twice_in_a_day_is_one():
    """Several sentences of a day that say one new thing are one entry."""
    first = "Macron demanded European sanctions against tankers of the shadow fleet."
    second = "Macron called for sanctions on the tankers of the shadow fleet in Brest."
    new, changed, repeated, _ = renewed([TROOPS], [first, second])
    assert (len(new), changed, repeated) == (1, [], [])
    assert set(new) < {first, second}


def test_who_only_had_said_something_has_gone_quiet():
    """What somebody had said before is no position of today."""
    now = ["Starmer had demanded British peacekeepers for Ukraine."]
    assert renewed([TROOPS], now)[3] == ("Starmer",)


def test_what_sources_contradicted_yesterday_is_no_change_today():
    """The same sentences a day later are repeated, though two of them say the opposite of one another."""
    refused = "Starmer said Britain would not send 20,000 peacekeepers to Ukraine."
    assert renewed([TROOPS, refused], [TROOPS, refused]) == ([], [], [TROOPS, refused], ())


def test_the_same_words_are_the_same():
    """A sentence that was told word for word is repeated, though it says too little to be told by its matter."""
    said = "“Starmer has to sign,” Macron said."
    assert renewed([said], [said]) == ([], [], [said], ())
