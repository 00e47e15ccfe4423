"""Speakers carried from sentence to sentence: pronouns, and quotations whose speaker stands before or after them."""

from collections.abc import Sequence

from briefing.model import Speaker, Statement
from briefing.statements.leaning import joins, leans
from briefing.statements.look import Look
from briefing.statements.quotes import clipped
from briefing.statements.speakers import Voice


def carry(found: Sequence[tuple[Look, tuple[Voice, ...]]]) -> tuple[Statement, ...]:
    """Turn what each sentence shows into statements, resolving what points back or ahead; in the order of the text."""
    said: list[tuple[Speaker, ...]] = []
    person: tuple[str, str | None] | None = None
    for look, voices in found:
        here: list[Speaker] = []
        for at, voice in enumerate(voices):
            meant = _person(look, voices[:at]) or person
            if voice.group is not None:
                here.append(Speaker(voice.name, voice.group.actor, voice.how, voice.cue, voice.via))
            elif meant and not voice.plural:
                here.append(Speaker(meant[0], meant[1], "pronoun", voice.cue, voice.via))
        said.append(tuple({(s.name, s.actor): s for s in reversed(here)}.values())[::-1])
        person = _person(look, voices) or person
    for index, (look, _) in enumerate(found):
        if not said[index] and look.quotes:
            said[index] = _quotation(found, said, index)
    return tuple(_statement(look, speakers) for (look, _), speakers in zip(found, said, strict=True))


def _statement(look: Look, speakers: tuple[Speaker, ...]) -> Statement:
    quotes = clipped(look.quotes, look.sentence.span)
    return Statement(look.sentence, speakers, quotes, look.mentions(), leans(look), joins(look))


def _person(look: Look, voices: Sequence[Voice]) -> tuple[str, str | None] | None:
    """Name the person a later "he" means: the only one who speaks here, or the only one who is named."""
    speaking = [v for v in voices if v.group is not None and _is_person(look, v)]
    if len(speaking) == 1:
        return speaking[0].name, speaking[0].group.actor if speaking[0].group else None
    named = [group for group in look.groups if group.person]
    if not speaking and len({group.person for group in named}) == 1:
        return look.text(named[-1].first, named[-1].last), named[-1].actor
    return None


def _is_person(look: Look, voice: Voice) -> bool:
    group = voice.group
    if group is None:
        return False
    office = any(look.lexicon.titles.at(look.words, i) for i in range(max(group.first - 3, 0), group.last))
    return bool(group.person) or (group.actor is None and office)


def _quotation(
    found: Sequence[tuple[Look, tuple[Voice, ...]]], said: Sequence[tuple[Speaker, ...]], index: int
) -> tuple[Speaker, ...]:
    """Whose words a sentence is that stands inside a quotation: who closes it, or who introduced it."""
    look = found[index][0]
    span = look.sentence.span
    open_quote = next((s for s in look.quotes if s.start - 1 <= span.start or s.end > span.end), None)
    if open_quote is None or (open_quote.start > span.start + 1 and open_quote.end <= span.end):
        return ()
    for other in range(index + 1, len(found)):
        if open_quote not in found[other][0].quotes:
            break
        if said[other]:
            return _quoted(said[other])
    before = found[index - 1][0].sentence if index else None
    if before is None or not said[index - 1]:
        return ()
    shares = open_quote in found[index - 1][0].quotes
    return _quoted(said[index - 1]) if shares or before.text.rstrip().endswith(":") else ()


def _quoted(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    return tuple(Speaker(s.name, s.actor, "quote", s.cue, s.via) for s in speakers)
