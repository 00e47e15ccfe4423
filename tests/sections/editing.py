"""Drafts of made-up articles with an editor's hand, for tests of blocks, rights and edits."""

from dataclasses import replace

from briefing.model import Audience, Edit, Edits, Length, Look
from briefing.sections import Frame, draft
from briefing.summarizers import pick
from tests.making import THEMES

FRAME = Frame("Title", "en", "2025-02-19", 1, None, {"briefing": "0"}, "c0ffee", THEMES)
KEYS = tuple(theme.key for theme in THEMES)


def edition(*themes, blocks=None, **more):
    """Give an edition of these themes, all where none are named."""
    asked = Audience("analyst", None, themes or KEYS, Length(), ("json",))
    look = replace(asked.look, blocks=blocks) if blocks else Look()
    return replace(asked, look=look, **more)


def drafted(made, asked, *edits, frame=FRAME, **values):
    """Draft an edition of a reading with an editor's entries."""
    return draft(made, asked, replace(frame, edits=Edits(edits, **values)), pick)


def place(made, words):
    """Find the one statement that begins so, as an entry names it."""
    (sentence,) = [one.sentence for one in made.statements if one.sentence.text.startswith(words)]
    digest = sentence.article.source.digest
    return {"source": digest, "start": sentence.span.start, "end": sentence.span.end}


def pin(made, words, section, **more):
    return Edit("pin", section=section, **place(made, words), **more)


def drop(made, words, section=None, **more):
    return Edit("drop", section=section, **place(made, words), **more)


def order(made, words, section, at):
    return Edit("order", section=section, place=at, **place(made, words))


def texts(items):
    return [item.text for item in items]


def section(brief, key):
    (found,) = [one for one in brief.sections if one.key == key]
    return texts(found.items)


def every(brief):
    """Give each printed text once."""
    return {item.text for item in brief.items()}


def counted(brief):
    """Tell whether coverage adds up."""
    said = brief.coverage.sentences
    return said.read == said.used + said.told_twice + sum(said.left_out.values())
