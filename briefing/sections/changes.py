"""What changed since the last issue, of what this edition shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Audience, Changes, Edited, Item, Reading, Since, SourceEntry, Told
from briefing.sections.edition import Edition
from briefing.sections.lines import Line
from briefing.sections.press import Press
from briefing.sections.standing import barred
from briefing.sections.twice import once
from briefing.text.digests import digest
from briefing.text.shown import shown

_NEW_WORDS, _CHANGED_WORDS = (
    150,
    225,
)  # words of an edition for each new statement, each change: a fifth of it each


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is new since the issue before, as far as an edition shows it."""

    new: tuple[Line, ...]
    """The weightiest first."""
    changed: tuple[tuple[Told, SourceEntry, int], ...]
    repeated: int
    quiet: tuple[str, ...]
    more: int


def renewed(reading: Reading, edition: Edition) -> Renewal | None:
    """Choose what is printed of what is new and of what changed; None where there is nothing to compare with."""
    since, audience = edition.frame.since, edition.audience
    # Without themes nothing is known to be a position.
    if since is None or not audience.themes or not edition.shows("changes"):
        return None
    fresh = [index for index in since.new if _wanted(reading, index, edition)]
    lines = _lines(reading, fresh, edition)
    most = _room(audience, _NEW_WORDS)
    new = tuple(sorted(lines, key=lambda line: (-line.value, line.first))[:most])
    changed = _changed(reading, since, edition)[: _room(audience, _CHANGED_WORDS)]
    return Renewal(
        new=new,
        changed=tuple(changed),
        repeated=sum(_wanted(reading, index, edition) for index in since.repeated),
        quiet=since.quiet,
        more=max(len(fresh) - sum(1 + len(line.also) for line in new), 0),
    )


def changes(press: Press, renewal: Renewal | None) -> tuple[Changes | None, tuple[SourceEntry, ...]]:
    """Print what is new and what changed; and give the sources of the issue before that are printed with it."""
    if renewal is None:
        return None, ()
    earlier = _Earlier(press)
    changed = tuple(
        (earlier.item(told, entry), press.item(_line(index))) for told, entry, index in renewal.changed
    )
    new = tuple(press.item(line) for line in sorted(renewal.new, key=lambda line: line.first))
    return Changes(new, changed, renewal.repeated, renewal.quiet, renewal.more), earlier.entries


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


def _wanted(reading: Reading, index: int, edition: Edition) -> bool:
    themes = set(reading.placements[index].themes) & set(edition.audience.themes)
    return bool(themes) and index not in edition.hand.gone


def _lines(reading: Reading, found: Sequence[int], edition: Edition) -> tuple[Line, ...]:
    """Make lines of what can be printed alone, equal ones merged."""
    made = []
    audience = edition.audience
    for index in found:
        if index in edition.refused.statements or barred(reading.statements, (index,)):
            continue
        matches = [m for m in reading.placements[index].matches if m.theme in audience.themes]
        best = max(matches, key=lambda match: match.score)
        weight = reading.weights[audience.method][index]
        made.append(Line((index,), best.theme, best.score + weight))
    return once(made, reading)


def _changed(reading: Reading, since: Since, edition: Edition) -> list[tuple[Told, SourceEntry, int]]:
    """Give the changes of which both sentences can be printed alone, each of what was told once, weightiest first."""
    chosen: dict[str, tuple[Told, SourceEntry, int]] = {}
    weights = reading.weights[edition.audience.method]
    refused = edition.refused
    for then, entry, index in sorted(since.changed, key=lambda change: (-weights[change[2]], change[2])):
        alone = then.alone and barred(reading.statements, (index,)) is None
        allowed = then.id not in refused.told and index not in refused.statements
        if alone and allowed and _wanted(reading, index, edition) and not _dropped(then, entry, edition):
            chosen.setdefault(then.id, (then, entry, index))
    return list(chosen.values())


def _dropped(then: Told, entry: SourceEntry, edition: Edition) -> bool:
    """Tell whether an editor dropped what the issue before told: it does not come back as what was said then."""
    return any(_takes_out(one, then, entry) for one in edition.frame.before)


def _takes_out(one: Edited, then: Told, entry: SourceEntry) -> bool:
    edit = one.edit
    if edit.kind != "drop" or not one.met or edit.section is not None:
        return False
    if edit.outlet is not None:
        return entry.name is not None and shown(entry.name).casefold() == shown(edit.outlet).casefold()
    here = entry.digest.startswith(edit.source or "") and edit.part in (None, entry.part)
    return here and (edit.start is None or (edit.start <= then.start and then.end <= (edit.end or 0)))


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
