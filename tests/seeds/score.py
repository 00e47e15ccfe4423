"""Measures what the tool says of the sample articles against labels set by hand."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.model import Explained

LABELS = Path(__file__).with_name("labels.jsonl")


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader says of one unit."""

    source: str
    text: str
    kind: str
    themes: frozenset[str]
    optional: bool
    """It counts neither way for its themes: a border case."""


def labels() -> tuple[Label, ...]:
    """Read the labels, in the order of each article."""
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()
    ]
    return tuple(
        Label(row["source"], row["text"], row["kind"], frozenset(row["themes"]), row.get("optional", False))
        for row in rows
    )


def placed(wanted: Iterable[Label], texts: Mapping[str, str]) -> Iterator[tuple[Label, int]]:
    """Find each label's unit in the text as read, after the one before it: the label and its place, or -1."""
    at: dict[str, int] = {}
    for label in wanted:
        place = texts[label.source].find(label.text, at.get(label.source, 0))
        if place >= 0:
            at[label.source] = place + len(label.text)
        yield label, place


def match(wanted: Sequence[tuple[Label, int]], told: Iterable[Explained]) -> dict[tuple[str, int], Explained]:
    """Give each labelled unit the explained one that it overlaps most; the key is its source and place."""
    found: dict[tuple[str, int], tuple[int, Explained]] = {}
    for unit in told:
        for label, start in wanted:
            shared = min(start + len(label.text), unit.end) - max(start, unit.start)
            key = (label.source, start)
            if unit.source == label.source and shared > found.get(key, (0, None))[0]:
                found[key] = (shared, unit)
    return {key: unit for key, (_, unit) in found.items()}


def units(wanted: Sequence[tuple[Label, int]], told: Iterable[Explained]) -> tuple[float, float]:
    """Give the share of units that were found whole, and the share of those of the right kind."""
    found = match(wanted, told)
    whole = kind = 0
    for label, start in wanted:
        unit = found.get((label.source, start))
        missing = unit is None and label.kind == "boilerplate"  # nobody has to name a share button
        whole += missing or (unit is not None and (unit.start, unit.text) == (start, label.text))
        kind += missing or (unit is not None and unit.kind == label.kind)
    return whole / len(wanted), kind / len(wanted)


def macro_f1(wanted: Sequence[tuple[Label, int]], told: Iterable[Explained]) -> float:
    """Give the mean over the themes of the harmonic mean of precision and recall of placing sentences."""
    found = match(wanted, told)
    body = [(label, start) for label, start in wanted if label.kind in ("sentence", "list_item")]
    themes = sorted({theme for label, _ in body for theme in label.themes})
    return sum(_f1(theme, body, found) for theme in themes) / len(themes)


def _f1(theme: str, body: Sequence[tuple[Label, int]], found: Mapping[tuple[str, int], Explained]) -> float:
    right = extra = missed = 0
    for label, start in body:
        unit = found.get((label.source, start))
        said, true = unit is not None and theme in unit.themes, theme in label.themes
        if not label.optional:
            right, extra, missed = right + (said and true), extra + (said > true), missed + (said < true)
    return 2 * right / (2 * right + extra + missed) if right else 0.0
