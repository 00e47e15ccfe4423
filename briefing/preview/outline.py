"""What an editor goes through: an edition's statements in the order of its page, each with its place; plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from briefing.model import Brief, Edit, Edited, Edits, SourceEntry
from briefing.preview.hand import concerns
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Line, Page, Pair
from briefing.text.shown import shown

Group = dict[str, Any]
TOP = "top_lines"
"""The section of the top lines, as edits name it."""


def outline(brief: Brief, edits: Edits) -> dict[str, Any]:
    """Tell an edition: what it is, and its statements in groups; ``edits`` say what is pinned or moved."""
    return {
        "key": brief.audience,
        "title": brief.edition or brief.title,
        "language": brief.language,
        "words": brief.words,
        "fitted": asdict(brief.fitted) if brief.fitted else None,
        "approved_by": brief.approved_by,
        "build": brief.build,
        "note": brief.notes.get("brief", ""),
        "gave_way": len(brief.gave_way),
        "skipped": len(brief.skipped),
        "sources": {source.digest: shown(source.title or source.location) for source in brief.sources},
        "edits": [_edited(one) for one in brief.edits],
        "groups": [group for group in _groups(brief, edits) if group["lines"] or group["section"]],
    }


def _edited(one: Edited) -> dict[str, Any]:
    return asdict(one)


def _groups(brief: Brief, edits: Edits) -> Iterator[Group]:
    page, write = view.page(brief), _Writer(brief, edits)
    yield from (
        group for group in (write.group(TOP, "Top lines", page.top_lines, section=TOP),) if group["lines"]
    )
    if page.renewal:
        yield write.group("changes", "What changed", (*page.renewal.new, *_halves(page.renewal.changed)))
    for section, block in zip(brief.sections, page.themes, strict=True):
        lines = (*block.lines, *(line for side in block.sides for line in side.lines))
        group = write.group(section.key, block.title, lines, section=section.key)
        yield {**group, "question": block.question, "note": brief.notes.get(section.key, "")}
    yield from _rest(page, write)


def _rest(page: Page, write: "_Writer") -> Iterator[Group]:
    """Give the groups in which statements can be dropped alone."""
    yield write.group("differences", "Where reports differ", _halves(page.differences))
    yield write.group("quotes", "Who said what", page.quotes)
    yield write.group("figures", "Figures", page.figures)
    yield write.group("timeline", "Timeline", (*page.timeline, *page.ahead))
    yield write.group(
        "sources", "The sources in brief", [line for entry in page.sources for line in entry.summary]
    )


def _halves(pairs: Iterable[Pair]) -> tuple[Line, ...]:
    return tuple(line for pair in pairs for line in (pair.a, pair.b))


class _Writer:
    """Writes lines as plain values, each with the place that an edit names it by."""

    def __init__(self, brief: Brief, edits: Edits) -> None:
        self._audience = brief.audience
        self._items = {item.id: item for item in brief.items()}
        self._sources: dict[int, SourceEntry] = {source.n: source for source in brief.sources}
        self._by_hand = [entry for entry in edits.entries if entry.kind != "drop"]

    def group(self, key: str, title: str, lines: Iterable[Line], *, section: str | None = None) -> Group:
        """Write a group; one with a ``section`` is a section of edits: its statements can be pinned and moved."""
        written = [line for line in (self._line(line, section) for line in lines) if line]
        return {
            "key": key,
            "title": title,
            "section": section,
            "lines": written,
            "question": None,
            "note": "",
        }

    def _line(self, line: Line, section: str | None) -> dict[str, Any] | None:
        """Write a line; None for one of an earlier issue, of which no article is at hand."""
        item = self._items[line.item]
        source = self._sources.get(item.source)
        if source is None:
            return None
        place = Edit("pin", self._audience, section, source.digest, item.start, item.end, part=source.part)
        kinds = {edit.kind for edit in self._by_hand if section and concerns(edit, place)}
        return {
            "id": line.item,
            "anchor": line.anchor,
            "text": line.marked,
            "language": line.language,
            "direction": line.direction,
            "speaker": line.speaker,
            "label": line.label,
            "outlet": source.name,
            "from": line.origin.outlet,
            "detail": line.origin.detail,
            "title": line.origin.title,
            "source": source.digest,
            "start": item.start,
            "end": item.end,
            "part": source.part or None,
            "pinned": "pin" in kinds,
            "moved": "order" in kinds,
        }
