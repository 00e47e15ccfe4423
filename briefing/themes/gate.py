"""What speaks against a position: a sentence may name an actor, even quote one, and only tell what happened.

The kinds are those that readers of news call context: casualties, the course of a battle, meetings held, silence,
appraisals, biographies, history and scenarios. Each takes points off; words by which a position is stated (a demand,
a refusal, a condition) hold against them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from briefing.languages import load
from briefing.model import Part, Span, Statement
from briefing.text.phrases import Phrases
from briefing.text.tokens import tokens

Found = Mapping[str, Sequence[tuple[str, Span]]]

KINDS: Mapping[str, tuple[str, float, float]] = {
    "silence": ("declines to comment", 2.4, 1.2),
    "casualties": ("reports casualties", 1.6, 0.6),
    "battle": ("reports the course of a battle", 1.2, 0.4),
    "meeting": ("reports a meeting", 1.2, 0.4),
    "talks": ("reports talks", 1.2, 0.3),
    "biography": ("tells a biography", 1.0, 0.4),
    "appraisal": ("appraises", 1.0, 0.2),
    "history": ("tells what is past", 0.8, 0.2),
    "scenario": ("weighs a scenario", 0.6, 0.1),
}
"""Kind of context → how we call it, the points it takes, and what is left of them where a position is stated."""
_OWN = ("scenario",)
_WHEN = ("meeting", "talks")
POSITION, ACT, RESTATED, AUTHORED = "position", "act", "restated", "authored"
WILL, WE, CONTINUES, PLAN, TIME = "will", "we", "continues", "plan", "time"
WAS, NOW = "was", "now"
_LABEL = "="
_LABELS = {kind: f"{_LABEL}{kind}" for kind in KINDS}
_OWNED = re.compile(r"(?:['’]s?)?(?: [^\W\d_-]+){0,2} ")
_TIMED = 12  # characters between "after" and the meeting: "the", "his first"
_THE = 5  # characters of " the "
_THOUSANDS = re.compile(r"(?<![\w.,$€£])\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?![\d.,]?\d)")
COUNT, PAST = 0.7, 0.4
_TOLD = ("talks",)  # whoever speaks of talks may state his position on them
_QUOTED = ("appraisal", "meeting", "history")  # in somebody's own words they are views
_PLANNED = ("casualties", "battle", "biography", "appraisal", "history")
_BEHIND = 24  # characters between a name and what it does


@lru_cache(maxsize=32)
def cues(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the words of a language that tell context and position: label → phrases."""
    data = load(language)
    found = {f"{_LABEL}{kind}": data.words(f"context.{kind}") for kind in KINDS}
    stated = chain(data.words("context.position"), data.words("speech.stance"))
    found |= {
        f"{_LABEL}{kind}": data.words(f"context.{kind}")
        for kind in (ACT, RESTATED, CONTINUES, AUTHORED, PLAN, TIME, WAS, NOW)
    }
    found |= {f"{_LABEL}{kind}": data.words(f"speech.{kind}") for kind in (WILL, WE)}
    return {**found, f"{_LABEL}{POSITION}": tuple(dict.fromkeys(stated))}


@lru_cache(maxsize=32)
def _kinds(language: str) -> Phrases:
    data = load(language)
    kinds = {kind: data.words(f"speech.{kind}") for kind in ("say", "stance", "will")}
    return Phrases({**kinds, "stance": (*kinds["stance"], *data.words("speech.split_stance"))})


@lru_cache(maxsize=4096)
def cue_kind(cue: str, language: str) -> str:
    """Tell what a cue is: ``stance``, ``will`` or ``say``; in a language without data each is ``say``."""
    hits = [hit.label for hit in _kinds(language).find(tokens(cue))]
    return "stance" if "stance" in hits else hits[0] if hits else "say"


def position(words: Found, statement: Statement) -> tuple[str, Span] | None:
    """Find the first word by which a position is stated, the speakers' own cues aside."""
    text = statement.sentence.article.text
    told = {speaker.cue for speaker in statement.speakers}
    for phrase, span in words.get(f"{_LABEL}{POSITION}", ()):
        if text[span.start : span.end] not in told:
            return phrase, span
    return None


def act(words: Found, place: Span) -> tuple[str, Span] | None:
    """Find what an actor named at a place decides by doing it: "the bank [place] kept its rate"."""
    found = words.get(f"{_LABEL}{ACT}", ())
    return next((hit for hit in found if 0 < hit[1].start - place.end <= _BEHIND), None)


def restated(words: Found, place: Span, text: str) -> tuple[str, Span] | None:
    """Find the noun that restates the position of a party named at a place: "Moscow’s [place] new demand for"."""
    for phrase, span in words.get(f"{_LABEL}{RESTATED}", ()):
        if 0 < span.start - place.end <= _BEHIND and _OWNED.fullmatch(text[place.end : span.start]):
            return phrase, span
    for phrase, span in words.get(f"{_LABEL}{AUTHORED}", ()):
        if 0 < place.start - span.end <= _THE:
            return phrase, span
    return None


def continues(words: Found, start: int) -> tuple[str, Span] | None:
    """Find the pronoun with which a sentence that begins at ``start`` goes on about the one before: "It holds"."""
    found = words.get(f"{_LABEL}{CONTINUES}", ())
    return next((hit for hit in found if hit[1].start - start <= 1), None)


def own(words: Found) -> Sequence[tuple[str, Span]]:
    """Find the words by which somebody speaks of what is his own: "we", "will"."""
    return [hit for kind in (WE, WILL) for hit in words.get(f"{_LABEL}{kind}", ())]


def planned(words: Found) -> tuple[str, Span] | None:
    """Find what an actor plans right behind its "will": "will immediately lift the pause"."""
    for _, will in words.get(f"{_LABEL}{WILL}", ()):
        for phrase, span in words.get(f"{_LABEL}{PLAN}", ()):
            if 0 < span.start - will.end <= _BEHIND:
                return phrase, span
    return None


def plans(words: Found) -> bool:
    """Tell whether a sentence says what will or would be: what a party announces is no report of a battle."""
    return bool(words.get(f"{_LABEL}{WILL}"))


def counts(words: Found, start: int, text: str) -> tuple[Part, ...]:
    """Take points off where somebody only tells a count of thousands: "Kyiv has 980,000 soldiers, he said"."""
    found = _THOUSANDS.search(text)
    if found is None or any(words.get(f"{_LABEL}{kind}") for kind in (WILL, "scenario")):
        return ()
    return (Part(f"reports a count (“{found.group()}”)", -COUNT, start + found.start(), start + found.end()),)


def past(words: Found) -> tuple[Part, ...]:
    """Take points off an answer that only tells what was, and nothing of what is, will or must be."""
    found = words.get(f"{_LABEL}{WAS}", ())
    if not found or words.get(f"{_LABEL}{NOW}") or plans(words):
        return ()
    phrase, span = found[0]
    return (Part(f"tells what was (“{phrase}”)", -PAST, span.start, span.end),)


def _timed(words: Found, meeting: Span) -> bool:
    """Tell whether a meeting only says when: "after meeting Macron", "during the press conference"."""
    times = words.get(f"{_LABEL}{TIME}", ())
    return any(0 <= meeting.start - span.end <= _TIMED for _, span in times)


def against(
    words: Found, reached: float, *, stated: bool, speaks: bool = False, quoted: bool = False
) -> tuple[Part, ...]:
    """Take points off for each kind of context, no more in all than were ``reached``.

    ``stated``: a position is, so that context weighs less. ``speaks``: an actor does, and whoever says "if" sets a
    condition; only in the voice of the article it is a scenario. ``quoted``: in the speaker's own words.
    """
    parts: list[Part] = []
    left = reached
    for kind, (why, plain, held) in KINDS.items():
        found = words.get(_LABELS[kind])
        if not found or (speaks and kind in _OWN):
            continue
        if speaks and kind in _WHEN:
            found = [hit for hit in found if not _timed(words, hit[1])]
        weaker = stated or (quoted and kind in _QUOTED) or (speaks and kind in _TOLD)
        weaker = weaker or (speaks and kind in _PLANNED and plans(words))
        points = min(held if weaker else plain, left)
        if found and points > 0:
            phrase, span = found[0]
            parts.append(Part(f"{why} (“{phrase}”)", -points, span.start, span.end))
            left = round(left - points, 3)
    return tuple(parts)
