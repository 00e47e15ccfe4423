"""Mail addresses."""

import pytest

from briefing.text.addresses import address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("desk@example.org", ("", "desk@example.org")),
        ("Morning desk <desk@example.org>", ("Morning desk", "desk@example.org")),
        ('"Dahl, Å." <a.dahl+brief@example.org>', ("Dahl, Å.", "a.dahl+brief@example.org")),
        ("x@bücher.example", ("", "x@xn--bcher-kva.example")),
        ("x@xn--strae-oqa.de", ("", "x@xn--strae-oqa.de")),
    ],
)
def test_an_address(text, found):
    """One reader, with or without a name; the domain as IDNA writes it."""
    assert address(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "desk",
        "@example.org",
        "desk@",
        "a@b@c.org",
        "a b@c.org",
        '"a b"@c.org',
        "a@b.org, c@d.org",
        "a@b.org\nBcc: c@d.org",
        "a@b.org\r\nc",
        "a@b.org\u2028c",
        "a\x85@b.org",
        "a..b@c.org",
        "é@c.org",
        "a@-c.org",
        "a@c_d.org",
        "x" * 65 + "@c.org",
        "a@" + "b" * 64 + ".org",
        "a@straße.de",
        "a@λόγος.gr",
        "a@b\u200d.org",
    ],
)
def test_what_is_none(text):
    """Several addresses, line breaks, quoted names of accounts, and domains that IDNA 2003 would rename."""
    assert address(text) is None
