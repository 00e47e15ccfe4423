"""The page on the screen."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefing.renderers import html
from briefing.renderers.look import fonts, templates
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


def without_bulk(page: str) -> str:
    """The page without its fonts, its script and the digests of both."""
    page = re.sub(r"<script.*?</script>", "<script>…</script>", page, count=1, flags=re.DOTALL)
    return re.sub(r"(base64,|sha256-|nonce-)[\w+/=]+", r"\1…", page)


@pytest.mark.parametrize("name", ["plain", "full"])
def test_the_page_is_as_it_was(name, golden):
    """The whole page is compared with the one that was looked at."""
    golden(f"renderers/{name}.html", without_bulk(html.render(EDITIONS[name])))


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_the_page_asks_nobody_for_anything(brief):
    """No element loads or links beyond the page, save the sources' own addresses."""
    page = Elements(html.render(brief))
    tags = {tag for tag, _ in page.found}
    assert not tags & {"link", "img", "iframe", "object", "embed", "base", "form", "video", "audio"}
    assert all("src" not in attributes and "style" not in attributes for _, attributes in page.found)
    leads = [attributes.get("href") or "" for tag, attributes in page.found if tag == "a"]
    beyond = {lead.partition("#:~:text=")[0] for lead in leads if not lead.startswith("#")}
    assert beyond <= {"https://post.example/strait?a=1&b=2"}
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


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_one_script_is_in_the_page_and_the_policy_names_it(brief):
    """The page's script is ours, letter by letter, and the policy that stands before it bears its SHA-256."""
    page = html.render(brief)
    ours = (templates.home() / "default" / "screen.js").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", page.partition("<body")[0], re.DOTALL)
    assert script == ours
    assert sum(tag == "script" for tag, _ in Elements(page).found) == 1
    digest = base64.b64encode(hashlib.sha256(ours.encode()).digest()).decode()
    assert page.index(f"script-src 'sha256-{digest}'") < page.index("<script")


def test_the_policy_stands_before_every_style():
    """What a browser may load is written first: nothing but the page's own styles, fonts and pictures."""
    page = html.render(samples.brief())
    (policy,) = CSP.findall(page)
    assert "default-src 'none'; script-src 'sha256-" in policy
    assert (
        "; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
        in policy
    )
    assert page.index(policy) < page.index("<style>")


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


def test_the_origin_of_a_statement_is_told_in_its_panel():
    """What opens beside a statement holds it in its paragraph, says where that is, and leads to the original."""
    ferry = replace(samples.FERRY, before="The ice <came> early.", after="Nobody denied it.")
    page = html.render(samples.brief(top_lines=(ferry,)))
    assert (
        '<summary>context</summary>\n<div class="card"><p class="passage">The ice &lt;came&gt; early. '
        f"<mark>{ferry.text}</mark> Nobody denied it.</p>"
    ) in page
    assert (
        "<b>Strait closed again</b> <span>Harbour Post · wire · 18 Feb</span> "
        "<span>articles/01.txt, characters 100–190</span> "
        '<a href="https://post.example/strait?a=1&amp;b=2#:~:text=The%20strait%20stays%20closed%20to,'
        'on%20pilots%2C%20the%20ministry%20said." rel="noreferrer">Read it at post.example</a>'
    ) in page


def test_the_pages_are_valid(html_faults):
    """The W3C's checker finds neither error nor warning in any edition."""
    assert html_faults(*map(html.render, EDITIONS.values())) == []
