"""A sound configuration and what it comes to."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config import load_config
from briefing.model import Actor, Audience, Length, Look, Smtp, Theme
from tests.config.conftest import VALID


def test_no_configuration():
    """Without a configuration there is one edition, called default, without themes."""
    config = load_config(None)
    formats = ("pdf", "html", "markdown", "text", "json")
    assert config.audiences == (Audience("default", None, (), Length(words=900, pages=2), formats),)
    assert (config.title, config.language) == ("Daily brief", "en")
    assert (config.actors, config.themes, config.warnings) == ((), (), ())
    assert (config.path, config.templates, config.digest, config.smtp) == (None, None, None, None)


def test_top(config):
    """The keys at the top are taken as they stand."""
    found = config('title = "  Sea talks "\nlanguage = "de"')
    assert (found.title, found.language, found.path) == ("Sea talks", "de", Path("briefing.toml"))


def test_actor(config):
    """An actor has its own names, then those of its countries, in English where the brief is English."""
    norway, eu = config(VALID).actors
    assert norway.key == "norway"
    assert norway.names == ("Norway", "Norwegian", "Norwegians", "Oslo")
    assert norway.people == (("Berg",), ("Å. Dahl", "Aa. Dahl"))
    assert norway.countries == ("NO",)
    assert eu == Actor("eu", ("EU", "Brussels"))


def test_actor_in_the_briefs_language(config):
    """A country is also named in the brief's language."""
    (actor,) = config('language = "de"\n[actors.ru]\ncountries = ["RU"]\nnames = ["Russia"]').actors
    assert actor.names[0] == "Russia"
    assert {"Russland", "russisch*", "Moskau", "Moscow"} <= set(actor.names)
    assert len(set(actor.names)) == len(actor.names)


def test_themes(config):
    """Themes keep the order of the file and every key."""
    offers, stock = config(VALID).themes
    assert offers == Theme(
        "offers",
        "Offers",
        "Who offers what?",
        ("norway", "eu"),
        "speaker",
        ("offer*", "red line*"),
        ("salmon",),
        ("Norway offers more, Berg said.",),
        contrast=True,
        min_score=1.5,
        max_sentences=6,
    )
    assert stock == Theme("stock", "The stock", role="topic", keywords=("tonnes",))


@pytest.mark.parametrize(("actors", "role"), [('["a"]', "speaker"), ("[]", "topic")])
def test_role_left_open(config, actors, role):
    """A theme with actors is voiced by them, one without is a topic."""
    found = config(f'[actors.a]\nnames = ["A"]\n[themes.t]\nactors = {actors}\nkeywords = ["k"]')
    assert found.themes[0].role == role


def test_title_left_open(config):
    """A theme without a title is called by its key."""
    assert config('[themes.us_stance]\nkeywords = ["k"]').themes[0].title == "Us stance"


def test_audiences(config):
    """Audiences have their own themes in their own order, length, formats, method and look."""
    desk, chief, deputy = config(VALID).audiences
    assert desk == Audience(
        "desk",
        "Desk edition",
        ("offers", "stock"),
        Length(words=900, pages=2),
        ("pdf", "html", "markdown", "text", "json"),
        marking="TLP:GREEN",
    )
    assert chief == Audience(
        "chief",
        None,
        ("stock", "offers"),
        Length(words=450, pages=1),
        ("pdf", "email"),
        method="lexrank",
        marking="TLP:RED",
        look=Look(page_size="Letter", accent="#1c4f8a", blocks=("themes", "top_lines", "sources")),
        language="fr",
        max_words_per_source=150,
        recipients=("chief@example.org",),
    )
    assert deputy == replace(chief, key="deputy", title="Deputy")


@pytest.mark.parametrize(
    ("given", "length"),
    [
        ("pages = 2", Length(words=900, pages=2)),
        ("pages = 1.5", Length(words=675, pages=1.5)),
        ("pages = 0.0001", Length(words=1, pages=0.0001)),
        ("words = 600", Length(words=600)),
        ("sentences = 12", Length(sentences=12)),
        ("", Length(words=900, pages=2)),
    ],
)
def test_length(config, given, length):
    """A length is given in pages, in words or in sentences, and is two pages otherwise."""
    assert config(f"[audiences.a]\n{given}").audiences[0].length == length


def test_no_themes_wanted(config):
    """An audience may ask for no theme at all."""
    assert config('[themes.t]\nkeywords = ["k"]\n[audiences.a]\nthemes = []').audiences[0].themes == ()


def test_default_audience(config):
    """A configuration without audiences has one with all themes and the brief's marking."""
    (only,) = config('marking = "M"\n[themes.b]\nkeywords = ["k"]\n[themes.a]\nkeywords = ["k"]').audiences
    assert (only.key, only.themes, only.marking, only.length) == (
        "default",
        ("b", "a"),
        "M",
        Length(words=900, pages=2),
    )


def test_own_function(config):
    """A function of the user's may weigh the sentences."""
    assert (
        config('[audiences.a]\nmethod = "desk.weights:by_date"').audiences[0].method == "desk.weights:by_date"
    )


def test_smtp(config):
    """The mail server is taken with every key; the password stays in its variable."""
    expected = Smtp("mail.example.org", 2525, "tls", "Desk <desk@example.org>", "desk", "DESK_PASSWORD")
    assert config(VALID).smtp == expected


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_port_left_open(config, security, port):
    """A mail server without a port has that of its kind of security."""
    smtp = config(f'[smtp]\nhost = "h"\nfrom = "a@b.org"\nsecurity = "{security}"').smtp
    assert smtp == Smtp("h", port, security, "a@b.org")


def test_templates(config, write):
    """The folder of templates beside the file is found, and an audience may name a folder in it."""
    assert config("").templates is None
    write("", "templates/executive/brief.html")
    found = config('[audiences.a]\ntemplate = "executive"\n[audiences.b]\ntemplate = "default"')
    assert found.templates == Path("templates")
    assert [one.look.template for one in found.audiences] == ["executive", "default"]


def test_digest(config):
    """The digest stands for what is in force: neither remarks, layout nor what is the default anyway change it."""
    digest = config(VALID).digest
    assert digest is not None
    assert len(digest) == 64
    spaced = VALID.replace(" = ", "=").replace("\n", "\n# remark\n") + '\n[audiences.more]\nmethod="house"'
    plain = VALID + "\n[audiences.more]"
    assert config(spaced).digest == config(plain).digest != digest
    assert config(VALID.replace("1.5", "1.25")).digest != digest
    assert config("\ufeff" + VALID.replace("\n", "\r\n")).digest == digest


def test_digest_of_order(config):
    """The order of the themes is the order of the sections, so it counts."""
    first, second = '[themes.a]\nkeywords = ["k"]\n', '[themes.b]\nkeywords = ["k"]\n'
    assert config(first + second).digest != config(second + first).digest


def test_the_real_configuration(shared):
    """The configuration of the two real articles loads without faults or notes."""
    if shared is None:
        pytest.skip("the real articles are not here")
    config = load_config(shared / "gold" / "briefing.toml")
    assert config.warnings == ()
    assert [len(config.actors), len(config.themes), len(config.audiences)] == [4, 4, 2]
    assert ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi") in config.actors[3].people


def test_the_sample_configuration():
    """The sample's configuration loads without faults or notes."""
    config = load_config(Path(__file__).parents[2] / "seeds" / "briefing.toml")
    assert config.warnings == ()
    assert len(config.themes) == 4


def test_import_is_light():
    """Neither importing the room nor loading a configuration loads pydantic."""
    sample = Path(__file__).parents[2] / "seeds" / "briefing.toml"
    code = f"import sys, pathlib, briefing.config as c; c.load_config(pathlib.Path({str(sample)!r}))"
    code += "; print('pydantic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
