"""Pages estimated before anything is laid out."""

import math
import subprocess
from dataclasses import replace

import pytest

from briefing.model import Look
from briefing.renderers import render
from briefing.renderers.paper.estimate import pages
from briefing.renderers.view import entries
from tests.conftest import tool
from tests.renderers import samples


@pytest.fixture
def laid_out(tmp_path):
    """Count the pages that the layout makes of a brief, as poppler reads them."""

    def count(brief):
        path = tmp_path / "brief.pdf"
        path.write_bytes(render(brief, "pdf").data)
        told = subprocess.run([tool("pdfinfo"), path], capture_output=True, text=True, check=True).stdout
        return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))

    return count


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("articles", [1, 4, 9, 20, 40])
def test_the_layout_takes_no_more_pages_than_estimated(laid_out, articles, paper):
    """A brief fits the pages that it is estimated at, and an estimate is less than one page too many."""
    brief = replace(samples.many(articles), look=Look(page_size=paper))
    assert laid_out(brief) <= math.ceil(pages(brief)) <= laid_out(brief) + 1


def test_every_block_takes_room():
    """A brief without one of its blocks is never longer, and one without a list of sources is shorter."""
    whole = samples.full()
    for block in ("quotes", "differences", "timeline", "figures", "sections"):
        assert pages(replace(whole, **{block: ()})) < pages(whole), block
    assert pages(replace(whole, changes=None)) < pages(whole)
    assert pages(replace(whole, compact=True)) <= pages(whole)


def test_a_compact_list_names_a_source_in_a_line():
    """Where the list of sources shrank, titles are cut, and those that nothing cites are only counted."""
    from briefing.renderers.view import building as view

    brief = samples.many(20)
    page = view.page(replace(brief, compact=True))
    assert all(len(entry.title) <= entries.ONE_LINE for entry in page.sources)
    assert page.others == ()
    assert page.uncited == len(brief.sources) - len(page.sources) > 0
