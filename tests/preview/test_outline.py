"""What an editor goes through: the statements of a page, each with its place."""

from dataclasses import replace

from briefing.model import Edit, Edited, Edits
from briefing.preview.outline import outline
from tests.renderers.samples import full


def _lines(told):
    return {group["key"]: group["lines"] for group in told["groups"]}


def test_every_statement_with_its_place():
    """Each printed statement of today's articles is there, in the page's order, with the place that an edit names."""
    brief = full()
    told = outline(brief, Edits())
    items = {item.id: item for item in brief.items()}
    sources = {source.n: source.digest for source in brief.sources}
    lines = [line for group in told["groups"] for line in group["lines"]]
    assert {line["id"] for line in lines} == {item.id for item in items.values() if item.source in sources}
    for line in lines:
        item = items[line["id"]]
        assert (line["start"], line["end"], line["source"]) == (item.start, item.end, sources[item.source])
    assert [line["id"] for line in _lines(told)["top_lines"]] == [item.id for item in brief.top_lines]
    assert [group["section"] for group in told["groups"] if group["section"]][1:] == [
        s.key for s in brief.sections
    ]


def test_hand_is_marked_where_it_holds():
    """A pin marks its statement in its own section and edition, however its digest is cut; a move as well."""
    brief = full()
    (first, *_), source = brief.top_lines, {one.n: one.digest for one in brief.sources}
    digest = source[first.source]
    pin = Edit("pin", None, "top_lines", digest[:12], first.start, first.end)
    move = Edit("order", brief.audience, "top_lines", digest, first.start, first.end, place=1)
    line = _lines(outline(brief, Edits((pin, move))))["top_lines"][0]
    assert (line["pinned"], line["moved"]) == (True, True)
    for other in (
        replace(pin, audience="another"),
        replace(pin, section="us"),
        replace(pin, start=pin.start + 1),
    ):
        line = _lines(outline(brief, Edits((other,))))["top_lines"][0]
        assert (line["pinned"], line["moved"]) == (False, False)


def test_what_an_edit_met():
    """Each entry is told with whether it met anything, and why not."""
    edit = Edit("drop", outlet="Nobody")
    told = outline(replace(full(), edits=(Edited(edit, met=False, reason="no article is of it"),)), Edits())
    assert told["edits"][0]["met"] is False
    assert told["edits"][0]["reason"] == "no article is of it"
    assert told["edits"][0]["edit"]["outlet"] == "Nobody"


def test_empty_sections_stay():
    """A theme without statements is there, so that its note can be written; an empty block is not."""
    brief = full()
    empty = replace(
        brief,
        sections=tuple(replace(one, items=(), sides=None, stories=()) for one in brief.sections),
        quotes=(),
    )
    groups = {group["key"]: group for group in outline(empty, Edits())["groups"]}
    assert groups[brief.sections[0].key]["lines"] == []
    assert "quotes" not in groups
