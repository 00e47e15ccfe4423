"""The page that names everything a template may use."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model import Look
from briefing.renderers.look.chain import chain
from briefing.renderers.look.templates import environment

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "scripts" / "templates"
TEXT = (ROOT / "docs" / "template-reference.md").read_text(encoding="utf-8")
SHOWN = set(re.findall(r"^### (\w+)$", TEXT, re.M)) - {"Tokens"}
RARE = {"Edit", "Edited", "Fitted", "GaveWay", "Shape", "Told"}
"""Types that the samples need not have, and one whose fields depend on its kind."""


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(SCRIPT))


def test_the_page_is_current():
    """docs/template-reference.md is what the types and templates say."""
    run = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_page_names_every_type_that_a_value_can_be_of(script):
    """Whatever the samples of the check hold has a table of its own."""
    assert {kind.__name__ for kind in script["samples"]()} <= SHOWN
    assert SHOWN - {kind.__name__ for kind in script["samples"]()} <= RARE


def test_every_path_that_is_named_exists_on_a_page(script):
    """A template that asks for each named field of each type is filled, where every unknown name is an error."""
    env = environment(chain(Look()))
    asked = 0
    for kind, values in script["samples"]().items():
        table = TEXT.split(f"### {kind.__name__}\n", 1)[1].split("\n### ", 1)[0]
        for name in re.findall(r"^\| `(\w+)` \|", table.split("\n## ")[0], re.M):
            env.from_string("{{ value." + name + " }}").render(value=values[0])
            asked += 1
    assert asked > 200


def test_every_link_leads_to_a_table():
    """No type is named that has no table."""
    headings = {heading.lower() for heading in re.findall(r"^#+ (\w[\w ]*)$", TEXT, re.M)}
    assert set(re.findall(r"\]\(#(\w+)\)", TEXT)) <= headings


def test_partials_are_those_of_the_default_edition():
    """Each partial is named with what it has in every place that includes it."""
    named = set(re.findall(r"^\| `([\w-]+\.(?:html|css))` \|", TEXT, re.M))
    pages = {"brief.html", "mail.html", "print.css"}
    ours = {
        path.name for path in (ROOT / "templates" / "default").iterdir() if path.suffix in (".html", ".css")
    }
    assert ours - named == pages
    assert "| `row.html` | `line`: [Line](#line) |" in TEXT
