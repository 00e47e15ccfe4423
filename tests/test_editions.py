"""Editions of one reading: what a configuration says of each is in its brief, in every format."""

import tomllib
from pathlib import Path

import pytest

import briefing
from briefing import pipeline
from briefing.errors import UsageError

ROOT = Path(__file__).parents[1]
DAY = "2026-01-15"
ARTICLE = """---
title: "Harbour talks"
site: "post.example"
date: 2026-01-14
---

# Harbour talks

Norway will open the harbour of Bergen in June, Prime Minister Ada Berg said on Monday.

Sweden will reject the harbour plan of Oslo, Foreign Minister Nils Holm said on Tuesday.
"""
CONFIG = """
title = "Häfen"
language = "de"
marking = "TLP:GREEN"
[themes.harbour]
title = "Hafen"
keywords = ["harbour"]
[outlets."The Post"]
names = ["The Post", "post.example"]
kind = "state media"
grade = "C3"
[audiences.haus]
[audiences.paris]
extends = "executive"
language = "fr"
logo = "templates/logo.svg"
[audiences.kurz]
extends = "paris"
blocks = ["top_lines"]
language = "de-AT"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def make(desk):
    """``make("paris")`` builds an edition of the desk's article."""
    config = briefing.load_config(desk / "briefing.toml")
    reading = briefing.read([desk / "a.md"], config)
    return lambda audience: briefing.build(reading, config, audience=audience, date=DAY)


@pytest.mark.parametrize(
    ("audience", "language", "titles", "says"),
    [
        ("haus", "de", None, "Januar"),
        ("paris", "fr", "de", "janvier"),
        ("kurz", "de-AT", "de", "Jänner"),
        ("phone", "de", None, "Januar"),
    ],
)
def test_the_pages_words_are_in_the_editions_language(make, audience, language, titles, says):
    """An edition speaks its own language, else the file's; the titles keep that of the file."""
    brief = make(audience)
    assert (brief.language, brief.titles_language) == (language, titles)
    assert says in briefing.render(brief, "text").data.decode()


def test_a_source_is_told_with_its_kind_in_the_pages_language(make):
    """Kind and grade stand beside the one name of the outlet."""
    kinds = tomllib.loads((ROOT / "templates" / "words" / "fr.toml").read_text(encoding="utf-8"))["kinds"]
    text = briefing.render(make("paris"), "text").data.decode()
    assert f"The Post · {kinds['state media']} · C3" in text


def test_what_is_inherited_is_in_the_look(make):
    """An heir has its parent's logo and template, and its own blocks."""
    look = make("kurz").look
    assert look.template == "executive"
    assert look.blocks == ("top_lines", "sources")
    assert look.logo == make("paris").look.logo
    assert (look.logo or "").startswith("data:image/svg+xml;base64,")
    assert make("haus").look.logo is None


def test_every_edition_bears_the_marking(make):
    """The file's marking is that of editions of all kinds, in every format for people."""
    for audience in ("haus", "kurz", "analyst"):
        brief = make(audience)
        for kind in ("html", "text", "markdown", "email"):
            assert b"TLP:GREEN" in briefing.render(brief, kind).data


def test_an_edition_of_no_name_is_told(desk):
    """A near name is asked for; without one the lists stand alone."""
    config = briefing.load_config(desk / "briefing.toml")
    with pytest.raises(UsageError) as near:
        pipeline.audience(config, "pariss")
    assert str(near.value) == (
        "There is no audience 'pariss' (did you mean 'paris'?). The configuration has: haus, paris, kurz. Shipped "
        "besides: default, executive, analyst, phone."
    )
    with pytest.raises(UsageError, match=r"^There is no audience 'zzz'\. The configuration has"):
        pipeline.audience(config, "zzz")
