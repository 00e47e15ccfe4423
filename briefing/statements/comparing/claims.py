"""Claims: what is compared. A statement of today and one that an earlier brief told are the same kind of thing here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.model import Article, Number, Span, Stance, Statement, When
from briefing.statements.comparing.parties import Naming, Party, named, parties
from briefing.statements.comparing.terms import Terms, clauses, is_measure, negations, says, terms
from briefing.text.tokens import tokens
from briefing.text.words import stem

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_FIGURE = re.compile(r"\d")
_BEFORE = 24  # letters in which the words before a number or a date are looked for
_LEADS = 10  # "but only if": letters before a condition at its clause's head
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A statement as the comparison sees it."""

    id: str
    article: str
    text: str = field(repr=False)
    language: str
    terms: Terms
    matter: frozenset[str]
    """What it speaks of: words of content, and numbers."""
    parties: frozenset[Party] = frozenset()
    """Who speaks, or whom its label names: "Germany: …"."""
    spoken: frozenset[str] = frozenset()
    """Folded words, and codes, by which they are named."""
    start: int = 0
    """Where its text begins in the article that the places of its numbers count in."""
    numbers: tuple[Number, ...] = ()
    refuted: frozenset[Number] = frozenset()
    """Numbers of it that it denies: "nine ships, not twelve"."""
    values: frozenset[float] = frozenset()
    """Every number in it, with a unit or without."""
    dates: tuple[tuple[str, str | None], ...] = ()
    """As stated, folded, and as resolved."""
    condition: Span | None = None
    denial: Span | None = None
    """Places in its text."""
    stance: Stance | None = None
    published: str | None = None

    def around(self, span: Span, *, hangs: bool = False) -> frozenset[str]:
        """Give the content of the clause that a place stands in; ``hangs``: and of the one that it hangs on.

        A condition behind its clause's mark ("troops, if asked") hangs on the clause before, one that opens the
        sentence ("If asked, …") on the one behind. The place's own words are left out.
        """
        marks = [0, *(match.end() for match in clauses(self.language).finditer(self.text)), len(self.text)]
        at = max(index for index, mark in enumerate(marks[:-1]) if mark <= span.start)
        first, last = at, at + 1
        if hangs and span.start - marks[at] <= _LEADS:
            first, last = max(at - 1, 0), at + 2 if at == 0 else at + 1
        start, end = marks[first], marks[min(last, len(marks) - 1)]
        parts = (self.text[start : span.start], self.text[span.end : max(end, span.end)])
        return frozenset().union(*(terms(part, self.language).content for part in parts))


def claims(statements: Sequence[Statement], naming: Naming) -> tuple[Claim, ...]:
    """Make a claim of each statement."""
    return tuple(_claim(statement, naming) for statement in statements)


def _claim(statement: Statement, naming: Naming) -> Claim:
    sentence = statement.sentence
    article, text, at = sentence.article, sentence.text, sentence.span.start
    who = frozenset(parties(statement, naming))
    counted = [(number.span.start - at, _figure_end(number, article) - at) for number in statement.numbers]
    found = terms(text, article.language, people=naming.words, counted=counted)
    values = frozenset((*(number.value for number in statement.numbers), *_digits(text, counted)))
    return Claim(
        id=sentence.id,
        article=article.id,
        text=text,
        language=article.language,
        terms=found,
        matter=found.content | {f"#{value:g}" for value in values if value not in YEARS and value > 1},
        parties=who,
        spoken=frozenset(
            name for party in who for name in (party.name, *named(party.shown, article.language))
        ),
        start=at,
        numbers=statement.numbers,
        refuted=frozenset(number for number in statement.numbers if _refuted(article, number)),
        values=values,
        dates=tuple(
            (article.text[date.span.start : date.span.end].casefold(), date.resolved)
            for date in statement.dates
            if not _said_on(article, date)
        ),
        condition=_within(_condition(statement), at),
        denial=_within(statement.denial, at),
        stance=statement.stance,
        published=article.source.published,
    )


def _condition(statement: Statement) -> Span | None:
    """Give a statement's condition; what only lacks something ("without drivers") makes nothing depend on it."""
    span, article = statement.condition, statement.sentence.article
    opens = tokens(article.text[span.start : span.end])[:1] if span else ()
    return None if opens and opens[0].key in negations(article.language) else span


def _said_on(article: Article, date: When) -> bool:
    """Tell whether a date is the day on which something was said, not the day that it is about: "said on Monday"."""
    before = tokens(article.text[max(date.span.start - _BEFORE, 0) : date.span.start])[-2:]
    return any(token.key in says(article.language) for token in before)


def _refuted(article: Article, number: Number) -> bool:
    """Tell whether the word before a number denies it."""
    before = tokens(article.text[max(number.span.start - _BEFORE, 0) : number.span.start])
    return bool(before) and before[-1].key in negations(article.language)


def _figure_end(number: Number, article: Article) -> int:
    """Give the end of a number with its measure; a thing that it counts ("120 apprentices") is matter of its own."""
    words = tokens(article.text[number.span.start : number.span.end])
    if len(words) < 2 or number.unit is None or is_measure(number.unit, article.language):
        return number.span.end
    same = stem(words[-1].form.casefold(), article.language) == stem(number.unit, article.language)
    return number.span.start + words[-1].start if same else number.span.end


def _within(span: Span | None, start: int) -> Span | None:
    return Span(span.start - start, span.end - start) if span else None


def _digits(text: str, counted: Sequence[tuple[int, int]]) -> Iterator[float]:
    """Read the plain numbers of a text, "2.75", "31", "1,200", besides those at places that are known."""
    for word in tokens(text) if _FIGURE.search(text) else ():
        if any(start <= word.start < end for start, end in counted):
            continue
        if word.key[0].isdigit() and (number := _PLAIN.fullmatch(word.key)):
            yield float(number[0].replace(",", ""))
