"""Speakers carried from sentence to sentence: pronouns, and quotations whose speaker stands before or after them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import BlockKind, How, Speaker, Statement
from briefing.statements.leads import given, leads, quoted
from briefing.statements.leaning import closes_unheard, joins, leans, reported
from briefing.statements.look import Look
from briefing.statements.memory import Memory, person
from briefing.statements.offices import holders
from briefing.statements.quotes import clipped
from briefing.statements.release import Host
from briefing.statements.voice import Voice

_PARTING: frozenset[BlockKind] = frozenset({"date", "dateline", "rule"})
_TOLD: frozenset[How] = frozenset({"named", "tail", "according_to", "role", "pronoun"})
_RECENT = 3  # sentences back to who was quoted last
_VERB = 3  # words in which a verb follows an unnamed subject
_SUBJECT = 6  # words in which a sentence's subject begins


def carry(
    found: Sequence[tuple[Look, tuple[Voice, ...]]], hosts: Mapping[int, Host]
) -> tuple[Statement, ...]:
    """Turn what each sentence shows into statements, resolving what points back or ahead; in the order of the text.

    ``hosts`` tells whose text sentences are: index → host.
    """
    said: list[tuple[Speaker, ...]] = []
    memory = Memory(holders(look for look, _ in found))
    borders = _borders(found)
    for index, (look, voices) in enumerate(found):
        if index in borders:
            memory.forget()
        elif index and look.cues and _told_on(found[index - 1][0], look):
            voices = ()  # what is told has subjects of its own: "Das Unternehmen sei bereit"
        here: list[Speaker] = []
        for at, voice in enumerate(voices):
            inside = person(look, voices[:at], until=None if voice.group else voice.first)
            host = hosts.get(index)
            here += _issuers(voice, host, memory) or memory.who(look, voice, inside) or _officer(voice, host)
        said.append(tuple({(s.name, s.actor): s for s in reversed(here)}.values())[::-1])
        memory.note(look, voices, said[-1])
    led = {**given(found, said, borders), **leads(found, said)}
    for index, (look, _) in enumerate(found):
        if index in led:
            said[index] = led[index]
        if not said[index] and look.quotes:
            said[index] = _quotation(found, said, index)
        elif not said[index] and index not in borders and index and _told_on(found[index - 1][0], look):
            said[index] = quoted(said[index - 1], reported(look) or reported(look, "reported_on"))
        elif not said[index] and index not in borders and index:
            said[index] = _meant_on(found[index - 1][0], look, said[index - 1])
        host = hosts.get(index)
        if host is not None:
            said[index] = _hosted(host, said[index], found[index])
    return tuple(_statement(look, speakers) for (look, _), speakers in zip(found, said, strict=True))


def _borders(found: Sequence[tuple[Look, tuple[Voice, ...]]]) -> frozenset[int]:
    """Find the sentences that begin anew: behind a time, a date or a rule that parts the prose of a live report."""
    first: dict[int, int] = {}
    for index, (look, _) in enumerate(found):
        first.setdefault(look.sentence.block.span.start, index)
    blocks = found[0][0].sentence.article.blocks if found else ()
    borders, parted = set(), False
    for block in blocks:
        parted = parted or block.kind in _PARTING
        if block.span.start in first and parted:
            borders.add(first[block.span.start])
            parted = False
    return frozenset(borders - {0})


def _issuers(voice: Voice, host: Host | None, memory: Memory) -> tuple[Speaker, ...]:
    """Let "they" in an issuer's text be the issuers, where no others spoke together: "Leaders met. They agreed …"."""
    if host is None or voice.points != "they" or voice.group is not None or voice.office:
        return ()
    own = host.speakers[0].how == "issuer" and len(memory.spoke) < 2
    return tuple(replace(one, how="pronoun", cue=voice.cue) for one in host.speakers) if own else ()


def _officer(voice: Voice, host: Host | None) -> tuple[Speaker, ...]:
    """Let an office that nobody is known to hold be the issuer's: "The Prime Minister" in Downing Street's release."""
    if host is None or not voice.office or host.speakers[0].how != "issuer":
        return ()
    return (Speaker(voice.name, host.speakers[0].actor, "role", voice.cue),)


def _meant_on(before: Look, look: Look, said: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Let what somebody says go on in a sentence of what would or must be, with nobody else as its subject."""
    told = [speaker for speaker in said if speaker.how in _TOLD and speaker.actor is not None]
    if len(said) != 1 or not told or before.sentence.block != look.sentence.block or look.quotes:
        return ()
    if not any(cue.label == "say" for cue in before.cues) or any(cue.label != "will" for cue in look.cues):
        return ()
    if any(group.first < _SUBJECT and group.actor not in (None, told[0].actor) for group in look.groups):
        return ()
    modal = look.lexicon.language.words("turns.modal")
    word = next((word.form for word in look.words if word.key in modal), None)
    return quoted(said, word) if word else ()


def _hosted(
    host: Host, own: tuple[Speaker, ...], found: tuple[Look, tuple[Voice, ...]]
) -> tuple[Speaker, ...]:
    """Hold whose text it is against whom a sentence names: persons speak for themselves, offices beside the host."""
    look, voices = found
    people = any(voice.group is not None and voice.group.person for voice in voices)
    modal = bool(look.cues) and all(
        cue.label == "will" for cue in look.cues
    )  # "Russia could not have a veto"
    if own and (people or not (modal or host.over)):
        return own
    head = [hit for hit in look.cues[:1] if hit.first < _VERB and hit.label != "will"]  # "Leaders welcomed …"
    cue = look.text(head[0].first, head[0].last) if head and not own and not host.over else None
    told = tuple(replace(one, cue=one.cue or cue) for one in host.speakers)
    return (*told, *(one for one in own if one.how == "role"))


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
    if before is None:
        return ()
    if span.start <= look.sentence.block.span.start + 1 and len(said[index - 1]) != 1:
        return _last_quoted(found, said, index)
    if not said[index - 1]:
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


def _last_quoted(
    found: Sequence[tuple[Look, tuple[Voice, ...]]], said: Sequence[tuple[Speaker, ...]], index: int
) -> tuple[Speaker, ...]:
    """Take who was quoted last, a few sentences before a paragraph that is a quotation and names nobody."""
    look = found[index][0]
    if not look.words or not (look.inside(0) and look.inside(len(look.words) - 1)):
        return ()
    for at in range(index - 1, max(index - _RECENT, 0) - 1, -1):
        told = [one for one in said[at] if one.how in _TOLD or one.how == "quote"]
        if told and (found[at][0].quotes or len(said[at]) > 1):
            return quoted(told[:1])
    return ()
