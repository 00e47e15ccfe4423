"""What a page says in our own voice where statements were compared: differences, changes, copies."""

from dataclasses import replace

import pytest

from briefing.model import Changes, Difference
from briefing.renderers.html import render as html
from briefing.renderers.markdown import render as markdown
from briefing.renderers.text import render as text
from briefing.renderers.view import building as view
from briefing.renderers.view import phrases
from tests.renderers import samples


def differing(**more):
    return samples.brief(
        differences=(Difference("Pilots", "condition", samples.FERRY, samples.PILOTS),), **more
    )


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("number", "the figures differ"),
        ("condition", "one sets a condition"),
        ("date", "the dates differ"),
        ("denial", "one denies it"),
        ("scope", "one goes further"),
        ("side", "opposite sides"),
        ("tone", "tone"),
        ("", ""),
    ],
)
def test_what_differs_is_said_in_plain_words(why, said):
    """Each reason has words that a reader understands; one that we do not know stays as it is."""
    assert phrases.differing(samples.EN, why) == said


@pytest.mark.parametrize("render", [html, markdown, text])
def test_that_nothing_differs_is_said(render):
    """Where statements of several sources were compared and none differ, every face says so, with their count."""
    told = "1,204 statements compared, none differ"
    assert told in render(samples.brief(compared=1204))
    assert "compared" not in render(samples.brief())
    assert told not in render(differing(compared=1204))


def test_a_medium_that_a_source_relays_is_named_with_what_differs():
    """Who relays the Gazette is not the origin of what it says: the reader learns both."""
    relayed = replace(samples.FERRY, speakers=(samples.person("the ministry", via="The Gazette"),))
    brief = samples.brief(differences=(Difference("Pilots", "side", relayed, samples.PILOTS),))
    (pair,) = view.page(brief).differences
    assert pair.a.origin.through == "The Gazette, through Harbour Post"
    assert pair.b.origin.through is None


@pytest.mark.parametrize("render", [html, markdown, text])
def test_new_statements_without_room_are_counted(render):
    """What is new and not printed is a number, not silence, and then it is not said that nothing changed."""
    said = render(samples.brief(changes=Changes(more=3)))
    assert "and 3 more new statements" in said
    assert "Nothing material changed" not in said


def test_copies_stand_under_their_origin():
    """A copy follows its origin in the list of sources and names it; a forged origin moves nothing."""
    sources = tuple(
        replace(source, summary=(samples.FERRY,), origin=origin)
        for source, origin in zip(samples.SOURCES, (None, None, "1 Harbour Post"), strict=True)
    )
    page = view.page(samples.brief(sources=sources))
    assert [entry.n for entry in page.sources] == [1, 3, 2]
    assert "copy of 1 Harbour Post" in page.sources[1].facts
    forged = (*sources[:2], replace(sources[2], origin="9" * 5000))
    assert [entry.n for entry in view.page(samples.brief(sources=forged)).sources] == [1, 2, 3]
