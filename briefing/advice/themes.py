"""Themes that hold less than they could: empty ones, excluded words that cost much, a min_score that is too high."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.advice.advice import EMPTY, EXCLUDED, FEW, SHORT, Advice, listed, place, written
from briefing.config.config import Config
from briefing.languages import load
from briefing.model import Match, Mention, Reading, Speaker, Statement, Theme
from briefing.text.phrases import Phrases
from briefing.text.tokens import tokens
from briefing.themes import place as placed

_PLAIN = 1.0
"""The min_score of a theme that names none: only where a desk asks for more can it ask for too much."""

_Actors = Sequence[tuple[frozenset[str | None], int]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a run holds of one theme."""

    theme: Theme
    reached: int
    short: tuple[float, ...]
    """Scores from 1 on that its own min_score turned away, the highest first."""
    barred: tuple[Statement, ...]
    """Statements that it would have, but for an excluded word."""
    named: int
    """Statements that name one of its actors."""
    speak: int
    """Statements that one of its actors voices."""


def themes(reading: Reading, config: Config) -> Iterator[Advice]:
    """Tell of themes that got nothing, with what would mend that, and of excluded words and limits that cost much."""
    named = _together(one.mentions for one in reading.statements)
    speak = _together(one.speakers for one in reading.statements)
    seen = [_see(reading, theme, (named, speak)) for theme in config.themes]
    nameless = []
    for one in seen:
        if one.reached == 0 and not (found := _mend(one, reading)):
            nameless.append(one)
        elif one.reached == 0 and found:
            yield replace(found, rank=EMPTY, what=f"{one.theme.key} got no statement: {found.what}")
        else:
            yield from filter(None, (_excluded(one), _short(one)))
    yield from _nothing(nameless)


def _together(said: Iterable[Sequence[Mention | Speaker]]) -> _Actors:
    """Count the statements that name, or are voiced by, the same actors."""
    counts = Counter(frozenset(one.actor for one in found) for found in said if found)
    return tuple(counts.items())


def _see(reading: Reading, theme: Theme, by: tuple[_Actors, _Actors]) -> _Seen:
    """Look at a theme; ``by``: how many statements name, and are voiced by, which actors together."""
    reached, short, barred = 0, [], []
    for index, placement in enumerate(reading.placements):
        reached += theme.key in placement.themes
        for match in placement.matches:
            if match.theme == theme.key:
                if _PLAIN <= match.score < theme.min_score:
                    short.append(match.score)
                elif not match.score and _shut(match, theme):
                    barred.append(reading.statements[index])
                break
    named, speak = (sum(n for actors, n in counts if not actors.isdisjoint(theme.actors)) for counts in by)
    return _Seen(theme, reached, tuple(sorted(short, reverse=True)), _wanted(barred, theme), named, speak)


def _shut(match: Match, theme: Theme) -> bool:
    return bool(theme.exclude) and not any(part.points for part in match.parts)


def _wanted(barred: Sequence[Statement], theme: Theme) -> tuple[Statement, ...]:
    """Keep what the theme would have without its excluded words; headings are left aside."""
    open_ = (replace(theme, exclude=()),)
    results = placed(barred, open_, {}) if barred else ()
    return tuple(one for one, result in zip(barred, results, strict=True) if result.themes)


def _mend(one: _Seen, reading: Reading) -> Advice | None:
    """Say what keeps an empty theme empty, where a line would change it."""
    theme = one.theme
    found = _excluded(one) or _short(one)
    if found or theme.role != "speaker" or not one.named:
        return found
    if not any(load(article.language).words("speech.say") for article in reading.articles):
        why = "in the language of these articles nothing tells who speaks"
    elif one.named >= FEW and not one.speak:
        why = f"its actors are named in {one.named:,} statements and voice none"
    else:
        return None
    where = place("themes", theme.key, "role, if it names one", replaces=True)
    what = f"{why}. To take what is said about them, {where[0].lower()}{where[1:]}"
    return Advice(EMPTY, one.named, what, written("role", "about"), ("themes", theme.key))


def _nothing(found: Sequence[_Seen]) -> Iterator[Advice]:
    """Tell of empty themes that no line would fill: what was not said cannot be printed."""
    groups: dict[str, list[str]] = {}
    for one in found:
        groups.setdefault(_why(one), []).append(one.theme.key)
    for why, keys in groups.items():
        yield Advice(EMPTY, 0, f"{listed(keys)} got no statement: {why}")


def _why(one: _Seen) -> str:
    if one.theme.role == "topic":
        return "none of its keywords stands in these articles"
    if not one.named:
        return "no statement names its actors or their people; are all their spellings there?"
    if not one.speak:
        return "its actors are named, but voice nothing"
    return "its actors speak, but state no position"


def _excluded(one: _Seen) -> Advice | None:
    """Tell of excluded words that keep out as much as the theme holds."""
    if len(one.barred) < max(FEW, one.reached):
        return None
    phrases = Phrases({phrase: (phrase,) for phrase in one.theme.exclude})
    counts: Counter[str] = Counter()
    for statement in one.barred:
        span = statement.sentence.span
        found = phrases.first(tokens(statement.sentence.article.text, span.start, span.end))
        counts.update({label for label, _ in found})
    word, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = [phrase for phrase in one.theme.exclude if phrase != word]
    what = (
        f"exclude of {one.theme.key} keeps out {len(one.barred):,} statements that it would have, "
        f"“{word}” {count:,} of them; it holds {one.reached:,}. To let these in, "
    )
    where = place("themes", one.theme.key, "exclude", replaces=True)
    line = written("exclude", rest)
    return Advice(
        EXCLUDED, len(one.barred), what + where[0].lower() + where[1:], line, ("themes", one.theme.key)
    )


def _short(one: _Seen) -> Advice | None:
    """Tell of a min_score above the usual that turns away twice what it lets in."""
    if one.theme.min_score <= _PLAIN or len(one.short) < max(FEW, 2 * one.reached):
        return None
    lower = one.short[(len(one.short) - 1) // 2]
    what = (
        f"{len(one.short):,} statements fall short of the min_score {one.theme.min_score:g} of {one.theme.key}, "
        f"half of them by {one.theme.min_score - lower:.1f} at most. "
    )
    where = place("themes", one.theme.key, "min_score", replaces=True)
    line = written("min_score", float(f"{lower:g}"))
    return Advice(SHORT, len(one.short), what + where, line, ("themes", one.theme.key))
