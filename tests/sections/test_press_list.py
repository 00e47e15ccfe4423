"""Which of the desk's outlets an article is from."""

import pytest

from briefing.config import load_config
from briefing.model import Outlet, SourceEntry
from briefing.pipeline import Occasion, compose, gather
from briefing.sections.press_list import entered, outlet_of

BBC = Outlet("bbc", ("BBC News", "bbc.co.uk", "bbc.com"), "broadcaster", "A2")
RUSSIAN = Outlet("bbc_russian", ("russian.bbc.com",), "broadcaster")
LENTA = Outlet("Lenta.ru", ("Lenta.ru",), "state media")
BLOG = Outlet("blog", ("blog.example",))
ALL = (BBC, RUSSIAN, LENTA, BLOG)


def entry(name=None, url=None, kind=None):
    """Give a source of the list, of which only its outlet matters."""
    known = {"name": name, "kind": kind, "url": url, "title": "T", "author": None, "published": None}
    place = {
        "retrieved": None,
        "location": "a.txt",
        "part": 0,
        "digest": "d",
        "text_digest": "t",
        "origin": None,
    }
    return SourceEntry(n=1, **known, **place, language="en", sentences=1, used=1)


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("BBC News", None, BBC),
        ("bbc\u200b  NEWS", None, BBC),
        ("BBC", None, None),
        (None, "https://www.bbc.co.uk/news/1", BBC),
        (None, "https://BBC.CO.UK:443/", BBC),
        (None, "https://bbc.co.uk./", BBC),
        (None, "https://notbbc.co.uk/", None),
        (None, "https://bbc.co.uk.evil.example/", None),
        (None, "https://russian.bbc.com/a", RUSSIAN),
        ("www.bbc.com", None, BBC),
        ("lenta.ru", None, LENTA),
        ("Other", "https://m.lenta.ru/x", LENTA),
        ("Lenta.ru", "https://www.bbc.com/", LENTA),
        (None, "http://[", None),
        (None, "bbc.com", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_an_outlet_is_known_by_name_then_by_host(name, url, found):
    """A name counts whatever its case, before the host; a host with all below it, the longest one first."""
    assert outlet_of(name, url, ALL) == found


def test_no_list_knows_nobody():
    """Without outlets every article is from elsewhere."""
    assert outlet_of("BBC News", "https://bbc.com", ()) is None


@pytest.mark.parametrize(
    ("name", "url", "printed"),
    [
        ("bbc news", None, "BBC News"),
        ("www.bbc.com", None, "BBC News"),
        ("www.lenta.ru", None, "Lenta.ru"),
        ("The \u200bBlog", "https://blog.example/x", "The Blog"),
        (None, "https://blog.example/x", "blog"),
        ("Other", "https://other.example/x", "Other"),
    ],
)
def test_an_outlet_is_printed_by_one_name(name, url, printed):
    """The first name that is no host, else what the article says, else the key; what nobody knows stays as it is."""
    assert entered(entry(name, url), ALL).name == printed


def test_the_desks_word_wins():
    """Its kind stands in place of the page's own; without one the page's stays, and the grade is the desk's alone."""
    told = entered(entry("BBC News", kind="blog"), ALL)
    assert (told.kind, told.grade) == ("broadcaster", "A2")
    kept = entered(entry("blog.example", kind="analysis"), ALL)
    assert (kept.kind, kept.grade) == ("analysis", None)
    other = entry("Other", kind="analysis")
    assert entered(other, ALL) is other


def test_the_whole_brief_calls_it_so(tmp_path):
    """The list of sources has kind, grade and the one name, and a copy names its origin by it."""
    body = "".join(
        f"The minister of port {n} said on Monday that harbour {n} would open again.\n\n" for n in range(9)
    )
    told = (
        ("a", "NNA wire", "2026-01-01", ""),
        ("b", "www.post.example", "2026-01-02", "So the agency says.\n"),
    )
    for name, site, day, end in told:
        (tmp_path / f"{name}.md").write_text(
            f'---\ntitle: "T"\nsite: "{site}"\ndate: {day}\n---\n\n{body}{end}'
        )
    path = tmp_path / "briefing.toml"
    path.write_text(
        '[outlets.nna]\nnames = ["Northgate News", "nna WIRE"]\nkind = "wire"\ngrade = "A1"\n'
        '[outlets."The Post"]\nnames = ["post.example"]\n'
    )
    config = load_config(path)
    reading = gather([str(tmp_path / "a.md"), str(tmp_path / "b.md")], config)
    sources = compose(reading, config, config.audiences[0], Occasion("2026-01-03")).sources
    assert {(one.name, one.kind, one.grade) for one in sources} == {
        ("Northgate News", "wire", "A1"),
        ("The Post", None, None),
    }
    ((copy, origin),) = ((one, one.origin) for one in sources if one.origin)
    (other,) = (one for one in sources if one is not copy)
    assert origin == f"{other.n} {other.name}"
