"""What speaks against a position."""

import pytest

from briefing.model import Article, Source, Theme
from briefing.statements import attribute
from briefing.text.blocks import blocks
from briefing.text.sentences import sentences as cut
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences


def placed(*paragraphs, themes=THEMES):
    made = article(*paragraphs)
    return place(attribute(sentences(made, *paragraphs), ACTORS), themes, {})


def why(sentence):
    (one,) = placed(sentence)
    return [part.why.split(" (")[0] for match in one.matches for part in match.parts if part.points < 0]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Moscow declined to comment.", "declines to comment"),
        ("Germany said two men were wounded.", "reports casualties"),
        ("Moscow said its troops had shot down a balloon.", "reports the course of a battle"),
        ("Macron said he had arrived in Rome.", "reports a meeting"),
        ("Macron added that she was born in Lyon.", "tells a biography"),
        ("Macron said the evening was constructive.", "appraises"),
        ("Macron said the bridge was closed years ago.", "tells what is past"),
        ("Moscow said it had 980,000 boats.", "reports a count"),
    ],
)
def test_context_is_no_position(sentence, reason):
    """What merely happened is placed nowhere, and a part of the score says why."""
    (one,) = placed(sentence)
    assert one.themes == ()
    assert why(sentence)[0] == one.reason == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Macron said he must meet Starmer in Rome.",
        "Germany demanded that those who wounded two men be tried.",
        "Moscow said it would shoot down no balloon.",
        "“It was a constructive evening,” Macron said.",
        "Macron said it would be wrong if boats left.",
    ],
)
def test_a_position_holds_against_context(sentence):
    """A demand, a plan or one's own words are positions though they speak of meetings or casualties."""
    assert placed(sentence)[0].themes != ()


def test_scenarios_count_in_the_articles_voice_alone():
    """“If” is a scenario where the article muses, and a condition where an actor speaks."""
    assert why("Germany, divided, may perhaps wait.") == ["weighs a scenario"]
    assert why("Germany said it could live with that if boats left.") == []


def test_talks_are_context_in_the_articles_voice():
    """Who met whom is no position; what an actor says of talks may be one."""
    assert why("Macron, divided, met Starmer in Rome.") == ["reports talks"]
    assert placed("Macron, divided, met Starmer in Rome.")[0].themes == ()
    assert placed("Macron said the talks with Starmer were over.")[0].themes == ("european",)


def test_a_meeting_may_only_say_when():
    """“After visiting Rome” tells when something was said."""
    assert why("Macron said after visiting Rome that boats leave.") == []


def test_no_more_is_taken_than_was_given():
    """Context never brings a score below nothing."""
    (one,) = placed("Moscow declined to comment on two wounded men whom it met years ago.")
    assert [match.score for match in one.matches] == [0.0]


def test_what_an_actor_does_is_its_decision():
    """A tariff that is raised is a position without a word of speech."""
    (one,) = placed("Germany raised its tariff on boats.")
    assert one.themes == ("european",)
    assert "decides by what it does (“raised”)" in [part.why for part in one.matches[0].parts]


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("The paper quoted Moscow’s demand for more boats.", ("russian",)),
        ("Nobody liked the plan put forward by the US.", ("american",)),
        ("The demand for boats in Moscow grew.", ()),
    ],
)
def test_a_noun_restates_a_position(sentence, themes):
    """A demand with its owner and its content is one, whoever tells it."""
    assert placed(sentence)[0].themes == themes


def test_plans_alone_are_weak():
    """“Will” with a date is no position; with a refusal it is."""
    assert placed("Germany will take the chair in May.")[0].themes == ()
    assert placed("Germany will never take the chair.")[0].themes == ("european",)


def test_a_stance_is_worth_more_than_a_saying():
    """Who refuses outweighs who says."""
    (refuses,), (says,) = placed("Moscow refused boats."), placed("Moscow said boats came.")
    assert refuses.matches[0].score > says.matches[0].score


# --- themes without speakers ----------------------------------------------------------------------------

RATES = Theme("rates", "Rates", role="topic", keywords=("policy rate", "mortgage*"))
FUND = Theme("fund", "Fund", actors=("ukraine",), role="about", keywords=("grant*",))


def test_a_topic_goes_on():
    """What was told in full is “it” in its paragraph and its last word anywhere in its article."""
    made = placed(
        "A lower rate rained.", ("The policy rate stays.", "It is high."), "Nobody likes the rate.", "It rained.",
        themes=(RATES,),
    )  # fmt: skip
    assert [one.themes for one in made] == [("rates",), ("rates",), ("rates",), ("rates",), ()]
    assert [one.themes for one in placed("A lower rate rained.", "Rates fell.", themes=(RATES,))] == [(), ()]


def test_about_goes_on():
    """Who was the subject is “it” in the next sentence of the paragraph."""
    made = placed(("Ukraine has a harbour.", "Its docks are full.", "Boats leave."), themes=(FUND,))
    assert [one.themes for one in made] == [("fund",), ("fund",), ()]


def test_questions_are_about_nothing():
    """A question tells nothing of a topic either."""
    made = placed("Will the policy rate rise?", "What of Ukraine?", themes=(RATES, FUND))
    assert [one.themes for one in made] == [(), ()]


def test_examples_help():
    """A sentence that is like an example of the desk gets points for it; one that is not gets none."""
    theme = Theme("boats", "Boats", role="topic", keywords=("harbour",), examples=("Boats need deep water.",))
    near, far = placed("Boats need clean water.", "Trains need rails.", themes=(theme,))
    assert [match.parts[0].why for match in near.matches] == ["is like the example “Boats need deep water.”"]
    assert 0 < near.matches[0].score <= 0.8
    assert far.matches == ()


def test_excluded_words_bar_a_topic():
    """A topic's excluded word keeps a sentence out of it."""
    theme = Theme("rates", "Rates", role="topic", keywords=("policy rate",), exclude=("rumour*",))
    assert placed("Rumours of the policy rate went round.", themes=(theme,))[0].themes == ()


def test_an_answer_that_tells_what_was_is_no_position():
    """In an interview “I was late” is told; “that was wrong, and must end” and a plan are positions."""
    paragraphs = (
        "# An interview with Olaf Scholz",
        "What do you say?",
        ("We were late.", "We were late, and that must end.", "I was ill and will go."),
    )
    assert [bool(one.themes) for one in placed(*paragraphs)[1:]] == [False, True, True]


def test_an_item_of_a_release_that_tells_what_was_is_no_position():
    """What an issuer’s list says was heard is told; what it says will be is the issuer’s own."""
    text = "Government of Ukraine\n\nPress release\n\n- Boats: two were counted.\n- Boats: two more for all."
    made = Article("a", text, Source("a.txt", "a.txt", "a"), blocks(text, "en"), "en")
    found = place(attribute(cut(made), ACTORS), THEMES, {})
    assert [bool(one.themes) for one in found if one.matches] == [False, True]


def test_who_somebody_is_is_no_position():
    """A name with an age introduces somebody, and counts for no theme."""
    told = placed("Macron, 58, saw a divided text.", "Macron saw a divided text.")
    assert [bool(one.themes) for one in told] == [False, True]


def test_a_proposal_is_restated_by_who_accepts_it():
    """Who rejects a plan restates whose it is; who only mentions it states nobody's position but his own."""
    told = placed("Moscow rejected a US proposal to wait.", "Moscow said the US proposal to wait was old.")
    assert ["american" in one.themes for one in told] == [True, False]
