"""What a sentence states beside who says it: numbers, dates, its condition, and whether it denies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from briefing.model import Article, Statement
from briefing.statements.almanac import almanac
from briefing.statements.conditions import condition, denial, turns
from briefing.statements.grammar import grammar
from briefing.statements.numbers import numbers
from briefing.statements.whens import whens
from briefing.text.tokens import tokens


def with_facts(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Find the facts of each statement of one article. Dates are resolved only where the article's own is known."""
    if not statements:
        return ()
    article = statements[0].sentence.article
    published = _published(article)
    counts, turned = _openers(article.language)
    return tuple(_one(statement, published, (counts, turned)) for statement in statements)


@lru_cache(maxsize=32)
def _openers(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of which a sentence with a number or a date has one, and those of conditions and denials."""
    counting, dating = grammar(language), almanac(language)
    counts = (
        {*counting.numerals, *counting.multipliers, *counting.parts, *counting.halves} if counting else set()
    )
    return frozenset(counts | (dating.keys if dating else set())), turns(language).keys


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.source.published or "")[:10])
    except ValueError:
        return None


def _one(
    statement: Statement, published: date | None, keys: tuple[frozenset[str], frozenset[str]]
) -> Statement:
    """Look for facts only where a figure or a word announces one: most sentences have none."""
    article, span = statement.sentence.article, statement.sentence.span
    text, language = article.text, article.language
    found = tokens(text, span.start, span.end)
    here = {token.key for token in found}
    counts = not keys[0].isdisjoint(here) or any("0" <= key[0] <= "9" for key in here)
    turned = not keys[1].isdisjoint(here)
    if not counts and not turned:
        return statement
    dates = whens(text, found, language, (published, statement.quotes)) if counts else ()
    return replace(
        statement,
        dates=dates,
        numbers=numbers(text, found, language, taken=[when.span for when in dates]) if counts else (),
        condition=condition(text, found, language) if turned else None,
        denial=denial(text, found, language) if turned else None,
    )
