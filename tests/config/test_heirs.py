"""Audiences that extend one another."""

import time
import tomllib
from pathlib import Path

import pytest

from briefing.config import load_config, shipped
from briefing.config.heirs import inherit
from briefing.model import Length

ALL = (
    "top_lines",
    "changes",
    "notes",
    "themes",
    "differences",
    "quotes",
    "figures",
    "timeline",
    "pictures",
    "sources",
)
THEMES = '[themes.t]\nkeywords = ["k"]\n[themes.u]\nkeywords = ["k"]\n'


def test_what_is_left_open_is_inherited(config):
    """Each key is the nearest one's that has it, down a chain of any length."""
    c, b, a = config(
        '[audiences.c]\nextends = "b"\naccent = "#333333"\n'
        '[audiences.b]\nextends = "a"\nmarking = "B"\nformats = ["html"]\n'
        '[audiences.a]\ntitle = "A"\nmarking = "A"\nthemes = ["u"]\naccent = "#111111"\n' + THEMES
    ).audiences
    assert (c.key, c.title, c.marking, c.formats, c.themes) == ("c", "A", "B", ("html",), ("u",))
    assert [one.look.accent for one in (c, b, a)] == ["#333333", "#111111", "#111111"]
    assert [one.marking for one in (c, b, a)] == ["B", "B", "A"]


@pytest.mark.parametrize(
    ("given", "length"),
    [
        ("", Length(words=450, pages=1)),
        ("words = 300", Length(words=300)),
        ("sentences = 5", Length(sentences=5)),
        ("pages = 3", Length(words=1350, pages=3)),
    ],
)
def test_one_length_takes_the_place_of_another(config, given, length):
    """A length of one's own, in whatever it is given, leaves none of those that are inherited."""
    text = f'[audiences.a]\npages = 1\n[audiences.b]\nextends = "a"\n{given}\n[audiences.c]\nextends = "b"'
    assert [one.length for one in config(text).audiences[1:]] == [length, length]


def test_a_shipped_edition_is_extended(config):
    """A name that no audience here has is a shipped edition's."""
    (chief,) = config('[audiences.chief]\nextends = "executive"\ntitle = "Chief"').audiences
    assert (chief.key, chief.title, chief.length, chief.formats) == (
        "chief",
        "Chief",
        Length(words=450, pages=1),
        ("pdf", "html", "email"),
    )
    assert chief.look.template == "executive"
    assert chief.look.blocks == ("top_lines", "changes", "notes", "themes", "differences", "sources")


def test_ones_own_name_is_the_shipped_one(config):
    """An audience may extend the shipped edition whose name it has; others then extend the audience."""
    phone, tablet = config(
        '[audiences.phone]\nextends = "phone"\nmarking = "M"\n[audiences.tablet]\nextends = "phone"'
    ).audiences
    assert [one.length.words for one in (phone, tablet)] == [800, 800]
    assert [one.marking for one in (phone, tablet)] == ["M", "M"]


def test_a_name_alone_inherits_nothing(config):
    """An audience that is called like a shipped edition and does not extend it is what it says itself."""
    (phone,) = config("[audiences.phone]").audiences
    assert (phone.length, phone.look.template, phone.look.blocks) == (Length(words=900, pages=2), None, ALL)


def test_across_files(config, write):
    """A table of another file is extended like one's own; one that is replaced, in its new form."""
    write('[audiences.base]\nmarking = "THEIRS"\npages = 1\n[audiences.a]\nextends = "base"', "shared.toml")
    base, a = sorted(
        config('include = ["shared.toml"]\n[audiences.base]\nmarking = "OURS"').audiences,
        key=lambda one: -len(one.key),
    )
    assert (base.marking, a.marking, a.length.pages) == ("OURS", "OURS", 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[audiences.a]\nextends = "a"', "2: audiences.a.extends: a → a (take one of them out)"),
        (
            '[audiences.b]\nextends = "a"\n[audiences.a]\nextends = "b"\n[audiences.x]\nextends = "b"',
            "4: audiences.a.extends: a → b → a (take one of them out)",
        ),
        (
            '[audiences.a]\nextends = "b"\n[audiences.b]\nextends = "c"\n[audiences.c]\nextends = "phnoe"',
            "6: audiences.c.extends: a → b → c → phnoe: 'phnoe' is no audience; allowed: a, b; shipped: default, "
            "executive, analyst, phone (did you mean 'phone'?)",
        ),
        (
            '[audiences.a]\nextends = "zzz"',
            "2: audiences.a.extends: a → zzz: 'zzz' is no audience; there is no other audience here; shipped: default, "
            "executive, analyst, phone",
        ),
        ("[audiences.a]\nextends = 3", "2: audiences.a.extends: 3 is not allowed; expected text in quotation marks"),
    ],
)  # fmt: skip
def test_chains_that_lead_nowhere(faults, text, told):
    """A circle and a name that nobody has are told once, with the whole chain."""
    assert faults(text) == [f"briefing.toml:{told}"]


def test_a_chain_has_an_end(config, faults):
    """Sixteen audiences may follow one another; a longer chain is told once, and thousands take a second."""
    chain = "".join(f"[audiences.a{n}]\nextends = 'a{n + 1}'\n" for n in range(5_000))
    short = "".join(f"[audiences.a{n}]\nextends = 'a{n + 1}'\n" for n in range(15))
    assert len(config(short + "[audiences.a15]").audiences) == 16
    (told,) = faults(short + "[audiences.a15]\nextends = 'phone'")
    assert told == (
        "briefing.toml:2: audiences.a0.extends: a0 → a1 → … → phone: more than 16 audiences (extend one that is nearer "
        "to the end)"
    )
    began = time.process_time()
    assert len(faults(chain + "[audiences.a5000]")) == 5_001 - 16
    assert time.process_time() - began < 10


def test_an_inherited_fault_is_told_where_it_stands(faults):
    """A wrong value is told once, at its own place, with the chains of those that inherit it."""
    text = '[audiences.a]\nextends = "b"\n[audiences.b]\npages = 0\nmarking = ""\n'
    text += '[audiences.c]\nextends = "a"\nwords = 9\n'
    assert faults(text) == [
        "briefing.toml:4: audiences.b.pages: 0 is not allowed; it must be more than 0; inherited: a → b",
        "briefing.toml:5: audiences.b.marking: an empty text says nothing; inherited: a → b, c → a → b (leave the key "
        "out or fill it)",
    ]


def test_many_heirs_are_counted(faults):
    """Three chains are named, the others counted."""
    heirs = "".join(f'[audiences.a{n}]\nextends = "z"\n' for n in range(5))
    (told,) = faults(heirs + "[audiences.z]\nmethod = 'housee'")
    assert "inherited: a0 → z, a1 → z, a2 → z and 2 more (did you mean 'house'?)" in told


def test_references_are_inherited(faults):
    """A theme that is not there is told where it is named, though others inherit the list."""
    told = faults('[audiences.a]\nextends = "b"\n[audiences.b]\nthemes = ["x"]\n' + THEMES)
    assert told == [
        "briefing.toml:4: audiences.b.themes: 'x' is not under [themes]; allowed: t, u; inherited: a → b (add a table "
        "[themes.x])"
    ]


def test_what_is_no_table_is_left_to_be_told(faults):
    """A parent that is no table is told as such, and its heirs are read as if it were empty."""
    assert faults('[audiences]\na = 1\n[audiences.b]\nextends = "a"') == [
        "briefing.toml:2: audiences.a: 1 is not allowed; expected a table (a table is a line with its name in "
        "brackets, such as [actors.us], and its keys below it)"
    ]


def test_the_digest_is_of_what_is_in_force(config):
    """A parent's change is a change of its heir."""
    text = '[audiences.a]\nextends = "b"\n[audiences.b]\nmarking = "{}"\n'
    assert config(text.format("X")).digest != config(text.format("Y")).digest


def test_shipped_editions_extend_one_another_too():
    """Tables that are laid over one another need no configuration."""
    heirs = inherit({"a": {"extends": "b", "x": 1}, "b": {"x": 2, "y": 3}}, {})
    assert heirs.tables["a"] == {"extends": "b", "x": 1, "y": 3}
    assert (heirs.stands("a", "x"), heirs.stands("a", "y")) == ("a", "b")


def test_the_shipped_editions(config):
    """Without audiences there is the default edition; each shipped one can be had, with all themes and the marking."""
    found = config('marking = "M"\n' + THEMES)
    assert [one.key for one in found.audiences] == ["default"]
    assert [one.key for one in found.shipped] == ["executive", "analyst", "phone"]
    assert {(one.themes, one.marking) for one in found.shipped} == {(("t", "u"), "M")}
    executive, analyst, phone = found.shipped
    assert (executive.length.pages, analyst.length.pages, phone.length.words) == (1, 6, 800)
    assert set(analyst.formats) == {"pdf", "html", "email", "markdown", "text", "json"}
    assert analyst.look.blocks == ALL
    assert phone.formats == ("html", "email", "text")
    assert phone.look.blocks[:2] == ("changes", "top_lines")


def test_one_look_for_all(config):
    """Colour and paper at the top are those of every edition without its own, shipped or not."""
    found = config(
        'accent = "#1C4F8A"\npage_size = "Letter"\n[audiences.a]\n'
        '[audiences.b]\nextends = "phone"\naccent = "#333333"\npage_size = "A4"\n'
    )
    looks = [(one.key, one.look.accent, one.look.page_size) for one in (*found.audiences, *found.shipped[:2])]
    assert looks == [
        ("a", "#1c4f8a", "Letter"),
        ("b", "#333333", "A4"),
        ("default", "#1c4f8a", "Letter"),
        ("executive", "#1c4f8a", "Letter"),
    ]


def test_an_own_audience_hides_the_shipped_one(config):
    """What the configuration has of a name is the only one."""
    found = config("[audiences.phone]")
    assert [one.key for one in found.audiences] == ["phone"]
    assert [one.key for one in found.shipped] == ["default", "executive", "analyst"]


def test_no_configuration_has_the_shipped_ones():
    """Without a file there are the shipped editions, without themes."""
    assert [one.key for one in load_config(None).shipped] == ["executive", "analyst", "phone"]


def test_the_shipped_file_is_sound(config):
    """The shipped tables are tables of a configuration like any other."""
    text = (Path(load_config.__code__.co_filename).parent / "editions.toml").read_text(encoding="utf-8")
    own = "".join(f"[audiences.{key}]\n" for key in tomllib.loads(text))
    for key in tomllib.loads(text):
        text = text.replace(f"\n[{key}]\n", f"\n[audiences.{key}]\n")
    found = config(text)
    assert len(found.audiences) == len(config(own).audiences) == 4
    assert found.audiences[1:] == load_config(None).shipped
    assert found.audiences[0] == load_config(None).audiences[0]
    assert inherit(shipped.editions(), {}).wrong == ()
