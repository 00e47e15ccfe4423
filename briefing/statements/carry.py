"""Speakers carried from sentence to sentence: pronouns, and quotations whose speaker stands before or after them."""

from collections.abc import Mapping, Sequence

from briefing.model import Speaker, Statement
from briefing.statements.leads import leads, quoted
from briefing.statements.leaning import closes_unheard, joins, leans, reported
from briefing.statements.look import Look
from briefing.statements.memory import Memory, person
from briefing.statements.offices import holders
from briefing.statements.quotes import clipped
from briefing.statements.voice import Voice


def carry(
    found: Sequence[tuple[Look, tuple[Voice, ...]]], hosts: Mapping[int, Speaker]
) -> tuple[Statement, ...]:
    """Turn what each sentence shows into statements, resolving what points back or ahead; in the order of the text.

    ``hosts`` gives the speaker of sentences that have none of their own: index → speaker.
    """
    said: list[tuple[Speaker, ...]] = []
    memory = Memory(holders(look for look, _ in found))
    for look, voices in found:
        here: list[Speaker] = []
        for at, voice in enumerate(voices):
            here += memory.who(look, voice, person(look, voices[:at]))
        said.append(tuple({(s.name, s.actor): s for s in reversed(here)}.values())[::-1])
        memory.note(look, voices, said[-1])
    led = leads(found, said)
    for index, (look, _) in enumerate(found):
        if index in led:
            said[index] = led[index]
        if not said[index] and look.quotes:
            said[index] = _quotation(found, said, index)
        elif not said[index] and index and _told_on(found[index - 1][0], look):
            said[index] = quoted(said[index - 1], reported(look) or reported(look, "reported_on"))
        if not said[index] and index in hosts:
            said[index] = (hosts[index],)
    return tuple(_statement(look, speakers) for (look, _), speakers in zip(found, said, strict=True))


def _told_on(before: Look, look: Look) -> bool:
    """Tell whether a sentence goes on with what the one before it reports: "Kyjiw sei bereit, so X. Es wolle …"."""
    indirect = all(look.lexicon.has("reported", look.words[cue.first]) for cue in look.cues)
    told = (reported(look) or reported(look, "reported_on")) and indirect and not closes_unheard(look)
    return bool(told) and before.sentence.block == look.sentence.block


def _statement(look: Look, speakers: tuple[Speaker, ...]) -> Statement:
    quotes = clipped(look.quotes, look.sentence.span)
    leaning = leans(look)
    if leaning is None and not look.cues and not closes_unheard(look):
        leaning = reported(look)  # who says so stands before, or nowhere
    return Statement(look.sentence, speakers, quotes, look.mentions(), leaning, joins(look))


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
            return quoted(said[other])
    before = found[index - 1][0].sentence if index else None
    if before is None or not said[index - 1]:
        return ()
    quotes = found[index - 1][0].quotes
    goes_on = bool(quotes) and before.block == look.sentence.block  # "…," he said. "…"
    goes_on = goes_on or (
        bool(quotes) and quotes[-1].end >= before.block.span.end
    )  # its paragraph ends inside
    whole = (
        bool(look.words) and look.inside(0) and look.inside(len(look.words) - 1) and len(said[index - 1]) == 1
    )
    return quoted(said[index - 1]) if goes_on or whole or before.text.rstrip().endswith(":") else ()
