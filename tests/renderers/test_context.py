"""A statement in its paragraph, and the way to its words in the original."""

from dataclasses import replace

import pytest

from briefing.renderers import html
from briefing.renderers.view import words
from briefing.renderers.view.context import around, marked, original
from tests.renderers.samples import FERRY, SOURCES, brief, item, source

EN = words.words("en", {})


def test_a_statement_stands_between_its_neighbours():
    """Its neighbours are those of the article, in one line each; control characters are gone."""
    told = around(EN, replace(FERRY, before="One\n line.\x1b", after="Another."), sources={1: SOURCES[0]})
    assert (told.before, told.text, told.after) == ("One line.", FERRY.text, "Another.")
    assert told.original == "Read it at post.example"


def test_what_is_not_known_is_not_there():
    """Without neighbours there are none, and without an address on the web there is no link."""
    told = around(EN, FERRY, sources={1: source(1, url="javascript:alert(1)")})
    assert (told.before, told.after, told.link, told.original) == (None, None, None, None)
    assert around(EN, FERRY, sources={}).link is None


@pytest.mark.parametrize(
    "url", [None, "", "ftp://a.example/", "https:", "http://[", "data:text/html,x", "//a.example"]
)
def test_only_the_web_is_linked(url):
    """A page leads to addresses of the web that name a host, and a broken one breaks no page."""
    assert original(url) is None
    assert "post.example" not in html.render(brief(sources=(replace(SOURCES[0], url=url), *SOURCES[1:])))


LONG = "Nobody, he said, well-known as he is, has seen more of it than the pilots of the old northern harbour have."


@pytest.mark.parametrize(
    ("url", "text", "link"),
    [
        ("https://a.example/x", "It is open.", "https://a.example/x#:~:text=It%20is%20open."),
        ("https://a.example/#part", "Open.", "https://a.example/#part:~:text=Open."),
        ("https://a.example/#part:~:text=old", "Open.", "https://a.example/#part:~:text=Open."),
        (
            "https://a.example/",
            "1,200 half-open & more",
            "https://a.example/#:~:text=1%2C200%20half%2Dopen%20%26%20more",
        ),
        (
            "https://a.example/",
            LONG,
            "https://a.example/#:~:text=Nobody%2C%20he%20said%2C%20well%2Dknown%20as,the%20old%20northern%20harbour%20have.",
        ),
        ("https://a.example/", "海" * 90, "https://a.example/#:~:text=" + "%E6%B5%B7" * 90),
    ],
)
def test_browsers_are_told_which_words_to_mark(url, text, link):
    """A short sentence is named whole, a long one by its first and last five words, one without spaces whole."""
    assert marked(url, text) == link


def test_a_quotation_that_is_cut_opens_whole():
    """The panel of a quotation holds the whole sentence that it was cut from, without brackets of ours."""
    told = item("In March he opened it.", 1, 0, brackets=())
    assert around(EN, told, sources={1: SOURCES[0]}).text == "In March he opened it."
