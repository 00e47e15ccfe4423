"""An editor's hand: each change as a function from edits to edits."""

from dataclasses import replace

import pytest

from briefing.errors import UsageError
from briefing.model import Edit, Edits
from briefing.preview.hand import changed, concerns

DIGEST = "0123456789abcdef" * 4
PLACE = {"audience": "desk", "section": "us", "source": DIGEST, "start": 10, "end": 20}
PIN = Edit("pin", "desk", "us", DIGEST, 10, 20)


NONE = Edits()


def _entries(*changes, edits=NONE):
    for change in changes:
        edits = changed(edits, {**PLACE, **change})
    return edits.entries


def test_pin_and_unpin():
    """A statement is pinned in its section and edition; unpinning takes that back and nothing else."""
    other = replace(PIN, start=11)
    assert _entries({"do": "pin"}) == (PIN,)
    assert _entries({"do": "unpin"}, edits=Edits((PIN, other))) == (other,)


def test_unpin_reaches_what_a_person_wrote():
    """A pin for every edition and with a cut digest is the same pin."""
    written = Edit("pin", None, "us", DIGEST[:12], 10, 20)
    assert _entries({"do": "unpin"}, edits=Edits((written,))) == ()


def test_drop_goes_everywhere():
    """A dropped statement is dropped from every section, and what was pinned or moved of it goes."""
    before = Edits((PIN, Edit("order", "desk", "top_lines", DIGEST, 10, 20, place=2)))
    assert _entries({"do": "drop"}, edits=before) == (Edit("drop", "desk", None, DIGEST, 10, 20),)


def test_drop_of_an_article_and_of_an_outlet():
    """An article goes by its digest, an outlet by its name; without an audience from every edition."""
    assert _entries({"do": "drop_article", "audience": None}) == (Edit("drop", None, source=DIGEST),)
    assert _entries({"do": "drop_outlet", "outlet": "Wire"}) == (Edit("drop", "desk", outlet="Wire"),)


def test_drop_of_an_article_takes_its_pins():
    """What was pinned of a dropped article goes with it, but for the pins of editions that keep the article."""
    every, other = replace(PIN, audience=None), replace(PIN, audience="board")
    dropped = Edit("drop", "desk", source=DIGEST)
    assert _entries({"do": "drop_article"}, edits=Edits((PIN, every, other))) == (every, other, dropped)
    assert _entries({"do": "drop_article", "audience": None}, edits=Edits((PIN, other))) == (
        Edit("drop", None, source=DIGEST),
    )


def test_order_replaces_order():
    """A statement moved twice stands where it was moved last."""
    once = _entries({"do": "order", "place": 3}, {"do": "order", "place": 2})
    assert once == (Edit("order", "desk", "us", DIGEST, 10, 20, place=2),)


def test_part_of_a_file():
    """Of a file with several articles the entry names which."""
    (entry,) = _entries({"do": "pin", "part": 2})
    assert entry.part == 2
    assert concerns(entry, replace(PIN, part=2))
    assert not concerns(entry, replace(PIN, part=1))


def test_remove_is_of_what_was_seen():
    """An entry is taken away by its number only while it is the entry that the editor saw."""
    entry = {name: getattr(PIN, name) for name in Edit.__slots__}
    assert _entries({"do": "remove", "number": 0, "entry": entry}, edits=Edits((PIN,))) == ()
    for change in (
        {"number": 1, "entry": entry},
        {"number": 0, "entry": {**entry, "end": 21}},
        {"number": 0},
    ):
        with pytest.raises(UsageError, match="no longer"):
            changed(Edits((PIN,)), {"do": "remove", **change})


def test_note_is_written_over_what_was_read():
    """A note replaces what the editor began with, an empty one is none, and another's is never overwritten."""
    note = {"do": "note", "section": "us", "was": ""}
    one = changed(Edits(), {**note, "text": "Watch *Kyiv*."})
    assert one.notes == {"us": "Watch *Kyiv*."}
    assert changed(one, {**note, "was": "Watch *Kyiv*.", "text": " "}).notes == {}
    with pytest.raises(UsageError, match="Somebody else wrote this note"):
        changed(one, {**note, "text": "Mine"})


def test_approval_is_for_the_page_that_was_seen():
    """Any later change takes the approval back; an empty name does so alone."""
    approved = changed(Edits(), {"do": "approve", "name": " A. Editor "})
    assert approved.approved_by == "A. Editor"
    assert changed(approved, {**PLACE, "do": "pin"}).approved_by is None
    assert changed(approved, {"do": "approve", "name": ""}).approved_by is None


@pytest.mark.parametrize(
    "change",
    [
        {"do": "explode"},
        {"do": None},
        {"do": ["pin"]},
        {"do": "pin", "source": "short"},
        {"do": "pin", "source": DIGEST * 4},
        {"do": "pin", "section": None},
        {"do": "pin", "start": -1},
        {"do": "pin", "start": True},
        {"do": "pin", "end": "20"},
        {"do": "pin", "audience": 7},
        {"do": "pin", "part": -1},
        {"do": "order", "place": 0},
        {"do": "drop_outlet", "outlet": ""},
        {"do": "note", "text": 3, "was": ""},
        {"do": "remove", "number": -1},
        {"do": "approve", "name": "x" * 201},
    ],
)
def test_what_is_no_change_is_refused(change):
    """What does not name a change with all that it needs changes nothing and says why."""
    with pytest.raises(UsageError):
        changed(Edits(), {**PLACE, **change})


def test_a_change_that_changes_nothing_is_told():
    """A second pin of the same statement is no change."""
    with pytest.raises(UsageError, match="so already"):
        changed(Edits((PIN,)), {**PLACE, "do": "pin"})
