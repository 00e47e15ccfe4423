"""What is told twice: equal statements printed once, with the other sources that say the same beside them.

A statement stands for those that it equals itself, never for what those equal in turn. What differs stands apart.
Copies of one story, outlets that relay one medium and sentences of one wire are one source: told twice, and not "also".
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import Reading
from briefing.sections.wires import one_wire
from briefing.text.tokens import fold, forms, tokens

if TYPE_CHECKING:
    from briefing.sections.lines import Line

_FIRST, _HEAD = 4, 80  # words by which lines are told apart, and characters that hold them as a rule
_FEW = 50  # equal lines that are held against one another, each with each


def once(found: "Sequence[Line]", reading: Reading) -> "tuple[Line, ...]":
    """Merge equal lines into the one of highest value (of equals the first)."""
    return merged(found, reading)[0]


def merged(
    found: "Sequence[Line]", reading: Reading, *, last: Collection[int] = ()
) -> "tuple[tuple[Line, ...], tuple[Line, ...]]":
    """Merge equal lines into the one of highest value (of equals the first); give these, and the others.

    What an editor pinned stays as it is. ``last``: lines, by their first statements, that stand for others only where
    none else can.
    """
    by_first = {line.first: line for line in found}
    equal = _equal(found, reading)
    fixed = {line.first for line in found if line.pinned}
    gone: set[int] = set()
    kept = []
    for line in sorted(
        found, key=lambda line: (not line.pinned, line.first in last, -line.value, line.first)
    ):
        if line.first in gone:
            continue
        others = [by_first[at] for at in sorted(equal[line.first]) if at not in gone and at not in fixed]
        gone.update(other.first for other in others)
        gone.add(line.first)
        kept.append(replace(line, also=also(reading, line.first, [other.first for other in others])))
    firsts = {line.first for line in kept}
    return (
        tuple(sorted(kept, key=lambda line: line.first)),
        tuple(line for line in found if line.first not in firsts),
    )


def also(reading: Reading, statement: int, others: Sequence[int]) -> tuple[int, ...]:
    """Choose the statements that other sources have of their own: one an article, none of a copy or of one medium."""
    own, media = _origin(reading, statement), _media(reading, statement)
    chosen: dict[str, int] = {}
    for other in others:
        origin = _origin(reading, other)
        if origin == own or origin in chosen or media & _media(reading, other):
            continue
        if not one_wire(reading, statement, other):
            chosen[origin] = other
    return tuple(chosen.values())


def _origin(reading: Reading, statement: int) -> str:
    article = reading.statements[statement].sentence.article.id
    return reading.origins.get(article, article)


def _media(reading: Reading, statement: int) -> set[str]:
    speakers = reading.statements[statement].speakers
    return {name.casefold() for one in speakers for name in ([one.via] if one.via else [])}


def _equal(found: "Sequence[Line]", reading: Reading) -> Mapping[int, set[int]]:
    """Give each line's equals: first statement → first statements."""
    equal: defaultdict[int, set[int]] = defaultdict(set)
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for line in _alike(found, reading):
        by_words[_words(reading, line.members)].append(line.first)
    worth = {line.first: -line.value for line in found}
    for same in by_words.values():
        # The weightiest stands for all: among thousands of one sentence each with each would take the square.
        best = min(same, key=lambda first: (worth[first], first))
        for first in same if len(same) <= _FEW else (best,):
            equal[first].update(other for other in same if other != first)
    alone = {line.first for line in found if len(line.members) == 1}
    for pair in reading.pairs:
        if pair.sure and pair.a in alone and pair.b in alone:
            equal[pair.a].add(pair.b)
            equal[pair.b].add(pair.a)
    return equal


def _alike(found: "Sequence[Line]", reading: Reading) -> "list[Line]":
    """Leave out the lines that begin like no other: their words need no look."""
    begins: defaultdict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in found:
        text = reading.statements[line.first].sentence.text
        first = forms(text[:_HEAD])
        # The last word may be cut.
        words = first[:_FIRST] if len(first) > _FIRST else forms(text)[:_FIRST]
        begins[tuple(map(fold, words))].append(line)
    return [line for same in begins.values() if len(same) > 1 for line in same]


def _words(reading: Reading, members: Sequence[int]) -> tuple[str, ...]:
    """Fold the words of a line: equal ones are equal statements."""
    return tuple(
        token.key for member in members for token in tokens(reading.statements[member].sentence.text)
    )
