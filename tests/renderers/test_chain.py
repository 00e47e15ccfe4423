"""Where a template's name leads."""

from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.renderers.look import chain
from briefing.renderers.look.chain import OURS, Chain


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Templates of ours with an edition called short."""
    for name in (
        "default/brief.html",
        "default/line.html",
        "short/brief.html",
        "words/en.toml",
        "fonts/a.woff2",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(chain, "home", lambda: tmp_path)
    chain.shipped.cache_clear()
    chain.ours.cache_clear()
    yield tmp_path
    chain.shipped.cache_clear()
    chain.ours.cache_clear()


def along(template: str | None, *names: str, **texts: str) -> Chain:
    own = dict.fromkeys(names, "") | {name.replace("__", "/") + ".html": text for name, text in texts.items()}
    return Chain(tuple(sorted(own.items())), template)


def climbed(one: Chain, name: str) -> list[str]:
    """Every template of a name, each found from the one above it."""
    found = [one.find(name)]
    while found[-1]:
        found.append(one.find(name, found[-1]))
    return found[:-1]


def test_a_plain_name_is_sought_from_the_users_folder_to_ours(ready):
    """User's template, user's top, our edition, our default: each is found beneath the one before."""
    every = ["short/brief.html", "brief.html", OURS + "short/brief.html", OURS + "default/brief.html"]
    assert climbed(along("short", "short/brief.html", "brief.html"), "brief.html") == every
    assert climbed(along("short"), "brief.html") == every[2:]
    assert climbed(along("own", "own/brief.html"), "brief.html") == ["own/brief.html", every[3]]
    assert climbed(along(None), "brief.html") == climbed(along("default"), "brief.html") == every[3:]


def test_another_name_is_sought_from_the_top(ready):
    """A child changes a partial by having a file of its name, whoever asks for it."""
    one = along("own", "own/line.html", "own/brief.html")
    assert one.find("line.html", OURS + "default/brief.html") == "own/line.html"
    assert one.find("line.html", "own/line.html") == OURS + "default/line.html"
    assert one.find("nothing.html", "own/brief.html") is None


def test_a_name_with_its_folder_is_that_file(ready):
    """With its folder a template is named exactly; the user's goes before ours, but never means itself."""
    one = along("short", "short/brief.html")
    assert one.find("default/line.html") == OURS + "default/line.html"
    assert one.find("short/brief.html") == "short/brief.html"
    assert one.find("short/brief.html", "short/brief.html") == OURS + "short/brief.html"
    assert one.find("words/en.toml") == OURS + "words/en.toml"
    for outside in (
        "default/../default/line.html",
        "../default/line.html",
        "default/line.html/..",
        "/default",
    ):
        assert one.find(outside) is None


def test_who_extends_an_edition_has_all_of_it_beneath(ready):
    """A template of the user's that extends a file of our edition gets that edition's partials and styles, too."""
    (ready / "short" / "line.html").write_text("short line")
    chain.ours.cache_clear()
    one = along("own", own__brief='{%- extends "short/brief.html" %}')
    assert one.folders == ("own/", "", OURS + "short/", OURS + "default/")
    assert one.find("line.html", OURS + "default/brief.html") == OURS + "short/line.html"
    other = along("own", other__brief='{% extends "short/brief.html" %}', own__brief="")
    assert other.folders == ("own/", "", OURS + "default/")


def test_a_template_outside_the_folders_that_names_itself_means_the_default_one(ready):
    """What is included from an edition that is not in the chain stands above ours alone."""
    one = along("own", own__brief='{% include "short/brief.html" %}')
    assert one.find("brief.html", OURS + "short/brief.html") == OURS + "default/brief.html"


def test_editions_are_folders_with_pages(ready):
    """Fonts, words and the default are no editions of their own."""
    assert chain.shipped() == ("short",)
    assert along("short", "words/nl.toml", "short/own.html").names() == (
        "brief.html",
        "line.html",
        "nl.toml",
        "own.html",
    )


def test_layers_are_all_files_of_a_name(ready):
    """Styles are merged from every folder: each is given, the highest first, under the name that people know."""
    one = along("short", short__brief="mine")
    assert one.layers("brief.html") == (
        ("short/brief.html", "mine"),
        ("short/brief.html", "short/brief.html"),
        ("default/brief.html", "default/brief.html"),
    )


def test_what_an_edition_uses_is_collected(tmp_path: Path):
    """Templates, style sheets, styles and words travel; other files and other audiences' folders do not."""
    for name in ("a.html", "print.css", "style.toml", "other.toml", "notes.txt", "own/line.html", "own/x.js",
                 "words/nl.toml", "words/README", "other/line.html"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    wanted = ["a.html", "own/line.html", "print.css", "style.toml", "words/nl.toml"]
    assert chain.overrides(tmp_path, "own") == {name: name for name in wanted}


def test_an_edition_of_ours_needs_no_folder(ready, tmp_path: Path):
    """An edition that is ready made is known without a folder of the user's."""
    assert chain.overrides(None, "short") == {}
    assert chain.overrides(tmp_path / "none", "short") == {}
    with pytest.raises(TemplateError, match=r"shorter: no such template .*ready made: default, short"):
        chain.overrides(None, "shorter")


def test_more_than_a_megabyte_is_refused(tmp_path: Path):
    """What travels in every archive is bounded."""
    (tmp_path / "a.css").write_text("x" * chain.MOST)
    assert len(chain.overrides(tmp_path, None)["a.css"]) == chain.MOST
    (tmp_path / "b.css").write_text("x")
    with pytest.raises(TemplateError, match=r"1,000,001 bytes of templates and styles, more than 1,000,000"):
        chain.overrides(tmp_path, None)
