"""Our own voice on the page: dates, counts and names of sources as short phrases, in the words of a language."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from briefing.model import Brief, Coverage, Fitted, SourceEntry
from briefing.renderers.view.words import Words
from briefing.text.shown import shown

MAIN_REASONS = 3
"""Reasons that the coverage line names; the others are one count."""
WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 (Brysbaert 2019, doi 10.1016/j.jml.2019.104047), rounded down."""
TITLE_IN_RAIL = 38
"""Characters of a title where the outlet is unknown: two lines of the rail."""
TITLE_NAMED, TITLE_ALONE = 60, 42
"""Characters of a title that names a story, and of one alone, which finds room on the line that counts."""
_NAMED_PLACES = 4
"""Top lines that have an ordinal of their own: the first, the second."""


def _day(stated: str | None) -> date | None:
    """Read the day of an ISO 8601 date or date and time; None for anything else."""
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def long_day(say: Words, stated: str) -> str:
    """Write ``2025-02-19`` as Wednesday 19 February 2025, for the head of a line; what is no date stays as it is."""
    day = _day(stated)
    said = say.day("long", day) if day else shown(stated)
    return said[:1].upper() + said[1:] if day else said


def plain_day(say: Words, stated: str) -> str:
    """Write ``2025-02-19`` as 19 February 2025, ``2025-02`` as February 2025."""
    day, month = _day(stated), _day(f"{stated}-01")
    if day is None:
        return say.day("month", month) if month else shown(stated)
    return say.day("plain", day)


def short_day(say: Words, stated: str | None, *, near: str) -> str | None:
    """Write ``2025-02-18`` as 18 Feb, with the year where it is not that of ``near``; None: undated."""
    day, other = _day(stated), _day(near)
    if day is None:
        return shown(stated) if stated else None
    return say.day("short" if other and other.year == day.year else "short_year", day)


def moment(say: Words, stated: str) -> str:
    """Write a date and time as 18 February 2025, 14:05 UTC; a date alone as a date."""
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return shown(stated)
    if "T" not in stated and " " not in stated:
        return plain_day(say, stated)
    zone = at.strftime("%Z") or say("local_time")
    return say("moment", day=plain_day(say, stated), time=say.hour(at.time()), zone=zone)


def outlet(say: Words, source: SourceEntry) -> str:
    """Name a source where something is told through it: its outlet, else Source n."""
    return shown(source.name or "") or say("source", n=source.n)


def named(say: Words, source: SourceEntry) -> str:
    """Name a source for the rail: its outlet, else its title, cut at a word, else Source n."""
    return shown(source.name or "") or cut(shown(source.title or ""), TITLE_IN_RAIL) or outlet(say, source)


def cut(text: str, most: int) -> str:
    """Shorten a text to ``most`` characters at a word, if one ends in its second half; what is cut ends in …."""
    if len(text) <= most:
        return text
    head = text[:most]
    at = head.rfind(" ")
    return (head[:at] if at >= most // 2 else head[:-1]).rstrip(" ,;:.–—-") + "…"


def gathered(say: Words, brief: Brief) -> str:
    """Say how many articles there are and what is known of their time."""
    read, undated = brief.coverage.articles.read, sum(1 for s in brief.sources if not s.published)
    parts = [say.count("articles", read)]
    if undated and undated >= read:
        parts.append(say({1: "undated", 2: "both_undated"}.get(read, "all_undated")))
    elif undated:
        parts.append(say.count("undated", undated))
    said = say.joined("comma", parts)
    return say.dotted((said, say("latest", moment=moment(say, brief.cutoff)) if brief.cutoff else None))


def minutes(say: Words, words: int) -> str:
    """Say how long a reading takes, in whole minutes."""
    return say.count("minutes", max(1, round(words / WORDS_A_MINUTE)))


def differing(say: Words, why: str) -> str:
    """Say in what two statements differ; what is not known stays as it is."""
    return say.known("differ", shown(why))


def agreed(say: Words, brief: Brief) -> str | None:
    """Say that statements of several sources were compared and none differ; None where some do, or none were."""
    if brief.differences or not brief.compared:
        return None
    return say.count("compared", brief.compared)


def unknown(say: Words, source: SourceEntry) -> str | None:
    """Name what an article does not tell of itself: ``outlet, author and date unknown``; None where it tells all."""
    told = {"outlet": source.name, "author": source.author, "date": source.published}
    missing = [what for what, value in told.items() if not value]
    return say("_".join(("unknown", *missing))) if missing else None


def left_out(say: Words, reasons: Mapping[str, int]) -> str:
    """Count what was left out, with its main reasons: ``59 left out (31 state no position, 9 ask, 19 otherwise)``."""
    ranked = sorted((item for item in reasons.items() if item[1]), key=lambda item: (-item[1], item[0]))
    total = sum(number for _, number in ranked)
    named = [say.reason(shown(why), number) for why, number in ranked[:MAIN_REASONS]]
    rest = sum(number for _, number in ranked[MAIN_REASONS:])
    named += [say.count("other_reasons", rest)] if rest else []
    return say.count("left_out", total) + (f" ({say.joined('comma', named)})" if named else "")


def covered(say: Words, coverage: Coverage) -> str:
    """Account for every sentence in one line."""
    articles, said = coverage.articles, coverage.sentences
    read = [say.count("read_articles", articles.read), say.count("used_articles", articles.used)]
    twice = [say.count("told_twice", said.told_twice)] if said.told_twice else []
    parts = [say.count("printed", said.used), *twice, left_out(say, said.left_out)]
    return say(
        "coverage",
        read=say.joined("comma", read),
        sentences=say.count("sentences", said.read),
        parts=say.joined("comma", parts),
    )


def kept(say: Words, fitted: Fitted | None) -> str | None:
    """Say that a length was estimated, and by how much an edition runs over it; None where neither is so."""
    if fitted is None:
        return None
    over = round(fitted.measured - fitted.asked, 1)
    told = [say.count(f"over_{fitted.unit}", int(over) if over == int(over) else over)] if over > 0 else []
    told += [say("estimated")] if fitted.estimated else []
    return say.joined("comma", told) or None


def more_of_story(say: Words, number: int, *, sources: int) -> str:
    """Count what a story has besides what is printed, in the rail's few letters: ``31 more in 12 sources``."""
    where = _where(say, number, sources)
    return say.count("story_more" if where else "story_alone", number) + where


def above(say: Words, place: int, *, more: int, sources: int) -> str:
    """Refer to a top line (0 is the first) that a section does not repeat, and count what its story has besides."""
    see = top_line(say, "see", place)
    if not more:
        return see
    return say("semicolon", a=see, b=say.count("more_on_it", more) + _where(say, more, sources))


def top_line(say: Words, how: str, place: int) -> str:
    """Name a top line by its place, after ``see`` or ``more_on``: ``See the first top line``."""
    return say(f"{how}_{place + 1}" if place < _NAMED_PLACES else f"{how}_n", n=place + 1)


def more_of_theme(
    say: Words,
    number: int,
    *,
    sources: int,
    named: Sequence[tuple[SourceEntry, bool]] = (),
    short: bool = False,
) -> str:
    """Count a theme's statements that stand in no story above: ``and 31 more statements in 12 sources``.

    ``named``: sources whose titles tell the largest stories of these, and whether the list of sources has an entry of
    theirs: ``…, on: Title [31] · Title (Post)``. ``short``: behind another count, which says already that these are
    statements.
    """
    most = TITLE_NAMED if len(named) > 1 else TITLE_ALONE
    titles = say.dotted(f"{cut(shown(one.title or ''), most)}{_found(one, listed)}" for one, listed in named)
    more = say.count("theme_more_short" if short else "theme_more", number) + _where(say, number, sources)
    return say("on_titles", more=more, titles=titles) if titles else more


def _found(source: SourceEntry, listed: bool) -> str:
    """Say where a title is found: by its number, where that leads anywhere, else by its outlet."""
    if listed:
        return f" [{source.n}]"
    return f" ({shown(source.name)})" if source.name else ""


def _where(say: Words, number: int, sources: int) -> str:
    """Count sources, but for one statement in one source; one that several have is made by these."""
    if number == 1:
        return f" {say.count('by_sources', sources)}" if sources > 1 else ""
    return f" {say.count('in_sources', sources)}"


def unnamed(say: Words, number: int) -> str | None:
    """Count what was not read besides what is named; None for nothing."""
    return say.count("unnamed_more", number) if number else None


def uncited(say: Words, more: int, *, named: bool) -> str | None:
    """Count the sources that nothing is printed of, behind those that are ``named``; None where all are."""
    return say.count("uncited_more" if named else "uncited", more) if more else None


def repeated(say: Words, number: int) -> str | None:
    """Count what the issue before said already."""
    return say.count("repeated", number) if number else None
