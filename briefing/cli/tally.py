"""What a run comes to: units by theme and by reason, and who speaks without a theme."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.cli.explain import shut
from briefing.model import Explained, Theme
from briefing.text.shown import shown

_NAMED = 12
"""Speakers without a theme that are listed."""


def tally(units: Sequence[Explained], themes: Sequence[Theme]) -> Iterator[tuple[str, str]]:
    """Count: (what is counted, the counts). A sentence of two themes counts in each."""
    prose = [unit for unit in units if unit.weight is not None]
    placed = Counter(theme for unit in prose for theme in unit.themes)
    some = sum(bool(unit.themes) for unit in prose)
    articles = len({unit.source for unit in units})
    yield (
        "in all",
        f"{articles:,} sources, {len(units):,} units, {len(prose):,} sentences, {some:,} with a theme",
    )
    if themes:
        yield "by theme", _listed([(theme.key, placed[theme.key]) for theme in themes])
    reasons = Counter(unit.reason for unit in prose if unit.reason)
    if themes and reasons:
        yield "no theme", _listed(_ranked(reasons))
    other = Counter(unit.reason for unit in units if unit.weight is None and unit.reason)
    if other:
        yield "other text", _listed(_ranked(other))
    if barred := _barred(prose):
        yield "excluded", _listed(_ranked(barred))
    if themes and (lone := _without_theme(prose, themes)):
        more = f" · and {len(lone) - _NAMED:,} more" if len(lone) > _NAMED else ""
        yield "speakers", f"without a theme: {_listed(_ranked(lone)[:_NAMED])}{more}"


def _barred(prose: Sequence[Explained]) -> Counter[str]:
    """Count for each theme the sentences that its excluded words kept out."""
    return Counter(theme for unit in prose for theme in unit.parts if shut(unit, theme))


def _without_theme(prose: Sequence[Explained], themes: Sequence[Theme]) -> Counter[str]:
    """Count the statements of each who speaks and belongs to no actor of a theme."""
    used = {actor for theme in themes for actor in theme.actors}
    return Counter(
        shown(speaker.name) + (f" [{speaker.actor}]" if speaker.actor else "")
        for unit in prose
        for speaker in dict.fromkeys(unit.speakers)
        if speaker.actor not in used
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _listed(counts: Sequence[tuple[str, int]]) -> str:
    return " · ".join(f"{name} {count:,}" for name, count in counts)
