"""Read odd layouts as a careful reader does: see ``tests/cases/README.md`` for the files and their labels."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.model import PROSE, Article, Found, unit_kind
from briefing.readers import understand
from briefing.text.sentences import sentences

FOLDER = Path(__file__).parent.parent / "cases" / "layouts"
MEDIA = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}
LANGUAGES = ("en", "de", "fr", "ru", "uk", "ar", "zh")
KINDS = {"sentence", "list_item", "heading", "boilerplate"}
NOTHING = "\u200b\ufeff"
NUMBER = r"\d{1,2}|[a-zа-яіїґ]|[ivx]{1,4}|[一二三四五六七八九十]|[أ-ي]"
MARKER = re.compile(rf"[-–—*•·►▪■◦‣●○🔹🟦]|\(?(?:{NUMBER})[.)）、．]|（(?:{NUMBER})）", re.IGNORECASE)
OPENING = {"heading": MARKER, "sentence": re.compile("[—–]")}
"""What may stand before a unit or not: a heading's number or dash, the dash of a line of dialogue."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader says of one unit."""

    kinds: tuple[str, ...]
    text: str
    may_lack: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """What the reader says of one unit."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A layout and its labels."""

    path: Path
    language: str
    known: str | None
    labels: tuple[Label, ...]
    absent: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether the text as read is the file's own."""
        return self.path.suffix == ".txt"


def unescaped(text: str) -> str:
    escapes = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    return re.sub(r"\\(.)", lambda match: escapes[match[1]], text)


def load(path: Path) -> Case:
    """Read an article's labels."""
    headers: dict[str, str] = {}
    labels, absent = [], []
    for line in path.with_suffix(".units").read_text(encoding="utf-8").splitlines():
        kind, tab, text = line.partition("\t")
        if not tab:
            key, _, headers[key] = line.partition(": ")
        elif kind == "absent":
            absent.append(unescaped(text))
        else:
            kinds = tuple(kind.rstrip("?").split("/"))
            assert set(kinds) <= KINDS, line
            may_lack = kind.endswith("?") or "boilerplate" in kinds
            labels.append(Label(kinds, unescaped(text), may_lack))
    return Case(path, headers["language"], headers.get("known"), tuple(labels), tuple(absent))


CASES = tuple(load(path) for path in sorted(FOLDER.iterdir()) if path.suffix in MEDIA)


def ids(case: Case) -> str:
    return case.path.name


@cache
def article(path: Path) -> Article:
    """Read a case's only article."""
    name = path.name
    read = list(understand(Found(name, name, path.read_bytes(), MEDIA[path.suffix])))
    assert len(read) == 1 and isinstance(read[0], Article), read
    return read[0]


def plain(text: str, kind: str, *, exact: bool) -> str:
    """Take away what does not count: ends, a heading's number, line ends in a text that the reader made."""
    if not exact:
        text = " ".join(text.split())
    text = text.strip(NOTHING + " \t\n\r\xa0")
    opening = kind in OPENING and OPENING[kind].match(text)
    return text[opening.end() :].lstrip() if opening else text


@cache
def units(path: Path) -> tuple[Unit, ...]:
    """Everything that the reader says of a case, in the order of the text."""
    read, exact = article(path), path.suffix == ".txt"
    places = [(unit_kind(block.kind), block.span) for block in read.blocks if block.kind not in PROSE]
    places += [(unit_kind(sentence.block.kind), sentence.span) for sentence in sentences(read)]
    return tuple(
        Unit(kind, plain(read.text[span.start : span.end], kind, exact=exact), span.start, span.end)
        for kind, span in sorted(places, key=lambda place: (place[1].start, place[1].end))
    )


def wanted(case: Case, read: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Write the labels as the reader's list; where two readings are right, take the one that it took."""
    want, at = [], 0
    for label in case.labels:
        text = plain(label.text, label.kinds[0], exact=case.exact)
        found = next(
            (i for i in range(at, len(read)) if read[i][0] in label.kinds and read[i][1] == text), None
        )
        if found is not None:
            want.append(read[found])
            at = found + 1
        elif not label.may_lack:
            want.append((label.kinds[0], text))
    return want


@pytest.mark.parametrize("case", [case for case in CASES if not case.known], ids=ids)
def test_layout_is_read_whole(case: Case) -> None:
    """Sentences, list items and headings are exactly those that a careful reader finds, in their order."""
    read = [(unit.kind, unit.text) for unit in units(case.path) if unit.kind != "boilerplate"]
    assert read == wanted(case, read)


@pytest.mark.parametrize("case", [case for case in CASES if case.absent], ids=ids)
def test_furniture_is_no_sentence(case: Case) -> None:
    """What belongs to the page and not to the article stands in no sentence."""
    body = [unit.text for unit in units(case.path) if unit.kind in ("sentence", "list_item")]
    assert body
    assert [text for text in case.absent if any(text in unit for unit in body)] == []


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_language_is_known(case: Case) -> None:
    """The article's language is told from its text."""
    assert article(case.path).language == case.language


def places(case: Case, text: str) -> list[tuple[int, int] | None]:
    """Find each label in a text, in order; None where it is missing."""
    found: list[tuple[int, int] | None] = []
    at = 0
    for label in case.labels:
        words = re.escape(label.text) if case.exact else r"\s+".join(map(re.escape, label.text.split()))
        match = re.compile(words).search(text, at)
        found.append(match and match.span())
        at = match.end() if match else at
    return found


def matched(case: Case) -> list[tuple[Label, tuple[int, int] | None, Unit | None]]:
    """Give each label its place and the unit that overlaps it most (a unit goes to one label only)."""
    text = article(case.path).text
    found = places(case, text)
    best: dict[int, tuple[int, Unit]] = {}
    for unit in units(case.path):
        shares = [min(place[1], unit.end) - max(place[0], unit.start) if place else 0 for place in found]
        share = max(shares)
        if share > best.get(shares.index(share), (0, unit))[0]:
            best[shares.index(share)] = (share, unit)
    return [
        (label, place, best[i][1] if i in best else None)
        for i, (label, place) in enumerate(zip(case.labels, found, strict=True))
    ]


def verdicts(case: Case) -> list[tuple[bool, bool]]:
    """Say of each label whether it was found whole and whether with the right kind."""
    text, said = article(case.path).text, []
    for label, place, unit in matched(case):
        if unit is None or place is None:
            said.append((label.may_lack, label.may_lack))
            continue
        parted = text[min(unit.start, place[0]) : max(unit.start, place[0])].strip()
        starts = not parted or any(OPENING[kind].fullmatch(parted) for kind in label.kinds if kind in OPENING)
        said.append((starts and unit.end == place[1], unit.kind in label.kinds))
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_is_read_to_its_target(language: str) -> None:
    """In each language 95 of 100 units are whole and 95 of 100 kinds are right."""
    said = [verdict for case in CASES if case.language == language for verdict in verdicts(case)]
    assert len(said) >= 40
    whole, kind = (sum(column) / len(said) for column in zip(*said, strict=True))
    assert (whole >= 0.95, kind >= 0.95) == (True, True), f"whole {whole:.3f}, kind {kind:.3f}"


@pytest.mark.parametrize("case", [case for case in CASES if case.exact], ids=ids)
def test_labels_leave_no_word_out(case: Case) -> None:
    """In a plain text every word belongs to a label; only markers and white space stand between them."""
    text = case.path.read_bytes().decode("utf-8-sig")
    found = places(case, text)
    assert None not in found
    held = [(0, 0), *[place for place in found if place], (len(text), len(text))]
    between = [text[a[1] : b[0]].strip(NOTHING + " \t\n\r\xa0") for a, b in pairwise(held)]
    assert [words for words in between if words and not MARKER.fullmatch(words)] == []


def test_layouts_cover_every_language() -> None:
    """There are case files enough in each language that is scored."""
    count = {language: sum(case.language == language for case in CASES) for language in LANGUAGES}
    assert count["en"] >= 18
    assert min(count.values()) >= 3
