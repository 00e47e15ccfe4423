"""A statement as its side is read from it: its words, whose names they are, and a language's words for sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import Language, load
from briefing.model import Statement
from briefing.text.phrases import Hit, Phrases
from briefing.text.tokens import Token, fold, tokens

_LABELS = ("for", "against", "shut", "verdict", "act", "idle")
_PARTED = ("for", "against", "shut")
_OWN = ("light", "not", "should", "could", "will", "beside", "away", "unless", "unsure", "nouns", "ambiguous")
_SPEECH = ("we", "he", "they", "and", "that", "relative", "prepositions", "passive", "determiners")


class Sides:
    """A language's words for sides, compiled."""

    def __init__(self, language: Language) -> None:
        labelled = {label: language.words(f"sides.{label}") for label in _LABELS}
        labelled["idle"] += (*language.words("context.silence"), *language.words("speech.idle"))
        self._cues = Phrases(labelled)
        self._parted = [
            (label, *_halves(phrase))
            for label in _PARTED
            for phrase in language.words(f"sides.split_{label}")
        ]
        self.conditions = Phrases({"if": language.words("sides.conditional")})
        self.offers = Phrases({"offer": language.words("sides.offering")})
        self.verb_second = bool(language.words("speech.verb_second"))
        """Whether subject and negation may stand on either side of the verb, as in German."""
        self.known = bool(language.words("sides.for"))
        """Whether the language has such words at all."""
        self.further = _folded(language, "sides.further")
        """What joins another verb behind a comma: "…, and has threatened"."""
        self._sets = {name: _folded(language, f"sides.{name}") for name in (*_OWN, "by", "to")}
        self._sets |= {name: _folded(language, f"speech.{name}") for name in _SPEECH}
        self._sets["it"] = _folded(language, "sides.it") | self._sets["he"] | self._sets["they"]

    def has(self, name: str, word: Token) -> bool:
        """Tell whether a word belongs to one of the small closed classes."""
        return word.key in self._sets[name]

    def find(self, words: Sequence[Token]) -> list[Hit]:
        """Find the cues of a sentence in their order, those of verbs that part among them."""
        found = self._cues.find(words)
        if self._parted:
            found = sorted((*found, *self._split(words)), key=lambda hit: hit.first)
        return found

    def _split(self, words: Sequence[Token]) -> Iterator[Hit]:
        """Find verbs whose particle closes their clause: "lehnte den Vorschlag ab"."""
        keys = [word.key for word in words]
        for label, verb, particle in self._parted:
            if verb in keys and particle in keys[keys.index(verb) + 1 :]:
                first = keys.index(verb)
                yield Hit(label, first, first + 1, f"{verb} … {particle}")


def _halves(phrase: str) -> tuple[str, str]:
    """Read a verb that parts: "lehnt … ab"."""
    verb, particle = phrase.split("…")
    return fold(verb.strip()), fold(particle.strip())


def _folded(language: Language, path: str) -> frozenset[str]:
    return frozenset(map(fold, language.words(path)))


@lru_cache(maxsize=16)
def sides(code: str) -> Sides:
    """Compile a language's words for sides, once."""
    return Sides(load(code))


@dataclass(frozen=True, slots=True)
class Scene:
    """A statement with what its side is read from; sets hold indices of words."""

    statement: Statement
    words: tuple[Token, ...]
    sides: Sides
    named: frozenset[int]
    """The speakers' names, and others of their parties."""
    others: frozenset[int]
    """Names that are neither."""
    said: frozenset[int]
    """The speakers' cues."""
    persons: frozenset[int]
    """Names of persons."""

    @property
    def single(self) -> bool:
        """Whether one party speaks, however many speak for it."""
        return len({speaker.actor or speaker.name for speaker in self.statement.speakers}) == 1

    def has(self, name: str, index: int) -> bool:
        """Tell whether a word belongs to a closed class."""
        return self.sides.has(name, self.words[index])

    def between(self, index: int) -> str:
        """Give the characters between a word and the next one; a stop at either end of the sentence."""
        if not 0 <= index < len(self.words) - 1:
            return "."
        return self.statement.sentence.article.text[self.words[index].end : self.words[index + 1].start]

    def joined(self, index: int) -> bool:
        """Tell whether nothing but a space, a hyphen or an apostrophe parts a word from the next one."""
        return not self.between(index).strip(" -’'")

    def lower(self, index: int) -> bool:
        """Tell whether a word is written small."""
        return self.words[index].form.islower()

    def quoted(self, index: int) -> bool:
        """Tell whether a word stands inside quotation marks."""
        start = self.words[index].start
        return any(quote.start <= start < quote.end for quote in self.statement.quotes)


def scene(statement: Statement) -> Scene:
    """Lay out a statement: whose names its words are."""
    sentence, start = statement.sentence, statement.sentence.span.start
    words = tokens(sentence.article.text, start, sentence.span.end)
    actors = {speaker.actor for speaker in statement.speakers if speaker.actor}
    own: set[int] = set()
    said: set[int] = set()
    for speaker in statement.speakers:
        own |= _covered(words, *_place(sentence.text, speaker.name, start))
        said |= _covered(words, *_place(sentence.text, speaker.cue or "", start))
    others: set[int] = set()
    persons: set[int] = set()
    for mention in statement.mentions:
        here = _covered(words, mention.span.start, mention.span.end)
        persons |= here if mention.person else set()
        if mention.actor in actors and mention.person is None:
            own |= here
        else:
            others |= here
    table = sides(sentence.article.language)
    return Scene(
        statement,
        words,
        table,
        frozenset(own),
        frozenset(others - own),
        frozenset(said - own),
        frozenset(persons),
    )


def _place(text: str, part: str, start: int) -> tuple[int, int]:
    at = text.find(part) if part else -1
    return (start + at, start + at + len(part)) if at >= 0 else (0, 0)


def _covered(words: Sequence[Token], start: int, end: int) -> set[int]:
    return {index for index, word in enumerate(words) if start <= word.start and word.end <= end}
