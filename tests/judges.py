"""Judges of a PDF: the rules of PDF/UA and PDF/A, its structure, its fonts, and whether its words read back."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import page

from briefing.model import Brief
from briefing.text.shown import shown
from tests.conftest import tool

PROFILES = ("ua1", "3a")
_HYPHENS = str.maketrans(
    {"\u2010": "-", "\u2011": "-"}
)  # one glyph serves the three, and reads back as any of them


def broken_rules(data: bytes) -> list[str]:
    """Name each rule of PDF/UA-1 and PDF/A-3a that a file breaks, with what is wrong."""
    reports = ((profile, page.validate_pdf_bytes(data, profile=profile)) for profile in PROFILES)
    return [f"{profile} {one.rule_id}: {one.message}" for profile, told in reports for one in told.failures]


def faults(brief: Brief, data: bytes, folder: Path) -> list[str]:
    """Name all that is wrong with a brief's PDF: rules, structure, fonts, sentences that do not read back."""
    path = folder / "judged.pdf"
    path.write_bytes(data)
    unread = [f"does not read back: {text[:60]}" for text in _unread(brief, path)]
    return [*broken_rules(data), *_unsound(path), *_loose_fonts(path), *unread]


def attached(data: bytes, folder: Path) -> bytes:
    """Take the one file out that a PDF has attached."""
    (folder / "holds.pdf").write_bytes(data)
    _run("pdfdetach", "-save", "1", "-o", str(folder / "detached"), str(folder / "holds.pdf"))
    assert "\n2: " not in _run("pdfdetach", "-list", str(folder / "holds.pdf"))
    return (folder / "detached").read_bytes()


def _run(program: str, *words: str) -> str:
    done = subprocess.run([tool(program), *words], capture_output=True, check=False, timeout=60)
    return (done.stdout + done.stderr).decode(errors="replace")


def _unsound(path: Path) -> Iterator[str]:
    said = _run("qpdf", "--check", str(path))
    if "No syntax or stream encoding errors found" not in said or "WARNING" in said:
        yield f"qpdf: {said.splitlines()[-1]}"


def _loose_fonts(path: Path) -> Iterator[str]:
    for row in _run("pdffonts", str(path)).splitlines()[2:]:
        if row.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"font not embedded, cut down and mapped: {row}"


def _unread(brief: Brief, path: Path) -> Iterator[str]:
    """Give the sentences that come back neither whole nor, where they run from the right, word by word."""
    plain = _bare(_run("pdftotext", "-raw", str(path), "-"))
    said = ""
    for item in brief.items():
        if _bare(item.text) in plain:
            continue
        said = said or _bare(_run("pdfinfo", "-struct-text", str(path)))
        if not all(word in said or word in plain for word in map(_bare, _words(item.text))):
            yield shown(item.text)


def _words(text: str) -> list[str]:
    """Part a text that runs from the right into its words; any other is one, and must come back whole."""
    from_right = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return re.findall(r"\w+", text) if from_right else [text]


def _bare(text: str) -> str:
    """Take off what layout adds: white space, one of three equal hyphens, a ligature for its letters."""
    return "".join(unicodedata.normalize("NFKC", shown(text)).translate(_HYPHENS).split())
