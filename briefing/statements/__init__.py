"""Who says what: every sentence of an article with its speakers, its quotations and the actors that it names."""

from collections.abc import Sequence

from briefing.model import Actor, Article, Sentence, Statement
from briefing.statements.carry import carry
from briefing.statements.comparison import compare
from briefing.statements.facts import with_facts
from briefing.statements.host import hosts
from briefing.statements.lexicon import lexicon
from briefing.statements.look import look
from briefing.statements.names import learn
from briefing.statements.quotes import quoted
from briefing.statements.renewal import since
from briefing.statements.speakers import speakers

__all__ = ["attribute", "compare", "heading_actors", "since", "with_facts"]


def attribute(sentences: Sequence[Sentence], actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """Give each sentence of one article its speakers; ``sentences`` in the order of the text.

    A language without cue words falls back to names alone: mentions and quotations are found, speakers are not.
    """
    if not sentences:
        return ()
    article = sentences[0].article
    words = lexicon(actors, article.language)
    marks = quoted(article, sentences)
    seen = [look(sentence, words, spans) for sentence, spans in zip(sentences, marks, strict=True)]
    learned = learn(seen)
    seen = [one.with_learned(learned) for one in seen]
    return carry([(one, speakers(one)) for one in seen], hosts(article, seen, words))


def heading_actors(article: Article, actors: tuple[Actor, ...]) -> dict[int, tuple[str, ...]]:
    """Give the actors that each heading of an article names: index of the heading's block → actor keys."""
    words = lexicon(actors, article.language)
    named = {}
    for index in sorted({block.heading for block in article.blocks if block.heading is not None}):
        span = article.blocks[index].span
        named[index] = tuple(dict.fromkeys(words.actors_in(article.text[span.start : span.end])))
    return named
