"""One file changes the page; what is wrong with it is said in one line."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.model import Look
from briefing.renderers import chain, html, mail, pdf, templates, view
from tests.renderers import samples

CHILD = (
    '{% extends "default/brief.html" %}{% block masthead %}<h1>Minister: {{ page.title }}</h1>{% endblock %}'
)


def dressed(**names: str) -> Look:
    """A look whose audience has a template of its own."""
    return Look(
        template="minister",
        overrides={name.replace("__", "/") + ".html": text for name, text in names.items()},
    )


def test_one_child_template_changes_the_pdf_and_the_page():
    """A single extends with one block changes both faces and leaves all other blocks."""
    brief = samples.brief(look=dressed(minister__brief=CHILD))
    page = html.render(brief)
    printed = templates.fill(brief, view.page(brief), "brief.html", face="print")
    for face in (page, printed):
        assert "<h1>Minister: The northern strait</h1>" in face
        assert "Desk edition" not in face.split("<main")[0].split("<nav")[0].split("<body")[1]
        assert samples.FERRY.text in unescape(face)
    assert pdf.render(brief).startswith(b"%PDF")


def test_the_audiences_template_goes_before_the_users_and_that_before_ours():
    """Lookup runs from the audience's folder to the user's templates to ours."""
    own, users = CHILD.replace("Minister", "Own"), CHILD.replace("Minister", "User")
    for names, said in (
        ({"minister__brief": own, "brief": users}, "Own:"),
        ({"brief": users}, "User:"),
        ({}, "Desk edition"),
    ):
        brief = samples.brief(look=dressed(**names))
        assert said in templates.fill(brief, view.page(brief), "brief.html", face="print")


def test_a_mail_template_changes_the_mail():
    """The mail has a template of its own with blocks of the same names."""
    child = '{% extends "default/mail.html" %}{% block colophon %}<br>Reply to the desk.{% endblock %}'
    assert b"Reply to the desk." in mail.render(samples.brief(look=dressed(mail=child)))


def test_templates_are_collected_from_the_users_folder(tmp_path: Path):
    """The user's own templates and the audience's are collected by name; other files are left alone."""
    (tmp_path / "minister").mkdir()
    (tmp_path / "other").mkdir()
    for name in ("brief.html", "notes.txt", "minister/brief.html", "other/brief.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert templates.overrides(tmp_path, "minister") == {
        "brief.html": "brief.html",
        "minister/brief.html": "minister/brief.html",
    }
    assert templates.overrides(tmp_path, None) == {"brief.html": "brief.html"}
    assert templates.overrides(None, None) == {}
    assert templates.overrides(None, "default") == {}


@pytest.mark.parametrize("folder", [None, "here"])
def test_a_template_that_does_not_exist_is_named(folder: str | None, tmp_path: Path):
    """A wrong template name is an error that says where it was looked for."""
    with pytest.raises(TemplateError, match="minister: no such template"):
        templates.overrides(tmp_path if folder else None, "minister")


def test_a_template_that_is_no_text_is_named(tmp_path: Path):
    """A template that is not UTF-8 is an error that names the file."""
    (tmp_path / "brief.html").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match=r"brief\.html: cannot be read as UTF-8"):
        templates.overrides(tmp_path, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CHILD.replace("<h1>", "\n\n").replace("title", "titel"), "minister/brief.html:3: .*titel"),
        ("a\n{% if %}", "minister/brief.html:2: .*correct this line"),
        ("{% include 'nothing.html' %}", "minister/brief.html:1: there is no template nothing.html"),
        ("\n{{ nothing }}", "minister/brief.html:2: 'nothing' is undefined"),
        ("{{ 1 / 0 }}", "minister/brief.html:1: division by zero"),
        ("{{ page.title + 1 }}", "minister/brief.html:1: "),
        ("{{ page.__class__.__mro__ }}", "minister/brief.html:1: .*unsafe"),
        ("{% extends 'minister/brief.html' %}", "it extends or includes itself"),
        ("{% include 'default/../../pyproject.toml' %}", "there is no template"),
    ],
)  # fmt: skip
def test_a_fault_in_a_template_is_one_line_with_its_place(text: str, said: str):
    """Whatever is wrong in a template, the error is ours and names template and line."""
    brief = samples.brief(look=dressed(minister__brief=text))
    with pytest.raises(TemplateError, match=said) as raised:
        templates.fill(brief, view.page(brief), "brief.html", face="print")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("brief", samples.editions().values(), ids=samples.editions())
def test_every_template_fills_with_every_sample(brief):
    """No sample leaves a value undefined in any face."""
    page = view.page(brief)
    for name, face in (
        ("brief.html", "print"),
        ("brief.html", "screen"),
        ("mail.html", "mail"),
        ("print.css", "print"),
    ):
        assert templates.fill(replace(brief), page, name, face=face)


def test_our_templates_are_found_inside_the_package_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An installed package carries its templates; a checkout has them at its top."""
    package = tmp_path / "briefing"
    (package / "renderers").mkdir(parents=True)
    monkeypatch.setattr(chain, "__file__", str(package / "renderers" / "chain.py"))
    chain.home.cache_clear()
    assert chain.home() == tmp_path / "templates"
    (package / "templates").mkdir()
    chain.home.cache_clear()
    assert chain.home() == package / "templates"
    monkeypatch.undo()
    chain.home.cache_clear()


def test_no_cache_is_made_in_the_current_folder(tmp_path, monkeypatch):
    """A cache home that is no absolute path is ignored, as the XDG Base Directory Specification asks."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    templates.environment.cache_clear()
    try:
        html.render(samples.brief())
    finally:
        templates.environment.cache_clear()
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
