"""Keywords that never match as they are written, and would with another ending."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.advice.advice import ENDING, IDLE, Advice, listed, often, place, written
from briefing.config.config import Config
from briefing.model import Reading, Theme
from briefing.text.words import stems

_SHORTEST = 5
"""Letters before a star at least: shorter beginnings are those of other words."""
_SAME = 0.9
"""Of what an open ending finds so many must be forms of the same word: “divid*” also finds dividends."""
_MANY = 50
"""Articles from which on a theme without a single keyword in them says something of its keywords."""


def keywords(reading: Reading, config: Config) -> Iterator[Advice]:
    """Advise a ``*`` where the word stands in the articles in other forms alone; name themes none of whose words do."""
    texts = [article.text.casefold() for article in reading.articles]
    languages = sorted({article.language for article in reading.articles})
    for theme in config.themes:
        missing = [word for word in theme.keywords if not _stands(word, texts)]
        better = {word: open_ for word in missing if (open_ := _opened(word, languages, texts, reading))}
        if better:
            yield _ending(theme, better)
        elif len(theme.keywords) > 1 and len(missing) == len(theme.keywords) and len(texts) >= _MANY:
            yield Advice(
                IDLE, 0, f"none of the keywords of {theme.key} stands in these {len(texts):,} articles"
            )


def _stands(word: str, texts: Sequence[str]) -> bool:
    """Tell whether a keyword stands in an article."""
    pattern = re.compile(
        r"\W+".join(_pattern(part) for part in re.findall(r"[\w*]+", word.casefold())) or r"(?!)"
    )
    head = re.split(r"\W", word.casefold(), maxsplit=1)[0]
    return any(_at(pattern, head, text) for text in texts if head in text)


def _at(pattern: re.Pattern[str], head: str, text: str) -> bool:
    """Search a text for a pattern by the letters that it begins with: much faster than by the pattern."""
    at = text.find(head)
    while at >= 0 and not pattern.match(text, at):
        at = text.find(head, at + 1)
    return at >= 0


def _pattern(part: str) -> str:
    return rf"\b{re.escape(part.rstrip('*'))}" + (r"\w*" if part.endswith("*") else r"s?\b")


def _opened(word: str, languages: Sequence[str], texts: Sequence[str], reading: Reading) -> str | None:
    """Give the keyword with an open ending that does stand in the articles; None where none does often and surely."""
    *before, last = word.split()
    if before or last.endswith("*"):
        return None
    for language in languages:
        for stem in dict.fromkeys((last, *stems(last, language))):
            if len(stem) < _SHORTEST or not last.casefold().startswith(stem.casefold()):
                continue
            beginning = stem.casefold()
            found = [re.findall(_pattern(f"{beginning}*"), text) for text in texts if beginning in text]
            forms = [form for forms in found for form in forms]
            same = sum(stems(form, language) == stems(last, language) for form in forms)
            if often(len(forms), sum(map(bool, found)), reading) and same >= _SAME * len(forms):
                return f"{stem}*"
    return None


def _ending(theme: Theme, better: Mapping[str, str]) -> Advice:
    pairs = listed([f"“{word}” never stands there, “{opened}” does" for word, opened in better.items()])
    line = written("keywords", [better.get(word, word) for word in theme.keywords])
    where = place("themes", theme.key, "keywords", replaces=True)
    return Advice(ENDING, len(better), f"in the articles {pairs}. {where}", line, ("themes", theme.key))
