"""Whose text it is: answers of an interview, a release in the first person."""

from dataclasses import replace

from briefing.model import Actor
from briefing.statements import attribute
from tests.making import ACTORS, article, sentences


def interview(*paragraphs):
    """Attribute an article whose paragraphs that begin with a name and a colon are answers."""
    made = article(*paragraphs)
    kinds = ["answer" if ":" in made.text[b.span.start : b.span.end] else b.kind for b in made.blocks]
    blocks = tuple(replace(block, kind=kind) for block, kind in zip(made.blocks, kinds, strict=True))
    whole = replace(made, blocks=blocks)
    cut = [
        replace(one, article=whole, block=next(b for b in blocks if b.span == one.block.span))
        for one in sentences(made, *paragraphs)
    ]
    return [[(s.name, s.actor, s.how) for s in one.speakers] for one in attribute(cut, ACTORS)]


def voices(*paragraphs):
    made = article(*paragraphs)
    return [
        [(s.name, s.actor, s.how) for s in one.speakers]
        for one in attribute(sentences(made, *paragraphs), ACTORS)
    ]


def test_answers_are_the_guests():
    """Where an answer is marked by a letter, the person whom the introduction names answers, sentence by sentence."""
    told = interview(
        "We met Olaf Scholz on the train.", ("A: It is too early for that.", "The hour will come.")
    )
    assert told == [[], [("Olaf Scholz", "europe", "interview")], [("Olaf Scholz", "europe", "interview")]]


def test_the_name_before_an_answer_is_who_gives_it():
    """A name before the colon answers, whoever was introduced first, and is called as the text has it."""
    told = interview("We met Olaf Scholz and Emmanuel Macron.", "MACRON: It is too early for that.")
    assert told[1] == [("Emmanuel Macron", "europe", "interview")]


def test_an_answer_of_nobody_known_has_no_speaker():
    """Without an introduction a letter names nobody."""
    assert interview("It rained.", "A: It is too early for that.")[1] == []


def test_a_release_is_its_issuers():
    """What a press release says of its own is the party's that is named at its head."""
    told = voices(
        "# PRESS RELEASE",
        "# Government of Ukraine",
        "We ask for a seat.",
        "It rained.",
        "The US refused to help.",
    )
    assert told == [[("Ukraine", "ukraine", "issuer")]] * 2 + [[("US", "us", "named")]]


def test_a_release_without_a_named_head_is_its_first_sentences():
    """Where nobody is named above the text, the first party in it issues it."""
    told = voices("# Press release", "Moscow shares a river with our neighbours.")
    assert told == [[("Moscow", "russia", "issuer")]]


def test_we_elsewhere_is_nobody():
    """An editorial's “we” is not guessed, nor is a release's that names nobody."""
    assert voices("# Government of Ukraine", "We ask for a seat.") == [[]]
    assert voices("# Press release", "We ask for a seat.") == [[]]


def test_an_interview_with_an_outlet_is_of_whom_stands_before_it():
    """Behind “in an interview with” stands the outlet: the minister before it answers, of the party of the office."""
    told = voices(
        "# Minister of Foreign Affairs of Ukraine Ann Lee in an interview with Courier",
        "Why do you hesitate?",
        "We want a seat.",
    )
    assert told[1] == [("Ann Lee", "ukraine", "interview")]


def test_a_statement_of_countries_called_together_is_the_partys():
    """The Baltic states are Europe's, most of them being countries of that actor."""
    paragraphs = ("# Joint statement by the Baltic states", "We want a seat.")
    made = article(*paragraphs)
    several, one = (
        attribute(sentences(made, *paragraphs), (Actor("europe", (), (), countries),))
        for countries in (("EE", "LV"), ("EE",))
    )
    assert [(s.name, s.actor) for s in several[0].speakers] == [("Baltic states", "europe")]
    assert one[0].speakers == ()


def test_an_issuers_name_is_whole():
    """A name is not cut out of a longer one, nor left in capitals, and a dateline sends nothing."""
    union = Actor("union", ("Trade Union", "Berlin"), ())
    for heads, name in (
        (("# Bold Trade Union Board", "# Press release"), "Bold Trade Union Board"),
        (("# TRADE UNION", "# Press release"), "Trade Union"),
        (("# Berlin and Rome, 13 November", "# Press release", "# Trade Union"), "Trade Union"),
    ):
        paragraphs = (*heads, "We ask for a seat.", "Talks at the Trade Union went on.")
        made = article(*paragraphs)
        first = attribute(sentences(made, *paragraphs), (union,))[0]
        assert [speaker.name for speaker in first.speakers] == [name]


def test_what_tells_of_the_guest_is_no_answer():
    """A sentence between the answers that begins with the guest's name is the reporter's."""
    told = voices(
        "# An interview with Olaf Scholz", "What now?", "We want a seat.", "Olaf Scholz, 58, came by train."
    )
    assert [bool(one) for one in told] == [False, True, False]
