"""The tables of ``edits.toml``: what each entry takes."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from briefing.config.fields import Line
from briefing.config.files import Wrong
from briefing.config.suggest import named
from briefing.config.tables import After, Field, Refused, Table
from briefing.model import Edit, EditKind

LONGEST_NOTE = 100_000
"""Characters of a note: forty pages."""
_DIGEST = re.compile(r"[0-9a-f]{12,64}")


def _source(digest: str) -> str:
    digest = digest.strip().lower()
    if not _DIGEST.fullmatch(digest):
        raise Refused(
            f"{named(digest)} is no digest of a file",
            "copy 'digest' of the source from brief.json, at least its first 12 digits",
        )
    return digest


def _note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        what = f"a note of {len(text):,} characters; it may have {LONGEST_NOTE:,}"
        raise Refused(what, "what is that long is an article of its own")
    return text


Digest = Annotated[str, After(_source)]
Note = Annotated[str, After(_note)]


class PinTable(Table):
    """A statement that stays in its section, whatever its weight, and never gives way to the length."""

    section: Line = Field()
    source: Digest = Field()
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    audience: Line | None = Field(default=None)
    part: int | None = Field(default=None, ge=0)


class OrderTable(Table):
    """A statement that moves within its section."""

    section: Line = Field()
    source: Digest = Field()
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    place: int = Field(ge=1)
    audience: Line | None = Field(default=None)
    part: int | None = Field(default=None, ge=0)


class DropTable(Table):
    """A statement, an article or an outlet that goes."""

    audience: Line | None = Field(default=None)
    section: Line | None = Field(default=None)
    source: Digest | None = Field(default=None)
    part: int | None = Field(default=None, ge=0)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    outlet: Line | None = Field(default=None)


class EditsTable(Table):
    """What stands beside the entries."""

    approved_by: Line | None = Field(default=None)
    notes: dict[str, Note] | None = Field(default=None)


TABLES: Mapping[EditKind, type[Table]] = {"pin": PinTable, "drop": DropTable, "order": OrderTable}


def edit(kind: EditKind, table: Any) -> tuple[Edit | None, list[Wrong]]:  # noqa: ANN401 any of them
    """Make an entry of a table whose values are right each by itself, and say what does not go together."""
    values = {name: getattr(table, name) for name in type(table).declared}
    wrong = _together(values)
    return (None, wrong) if wrong else (Edit(kind, **values), [])


def _together(values: Mapping[str, Any]) -> list[Wrong]:
    whole = values["start"] is None and values["end"] is None
    if values.get("outlet") is not None:
        beside = [key for key in ("source", "start", "end", "part", "section") if values[key] is not None]
        return [((key,), "an outlet goes as a whole", "leave this out") for key in beside]
    if values["source"] is None:
        return [((), "names nothing that could go", 'give source, with start and end, or outlet = "…"')]
    if whole and values["section"] is not None:
        return [(("section",), "an article goes from every section", "leave this out, or give start and end")]
    if not whole and (values["start"] is None or values["end"] is None):
        return [((), "half a place", "give both start and end, or neither for the whole article")]
    if not whole and values["end"] <= values["start"]:
        return [(("end",), f"{values['end']} is not behind start, {values['start']}", None)]
    return []
