"""The page on paper."""

import builtins
import contextlib
import gc
import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Look, Section
from briefing.renderers import pdf
from briefing.renderers.paper import engine, faces
from briefing.text.shown import shown
from tests.conftest import tool
from tests.renderers import samples
from tests.renderers.samples import item
from tests.renderers.test_words import printed

EDITIONS = samples.editions()


@pytest.fixture
def read(tmp_path: Path):
    """What poppler reads of a PDF: ``read("pdftotext", data, "-raw")``."""

    def run(program: str, data: bytes, *options: str) -> str:
        path = tmp_path / "brief.pdf"
        path.write_bytes(data)
        out = ["-"] if program == "pdftotext" else []
        done = subprocess.run(
            [tool(program), *options, str(path), *out], capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode()

    return run


def boxes(document, kind: str):
    """Every element of a class, as (page, top, bottom, element)."""
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants():
            classes = "" if box.element is None else box.element.get("class", "")
            if kind in classes.split() and box.element_tag in {"div", "section", "header"}:
                yield number, box.position_y, box.position_y + box.height, box.element


@pytest.mark.parametrize("name", ["plain", "full", "many", "empty", "letter"])
def test_every_sentence_can_be_read_back(name, read):
    """Each printed sentence comes back from the PDF as it is, in reading order and in the order of the file."""
    data = pdf.render(EDITIONS[name])
    for options in ((), ("-raw",)):
        said = shown(read("pdftotext", data, *options))
        assert [i.text for i in printed(EDITIONS[name]) if shown(i.text) not in said] == []


def test_scripts_come_back_word_by_word(read):
    """Cyrillic and Greek come back whole, words that run from the right one by one."""
    said = shown(read("pdftotext", pdf.render(samples.scripts()), "-raw"))
    for text, code, way in samples.SCRIPTS:
        if way is None and code != "zh":
            assert text in said
    assert "fonts" not in said


def test_the_file_says_what_it_is(read):
    """Title, dates and language are those of the brief; it is tagged and has a page number on each page."""
    data = pdf.render(samples.full())
    told = read("pdfinfo", data, "-isodates")
    for line in (
        "Title: +The northern strait · 19 February 2025",
        "CreationDate: +2025-02-19T00:00:00Z",
        "ModDate: +2025-02-19T00:00:00Z",
        "Tagged: +yes",
        "Pages: +2",
        "JavaScript: +no",
        "Page size: +595.276 x 841.89 pts \\(A4\\)",
    ):
        assert re.search(line, told), line
    assert "Author" not in told
    pages = read("pdftotext", data, "-layout").split("\f")
    assert [bool(re.search(rf"{n} ?/ ?2\n", pages[n - 1])) for n in (1, 2)] == [True, True]


def test_from_the_second_page_title_date_number_and_marking_run(read):
    """The second page opens with marking, title, date and number; the marking is on the first page too."""
    first, second, _ = read("pdftotext", pdf.render(samples.full()), "-layout").split("\f")
    assert re.match(r"\s*TLP:AMBER\s+The northern strait +19 February 2025 · No. 7", second)
    assert first.count("TLP:AMBER") == 2
    assert second.count("TLP:AMBER") == 2


def test_a_long_marking_runs_into_nothing(read):
    """A marking as long as an office likes has lines of its own at head and foot."""
    marking = "RESTRICTED: NOT TO LEAVE THE MINISTRY WITHOUT LEAVE OF THE CABINET OFFICE"
    document = pdf.render(replace(samples.full(), marking=marking))
    second = read("pdftotext", document, "-layout").split("\f")[1]
    assert [line.strip() for line in second.splitlines()].count(marking) == 2


def test_our_own_words_may_hold_quotation_marks(read):
    """A desk's words for the page's foot are printed as they are, whatever a style sheet would make of them."""
    words = "[say]\npledge = 'Each \"sentence\" is theirs; \\ } ours is {{none}}.'\n"
    pages = read(
        "pdftotext", pdf.render(samples.brief(look=Look(overrides={"words/en.toml": words}))), "-layout"
    )
    assert 'Each "sentence" is theirs; \\ }' in pages


def test_paper_is_the_editions_own(read):
    """US Letter where the edition asks for it."""
    assert "612 x 792 pts (letter)" in read(
        "pdfinfo", pdf.render(samples.brief(look=Look(page_size="Letter")))
    )


def test_fonts_are_embedded_with_greek_and_cyrillic(read):
    """Every font is embedded as a subset, and none but ours serves Latin, Greek and Cyrillic."""
    items = tuple(i for i in samples.scripts().top_lines)
    table = read("pdffonts", pdf.render(samples.brief(top_lines=items, sections=())))
    rows = [row.split() for row in table.splitlines()[2:]]
    assert all("Briefing" in row[0] for row in rows)
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_bookmarks_name_the_title_and_each_block():
    """The outline has the title and beneath it every block of the page."""
    (title,) = pdf.document(samples.brief()).make_bookmark_tree()
    assert title[0] == "The northern strait"
    assert [mark[0] for mark in title[2]] == [
        "Top lines",
        "Harbours",
        "Insurance",
        "Weather",
        "The sources in brief",
    ]


def test_numbers_lead_to_the_sources_and_back():
    """Each source number is a link to its entry, each entry one to the first statement printed from it."""
    document = pdf.document(samples.brief())
    targets = [link[1] for page in document.pages for link in page.links]
    anchors = {name for page in document.pages for name in page.anchors}
    assert {
        "source-1",
        "source-2",
        "source-3",
        "s-000000000001-100-190",
        "https://post.example/strait?a=1&b=2",
    } <= set(targets)
    assert {target for target in targets if "://" not in target} <= anchors


@pytest.mark.parametrize("brief", [samples.full(), samples.hostile()], ids=["full", "hostile"])
def test_the_same_brief_gives_the_same_bytes(brief):
    """Two renderings are equal to the byte."""
    assert pdf.render(brief) == pdf.render(replace(brief))


def test_the_file_is_sound(read):
    """Qpdf finds nothing to mend."""
    assert "No syntax or stream encoding errors found" in read("qpdf", pdf.render(samples.full()), "--check")


def test_statements_never_break_and_never_part_from_their_name():
    """Wherever a page ends, a statement stays whole and a block's name stands beside two statements of it."""
    said = [
        item(f"Statement {n}: " + "the harbour stays closed to all tankers " * (n % 3 + 2), 1, 999 * n)
        for n in range(40)
    ]
    broken = 0
    for lines in range(0, 30, 3):
        sections = (
            Section("a", "First", None, tuple(said[:lines])),
            *(
                Section(
                    f"t{n}",
                    "A theme",
                    "Who would open the harbour, and who would not?",
                    tuple(said[30 + 3 * n : 33 + 3 * n]),
                )
                for n in range(3)
            ),
        )
        document = pdf.document(samples.brief(sections=sections))
        broken += len(document.pages) > 1
        keeps = {(id(element), number) for number, _, _, element in boxes(document, "keep")}
        whole = {(id(element), number) for number, _, _, element in boxes(document, "line")}
        assert len({element for element, _ in keeps}) == len(keeps)
        assert len({element for element, _ in whole}) == len(whole)
        names = {(id(element), number) for number, _, _, element in boxes(document, "margin")}
        assert len(names) == len(keeps)
    assert broken > 3


def test_a_tall_margin_ends_above_the_next_block():
    """A long question beside nothing does not run into the block below it."""
    asks = "Which governments would send ships or give guarantees, which would not, and where do they differ?"
    sections = tuple(Section(f"t{n}", "A theme with a long name", asks, ()) for n in range(3))
    document = pdf.document(samples.brief(sections=sections))
    margins, blocks = list(boxes(document, "margin")), list(boxes(document, "block"))
    ends = [bottom for _, _, bottom, _ in margins]
    starts = [top for _, top, _, _ in blocks]
    assert all(end <= start for end, start in zip(ends[1:4], starts[2:5], strict=True))


@pytest.mark.parametrize(("brief", "names_first"), [(samples.full(), True), (samples.arabic(), False)])
def test_a_page_from_the_right_is_mirrored(brief, names_first):
    """The margin that names stands at the side where reading begins, the rail that answers where it ends."""
    document = pdf.document(brief)
    (page, *_) = document.pages
    left = {}
    for box in page._page_box.descendants(placeholders=True):
        classes = (box.element.get("class", "") if box.element is not None else "").split()
        for kind in {"margin", "said", "rail"} & set(classes):
            left.setdefault(kind, box.position_x)
    order = [left["margin"], left["said"], left["rail"]]
    assert order == sorted(set(order), reverse=not names_first)


def test_a_two_article_brief_fits_two_pages():
    """A brief of three top lines and four themes of three sentences takes two pages at most."""
    said = tuple(
        item(
            "The harbour stays closed to tankers until both sides agree on pilots and on fees. " * 2,
            n % 2 + 1,
            500 * n,
        )
        for n in range(12)
    )
    sections = tuple(
        Section(f"t{n}", f"Theme {n}", "Who would open it?", said[3 * n : 3 * n + 3]) for n in range(4)
    )
    sources = tuple(replace(source, summary=said[:2]) for source in samples.SOURCES[:2])
    assert pdf.pages(samples.brief(top_lines=said[:3], sections=sections, sources=sources)) <= 2


@pytest.mark.parametrize(
    "lure",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/x",
        "https://evil.example/x",
        "font:../LICENSE.txt",
        "font:serif-401",
        "ftp://a/b",
    ],
)
def test_nothing_is_fetched_but_our_fonts(lure):
    """The page can open its own fonts and data, no file and no address."""
    with pytest.raises((ValueError, OSError), match=r"disallowed|font"):
        faces.fetcher().fetch(lure)


def test_fonts_and_data_are_fetched():
    """Our fonts and what is written out in the page can be opened."""
    assert faces.fetcher().fetch("font:serif-400").read()[:4] == b"\x00\x01\x00\x00"
    assert faces.fetcher().fetch("data:text/plain,hello").read() == b"hello"


def test_a_letter_without_a_font_is_named_once(caplog: pytest.LogCaptureFixture):
    """One warning names the letters that no font has; other warnings of WeasyPrint pass."""
    odd = item("Unassigned \U000187f8 and again \U000187f8.", 1, 1)
    pdf.render(samples.brief(top_lines=(odd,), sections=()))
    assert [record.name for record in caplog.records if record.levelname == "WARNING"] == [
        "briefing.renderers.pdf"
    ]
    assert "\U000187f8 (1 letters" in caplog.text
    caplog.clear()
    style = (
        '{% extends "default/brief.html" %}{% block style %}<style>p { colour: red }</style>{% endblock %}'
    )
    pdf.render(samples.brief(look=Look(overrides={"brief.html": style})))
    assert "colour" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool):
    """Garbage is searched for afterwards as before, also where the caller had it off."""
    try:
        (gc.enable if on else gc.disable)()
        pdf.render(samples.brief())
        assert gc.isenabled() is on
    finally:
        gc.enable()


def test_without_pango_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    """Where the library is missing no banner is printed and the error names the packages."""
    real = builtins.__import__

    def bare(name, *rest, **named):
        if name == "weasyprint":
            sys.stdout.write("WeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **named)

    engine.weasyprint.cache_clear()
    monkeypatch.setattr(builtins, "__import__", bare)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.raises(engine.NoPango, match="apt install libpango"):
        pdf.render(samples.brief())
    assert out.getvalue() == ""
    monkeypatch.undo()
    engine.weasyprint.cache_clear()
