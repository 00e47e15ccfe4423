"""How many words a reader of a brief meets: the sources' and, roughly, ours around them."""

from itertools import chain

from briefing.model import Brief, Changes, Item, Section
from briefing.text.tokens import count_words

FRAME_WORDS = 75
"""Masthead, coverage and page feet; with the next two what the pages of the sample editions hold beside sentences."""
ENTRY_WORDS = 16
"""A source's line in the list, without its title."""
BARE_WORDS = 8
"""The same of a source that nothing is condensed of: what is unknown of it is left out."""
SHORT_WORDS = 8
"""A source's half line where the list shrank, its cut title included."""
SMALL = 0.6
"""The room of a word in the source list, set smaller and wider: counted whole, 29 articles left half a page empty."""
COLUMNS = 0.3
"""What words in narrow columns take beside their own room: the longest column decides, and lines are short."""
LISTED = 4
"""Sources beyond the cited ones that are named in one line, not only counted."""
RAIL_WORDS = 3
"""Number and outlet beside a statement, or the label above it."""
MORE_WORDS = 6
"""Words that count what a story or a theme has besides; never more than the statement that went for it."""
BLOCK_WORDS = 6
"""The title of a block that is no theme."""


def words(brief: Brief) -> int:
    """Count the words of a brief as it is printed, its notes too; quotations count as the quoted words alone."""
    beside = [
        *brief.top_lines,
        *_renewed(brief.changes),
        *(item for section in brief.sections for item in section.items),
    ]
    paired = [item for pair in brief.differences for item in (pair.a, pair.b)]
    beside += paired
    beside += [dated.item for dated in brief.timeline] + [figure.item for figure in brief.figures]
    summaries = [item for source in brief.sources for item in source.summary]
    quoted = [q.item.text[q.quote.start - q.item.start : q.quote.end - q.item.start] for q in brief.quotes]
    texts = (*(item.text for item in (*beside, *summaries)), *quoted, *brief.notes.values())
    said = sum(map(count_words, texts))
    parted = {i for section in brief.sections for _, ids in section.sides or () for i in ids}
    columns = [item for section in brief.sections for item in section.items if item.id in parted]
    said += round(COLUMNS * sum(count_words(item.text) for item in (*paired, *columns)))
    titles = sum(count_words(f"{section.title} {section.question or ''}") for section in brief.sections)
    marked: list[object] = [brief.quotes, brief.timeline, brief.figures]
    blocks = [brief.changes, brief.differences or brief.compared, brief.notes, *marked]
    titles += BLOCK_WORDS * sum(bool(block) for block in blocks)
    titles += MORE_WORDS * sum(map(_counts, brief.sections))
    return (
        FRAME_WORDS
        + said
        + titles
        + _listed(brief, beside, summaries)
        + RAIL_WORDS * (len(beside) + len(quoted))
    )


def _counts(section: Section) -> int:
    """Count where a section says how many statements are not printed, or that a story stands in the top lines."""
    told = sum(bool(story.more) or bool(story.top) for story in section.stories)
    return bool(section.more) + told


def _renewed(changes: Changes | None) -> list[Item]:
    return [*changes.new, *chain.from_iterable(changes.changed)] if changes else []


def _listed(brief: Brief, beside: list[Item], summaries: list[Item]) -> int:
    cited = {item.source for item in (*beside, *summaries)} | {
        also.source for item in beside for also in item.also
    }
    if brief.compact:
        return round(SHORT_WORDS * SMALL * len(cited))
    others = [source for source in brief.sources if source.n not in cited][:LISTED]
    listed = sum(
        count_words(source.title or "") + (ENTRY_WORDS if source.summary else BARE_WORDS)
        for source in brief.sources
        if source.n in cited
    )
    listed += sum(count_words(source.title or source.location) for source in others)
    return round(listed * SMALL)
