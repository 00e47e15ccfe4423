"""The entries of an editor held against what was read.

What says the same as a dropped sentence, word for word or surely, goes with it: else its place would refill with it.
Of a pin and a drop of one statement the drop wins.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model import Audience, Edit, Reading
from briefing.sections.frame import Frame
from briefing.sections.hand import (
    DROPPED,
    NO_SECTION,
    NO_STATEMENT,
    NOBODY,
    NOT_HERE,
    NOT_SHOWN,
    NOTHING,
    NOWHERE,
    OVERLAPS,
    TOP,
    Hand,
    Held,
)
from briefing.sections.places import Places, from_outlet
from briefing.sections.standing import unfit, voiceless, whole


def met(reading: Reading, audience: Audience, frame: Frame) -> Hand:
    """Find what the entries that mean an edition keep, take out and move in it."""
    edits = tuple(edit for edit in frame.edits.entries if edit.audience in (None, audience.key))
    if not edits:
        return NOTHING
    sections = _sections(audience, frame)
    meeting = _Meeting(reading, frame, Places(reading), lambda key: sections.get(key, NO_SECTION))
    for kind in ("drop", "pin", "order"):
        for edit in edits:
            if edit.kind == kind and (reason := meeting.take(edit)):
                meeting.unmet[edit] = reason
    pinned = {member for pin in meeting.pins for member in pin.members}
    return Hand(
        edits,
        frozenset(meeting.gone - pinned | meeting.dropped),
        frozenset(meeting.apart),
        tuple(meeting.pins),
        tuple(meeting.moves),
        meeting.unmet,
    )


def _sections(audience: Audience, frame: Frame) -> Mapping[str, str | None]:
    """Say of each section why nothing can be pinned there, None where it can."""
    blocks = audience.look.blocks
    themes = None if "themes" in blocks else NOT_SHOWN
    shown = dict.fromkeys(audience.themes, themes)
    return {
        **{theme.key: NOT_HERE for theme in frame.themes},
        **shown,
        TOP: None if TOP in blocks else NOT_SHOWN,
    }


@dataclass(slots=True)
class _Meeting:
    """Takes entry by entry and keeps what each comes to."""

    reading: Reading
    frame: Frame
    places: Places
    closed: Callable[[str], str | None]
    """Why nothing can stand in a section; None where it can."""
    dropped: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    """Those dropped, and what says the same."""
    apart: set[tuple[str, int]] = field(default_factory=set)
    pins: list[Held] = field(default_factory=list)
    moves: list[Held] = field(default_factory=list)
    unmet: dict[Edit, str] = field(default_factory=dict)

    def take(self, edit: Edit) -> str | None:
        """Take an entry; say why it changes nothing, if so."""
        if edit.outlet is not None:
            return self._drop_outlet(edit.outlet)
        if edit.section is not None and (reason := self.closed(edit.section)):
            return reason
        articles = self.places.articles(edit)
        if not articles:
            return NOWHERE
        if edit.start is None:
            self._drop(at for article in articles for at in self.places.all(article))
            return None
        members = self.places.run(edit, articles)
        if not members:
            return NO_STATEMENT
        return {"drop": self._drop_statement, "pin": self._pin, "order": self._move}[edit.kind](edit, members)

    def _drop_outlet(self, name: str) -> str | None:
        mine = [
            article
            for article in self.reading.articles
            if from_outlet(article.source, name, self.frame.outlets)
        ]
        self._drop(at for article in mine for at in self.places.all(article))
        return None if mine else NOBODY

    def _drop(self, found: Iterable[int]) -> None:
        statements = frozenset(found)
        self.dropped |= statements
        self.gone |= statements

    def _drop_statement(self, edit: Edit, members: tuple[int, ...]) -> None:
        same = self.places.alike(members)
        if edit.section is None:
            self.dropped |= set(members)
            self.gone |= same
        else:
            self.apart |= {(edit.section, at) for at in same}

    def _pin(self, edit: Edit, members: tuple[int, ...]) -> str | None:
        section = edit.section or TOP
        statements = self.reading.statements
        members = whole(statements, members)
        if self.dropped & set(members) or any((section, at) in self.apart for at in members):
            return DROPPED
        others = [
            pin for pin in self.pins if pin.members != members and not {*pin.members}.isdisjoint(members)
        ]
        if any(pin.section == section and {*pin.members} > {*members} for pin in others):
            return None  # it stands there within the other
        if all(pin.section == section and {*pin.members} < {*members} for pin in others):
            self.pins = [pin for pin in self.pins if pin not in others]
            others = []
        held = [statements[member] for member in members]
        reason = OVERLAPS if others else unfit(held)
        if reason is None:
            self.pins.append(Held(edit, section, members, silent=voiceless(held) is not None))
        return reason

    def _move(self, edit: Edit, members: tuple[int, ...]) -> None:
        self.moves.append(Held(edit, edit.section or TOP, members))
