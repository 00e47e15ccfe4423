"""Letters that no font of the machine has."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont

from briefing.model import Skipped
from briefing.pipeline import publish
from briefing.renderers import archive, pdf
from briefing.renderers.paper import engine, faces, glyphs
from tests.judges import attached, broken_rules
from tests.renderers import samples
from tests.renderers.samples import item


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> str:
    """A letter that no font has, whatever fonts this machine has: Pango is asked and answers so."""
    real = glyphs._unknown
    monkeypatch.setattr(
        glyphs, "_unknown", lambda chars, fonts: real(chars - {"\u4e00"}, fonts) | {"\u4e00"} & chars
    )
    return "\u4e00"


def letters(package: str, file: str) -> set[int]:
    """Every letter of a font of ours."""
    with TTFont(str(files(package) / "files" / file)) as font:
        return set(font.getBestCmap())


def test_nobody_is_asked_for_letters_that_every_face_of_ours_has() -> None:
    """The letters that are taken for granted are in each upright face, spaces and the soft hyphen apart."""
    upright = [file for name, file in faces.FONTS.items() if not name.endswith("i")]
    ours = [letters(*file) for file in upright]
    granted = {code for code in range(0x20, 0x3000) if glyphs._COMMON.fullmatch(chr(code))}
    lacking = {code for face in ours for code in granted - face}
    assert {chr(code) for code in lacking if not chr(code).isspace()} <= set("\x7f\x80\x85\xad")
    assert len(granted) > 500


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Plain words, é, ж, Ω – and €.", ""),
        ("private \ue000 and \U00100000", "\ue000\U00100000"),
        ("noncharacters \ufdd0 \U0001fffe", "\ufdd0\U0001fffe"),
        ("joined \u200d\u200c\ufe0f and \u034f", ""),
    ],
)
def test_letters_that_cannot_be_shown_are_found(text: str, gone: str) -> None:
    """Private use and noncharacters cannot, whatever fonts there are; what needs no glyph is not asked for one."""
    pdf.document(samples.brief())  # loads our faces
    assert glyphs.absent([text], faces.fonts()) == frozenset(gone)


def test_letters_of_fonts_that_cannot_be_drawn_are_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font of dots alone, or of pictures that nobody scales down, has no letter for us."""
    pdf.document(samples.brief())
    monkeypatch.setattr(glyphs, "_is_sound", lambda font, width: False)
    assert glyphs.absent(["a \u01c4"], faces.fonts()) == {"\u01c4"}


@pytest.mark.parametrize(
    ("png", "length", "width", "sound"),
    [(False, 900, 9.0, True), (False, 0, 1.0, False), (True, 0, 1.2, True), (True, 0, 13.7, False)],
    ids=["outlines", "dots", "pictures", "pictures not scaled"],
)
def test_fonts_are_sound_by_what_they_hold(
    monkeypatch: pytest.MonkeyPatch, png, length, width, sound
) -> None:
    """Outlines of any width, and pictures of a letter's size."""
    engine.weasyprint()
    from weasyprint.text import ffi, fonts

    said = SimpleNamespace(
        hb_ot_color_has_png=lambda face: png,
        hb_face_reference_table=lambda face, tag: tag,
        hb_tag_from_string=lambda name, length: name,
        hb_blob_get_length=lambda table: length if table == b"glyf" else 0,
        hb_blob_destroy=None,
    )
    monkeypatch.setattr(ffi, "harfbuzz", said)
    monkeypatch.setattr(ffi, "ffi", SimpleNamespace(gc=lambda table, destroy: table))
    monkeypatch.setattr(fonts, "get_pango_font_hb_face", lambda font: font)
    assert glyphs._is_sound("a font", width) is sound


def test_one_bracket_stands_for_a_run_of_letters() -> None:
    """What joins or shades a letter goes with it; letters that can be shown stay."""
    gone = frozenset("\U0001f469\U0001f467")
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert glyphs.covered(f"The {family} left. \U0001f469\U0001f3fd!", gone) == "The [?] left. [?]!"
    assert glyphs.covered("nothing", gone) == "nothing"


def test_what_is_lacking_is_told_in_every_format(nowhere: str, caplog: pytest.LogCaptureFixture) -> None:
    """PDF and all others name the letter; the sentence itself is whole in each of the others."""
    said = item(f"The {nowhere}{nowhere} sailed.", 1, 5)
    made, failed = publish(samples.brief(top_lines=(said,), sections=()), ("pdf", "text", "html", "markdown"))
    files = {one.name: one.data for one in made}
    assert failed == ()
    assert b"U+4E00" in files["brief.txt"]
    for name in ("brief.txt", "brief.html", "brief.md", "brief.json"):
        assert f"The {nowhere}{nowhere} sailed." in files[name].decode()
        assert "U+4E00" in files[name].decode()
    assert nowhere in caplog.text
    caplog.clear()


def test_the_brief_in_the_file_tells_what_the_file_lacks(nowhere: str, tmp_path: Path, caplog) -> None:
    """The attached archive is the one that is written beside it, and gives the same PDF again."""
    said = item(f"The {nowhere} sailed.", 1, 5)
    made, _ = publish(samples.brief(top_lines=(said,), sections=()), ("pdf",))
    files = {one.name: one.data for one in made}
    assert attached(files["brief.pdf"], tmp_path) == files["brief.json"]
    assert pdf.render(archive.load(files["brief.json"])) == files["brief.pdf"]
    assert broken_rules(files["brief.pdf"]) == []
    caplog.clear()


def test_what_another_machine_lacked_is_forgotten() -> None:
    """A brief from a machine without a font says so no more where there is one."""
    other = Skipped("in/a.bin", "read", "no text")
    brief = samples.brief(skipped=(Skipped("brief.pdf", "glyphs", "no font …"), other))
    assert pdf.made(brief)[1].skipped == (other,)


def test_letters_lost_among_their_neighbours_are_found_afterwards(monkeypatch, caplog) -> None:
    """A letter that Pango has a glyph for alone and none in its place is found when it is drawn."""
    monkeypatch.setattr(glyphs, "absent", lambda texts, fonts: frozenset())
    data, known = pdf.made(samples.brief(top_lines=(item("Of \ufdd0 nobody.", 1, 5),), sections=()))
    assert broken_rules(data) == []
    assert "U+FDD0" in known.skipped[0].reason
    caplog.clear()


def test_many_letters_are_counted(nowhere: str) -> None:
    """Twelve are named and all counted."""
    told = glyphs.told(samples.brief(), frozenset(chr(0x4E00 + n) for n in range(40)))
    assert "40 letters" in told.skipped[0].reason
    assert told.skipped[0].reason.count("U+") == glyphs.NAMED
    assert glyphs.told(told, frozenset()) == samples.brief()


BARE = """
import json, sys
from dataclasses import replace
from briefing.renderers import pdf
from tests.judges import broken_rules
from tests.renderers import samples
found = {}
for name in ("arabic", "scripts", "full"):
    data, known = pdf.made(samples.editions()[name])
    found[name] = [broken_rules(data), [one.reason for one in known.skipped if one.step == "glyphs"]]
print(json.dumps(found))
"""


def test_a_machine_without_fonts_makes_a_sound_file(tmp_path: Path) -> None:
    """With our fonts alone Latin, Greek and Cyrillic are whole; Arabic and Chinese are told to be lacking."""
    (tmp_path / "fonts").mkdir()
    bare = f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    (tmp_path / "fonts.conf").write_text(bare)
    env = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BARE],
        capture_output=True,
        env=env,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [rules for rules, _ in found.values()] == [[], [], []]
    assert found["full"][1] == []
    codes = re.findall(r"U\+([0-9A-F]+)", " ".join(found["arabic"][1] + found["scripts"][1]))
    scripts = {unicodedata.name(chr(int(code, 16))).split()[0] for code in codes}
    assert scripts <= {"ARABIC", "HEBREW", "CJK", "IDEOGRAPHIC", "FULLWIDTH"}
    assert {"ARABIC", "HEBREW"} <= scripts
    assert "brief.pdf: no font of this machine has" in done.stderr


def test_the_files_own_name_keeps_its_letters(nowhere: str, caplog: pytest.LogCaptureFixture) -> None:
    """What lists of files show is not set in our fonts: only on the page the bracket stands in the title."""
    data = pdf.render(samples.brief(title=f"The {nowhere} harbour"))
    assert f"The {nowhere} harbour · 19 February 2025".encode() in data
    assert broken_rules(data) == []
    caplog.clear()
