"""Dates in a sentence: as stated, and resolved where they are certain."""

import pytest

from tests.statements.test_facts import fact, part

WEDNESDAY = "2025-02-19T10:00:00+01:00"


def dates(text, *, language="en", published=WEDNESDAY):
    found = fact(text, language=language, published=published).dates
    return [(part(text, one.span), one.resolved, one.ahead) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on 18 February 2025.", ("18 February 2025", "2025-02-18", False)),
        ("It was signed on Feb. 7, 1992, in Rome.", ("Feb. 7, 1992", "1992-02-07", False)),
        ("It was signed on the 18th of March 2024.", ("18th of March 2024", "2024-03-18", False)),
        ("It was signed on March 18th, 2024.", ("March 18th, 2024", "2024-03-18", False)),
        ("It was signed on 2024-06-30 there.", ("2024-06-30", "2024-06-30", False)),
        ("It ended on 2024-06-30", ("2024-06-30", "2024-06-30", False)),
        ("It was signed on 30.06.2024.", ("30.06.2024", "2024-06-30", False)),
        ("It was signed in March 2024.", ("March 2024", "2024-03", False)),
        ("It was signed on 31 February 2024.", ("31 February 2024", None, False)),
        ("It was signed in 2014.", ("2014", "2014", False)),
        ("It has held since 2014.", ("since 2014", "2014", False)),
        ("2014: The bank failed.", ("2014", "2014", False)),
        ("It must end by 2030.", ("by 2030", "2030", True)),
        ("It was built in the spring of 2023.", ("the spring of 2023", None, False)),
        ("It failed at the end of 2023.", ("the end of 2023", "2023", False)),
        ("It was signed on Friday, 14 February.", ("Friday, 14 February", "2025-02-14", False)),
        ("It was signed on Friday, 13 February 2025.", ("Friday, 13 February 2025", None, False)),
        ("It was signed on 14 February.", ("14 February", "2025-02-14", False)),
        ("It was signed on 14 June.", ("14 June", None, False)),
        ("It will be signed on 14 June.", ("14 June", "2025-06-14", True)),
        ("The feast: 21 February.", ("21 February", "2025-02-21", True)),
        ("It was signed in November.", ("November", "2024-11", False)),
        ("It was signed in January.", ("January", "2025-01", False)),
        ("It was signed in February.", ("February", None, False)),
        ("It will be signed in May.", ("May", "2025-05", True)),
        ("It will be signed in January.", ("January", "2026-01", True)),
        ("The feast in May is long.", ("May", None, False)),
        ("It was signed last March.", ("last March", None, False)),
    ],
)
def test_calendar_dates(text, expected):
    """A day without a year is the one within reach; a month waits for its verb; an impossible day stays unresolved."""
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", ("Monday", "2025-02-17", False)),
        ("They met on Wednesday.", ("Wednesday", "2025-02-19", False)),
        ("They met on Thursday.", ("Thursday", "2025-02-13", False)),
        ("They will meet on Thursday.", ("Thursday", "2025-02-20", True)),
        ("They will meet on Wednesday.", ("Wednesday", None, True)),
        ("They are to meet on Friday.", ("Friday", "2025-02-21", True)),
        ("They won't meet on Friday.", ("Friday", "2025-02-21", True)),
        ("They won on Friday.", ("Friday", "2025-02-14", False)),
        ("They could meet on Friday.", ("Friday", None, False)),
        ("The talks on Friday are long.", ("Friday", None, False)),
        ("Friday is when they met and will vote.", ("Friday", None, False)),
        ("On Friday, he said so.", ("Friday", "2025-02-14", False)),
        ("They met last Friday.", ("last Friday", None, False)),
        ("Friday's talks failed.", ("Friday", None, False)),
        ("They announced it, more or less on Monday.", ("Monday", "2025-02-17", False)),
        ("“We met on Monday,” she said.", ("Monday", None, False)),
        ("They resigned yesterday.", ("yesterday", "2025-02-18", False)),
        ("They resign tomorrow.", ("tomorrow", "2025-02-20", True)),
        ("They said so today.", ("today", "2025-02-19", False)),
        ("Today, Europe faces a choice.", ("Today", None, False)),
        ("They resigned two days ago.", ("two days ago", "2025-02-17", False)),
        ("They resigned 20 days ago.", ("20 days ago", None, False)),
        ("They resigned a month ago.", ("a month ago", "2025-01", False)),
        ("They resigned two months ago.", ("two months ago", None, False)),
        ("It starts in two weeks.", ("in two weeks", None, True)),
        ("They resigned last week.", ("Last week", None, False)),
        ("They resigned last month.", ("last month", "2025-01", False)),
        ("It will end next year.", ("next year", "2026", True)),
        ("It grew this year.", ("this year", "2025", False)),
        ("It will end by the end of the year.", ("by the end of the year", None, True)),
        ("It is open until Saturday.", ("until Saturday", None, True)),
    ],
)
def test_relative_dates(text, expected):
    """A weekday is the latest for what was and the coming one for what will be; what is quoted keeps its own day."""
    stated = expected[0] if expected[0] in text else expected[0].lower()
    assert dates(text) == [(stated, *expected[1:])]


def test_each_date_of_a_sentence_has_its_own_verb():
    """The verb nearest before a date in its clause tells where it lies."""
    text = "They met on Monday and will meet again on Thursday."
    assert dates(text) == [("Monday", "2025-02-17", False), ("Thursday", "2025-02-20", True)]


def test_a_weekday_beside_another_year_stays_unresolved():
    """A Friday of 2014 is not last Friday."""
    assert dates("In 2014, on a Friday, the bank failed.") == [
        ("2014", "2014", False),
        ("Friday", None, False),
    ]


@pytest.mark.parametrize("published", [None, "no date"])
def test_without_the_articles_own_date_nothing_relative_is_resolved(published):
    """Only what a date itself says is certain then."""
    text = "They met on Monday, 18 February 2025 or in May and yesterday."
    assert [one[1] for one in dates(text, published=published)] == [None, None, None]
    assert dates("They met on Tuesday, 18 February 2025.", published=published)[0][1] == "2025-02-18"


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the palace.",
        "It is the third time in two years that it has happened.",
        "The last week of the war was long.",
        "It lost 1990-2005 models and the 2030 target.",
        "It needs a fleet of 2000 aircraft.",
        "It took 40 days and 3 may follow.",
        "It said: in two words, no.",
        "The end of the talks.",
    ],
)
def test_what_is_no_date_is_none(text):
    """Verbs, spans of time, names and counts are no dates."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte am Dienstagabend ab.", ("Dienstagabend", "2025-02-18", False)),
        ("Er wird am Freitag abstimmen.", ("Freitag", "2025-02-21", True)),
        ("Er würde am Freitag gehen.", ("Freitag", None, False)),
        ("Er wurde am Freitag gewählt.", ("Freitag", "2025-02-14", False)),
        ("Am 3. Oktober 1990 trat er an.", ("3. Oktober 1990", "1990-10-03", False)),
        ("Er trat vor zwei Tagen zurück.", ("vor zwei Tagen", "2025-02-17", False)),
        ("Das Werk schließt Ende 2026.", ("Ende 2026", "2026", True)),
        ("Es endet bis Ende des Jahres.", ("bis Ende des Jahres", None, True)),
        ("Er geht morgen.", ("morgen", "2025-02-20", True)),
    ],
)
def test_german_dates(text, expected):
    """German dates, with the parts of a day written as one word."""
    assert dates(text, language="de") == [expected]


def test_a_capital_morgen_is_the_time_of_day():
    """“Am Morgen” is no tomorrow."""
    assert dates("Er kam am Morgen.", language="de") == []


def test_a_date_is_no_number():
    """The figures of a date count nothing."""
    assert fact("It was signed on 18 February, two days ago.", published=WEDNESDAY).numbers == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Il ne votera pas la loi en mai.", "fr", ("mai", "2025-05", True)),
        ("Il a voté la loi en mai.", "fr", ("mai", "2024-05", False)),
        ("В 2024 году экспорт вырос.", "ru", ("2024", "2024", False)),
    ],
)
def test_languages_that_tell_time_by_endings(text, language, expected):
    """A verb's ending tells the future in French; a word for a year makes a date of figures in Russian."""
    assert dates(text, language=language) == [expected]
    assert fact(text, language=language).numbers == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She urged the union to meet Judge Hale on Monday.", ("Monday", "2025-02-24", True)),
        ("They agreed to resume talks by Friday.", ("by Friday", "2025-02-21", True)),
        ("They called a strike for Friday.", ("Friday", "2025-02-21", True)),
        ("He urged Russia to end the war on Monday.", ("Monday", None, False)),
        ("They wanted a deal on Monday.", ("Monday", "2025-02-17", False)),
        ("They had to leave on Monday.", ("Monday", "2025-02-17", False)),
    ],
)
def test_what_is_asked_for(text, expected):
    """An appointment that is asked for lies ahead; any other deed or its asking may be what a weekday dates."""
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er forderte beide Seiten auf, am Montag zu verhandeln.", ("Montag", "2025-02-24", True)),
        ("Das Kabinett soll am Montag entscheiden.", ("Montag", "2025-02-24", True)),
        ("Er war froh, am Montag zu verhandeln.", ("Montag", "2025-02-17", False)),
    ],
)
def test_what_is_asked_for_in_german(text, expected):
    """What somebody asks for with an infinitive lies ahead in German too."""
    assert dates(text, language="de") == [expected]
