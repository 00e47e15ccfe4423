"""Where a statement belongs."""

import hypothesis.strategies as st
from hypothesis import given

from briefing.model import Theme
from briefing.statements import attribute, heading_actors
from briefing.themes import place
from tests.making import ACTORS, THEMES, article, sentences


def placed(*paragraphs, themes=THEMES):
    made = article(*paragraphs)
    statements = attribute(sentences(made, *paragraphs), ACTORS)
    headings = {(made.id, block): named for block, named in heading_actors(made, ACTORS).items()}
    return place(statements, themes, headings)


def reached(sentence, themes=THEMES):
    return placed(sentence, themes=themes)[0].themes


def test_the_speaker_decides():
    """Who speaks decides, not who is talked about."""
    assert reached("Russia warned Ukraine and Germany.") == ("russian",)


def test_a_sentence_may_belong_to_two_themes():
    """Joint speakers place a statement in both their themes."""
    assert set(reached("Washington and Moscow agreed to talk.")) == {"american", "russian"}


def test_a_mention_alone_is_no_position():
    """A name that does not speak is too little, and the reason says so."""
    (one,) = placed("The road to Kyiv was closed by snow.")
    assert (one.themes, one.reason) == ((), "states no position")


def test_name_at_the_head_with_a_keyword_is_enough():
    """European capitals that are “divided” stand in their theme without a verb of speech."""
    assert reached("Germany and France, divided as ever, waited.") == ("european",)


def test_questions_belong_nowhere():
    """A question states no position."""
    (one,) = placed("Will Russia reject the plan?")
    assert (one.themes, one.reason) == ((), "asks a question")


def test_excluded_words_keep_a_statement_out():
    """“Killed” keeps a report of casualties out of the demands; the match says why."""
    (one,) = placed("Ukraine said two were killed.")
    assert (one.themes, one.reason) == ((), "holds an excluded word")
    assert one.matches[-1].parts[0].why == "excluded by “killed”"


def test_heading_is_a_weak_prior():
    """A heading that names the actor adds a little and never places alone."""
    above, plain = placed("# Moscow’s line", "Russia warned Ukraine.")[0], placed("Russia warned Ukraine.")[0]
    assert above.matches[0].score == plain.matches[0].score + 0.2
    assert placed("# Moscow’s line", "It rained all week.")[0].themes == ()


def test_about_needs_the_subject_not_the_speaker():
    """A theme “about” an actor takes what others say of it."""
    theme = Theme("about", "About Ukraine", actors=("ukraine",), role="about", keywords=("seat",))
    assert reached("Russia warned Ukraine.", (theme,)) == ("about",)
    assert reached("Russia warned Germany.", (theme,)) == ()


def test_topic_needs_keywords_alone():
    """A theme without actors lives on its words."""
    theme = Theme("forest", "Forests", role="topic", keywords=("forest*", "logging"))
    assert reached("The forests burned again.", (theme,)) == ("forest",)
    assert reached("The town burned again.", (theme,)) == ()


def test_min_score_raises_the_bar():
    """What scores below a theme's own bar is not placed."""
    theme = Theme("strict", "Strict", actors=("russia",), min_score=2.5)
    assert reached("Russia warned Ukraine.", (theme,)) == ()


WORDS = st.lists(
    st.sampled_from(
        [
            "Russia",
            "Kyiv",
            "Macron",
            "said",
            "rejected",
            "and",
            "the",
            "unacceptable",
            "“",
            "”",
            ",",
            "he",
            "it",
            "they",
            "met",
            "wounded",
            "980,000",
            "demand",
            "for",
            "must",
            "will",
            "that",
            "?",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(WORDS)
def test_twice_the_same(words):
    """The same words are placed the same way again."""
    sentence = " ".join(words) + "."
    assert placed(sentence) == placed(sentence)


@given(WORDS)
def test_scores_add_up_to_their_parts(words):
    """Every score is the sum of its parts, and every placed theme reaches its bar."""
    (one,) = placed(" ".join(words) + ".")
    for match in one.matches:
        assert match.score == round(sum(part.points for part in match.parts), 3)
    assert set(one.themes) == {match.theme for match in one.matches if match.score >= 1}
    assert (one.reason is None) == bool(one.themes)
