"""A speaker as one sentence shows it."""

from dataclasses import dataclass

from briefing.model import How
from briefing.statements.look import Group, Look
from briefing.text.phrases import Hit


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as found: a name, or a pronoun or an office that awaits its name."""

    group: Group | None
    how: How
    cue: str
    first: int
    """The word at which the subject, or what stands for it, begins."""
    name: str
    plural: bool = False
    via: str | None = None
    closing: bool = False
    """Whether it ends what somebody says, so that names in it are whom he speaks of: "Macron erred, he said"."""
    office: str | None = None
    """What ``offices.meant`` resolves: "finance minister"."""


def named(look: Look, group: Group, cue: Hit, how: How) -> Voice:
    """Make the voice of a name."""
    return Voice(group, how, cue_text(look, cue), group.first, look.text(group.first, group.last))


def pronoun(look: Look, index: int, cue: Hit) -> Voice | None:
    """Make the voice of a "he" or "they" outside of quotation marks; None: no such word stands there."""
    word = look.words[index]
    plural = look.lexicon.has("they", word) and not look.lexicon.has("he", word)
    if look.inside(index) or not (plural or look.lexicon.has("he", word)):
        return None
    start = min(index, cue.first)
    closing = start > 0 and (look.inside(start - 1) or "," in look.between(start - 1))
    return Voice(None, "pronoun", cue_text(look, cue), index, word.form, plural, closing=closing)


def cue_text(look: Look, cue: Hit) -> str:
    """Give a cue as the text has it, with its particle where it has parted from it."""
    return cue.phrase if "…" in cue.phrase else look.text(cue.first, cue.last)
