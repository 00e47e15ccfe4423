"""What the page's one script does: finds words, and closes what was opened."""

import pytest

from briefing.renderers import html
from tests.browser.pages import pages
from tests.renderers import samples

PAGES = pages()
MARKED = """name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString())"""
FOLDED = samples.brief(
    top_lines=(
        samples.item("Le Conseil a rejeté “l’élection” de l’Ukraine – à Genève.", 1, 0, language="fr"),
        samples.item("Die Straße nach Žilina ist gesperrt.", 1, 100, language="de"),
        samples.item("Київ і Їжак: «Ніколи».", 1, 200, language="uk"),
        samples.item("قَالَ الوزير إنّ الميناء مغلق.", 1, 300, language="ar"),
        samples.item("外交部表示，海峡将在三月重新开放。", 1, 400, language="zh"),
        samples.item("Ο πρόεδρος μίλησε στους ΔΗΜΟΣΙΟΓΡΑΦΟΥΣ.", 1, 500, language="el"),
    )
)


def seek(shown, words):
    shown.keyboard.press("/")
    shown.keyboard.type(words)
    return shown.evaluate(MARKED, "found")


SOUGHT = (
    ("ELECTION", ["élection"]),
    ("l'élection", ["l’élection"]),
    ('"l', ["“l"]),
    ("ukraine - a gen", ["Ukraine – à Gen"]),
    ("strasse", ["Straße"]),
    ("zilina", ["Žilina"]),
    ("їжак", ["Їжак"]),
    ('"ніколи"', ["«Ніколи»"]),
    ("قال", ["قَال"]),
    ("海峡", ["海峡"]),
    ("ΠΡΟΕΔΡΟΣ", ["πρόεδρος"]),
    ("δημοσιογραφους", ["ΔΗΜΟΣΙΟΓΡΑΦΟΥΣ"]),
    ("nowhere", []),
)


def test_words_are_found_in_any_language(visit):
    """Case, accents, vowel points and kinds of quotation marks do not matter; what is marked is what stands there."""
    shown = visit(html.render(FOLDED))
    for words, found in SOUGHT:
        shown.get_by_role("searchbox").fill(words)
        assert shown.evaluate(MARKED, "found") == found


def test_finding_changes_no_word_of_the_page(visit):
    """Marks lie over the page: its elements are the same before and after."""
    shown = visit(PAGES["told"])
    before = shown.locator("main").inner_html()
    assert seek(shown, "pilots")
    assert shown.locator("main").inner_html() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_seen(scheme, visit):
    """What was found has the colour of a marker pen, and the match that the reader is at another."""
    shown = visit(PAGES["told"], color_scheme=scheme)
    seek(shown, "pilots")
    colours = """name => { const style = getComputedStyle(document.querySelector('.said'), `::highlight(${name})`);
        return [style.backgroundColor, style.color] }"""
    ink = "rgb(22, 24, 28)"
    assert shown.evaluate(colours, "found") == ["rgb(255, 229, 138)", ink]
    assert shown.evaluate(colours, "current") == ["rgb(255, 159, 28)", ink]


def test_an_older_browser_frames_the_paragraph(visit):
    """Where ranges cannot be marked the paragraph of the match is framed, and typing goes on."""
    shown = visit(PAGES["told"])
    shown.add_init_script("delete window.Highlight; delete Document.prototype.adoptedStyleSheets")
    shown.reload()
    shown.keyboard.press("/")
    shown.keyboard.type("pilots")
    assert shown.locator(".find input").input_value() == "pilots"
    framed = shown.locator("[data-found]")
    assert "pilots" in framed.inner_text()
    assert framed.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    shown.keyboard.press("Escape")
    assert framed.count() == 0
    assert visit.faults == []


def test_matches_are_counted_and_gone_through(visit, week):
    """The count is announced; Enter goes to the next match and Shift+Enter back, round the end, each in view."""
    shown = visit(week, size=(1280, 600))
    found = seek(shown, "gas")
    assert len(found) > 2
    count = shown.get_by_role("status")
    assert count.inner_text() == f"1 of {len(found)}"
    box = "[...CSS.highlights.get('current')][0].getBoundingClientRect().toJSON()"
    tops = set()
    for number in [*range(2, len(found) + 1), 1]:
        shown.keyboard.press("Enter")
        assert count.inner_text() == f"{number} of {len(found)}"
        place = shown.evaluate(box)
        assert shown.locator(".bar").bounding_box()["height"] <= place["top"]
        assert place["bottom"] <= 600
        tops.add(place["top"] + shown.evaluate("scrollY"))
    assert len(tops) > 2
    shown.keyboard.press("Shift+Enter")
    assert count.inner_text() == f"{len(found)} of {len(found)}"
    shown.get_by_role("button", name="Next match").click()
    assert count.inner_text() == f"1 of {len(found)}"
    shown.keyboard.press("/")
    shown.keyboard.type("zzz")
    assert count.inner_text() == "not found"


def test_escape_leaves_the_search_where_the_reader_found_something(visit, week):
    """Escape takes the marks away, and the next Tab goes on from the match."""
    shown = visit(week)
    seek(shown, "Leipzig")
    shown.keyboard.press("Escape")
    assert shown.evaluate(MARKED, "found") == []
    assert shown.locator(".find input").input_value() == ""
    shown.keyboard.press("Tab")
    near = shown.evaluate("document.activeElement.closest('.line')?.querySelector('.said').textContent")
    assert "Leipzig" in near


def test_only_what_the_brief_says_is_searched(visit):
    """What a panel holds folded is no match: the brief itself does not say it."""
    assert seek(visit(PAGES["told"]), "contradicted") == []


def test_the_key_can_be_switched_off_and_stays_off(visit):
    """Without its tick "/" does nothing (WCAG 2.1.4); in a field it is a letter like any other."""
    shown = visit(PAGES["told"])
    shown.keyboard.press("/")
    shown.keyboard.press("/")
    assert shown.locator(".find input").input_value() == "/"
    shown.keyboard.press("Escape")
    shown.get_by_role("checkbox").uncheck()
    shown.evaluate("document.activeElement.blur()")
    shown.keyboard.press("/")
    assert shown.evaluate("document.activeElement.tagName") == "BODY"
    shown.reload()
    shown.keyboard.press("/")
    assert shown.evaluate("document.activeElement.tagName") == "BODY"


def test_escape_closes_what_was_opened(visit):
    """Escape closes a panel and leaves the reader at what opened it."""
    shown = visit(PAGES["told"])
    shown.locator(".context summary").first.focus()
    shown.keyboard.press("Enter")
    assert shown.locator(".context[open]").count() == 1
    shown.keyboard.press("Tab")
    shown.keyboard.press("Escape")
    assert shown.locator(".context[open]").count() == 0
    assert shown.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_lies_over_the_page_goes_when_the_reader_goes_on(visit):
    """A panel over the page closes when the keyboard or a click goes on; a phone's stands in the text and stays."""
    shown = visit(PAGES["told"])
    opened = shown.locator(".context[open]")
    shown.locator(".context summary").first.click()
    shown.locator(".context a").first.focus()
    assert opened.count() == 1
    shown.keyboard.press("Tab")
    assert opened.count() == 0
    shown.locator(".context summary").first.click()
    shown.locator("h1").click()
    assert opened.count() == 0
    shown.set_viewport_size({"width": 360, "height": 640})
    shown.locator(".context summary").first.click()
    shown.locator("h1").click()
    assert opened.count() == 1


def test_one_panel_is_open_at_a_time(visit):
    """Opening one closes the other, also without script."""
    shown = visit(PAGES["told"], java_script_enabled=False)
    for number in (0, 1):
        shown.locator(".context summary").nth(number).focus()
        shown.keyboard.press("Enter")
        assert shown.locator("details[open]").count() == 1


def test_a_page_without_the_search_still_works(visit):
    """In a template that left the search out the rest of the script does its work."""
    shown = visit(PAGES["told"].replace('class="find"', 'class="gone"').replace('id="find"', 'id="gone"'))
    shown.locator(".context summary").first.click()
    shown.keyboard.press("Escape")
    assert shown.locator(".context[open]").count() == 0
    assert visit.faults == []
