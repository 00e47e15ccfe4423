"""The media that a desk knows."""

from pathlib import Path

from briefing.config import shipped
from briefing.model import BLOCKS, Outlet
from briefing.renderers.look import chain
from briefing.renderers.view import words


def test_outlets(config):
    """Names, kind and grade are taken as they stand; without names the key is the name."""
    found = config(
        '[outlets.reuters]\nnames = ["Reuters", "reuters.com", "Reuters"]\nkind = "wire"\ngrade = "A1"\n'
        '[outlets."Le Monde"]\nkind = "press"'
    )
    assert found.outlets == (
        Outlet("reuters", ("Reuters", "reuters.com"), "wire", "A1"),
        Outlet("Le Monde", ("Le Monde",), "press"),
    )


def test_outlets_are_shared(config, write):
    """A file's own outlet takes the place of an included one, as a whole."""
    write('[outlets.a]\nkind = "wire"\ngrade = "A1"\n[outlets.b]\ngrade = "B1"', "shared.toml")
    found = config('include = ["shared.toml"]\n[outlets.a]\nkind = "press"').outlets
    assert found == (Outlet("b", ("b",), None, "B1"), Outlet("a", ("a",), "press"))


def test_blocks(config):
    """Blocks stand in the order of the file; the list of sources is last where it is not named."""
    own, kept, every = config(
        '[audiences.a]\nblocks = ["themes", "top_lines"]\n'
        '[audiences.b]\nblocks = ["sources", "themes"]\n[audiences.c]'
    ).audiences
    assert own.look.blocks == ("themes", "top_lines", "sources")
    assert kept.look.blocks == ("sources", "themes")
    assert every.look.blocks == BLOCKS


def test_rights_and_recipients(config):
    """The bound on words, and addresses each once; a domain may have letters of any script."""
    (only,) = config(
        "[audiences.a]\nmax_words_per_source = 150\n"
        'recipients = ["Å. Dahl <a@b.org>", "x@bücher.example", "Å. Dahl <a@b.org>"]'
    ).audiences
    assert only.max_words_per_source == 150
    assert only.recipients == ("Å. Dahl <a@b.org>", "x@bücher.example")


def test_language_of_an_edition(config):
    """An edition's language is its own; else the brief's where the page has words for it, and English where not."""
    text = 'language = "{}"\n[audiences.a]\nlanguage = "fr"\n[audiences.b]'
    assert [one.language for one in config(text.format("de")).audiences] == ["fr", None]
    assert [one.language for one in config(text.format("de-AT")).audiences] == ["fr", None]
    assert [one.language for one in config(text.format("nl")).audiences] == ["fr", "en"]


def test_words_of_the_desks_own(config, write):
    """A language that has its words beside the configuration is one like any other."""
    write("", "templates/words/nl.toml")
    found = config('language = "nl"\n[audiences.a]\nlanguage = "nl"\n[audiences.b]')
    assert [one.language for one in found.audiences] == ["nl", None]


def test_the_languages_are_those_that_the_page_speaks(write):
    """What is allowed here is what the page has words for: two rooms that never meet know the same."""
    write("", "templates/words/nl.toml")
    for folder in (None, Path("templates")):
        assert shipped.languages(folder) == words.languages_known(folder)


def test_templates_that_are_shipped(config):
    """Our folders may be named without a folder of one's own; those that hold no look may not."""
    assert shipped.home() == chain.home()
    assert shipped.looks() == ("default", "executive", "analyst", "phone")
    assert set(shipped.looks()) == {chain.DEFAULT, *chain.shipped()}
    for name in shipped.looks():
        assert config(f'[audiences.a]\ntemplate = "{name}"').audiences[0].look.template == name
