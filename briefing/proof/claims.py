"""What a brief claims of its sources: words at places, and places within them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.model import Brief, Item, Span
from briefing.text.shown import shown


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that are said to stand in a source."""

    source: int
    item: str
    """Id of the item that prints them."""
    what: str
    """The sentence, the sentence before it …, as a message names it."""
    text: str
    place: Span
    where: Literal["at", "before", "after", "anywhere"] = "at"
    """How they must stand to the place: exactly there, or somewhere before or after it, or anywhere at all."""

    def holds(self, text: str) -> bool:
        """Tell whether the words stand there in an article's text. No words prove nothing."""
        start, end = self.place.start, self.place.end
        if self.where == "anywhere":
            return bool(shown(self.text)) and (self.text in text or shown(self.text) in shown(text))
        if not (self.text and 0 <= start <= end <= len(text)):
            return False
        if self.where == "at":
            return text[start:end] == self.text
        return self.text in (text[:start] if self.where == "before" else text[end:])


@dataclass(frozen=True, slots=True)
class Within:
    """A place that must lie inside an item: a quotation, a date, a figure."""

    item: Item
    what: str
    place: Span


def claims(brief: Brief) -> Iterator[Claim]:
    """Give all words that a brief prints as a source's, each once for each print."""
    for item in brief.items():
        here = Span(item.start, item.end)
        yield Claim(item.source, item.id, "the sentence", item.text, here)
        if item.before is not None:
            yield Claim(item.source, item.id, "the sentence before it", item.before, here, "before")
        if item.after is not None:
            yield Claim(item.source, item.id, "the sentence after it", item.after, here, "after")
        yield from _speakers(item, here)
        for also in item.also:
            if also.start == also.end and not also.text:
                continue  # its place alone, where no more may be printed of its source
            yield Claim(also.source, item.id, "the equal sentence", also.text, Span(also.start, also.end))
    for quote in brief.quotes:
        if quote.role:
            here = Span(quote.item.start, quote.item.end)
            yield Claim(quote.item.source, quote.item.id, "the speaker’s role", quote.role, here, "anywhere")
    for told in brief.told:  # what the next issue is compared with
        yield Claim(told.source, told.id, "the position", told.text, Span(told.start, told.end))


def _speakers(item: Item, here: Span) -> Iterator[Claim]:
    """Names are printed as the article has them; the issuer of a document may be named in its metadata alone."""
    for speaker in item.speakers:
        if speaker.how != "issuer":
            yield Claim(item.source, item.id, "the speaker’s name", speaker.name, here, "anywhere")
        if speaker.via:
            yield Claim(item.source, item.id, "the medium’s name", speaker.via, here, "anywhere")


def places(brief: Brief) -> Iterator[Within]:
    """Give all places that a brief marks inside its items."""
    yield from (Within(quote.item, "quotation", quote.quote) for quote in brief.quotes)
    yield from (Within(dated.item, "date", dated.stated) for dated in brief.timeline)
    yield from (Within(figure.item, "figure", figure.figure) for figure in brief.figures)
