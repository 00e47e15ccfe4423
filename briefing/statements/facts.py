"""What a sentence states beside who says it: numbers, dates, its condition, and whether it denies."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Statement
from briefing.statements.conditions import condition, denial, turns
from briefing.statements.numbers import numbers
from briefing.text.tokens import tokens


def with_facts(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Find the facts of each statement of one article. Dates are resolved only where the article's own is known."""
    if not statements:
        return ()
    return tuple(_one(statement) for statement in statements)


def _one(statement: Statement) -> Statement:
    article, span = statement.sentence.article, statement.sentence.span
    text, language = article.text, article.language
    found = tokens(text, span.start, span.end)
    keys = {token.key for token in found}
    counted = numbers(text, found, language)
    turned = not turns(language).keys.isdisjoint(keys)
    return replace(
        statement,
        numbers=counted,
        condition=condition(text, found, language) if turned else None,
        denial=denial(text, found, language) if turned else None,
    )
