"""Briefs by the hundred, the same each time: editions, languages, lengths, piles of articles, and titles that hurt."""

import base64
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from briefing.config import Config
from briefing.model import Actor, Audience, Brief, Edits, Length, Look, Reading, Theme
from briefing.pipeline import Occasion, compose, gather
from tests.generated_words import WORDS, Words

DATE = "2026-10-20"
SIZES = (1, 2, 3, 6, 10, 14, 20, 30, 45, 60)
PAGES = (1.0, 2.0, 3.0, 1.5, 4.0)
TEMPLATES = (None, "executive", None, "analyst", None, "phone", None)
LOGO = (
    "data:image/svg+xml;base64,"
    + base64.b64encode(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30" viewBox="0 0 120 30"><circle cx="15" cy="15" '
        b'r="12" fill="#1c4f8a" opacity=".8"/><text x="34" y="21" font-size="16">Ministry \xd0\x96</text></svg>'
    ).decode()
)
NAUGHTY = (
    "",
    "…",
    "?!",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 4,
    "https://example.org/" + "a/very/long/path/" * 12,
    "مضيق in the middle of a line עברית and back",
    "\u202eright to left override\u202c and \u2067isolates\u2069",
    "Z̸̢̛͇a̷l̵g̶o̴ and e\u0301 with a lone \u0301 mark",
    "👩\u200d👩\u200d👧\u200d👦 🇺🇦 🏴\u200d☠️ 1️⃣",
    "zero\u200bwidth\u200c\u200d\ufeff and soft\u00adhyphen",
    "tab\tbell\x07 escape\x1b[31m and delete\x7f",
    "<script>alert(1)</script><b>bold</b> & &amp; <!-- ",
    "{{ page.title }} {% include 'x' %} {# gone #}",
    "}</style><style>*{display:none}",
    "../../etc/passwd C:\\\\CON NUL.txt",
    '=HYPERLINK("http://x","y") @SUM(1) +1 -1',
    "“curly” „low“ «angles» ‘single’ \"straight\" 'it’s'",
    "日本語の見出し、中文標題，한국어 제목",
    "देवनागरी ไทย ગુજરાતી ქართული հայերեն Ελληνικά",
    "private \ue000 unassigned \U0010fffe \u0378 replacement \ufffd",
    "ﬁ ligature ﬀ ½ ™ № ₴ ℃ 𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
    "A title of five hundred characters " * 14,
    "  spaces   everywhere\u00a0\u2003 ",
    "NULL",
    "-- ; DROP TABLE briefs",
    "%s %d %n {0} ${x} $(y) `z`",
)
"""Titles that broke programs before ours; those of Unicode's odd corners are written as escapes."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a brief is made of."""

    label: str
    reading: Reading
    config: Config
    audience: Audience
    notes: Mapping[str, str]
    """What the analyst typed, by section."""

    def brief(self) -> Brief:
        """Make the brief."""
        return compose(
            self.reading, self.config, self.audience, Occasion(DATE, edits=Edits(notes=self.notes))
        )


def briefs(count: int, folder: Path) -> Iterator[Case]:
    """Give so many briefs, each unlike the others; their articles are written below ``folder``.

    The first few hold every language, then every size; five editions of each pile of articles, so that reading is
    shared.
    """
    for number in range(count):
        pile, edition = divmod(number, 5) if count > 12 else (number, number)
        yield case(number, folder, pile=pile, edition=edition)


def case(number: int, folder: Path, *, pile: int | None = None, edition: int = 0) -> Case:
    """Give one brief by its number; of a pile of articles of its own, where no other is said."""
    pile = number if pile is None else pile
    language = tuple(WORDS)[pile % len(WORDS)]
    size = SIZES[(3 * pile + 2) % len(SIZES)]
    reading, config = _read(pile, language, size, folder)
    audience = _audience(number, edition, config)
    pages = f"{audience.length.pages:g} p" if audience.length.pages else "no bound"
    look = audience.look
    label = f"{number} {language} {size} articles, {look.template or 'default'}, {look.page_size}, {pages}"
    typed = f"**{WORDS[language].brief}**\n\n- {NAUGHTY[number % len(NAUGHTY)]}"
    notes = {"brief": typed} if number % 7 == 2 else {}
    return Case(label, reading, replace(config, audiences=(audience,)), audience, notes)


@cache
def _read(pile: int, language: str, size: int, folder: Path) -> tuple[Reading, Config]:
    words = WORDS[language]
    chance = random.Random(pile)
    home = folder / f"{pile}"
    home.mkdir(parents=True, exist_ok=True)
    for number in range(size):
        name = NAUGHTY[(7 * pile + number) % len(NAUGHTY)] if number % 3 == 2 else ""
        text = _article(words, number, language=language, title=name, chance=chance)
        (home / f"{number:02}.txt").write_text(text, encoding="utf-8", newline="")
    config = _config(words, language, NAUGHTY[pile % len(NAUGHTY)] if pile % 4 == 3 else words.brief)
    return gather([str(home)], config), config


def _article(words: Words, number: int, *, language: str, title: str, chance: random.Random) -> str:
    """Write an article: front matter that knows more or less, and paragraphs of two to four sentences."""
    known = {
        "title": " ".join(title.splitlines())
        or f"{chance.choice(words.themes)[0]}: {chance.choice(words.places)}",
        "site": words.outlets[number % len(words.outlets)],
        "date": f"2026-10-{1 + number % 19:02}",
        "url": f"https://press.example/{number}",
        "language": language,
    }
    if number % 4 == 3:
        known = {"title": known["title"], "language": language}
    paragraphs = [
        " ".join(_sentence(words, chance) for _ in range(chance.randint(2, 4)))
        for _ in range(chance.randint(3, 8))
    ]
    front = "".join(f"{key}: {value}\n" for key, value in known.items())
    return f"---\n{front}---\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(words: Words, chance: random.Random) -> str:
    body, person = chance.choice(words.actors)
    claim = chance.choice(chance.choice(words.themes)[3])
    claim = claim.format(n=chance.randint(2, 28), at=chance.choice(words.places))
    frame = chance.choice(words.frames)
    said = frame.format(who=chance.choice((body, person)), at=chance.choice(words.places), claim=claim)
    return said[0].upper() + said[1:]


def _config(words: Words, language: str, title: str) -> Config:
    actors = tuple(Actor(f"a{n}", (body,), ((person,),)) for n, (body, person) in enumerate(words.actors))
    themes = tuple(
        Theme(f"t{n}", name, question if n != 1 else None, role="topic", keywords=keywords, contrast=n == 2)
        for n, (name, question, keywords, _) in enumerate(words.themes)
    )
    title = "".join(char for char in title if char.isprintable() or char == " ").strip() or words.brief
    return Config(title, language, actors, themes, (), None, None, None, None, ())


def _audience(number: int, edition: int, config: Config) -> Audience:
    """Vary an edition: its length, paper, colour, template, logo, marking and themes."""
    pages = PAGES[number % len(PAGES)]
    keys = tuple(theme.key for theme in config.themes)
    return Audience(
        f"e{edition}",
        None if number % 2 else "Edition",
        () if number % 11 == 7 else keys[::-1] if number % 2 else keys,
        Length(words=round(450 * pages), pages=pages),
        ("pdf", "html", "email", "markdown", "text", "json"),
        marking=("TLP:AMBER+STRICT", None, None)[number % 3],
        look=Look(
            template=TEMPLATES[number % len(TEMPLATES)],
            page_size="Letter" if number % 4 == 1 else "A4",
            accent=("#8a1c1c", "#1c4f8a")[number % 2],
            logo=LOGO if number % 6 == 4 else None,
        ),
        language=config.language,
    )
