"""An editor's hand: what a key does to the edits, as pure functions from Edits to Edits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefing.errors import UsageError
from briefing.model import Edit, Edits

Change = Mapping[str, Any]
"""What the page asks for, plain values: ``do`` and what it concerns."""
SHORTEST = 12
"""Hex digits of a digest that name a source."""
LONGEST = 200
"""Characters of a key, a name or an outlet."""


def concerns(edit: Edit, place: Edit) -> bool:
    """Tell whether an entry is about a statement's place in an edition's section."""
    return (
        edit.audience in (None, place.audience)
        and edit.section in (None, place.section)
        and (edit.start, edit.end) == (place.start, place.end)
        and edit.part in (None, place.part)
        and _same_source(edit.source, place.source)
    )


def _same_source(one: str | None, other: str | None) -> bool:
    """Tell whether two digests name one source: either may be cut."""
    if not one or not other or min(len(one), len(other)) < SHORTEST:
        return one == other
    return one.startswith(other) or other.startswith(one)


def changed(edits: Edits, change: Change) -> Edits:
    """Make one change; raise UsageError for one that there is not, or that changes nothing.

    Whatever changes what is printed takes the approval back: it was given to another page.
    """
    do = _DO.get(str(change.get("do")))
    if do is None:
        raise UsageError(f"There is no change {change.get('do')!r}; there are {', '.join(_DO)}.")
    after = do(edits, change)
    if after == edits:
        raise UsageError("That is so already.")
    return after if change["do"] == "approve" else replace(after, approved_by=None)


def _pin(edits: Edits, change: Change) -> Edits:
    return _with(edits, _statement("pin", change))


def _unpin(edits: Edits, change: Change) -> Edits:
    """Take the pins of a statement away: those of this edition, and those of every one that hold it here."""
    return _without(edits, _statement("pin", change))


def _order(edits: Edits, change: Change) -> Edits:
    entry = replace(_statement("order", change), place=_whole(change, "place", least=1))
    return _with(_without(edits, entry), entry)


def _drop(edits: Edits, change: Change) -> Edits:
    """Drop a statement wherever it stands in the edition; what was pinned or moved of it goes too."""
    entry = replace(_statement("drop", change), section=None)
    kept = tuple(
        one for one in edits.entries if one.kind == "drop" or not concerns(replace(one, section=None), entry)
    )
    return _with(replace(edits, entries=kept), entry)


def _drop_article(edits: Edits, change: Change) -> Edits:
    """Drop an article; what was pinned or moved of it goes too."""
    entry = Edit("drop", _audience(change), source=_text(change, "source", least=SHORTEST))
    kept = tuple(one for one in edits.entries if one.kind == "drop" or not _of(one, entry))
    return _with(replace(edits, entries=kept), entry)


def _of(edit: Edit, article: Edit) -> bool:
    """Tell whether an entry is of an article that is dropped in its edition."""
    return _same_source(edit.source, article.source) and article.audience in (None, edit.audience)


def _drop_outlet(edits: Edits, change: Change) -> Edits:
    return _with(edits, Edit("drop", _audience(change), outlet=_text(change, "outlet")))


def _remove(edits: Edits, change: Change) -> Edits:
    """Take one entry away by its number, which must still be the entry that the editor saw."""
    number, seen = _whole(change, "number", least=0), change.get("entry")
    known = (
        {name: getattr(edits.entries[number], name) for name in _FIELDS}
        if number < len(edits.entries)
        else None
    )
    if known is None or not isinstance(seen, Mapping) or {name: seen.get(name) for name in _FIELDS} != known:
        raise UsageError("That entry is there no longer.")
    return replace(edits, entries=(*edits.entries[:number], *edits.entries[number + 1 :]))


def _note(edits: Edits, change: Change) -> Edits:
    """Write a note, where it still is what it was when the editor began to write."""
    key, text, was = (change.get(name) for name in ("section", "text", "was"))
    if not (isinstance(key, str) and key and isinstance(text, str) and isinstance(was, str)):
        raise UsageError("A note needs a section, its text, and what it was before.")
    if edits.notes.get(key, "") != was:
        raise UsageError(
            "Somebody else wrote this note meanwhile; yours is not saved. Copy it and load the other one."
        )
    notes = {name: value for name, value in edits.notes.items() if name != key}
    return replace(edits, notes={**notes, key: text} if text.strip() else notes)


def _approve(edits: Edits, change: Change) -> Edits:
    return replace(edits, approved_by=_text(change, "name").strip() or None if change.get("name") else None)


_DO: Mapping[str, Callable[[Edits, Change], Edits]] = {
    "pin": _pin,
    "unpin": _unpin,
    "drop": _drop,
    "drop_article": _drop_article,
    "drop_outlet": _drop_outlet,
    "order": _order,
    "remove": _remove,
    "note": _note,
    "approve": _approve,
}
_FIELDS = tuple(Edit.__slots__)


# --- what comes from the page is looked at before anything is done with it ------------------------------------------


def _statement(kind: str, change: Change) -> Edit:
    section = _text(change, "section") if change.get("section") is not None else None
    if section is None and kind != "drop":
        raise UsageError("Only a statement of a theme or of the top lines can be pinned or moved.")
    start, end = (_whole(change, name, least=0) for name in ("start", "end"))
    source = _text(change, "source", least=SHORTEST)
    part = _whole(change, "part", least=0) if change.get("part") is not None else None
    return Edit(kind, _audience(change), section, source, start, end, part=part)  # type: ignore[arg-type]


def _audience(change: Change) -> str | None:
    return None if change.get("audience") is None else _text(change, "audience")


def _text(change: Change, name: str, *, least: int = 1) -> str:
    value = change.get(name)
    if not isinstance(value, str) or not least <= len(value) <= LONGEST:
        raise UsageError(f"{name} is no text of {least} to {LONGEST} characters.")
    return value


def _whole(change: Change, name: str, *, least: int) -> int:
    value = change.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= 1 << 31:
        raise UsageError(f"{name} is no whole number from {least} on.")
    return value


def _with(edits: Edits, entry: Edit) -> Edits:
    return edits if entry in edits.entries else replace(edits, entries=(*edits.entries, entry))


def _without(edits: Edits, entry: Edit) -> Edits:
    kept = tuple(one for one in edits.entries if one.kind != entry.kind or not concerns(one, entry))
    return replace(edits, entries=kept)
