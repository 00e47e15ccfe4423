"""What `check` finds in templates before a reader does."""

import pytest

from briefing.model import Look
from briefing.renderers.look.chain import shipped
from briefing.renderers.look.lint import lint

CHILD = '{% extends "brief.html" %}\n'


def block(text: str, name: str = "masthead") -> str:
    """A child that says something in a block besides what stands there."""
    return f"{CHILD}{{% block {name} %}}{{{{ super() }}}}\n{text}{{% endblock %}}"


def emptied(name: str, text: str = "") -> str:
    """A child that has something else in place of a block."""
    return f"{CHILD}{{% block {name} %}}{text}{{% endblock %}}"


def told(template: str | None = "own", **own: str) -> tuple[list[str], list[str]]:
    """Faults and hints of templates; `own__brief` is own/brief.html, `own__print_css` own/print.css."""
    names = {name.replace("__", "/").replace("_css", ".css"): text for name, text in own.items()}
    texts = {name if "." in name else f"{name}.html": text for name, text in names.items()}
    found = lint(Look(template=template, overrides=texts))
    return [str(fault) for fault in found.faults], [str(fault) for fault in found.hints]


@pytest.mark.parametrize("template", [None, *shipped()])
def test_our_own_templates_are_without_fault(template):
    """Every edition of ours passes; that something may show words in another order is looked at by hand."""
    found = lint(Look(template=template), ours=True)
    assert found.faults == ()
    assert [hint for hint in found.hints if "another order" not in hint.what] == []


def test_without_templates_of_ones_own_nothing_is_looked_at():
    """An edition in our look costs nothing."""
    assert told(None) == ([], [])
    assert told(None, **{"words/nl.toml": "no TOML"}) == ([], [])


def test_a_child_that_is_right_is_told_nothing():
    """Whatever templates may do, in print, on the screen and in mail."""
    right = """{% set greeting = "Morning" %}{% macro mark(n) %}<b>{{ n }}</b>{% endmacro %}
    <p>{{ greeting }}, {{ page.title | upper }} {{ page.date | default("") }} {{ brief.title | shown }}
    {{ say.sources }}</p>
    {% if extra is defined %}{{ extra }}{% endif %}
    {% for theme in page.themes if theme.lines %}{{ loop.index }}
    {% for row in theme.lines | batch(2) %}{{ row[0].text }}
    {% endfor %}{% else %}<p>none</p>{% endfor %}
    {% for location, reason in page.skipped %}{{ location }}: {{ reason }}{% endfor %}
    {% with first = page.top_lines[:1] %}{% for one in first %}
    {{ one.origin.outlet }}{{ mark(one.origin.n) }}{% endfor %}{% endwith %}
    {{ page.themes | map(attribute="title") | join(", ") }} {{ page.sources | selectattr("link") | list | length }}
    {{ style.print.title.size }} {{ style.light.ink }} {{ "wide" if face == "screen" else "narrow" }}
    {% filter upper %}x{% endfilter %}{% for key, value in brief.notes.items() %}{{ key }}{% endfor %}
    {% macro box() %}<i>{{ caller() }}</i>{% endmacro %}
    {% call box() %}x{% endcall %}{{ brief.coverage.articles.read + 1 }}
    {{ page["title"] }}{{ (1, 2)[0] }}
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A dot"><table><tr><td>1</td></tr></table>"""
    assert told(own__brief=block(right.replace("page.date | default", "page.plain_day | default"))) == (
        [],
        [],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ pge }}", "there is no variable pge (did you mean page?)"),
        ("{{ page.titel }}", "page has no titel (did you mean title?)"),
        ("{{ page['titel'] }}", "page has no titel (did you mean title?)"),
        ("{{ page.themes[0].lines[0].origin.outlt }}",
         "page.themes[0].lines[0].origin has no outlt (did you mean outlet?)"),
        ("{% for x in page.themes %}{{ x.lins }}{% endfor %}", "x has no lins (did you mean lines?)"),
        ("{% for x in page.themes %}{{ x.sides[0].titel }}{% endfor %}",
         "x.sides[0] has no titel (did you mean title?)"),
        ("{% for x in page.themes %}{{ loop.indx }}{% endfor %}", "loop has no indx (did you mean index?)"),
        ("{% set x = page.top_lines | first %}{{ x.txt }}", "x has no txt (did you mean text?)"),
        ("{% with x = page.top_lines[0] %}{{ x.txt }}{% endwith %}", "x has no txt (did you mean text?)"),
        ("{% for a, b in brief.changes.changed %}{{ a.txt }}{% endfor %}", "a has no txt (did you mean text?)"),
        ("{{ (page.top_lines or page.quotes)[0].txt }}", "this[0] has no txt (did you mean text?)"),
        ("{{ page.title.foo }}", "page.title has no foo: it is a text"),
        ("{{ say.sorces }}", "say has no sorces (did you mean sources?)"),
        ("{{ style.light.inc }}", "style.light has no inc (did you mean ink?)"),
        ("{{ page.title | uper }}", "there is no filter uper (did you mean upper?)"),
        ("{% filter uper %}x{% endfilter %}", "there is no filter uper (did you mean upper?)"),
        ("{% if page is defind %}{% endif %}", "there is no test defind (did you mean defined?)"),
        ('{{ page.themes | map(attribute="titel") | join }}', "Block has no titel (did you mean title?)"),
        ('{{ page.themes | selectattr("lins") | list }}', "Block has no lins (did you mean lines?)"),
        ('{% if face == "prnt" %}{% endif %}', "there is no face prnt (did you mean print?)"),
        ('{% include "lin.html" %}', "there is no template lin.html (did you mean line.html?)"),
        ('{% import "mcr.txt" as m %}', "there is no template mcr.txt (a plain name is sought along the chain"),
        ("{% include page.title %}", "extends or includes what only a value names (write its name between quotes)"),
        ("{% macro m(a) %}{{ b }}{% endmacro %}", "there is no variable b (templates see: "),
    ],
)  # fmt: skip
def test_a_name_that_does_not_exist_is_found(text, said):
    """Each with file, line and what may have been meant; a value's kind is known from the model."""
    faults, _ = told(own__brief=block(text))
    assert [fault for fault in faults if fault.startswith(f"own/brief.html:3: {said}")] == faults[:1]


def test_all_names_are_told_at_once_in_the_order_of_files_and_lines():
    """One run tells all: of partials what the loop around them gives, of blocks what no page has."""
    faults, _ = told(
        own__brief=CHILD
        + "{% block mastehad %}{% endblock %}{% block theme %}{{ theme.titel }}{{ super() }}{% endblock %}",
        own__rail='{% include "rail.html" %}\n{{ line.orgin }}',
        own__pair='{% include "pair.html" %}{{ pair.a.txt }}',
        own__mail='{% extends "mail.html" %}{% block colophon %}{{ page.pledg }}{{ super() }}{% endblock %}',
        own__lines="x",
        broken="{% if %}",
    )
    assert [fault.partition(" (")[0] for fault in faults] == [
        "broken.html:1: Expected an expression, got 'end of statement block'",
        "own/brief.html:2: there is no block mastehad",
        "own/brief.html:2: theme has no titel",
        "own/lines.html: no page uses it",
        "own/mail.html:1: page has no pledg",
        "own/pair.html:1: pair.a has no txt",
        "own/rail.html:2: line has no orgin",
    ]
    assert faults[3].endswith("(did you mean line.html?)")
    assert told(macros="x") == ([], ["macros.html: no page uses it (include it, or take it out)"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% extends 'own/brief.html' %}", "own/brief.html:1: there is no template own/brief.html"),
        ("{% extends 'a.html' %}", "own/brief.html:1: there is no template a.html"),
        ("x{% if %}", "own/brief.html:1: Expected an expression"),
        ("{{ " + "(" * 5_000 + " }}", "own/brief.html: its tags or brackets are nested too deep"),
        (block("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"),
         "own/brief.html:3: stopped after 2 seconds"),
        (block("{{ 'x' * 99999999999 }}"), "own/brief.html:3: stopped, it asks for too much memory"),
        (block("{{ 1 / 0 }}"), "own/brief.html:3: division by zero"),
        (block("{{ page.renewal.new | length }}"), "own/brief.html:3: 'None' has no attribute 'new'"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_told_with_its_line(text, said):
    """What fails, and what would never end, is named by file and line."""
    faults, _ = told(own__brief=text)
    assert any(fault.startswith(said) for fault in faults), faults


def test_two_that_extend_each_other_are_told():
    """A circle of templates is a fault, and ends."""
    faults, _ = told(own__brief="{% extends 'a.html' %}", a="{% extends 'own/brief.html' %}")
    assert "a.html:1: it extends itself" in faults[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<div><p>x", "<div> is not closed before </header>"),
        ("</section>", "</section> closes nothing that is open"),
        ("</header>", "</header> closes what default/brief.html:"),
        ("<b/>", "<b/> does not close itself"),
        ("<h1>Again</h1>", "there is an <h1> already"),
        ("<h3>Deep</h3>", "<h3> follows <h1>: a level is skipped"),
        ("<table><tr><td>1<td>2<tr><td>1</table>", "the rows of this table have 2, 1 cells"),
        ('<table><tr><td rowspan="2">1<td>2<tr><td>1<td>2</table>', "the rows of this table have 2, 3 cells"),
        ('<p id="brief">x</p>', "the id brief is there twice"),
        ('<a href="#nowhere">x</a>', "the link #nowhere leads nowhere"),
        ('<img src="data:image/png;base64,AA==" alt=" ">', "a picture without words"),
        ('<img src="https://a.example/x.png" alt="x">', "img src loads 'https://a.example/x.png'"),
        ('<img src="logo.png" alt="x">', "img src loads 'logo.png'"),
        ('<link rel="stylesheet" href="//a.example/x.css">', "link href loads '//a.example/x.css'"),
        ("<script>alert(1)</script>", "<script> does not work here"),
        ('<b onclick="x()">x</b>', "onclick does not run"),
        ('<a href=" JavaScript:x()">x</a>', "a link that runs or shows what it carries"),
        ('<meta http-equiv="refresh" content="0">', "the page would leave by itself"),
        ('<p style="background: url(file:///x)">x</p>', "background loads 'file:///x'"),
        ('<p style="display: flex">x</p>', "display: flex on paper"),
    ],
)  # fmt: skip
def test_markup_that_breaks_the_page_is_found(text, said):
    """Tags, headings, tables, pictures, links, and what may not load or run, in what comes out, with its line."""
    faults, _ = told(own__brief=block(text))
    assert [fault for fault in faults if fault.startswith(f"own/brief.html:3: {said}")] == faults[:1]


def test_a_page_of_ones_own_is_looked_at_whole():
    """Without a language, a heading or the promises a page is told so."""
    faults, _ = told(
        own__brief="<html><body><div><p>x</p></body></html>", own__print_css='{% include "print.css" %}'
    )
    said = " ".join(faults)
    for one in (
        "<html> does not say its language", "the page has no <h1>", "<div> is not closed before </body>",
        "the sentences of top_lines are no longer printed", "the sources are no longer printed",
        "what was not read is no longer printed", "the coverage is no longer printed",
        "the marking is no longer printed",
        "own/brief.html: the marking does not stand on every page (<body data-marking",
    ):  # fmt: skip
        assert one in said
    loose = "<p>x<ul><li>1<li>2</ul><h2>y</h2><svg><path/></svg><select><option>1<option>2</select><b>"
    assert "own/brief.html:1: <b> is never closed (add </b>)" in told(own__brief=loose)[0]


@pytest.mark.parametrize(
    ("name", "own", "where"),
    [
        ("the sources are", {"own__brief": emptied("sources", "{{ page.sources | length }}")}, "own/brief.html:2"),
        ("what was not read is", {"own__brief": "\n" + emptied("skipped")}, "own/brief.html:3"),
        ("the coverage is", {"own__brief": emptied("coverage", "<!-- {{ page.coverage }} -->")}, "own/brief.html:2"),
        ("the coverage is", {"own__mail": emptied("coverage").replace("brief", "mail")}, "own/mail.html:2"),
        ("the sentences of themes are", {"own__said": "<p>{{ line.text[:5] }}</p>"}, "own/said.html"),
        ("what was not read is", {"skipped": "<p>{{ page.skipped | length }}</p>"}, "skipped.html"),
        ("the sentences of quotes are", {"own__brief": emptied("quotes")}, "own/brief.html:2"),
    ],
)  # fmt: skip
def test_a_promise_that_is_no_longer_kept_is_found(name, own, where):
    """Sources, what was not read, coverage and every sentence stay on the page, whoever restyles it."""
    faults, _ = told(**own)
    assert any(fault.startswith(f"{where}: {name} no longer printed (keep ") for fault in faults), faults


def test_a_block_that_the_edition_does_not_show_is_not_missed():
    """What an edition leaves out by its configuration breaks no promise."""
    own = {"own/brief.html": emptied("quotes")}
    look = Look(template="own", overrides=own, blocks=("top_lines", "themes"))
    assert lint(look).faults == ()


def test_style_sheets_are_looked_at():
    """What loads, what hides a promise, what is slow on paper; each on its line."""
    sheet = """{% include "print.css" %}
@import "x.css";
@font-face { font-family: X; src: url(https://a.example/x.woff) }
.a { display: grid }
.coverage { display: none }
.b { background: image-set("x.png" 1x) }
@media print { .c { display: inline-flex } }
} .d { color: red }
.e { background: url(data:image/gif;base64,AA==); mask: url(#m) }"""
    faults, _ = told(own__print_css=sheet)
    assert [fault.partition(" (")[0] for fault in faults] == [
        "own/print.css:2: a sheet would be loaded",
        "own/print.css:3: src loads 'https://a.example/x.woff'",
        "own/print.css:4: display: grid on paper",
        "own/print.css:5: .coverage would not be seen",
        "own/print.css:6: background loads 'x.png'",
        "own/print.css:7: display: inline-flex on paper",
        "own/print.css:8: this is no style: Parse error",
    ] or faults


def test_what_may_be_meant_is_a_hint():
    """What only may be slow, or out of order, does not fail the check."""
    sheet = """{% include "print.css" %}
.a { display: flex; break-inside: avoid }
.b { columns: 2 }
.c { float: footnote }
.d::after { content: target-counter(attr(href), page) }
.e { display: table }
.f { order: 2 } .g { position: fixed } .h { flex-direction: row-reverse }"""
    faults, hints = told(own__print_css=sheet)
    assert faults == []
    assert [hint.partition(" (")[0] for hint in hints] == [
        "own/print.css:2: display: flex on paper",
        "own/print.css:3: columns on paper",
        "own/print.css:4: footnotes on paper",
        "own/print.css:5: content asks for another page's number",
        "own/print.css:6: a table whose columns are measured",
        "own/print.css:7: order: 2 may show words in another order than they are read",
        "own/print.css:7: position: fixed may show words in another order than they are read",
        "own/print.css:7: flex-direction: row-reverse may show words in another order than they are read",
    ]
    picture = block('<img src="data:image/gif;base64,AA==" alt="x">', "colophon").replace("brief", "mail")
    _, hints = told(own__mail=picture)
    assert hints == [
        "own/mail.html:3: mail clients show no picture that is written out (leave pictures to the page)"
    ]


def test_a_print_sheet_of_ones_own_keeps_the_marking():
    """A sheet that does without ours must print the marking on every page itself."""
    faults, _ = told(own__print_css="p { margin: 0 }")
    assert faults == [
        'own/print.css: the marking does not stand on every page (keep {% include "print.css" %})'
    ]


def test_styles_are_looked_at():
    """A token that cannot be used is told with its line."""
    found = lint(Look(template="own", overrides={"own/style.toml": '[light]\nink = "red"\n'}))
    assert [str(fault) for fault in found.faults] == [
        'own/style.toml:2: this is no colour (write it as "#8a1c1c")'
    ]


def test_boxes_inside_one_another_and_around_long_parts_are_found():
    """Where a rule's boxes fall on a page decides: nested ones, and those that a page's end would part."""
    sheet = """{% include "print.css" %}
.rail { display: flex; break-inside: avoid }
.who, .nobody { display: inline-flex; break-inside: avoid }
main { display: grid; break-inside: avoid }
.kicker { display: flex; break-inside: avoid }
@media print { .n::before, .other { display: grid; break-inside: avoid } }
.a:unheard-of { display: flex; break-inside: avoid }"""
    faults, _ = told(own__print_css=sheet)
    assert [fault.partition(" (")[0] for fault in faults] == [
        "own/print.css:2: a grid or flex box inside another one, on paper",
        "own/print.css:3: a grid or flex box inside another one, on paper",
        "own/print.css:4: a grid or flex box around what may be longer than a page",
    ]
    style = (
        CHILD + "{% block style %}<style>\nbody { display: flex; break-inside: avoid }</style>{% endblock %}"
    )
    faults, _ = told(own__brief=style)
    assert [fault.partition(" (")[0] for fault in faults] == [
        "own/brief.html:3: a grid or flex box around what may be longer than a page"
    ]
