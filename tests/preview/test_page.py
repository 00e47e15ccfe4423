"""The preview's own page, before any script has run."""

import re

from briefing.preview.routes import _OURS
from briefing.renderers.look.templates import home

PAGE = (home() / "preview" / "page.html").read_text()


def test_valid(html_faults):
    """The W3C checker has nothing against the page."""
    assert html_faults(PAGE) == []


def test_nothing_is_fetched_from_elsewhere():
    """Page, style and scripts name each other and nothing else; there is no inline script, style or handler."""
    named = set(re.findall(r'(?:src|href)="/([^"]+)"', PAGE))
    scripts = {path.name: path.read_text() for path in (home() / "preview").glob("*.js")}
    for text in scripts.values():
        named |= set(re.findall(r'from "\./([^"]+)"', text))
        assert "innerHTML" not in text
        assert "insertAdjacentHTML" not in text
    assert named == {"page.css", *scripts} == set(_OURS)
    assert not re.search(r"<style|<script(?! type=\"module\" src)|\son\w+=|\sstyle=", PAGE)


def test_every_key_is_told():
    """The list of keys names every key that does something, and every button's deed is one."""
    script = (home() / "preview" / "page.js").read_text()
    keys = re.search(r"const KEYS = \{(.*?)\};", script, re.S)[1]
    plain = {(one[0] or one[1]) for one in re.findall(r'(?:"([^"]+)"|(\w+)): "', keys)}
    shown = {"ArrowDown": "↓", "ArrowUp": "↑", " ": "Space", "alt ArrowDown": "Alt", "alt ArrowUp": "Alt"}
    told = set(re.findall(r"<kbd>([^<]+)</kbd>", PAGE[PAGE.index('<dialog id="keys"') : PAGE.index("</dl>")]))
    assert {shown.get(key, key) for key in plain} <= told
    deeds = re.search(r"const deeds = \{(.*?)\n\};", script, re.S)[1]
    assert set(re.findall(r'data-do="([\w-]+)"', PAGE)) <= {
        one[0] or one[1] for one in re.findall(r'^  (?:"([\w-]+)"|(\w+)): \[', deeds, re.M)
    }
