"""What changed since the last issue, of what this edition shows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Audience, Changes, Item, Since, SourceEntry, Told
from briefing.sections.lines import Line, barred
from briefing.sections.press import Press
from briefing.sections.twice import once
from briefing.text.digests import digest

_NEW_WORDS, _CHANGED_WORDS = (
    150,
    225,
)  # words of an edition for each new statement, each change: a fifth of it each


def changes(
    press: Press, since: Since | None, audience: Audience
) -> tuple[Changes | None, tuple[SourceEntry, ...]]:
    """Print what is new and what changed; and give the sources of the issue before that are printed with it."""
    if since is None or not audience.themes:  # without themes nothing is known to be a position
        return None, ()
    fresh = _lines(press, since.new, audience)
    shown = sorted(fresh, key=lambda line: (-line.value, line.first))[: _room(audience, _NEW_WORDS)]
    pairs = _changed(press, since, audience)[: _room(audience, _CHANGED_WORDS)]
    earlier = _Earlier(press)
    changed = tuple((earlier.item(told, entry), press.item(_line(index))) for told, entry, index in pairs)
    unprinted = len([index for index in since.new if _wanted(press, index, audience)])
    unprinted -= sum(1 + len(line.also) for line in shown)
    made = Changes(
        new=tuple(press.item(line) for line in sorted(shown, key=lambda line: line.first)),
        changed=changed,
        repeated=sum(_wanted(press, index, audience) for index in since.repeated),
        quiet=since.quiet,
        more=max(unprinted, 0),
    )
    return made, earlier.entries


def told(press: Press) -> tuple[Told, ...]:
    """List the positions of the day, printed or not, and what else an actor said: none of it is news tomorrow."""
    rows = enumerate(zip(press.reading.placements, press.reading.statements, strict=True))
    return tuple(
        _told(press, index)
        for index, (placed, statement) in rows
        if placed.themes or any(speaker.actor for speaker in statement.speakers)
    )


def _told(press: Press, index: int) -> Told:
    statement = press.reading.statements[index]
    sentence = statement.sentence
    return Told(
        id=sentence.id,
        text=sentence.text,
        source=press.number(sentence.article.id),
        start=sentence.span.start,
        end=sentence.span.end,
        language=sentence.article.language,
        themes=press.reading.placements[index].themes,
        speakers=statement.speakers,
        alone=barred(press.reading.statements, (index,)) is None,
    )


def _room(audience: Audience, words: int) -> int | None:
    """Say how many an edition of a bounded length has room for; None: no bound."""
    if audience.length.words is not None:
        return max(2, audience.length.words // words)
    return max(2, audience.length.sentences // 5) if audience.length.sentences is not None else None


def _wanted(press: Press, index: int, audience: Audience) -> bool:
    return bool(set(press.reading.placements[index].themes) & set(audience.themes))


def _lines(press: Press, found: Sequence[int], audience: Audience) -> tuple[Line, ...]:
    """Make lines of what can be printed alone, equal ones merged."""
    made = []
    for index in found:
        if not _wanted(press, index, audience) or barred(press.reading.statements, (index,)):
            continue
        matches = [m for m in press.reading.placements[index].matches if m.theme in audience.themes]
        best = max(matches, key=lambda match: match.score)
        weight = press.reading.weights[audience.method][index]
        made.append(Line((index,), best.theme, best.score + weight))
    return once(made, press.reading)


def _changed(press: Press, since: Since, audience: Audience) -> list[tuple[Told, SourceEntry, int]]:
    """Give the changes of which both sentences can be printed alone, each of what was told once, weightiest first."""
    chosen: dict[str, tuple[Told, SourceEntry, int]] = {}
    weights = press.reading.weights[audience.method]
    for then, entry, index in sorted(since.changed, key=lambda change: (-weights[change[2]], change[2])):
        alone = then.alone and barred(press.reading.statements, (index,)) is None
        if alone and _wanted(press, index, audience):
            chosen.setdefault(then.id, (then, entry, index))
    return list(chosen.values())


def _line(index: int) -> Line:
    return Line((index,), None, 0.0)


class _Earlier:
    """Numbers the sources of the issue before behind today's; an article of both issues keeps today's number."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._today: Mapping[str, str] = {digest(a.text): a.id for a in press.reading.articles}
        self._found: dict[int, SourceEntry] = {}

    @property
    def entries(self) -> tuple[SourceEntry, ...]:
        """Give the sources that are not among today's, in the order of their numbers."""
        return tuple(self._found.values())

    def item(self, then: Told, entry: SourceEntry) -> Item:
        """Print what was told."""
        today = self._today.get(entry.text_digest)
        return Item(
            id=then.id,
            text=then.text,
            source=self._press.number(today) if today else self._number(entry),
            start=then.start,
            end=then.end,
            before=None,
            after=None,
            language=then.language,
            kind="sentence",
            themes=then.themes,
            speakers=then.speakers,
        )

    def _number(self, entry: SourceEntry) -> int:
        first = len(self._press.reading.articles) + 1
        known = self._found.get(entry.n)
        numbered = known or replace(entry, n=first + len(self._found), used=0, summary=())
        self._found[entry.n] = replace(numbered, used=numbered.used + 1)
        return numbered.n
