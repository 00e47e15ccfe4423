"""Briefs made up for trying templates: one with everything in it, one with half a line a source, one with nothing."""

from dataclasses import replace

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
    SectionStory,
    SentenceCount,
    Skipped,
    SourceEntry,
    Span,
    Speaker,
)

MARKING = "TLP:AMBER"


def briefs(look: Look) -> tuple[Brief, ...]:
    """Make the samples in a look; the first has everything."""
    full = _full(look)
    return full, replace(full, compact=True), _bare(look)


def _item(number: int, text: str, source: int = 1, **more: object) -> Item:
    place = {"id": f"{source:012x}:{number}-{number + len(text)}", "start": number, "end": number + len(text)}
    values = {
        "text": text,
        "source": source,
        "before": None,
        "after": None,
        "language": "en",
        "kind": "sentence",
    }
    return Item(**(place | values | more))  # type: ignore[arg-type]


def _source(n: int, **more: object) -> SourceEntry:
    unknown = dict.fromkeys(("name", "kind", "title", "author", "published", "retrieved", "url", "origin"))
    digest = f"{n:064x}"
    known = {"n": n, "location": f"articles/{n}.txt", "part": 0, "digest": digest, "text_digest": digest}
    return SourceEntry(**(unknown | known | {"language": "en", "sentences": 9, "used": 2} | more))  # type: ignore[arg-type]


_CANAL = _item(
    10,
    "The canal opens in May with 12 locks, the harbour board said.",
    why=(Part("the harbour board speaks (tail: said)", 2.0), Part("keyword “canal”", 0.4, 14, 19)),
    score=2.4,
    runner_up=RunnerUp("tolls", 0.4),
    speakers=(Speaker(name="harbour board", actor=None, how="tail"),),
    heading="Canal to open",
)
_TOLL = _item(
    90,
    "“No barge pays twice,” Mayor Oda told councillors.",
    2,
    speakers=(Speaker(name="Oda", actor=None, how="named"),),
)
_BARE = _item(200, "“We will dredge first.”", 2, speakers=(Speaker(name="Oda", actor=None, how="quote"),))
_HE = _item(
    300,
    "He wants 40 boats by June.",
    brackets=(Bracket(2, "Oda"),),
    also=(Also(2, 10, 36, "He wants forty boats."),),
)
_FOREIGN = _item(400, "Der Kanal bleibt im Winter zu.", 3, language="de")
_ARABIC = _item(500, "قال المجلس إن القناة ستبقى مغلقة.", 3, language="ar")
_TWICE = _item(
    800,
    "“Nobody asked the anglers,” said Berg.",
    2,
    speakers=(Speaker(name="Berg", actor=None, how="named"),),
)
_LATE = _item(900, "Work ends in July 2025, the builders said.")
_SOON = _item(960, "Divers come in June.", 2)
_TOLLS = (_item(1000, "A barge pays 30 crowns."), _item(1100, "A barge pays 40 crowns.", 2))
_COST = _item(1200, "The lock cost 9 million crowns.", 2)
_NOTE = "**Watch** the ice:\n\n1. *north*\n2. [south](https://post.example/)"
_OLD = _item(600, "The canal opens in April, the board said then.", 1)


def _full(look: Look) -> Brief:
    """Every block, every kind of line."""
    sides = (_item(700, "The millers would open it.", 1), _item(760, "The anglers would not.", 2))
    sections = (
        Section("canal", "The canal", "Who opens it, and when?", (_BARE, _HE, _CANAL), None,
                (SectionStory((_BARE.id, _HE.id), 3, 2),), 4, 2, (3,), reported=((1, 4), (2, 2))),
        Section("sides", "For and against", "Who would?", sides,
                (("For", (sides[0].id,)), ("Against", (sides[1].id,)))),
        Section("tolls", "Tolls", None, (_FOREIGN, _ARABIC), reported=((1, 1), (3, 2))),
        Section("ice", "Ice", "What does the ice allow?", ()),
    )  # fmt: skip
    return replace(
        _bare(look),
        marking=MARKING,
        top_lines=(_CANAL, _TOLL, _FOREIGN),
        changes=Changes(new=(_HE,), changed=((_OLD, _CANAL),), repeated=3, quiet=("Tolls",), more=2),
        sections=sections,
        quotes=(Quote(_TWICE, Span(801, 825), "Angler"),),
        differences=(Difference("Toll", "number", *_TOLLS),),
        timeline=(Dated(_LATE, Span(913, 922), "2025-07"), Dated(_SOON, Span(975, 979), None, ahead=True)),
        figures=(Figure(_COST, Span(1214, 1223), "crowns"),),
        notes={"brief": _NOTE, "canal": "The lock is old."},
        sources=(
            _source(1, name="Canal Post", kind="wire", title="Canal to open", author="A. Bel", published="2025-02-18",
                    url="https://post.example/canal", summary=(_CANAL,), grade="B2"),
            _source(2, title="Barges and tolls"),
            _source(3, name="Ufer", language="de", title="Kanal zu", origin="1 Canal Post"),
            _source(4, title="Anglers meet", used=0),
        ),
        skipped=tuple(Skipped(f"in/{n}.bin", "read", "this is no text") for n in range(12)),
        compared=40,
        approved_by="An Editor",
    )  # fmt: skip


def _bare(look: Look) -> Brief:
    """Nothing that may be missing."""
    return Brief(
        schema=1, title="The canal", audience="sample", edition="Sample edition", issue=7, date="2025-02-19",
        cutoff="2025-02-18", made="2025-02-19T00:00:00+00:00", language="en", marking=None, words=120, previous=None,
        build="7f3a91c2", top_lines=(), changes=None, sections=(Section("ice", "Ice", None, ()),), quotes=(),
        differences=(), timeline=(), figures=(), notes={}, sources=(_source(1),), skipped=(), gave_way=(), edits=(),
        coverage=Coverage(ArticleCount(4, 3), SentenceCount(36, 8, 1, {"no theme": 20, "length": 7})), look=look,
        recipe=Recipe({"briefing": "0"}, None, "house"),
    )  # fmt: skip
