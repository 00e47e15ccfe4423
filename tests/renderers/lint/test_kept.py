"""A page that a user's templates made prints what every page must, or is none."""

from dataclasses import replace

import pytest

from briefing.errors import TemplateError
from briefing.model import Look
from briefing.renderers import html, mail, pdf
from briefing.renderers.look import templates
from briefing.renderers.look.lint import sample
from briefing.renderers.view import building as view
from tests.renderers import samples

RAILS = '<div class="line" id="{{ line.anchor }}">{% include "rail.html" %}</div>'
CHILD = '{% extends "brief.html" %}'
ALONE = (
    '<html lang="en"><body><h1>{{ page.title }}</h1>{% for line in page.top_lines %}<p>{{ line.marked }}</p>'
    "{% endfor %}{% for theme in page.themes %}{% for line in theme.lines %}<p>{{ line.marked }}</p>{% endfor %}"
    "{% for side in theme.sides %}{% for line in side.lines %}<p>{{ line.marked }}</p>{% endfor %}{% endfor %}"
    "{% endfor %}</body></html>"
)
SHEET = "@page { margin: 1cm }"


def brief(blocks=("top_lines", "themes"), **overrides):
    """A sample with everything in it, in a look that changes these templates."""
    names = {name.replace("__", "."): text for name, text in overrides.items()}
    return sample.briefs(Look(overrides=names, blocks=blocks))[0]


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"line__html": RAILS}, "line.html: the sentences of top_lines are no longer printed"),
        ({"brief__html": ALONE}, "brief.html: the sources are no longer printed"),
        ({"brief__html": CHILD + "{% block sources %}{% endblock %}"}, "brief.html: the sources are no longer"),
        ({"brief__html": CHILD + "{% block themes %}{% endblock %}"}, "brief.html: the sentences of themes are"),
        ({"brief__html": CHILD + "{% block coverage %}{{ page.coverage }} {{ page.failed }}{% endblock %}"},
         "brief.html: the coverage is no longer"),
        ({"brief__html": CHILD + "{% block masthead %}{% endblock %}{% block colophon %}{% endblock %}"},
         "brief.html: the marking is no longer"),
        ({"skipped__html": ""}, "skipped.html: what was not read is no longer"),
    ],
)  # fmt: skip
def test_a_page_that_lost_what_it_promises_is_not_made(overrides, said):
    """The template and the first thing that is missing are named."""
    with pytest.raises(TemplateError, match=f"^{said}"):
        html.render(brief(**overrides))


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"line__html": RAILS}, "line.html: the sentences of top_lines are"),
        ({"brief__html": ALONE}, "brief.html: the marking is"),
        ({"print__css": SHEET}, "print.css: the marking is"),
    ],
)
def test_nor_is_a_pdf(overrides, said):
    """On paper the marking is the style sheet's to print."""
    with pytest.raises(TemplateError, match=f"^{said} no longer printed"):
        pdf.render(brief(**overrides))


def test_nor_is_a_mail():
    """A mail whose lines are empty is none; the page beside it, which has other partials, is made."""
    made = brief(**{"mail-line__html": ""})
    with pytest.raises(TemplateError, match=r"^mail-line\.html: the sentences of top_lines are"):
        mail.render(made)
    assert b"<h1" in html.render(made).encode()


def test_statements_that_changed_are_promised():
    """A block of changes without its pairs has lost them."""
    lost = "{% for line in page.renewal.new %}{% include 'line.html' %}{% endfor %}"
    with pytest.raises(TemplateError, match=r"^changes\.html: the sentences of changes are"):
        html.render(brief(("changes",), changes__html=lost))


def test_a_block_that_is_not_shown_promises_nothing():
    """Figures that the edition leaves out may be empty in its templates."""
    assert html.render(brief(figures__html=""))
    with pytest.raises(TemplateError, match=r"^figures\.html: "):
        html.render(brief(("figures",), figures__html=""))


@pytest.mark.parametrize("face", ["print", "screen", "mail"])
@pytest.mark.parametrize("template", ["default", "executive", "analyst", "phone"])
def test_whoever_changes_nothing_loses_nothing(template, face):
    """Tags, brackets, letters that HTML writes otherwise and every sample of ours: nothing is missed."""
    name = "mail.html" if face == "mail" else "brief.html"
    look = Look(template=template, overrides={name: f'{{% extends "{name}" %}}'})
    hard = replace(samples.brief(look=look), marking="A < B & “C” <b>")
    for one in (*sample.briefs(look), *(replace(b, look=look) for b in samples.editions().values()), hard):
        plain = replace(one, look=replace(look, overrides={}))
        made = templates.fill(one, view.page(one), name, face=face)
        assert made == templates.fill(plain, view.page(plain), name, face=face)


def test_what_ours_does_not_print_is_not_asked():
    """A page whose own words a short face leaves out is measured by what our templates print of it."""
    made = brief(brief__html=CHILD)
    page = replace(view.page(made), coverage="")
    assert templates.fill(made, page, "brief.html", face="screen")
