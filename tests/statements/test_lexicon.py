"""What a sentence's words are looked up for."""

from briefing.model import Actor
from briefing.statements.looking.lexicon import lexicon
from briefing.text.tokens import tokens

FRANCE = (Actor("fr", ("France", "French"), (("Macron",),)),)


def test_words_are_sorted_by_what_they_may_be():
    """Names, offices and pronouns stand where they are; nothing else is listed for them."""
    words = tokens("He met the minister in France")
    where = lexicon(FRANCE, "en").where(words)
    assert (list(where["he"]), list(where["office"]), list(where["actors"])) == ([0], [3], [5])
    assert "they" not in where


def test_an_actor_is_seen_before_it_is_read():
    """Most sentences need no search for names: none of their words is one."""
    known = lexicon(FRANCE, "en")
    assert known.names_actors(tokens("said the French"))
    assert not known.names_actors(tokens("said the dean"))
