"""The page on the screen."""

import re
from html.parser import HTMLParser

import pytest

from briefing.renderers import fonts, html
from tests.renderers import samples

CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
EDITIONS = samples.editions()


class Elements(HTMLParser):
    """Every element with its attributes, and the text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def without_fonts(page: str) -> str:
    """The page without the bulk of its fonts."""
    return re.sub(r"base64,[\w+/=]+", "base64,…", page)


@pytest.mark.parametrize("name", ["plain", "full"])
def test_the_page_is_as_it_was(name, golden):
    """The whole page is compared with the one that was looked at."""
    golden(f"renderers/{name}.html", without_fonts(html.render(EDITIONS[name])))


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_the_page_asks_nobody_for_anything(brief):
    """No element loads or links beyond the page, save the sources' own addresses; no script is in it."""
    page = Elements(html.render(brief))
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio"}
    assert all("src" not in attributes and "style" not in attributes for _, attributes in page.found)
    leads = [attributes.get("href") or "" for tag, attributes in page.found if tag == "a"]
    assert {lead for lead in leads if not lead.startswith("#")} <= {"https://post.example/strait?a=1&b=2"}
    assert not any(name.startswith("on") for _, attributes in page.found for name in attributes)


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_every_number_leads_somewhere(brief):
    """Each link inside the page has its target, and no id stands twice."""
    found = Elements(html.render(brief)).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))
    leads = {attributes.get("href") or "" for tag, attributes in found if tag == "a"}
    described = {
        attributes["aria-describedby"] for _, attributes in found if "aria-describedby" in attributes
    }
    assert {lead[1:] for lead in leads if lead.startswith("#")} | described <= set(ids)


def test_the_policy_stands_before_every_style():
    """What a browser may load is written first: nothing but the page's own styles and fonts."""
    page = html.render(samples.brief())
    policy = page.index("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:")
    assert policy < page.index("<style>")


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_fonts_keep_within_their_bound(brief):
    """The fonts of a page are at most 150 KB as they stand in it."""
    assert 0 < sum(map(len, re.findall(r"base64,([\w+/=]+)", html.render(brief)))) <= 150_000


def test_only_slices_that_occur_are_embedded():
    """Cyrillic and Greek letters bring their slices; an English page has none of them."""
    assert "U+400" not in html.render(samples.brief())
    assert "U+370" not in html.render(samples.brief())
    page = html.render(samples.scripts())
    assert "U+301, U+400-4FF" in page
    assert len(re.findall("font-face", fonts.sheet("Kyiv"))) == 6
    assert len(re.findall("font-face", fonts.sheet("Київ"))) == 5
    assert fonts.sheet("") == ""


def test_hostile_words_stay_words():
    """Mark-up in any field is shown as it stands and changes no element of the page."""
    page = Elements(html.render(samples.hostile()))
    assert 'img src="http://evil.example/x.png"' in page.text
    assert "{{ 7*7 }}" in page.text
    assert "javascript:" not in " ".join(str(a.get("href")) for _, a in page.found)
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text
    assert page.text.count("@font-face") == 6


@pytest.mark.parametrize(("text", "language", "way"), samples.SCRIPTS)
def test_each_sentence_bears_its_language_and_direction(text, language, way):
    """A foreign sentence is marked with its language, and with its direction where that differs."""
    mark = f' lang="{language}"' + (f' dir="{way}"' if way else "")
    assert f'<p class="said"{mark}>{text}</p>' in html.render(samples.scripts())


def test_the_origin_of_a_statement_is_told_beside_its_number():
    """Hovering or focusing a source number shows title, outlet, date and place."""
    page = html.render(samples.brief())
    assert (
        "<b>Strait closed again</b><span>Harbour Post · wire · 18 Feb</span>"
        "<span>articles/01.txt, characters 100–190</span>"
    ) in page
    assert ".who a:focus-visible + .origin { display: block }" in page


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_the_page_is_valid(brief, html_faults):
    """The W3C's checker finds neither error nor warning."""
    assert html_faults(html.render(brief)) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_open_to_all(width, chromium):
    """axe-core finds no fault of access."""
    assert chromium.axe(CSP.sub("", html.render(samples.full())), width=width) == []


def test_the_phones_first_screen_shows_two_top_lines_with_their_outlets(chromium):
    """At 360 × 640 the first top line begins above 150 pixels and the second ends in view with its outlet."""
    script = """await document.fonts.ready;
    const at = (all, n) => document.querySelectorAll('#top-lines ' + all)[n].getBoundingClientRect();
    const small = [...document.querySelectorAll('a')].map(a => a.getBoundingClientRect());
    return [at('.said', 0).top, at('.rail', 1).bottom, document.documentElement.scrollWidth,
            Math.min(...small.filter(r => r.width > 1).map(r => Math.min(r.width, r.height)))]"""
    long = "Ukraine: NATO troops and the Riyadh talks"
    top, bottom, wide, target = chromium.evaluate(
        CSP.sub("", html.render(samples.brief(title=long))), script, width=360
    )
    assert top < 150
    assert bottom < 640
    assert wide <= 360
    assert target >= 24


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_hangs_over_the_edge(width, chromium):
    """Not even hostile words make the page wider than its window."""
    for brief in (samples.hostile(), samples.full()):
        page = CSP.sub("", html.render(brief))
        assert chromium.evaluate(page, "return document.documentElement.scrollWidth", width=width) <= width


def test_dark_has_its_own_ink(chromium):
    """In the dark the ground is #15171a and the ink #e8e6e1."""
    script = "const s = getComputedStyle(document.documentElement); return [s.backgroundColor, s.color]"
    page = CSP.sub("", html.render(samples.brief()))
    assert chromium.evaluate(page, script, dark=True) == ["rgb(21, 23, 26)", "rgb(232, 230, 225)"]
    assert chromium.evaluate(page, script) == ["rgb(255, 255, 255)", "rgb(22, 24, 28)"]
