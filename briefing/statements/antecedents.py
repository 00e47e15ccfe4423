"""The editor's bracket: "he [Macron]", where it is certain whom a sentence that leans on the one before means.

A "he" is certain where one person alone is named as subject or speaker, nobody else stands between, and nothing parts
the two sentences: no heading, no list, no entry of a live report. An "it" is certain that says or rejects something
right after one body did; a "they" right after a joint subject. Everything else stays as it is: no bracket is better
than a wrong one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model import Bracket, Statement
from briefing.statements.leaning import leans
from briefing.statements.look import Group, Look
from briefing.statements.persons import Gender, Person, Terms, introduced, persons, terms
from briefing.text.tokens import Token, fold

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\b")  # opens an entry of a live report
_HEAD = 8  # words at a sentence's head in which its subject stands
_SHORT = 3  # letters: "has" and "his" are no plurals
_FADES = 1  # sentences that may stand between without naming anybody


@dataclass(frozen=True, slots=True)
class _Focus:
    """The one person whom a "he" or "she" would mean now."""

    name: str
    key: str
    actor: str | None
    person: str | None
    gender: Gender | None
    age: int = 0
    """Sentences since one that names the person, or points to them."""


@dataclass(frozen=True, slots=True)
class _Somebody:
    """A "he" whom nobody could name was just spoken of."""


@dataclass(frozen=True, slots=True)
class _Article:
    """What is known of an article's persons."""

    terms: Terms
    introduced: Mapping[str, Person]
    called: frozenset[str]
    """Folded words that stand alone as names."""
    genders: Mapping[str, Gender]
    """Folded surname → what a sentence about that person alone shows: "Zelensky escalated his demands"."""


def with_brackets(seen: Sequence[Look], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Resolve what the statements of one article lean on, where that is certain; the two run parallel."""
    known = terms(statements[0].sentence.article.language) if statements else terms("und")
    if not known.known:
        return tuple(statements)
    follows = [False, *(_continues(before, look) for before, look in pairwise(seen))]
    leaning = [one.leans is not None and goes_on for one, goes_on in zip(statements, follows, strict=True)]
    asks = [leans and _pronoun(look, known) is not None for leans, look in zip(leaning, seen, strict=True)]
    needed = _needed(asks, follows)
    article = _article(seen, known) if any(asks) else _Article(known, {}, frozenset(), {})
    out: list[Statement] = []
    focus: _Focus | _Somebody | None = None
    for at, (look, statement) in enumerate(zip(seen, statements, strict=True)):
        focus = focus if follows[at] else None
        brackets: tuple[Bracket, ...] = ()
        if leaning[at]:
            brackets = _person(look, statement, (focus, article)) or _joint(look, statements[at - 1], article)
        if statement.leans is not None and not brackets:
            brackets = _office(look, statement, article)
        out.append(replace(statement, brackets=brackets) if brackets else statement)
        focus = _focused(look, statement, (focus, article)) if needed[at] else None
    return tuple(out)


def _article(seen: Sequence[Look], known: Terms) -> _Article:
    people = introduced(seen, known)
    alone = (look.words[g.first].key for look in seen for g in look.groups if g.last - g.first == 1)
    return _Article(known, people, frozenset(alone), _genders(seen, people, known))


def _needed(asks: Sequence[bool], follows: Sequence[bool]) -> list[bool]:
    """Tell behind which sentences the focus matters: some sentence that goes on with them asks for it."""
    needed = [False] * len(asks)
    for at in range(len(asks) - 2, -1, -1):
        needed[at] = follows[at + 1] and (asks[at + 1] or needed[at + 1])
    return needed


def _continues(before: Look, look: Look) -> bool:
    """Tell whether a sentence goes on with the one before it: in the same block, or in the next paragraph."""
    one, other = before.sentence.block, look.sentence.block
    if one is other or one.span == other.span:
        return True
    if one.kind != "paragraph" or other.kind != "paragraph" or one.heading != other.heading:
        return False
    text = look.sentence.article.text
    return not text[one.span.end : other.span.start].strip() and not _CLOCK.match(text, other.span.start)


# --- one person ----------------------------------------------------------------------------------


def _person(
    look: Look, statement: Statement, by: tuple[_Focus | _Somebody | None, _Article]
) -> tuple[Bracket, ...]:
    """Give the bracket behind a "he", "she" or "his" that means the person in focus."""
    focus, article = by
    known = article.terms
    index = _pronoun(look, known)
    if not isinstance(focus, _Focus) or index is None or not _agrees(look.words[index], focus, known):
        return ()
    if statement.leans != look.words[index].form or not _unrivalled(look, index, article):
        return ()
    if any(s.how == "pronoun" and s.name.split()[-1] != focus.name.split()[-1] for s in statement.speakers):
        return ()  # attribution means another
    if look.sentence.article.text.startswith(("’", "'"), look.words[index].end):
        return ()  # "He’s" leaves no room
    owned = known.has("possessive", look.words[index].key) and index == 0
    spoken = any(speaker.how == "pronoun" for speaker in statement.speakers)
    if (owned and not _owns(look, index)) or (known.has("spoken", "yes") and not spoken):
        return ()
    text = f"{focus.name}’s" if owned else focus.name
    group = Group(index, index + 1, focus.actor, focus.person)
    return _bracket(look, index, (text, group)) if _alone(look, index, group, known) else ()


def _pronoun(look: Look, known: Terms) -> int | None:
    """Find the first word outside of quotation marks that points to a person."""
    return next((index for index in known.where(look, "he", "she") if not look.inside(index)), None)


def _agrees(word: Token, focus: _Focus, known: Terms) -> bool:
    gender = "he" if known.has("he", word.key) else "she"
    return focus.gender in (None, gender)


def _unrivalled(look: Look, index: int, article: _Article) -> bool:
    """Tell whether nobody before a pronoun in its own sentence could be meant by it."""
    if index == 0:
        return True
    before = tuple(group for group in look.groups if group.first < index)
    cues = tuple(cue for cue in look.cues if cue.last <= index)
    head = look.of(look.words[:index], before, cues)
    return persons(head, article.terms, article.introduced) == ()


def _owns(look: Look, index: int) -> bool:
    """Tell whether a possessive stands before a noun that is written small: "His statement"."""
    return index + 1 < len(look.words) and look.between(index) == " "


def _alone(look: Look, index: int, group: Group, known: Terms) -> bool:
    """Tell whether a sentence stands alone once one of its words is known."""
    word = look.words[index]
    token = Token(word.form.capitalize(), f"{word.key}-", word.start, word.end)
    groups = tuple(sorted((*look.groups, group), key=lambda one: one.first))
    solved = look.of((*look.words[:index], token, *look.words[index + 1 :]), groups)
    return leans(solved) is None and not _several(look, index, known)


def _several(look: Look, index: int, known: Terms) -> bool:
    """Tell whether a "they" or "their" is left whose plural the sentence does not name before it."""
    for at, word in enumerate(look.words):
        if at != index and known.has("them", word.key) and not look.inside(at):
            return not any(w.key.endswith("s") and len(w.key) > _SHORT for w in look.words[index + 1 : at])
    return False


def _bracket(look: Look, index: int, named: tuple[str, Group]) -> tuple[Bracket, ...]:
    return (Bracket(look.words[index].end - look.sentence.span.start, named[0]),)


# --- who is in focus -----------------------------------------------------------------------------


def _focused(
    look: Look, statement: Statement, by: tuple[_Focus | _Somebody | None, _Article]
) -> _Focus | _Somebody | None:
    """Give whom a "he" in the next sentence would mean."""
    focus, article = by
    known = article.terms
    found = persons(look, known, article.introduced)
    index = _pronoun(look, known)
    if found is None or len(found) > 1:
        return None
    if found:
        one = found[0]
        before = index is not None and index < one.group.first  # "his recovery, Dempsey noted": two people
        if before or not _subject(look, statement, one, sure=isinstance(focus, _Somebody)):
            return None
        earlier = focus.gender if isinstance(focus, _Focus) and focus.key == one.key else None
        gender = one.gender or earlier or article.genders.get(one.key)
        return _Focus(_called(look, one, article.called), one.key, one.group.actor, one.group.person, gender)
    if not isinstance(focus, _Focus):
        return _Somebody() if index is not None else None
    if index is not None:
        return replace(focus, age=0) if _agrees(look.words[index], focus, known) else None
    return replace(focus, age=focus.age + 1) if focus.age < _FADES else None


def _subject(look: Look, statement: Statement, one: Person, *, sure: bool) -> bool:
    """Tell whether a person is a sentence's subject, or (unless it must be ``sure``) the one who speaks in it."""
    return _heads(look, one.group) or (not sure and _speaks(one, statement))


def _speaks(one: Person, statement: Statement) -> bool:
    """Tell whether a person is the only one who speaks."""
    return any(speaker.name.endswith(one.name) for speaker in statement.speakers)


def _heads(look: Look, group: Group) -> bool:
    """Tell whether a name is its sentence's subject: only titles stand before it, or a comma parts them."""
    if look.inside(group.first) or any(cue.first < group.first for cue in look.cues) or group.first > _HEAD:
        return False
    if group.last < len(look.words) and look.between(group.last - 1).startswith(("’", "'")):
        return False
    for index in range(group.first - 1, -1, -1):
        if "," in look.between(index):
            return True
        word = look.words[index]
        if not (
            word.capital or look.lexicon.has("determiners", word) or look.lexicon.office(look.words, index)
        ):
            return False
    return True


def _genders(seen: Sequence[Look], people: Mapping[str, Person], known: Terms) -> dict[str, Gender]:
    """Read genders off the sentences that name one person; who is shown as both is left out."""
    found: dict[str, set[Gender]] = {}
    for look in seen:
        named = {
            look.words[g.last - 1].key: g
            for g in look.groups
            if g.person or look.words[g.last - 1].key in people
        }
        if len(named) == 1:
            key, group = next(iter(named.items()))
            shown = _shown(look, group, known)
            found.setdefault(key, set()).update({shown} if shown else ())
    return {key: next(iter(shown)) for key, shown in found.items() if len(shown) == 1}


def _shown(look: Look, group: Group, known: Terms) -> Gender | None:
    """Read a person's gender off a pronoun behind the name: "Zelensky escalated his demands"."""
    behind = [word.key for at, word in enumerate(look.words) if at >= group.last and not look.inside(at)]
    if any(known.has("he", key) for key in behind):
        return None if any(known.has("she", key) for key in behind) else "he"
    return "she" if any(known.has("she", key) for key in behind) else None


def _called(look: Look, one: Person, called: frozenset[str]) -> str:
    """Give the name by which an article calls a person again: the surname where it stands alone somewhere."""
    last = look.words[one.group.last - 1]
    return last.form if last.key in called else one.name


def _office(look: Look, statement: Statement, article: _Article) -> tuple[Bracket, ...]:
    """Give the bracket behind "The minister" where the one who speaks is known to be the only holder."""
    speakers = statement.speakers
    if len(speakers) != 1 or speakers[0].how != "role" or not look.words or look.inside(0):
        return ()
    end = look.lexicon.office(look.words, 1) if len(look.words) > 1 else 0
    if not end or statement.leans != look.text(0, end) or not _says(look, end):
        return ()
    names = speakers[0].name.split()
    if not all(name[:1].isupper() for name in names):
        return ()  # no person's name
    last = names[-1]
    name = last if fold(last) in article.called else speakers[0].name
    group = Group(end - 1, end, speakers[0].actor, None)
    return (
        _bracket(look, end - 1, (name, group)) if _alone(look, 0, Group(0, end, None), article.terms) else ()
    )


# --- a body, or several together -------------------------------------------------------------------


def _joint(look: Look, before: Statement, article: _Article) -> tuple[Bracket, ...]:
    """Give the bracket behind an "it" or "they" that says something right after who alone said something."""
    known = article.terms
    if not look.words:
        return ()
    word = look.words[0]
    if look.inside(0) or not look.cues or not look.cues[0].label.startswith(("say", "stance")):
        return ()
    if not _says(look, 1):
        return ()
    names = _named(before)
    alone = len(names) == 1 and known.has("it", word.key)
    if not (alone or (len(names) > 1 and known.has("they", word.key))) or before.brackets:
        return ()
    group = Group(0, 1, before.speakers[0].actor, None)
    text = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return _bracket(look, 0, (text, group)) if _alone(look, 0, group, known) else ()


def _says(look: Look, end: int) -> bool:
    """Tell whether a verb follows a subject that ends at a word, auxiliaries and adverbs between them at most."""
    if not look.cues or look.cues[0].first < end:
        return False
    steps = look.words[end : look.cues[0].first]
    return all(look.lexicon.has("auxiliary", step) or step.form.endswith("ly") for step in steps)


def _named(before: Statement) -> tuple[str, ...]:
    """Name the bodies that speak in a sentence by one cue; empty where a person does, or anything is uncertain."""
    speakers = before.speakers
    sure = all(s.how in ("named", "tail") and s.name[:1].isupper() for s in speakers)
    if not sure or len({speaker.cue for speaker in speakers}) != 1:
        return ()
    people = {before.sentence.article.text[m.span.start : m.span.end] for m in before.mentions if m.person}
    if any(
        person.endswith(speaker.name) or speaker.name.endswith(person)
        for speaker in speakers
        for person in people
    ):
        return ()
    return tuple(dict.fromkeys(speaker.name for speaker in speakers))
