"""Whether the rows of a table are equally wide, with every cell that spans columns and rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LAYOUT = frozenset({"presentation", "none"})
"""Roles of tables that only place what is in them."""
WIDEST = 1000
"""Columns, and rows, that a cell may span (HTML Living Standard, 4.9.11)."""


@dataclass
class _Table:
    offset: int
    """Where it begins; less than 0: it only places what is in it."""
    widths: list[int] = field(default_factory=list)
    """Of each row so far."""
    below: list[int] = field(default_factory=list)
    """For each column that a cell above reaches into: for how many rows."""


@dataclass
class Tables:
    """The tables that are open, the innermost last."""

    stack: list[_Table] = field(default_factory=list)

    def open(self, tag: str, attributes: Mapping[str, str], offset: int) -> None:
        """Take a start tag."""
        if tag == "table":
            self.stack.append(_Table(-1 if attributes.get("role") in LAYOUT else offset))
        if not self.stack:
            return
        table = self.stack[-1]
        if tag == "tr":
            table.below = [reach - 1 for reach in table.below if reach > 1]
            table.widths.append(len(table.below))
        elif tag in ("td", "th") and table.widths:
            across, down = (_number(attributes.get(name)) for name in ("colspan", "rowspan"))
            table.widths[-1] += across
            table.below += [down] * across if down > 1 else []

    def close(self) -> tuple[int, str] | None:
        """Take the end tag of a table; give its place and its widths where they differ."""
        table = self.stack.pop() if self.stack else _Table(-1)
        if table.offset < 0 or len(set(table.widths)) < 2:
            return None
        return table.offset, f"the rows of this table have {', '.join(map(str, table.widths[:6]))} cells"


def _number(value: str | None) -> int:
    return min(int(value), WIDEST) if value and value.isdigit() and len(value) < 5 and int(value) else 1
