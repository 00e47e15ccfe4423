"""Briefs made by hand for the tests of what is printed; the articles behind them are invented."""

from dataclasses import replace
from typing import Any

from briefing.model import (
    Also,
    ArticleCount,
    Bracket,
    Brief,
    Changes,
    Coverage,
    Dated,
    Difference,
    Figure,
    Item,
    Look,
    Part,
    Quote,
    Recipe,
    RunnerUp,
    Section,
    SentenceCount,
    Skipped,
    SourceEntry,
    Span,
    Speaker,
)
from briefing.renderers.view.words import words

EN = words("en", {})
"""What the page says in English."""


def item(text: str, source: int = 1, start: int = 0, **more: Any) -> Item:
    """A printed sentence of source ``source`` that begins at ``start``."""
    values: dict[str, Any] = {
        "id": f"{source:012x}:{start}-{start + len(text)}",
        "text": text,
        "source": source,
        "start": start,
        "end": start + len(text),
        "before": None,
        "after": None,
        "language": "en",
        "kind": "sentence",
    }
    return Item(**(values | more))


def source(n: int, **more: Any) -> SourceEntry:
    """A source of which nothing is known but its file."""
    values: dict[str, Any] = {
        "n": n,
        "name": None,
        "kind": None,
        "title": None,
        "author": None,
        "published": None,
        "retrieved": None,
        "url": None,
        "location": f"articles/{n:02}.txt",
        "part": 0,
        "digest": f"{n:064x}",
        "text_digest": f"{n + 100:064x}",
        "origin": None,
        "language": "en",
        "sentences": 20,
        "used": 3,
    }
    return SourceEntry(**(values | more))


def person(name: str, how: Any = "named", **more: Any) -> Speaker:
    """Somebody who speaks."""
    return Speaker(name=name, actor=None, how=how, **more)


FERRY = item(
    "The strait stays closed to tankers until both harbours agree on pilots, the ministry said.",
    1,
    100,
    why=(Part("the ministry speaks (tail: said)", 2.0), Part("keyword “pilots”", 0.4, 164, 170)),
    score=2.4,
    runner_up=RunnerUp("weather", 0.4),
    heading="Strait closed again",
)
PILOTS = item("“No ship passes without our pilots,” Minister Ilves told reporters in Narva.", 2, 40)
BARE = item("“We will open the lock when the ice is gone.”", 2, 300, speakers=(person("Ilves"),))
HE = item(
    "In March he offered 1,200 places in the northern harbour.",
    1,
    400,
    brackets=(Bracket(len("In March he"), "Tamm"),),
    speakers=(person("Tamm", "pronoun"),),
    also=(Also(2, 10, 20, "He offered 1,200 places."),),
)
INSURERS = item("Insurers raised the premium for the northern route by a third.", 3, 0)

SOURCES = (
    source(
        1,
        name="Harbour Post",
        kind="wire",
        title="Strait closed again",
        author="R. Saar",
        published="2025-02-18",
        url="https://post.example/strait?a=1&b=2",
        summary=(FERRY,),
        used=3,
    ),
    source(2, name="Coast Radio", published="2024-12-30T08:15:00+00:00", used=2),
    source(3, used=1, sentences=1),
)
SECTIONS = (
    Section("harbours", "Harbours", "Who opens which harbour, and when?", (BARE, HE)),
    Section("insurance", "Insurance", None, (INSURERS,)),
    Section("weather", "Weather", "What does the ice allow?", ()),
)


def brief(**more: Any) -> Brief:
    """Two dated sources and an undated one, three themes of which one has nothing."""
    values: dict[str, Any] = {
        "schema": 1,
        "title": "The northern strait",
        "audience": "desk",
        "edition": "Desk edition",
        "issue": 7,
        "date": "2025-02-19",
        "cutoff": "2025-02-18",
        "made": "2025-02-19T00:00:00+00:00",
        "language": "en",
        "marking": None,
        "words": 460,
        "previous": None,
        "build": "7f3a91c2",
        "top_lines": (FERRY, PILOTS),
        "changes": None,
        "sections": SECTIONS,
        "quotes": (),
        "differences": (),
        "timeline": (),
        "figures": (),
        "notes": {},
        "sources": SOURCES,
        "skipped": (),
        "gave_way": (),
        "edits": (),
        "coverage": Coverage(
            ArticleCount(3, 3),
            SentenceCount(41, 6, 1, {"no theme": 20, "length": 9, "question": 3, "leans": 2}),
        ),
        "look": Look(),
        "recipe": Recipe({"briefing": "0.1.0"}, None, "house"),
    }
    return Brief(**(values | more))


def full() -> Brief:
    """Every block that the model knows, none empty."""
    open_side = replace(HE, speakers=(person("Estonia"), person("Tamm")))
    return brief(
        marking="TLP:AMBER",
        sections=(
            SECTIONS[0],
            Section(
                "lock",
                "The lock",
                "Who would open it?",
                (FERRY, open_side, PILOTS),
                (("Open", (open_side.id,)), ("Closed", (PILOTS.id,))),
            ),
            SECTIONS[2],
        ),
        changes=Changes(new=(INSURERS,), changed=((FERRY, PILOTS),), repeated=4, quiet=("Weather",)),
        quotes=(Quote(PILOTS, Span(41, 41 + len("No ship passes without our pilots,"))),),
        differences=(Difference("Pilots", "condition", FERRY, PILOTS),),
        timeline=(Dated(HE, Span(403, 408), "2025-03-01"), Dated(FERRY, Span(100, 110), None)),
        figures=(Figure(HE, Span(420, 425), "places"),),
        notes={"brief": "Watch the ice.\n\nAnd <the> pilots.", "harbours": "The lock is old."},
        skipped=tuple(Skipped(f"in/{n}.bin", "read", "this is no text") for n in range(12)),
    )


SCRIPTS = (
    ("Москва заявила, что «любой контингент» станет законной целью.", "ru", None),
    ("Η Αθήνα ζήτησε έκτακτη σύνοδο για τα στενά.", "el", None),
    ("قالت الوزارة إن المضيق سيبقى مغلقا أمام 12 ناقلة حتى إشعار آخر.", "ar", "rtl"),
    ("השרה אמרה כי הנמל ייפתח בחודש הבא.", "he", "rtl"),
    ("外交部表示，海峡将在三月重新开放。", "zh", None),
)
"""Sentence, language, direction where it is not that of an English page."""


def scripts() -> Brief:
    """An English brief of sentences in five scripts."""
    items = tuple(item(text, 1, 1000 * n, language=code) for n, (text, code, _) in enumerate(SCRIPTS))
    return brief(top_lines=items[:2], sections=(Section("all", "Scripts", "Чего хочет Москва?", items),))


def arabic() -> Brief:
    """A brief whose own language runs from the right."""
    said = item(SCRIPTS[2][0], 1, 50, language="ar")
    return brief(
        title="المضيق الشمالي: مغلق حتى إشعار آخر.",
        language="ar",
        top_lines=(said, FERRY),
        sections=(Section("a", "الموانئ", "من يفتح الميناء، ومتى؟", (said,)),),
    )


def many(articles: int) -> Brief:
    """An edition of many articles, of which the later half is not cited."""
    said = [
        item(
            f"Harbour {n} stays closed for the {n}th day, the port authority said, because neither side sends pilots "
            "and the ice has not gone from the northern approach.",
            n,
            10 * n,
        )
        for n in range(1, articles // 2 + 1)
    ]
    return brief(
        top_lines=tuple(said[:3]),
        sections=tuple(
            Section(f"t{n}", f"Theme {n}", "What is said about it by whom?", tuple(said[n::4]))
            for n in range(4)
        ),
        sources=tuple(
            source(
                n, name=f"Paper {n}", title=f"Day {n} at the harbour", published=f"2025-02-{n % 28 + 1:02}"
            )
            for n in range(1, articles + 1)
        ),
        coverage=Coverage(
            ArticleCount(articles, articles // 2), SentenceCount(20 * articles, len(said), 0, {})
        ),
    )


HOSTILE = (
    '</style><script>alert(1)</script><img src="http://evil.example/x.png"> {{ 7*7 }} \n\r {% raw %} '
    "&amp; *bold* [link](javascript:alert(1)) `code` <!-- \x00\x1b[31m\u202eevil\u202c /*fonts*/ ' \" "
)


def hostile() -> Brief:
    """Mark-up, controls and bidi overrides wherever a word of an article can stand."""
    bad = item(HOSTILE, 1, 5, speakers=(person(HOSTILE),))
    return brief(
        title=(HOSTILE * 3)[:500],
        edition=HOSTILE,
        marking=HOSTILE,
        top_lines=(bad,),
        sections=(Section("bad", HOSTILE, HOSTILE, (bad,)),),
        sources=(
            source(
                1,
                name=HOSTILE,
                kind=HOSTILE,
                title=HOSTILE,
                author=HOSTILE,
                published=HOSTILE,
                url="javascript:alert(1)",
                location=HOSTILE,
                summary=(bad,),
            ),
        ),
        skipped=(Skipped(HOSTILE, HOSTILE, HOSTILE),),
        look=Look(accent="red;}</style>"),
    )


def editions() -> dict[str, Brief]:
    """Every sample by name."""
    return {
        "plain": brief(),
        "full": full(),
        "scripts": scripts(),
        "arabic": arabic(),
        "many": many(60),
        "hostile": hostile(),
        "empty": brief(top_lines=(), sections=tuple(replace(s, items=()) for s in SECTIONS)),
        "letter": replace(full(), look=Look(page_size="Letter", accent="#ffe000")),
    }
