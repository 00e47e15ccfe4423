"""How a sentence is set: its words, its brackets, its direction, its origin, and its name on the page."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.languages import available, load
from briefing.model import Brief, Item, SourceEntry, Span, Speaker
from briefing.renderers.view.context import around
from briefing.renderers.view.locales import right_to_left
from briefing.renderers.view.page import Direction, Line, Link, Origin, Piece
from briefing.renderers.view.phrases import named, outlet, short_day
from briefing.renderers.view.why import why
from briefing.renderers.view.words import Words
from briefing.text.shown import shown

_OPEN = "\"'“”„«»‹›‘’‚‛「『《〈"
_CLOSE = "\"'”“»«›‹’‘」』》〉"
_WHOLE = frozenset({"interview", "issuer"})
_CARRIED = _WHOLE | {"quote"}
"""How a speaker was found whom the words need not name."""
_QUOTED = re.compile(r"[“„«「『][^”»」』]*(?:[”»」』]|$)|\"[^\"]*(?:\"|$)")
_MANY = 3  # names before words that several say
_STEM = 6  # letters that tell a name: Zelensky is Zelenskyy
_BARE = re.compile(rf"[{_OPEN}].*[{_CLOSE}][.,;!?…。]?", re.DOTALL)


def direction(text: str, language: str) -> Direction:
    """Tell which way a text runs: by its language, else by its first strong character (as HTML's ``dir=auto``)."""
    primary = language.lower().split("-")[0]
    if primary in available():
        return load(primary).direction
    for char in text:
        if (kind := unicodedata.bidirectional(char)) in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def foreign(text: str, language: str, page: str) -> tuple[str | None, Direction | None]:
    """Give a text's language and its direction, each where it is not the page's."""
    own = direction(text, language)
    return (None if language == page else language), (None if (own == "rtl") == right_to_left(page) else own)


def pieces(item: Item) -> tuple[Piece, ...]:
    """Part a statement at its brackets; a bracket follows the word that it explains, after a space."""
    whole = shown(item.text)
    out: list[Piece] = []
    done = 0
    for bracket in sorted(item.brackets, key=lambda b: b.at):
        at = len(shown(item.text[: bracket.at]))
        out += [Piece(whole[done:at]), Piece(f" [{shown(bracket.text).strip('[]')}]", ours=True)]
        done = at
    out.append(Piece(whole[done:]))
    return tuple(piece for piece in out if piece.text)


def speaker(say: Words, item: Item) -> str | None:
    """Name who says words that do not name their speaker: carried words, an answer, a release's "we".

    Who is named inside the quotation alone does not say it. Where the words tell of an office ("the minister said") or
    a bracket names somebody, nothing is added.
    """
    text = shown(item.text)
    hows = {person.how for person in item.speakers}
    open_ = text.startswith(tuple(_OPEN))
    carried = bool(hows & _CARRIED) or ("pronoun" in hows and open_)
    bare = bool(_BARE.fullmatch(text)) or (carried and ("role" not in hows or bool(hows & _WHOLE)))
    told = " ".join((_outside(text), *(bracket.text for bracket in item.brackets)))
    first = item.speakers[0].how if item.speakers else None
    asked = [one for one in item.speakers if first not in _CARRIED or one.how in _CARRIED]
    names = list(dict.fromkeys(shown(one.name) for one in asked if one.name.strip()))
    if not names or not bare or any(_heard(name, told) for name in names):
        return None
    told = say.joined("comma", names[:_MANY])
    return told if len(names) <= _MANY else say("and_others", names=told)


def _outside(text: str) -> str:
    """Give what stands outside of double quotation marks; of one that does not close, nothing behind it."""
    return _QUOTED.sub(" ", text)


def _heard(name: str, told: str) -> bool:
    """Tell whether words name somebody by the last name, however its end is spelled."""
    return name.rsplit(maxsplit=1)[-1][:_STEM].casefold() in told.casefold()


def quoted(text: str, start: int, end: int) -> str:
    """Slice the words of ``start`` to ``end``, with the marks that the source puts around them.

    A comma between the words and their closing mark is the reporter's sentence's: it is not shown.
    """
    start -= start > 0 and text[start - 1] in _OPEN
    close = end + (text[end : end + 1] == "," and text[end + 1 : end + 2] in tuple(_CLOSE))
    mark = text[close : close + 1]
    return shown(text[start:end] + (mark if mark and mark in _CLOSE else ""))


def through(say: Words, speakers: Iterable[Speaker], *, source: SourceEntry) -> str | None:
    """Say who speaks through a source: ``Zelensky, through Source 1``."""
    return relayed(say, [shown(person.via or person.name) for person in speakers], source=source)


def relayed(say: Words, names: Iterable[str], *, source: SourceEntry) -> str | None:
    """Say who is heard through a source; None of nobody."""
    heard = list(dict.fromkeys(names))
    if not heard or heard == [shown(source.name or "")]:
        return None  # whoever publishes what he says is heard through nobody
    return say("through", who=say.joined("comma", heard), outlet=outlet(say, source))


class Printer:
    """Sets the sentences of one brief in the order of its page, and remembers which of them stand where."""

    def __init__(self, brief: Brief, say: Words) -> None:
        self.say = say
        self._brief = brief
        self._sources: Mapping[int, SourceEntry] = {source.n: source for source in brief.sources}
        self._dated = any(source.published for source in brief.sources)
        self._titles = {section.key: section.title for section in brief.sections}
        self._printed: dict[str, int] = {}
        self.first: dict[int, str] = {}
        """Source number → anchor of the first statement printed from it."""
        self.also: set[int] = set()
        """Numbers of the sources that a statement says it stands in too."""

    def line(self, item: Item, *, cited: bool = True) -> Line:
        """Set a sentence; ``cited``: it counts as a use of its source (a source's own summary does not)."""
        anchor = self._anchor(item.id)
        if cited:
            self.first.setdefault(item.source, anchor)
        text = pieces(item)
        language, way = foreign(item.text, item.language, self.say.code)
        also = dict.fromkeys(other.source for other in item.also)
        self.also.update(also)
        return Line(
            item=item.id,
            anchor=anchor,
            pieces=text,
            language=language,
            direction=way,
            speaker=speaker(self.say, item),
            origin=self.origin(item),
            also=tuple(self._link(n) for n in also if n != item.source),
            why=why(item, self._titles, say=self.say),
            around=around(self.say, item, sources=self._sources),
        )

    def lines(self, items: Iterable[Item]) -> tuple[Line, ...]:
        """Set several."""
        return tuple(self.line(item) for item in items)

    def relayed(self, item: Item) -> Line:
        """Set a sentence, and name the medium that its source relays: two that relay one medium are one source."""
        line = self.line(item)
        media = [shown(speaker.via) for speaker in item.speakers if speaker.via]
        said = relayed(self.say, media, source=self._sources[item.source])
        return replace(line, origin=replace(line.origin, through=said))

    def part(self, item: Item, span: Span) -> Line:
        """Set a quotation: the quoted words alone, with the speaker as their label."""
        line = self.line(item)
        cut = quoted(item.text, span.start - item.start, span.end - item.start)
        names = list(dict.fromkeys(shown(person.name) for person in item.speakers))
        return replace(
            line, pieces=(Piece(cut),), speaker=None, label=self.say.joined("comma", names) or None
        )

    def row(self, item: Item, span: Span) -> Line:
        """Set a sentence under the figure or date that it holds, and say who says so through whom."""
        line = self.line(item)
        label = shown(item.text[span.start - item.start : span.end - item.start])
        source = self._sources.get(item.source)
        said = through(self.say, item.speakers, source=source) if source else None
        return replace(line, label=label, origin=replace(line.origin, through=said))

    def origin(self, item: Item) -> Origin:
        """Say where a sentence comes from."""
        source = self._sources[item.source]
        day = short_day(self.say, source.published, near=self._brief.date)
        undated = self.say("undated") if self._dated else None  # where all are, the masthead says so once
        kind = self.say.known("kinds", shown(source.kind or ""))
        return Origin(
            n=source.n,
            anchor=f"source-{source.n}",
            outlet=named(self.say, source),
            titled=not shown(source.name or "") and bool(shown(source.title or "")),
            detail=self.say.dotted((kind, shown(source.grade or ""), day or undated)) or None,
            title=shown(source.title) if source.title else None,
            place=self._place(source, item),
        )

    def _place(self, source: SourceEntry, item: Item) -> str:
        """Say where in its file a sentence stands."""
        return self.say(
            "place_in_part" if source.part else "place",
            where=shown(source.location),
            part=source.part + 1,
            start=item.start,
            end=item.end,
        )

    def _link(self, number: int) -> Link:
        return Link(number, f"source-{number}", self.say("source", n=number))

    def _anchor(self, identity: str) -> str:
        number = self._printed[identity] = self._printed.get(identity, 0) + 1
        name = "s-" + re.sub(r"[^0-9A-Za-z]+", "-", identity)
        return name if number == 1 else f"{name}-{number}"
