"""The page is open to everybody: WCAG 2.2 AA, held by axe-core and by what it cannot see."""

from itertools import pairwise

import pytest

from briefing.renderers import html
from tests.browser.pages import pages, told

PAGES = pages()
SPACED = """*, ::before { letter-spacing: .12em !important; word-spacing: .16em !important;
    line-height: 1.5 !important } p { margin-bottom: 2em !important }"""
"""The text spacing that WCAG 1.4.12 lets a reader set."""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *, nav a')].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    return ['hidden', 'clip'].includes(style.overflowX) && box.width > 1
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) })
    .map(one => one.outerHTML.slice(0, 100))"""
"""Elements that cut what is in them."""
WIDE = "document.documentElement.scrollWidth"
WINDOWS = [(320, 256), (320, 640), (360, 640), (640, 450), (768, 900), (960, 900), (1280, 900)]
"""320 × 256 is 1280 × 1024 enlarged four times, 640 × 450 is 1280 × 900 enlarged twice."""


def opened(name, week):
    return week if name == "week" else PAGES[name]


EVERY = [(width, scheme) for width in (360, 768, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize("name", [*PAGES, "week"])
def test_axe_finds_nothing(name, visit, axe, week):
    """axe-core finds no violation of WCAG 2.2 A or AA nor of good practice, at any width, by day and by night."""
    shown = visit(opened(name, week))
    for width, scheme in EVERY if name in ("full", "arabic", "week") else [(360, "dark"), (1280, "light")]:
        shown.set_viewport_size({"width": width, "height": 900})
        shown.emulate_media(color_scheme=scheme)
        assert axe(shown) == [], (width, scheme)


def test_axe_sees_a_fault(visit, axe):
    """What it is asked for it finds: grey on grey, and a link without words."""
    faulty = '<a href="#x"></a><p style="color: #777; background: #666">Words</p></main>'
    found = {fault.partition(":")[0] for fault in axe(visit(PAGES["told"].replace("</main>", faulty)))}
    assert found == {"color-contrast", "link-name"}


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_what_opens(width, scheme, visit, axe):
    """Nor does it with a paragraph open, and words sought."""
    shown = visit(PAGES["told"], size=(width, 900), color_scheme=scheme)
    shown.keyboard.press("/")
    shown.keyboard.type("pilots")
    for panel in (".context", ".why"):
        shown.locator(f"{panel} summary").first.click()
        assert axe(shown) == []


@pytest.mark.parametrize("name", [*PAGES, "week"])
def test_no_page_scrolls_sideways(name, visit, week):
    """No page is wider than its window, nor cuts what it holds."""
    shown = visit(opened(name, week))
    for width, height in WINDOWS:
        shown.set_viewport_size({"width": width, "height": height})
        assert shown.evaluate(WIDE) <= width
        assert shown.evaluate(CUT) == [], width


@pytest.mark.parametrize("name", ["told", "full", "arabic"])
def test_readers_may_space_the_text(name, visit):
    """With the spacing of WCAG 1.4.12 nothing is cut and nothing hangs over the edge."""
    shown = visit(PAGES[name])
    shown.add_style_tag(content=SPACED)
    for width in (320, 768, 1280):
        shown.set_viewport_size({"width": width, "height": 900})
        assert shown.evaluate(WIDE) <= width
        assert shown.evaluate(CUT) == [], width


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough(width, visit, week):
    """What is clicked is at least 24 pixels wide and high (2.5.8)."""
    small = """() => [...document.querySelectorAll('a, button, summary, input, label:has(input)')]
        .filter(one => one.checkVisibility() && !one.closest('.shortcut input'))
        .map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
        .filter(([_, box]) => box.width > 1 && Math.min(box.width, box.height) < 23.9).map(([name]) => name)"""
    for page in (PAGES["full"], week):
        assert visit(page, size=(width, 900)).evaluate(small) == []


REACHED = (
    "[...document.querySelectorAll('a[href], button, summary, input')].filter(one => one.checkVisibility())"
)
AT = """() => { const one = document.activeElement, box = one.getBoundingClientRect();
    const bar = document.querySelector('.bar'), style = getComputedStyle(one);
    const under = bar.contains(one) || one.matches('.skip') ? 0 : bar.getBoundingClientRect().bottom;
    return { name: one.outerHTML.slice(0, 80), ring: style.outlineStyle !== 'none' ? style.outlineWidth : '0',
             seen: box.top >= under - 1 && box.bottom <= innerHeight + 1 } }"""


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_keyboard_goes_through_all_and_sees_where_it_is(key, visit):
    """Tab reaches every link, panel and field in the page's order; each shows its focus, and the bar hides none."""
    shown = visit(PAGES["full"], size=(1280, 500))
    count = shown.evaluate(f"{REACHED}.length")
    if key == "Shift+Tab":
        shown.evaluate(f"{REACHED}.at(-1).focus()")
    names = []
    for _ in range(count - (key == "Shift+Tab")):
        shown.keyboard.press(key)
        at = shown.evaluate(AT)
        assert at["ring"] == "2px", at
        assert at["seen"], at
        names.append(at["name"])
    order = shown.evaluate(f"{REACHED}.map(one => one.outerHTML.slice(0, 80))")
    assert names == (order if key == "Tab" else order[-2::-1])


def test_headings_and_landmarks_are_in_order(visit):
    """One first heading, no level skipped, and one each of banner, navigation, search, main and end."""
    for name, page in PAGES.items():
        shown = visit(page)
        levels = shown.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name
        for role in ("banner", "navigation", "search", "main", "contentinfo"):
            assert shown.get_by_role(role).count() == 1, (name, role)


def test_the_first_key_leads_past_the_bar(visit):
    """The first Tab shows the link to the brief; Enter goes there, and the next Tab to its first source."""
    shown = visit(PAGES["told"])
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.closest('main') !== null")
    assert shown.evaluate("document.activeElement.getAttribute('href')") == "#source-1"


def test_nothing_moves_by_itself(visit):
    """No element has a transition or an animation, so that none disturbs who asked for reduced motion."""
    still = """() => [...document.querySelectorAll('*')].every(one => { const style = getComputedStyle(one);
        return style.transitionDuration === '0s' && style.animationName === 'none' })"""
    assert visit(PAGES["full"]).evaluate(still)


def test_forced_colours_mark_the_sentence(visit):
    """Where the system sets the colours the sentence in its paragraph is still marked."""
    shown = visit(PAGES["told"], forced_colors="active")
    shown.locator(".context summary").first.click()
    mark = shown.locator(".context mark").first
    assert mark.evaluate("one => getComputedStyle(one).backgroundColor") != shown.evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )


def test_each_part_says_its_language(visit):
    """A sentence of another language bears it, and on a page from the right English runs from the left."""
    shown = visit(PAGES["arabic"])
    assert shown.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    said = shown.locator(".top .said")
    assert said.first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert said.nth(1).evaluate("one => [one.lang, getComputedStyle(one).direction]") == ["en", "ltr"]


def test_a_page_from_the_right_is_a_mirror(visit):
    """On a page from the right names stand on the right and sources on the left."""
    shown = visit(PAGES["arabic"])
    left = "one => one.getBoundingClientRect().left"
    block = shown.locator("#theme-1")
    name, said, rail = (block.locator(part).first.evaluate(left) for part in (".margin", ".said", ".rail"))
    assert rail < said < name


def test_focus_is_not_lost_in_a_title_of_any_length(visit):
    """A title of ninety characters is shown whole on a phone."""
    title = "The northern strait stays closed while ministers of seven countries look for a way out"
    shown = visit(html.render(told(title=title)), size=(360, 640))
    assert shown.evaluate(CUT) == []
    assert shown.locator("h1").inner_text() == title
