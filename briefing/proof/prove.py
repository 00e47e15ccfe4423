"""Each claim of a brief held against the articles, and what fails named for what it is."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model import Article, Brief, Item, Span, Told
from briefing.proof.claims import Claim, Within, claims, places
from briefing.proof.match import match, others, text_digest
from briefing.text.digests import article_id
from briefing.text.shown import shown

Kind = Literal["missing source", "changed source", "wrong place", "other source", "in no source"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that the articles do not bear out."""

    kind: Kind
    source: int
    """Number of the source that the brief names."""
    item: str | None
    """Id of the item; None where it is the source as a whole."""
    message: str

    def __str__(self) -> str:
        where = f"source {self.source}" + (f", {shown(self.item)}" if self.item else "")
        return f"{self.kind}: {where}: {self.message}"


def prove(brief: Brief, articles: Sequence[Article]) -> tuple[Failure, ...]:
    """Hold every printed sentence against the articles; nothing returned means that all is proven.

    ``articles`` is all that was handed in, in any order: those at the sources' locations, those of an
    evidence file, or others. Failures come source by source, then in the order of print, each once.
    """
    found = match(brief, articles)
    failures = [*_sources(brief, found)]
    search = _Search(brief, found, others(found, articles))
    digests = _digests(brief, found)
    for claim in claims(brief):
        failures += search.check(claim)
    for item in brief.items():
        failures += _named(item, digests)
        failures += _bracketed(item)
    for told in brief.told:
        failures += _named(told, digests)
    for place in places(brief):
        failures += _within(place, search.texts.get(place.item.source))
    return tuple(dict.fromkeys(failures))


def _sources(brief: Brief, found: Mapping[int, Article]) -> Iterator[Failure]:
    for entry in brief.sources:
        article = found.get(entry.n)
        if article is None:
            yield Failure("missing source", entry.n, None, f"{shown(entry.location)} was not found")
        elif text_digest(article) != entry.text_digest:
            yield Failure("changed source", entry.n, None, f"{shown(entry.location)} has another text now")
        elif article.source.digest != entry.digest:
            what = "is another file now, with the same text"
            yield Failure("changed source", entry.n, None, f"{shown(entry.location)} {what}")


class _Search:
    """Looks for words where they should be and, if they are not there, everywhere else."""

    def __init__(self, brief: Brief, found: Mapping[int, Article], rest: Sequence[Article]) -> None:
        self.known = {entry.n for entry in brief.sources}
        self.texts = {n: article.text for n, article in sorted(found.items())}
        self.rest = [(article.source.name, article.text) for article in rest]
        self._shown: dict[str, str] = {}

    def check(self, claim: Claim) -> Iterator[Failure]:
        text = self.texts.get(claim.source)
        if text is None and claim.source in self.known:
            return  # the source is missing, and that is said once
        if text is not None and claim.holds(text):
            return
        kind, where = self._elsewhere(claim, text)
        yield Failure(kind, claim.source, claim.item, f"{claim.what} {where}: “{_brief(claim.text)}”")

    def _elsewhere(self, claim: Claim, text: str | None) -> tuple[Kind, str]:
        if not shown(claim.text):
            return "in no source", "has no words"
        if text is not None and (at := text.find(claim.text)) >= 0:
            return "wrong place", f"stands at {at}-{at + len(claim.text)}"
        if text is not None and self._holds(text, claim.text):
            return "wrong place", "stands elsewhere, with other white space"
        for n, other in self.texts.items():
            if n != claim.source and self._holds(other, claim.text):
                return "other source", f"stands in source {n}"
        for name, other in self.rest:
            if self._holds(other, claim.text):
                return "in no source", f"stands in {shown(name)} only, which is no source of this brief"
        return "in no source", "stands in no source"

    def _holds(self, text: str, words: str) -> bool:
        if text not in self._shown:
            self._shown[text] = shown(text)
        return words in text or shown(words) in self._shown[text]


def _named(item: Item | Told, digests: Mapping[int, tuple[str, ...]]) -> Iterator[Failure]:
    """Check that an id says its own source's text and its own place."""
    digest, _, place = item.id.partition(":")
    own = digests.get(item.source, ())
    foreign = [n for n, prefixes in digests.items() if digest in prefixes and digest not in own]
    if foreign:
        yield Failure("other source", item.source, item.id, f"the id is of source {foreign[0]}")
    elif digest not in own or place != f"{item.start}-{item.end}":
        yield Failure("wrong place", item.source, item.id, f"the id does not name {item.start}-{item.end}")


def _digests(brief: Brief, found: Mapping[int, Article]) -> dict[int, tuple[str, ...]]:
    """Give what ids of each source may begin with: the text that was read and, if it changed, the text now.

    A further part of a file is named by its text or, as readers do, by its text and number. A source that changed is
    told once, not once for each of its ids.
    """
    texts = {entry.n: [entry.text_digest] for entry in brief.sources}
    for n, article in found.items():
        texts[n].append(text_digest(article))
    parts = {entry.n: entry.part for entry in brief.sources}
    return {
        n: tuple(article_id(text, part) for text in known for part in {0, parts[n]})
        for n, known in texts.items()
    }


def _bracketed(item: Item) -> Iterator[Failure]:
    for bracket in item.brackets:
        if not 0 <= bracket.at <= item.end - item.start:
            message = f"the bracket “{_brief(bracket.text)}” stands outside of the sentence, at {bracket.at}"
            yield Failure("wrong place", item.source, item.id, message)


# --- places inside an item ----------------------------------------------------------------------


def _within(place: Within, text: str | None) -> Iterator[Failure]:
    item, span = place.item, place.place
    if text is None or item.start < 0 or text[item.start : item.end] != item.text:
        return  # the source or the sentence itself fails, and that is said once
    if not item.start <= span.start < span.end <= item.end:
        what = "lies outside of the sentence"
    elif place.what == "quotation" and not _quoted(span, item, text):
        what = "does not begin and end at quotation marks"
    elif _cuts(text, span.start) or _cuts(text, span.end):
        what = "cuts a word or a number"
    else:
        return
    message = f"the {place.what} at {span.start}-{span.end} {what}"
    yield Failure("wrong place", item.source, item.id, message)


def _quoted(span: Span, item: Item, text: str) -> bool:
    """Tell whether marks stand around it, and not in it at an end where none stands around.

    A quotation of several sentences begins or ends at the item's own ends. Between the words and a mark may stand
    what is neither letter nor digit: a space in French, a comma.
    """
    goes_on = span.start == item.start and not _is_mark(text[span.start])
    opened = goes_on or any(map(_is_mark, _beside(text, span.start, step=-1)))
    goes_on = span.end == item.end and not _is_mark(text[span.end - 1])
    return opened and (goes_on or any(map(_is_mark, _beside(text, span.end, step=1))))


def _beside(text: str, at: int, *, step: Literal[-1, 1]) -> str:
    """Give the up to three characters beside a place that are neither letters nor digits."""
    near = text[max(at - 3, 0) : at][::-1] if step < 0 else text[at : at + 3]
    stop = next((i for i, char in enumerate(near) if char.isalnum()), len(near))
    return near[:stop]


def _is_mark(char: str) -> bool:
    return char in '"„「」『』〝〞＂' or (char not in "‘’" and unicodedata.category(char) in ("Pi", "Pf"))


def _cuts(text: str, at: int) -> bool:
    """Tell whether a place lies between two digits or between two letters of a script that has capitals.

    Other scripts put no space between words, so a place between two letters is no cut there.
    """
    before, after = text[at - 1 : at], text[at : at + 1]
    cased = before.lower() != before.upper() and after.lower() != after.upper()
    return cased or (before.isdigit() and after.isdigit())


def _brief(text: str) -> str:
    words = shown(text)
    return words if len(words) <= 80 else words[:79] + "…"
