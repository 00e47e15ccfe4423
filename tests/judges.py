"""Judges of a PDF: the rules of PDF/UA and PDF/A, its structure, its fonts, and whether its words read back."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import page

from briefing.model import Brief
from briefing.renderers.paper import faces, glyphs
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Line
from briefing.text.shown import shown
from tests.conftest import tool

PROFILES = ("ua1", "3a")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What has no glyph by Unicode's own word, beside what is never shown."""
_HYPHENS = str.maketrans(
    {"\u2010": "-", "\u2011": "-"}
)  # one glyph serves the three, and reads back as any of them


def broken_rules(data: bytes) -> list[str]:
    """Name each rule of PDF/UA-1 and PDF/A-3a that a file breaks, with what is wrong."""
    found = []
    for profile in PROFILES:
        try:
            told = page.validate_pdf_bytes(data, profile=profile).failures
        except page.PageError as error:
            return [f"{profile} cannot read it: {error}"]
        found += [f"{profile} {one.rule_id}: {one.message}" for one in told]
    return found


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
    """Give the statements that come back neither whole nor, where they run from the right, word by word."""
    said = _run("pdftotext", "-raw", str(path), "-")
    whole, words = _bare(said), _words(said)
    texts = tuple(dict.fromkeys(line.marked for line in _lines(view.page(brief))))
    gone = glyphs.absent(texts, faces.fonts()) | _named(brief)
    for text in texts:
        shows = glyphs.covered(text, gone)
        by_words = _FROM_RIGHT.search(text) and _words(shows) <= words
        if _bare(shows) not in whole and not by_words:
            yield shown(text)


def _lines(value: object) -> Iterator[Line]:
    """Give every statement that a page prints, wherever it stands."""
    if isinstance(value, Line):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _lines(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _lines(getattr(value, field.name))


def _named(brief: Brief) -> set[str]:
    """Give the letters that a brief says its PDF lacks."""
    reasons = " ".join(one.reason for one in brief.skipped if one.step == glyphs.STEP)
    return {chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", reasons)}


def _words(text: str) -> set[str]:
    """Part a text into words, each with its letters sorted, without points above and below them.

    Of what runs from the right poppler turns the two letters of one glyph around, and puts points where they stand.
    """
    bare = "".join(char for char in _clean(text) if unicodedata.category(char) != "Mn")
    return {"".join(sorted(word)) for word in re.findall(r"\w+", bare)}


def _bare(text: str) -> str:
    """Take off what layout adds: white space, one of three equal hyphens, a ligature for its letters."""
    return "".join(_clean(text).split())


def _clean(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", shown(text)).translate(_HYPHENS))
