"""Claims: what is compared. A statement of today and one that an earlier brief told are the same kind of thing here."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Article, How, Mention, Number, Span, Speaker, Stance, Statement, When
from briefing.statements.terms import Terms, is_measure, negations, says, terms
from briefing.text.tokens import tokens
from briefing.text.words import stem, stop_words

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_CLAUSE = re.compile(r"[,;:—–]\s*")
_BEFORE = 24  # letters in which the words before a number or a date are looked for
_OPENS = 4  # letters before the name that a sentence opens with: "The "
_LEADS = 10  # "but only if": letters before a condition at its clause's head
YEARS = range(1900, 2101)
_LABEL = re.compile(r"[^:.!?]{2,40}:\s")


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks, in a spelling that all spellings of one name share."""

    actor: str | None
    name: str
    """A person's last name, a country's code, ``@actor`` for any other name of an actor; else the folded name."""
    person: bool
    shown: str = field(compare=False)
    """As the text has it."""
    sure: bool = field(default=True, compare=False)
    """Whether the sentence itself says so: a release's issuer and whom it opens with are likely only."""


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

    def around(self, span: Span) -> frozenset[str]:
        """Give the content of the clause that a place stands in, and of the one that it hangs on, not its own.

        What follows its clause's mark, as a condition does ("troops, if asked"), hangs on the clause before; what
        opens the sentence ("If asked, …") on the one behind.
        """
        marks = [0, *(match.end() for match in _CLAUSE.finditer(self.text)), len(self.text)]
        at = max(index for index, mark in enumerate(marks[:-1]) if mark <= span.start)
        first, last = at, at + 1
        if span.start - marks[at] <= _LEADS:
            first, last = max(at - 1, 0), at + 2 if at == 0 else at + 1
        start, end = marks[first], marks[min(last, len(marks) - 1)]
        parts = (self.text[start : span.start], self.text[span.end : max(end, span.end)])
        return frozenset().union(*(terms(part, self.language).content for part in parts))


class Naming:
    """Which spellings name one person, and what an actor's names stand for; learned from a run's statements."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._people: dict[tuple[str, str], str] = {}
        self._spelled: dict[str, tuple[str, str | None]] = {}
        words: dict[str, bool] = {}
        codes: dict[str, set[str]] = {}
        for statement in statements:
            article = statement.sentence.article
            for mention in statement.mentions:
                spelled = article.text[mention.span.start : mention.span.end]
                _learn(words, spelled, article.language)
                self._spelled[spelled] = mention.actor, mention.person
                if mention.person:
                    self._people[mention.actor, _last(spelled)] = _last(mention.person)
                else:
                    codes.setdefault(mention.actor, set()).update(_countries(spelled, article.language))
            for speaker in statement.speakers:
                small = stop_words(article.language)
                for token in tokens(speaker.name):
                    if token.capital and token.key not in small:
                        words.setdefault(token.key, False)
        self.words: Mapping[str, bool] = words
        """Folded words of actors' and persons' names, and whether they are names without a capital too."""
        self._groups = frozenset(actor for actor, names in codes.items() if len(names) > 1)

    def party(self, speaker: Speaker, language: str) -> Party:
        """Give the party that a speaker is."""
        last, sure = _last(speaker.name), speaker.how != "issuer"
        if speaker.actor is None:
            return Party(None, last, True, speaker.name, sure)
        known = self._people.get((speaker.actor, last))
        if known:
            return Party(speaker.actor, known, True, speaker.name, sure)
        code = next(iter(_countries(speaker.name, language)), None) if self.several(speaker.actor) else None
        return Party(speaker.actor, code or f"@{speaker.actor}", False, speaker.name, sure)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Find the names that the run knows in a text of another day."""
        found = [
            Mention(actor, Span(at, at + len(name)), person)
            for name, (actor, person) in sorted(self._spelled.items())
            if (at := text.find(name)) >= 0 and not text[at + len(name) : at + len(name) + 1].isalnum()
        ]
        longest = [
            m for m in found if not any(_inside(m.span, other.span) for other in found if other is not m)
        ]
        return tuple(sorted(longest, key=lambda mention: (mention.span.start, mention.actor)))

    def several(self, actor: str) -> bool:
        """Tell whether an actor is a group of countries, each with a position of its own."""
        return actor in self._groups


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end and one != other


def claims(statements: Sequence[Statement], naming: Naming) -> tuple[Claim, ...]:
    """Make a claim of each statement."""
    return tuple(_claim(statement, naming) for statement in statements)


def _claim(statement: Statement, naming: Naming) -> Claim:
    sentence = statement.sentence
    article, text, at = sentence.article, sentence.text, sentence.span.start
    parties = frozenset(_parties(statement, naming))
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
        parties=parties,
        spoken=frozenset(
            name for party in parties for name in (party.name, *_names(party.shown, article.language))
        ),
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


def _parties(statement: Statement, naming: Naming) -> Iterator[Party]:
    """Give those who speak, whom a label names, or else whom the sentence opens with: it says what they do."""
    sentence = statement.sentence
    article = sentence.article
    yield from _labelled(sentence.text, article.language)
    if statement.speakers:
        yield from (naming.party(speaker, article.language) for speaker in statement.speakers)
        return
    for mention in statement.mentions[:1]:
        if mention.span.start - sentence.span.start <= _OPENS:
            name = article.text[mention.span.start : mention.span.end]
            how: How = "named" if mention.person else "issuer"
            yield naming.party(Speaker(name, mention.actor, how), article.language)


def _learn(words: dict[str, bool], spelled: str, language: str) -> None:
    """Learn the words of a name: in "the union" the last one is a name however it is written."""
    found = tokens(spelled)
    for token in found:
        small = token.key in stop_words(language)
        if token.form[0].isupper() and not small:
            words.setdefault(token.key, False)
    if found and found[-1].form.islower():
        words[found[-1].key] = True


def _names(shown: str, language: str) -> Iterator[str]:
    yield from (token.key for token in tokens(shown))
    yield from _countries(shown, language)


def _condition(statement: Statement) -> Span | None:
    """Give a statement's condition; what only lacks something ("without drivers") makes nothing depend on it."""
    span, article = statement.condition, statement.sentence.article
    opens = tokens(article.text, span.start, span.end)[:1] if span else ()
    return None if opens and opens[0].key in negations(article.language) else span


def _said_on(article: Article, date: When) -> bool:
    """Tell whether a date is the day on which something was said, not the day that it is about: "said on Monday"."""
    before = tokens(article.text, max(date.span.start - _BEFORE, 0), date.span.start)[-2:]
    return any(token.key in says(article.language) for token in before)


def _refuted(article: Article, number: Number) -> bool:
    """Tell whether the word before a number denies it."""
    before = tokens(article.text, max(number.span.start - _BEFORE, 0), number.span.start)
    return bool(before) and before[-1].key in negations(article.language)


def _figure_end(number: Number, article: Article) -> int:
    """Give the end of a number with its measure; a thing that it counts ("120 apprentices") is matter of its own."""
    words = tokens(article.text, number.span.start, number.span.end)
    if len(words) < 2 or number.unit is None or is_measure(number.unit, article.language):
        return number.span.end
    same = stem(words[-1].form.casefold(), article.language) == stem(number.unit, article.language)
    return words[-1].start if same else number.span.end


def _within(span: Span | None, start: int) -> Span | None:
    return Span(span.start - start, span.end - start) if span else None


def _labelled(text: str, language: str) -> set[Party]:
    """Name the countries of a label: "France and Poland: …"."""
    label = _LABEL.match(text)
    found = _countries(label[0], language) if label else ()
    return {Party(None, code, False, code) for code in found}


def _countries(text: str, language: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in terms(text, language).names if len(name) == 2 and name.isupper()))


def _digits(text: str, counted: Sequence[tuple[int, int]]) -> Iterator[float]:
    """Read the plain numbers of a text, "2.75", "31", "1,200", besides those at places that are known."""
    for word in tokens(text):
        if any(start <= word.start < end for start, end in counted):
            continue
        if word.key[0].isdigit() and (number := _PLAIN.fullmatch(word.key)):
            yield float(number[0].replace(",", ""))


def _last(name: str) -> str:
    """Fold a name's last word: what all spellings of a person share."""
    words = tokens(name)
    return words[-1].key if words else name.casefold()
