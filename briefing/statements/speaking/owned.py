"""Whose text a sentence is, held against whom it names: in a release "they" and an office are the issuer's."""

from dataclasses import replace

from briefing.model import Speaker
from briefing.statements.looking.look import Look
from briefing.statements.speaking.memory import Memory
from briefing.statements.speaking.release import Host
from briefing.statements.speaking.voice import Voice

_VERB = 3  # words in which a verb follows an unnamed subject


def issuers(voice: Voice, host: Host | None, memory: Memory) -> tuple[Speaker, ...]:
    """Let "they" in an issuer's text be the issuers, where no others spoke together: "Leaders met. They agreed …"."""
    if host is None or voice.points != "they" or voice.group is not None or voice.office:
        return ()
    own = host.speakers[0].how == "issuer" and len(memory.spoke) < 2
    return tuple(replace(one, how="pronoun", cue=voice.cue) for one in host.speakers) if own else ()


def officer(voice: Voice, host: Host | None) -> tuple[Speaker, ...]:
    """Let an office that nobody is known to hold be the issuer's: "The Prime Minister" in Downing Street's release."""
    if host is None or not voice.office or host.speakers[0].how != "issuer":
        return ()
    return (Speaker(voice.name, host.speakers[0].actor, "role", voice.cue),)


def hosted(
    host: Host, own: tuple[Speaker, ...], found: tuple[Look, tuple[Voice, ...]]
) -> tuple[Speaker, ...]:
    """Hold whose text it is against whom a sentence names: persons speak for themselves, offices beside the host."""
    look, voices = found
    people = any(voice.group is not None and voice.group.person for voice in voices)
    modal = bool(look.cues) and all(
        cue.label == "will" for cue in look.cues
    )  # "Russia could not have a veto"
    if own and (people or not (modal or host.over)):
        return _members(host, own)
    head = [hit for hit in look.cues[:1] if hit.first < _VERB and hit.label != "will"]  # "Leaders welcomed …"
    issuers = {one.actor for one in host.speakers if one.how == "issuer"}
    cue = look.text(head[0].first, head[0].last) if head and not own and not host.over else None
    cue = next(
        (one.cue for one in own if issuers and one.actor in {*issuers, None}), cue
    )  # what one issuer commits to all have signed
    told = tuple(replace(one, cue=one.cue or cue) for one in host.speakers)
    return (*told, *(one for one in own if one.how == "role"))


def _members(host: Host, own: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Count strangers whom a release quotes or names as speaking among its only issuer's people."""
    actors = {speaker.actor for speaker in host.speakers}
    if host.speakers[0].how != "issuer" or len(actors) > 1:
        return own
    return tuple(replace(one, actor=one.actor or next(iter(actors))) for one in own)
