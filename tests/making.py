"""Articles and configurations made in a line, for tests that are not about reading."""

import hashlib

from briefing.model import Actor, Article, Block, Sentence, Source, Span, Theme

RUSSIA = Actor(
    "russia", ("Russia", "Russian", "Russians", "Moscow", "the Kremlin"), (("Lavrov",), ("Putin",))
)
EUROPE = Actor(
    "europe",
    (
        "Europe",
        "European",
        "EU",
        "Germany",
        "German",
        "France",
        "French",
        "Britain",
        "British",
        "Poland",
        "Italy",
        "Berlin",
    ),
    (("Macron",), ("Scholz",), ("Starmer",)),
)
US = Actor("us", ("US", "American", "Washington", "White House"), (("Hegseth",), ("Trump",)))
UKRAINE = Actor("ukraine", ("Ukraine", "Ukrainian", "Kyiv", "Kiev"), (("Zelensky", "Zelenskyy"),))
ACTORS = (RUSSIA, EUROPE, US, UKRAINE)
THEMES = (
    Theme("russian", "Russian position", actors=("russia",), keywords=("red line*", "unacceptable")),
    Theme("european", "European split", actors=("europe",), keywords=("divided", "peacekeep*")),
    Theme("american", "US stance", actors=("us",), keywords=("ruled out",)),
    Theme("ukrainian", "Ukrainian demands", actors=("ukraine",), exclude=("killed",), max_sentences=2),
)


def article(
    *paragraphs: tuple[str, ...] | str, language: str = "en", name: str = "a.txt", **source: str
) -> Article:
    """Make an article; a paragraph is a sentence or a tuple of them. ``# …`` makes a heading."""
    text, blocks, heading = "", [], None
    for paragraph in paragraphs:
        words = paragraph if isinstance(paragraph, str) else " ".join(paragraph)
        title = words.startswith("# ")
        words = words.removeprefix("# ")
        blocks.append(
            Block("heading" if title else "paragraph", Span(len(text), len(text) + len(words)), heading)
        )
        heading = len(blocks) - 1 if title else heading
        text += words + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:12], text, Source(name, name, digest, **source), tuple(blocks), language)


def sentences(made: Article, *paragraphs: tuple[str, ...] | str) -> tuple[Sentence, ...]:
    """Cut an article where its paragraphs' tuples say, without the splitter."""
    found = []
    prose = [block for block in made.blocks if block.kind == "paragraph"]
    for block, paragraph in zip(prose, [p for p in paragraphs if not str(p).startswith("# ")], strict=True):
        at = block.span.start
        for words in (paragraph,) if isinstance(paragraph, str) else paragraph:
            found.append(Sentence(made, Span(at, at + len(words)), block, len(found)))
            at += len(words) + 1
    return tuple(found)
