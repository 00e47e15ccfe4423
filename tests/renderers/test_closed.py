"""Pages of a user's templates that lead away, or load from elsewhere."""

from contextlib import contextmanager

import pytest

from briefing.errors import TemplateError
from briefing.model import Brief, Look
from briefing.renderers import html, mail, pdf
from tests.renderers import samples


def made(name: str, text: str) -> Brief:
    """A brief whose look puts a text into the masthead."""
    own = f'{{% extends "{name}" %}}{{% block masthead %}}{{{{ super() }}}}{text}{{% endblock %}}'
    return samples.brief(look=Look(overrides={name: own}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<meta http-equiv="refresh" content="0;url=http://x.example/">', "meta http-equiv"),
        ("<META content=1 HTTP-EQUIV='re&#102;resh'>", "meta http-equiv"),
        ("<meta/http-equiv=refresh content=0>", "meta http-equiv"),
        ('<meta name=">" http-equiv=refresh content=0>', "meta http-equiv"),
        ("<link rel=dns-prefetch href=//x.example>", "link"),
        ('<base href="http://x.example/">', "base"),
        ("<form action=x></form>", "form"),
        ("<iframe srcdoc=x></iframe>", "iframe"),
        ("<object data=x></object>", "object"),
        ("<EMBED src=x>", "embed"),
    ],
)
def test_a_page_that_leads_away_is_refused(text, told):
    """On the screen and in a mail alike, by the tag as it came out."""
    for name, render in (("brief.html", html.render), ("mail.html", mail.render)):
        with pytest.raises(TemplateError, match=f"^{name}: the page holds <{told}"):
            render(made(name, text))


@pytest.mark.parametrize(
    "text",
    [
        '<img alt="" src="http://x.example/i.png">',
        '<img alt="" src="//x.example/i.png">',
        '<img alt="" srcset="http://x.example/i.png 2x">',
        '<div style="background: url(http://x.example/b.png)">x</div>',
        '<div style="background: u\\72l(http://x.example/b.png)">x</div>',
        '<style>@media print { @import url("http://x.example/m.css"); }</style>',
        "<style>@media print { p { background: url(file:///x) } }</style>",
        "<style>@media print { p { content: '/*'; background: url(//x.example); content: '*/' } }</style>",
        "<!--[if mso]><img src='http://x.example/i.png'><![endif]-->",
    ],
)
def test_a_mail_that_loads_is_refused(text):
    """A picture or a style from elsewhere tells who opened the mail."""
    with pytest.raises(TemplateError, match=r"^mail\.html: the page holds "):
        mail.render(made("mail.html", text))


def test_what_stays_within_may_stand():
    """A policy of one's own, a link, and a picture that is written out."""
    for name, render in (("brief.html", html.render), ("mail.html", mail.render)):
        text = (
            '<meta name="x" content="y"><meta http-equiv="Content-Security-Policy" content="img-src \'none\'">'
            '<a href="https://x.example/">x</a><img alt="" src="data:image/gif;base64,AA==">'
            '<p style="background: url(#a)">x</p><!-- x -->'
            '<style>@media print { p::after { content: "\\2014" } }</style>'
        )
        assert render(made(name, text))


def test_an_html_that_runs_is_no_beginning():
    """A handler on the first element would stand before the policy: it goes behind."""
    page = html.guarded('<!doctype html><html lang="en" onclick="x()"><head>', "1")
    assert page.index("Content-Security-Policy") < page.index("onclick")
    page = html.guarded('<!doctype html><html lang="en" data-a="b"><head>', "1")
    assert page.index("data-a") < page.index("Content-Security-Policy")


@pytest.mark.parametrize(("logo", "bounds"), [("data:image/svg+xml;base64,PHN2Zy8+", True), (None, False)])
def test_the_layout_of_a_logo_is_bounded(monkeypatch, logo, bounds):
    """A drawing from a file of elsewhere may take no longer than a template; ours alone needs no bound."""
    asked = []

    @contextmanager
    def noted(name, *, seconds):
        asked.append((name, seconds))
        yield

    monkeypatch.setattr(pdf, "bounded", noted)
    pdf.render(samples.brief(look=Look(logo=logo)))
    assert bool(asked) is bounds
    assert set(asked) <= {("brief.html", pdf.SECONDS)}
