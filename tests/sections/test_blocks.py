"""Blocks that an edition does not show: nothing of them is chosen, and what they would have held is free."""

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given, settings

from briefing.model import BLOCKS, Length, Pair, Since
from briefing.renderers.archive import dump, load
from briefing.statements import with_facts
from tests.sections.editing import FRAME, counted, drafted, edition, every, section, texts
from tests.sections.test_draft import reading

NEWS = (
    ("Russia rejected the plan on 3 March 2025.", "“Nothing will change for our people,” Putin said."),
    ("Macron proposed a force of 30,000 peacekeepers.", "Snow fell on the town."),
    ("Hegseth ruled out any troops.",),
)


def news():
    """Read the news with its dates and figures."""
    read = reading(*NEWS)
    return replace(read, statements=tuple(one for each in read.statements for one in with_facts((each,))))


def made(*blocks, **more):
    return drafted(news(), edition(blocks=blocks, **more)).after(0)


def test_without_top_lines_their_sentences_stand_in_the_sections():
    """No top lines are chosen; the sections are as full as they can be."""
    brief = made("themes", "sources")
    assert brief.top_lines == ()
    assert section(brief, "american") == ["Hegseth ruled out any troops."]


def test_without_themes_there_are_no_sections():
    """The top lines are still those of the themes; what sections would have held is counted for that."""
    brief = made("top_lines", "sources")
    assert brief.sections == ()
    assert "Hegseth ruled out any troops." in texts(brief.top_lines)
    russian = drafted(
        reading(("Russia rejected the plan today.", "Moscow refused any talks now.")),
        edition("russian", blocks=("top_lines", "sources")),
    )
    gone = sum(block != "russian" for block, _ in russian.giving_way)
    assert russian.after(gone).coverage.sentences.left_out == {
        "in a block that this edition does not show": 1
    }


def test_each_block_by_itself():
    """Quotations, dates and figures are there where they are shown, and only there."""
    held = {
        name: {block for block in ("quotes", "timeline", "figures") if getattr(made(name, "sources"), block)}
        for name in ("quotes", "timeline", "figures", "themes")
    }
    assert held == {"quotes": {"quotes"}, "timeline": {"timeline"}, "figures": {"figures"}, "themes": set()}


def test_a_hidden_block_uses_nothing():
    """A sentence that stands in the timeline alone is not used where there is no timeline."""
    full, less = made("timeline", "figures", "sources"), made("figures", "sources")
    figure, dated = (
        "Macron proposed a force of 30,000 peacekeepers.",
        "Russia rejected the plan on 3 March 2025.",
    )
    assert {*every(full)} - {*texts(item for entry in full.sources for item in entry.summary)} == {
        figure,
        dated,
    }
    assert texts(entry.item for entry in less.figures) == [figure]
    assert dated not in every(less)


def test_pairs_that_differ_are_told_where_they_are_shown():
    """Without the block neither the pairs nor how many statements were compared is said."""
    read = reading(("Russia wants 20 jets now.",), ("Russia wants 30 jets now.",))
    read = replace(read, pairs=(Pair("differs", 0, 1, "jets", "number", sure=False),), compared=2)
    shown, hidden = (
        drafted(read, edition(blocks=blocks)).after(0) for blocks in (BLOCKS, ("themes", "sources"))
    )
    assert (len(shown.differences), shown.compared) == (1, 2)
    assert (hidden.differences, hidden.compared) == ((), 0)


def test_changes_are_null_where_they_are_not_shown():
    """What is new is printed in its block alone."""
    frame = replace(FRAME, since=Since(new=(0,)))
    blocks = ("changes", "sources"), ("themes", "sources")
    shown, hidden = (drafted(reading(*NEWS), edition(blocks=one), frame=frame).after(0) for one in blocks)
    assert texts(shown.changes.new) == ["Russia rejected the plan on 3 March 2025."]
    assert hidden.changes is None


def test_pictures_go_first_and_the_brief_says_so():
    """They have no sentence; the first step takes them out of the blocks that templates show."""
    page = Length(words=450, pages=1)
    full = drafted(news(), edition(length=page))
    assert full.giving_way[0] == ("pictures", None)
    assert "pictures" in full.after(0).look.blocks
    assert full.after(1).look.blocks == tuple(block for block in BLOCKS if block != "pictures")
    assert every(full.after(1)) == every(full.after(0))
    plain = drafted(news(), edition(blocks=("themes", "sources"), length=page))
    assert ("pictures", None) not in plain.giving_way


def test_notes_stand_where_they_are_shown():
    """Notes of themes that the edition has, and that of the whole; none without the block."""
    notes = {"brief": "Watch.", "russian": "Hm.", "nobody": "?"}
    shown = drafted(reading(*NEWS), edition("russian"), notes=notes).after(0)
    assert shown.notes == {"brief": "Watch.", "russian": "Hm."}
    hidden = drafted(reading(*NEWS), edition("russian", blocks=("themes", "sources")), notes=notes)
    assert hidden.after(0).notes == {}
    whole = drafted(reading(*NEWS), edition("russian", blocks=("notes", "sources")), notes=notes)
    assert whole.after(0).notes == {"brief": "Watch."}


def test_notes_count_as_words():
    """An edition with a note of three words is as much longer, its title included."""
    read, asked = reading(*NEWS), edition("russian")
    plain, noted = (drafted(read, asked, notes=notes).after(0) for notes in ({}, {"brief": "One two three."}))
    assert noted.words - plain.words == 3 + 6


def test_themes_take_the_room_of_other_blocks():
    """An edition of 900 words holds more of a theme where no quotations, dates and figures stand beside it."""
    news = [
        f"Russia rejected the {thing} plan of {thing}land."
        for thing in ("abc def ghi jkl mno pqr stu vwx".split())
    ]
    read = reading(*((text,) for text in news))
    asked = edition("russian", "european", "american", "ukrainian", length=Length(words=300 * 2))
    less = replace(asked, look=replace(asked.look, blocks=("themes", "sources")))
    more = [len(section(drafted(read, one).after(0), "russian")) for one in (asked, less)]
    assert more == [8, 8]
    others = reading(
        *((text,) for text in news), ("Macron urged peace talks.",), ("Hegseth ruled out any troops.",)
    )
    counts = [len(section(drafted(others, one).after(0), "russian")) for one in (asked, less)]
    assert counts[0] == int(600 * 0.6) // (3 * 35)
    assert counts[1] == int(600 * (0.6 + 4 * 0.08)) // (3 * 35)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), unique=True), st.integers(0, 30))
def test_nothing_of_a_hidden_block_is_in_the_brief(blocks, gone):
    """Whatever is shown, in whatever order and at whatever length: the rest is empty, and every sentence is counted."""
    blocks = (*(block for block in blocks if block != "sources"), "sources")
    full = drafted(news(), edition(blocks=blocks), frame=replace(FRAME, since=Since(new=(0, 2))))
    brief = full.after(min(gone, len(full.giving_way)))
    held = {
        "top_lines": brief.top_lines,
        "changes": brief.changes,
        "themes": brief.sections,
        "quotes": brief.quotes,
        "timeline": brief.timeline,
        "figures": brief.figures,
        "differences": brief.differences,
        "notes": brief.notes,
    }
    assert all(not value for block, value in held.items() if block not in blocks)
    assert counted(brief)
    assert load(dump(brief)) == brief


def test_a_source_is_not_condensed_to_a_top_line():
    """Without sections too, what stands above is not told again under its source."""
    read = reading(("Russia rejected the plan today.", "Snow fell on the whole town on Monday morning."))
    brief = drafted(read, edition("russian", blocks=("top_lines", "sources"))).after(0)
    assert texts(brief.top_lines) == ["Russia rejected the plan today."]
    assert texts(brief.sources[0].summary) == ["Snow fell on the whole town on Monday morning."]
