"""Which statements can stand in print by themselves, and what an editor can make of the others."""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.model import Statement
from briefing.sections.prose import verbal
from briefing.sections.voices import doubtful
from briefing.text.tokens import count_words

LEANS = "leans on the sentence before"
NAMELESS = "a quotation without its speaker"
WHOSE = "whose words it tells is not certain"
FRAGMENT = "too short to stand alone"
TEASER = "a caption or a teaser, no sentence"
ENDLESS = "too long for a sentence"
LEADS = "only introduces what follows"

_JOINED_WORDS = 80  # a quotation of several sentences is printed whole up to this, or not at all
_FEWEST_WORDS = 4
_ANSWER = 8  # words of an answer that says nothing without its question: "You must ask Brussels."
_MOST_LETTERS = (
    1_500  # of a sentence; what no stop ends is a list or garbage, and a PDF takes seconds for its line
)
_SEVERAL = re.compile(r"(?:[^\sA-Za-z]*[A-Za-z]\S*\s+){8}[^\sA-Za-z]*[A-Za-z]")
"""So many words at least, counted by what white space parts; longer than ``_ANSWER``."""


def barred(statements: Sequence[Statement], members: tuple[int, ...]) -> str | None:
    """Say why consecutive statements cannot be printed together as one; None where they can."""
    if len(members) == 1:
        return _alone(statements[members[0]])
    return _together([statements[member] for member in members])


@lru_cache(maxsize=1 << 18)  # every edition asks of every statement
def _alone(statement: Statement) -> str | None:
    """Say why a statement cannot be printed alone."""
    return _together((statement,))


def _together(members: Sequence[Statement]) -> str | None:
    first, last = members[0], members[-1]
    if (first.leans is not None and not first.brackets) or last.joins:
        return LEANS
    if any(one.sentence.span.end - one.sentence.span.start > _MOST_LETTERS for one in members):
        return ENDLESS
    several = len(members) == 1 and _SEVERAL.match(first.sentence.text)
    size = _ANSWER + 1 if several else sum(count_words(one.sentence.text) for one in members)
    if size < _FEWEST_WORDS or not any(map(_whole, members)):
        return FRAGMENT if size < _FEWEST_WORDS else TEASER
    if (len(members) > 1 and size > _JOINED_WORDS) or (_answers(first) and size <= _ANSWER) or _item(first):
        return LEANS
    if last.sentence.text.endswith((":", "：")):
        return LEADS
    return voiceless(members)


def _whole(statement: Statement) -> bool:
    """Tell whether a sentence is no teaser or caption: it has a verb, or somebody says it."""
    return bool(statement.speakers) or verbal(statement)


def whole(statements: Sequence[Statement], members: tuple[int, ...]) -> tuple[int, ...]:
    """Add to consecutive statements what they lean on and the rest of a quotation that they share."""
    first, last = members[0], members[-1]
    while first and _beside(statements, first - 1) and _leans(statements, first):
        first -= 1
    while last + 1 < len(statements) and statements[last].joins and _beside(statements, last):
        last += 1
    return tuple(range(first, last + 1))


def _leans(statements: Sequence[Statement], index: int) -> bool:
    """Tell whether a statement cannot be printed without the one before it."""
    here = statements[index]
    return (here.leans is not None and not here.brackets) or statements[index - 1].joins


def _beside(statements: Sequence[Statement], index: int) -> bool:
    """Tell whether nothing stands between a statement and the next one."""
    here, after = statements[index].sentence, statements[index + 1].sentence
    text = here.article.text
    return here.article is after.article and not text[here.span.end : after.span.start].strip()


def unfit(members: Sequence[Statement]) -> str | None:
    """Say why statements cannot be printed together even where an editor wants them."""
    first, last = members[0], members[-1]
    if any(one.sentence.span.end - one.sentence.span.start > _MOST_LETTERS for one in members):
        return ENDLESS
    size = sum(count_words(one.sentence.text) for one in members)
    leans = (first.leans is not None and not first.brackets) or last.joins
    return LEANS if leans or (_answers(first) and size <= _ANSWER) or _item(first) else None


def _answers(statement: Statement) -> bool:
    """Tell whether a sentence answers a question: where it is short, it says what only that question explains."""
    hows = {speaker.how for speaker in statement.speakers}
    return statement.sentence.block.kind == "answer" or "interview" in hows


def _item(statement: Statement) -> bool:
    """Tell whether a list's item goes on with the words above it: "a replenishment of the fund;"."""
    sentence = statement.sentence
    opens = sentence.block.kind == "list_item" and sentence.span.start == sentence.block.span.start
    return opens and sentence.text[:1].islower()


def voiceless(members: Sequence[Statement]) -> str | None:
    """Say why statements cannot be printed for want of a certain speaker; None where they can."""
    if doubtful(members):
        return WHOSE
    bare = all(_all_quoted(member) for member in members)
    return NAMELESS if bare and not any(member.speakers for member in members) else None


def _all_quoted(statement: Statement) -> bool:
    span = statement.sentence.span
    covered = sum(quote.end - quote.start for quote in statement.quotes)
    return covered >= span.end - span.start - 3  # the marks themselves, and a stop outside of them
