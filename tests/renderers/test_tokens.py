"""The style of a page: what a desk may set, and what is refused."""

import pytest

from briefing.errors import TemplateError
from briefing.model import Look
from briefing.renderers.look import tokens
from briefing.renderers.look.chain import ours, shipped
from briefing.renderers.look.colours import ENOUGH, contrast
from briefing.renderers.look.templates import dressed
from briefing.renderers.view.words import words

HOUSE = ("default/style.toml", ours("default/style.toml") or "")


def styled(*texts: str, accent: str = Look().accent):
    """The style of layers, the highest first, over ours."""
    layers = [(f"{n}/style.toml", text) for n, text in enumerate(texts)]
    return tokens.style((*layers, HOUSE), accent)


def told(*texts: str) -> list[str]:
    layers = [(f"{n}/style.toml", text) for n, text in enumerate(texts)]
    return [str(fault) for fault in tokens.faults((*layers, HOUSE))]


def test_layers_are_merged_token_by_token():
    """The highest layer that names a token wins; what nobody names is ours."""
    style = styled(
        '[print]\nsaid = "10pt/13pt"\n[light]\nink = "#000"', '[print]\nsaid = "9pt/12pt"\ntop = "12pt/15pt"'
    )
    assert (str(style.print.said), str(style.print.top), str(style.print.title)) == (
        "10pt/13pt",
        "12pt/15pt",
        "25pt/27pt",
    )
    assert (style.light.ink, style.light.grey) == ("#000000", "#5b6068")


def test_a_phone_is_as_the_screen_where_it_does_not_say_otherwise():
    """The narrow page takes what the wide one has."""
    style = styled('[screen]\nsmall = "1.1rem/1.6rem"\n[phone]\nlead = "1.3rem/1.8rem"')
    assert (style.phone.small, style.phone.serif) == (style.screen.small, style.screen.serif)
    assert (str(style.phone.lead), str(style.screen.lead)) == ("1.3rem/1.8rem", "1.1875rem/1.75rem")


def test_the_audiences_accent_goes_before_the_token_and_can_be_read():
    """The accent is moved toward black or white only as far as its ground asks."""
    assert styled('[light]\naccent = "#004400"').light.accent == "#004400"
    style = styled('[light]\naccent = "#004400"', accent="#ffee00")
    assert style.light.accent not in ("#004400", "#ffee00")
    assert contrast(style.light.accent, style.light.ground) >= ENOUGH
    assert style.dark.accent == "#ffee00"


PT = 'this is no size and leading in pt, 5 to 72 (write it as "9.3pt/12.4pt")'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[light]\nink = 'red'", '0/style.toml:2: this is no colour (write it as "#8a1c1c")'),
        ("[light]\n\ngray = '#000'", "0/style.toml:3: there is no token light.gray (did you mean grey?)"),
        ("[lihgt]\nink = '#000'", "0/style.toml:2: there is no table lihgt (did you mean light?)"),
        ("ink = '#000'", "0/style.toml:1: there is no table ink (there are light, dark, print, screen, phone, mail)"),
        ("[print]\nsaid = '10px/12px'", f"0/style.toml:2: {PT}"),
        ("[print]\nsaid = '200pt/210pt'", f"0/style.toml:2: {PT}"),
        ("[print]\nsaid = '10pt/8pt'", "0/style.toml:2: its lines would run into one another (give it a leading"),
        ("[print]\nsaid = '10pt/5'", f"0/style.toml:2: {PT}"),
        ("[print]\nbetween = '1em'", '0/style.toml:2: this is no length in mm, up to 180 (write it as "2mm")'),
        ("[print]\nmeasure = '100mm'", "0/style.toml:2: there is no token print.measure (there are "),
        ("[mail]\nserif = 'x; } body { display: none'", "0/style.toml:2: these are no families of type ("),
        ("[screen]\nsaid = 17",
         '0/style.toml:2: this is no size and leading in rem, 0.5 to 6 (write it as "1rem/1.5rem")'),
        ("[light]\nink = '#bbb'",
         "0/style.toml:2: light.ink #bbbbbb cannot be read on ground #ffffff: contrast 1.9 (make it 4.5"),
        ("[dark]\nground = '#777'",
         "0/style.toml:2: dark.ink #e8e6e1 cannot be read on ground #777777: contrast 3.6 (make it 4.5"),
        ("[light", "0/style.toml: this is no TOML: "),
        ("#" * 20_001, "0/style.toml: a style of more than 20,000 characters (name only what differs)"),
    ],
)  # fmt: skip
def test_what_no_page_can_bear_is_refused(text, said):
    """A fault names file, line and mend; nothing else of CSS can be written through a token."""
    assert told(text)[0].startswith(said)
    with pytest.raises(TemplateError) as raised:
        styled(text)
    assert str(raised.value).startswith(said)


def test_all_faults_are_told_at_once():
    """Each wrong token of each layer is told, the lowest layer first."""
    assert [fault.partition(": ")[0] for fault in told("[light]\nink = 1\ngrey = 2", "[dark]\nx = 1")] == [
        "1/style.toml:2",
        "0/style.toml:2",
        "0/style.toml:3",
    ]


@pytest.mark.parametrize("template", [None, *shipped()])
def test_our_own_styles_can_be_read(template):
    """Every edition of ours is within the bounds that a desk has."""
    style = dressed(Look(template=template))
    for colours in (style.light, style.dark):
        for one in (colours.ink, colours.grey, colours.accent):
            assert contrast(one, colours.ground) >= ENOUGH


def test_a_number_of_five_thousand_digits_is_a_fault():
    """Python refuses to read one, which is no fault of TOML's; the file is named for a style and for words."""
    with pytest.raises(TemplateError, match=r"^0/style\.toml: this is no TOML"):
        styled("x = " + "1" * 5_000)
    with pytest.raises(TemplateError, match=r"^words/en\.toml: "):
        words("en", {"words/en.toml": "x = " + "1" * 5_000})


def test_a_number_that_no_page_counts_to_is_written_out():
    """Babel computes with 28 digits and raises for more."""
    say = words("en", {})
    assert say.number(10**15 - 1) == "999,999,999,999,999"
    assert say.number(10**29) == "1" + "0" * 29
    assert say.number(-1e29) == "-1e+29"
