"""What the sides of a theme are about: only who speaks of that matter itself stands for or against it.

The matter is what the theme's question asks yes or no about ("which would send troops, which would not"), else one
keyword that both sides hold. Words that take a side or name the theme's parties are no matter.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from briefing.languages import load
from briefing.model import Reading, Stance, Theme
from briefing.sections.lines import Line
from briefing.text.phrases import Phrases
from briefing.text.tokens import fold, tokens
from briefing.text.words import stems

_CUES = ("for", "against", "shut", "verdict", "act", "nouns", "conditional", "generic")
_KEYED = ("for", "against", "shut", "verdict", "nouns", "ambiguous", "generic")
_SPEECH = ("say", "auxiliary", "people")
_TAKEN = ("for", "conditions")

Told = Callable[[Line], Stance | None]


def of_matter(theme: Theme, found: Sequence[Line], reading: Reading, told: Told) -> frozenset[int]:
    """Give the lines, by their first statements, whose side (``told``) is one of the theme's matter."""
    sided = [line for line in found if told(line) is not None]
    languages = {_language(line, reading) for line in sided}
    asked = {code: _asked(theme, reading, code) for code in languages}
    words = {code: _keywords(theme, code) for code in languages}
    held = {line.first: _held(line, reading, (asked, words)) for line in sided}
    if any(asked.values()):
        return frozenset(first for first, names in held.items() if names)
    by_side: dict[str, dict[bool, int]] = {}
    for line in sided:
        for name in held[line.first]:
            counts = by_side.setdefault(name, {True: 0, False: 0})
            counts[told(line) in _TAKEN] += 1
    both = [(counts[True] + counts[False], name) for name, counts in by_side.items() if all(counts.values())]
    matter = min(both, key=lambda one: (-one[0], one[1]), default=(0, None))[1]
    return frozenset(first for first, names in held.items() if matter in names)


def _held(
    line: Line, reading: Reading, by: tuple[dict[str, frozenset[str]], dict[str, Phrases]]
) -> frozenset[str]:
    """Name the words of the matter that a line holds."""
    asked, words = by
    code = _language(line, reading)
    texts = [reading.statements[member].sentence.text for member in line.members]
    named = {hit.phrase for text in texts for hit in words[code].find(tokens(text))}
    return frozenset(named | {stem for text in texts for stem in stems(text, code) if stem in asked[code]})


def _language(line: Line, reading: Reading) -> str:
    return reading.statements[line.first].sentence.article.language


def _asked(theme: Theme, reading: Reading, code: str) -> frozenset[str]:
    """Give the stems of what a question asks yes or no about; none where it does not ask so."""
    question = theme.question or ""
    if not _folded(code, "sides.not") & {token.key for token in tokens(question)}:
        return frozenset()
    parties = (
        one.sentence.article.text[mention.span.start : mention.span.end]
        for one in reading.statements
        if one.sentence.article.language == code
        for mention in one.mentions
        if mention.actor in theme.actors
    )
    return frozenset(stems(question, code)) - _stemmed(parties, code) - _cue_stems(code)


def _keywords(theme: Theme, code: str) -> Phrases:
    """Compile a theme's keywords but for those that take a side: "reluctan*", "veto"."""
    language = load(code)
    cues = {fold(word) for key in _KEYED for cue in language.words(f"sides.{key}") for word in cue.split()}
    plain = (word for word in theme.keywords if not any(_takes(word, cue) for cue in cues))
    return Phrases({"matter": tuple(plain)})


def _takes(keyword: str, cue: str) -> bool:
    """Tell whether a keyword, perhaps with an open end, is a word that takes a side."""
    plain = fold(keyword.rstrip("*"))
    return cue == plain or (keyword.endswith("*") and cue.startswith(plain))


@lru_cache(maxsize=16)
def _cue_stems(code: str) -> frozenset[str]:
    language = load(code)
    cues = [word for key in _CUES for word in language.words(f"sides.{key}")]
    return _stemmed([*cues, *(word for key in _SPEECH for word in language.words(f"speech.{key}"))], code)


@lru_cache(maxsize=64)
def _folded(code: str, path: str) -> frozenset[str]:
    return frozenset(map(fold, load(code).words(path)))


def _stemmed(texts: Iterable[str], code: str) -> frozenset[str]:
    return frozenset(stem for text in dict.fromkeys(texts) for stem in stems(text, code))
