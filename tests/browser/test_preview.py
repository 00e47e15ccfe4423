"""The preview in a real browser: what is seen, what the keys do, and what two editors do to one another."""

import json
import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.serving import SEEDS, Served, restored

CHOSEN = "#list [aria-selected=true]"
PHONE = "#phone iframe"
WAIT = 40_000  # milliseconds, on a busy machine


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of the sample pile that these tests share."""
    folder = tmp_path_factory.mktemp("shared") / "desk"
    shutil.copytree(SEEDS, folder)
    one = Served(folder)
    yield one
    one.end()


@pytest.fixture
def served(running: Served) -> Iterator[Served]:
    """The shared preview; whatever a test changes in its folder is put back."""
    with restored(running):
        yield running


@pytest.fixture
def enter(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """``enter(color_scheme="dark")`` gives an editor's page, drawn, the first statement chosen."""
    windows = []

    def opened(**options: object) -> Page:
        window = browser.new_context(viewport={"width": 1680, "height": 950}, **options)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(WAIT)
        page.goto(served.address)
        page.wait_for_selector(f"{CHOSEN} .meta")
        expect(page.locator("#phase")).to_have_text("", timeout=WAIT)
        page.focus(CHOSEN)
        return page

    yield opened
    for window in windows:
        window.close()


def _said(page: Page, text: str) -> None:
    expect(page.locator("#live")).to_contain_text(text, timeout=WAIT)


def _text(page: Page) -> str:
    return page.locator(f"{CHOSEN} > span:first-child").inner_text()


def _in_frame(page: Page, text: str) -> None:
    """Wait until the phone's page holds a text."""
    expect(page.frame_locator(PHONE).last.locator("body")).to_contain_text(text, timeout=WAIT)


def test_address_is_cleaned_and_three_sizes_are_shown(enter, served):
    """The token is gone from the address; phone and tablet have their widths, and print tells its pages."""
    page = enter()
    assert served.token not in page.url
    widths = {
        one: page.evaluate(f"document.querySelector('#{one} iframe').contentWindow.innerWidth")
        for one in ("phone", "tablet")
    }
    assert widths == {"phone": 360, "tablet": 768}
    expect(page.locator("#print figcaption")).to_contain_text(re.compile(r"\d page|words"))
    page.wait_for_selector("#print embed")


def test_template_redraws(enter, served):
    """A template that changes is seen without a hand on the page; a broken one shows its line and leaves the page."""
    page = enter()
    first = _text(page)
    brief = served.folder / "templates" / "brief.html"
    brief.parent.mkdir(exist_ok=True)
    for path in brief.parent.glob("*.html"):
        path.unlink()
    brief.write_text('{% extends "default/brief.html" %}{% block masthead %}<h1>Our head</h1>{% endblock %}')
    _in_frame(page, "Our head")
    brief.write_text('{% extends "default/brief.html" %}\n{% block masthead %}{{ page.oops }}{% endblock %}')
    expect(page.locator("#faults")).to_contain_text("brief.html:2", timeout=WAIT)
    _in_frame(page, "Our head")
    brief.write_text('{% extends "default/brief.html" %}{% block masthead %}<h1>Mended</h1>{% endblock %}')
    _in_frame(page, "Mended")
    expect(page.locator("#faults")).to_be_hidden(timeout=WAIT)
    assert _text(page) == first


def test_drop_by_key_refills_and_survives_a_rebuild(enter, served, monkeypatch):
    """A dropped sentence leaves the page and its place refills; a build afterwards honours it."""
    page = enter()
    gone, anchor = _text(page), served.state()["editions"][0]["groups"][0]["lines"][0]["anchor"]
    before = page.locator("#list [role=group]").first.locator("[role=option]").count()
    page.keyboard.press("d")
    _said(page, "Dropped.")
    expect(page.locator("#list")).not_to_contain_text(gone, timeout=WAIT)
    expect(page.frame_locator(PHONE).last.locator(f"[id='{anchor}']")).to_have_count(0, timeout=WAIT)
    assert page.locator("#list [role=group]").first.locator("[role=option]").count() == before
    assert page.evaluate("document.activeElement.getAttribute('aria-selected')") == "true"
    brief = _built(served)
    texts = [item["text"] for item in brief["top_lines"]]
    assert gone not in json.dumps(brief["top_lines"] + brief["sections"], ensure_ascii=False)
    assert texts == [text.inner_text() for text in _top(page)]
    page.keyboard.press("u")
    _said(page, "Undone.")
    expect(page.locator("#list")).to_contain_text(gone, timeout=WAIT)


def _top(page):
    return page.locator("#list [role=group]").first.locator("[role=option] > span:first-child").all()


def _built(served):
    """Build the edition that the preview shows first; give its JSON."""
    import subprocess
    import sys

    key = served.state()["editions"][0]["key"]
    command = [sys.executable, "-m", "briefing", "build", ".", "--date", "2026-01-02", "--audience", key]
    subprocess.run(
        [*command, "--format", "json", "--out", "../out"], cwd=served.folder, check=True, capture_output=True
    )
    return json.loads((served.folder.parent / "out" / "2026-01-02" / key / "brief.json").read_text())


def test_keyboard_path(enter, served):
    """Every deed has a key: walk, pin, move, read, note, approve, drop an article and an outlet, help."""
    page = enter()
    first = _text(page)
    page.keyboard.press("j")
    second = _text(page)
    assert second != first
    page.keyboard.press("ArrowUp")
    assert _text(page) == first
    page.keyboard.press("p")
    expect(page.locator(CHOSEN)).to_contain_text("pinned", timeout=WAIT)
    page.keyboard.press("J")
    _said(page, "Moved to place 2.")
    expect(page.locator("#list [role=option]").nth(1)).to_contain_text(first, timeout=WAIT)
    assert _text(page) == first
    page.keyboard.press(" ")
    expect(page.locator("#passage mark").first).to_be_visible(timeout=WAIT)
    assert first.split()[-1] in page.locator("#passage mark").last.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-selected')") == "true"
    page.keyboard.press("N")
    page.keyboard.type("Watch <b>this</b>.")
    page.keyboard.press("Control+Enter")
    _said(page, "The note is saved.")
    _in_frame(page, "Watch <b>this</b>.")
    page.keyboard.press("A")
    page.keyboard.type("A. Editor")
    page.keyboard.press("Enter")
    expect(page.locator("#approval")).to_have_text("Approved: A. Editor", timeout=WAIT)
    page.keyboard.press("x")
    _said(page, "The article is dropped.")
    expect(page.locator("#list")).not_to_contain_text(first, timeout=WAIT)
    expect(page.locator("#approval")).to_have_text("Approve")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    kept = (served.folder / "edits.toml").read_text()
    assert "Watch <b>this</b>." in kept
    assert "approved_by" not in kept


def test_pin_from_the_paragraph(enter, served):
    """A sentence that no rule placed is pinned from its article, and stands in the section."""
    page = enter()
    page.keyboard.press(" ")
    page.wait_for_selector("#passage mark")
    page.keyboard.press("j")
    other = page.locator("#passage [aria-selected=true]").inner_text()
    page.keyboard.press("p")
    _said(page, "Pinned.")
    pinned = page.locator("#list [role=group]").first.locator("[role=option]").filter(has_text="pinned")
    expect(pinned).to_contain_text(other[:30], timeout=WAIT)


def test_buttons_do_what_keys_do(enter):
    """Without single keys the buttons do it all, and say what is not for the chosen statement."""
    page = enter()
    page.click("header [data-do=keys]")
    page.uncheck("#single")
    page.click("#keys button")
    page.click("#tools [data-do=pin]")
    expect(page.locator(CHOSEN)).to_contain_text("pinned", timeout=WAIT)
    expect(page.locator("#pinning")).to_have_text("Unpin")
    assert page.locator("#tools [data-do=note]").get_attribute("aria-disabled") == "true"
    page.click("#tools [data-do=note]", force=True)
    _said(page, "not for what is chosen")


def test_click_in_a_page_chooses(enter):
    """A statement that is clicked in the phone's page is the one that is chosen, and outlined at every size."""
    page = enter()
    wanted = page.locator("#list [role=option] > span:first-child").nth(2).inner_text()
    page.frame_locator(PHONE).get_by_text(wanted).first.click()
    assert _text(page) == wanted
    outlined = (
        "document.querySelector('#tablet iframe').contentDocument.querySelector('[data-chosen]').textContent"
    )
    assert wanted in page.evaluate(outlined)


def test_two_editors(enter, served):
    """A note that somebody else wrote meanwhile is not overwritten: the window stays open and says so."""
    one, other = enter(), enter()
    one.keyboard.press("N")
    one.keyboard.type("Mine")
    other.keyboard.press("N")
    other.keyboard.type("Theirs")
    other.keyboard.press("Control+Enter")
    _said(other, "The note is saved.")
    _said(one, "changed elsewhere")
    one.keyboard.press("Control+Enter")
    expect(one.locator("#note .fault")).to_contain_text("Somebody else wrote this note", timeout=WAIT)
    assert one.locator("#note-text").input_value() == "Mine"
    assert "Theirs" in (served.folder / "edits.toml").read_text()


def test_conflict(enter, served):
    """A key pressed on a page that is out of date changes nothing, says so, and offers the other's work."""
    page = enter()
    page.route("**/state", lambda route: route.abort())
    (served.folder / "edits.toml").write_text('approved_by = "Theirs"\n')
    page.keyboard.press("p")
    expect(page.locator("#conflict")).to_be_visible(timeout=WAIT)
    assert (served.folder / "edits.toml").read_text() == 'approved_by = "Theirs"\n'
    page.unroute("**/state")
    page.click("#conflict button")
    expect(page.locator("#approval")).to_have_text("Approved: Theirs", timeout=WAIT)
    page.keyboard.press("p")
    expect(page.locator(CHOSEN)).to_contain_text("pinned", timeout=WAIT)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(enter, axe, scheme):
    """Axe finds nothing in the desk, in light and in dark, with a window over it and without."""
    page = enter(color_scheme=scheme)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(21, 23, 26)") == (scheme == "dark")
    assert _axe(page, axe) == []
    page.keyboard.press("?")
    assert _axe(page, axe) == []


def _axe(page, axe):
    """What axe has against the desk itself: the editions in their frames have tests of their own."""
    page.evaluate("for (const one of document.querySelectorAll('.glass')) one.hidden = true")
    return axe(page)


def test_edition_picker(enter, served):
    """Another edition is a key away, and is shown at all sizes."""
    page = enter()
    keys = [edition["key"] for edition in served.state()["editions"]]
    if len(keys) < 2:
        pytest.skip("the sample has one edition")
    page.keyboard.press("]")
    assert page.locator("[role=tab][aria-selected=true]").count() == 1
    expect(page.locator(PHONE).last).to_have_attribute(
        "src", re.compile(f"/edition/{keys[1]}/"), timeout=WAIT
    )


def test_hostile_article(enter, served):
    """What an article says is text: in the list of edits its title stands as it was written."""
    page = enter()
    title = "Evil <img src=x onerror=document.title='owned'> title"
    (served.folder / "zz-evil.txt").write_text(
        f"{title}\n\nThe minister said <script>document.title='owned'</script> it.\n"
    )
    state = served.until(
        lambda state: title in state["editions"][0]["sources"].values() and state["phase"] is None
    )
    digest = next(key for key, name in state["editions"][0]["sources"].items() if name == title)
    change = {"do": "drop_article", "audience": None, "source": digest, "seen": state["seen"]}
    assert served.ask("/edits", change)[0] == 200
    page.click("#edits summary")
    expect(page.locator("#edits li")).to_contain_text(title, timeout=WAIT)
    assert page.title() != "owned"
    assert page.locator("#edits img, #list script").count() == 0


def test_nothing_is_drawn_twice(enter, served):
    """News that concerns nothing chosen leaves the list as it is, so that nobody hears it anew."""
    page = enter()
    page.evaluate("document.querySelector('#list [aria-selected=true]').mark = 'kept'")
    version = served.state()["version"]
    (served.folder / "briefing.toml").write_text(
        (served.folder / "briefing.toml").read_text() + "# touched\n"
    )
    served.until(lambda state: state["version"] > version and state["phase"] is None)
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('#list [aria-selected=true]').mark") == "kept"
