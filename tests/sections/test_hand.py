"""What an editor pins, drops and moves."""

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given, settings

from briefing.model import Edit, Edited, Edits, Length, Outlet, Pair, Since, SourceEntry, Story, Told
from briefing.proof import prove
from briefing.renderers.archive import dump, load
from briefing.sections import draft
from briefing.statements import since
from briefing.summarizers import pick
from briefing.summarizers.joint import together
from tests.making import article
from tests.sections import test_stories
from tests.sections.editing import (
    FRAME,
    counted,
    drafted,
    drop,
    edition,
    every,
    order,
    pin,
    place,
    section,
    texts,
)
from tests.sections.test_draft import reading

REJECTED, REFUSED, WARNED = (
    "Russia rejected the plan today.",
    "Moscow refused any talks now.",
    "Putin warned the West again.",
)
SNOW, RAIN = "Snow fell on the whole town.", "Rain came down on every hill."
BUT = "However, Moscow offered new talks."
FORCE = "Macron proposed a force of peacekeepers."
OUT = "Hegseth ruled out any troops."
NEWS = ((REJECTED, SNOW, WARNED), (REFUSED, RAIN), (FORCE, OUT))


def told(brief):
    """Give the reasons why entries changed nothing; None: they did."""
    return [one.reason for one in brief.edits]


# --- pins


def test_a_pin_brings_in_what_no_rule_placed():
    """A sentence of no theme stands in the section, in the order of reading, with its source."""
    read = reading(*NEWS)
    brief = drafted(read, edition("russian"), pin(read, SNOW, "russian")).after(0)
    assert section(brief, "russian") == [REJECTED, SNOW, WARNED, REFUSED]
    assert brief.edits == (Edited(pin(read, SNOW, "russian"), met=True),)


def test_a_pin_never_gives_way():
    """When everything that can go is gone, what was pinned still stands."""
    read = reading(*NEWS)
    full = drafted(read, edition(), pin(read, SNOW, "american"), pin(read, WARNED, "russian"))
    shortest = full.after(len(full.giving_way))
    assert (section(shortest, "american"), section(shortest, "russian")) == ([SNOW], [WARNED])


def test_a_pin_takes_the_place_of_the_weakest():
    """A section of two keeps two: the pinned one and the strongest other."""
    read = reading(
        ("Ukraine demanded more jets now.", "Kyiv rejected the whole deal.", "Zelensky urged allies on.")
    )
    brief = drafted(read, edition("ukrainian"), pin(read, "Zelensky", "ukrainian")).after(0)
    assert section(brief, "ukrainian") == ["Ukraine demanded more jets now.", "Zelensky urged allies on."]


def test_more_pins_than_a_section_holds():
    """All of them stand, and nothing else."""
    read = reading(("Ukraine demanded more jets now.", "Kyiv rejected the whole deal.", SNOW, RAIN))
    pins = [pin(read, words, "ukrainian") for words in (SNOW, RAIN, "Kyiv")]
    brief = drafted(read, edition("ukrainian"), *pins).after(0)
    assert section(brief, "ukrainian") == ["Kyiv rejected the whole deal.", SNOW, RAIN]


def test_a_pin_moves_a_statement_to_its_section():
    """What rules would print elsewhere stands in the pin's section alone."""
    read = reading(*NEWS)
    brief = drafted(read, edition("russian", "european"), pin(read, WARNED, "european")).after(0)
    assert section(brief, "russian") == [REJECTED, REFUSED]
    assert WARNED in section(brief, "european")


def test_a_pinned_top_line():
    """It stands among the top lines, whatever it weighs and of whatever theme, and still in its section."""
    read = reading(*NEWS)
    brief = drafted(read, edition(), pin(read, SNOW, "top_lines"), pin(read, WARNED, "top_lines")).after(0)
    assert {SNOW, WARNED} < set(texts(brief.top_lines))
    assert len(brief.top_lines) == 4
    assert WARNED in section(brief, "russian")


def test_pins_beyond_the_room_of_the_top_lines():
    """Five pinned ones are five."""
    read = reading(*NEWS)
    pins = [pin(read, words, "top_lines") for words in (SNOW, RAIN, WARNED, REFUSED, OUT)]
    brief = drafted(read, edition(), *pins).after(0)
    assert set(texts(brief.top_lines)) == {SNOW, RAIN, WARNED, REFUSED, OUT}


def test_an_edition_without_themes_pins_its_top_lines():
    """The pinned one is there, and what the articles tell most of beside it."""
    read = reading(*NEWS)
    asked = replace(edition(), themes=())
    frame = replace(FRAME, edits=Edits((pin(read, SNOW, "top_lines"), drop(read, REJECTED, "top_lines"))))
    brief = draft(read, asked, frame, pick, together).after(0)
    assert SNOW in texts(brief.top_lines)
    assert REJECTED not in texts(brief.top_lines)
    assert len(brief.top_lines) == 4
    many = Edits(tuple(pin(read, words, "top_lines") for words in (SNOW, RAIN, WARNED, OUT)))
    brief = draft(read, asked, replace(frame, edits=many), pick, together).after(0)
    assert set(texts(brief.top_lines)) == {SNOW, RAIN, WARNED, OUT}


def test_a_pin_brings_its_predecessor_along():
    """A "However" is pinned together with the sentence that it answers."""
    read = reading((REJECTED, BUT, SNOW))
    brief = drafted(read, edition("russian"), pin(read, BUT, "russian")).after(0)
    assert section(brief, "russian") == [f"{REJECTED}\n{BUT}"]


def test_a_quotation_is_pinned_whole():
    """Sentences of one quotation are printed together, whichever of them is named."""
    read = reading((("“No decisions without us.", "We will not accept deals,” Zelensky stated."),))
    whole = "“No decisions without us. We will not accept deals,” Zelensky stated."
    for words in ("“No", "We will"):
        brief = drafted(read, edition("american"), pin(read, words, "american")).after(0)
        assert section(brief, "american") == [whole]


def test_a_pin_without_its_predecessor_is_not_met():
    """Where nothing stands before a "However", it cannot be printed."""
    read = reading((BUT, SNOW))
    brief = drafted(read, edition("russian"), pin(read, BUT, "russian")).after(0)
    assert section(brief, "russian") == []
    assert told(brief) == ["leans on the sentence before"]


def test_an_endless_sentence_cannot_be_pinned():
    """What no stop ends is a list or garbage, whoever wants it."""
    long = "Russia rejected " + ", ".join(["the plan"] * 200) + "."
    read = reading((long,))
    assert told(drafted(read, edition(), pin(read, "Russia", "russian")).after(0)) == [
        "too long for a sentence"
    ]


def test_several_sentences_in_a_row_are_one_pin():
    """A place from the first to the last of them is one slice of the article."""
    read = reading((SNOW, RAIN, REJECTED))
    first, last = place(read, SNOW), place(read, RAIN)
    row = Edit("pin", section="american", source=first["source"], start=first["start"], end=last["end"])
    brief = drafted(read, edition("american"), row).after(0)
    (item,) = brief.sections[0].items
    assert item.text == f"{SNOW}\n{RAIN}" == read.articles[0].text[item.start : item.end]


def test_nobody_is_named_where_it_is_not_certain_who_speaks():
    """A bare quotation is printed as its source's words."""
    bare = "“Russia must leave now, and Moscow knows it.”"
    read = reading((SNOW, bare))
    brief = drafted(read, edition("russian"), pin(read, "“Russia", "russian")).after(0)
    (item,) = brief.sections[0].items
    assert (item.text, item.speakers) == (bare, ())


def test_pins_that_match_nothing_say_why():
    """A wrong source, places that are no statement, and sections that there are not, or not here, or not shown."""
    read = reading(*NEWS)
    known = place(read, SNOW)
    edits = (
        Edit("pin", section="russian", source="f" * 64, start=0, end=5),
        Edit("pin", section="russian", **{**known, "end": known["end"] - 1}),
        Edit("pin", section="russian", **{**known, "start": known["start"] + 1}),
        Edit("pin", section="nowhere", **known),
        Edit("pin", section="american", **known),
        Edit("pin", section="top_lines", **known),
        Edit("pin", audience="board", section="russian", **known),
    )
    brief = drafted(read, edition("russian", blocks=("themes", "sources")), *edits).after(0)
    assert told(brief) == [
        "its source is not among the articles",
        "its place is no statement of the article",
        "its place is no statement of the article",
        "there is no such section",
        "this edition has no such section",
        "this edition does not show the block",
    ]
    assert not any(one.met for one in brief.edits)
    assert section(brief, "russian") == [REJECTED, WARNED, REFUSED]


def test_what_stands_between_statements_is_in_no_pin():
    """A place over a heading is no run of statements, though it begins and ends with one."""
    made = article(REJECTED, "# A heading", REFUSED)
    read = reading((REJECTED, "# A heading", REFUSED))
    assert read.articles == (replace(made, source=read.articles[0].source),)
    first, last = place(read, REJECTED), place(read, REFUSED)
    over = Edit("pin", section="russian", source=first["source"], start=first["start"], end=last["end"])
    assert told(drafted(read, edition(), over).after(0)) == ["its place is no statement of the article"]


def test_pins_that_hold_each_other():
    """One inside another of its section stands there with it, in either order; elsewhere they cannot both stand."""
    read = reading((REJECTED, BUT, SNOW))
    inner, outer = pin(read, REJECTED, "russian"), pin(read, BUT, "russian")
    for edits in ((inner, outer), (outer, inner)):
        brief = drafted(read, edition(), *edits).after(0)
        assert section(brief, "russian") == [f"{REJECTED}\n{BUT}"]
        assert told(brief) == [None, None]
    away = pin(read, REJECTED, "american")
    assert told(drafted(read, edition(), outer, away).after(0)) == [None, "another pin holds a part of it"]


def test_one_statement_in_two_sections():
    """It is printed in each that it is pinned to, and used once."""
    read = reading(*NEWS)
    brief = drafted(read, edition(), pin(read, SNOW, "american"), pin(read, SNOW, "russian")).after(0)
    assert SNOW in section(brief, "american")
    assert SNOW in section(brief, "russian")
    assert told(brief) == [None, None]


def test_a_pin_stands_for_its_equals():
    """Told by a heavier statement too, it is still the pinned one that is printed, "also in" the other."""
    read = reading((REJECTED, SNOW), ("Russia rejected the plan today!",))
    words = "Russia rejected the plan today!"
    brief = drafted(read, edition("russian"), pin(read, words, "russian")).after(0)
    (item,) = brief.sections[0].items
    assert (item.text, texts(item.also)) == (words, [REJECTED])


def test_two_pins_that_say_the_same_both_stand():
    """An editor who wants both has both."""
    read = reading((REJECTED,), ("Russia rejected the plan today!",))
    pins = [pin(read, words, "russian") for words in (REJECTED, "Russia rejected the plan today!")]
    assert len(section(drafted(read, edition("russian"), *pins).after(0), "russian")) == 2


def test_a_pin_among_the_sides_of_a_theme():
    """It stays beside the strongest statement for and against, in an edition with room for two and one more."""
    asked = tuple(
        replace(theme, contrast=True) if theme.key == "european" else theme for theme in FRAME.themes
    )
    read = reading(
        ("France supports peacekeepers for Ukraine.", "Germany rejected peacekeepers for Ukraine.", SNOW)
    )
    stances = zip(read.statements, ("for", "against", None), strict=True)
    read = replace(read, statements=tuple(replace(one, stance=stance) for one, stance in stances))
    frame = replace(FRAME, themes=asked)
    full = drafted(
        read, edition("european", length=Length(sentences=1)), pin(read, SNOW, "european"), frame=frame
    )
    assert set(section(full.after(0), "european")) == set(texts_of(read))
    assert section(full.after(len(full.giving_way)), "european") == [SNOW]


def texts_of(read):
    return [one.sentence.text for one in read.statements]


# --- drops


def test_a_dropped_statement_is_nowhere_and_its_place_refills():
    """It is neither a top line nor in a section nor does it condense its source; the next one takes its place."""
    read = reading(
        ("Ukraine demanded more jets now.", "Kyiv rejected the whole deal.", "Zelensky urged allies on.")
    )
    brief = drafted(read, edition("ukrainian"), drop(read, "Ukraine demanded")).after(0)
    assert section(brief, "ukrainian") == ["Kyiv rejected the whole deal.", "Zelensky urged allies on."]
    assert "Ukraine demanded more jets now." not in every(brief)
    assert brief.coverage.sentences.left_out == {"dropped by the editor": 1}
    assert brief.edits[0].met


def test_what_says_the_same_goes_too():
    """Its place does not refill with the same words of another source, nor with what surely means the same."""
    again = "Moscow turned the plan down."
    read = reading((REJECTED,), ("“Russia rejected the plan today”!",), (again, REFUSED))
    at = [text_at for text_at, one in enumerate(read.statements) if one.sentence.text == again]
    read = replace(read, pairs=(Pair("same", 0, at[0], "plan", None, sure=True),))
    brief = drafted(read, edition("russian"), drop(read, REJECTED)).after(0)
    assert section(brief, "russian") == [REFUSED]
    assert brief.coverage.sentences.left_out["dropped by the editor"] == 3


def test_dropped_from_one_section_alone():
    """It goes from the top lines and stays in its section, or goes from its section to the other that it fits."""
    read = reading(*NEWS)
    brief = drafted(read, edition("american", "russian"), drop(read, OUT, "top_lines")).after(0)
    assert OUT not in texts(brief.top_lines)
    assert section(brief, "american") == [OUT]
    brief = drafted(read, edition("american", "russian"), drop(read, OUT, "american")).after(0)
    assert section(brief, "american") == []
    assert brief.coverage.sentences.left_out["dropped by the editor"] == 1
    both = reading(("Russia and Washington ruled out a truce.",))
    where = [len(section(drafted(both, edition("american", "russian"), *edits).after(0), "american"))
             for edits in ((), (drop(both, "Russia", "american"),), (drop(both, "Russia", "russian"),))]  # fmt: skip
    assert where[1:] == [0, 1]


def test_a_dropped_article_counts_as_read_and_is_not_used():
    """All its statements go; it keeps its line in the list of sources."""
    read = reading(*NEWS)
    edit = Edit("drop", source=read.articles[0].source.digest[:12])
    brief = drafted(read, edition(), edit).after(0)
    assert not {REJECTED, WARNED, SNOW} & every(brief)
    entry = next(one for one in brief.sources if one.digest == read.articles[0].source.digest)
    assert (entry.used, entry.sentences, entry.summary) == (0, 3, ())
    assert brief.coverage.articles.read == 3
    assert brief.coverage.sentences.left_out["dropped by the editor"] == 3


def test_a_dropped_outlet():
    """By the desk's list or by the name that articles give, whatever its case."""
    read = reading(*NEWS)
    named = [
        replace(one, source=replace(one.source, outlet=outlet))
        for one, outlet in zip(read.articles, ("The Post", "post.example", "Times"), strict=True)
    ]
    of = dict(zip(read.articles, named, strict=True))
    read = replace(
        read,
        articles=tuple(named),
        statements=tuple(
            replace(one, sentence=replace(one.sentence, article=of[one.sentence.article]))
            for one in read.statements
        ),
    )
    desk = replace(FRAME, outlets=(Outlet("post", ("The Post", "post.example")),))
    kept = {
        (name, bool(frame.outlets)): {one.name for one in brief.sources if one.used}
        for name in ("the post", "post", "post.example", "TIMES")
        for frame in (FRAME, desk)
        for brief in [drafted(read, edition(), Edit("drop", outlet=name), frame=frame).after(0)]
    }
    assert kept == {
        ("the post", False): {"post.example", "Times"},
        ("the post", True): {"Times"},
        ("post", False): {"The Post", "post.example", "Times"},
        ("post", True): {"Times"},
        ("post.example", False): {"The Post", "Times"},
        ("post.example", True): {"Times"},
        ("TIMES", False): {"The Post", "post.example"},
        ("TIMES", True): {"The Post"},
    }
    nobody = drafted(read, edition(), Edit("drop", outlet="Nobody")).after(0)
    assert told(nobody) == ["no article is from this outlet"]


def test_a_drop_wins_over_a_pin():
    """Of both for one statement; a pin of what merely says the same as a dropped one stands."""
    read = reading((REJECTED, SNOW), ("Russia rejected the plan today!",))
    both = drafted(read, edition(), pin(read, SNOW, "russian"), drop(read, SNOW)).after(0)
    assert told(both) == ["dropped by the editor", None]
    here = drafted(read, edition(), pin(read, SNOW, "russian"), drop(read, SNOW, "russian")).after(0)
    assert told(here) == ["dropped by the editor", None]
    other = drafted(
        read, edition(), drop(read, REJECTED), pin(read, "Russia rejected the plan today!", "russian")
    )
    assert section(other.after(0), "russian") == ["Russia rejected the plan today!"]


def test_a_predecessor_that_is_dropped_takes_along_what_leans_on_it():
    """A "However" does not stay behind; without the "However" its predecessor stands alone."""
    read = reading((REJECTED, BUT, SNOW))
    assert section(drafted(read, edition("russian"), drop(read, REJECTED)).after(0), "russian") == []
    assert section(drafted(read, edition("russian"), drop(read, BUT)).after(0), "russian") == [REJECTED]


def test_dropped_from_pairs_and_changes():
    """A pair that differs goes with either end; what is new and what changed goes too, and is no longer counted."""
    read = reading(("Russia wants 20 jets now.",), ("Russia wants 30 jets now.",))
    read = replace(read, pairs=(Pair("differs", 0, 1, "jets", "number", sure=False),))
    then = Told("abc:0-20", "Russia wanted 10 jets.", 1, 0, 22, "en", ("russian",))
    entry = SourceEntry(
        1, None, None, None, None, None, None, None, "old.txt", 0, "e" * 64, "f" * 64, None, "en", 1, 1
    )
    frame = replace(FRAME, since=Since(new=(0,), changed=((then, entry, 0),), repeated=(1,)))
    brief = drafted(read, edition(), drop(read, "Russia wants 20"), frame=frame).after(0)
    assert (brief.differences, brief.changes.new, brief.changes.changed) == ((), (), ())
    assert (brief.changes.more, brief.changes.repeated) == (0, 1)
    repeated = drafted(read, edition(), drop(read, "Russia wants 30"), frame=frame).after(0)
    assert (len(repeated.changes.changed), repeated.changes.repeated) == (1, 0)


def test_what_an_editor_dropped_yesterday_does_not_come_back_as_then():
    """A change from a dropped sentence, article or outlet is not told; what is only like it is."""
    read = reading(("Russia wants 20 jets now.",))
    then = Told("abc:0-22", "Russia wanted 10 jets.", 1, 0, 22, "en", ("russian",))
    entry = SourceEntry(
        1, "Post", None, None, None, None, None, None, "old.txt", 0, "e" * 64, "f" * 64, None, "en", 1, 1
    )
    since = Since(changed=((then, entry, 0),))

    def changed(*before):
        frame = replace(FRAME, since=since, before=before)
        return len(drafted(read, edition(), frame=frame).after(0).changes.changed)

    gone = Edit("drop", source="e" * 12, start=0, end=22)
    assert changed() == 1
    assert changed(Edited(gone, met=True)) == 0
    assert changed(Edited(replace(gone, start=None, end=None), met=True)) == 0
    assert changed(Edited(Edit("drop", outlet="POST"), met=True)) == 0
    assert changed(Edited(gone, met=False)) == 1
    assert changed(Edited(replace(gone, start=1), met=True)) == 1
    assert changed(Edited(replace(gone, section="russian"), met=True)) == 1
    assert changed(Edited(replace(gone, part=1), met=True)) == 1
    assert changed(Edited(Edit("drop", outlet="Times"), met=True)) == 1
    assert changed(Edited(replace(gone, kind="pin", section="russian"), met=True)) == 1


def test_of_several_articles_of_a_file_the_part_tells_which():
    """One place may be a statement in each of them: without a part it is the first one's."""
    read = reading((REJECTED,), ("Moscow refused the talks today.",))
    first, second = read.articles
    twin = replace(second, source=replace(second.source, digest=first.source.digest, part=1))
    one, other = read.statements
    read = replace(
        read,
        articles=(first, twin),
        statements=(one, replace(other, sentence=replace(other.sentence, article=twin))),
    )
    where = {"source": first.source.digest, "start": 0, "end": len(REJECTED)}
    assert len(REJECTED) == len("Moscow refused the talks today.")
    kept = [
        section(drafted(read, edition("russian"), Edit("drop", **where, part=part)).after(0), "russian")
        for part in (None, 0, 1)
    ]
    assert kept == [["Moscow refused the talks today."], ["Moscow refused the talks today."], [REJECTED]]


# --- orders


def test_a_statement_moves_to_its_place():
    """Third to first, in a section and among the top lines."""
    read = reading(*NEWS)
    brief = drafted(read, edition("russian"), order(read, REFUSED, "russian", 1)).after(0)
    assert section(brief, "russian") == [REFUSED, REJECTED, WARNED]
    plain = texts(drafted(read, edition()).after(0).top_lines)
    moved = drafted(read, edition(), order(read, plain[-1], "top_lines", 1)).after(0)
    assert texts(moved.top_lines) == [plain[-1], *plain[:-1]]


def test_an_order_of_what_is_not_printed_is_not_met():
    """Where the length took it, or where it stands in another section."""
    read = reading(*NEWS)
    full = drafted(read, edition(), order(read, REFUSED, "russian", 1), order(read, OUT, "russian", 1))
    assert told(full.after(0)) == [None, "it does not stand in that section"]
    assert told(full.after(len(full.giving_way))) == ["it does not stand in that section"] * 2


def test_a_heap_pins_drops_and_moves():
    """Among many articles a pinned statement of no rank stands, a dropped one leaves its story, a story moves whole."""
    read = test_stories.reading(stories=(Story((0, 1, 2)),))
    asked = edition("russian", length=Length(sentences=3))
    numbers = [int(text.split()[-1][:-1]) for text in section(drafted(read, asked).after(0), "russian")]
    low = pin(read, texts_of(read)[11], "russian")
    pinned = drafted(read, asked, low)
    shortest = section(pinned.after(len(pinned.giving_way)), "russian")
    assert shortest == [texts_of(read)[11]]
    assert texts_of(read)[11] in section(pinned.after(0), "russian")
    gone = drafted(read, asked, drop(read, texts_of(read)[numbers[0]])).after(0)
    assert texts_of(read)[numbers[0]] not in every(gone)
    last = section(pinned.after(0), "russian")[-1]
    moved = drafted(read, asked, low, order(read, last, "russian", 1)).after(0)
    assert section(moved, "russian")[0] == last
    ids = [item.id for item in moved.sections[0].items]
    for story in moved.sections[0].stories:
        at = [ids.index(one) for one in story.items]
        assert at == sorted(at)


def test_a_top_line_pinned_to_its_section_of_a_heap_stands_there_too():
    """A heap prints no top line again, unless an editor wants it in its section."""
    read = test_stories.reading()
    asked = edition("russian", length=Length(words=900))
    (top,) = texts(drafted(read, asked).after(0).top_lines)
    assert top not in section(drafted(read, asked).after(0), "russian")
    assert top in section(drafted(read, asked, pin(read, top, "russian")).after(0), "russian")


# --- the record


def test_the_build_id_changes_with_what_an_editor_changed():
    """Entries, notes and approval of this edition change it; those of another do not."""
    read, asked = reading(*NEWS), edition()
    plain = drafted(read, asked).after(0).build
    others = [
        drafted(read, asked, pin(read, SNOW, "russian")),
        drafted(read, asked, notes={"brief": "Watch."}),
        drafted(read, asked, approved_by="A. Editor"),
    ]
    builds = {full.after(0).build for full in others}
    assert len(builds | {plain}) == 4
    away = drafted(read, asked, pin(read, SNOW, "russian", audience="board"), notes={"nowhere": "x"})
    assert away.after(0).build == plain
    assert away.after(0).edits == ()


def test_who_approved_is_named():
    """The editor's name is in the brief, None without one."""
    read = reading(*NEWS)
    assert drafted(read, edition(), approved_by="A. Editor").after(0).approved_by == "A. Editor"
    assert drafted(read, edition()).after(0).approved_by is None


def test_tomorrow_knows_what_was_told_whatever_an_editor_did():
    """Held against an edited issue the next one finds as much new, repeated and gone quiet as against a plain one."""
    today = reading(*NEWS)
    plain = drafted(today, edition()).after(0)
    edits = pin(today, SNOW, "american"), drop(today, REJECTED), order(today, REFUSED, "russian", 1)
    edited = drafted(today, edition(), *edits, notes={"brief": "x"}).after(0)
    assert {one.id for one in edited.told} == {one.id for one in plain.told}
    next_day = reading((REJECTED, "Putin threatened the West once more."), (OUT,))
    found, expected = (since(next_day, before) for before in (edited, plain))
    assert (found.new, found.repeated, found.quiet) == (expected.new, expected.repeated, expected.quiet)
    assert 0 in found.repeated


SENTENCES = (REJECTED, SNOW, WARNED, REFUSED, RAIN, FORCE, OUT)
SECTIONS = ("top_lines", "russian", "european", "american", "nowhere")
READ = reading(*NEWS)
ENTRIES = st.one_of(
    st.builds(
        lambda words, key: pin(READ, words, key), st.sampled_from(SENTENCES), st.sampled_from(SECTIONS)
    ),
    st.builds(
        lambda words, key: drop(READ, words, key),
        st.sampled_from(SENTENCES),
        st.sampled_from((None, *SECTIONS)),
    ),
    st.builds(
        lambda words, key, at: order(READ, words, key, at),
        st.sampled_from(SENTENCES),
        st.sampled_from(SECTIONS),
        st.integers(1, 9),
    ),
    st.builds(lambda at: Edit("drop", source=READ.articles[at].source.digest), st.integers(0, 2)),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(ENTRIES, max_size=6), st.integers(0, 30), st.booleans())
def test_an_edited_brief_is_as_true_as_any(edits, gone, themed):
    """Whatever an editor does, every sentence is proven and counted, the archive gives it back, and drops are gone."""
    asked = edition() if themed else replace(edition(), themes=())
    full = drafted(READ, asked, *edits)
    brief = full.after(min(gone, len(full.giving_way)))
    assert prove(brief, READ.articles) == ()
    assert counted(brief)
    assert load(dump(brief)) == brief
    assert [one.edit for one in brief.edits] == edits
    for one in brief.edits:
        assert one.met == (one.reason is None)
        words = READ.articles
        if one.edit.kind == "drop" and one.edit.section is None:
            ids = {item.id for item in brief.items()}
            digests = {article.id for article in words if article.source.digest == one.edit.source}
            mine = [one_id for one_id in ids if one_id.split(":")[0] in digests]
            if one.edit.start is None:
                assert mine == []
            else:
                assert not [i for i in mine if i.endswith(f":{one.edit.start}-{one.edit.end}")]
        if one.edit.kind == "pin" and one.met:
            text = next(a.text for a in words if a.source.digest == one.edit.source)
            printed = (
                texts(brief.top_lines)
                if one.edit.section == "top_lines"
                else section(brief, one.edit.section)
            )
            assert text[one.edit.start : one.edit.end] in printed


def test_short_and_odd_statements_can_be_pinned():
    """A fragment, a teaser and what introduces a list stand where an editor wants them."""
    odd = ("Not now.", "A street in the old town of Kyiv", "Moscow wants three things from the talks:")
    read = reading(odd)
    brief = drafted(read, edition("russian"), *(pin(read, words, "russian") for words in odd)).after(0)
    assert set(section(brief, "russian")) == set(odd)
    assert every(drafted(read, edition("russian")).after(0)) == set()


def test_a_theme_with_a_pin_does_not_keep_its_strongest():
    """Where an edition is too long at any rate, each theme keeps its strongest, and one with a pin keeps that."""
    read = reading(*NEWS)
    plain = drafted(read, edition("russian", "american"))
    pinned = drafted(
        read, edition("russian", "american"), pin(read, SNOW, "russian"), pin(read, RAIN, "american")
    )
    assert set(section(plain.after(plain.floor), "russian")) == {REJECTED}
    assert pinned.floor == len(pinned.giving_way)
    assert section(pinned.after(pinned.floor), "russian") == [SNOW]
