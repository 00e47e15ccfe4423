"""How high a block must be on paper so that its name and question in the margin end above the next block.

The margin is placed absolutely (a float that meets the foot of a page is torn apart by WeasyPrint 70), so it does not
push its block open. Heights are estimated from counts of characters; estimates err toward room.
"""

import math
import textwrap

from briefing.renderers.page import Line

# Characters a line: the margin's 32 mm hold 17 of the title and 25 of the question on average, a statement's 109 mm
# hold 72 (measured with Source Sans and Source Serif at the sizes of print.css); the margin is rounded down, the
# statements up.
TITLE, QUESTION, STATEMENT = 15, 24, 78
TITLE_POINTS, QUESTION_POINTS, STATEMENT_POINTS = 12.4, 10.6, 12.4
GAP_POINTS = 2.0
"""Between title and question."""
SIDES_POINTS = 60.0
"""A column of a contrast: its title, its label and three lines."""


def least(title: str, question: str | None, lines: tuple[Line, ...], *, sides: bool) -> int | None:
    """Give a block's least height in points where the margin may be the taller part; None where it is not."""
    said = sum(math.ceil(len(line.text) / STATEMENT) for line in lines) * STATEMENT_POINTS
    said += SIDES_POINTS if sides else 0
    named = len(textwrap.wrap(title, TITLE)) * TITLE_POINTS
    asked = len(textwrap.wrap(question or "", QUESTION)) * QUESTION_POINTS + GAP_POINTS
    return math.ceil(named + asked) if named + asked > said else None
