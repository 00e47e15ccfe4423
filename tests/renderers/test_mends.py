"""What WeasyPrint and its pydyf get wrong is mended."""

import re
import subprocess
import zlib
from pathlib import Path
from types import SimpleNamespace

from briefing.renderers import pdf
from briefing.renderers.paper import engine, mends
from tests.conftest import tool
from tests.judges import broken_rules
from tests.renderers import samples
from tests.renderers.samples import item


def test_a_stream_that_ends_on_a_carriage_return_keeps_its_length() -> None:
    """Between the bytes that are promised and the word that ends them stands one end of line."""
    engine.weasyprint()
    import pydyf

    content = b"\x0c"  # Adler-32 of one byte: 1 + 12 = 13 in its last byte, a carriage return
    packed = zlib.compress(content, 9)
    assert packed.endswith(b"\r")
    data = pydyf.Stream([content], compress=True).data
    assert data.endswith(b"stream\n" + packed + b"\r\nendstream")
    assert f"/Length {len(packed)}".encode() in data


def test_mending_twice_is_mending_once() -> None:
    """Loading WeasyPrint again puts no second end behind a stream."""
    engine.weasyprint()
    import pydyf

    mends.mend()
    assert pydyf.Stream([b"x"]).data.count(b"\r") == 1


def test_a_letter_with_marks_changes_no_other(tmp_path: Path) -> None:
    """Marks that a font has no joined letter for are read back where they stand, and nowhere else."""
    said = item("Z\u0338\u0322 came first, Zebras came later, and e\u0301 and x\u0301 too.", 1, 5)
    data = pdf.render(samples.brief(top_lines=(said,), sections=()))
    assert broken_rules(data) == []
    (tmp_path / "brief.pdf").write_bytes(data)
    command = [tool("pdftotext"), "-raw", str(tmp_path / "brief.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
    assert re.search(r"Zebras came later", read)
    assert "Z\u0338" in read


def test_pictures_for_letters_have_no_clock_in_them() -> None:
    """Fonts that WeasyPrint writes anew keep the time that they were made at."""
    engine.weasyprint()
    from weasyprint.pdf import fonts

    assert fonts.TTFont.keywords == {"recalcTimestamp": False}


def test_fonts_of_one_name_are_kept_apart() -> None:
    """A second font file that bears the name of one that is known gets a name of its own, and is found by it again."""
    laid_out = pdf.document(samples.brief())
    box = next(box for box in laid_out.pages[0]._page_box.descendants() if getattr(box, "text", ""))
    box.pango_layout.reactivate(box.style)
    line, _ = box.pango_layout.get_first_line()
    pango_font = line.runs[0].data.item.analysis.font
    drawn = SimpleNamespace(_fonts={})
    first, size = mends._add_font(drawn, pango_font)
    assert mends._add_font(drawn, pango_font) == (first, size)
    drawn._fonts = {key: SimpleNamespace(hb_face=None) for key in drawn._fonts}
    second, _ = mends._add_font(drawn, pango_font)
    assert len(drawn._fonts) == 2
    assert b"-2" in second.name
    assert mends._add_font(drawn, pango_font)[0] is second
    box.pango_layout.deactivate()


def unpacked(data: bytes, folder: Path) -> bytes:
    """A PDF with its objects in plain."""
    (folder / "packed.pdf").write_bytes(data)
    command = [tool("qpdf"), "--qdf", "--object-streams=disable", str(folder / "packed.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def test_a_foreign_statement_is_read_out_in_its_language(tmp_path: Path) -> None:
    """The structure says the language of what is not in the page's, and the catalogue that of all else."""
    plain = unpacked(pdf.render(samples.scripts()), tmp_path)
    told = {code.decode() for code in re.findall(rb"/Lang \((.*?)\)", plain)}
    assert told == {"en", "ru", "el", "ar", "he", "zh"}


def test_a_link_is_called_by_its_name(tmp_path: Path) -> None:
    """A number is read out as the source that it is, an address as its words."""
    plain = unpacked(pdf.render(samples.brief()), tmp_path)
    called = {name.decode() for name in re.findall(rb"/Contents \((.*)\)\n", plain)}
    assert {"Source 1", "Source 2", "Source 1: back to its first statement", "post.example"} <= called
    assert not [name for name in called if name.startswith(("source-", "s-"))]


def test_heads_and_feet_are_not_read_out(tmp_path: Path) -> None:
    """Title, date, marking, pledge and number of each page are drawn as artifacts of its layout, the brief is not."""
    data = pdf.render(samples.full())
    drawn = re.findall(rb"/Artifact\s*<</Type /Pagination>>\s*BDC", unpacked(data, tmp_path))
    first, second = 3, 6  # pledge, number, marking; and from the second page on title, date and marking above
    assert len(drawn) == first + second
    told = subprocess.run(
        [tool("pdfinfo"), "-struct-text", str(tmp_path / "packed.pdf")],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    assert "Every sentence is verbatim" not in told
    assert "The strait stays closed" in told
