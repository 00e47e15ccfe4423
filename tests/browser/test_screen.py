"""The page as a browser shows it: by day and by night, on a phone, on paper, without script, and closed to others."""

import re
import subprocess

import pytest

from briefing.renderers import html
from tests.browser.pages import FERRY, LONG, pages, seeds, told
from tests.renderers import samples

PAGES = pages()
WORDS = "[...document.querySelectorAll('.said')].map(one => one.textContent.replace(/\\s+/g, ' ').trim())"
LINES = """() => [...document.querySelectorAll('.said, .passage')].filter(one => one.checkVisibility()).map(one => {
    const letters = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), rows = new Map(), range = new Range();
    for (let text = letters.nextNode(); text; text = letters.nextNode())
        for (let at = 0; at < text.length; at += 1) {
            range.setStart(text, at); range.setEnd(text, at + 1);
            const box = range.getClientRects()[0];
            if (box?.width) { const row = Math.round(box.bottom / 12); rows.set(row, (rows.get(row) ?? 0) + 1) } }
    return Math.max(...rows.values()) })"""
"""The longest line of each statement, in letters."""


def test_dark_has_its_own_ink(visit):
    """In the dark the ground is #15171a and the ink #e8e6e1; both are those of the search and of what opens."""
    shown = visit(PAGES["told"], color_scheme="dark")
    shown.locator(".context summary").first.click()
    colours = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    night = ["rgb(21, 23, 26)", "rgb(232, 230, 225)"]
    assert shown.locator("html").evaluate(colours) == night
    assert shown.locator(".find input").evaluate(colours) == night
    assert shown.locator(".context .card").first.evaluate(colours)[0] == night[0]
    shown.emulate_media(color_scheme="light")
    assert shown.locator("html").evaluate(colours) == ["rgb(255, 255, 255)", "rgb(22, 24, 28)"]


def test_the_phones_first_screen_shows_two_top_lines_with_their_outlets(visit):
    """At 360 × 640 the first top line begins above 150 pixels and the second ends in view with its outlet."""
    shown = visit(PAGES["told"], size=(360, 640))
    box = "one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]"
    assert shown.locator("#top-lines .said").first.evaluate(box)[0] < 150
    assert shown.locator("#top-lines .rail").nth(1).evaluate(box)[1] < 640
    assert shown.locator("h1").inner_text() == LONG


@pytest.mark.parametrize("edition", ["phone", "executive"])
def test_the_samples_first_top_line_begins_high_on_a_phone(edition, visit, tmp_path):
    """A title of two lines and a template of one's own leave the first top line above 150 pixels."""
    first = visit(seeds(tmp_path, edition), size=(360, 640)).locator("#top-lines .said").first
    assert first.bounding_box()["y"] < 150


@pytest.mark.parametrize("width", [360, 1280])
def test_the_bar_stays_at_the_top(width, visit, week):
    """Wherever the reader is, the themes are at the top of the window, and a theme's name is not under them."""
    shown = visit(week, size=(width, 700))
    shown.locator(".themes a").nth(3).click()
    bar = shown.locator(".bar").bounding_box()
    assert bar["y"] == 0
    assert shown.locator("#theme-3 h2").bounding_box()["y"] >= bar["height"]


def test_a_line_is_short_enough_to_read(visit, week):
    """No statement of an English page has a line of more than 70 letters, whatever the window."""
    shown = visit(week)
    for width in (720, 960, 1280, 1920):
        shown.set_viewport_size({"width": width, "height": 900})
        assert max(shown.evaluate(LINES)) <= 70


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_prints_every_sentence(paper, visit, tmp_path):
    """A browser's print has every sentence, no bar, no panel and no search, on either paper, dark or not."""
    shown = visit(PAGES["full"], color_scheme="dark")
    shown.locator(".context summary").first.click()
    file = tmp_path / "print.pdf"
    shown.pdf(path=file, format=paper)
    printed = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    words = set(re.findall(r"\w+", printed))
    for said in shown.evaluate(WORDS):
        assert set(re.findall(r"\w+", said)) <= words, said
    assert "context" not in words
    assert "Find" not in words
    shown.emulate_media(media="print")
    assert not shown.locator(".bar").is_visible()
    assert shown.evaluate("getComputedStyle(document.documentElement).color") == "rgb(22, 24, 28)"
    assert shown.evaluate("getComputedStyle(document.body).maxWidth") == "none"


def test_no_statement_is_cut_by_the_end_of_a_page(visit, week):
    """On paper statements, sources and pairs stay whole, and a heading keeps what it heads."""
    shown = visit(week)
    shown.emulate_media(media="print")
    for part in (".line", ".source", ".keep"):
        assert shown.locator(part).first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert shown.locator("h2").first.evaluate("one => getComputedStyle(one).breakAfter") == "avoid"


def test_without_script_every_sentence_is_there(visit):
    """With script switched off the page says the same, its paragraphs open, and no search stands idle."""
    mute = visit(PAGES["full"], java_script_enabled=False)
    said = [" ".join(words.split()) for words in mute.locator(".said").all_text_contents()]
    assert said == visit(PAGES["full"]).evaluate(WORDS)
    assert not mute.locator(".find").is_visible()
    assert not mute.locator(".shortcut").is_visible()
    panel = mute.locator(".context").first
    assert not panel.locator(".passage").is_visible()
    panel.locator("summary").click()
    assert panel.locator(".passage").is_visible()


def test_no_page_asks_for_anything(visit, week):
    """Opened, searched and scrolled to its end a page sends no request, and breaks no rule of its own."""
    for page in (*PAGES.values(), week):
        shown = visit(page)
        shown.keyboard.press("/")
        shown.keyboard.type("the")
        shown.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert visit.asked == []
    assert visit.faults == []


BAD = (
    '<script>document.title = "run"</script><img src="x" onerror="document.title = 1">'
    '<script src="http://x.example/"></script>'
)


def test_the_policy_stops_what_is_not_ours(visit):
    """Should mark-up of an article ever reach the page, its scripts do not run and its pictures are not fetched."""
    page = PAGES["told"].replace("<main", BAD + "<main", 1)
    shown = visit(page)
    assert shown.title() == f"{LONG} · 19 February 2025"
    assert visit.asked == []
    assert len(visit.faults) >= 2
    assert all("Content Security Policy" in fault for fault in visit.faults)
    assert shown.locator(".find").is_visible()


@pytest.mark.parametrize(
    "own",
    [
        '{% extends "default/brief.html" %}{% block style %}BAD{% endblock %}',
        "<!DOCTYPE html><html><head><title>x</title>BAD</head><body>{{ page.title }}</body></html>",
        '<!DOCTYPE html><!--><script>document.title = "run"</script><!-- --><html><head>BAD</head></html>',
        '<!DOCTYPE html><html data-x=">"><head><title>x</title>BAD</head></html>',
        '<p>BAD<!DOCTYPE html><html lang="en"><head><title>x</title></head></html>',
    ],
)
def test_no_script_of_a_template_runs(own, visit):
    """Not even a template that is not ours, however it begins, can run a script."""
    whole = own if "extends" in own else own + '{% include "default/brief.html" %}'  # which says what it must
    look = samples.Look(overrides={"brief.html": whole.replace("BAD", BAD)})
    shown = visit(html.render(told(look=look)))
    assert "run" not in shown.title()
    assert visit.asked == []
    assert any("Content Security Policy" in fault for fault in visit.faults)


def test_a_hostile_title_is_text(visit):
    """Mark-up in the fields of an article is read as it stands, and its panel shows it as it stands."""
    shown = visit(PAGES["hostile"])
    shown.locator(".context summary").first.click()
    assert "<script>alert(1)</script>" in shown.locator(".context .from").first.inner_text()
    assert shown.locator("main script, main img").count() == 0
    assert visit.faults == []


def test_every_statement_opens_in_its_paragraph(visit, week):
    """Beside each printed sentence, or behind those of its source, a panel holds it whole and marked."""
    held = """() => [...document.querySelectorAll('.said')].map(said => { const copy = said.cloneNode(true);
        copy.querySelectorAll('.speaker, .ours').forEach(one => one.remove());
        const place = said.closest('.line, .half, .stand, .summary'), words = copy.textContent.replace(/\\s/g, '');
        return [...place.querySelectorAll('.context mark')].some(
            mark => mark.textContent.replace(/\\s/g, '').includes(words)) })"""
    for page in (PAGES["full"], PAGES["arabic"], week):
        found = visit(page).evaluate(held)
        assert found
        assert all(found)


def test_a_panel_shows_the_sentence_between_its_neighbours(visit):
    """The panel holds the sentence before, the sentence, marked, and the one after, as the article has them."""
    panel = visit(PAGES["told"]).locator(".context").first
    panel.locator("summary").click()
    passage = panel.locator(".passage").inner_text()
    assert passage == f"The ice came early this year. {FERRY.text} Nobody contradicted the ministry."
    assert panel.locator("mark").inner_text() == FERRY.text
    lead = panel.locator("a").get_attribute("href")
    assert lead.startswith("https://post.example/strait?a=1&b=2#:~:text=The%20strait%20stays%20closed%20to,")
