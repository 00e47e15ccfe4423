"""Cut odd sentences as a careful reader does: see ``tests/cases/README.md`` for the files."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.model import Span
from briefing.text.sentences import split

FOLDER = Path(__file__).parent.parent / "cases" / "sentences"
LANGUAGES = ("en", "de", "fr", "ru", "uk", "ar", "zh")
KNOWN = "# known: "


@dataclass(frozen=True, slots=True)
class Case:
    """A block of text and the sentences that a careful reader finds in it."""

    place: str
    language: str
    known: bool
    sentences: tuple[str, ...]
    text: str


def load(path: Path) -> list[Case]:
    """Read a file's cases; the language is the first part of its name."""
    cases, known = [], False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            known = line.startswith(KNOWN)
        elif line:
            block = line.replace("\\n", "\n")
            sentences = tuple(part.strip(" ") for part in block.split("|"))
            text = block.replace(" | ", " ").replace("|", "")
            cases.append(Case(f"{path.stem}:{number}", path.name[:2], known, sentences, text))
            known = False
    return cases


CASES = tuple(case for path in sorted(FOLDER.glob("*.cases")) for case in load(path))


def cut(case: Case) -> tuple[str, ...]:
    """Split a case's text as the program does."""
    spans = split(case.text, Span(0, len(case.text)), case.language)
    return tuple(case.text[span.start : span.end] for span in spans)


@pytest.mark.parametrize("case", [case for case in CASES if not case.known], ids=lambda case: case.place)
def test_block_is_cut_into_its_sentences(case: Case) -> None:
    """A block falls into exactly the sentences that a careful reader finds."""
    assert cut(case) == case.sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_is_cut_to_its_target(language: str) -> None:
    """In each language 95 of 100 sentences are found whole."""
    whole = [text in cut(case) for case in CASES if case.language == language for text in case.sentences]
    assert sum(whole) >= 0.95 * len(whole)


def test_cases_cover_every_language() -> None:
    """There are sixty cases in English and twenty in each other language at least."""
    count = {language: sum(case.language == language for case in CASES) for language in LANGUAGES}
    assert count["en"] >= 60
    assert min(count.values()) >= 20
