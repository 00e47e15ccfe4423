"""Front matter: the block of ``key: value`` lines between two lines of dashes at the head of an article.

Only plain one-line values are read; what is nested or odd is passed over, never an error.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model import Span
from briefing.text.shown import shown

_FENCE = re.compile(
    r"\s*(?P<open>---[ \t]*\r?\n)(?P<body>(?:[^\n]*\n){1,60}?)(?P<close>(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z))"
)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(.*)")
_OTHER = re.compile(r"\s*(?:#.*|-\s.*|\s+\S.*|)")


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter: where it stands, and its fields by lower-case name."""

    span: Span
    fields: Mapping[str, str]


def front(text: str, span: Span) -> Front | None:
    """Read the front matter at the beginning of a stretch of text, if there is any."""
    match = _FENCE.match(text, span.start, span.end)
    if match is None:
        return None
    fields: dict[str, str] = {}
    for line in match["body"].splitlines():
        found = _FIELD.fullmatch(line.rstrip())
        if found:
            fields[found.group(1).strip().lower()] = shown(found.group(2)).strip("\"'")
        elif not _OTHER.fullmatch(line.rstrip()):
            return None
    return Front(Span(match.start("open"), match.end("close")), fields) if fields else None


def fronts(text: str) -> list[Span]:
    """Cut a text in which several articles with front matter follow one another; one span an article."""
    starts: list[int] = []
    at = 0
    while at < len(text):
        found = front(text, Span(at, len(text)))
        if found:
            starts.append(found.span.start)
            at = found.span.end
        at = text.find("\n---", at) + 1 or len(text)
    if len(starts) < 2 or text[: starts[0]].strip():
        return [Span(0, len(text))]
    ends = [*starts[1:], len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
