"""How high a block must be on paper so that its name and question in the margin end above the next block.

The margin is placed absolutely (a float that meets the foot of a page is torn apart by WeasyPrint 70), so it does not
push its block open. Heights are estimated from counts of characters; estimates err toward room.
"""

import math
import textwrap
from collections.abc import Iterable
from dataclasses import replace

from briefing.renderers.view.page import Block, Line

# Characters a line: the margin's 32 mm hold 17 of the title and 25 of the question on average, a statement's 109 mm
# hold 72 (measured with Source Sans and Source Serif at the sizes of print.css); the margin is rounded down, the
# statements up.
TITLE, QUESTION, STATEMENT = 15, 24, 78
TITLE_POINTS, QUESTION_POINTS, STATEMENT_POINTS = 12.4, 10.6, 12.4
GAP_POINTS = 2.0
"""Between title and question."""
SIDES_POINTS = 60.0
"""A column of a contrast: its title, its label and three lines."""


OURS_POINTS = 16.6
"""A line of our own above or below the statements."""
WASTE = 40.0
"""Points of paper, a statement's room, that questions may take away from the statements of a page that lacks room."""


def least(
    title: str, question: str | None, lines: tuple[Line, ...], *, sides: bool, ours: int = 0
) -> int | None:
    """Give a block's least height in points where the margin may be the taller part; None where it is not.

    ``ours``: lines of our own among the statements.
    """
    named = _named(title, question)
    return math.ceil(named) if named > _said(lines, sides=sides, ours=ours) else None


def wasted(blocks: Iterable[Block]) -> float:
    """Give the points of paper that stay empty beside the questions of blocks."""
    return sum(max(0.0, (block.least or 0) - _unquestioned(block)) for block in blocks)


def unasked(block: Block) -> Block:
    """Leave a block's question off the paper."""
    least_ = least(block.title, None, block.lines, sides=bool(block.sides), ours=_ours(block))
    return replace(block, asked=False, least=least_)


def _unquestioned(block: Block) -> float:
    """Give a block's height, as far as it is known, without its question."""
    return max(_named(block.title, None), _said(block.lines, sides=bool(block.sides), ours=_ours(block)))


def _ours(block: Block) -> int:
    return bool(block.above) + bool(block.more)


def _said(lines: tuple[Line, ...], *, sides: bool, ours: int) -> float:
    said = sum(math.ceil(len(line.text) / STATEMENT) for line in lines) * STATEMENT_POINTS
    return said + (SIDES_POINTS if sides else 0) + ours * OURS_POINTS


def _named(title: str, question: str | None) -> float:
    named = len(textwrap.wrap(title, TITLE)) * TITLE_POINTS
    return (
        named
        + len(textwrap.wrap(question or "", QUESTION)) * QUESTION_POINTS
        + (GAP_POINTS if question else 0)
    )
