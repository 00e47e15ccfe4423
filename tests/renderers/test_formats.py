"""The table of formats."""

import subprocess
import sys
from typing import get_args

import pytest

from briefing.model import Format
from briefing.renderers import RENDERERS, render
from tests.renderers import samples

NAMES = {
    "pdf": ("brief.pdf", "application/pdf"),
    "html": ("brief.html", "text/html"),
    "email": ("brief.eml", "message/rfc822"),
    "markdown": ("brief.md", "text/markdown"),
    "text": ("brief.txt", "text/plain"),
    "json": ("brief.json", "application/json"),
}


def test_every_format_has_a_renderer():
    """The table holds exactly the formats of the model."""
    assert set(RENDERERS) == set(get_args(Format)) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_its_name_and_kind(name):
    """Each format gives a file of its own name and media type, with the same bytes each time."""
    made = render(samples.full(), name)
    assert (made.name, made.media_type) == NAMES[name]
    assert made.data == render(samples.full(), name).data


def test_importing_the_table_loads_nothing_heavy():
    """Jinja, WeasyPrint and the inliner are loaded by the format that needs them."""
    code = "import sys, briefing.renderers; print({'jinja2', 'weasyprint', 'css_inline'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
