"""One file changes the page; what is wrong with it is said in one line."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.model import Look
from briefing.renderers import archive, html, mail, pdf
from briefing.renderers.look import chain, templates
from briefing.renderers.view import building as view
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
    (package / "renderers" / "look").mkdir(parents=True)
    monkeypatch.setattr(chain, "__file__", str(package / "renderers" / "look" / "chain.py"))
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


HOUSE_RULES = {
    "brief.html": '{% extends "brief.html" %}{% block masthead %}{{ super() }}<p>The house</p>{% endblock %}',
    "minister/brief.html": '{% extends "brief.html" %}{% block masthead %}{{ super() }}<p>Minister</p>{% endblock %}',
    "line.html": '{% include "line.html" %}<p class="own">after {{ line.anchor }}</p>',
    "print.css": '{% include "print.css" %}\n.own { color: red }',
    "screen.css": '{% include "screen.css" %}\n.own { color: blue }',
    "style.toml": '[print]\nsaid = "11pt/14pt"\n[screen]\nsaid = "1.5rem/1.5"\n[mail]\nsaid = "21px/30px"',
    "minister/style.toml": '[print]\nsaid = "12pt/15pt"',
}


def test_a_house_and_an_audience_each_change_one_thing():
    """Base, house and audience stand above one another: blocks, partials, rules and tokens of each are on the page."""
    brief = samples.brief(look=Look(template="minister", overrides=HOUSE_RULES))
    page, sheet = view.page(brief), []
    for name, face in (("brief.html", "print"), ("brief.html", "screen"), ("print.css", "print")):
        sheet.append(templates.fill(brief, page, name, face=face))
    for face in sheet[:2]:
        assert face.index("Desk edition") < face.index("<p>The house</p>") < face.index("<p>Minister</p>")
        assert face.count('<p class="own">after s-') == len(page.top_lines) + sum(
            len(t.lines) for t in page.themes
        )
    assert ".own { color: blue }" in sheet[1]
    assert "font: 400 1.5rem/1.5 var(--serif)" in sheet[1]
    assert "font: 12pt/15pt" in sheet[2]
    assert ".own { color: red }" in sheet[2]
    assert "font-size: 21px; line-height: 30px" in templates.fill(brief, page, "mail.html", face="mail")


def test_the_archive_alone_makes_the_same_page():
    """All that is the user's travels in the look: what is loaded again is filled as before."""
    brief = samples.brief(look=Look(template="minister", overrides=HOUSE_RULES, logo=PIXEL))
    again = archive.load(archive.dump(brief))
    assert html.render(again) == html.render(brief)
    assert mail.render(again) == mail.render(brief)


def test_an_older_archive_is_filled_as_before():
    """Templates that name ours by its folder keep working: explicit parents, partials and the old accent."""
    own = (
        '{% extends "default/brief.html" %}'
        "{% block style %}<style>a { color: {{ page.accent }} }</style>{% endblock %}"
        "{% block top_lines %}"
        '{% for line in page.top_lines %}{% include "default/line.html" %}{% endfor %}{% endblock %}'
    )
    brief = samples.brief(look=Look(template="old", overrides={"old/brief.html": own}, accent="#1c4f8a"))
    page = html.render(brief)
    assert "<style>a { color: #1c4f8a }</style>" in page
    assert samples.FERRY.text in unescape(page)


PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def test_a_logo_is_shown_with_words_but_not_in_mail():
    """Paper and screen have the desk's picture with words in the edition's language; mail clients would block it."""
    brief = samples.brief(look=Look(logo=PIXEL), language="uk")
    for face in ("print", "screen"):
        page = templates.fill(brief, view.page(brief), "brief.html", face=face)
        assert f'<img class="logo" src="{PIXEL}" alt="Логотип">' in page
    assert "R0lGODlh" not in templates.fill(brief, view.page(brief), "mail.html", face="mail")


@pytest.mark.parametrize("name", ["brief.html", "mail.html"])
def test_blocks_stand_in_the_editions_order(name):
    """What an edition shows, and in what order, is its own to say; sources, what was not read and coverage stay."""
    full = samples.full()
    shown = ("sources", "quotes", "themes", "changes")
    page = view.page(replace(full, look=Look(blocks=shown)))
    face = "mail" if name == "mail.html" else "print"
    text = templates.fill(full, page, name, face=face)
    heads = [page.say[key] for key in ("sources", "quotes", "what_changed")]
    places = [text.index(f"<h2>{head}</h2>") for head in heads]
    assert places == sorted(places)
    assert (
        places[1]
        < text.index(">The lock</h2>")
        < places[2]
        < text.index("in/0.bin")
        < text.index(page.coverage)
    )
    for absent in ("top_lines", "differences", "figures", "timeline"):
        assert f">{page.say[absent]}</h2>" not in text


def test_shipped_editions_differ_where_they_say():
    """Analyst prints why, executive and phone do not even fold it, phone is one column with targets for thumbs."""
    pages = {}
    for template in (None, "executive", "analyst", "phone"):
        brief = samples.brief(look=Look(template=template))
        pages[template] = (
            html.render(brief),
            templates.fill(brief, view.page(brief), "brief.html", face="print"),
        )
    assert [page.count('<p class="because">') for page, _ in pages.values()] == [0, 0, 1, 0]
    assert [paper.count('<p class="because">') for _, paper in pages.values()] == [0, 0, 1, 0]
    assert ["the ministry speaks (tail: said) +2" in page for page, _ in pages.values()] == [
        True,
        False,
        True,
        False,
    ]
    assert "--thumb: 44px" in pages["phone"][0]
    assert "(max-width: 1000rem)" in pages["phone"][0]
    sheet = {
        template: templates.fill(
            samples.brief(look=Look(template=template)), view.page(samples.brief()), "print.css", face="print"
        )
        for template in pages
    }
    assert "15.2pt" in sheet["executive"]
    assert ".because" in sheet["analyst"]
    assert sheet["phone"] == sheet[None]


def test_a_marking_stands_everywhere():
    """Paper repeats it on every page, the screen has it at both ends, a mail in its subject and at both ends."""
    brief = samples.brief(marking="TLP:RED")
    page = view.page(brief)
    assert 'data-marking="TLP:RED"' in templates.fill(brief, page, "brief.html", face="print")
    assert templates.fill(brief, page, "print.css", face="print").count("content: string(marking)") == 2
    screen = templates.fill(brief, page, "brief.html", face="screen")
    assert screen.count('<p class="marking">TLP:RED</p>') == 2
    assert screen.index("TLP:RED") < screen.index("<main") < screen.rindex("TLP:RED")
    assert templates.fill(brief, page, "mail.html", face="mail").count("TLP:RED") == 2
    assert mail.subject(page).startswith("[TLP:RED] ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{% for a in range(99999) %}{% for b in range(99999) %}\n{% endfor %}{% endfor %}",
         "minister/brief.html:[23]: stopped after"),
        ("\n\n{{ 'x' * 99999999999 }}", "minister/brief.html:3: stopped, it asks for too much memory"),
        ("{% set a = 'x' | center(9999999999) %}", "minister/brief.html:1: stopped, it asks for too much memory"),
        ("\n{{ 9 ** 99999999 }}", "minister/brief.html:2: a number of more than 4,096 bits"),
        ("\n{{ 1 | round(99999999, 'ceil') }}", "minister/brief.html:2: a number of more than 4,096 bits"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "minister/brief.html:2: it .* itself"),
        ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "minister/brief.html: it cannot be compiled"),
        ("{% for a in [1] %}x", "minister/brief.html:1: Unexpected end of template"),
    ],
)  # fmt: skip
def test_what_would_never_end_is_stopped_and_named(text, said, monkeypatch):
    """A template from elsewhere that loops, fills the memory or fails is told with file and line."""
    monkeypatch.setattr("briefing.renderers.look.bounds.SECONDS", 0.5)
    brief = samples.brief(look=dressed(minister__brief=text))
    with pytest.raises(TemplateError, match=said):
        templates.fill(brief, view.page(brief), "brief.html", face="print")
