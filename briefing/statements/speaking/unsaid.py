"""What a sentence leaves unsaid though it opens well: whose spokeswoman, 2.3 of what, the question that it answers."""

from functools import lru_cache

from briefing.languages import load
from briefing.statements.looking.look import Look
from briefing.text.phrases import Phrases
from briefing.text.tokens import fold

_HEAD = 4  # words outside of a quotation at whose head "its minister" stands
_CLOSES = frozenset(',”"»“')  # between what is said and who says so
_PARTS = frozenset(",;:—–")
_MANY = 12  # words: who says more says of what a figure is one


class _Unsaid:
    """A language's words, compiled."""

    def __init__(self, code: str) -> None:
        language = load(code)
        self.according = Phrases({"according": language.words("speech.according")})
        self.definite = Phrases({"definite": language.words("antecedents.definite")})
        self.replies = Phrases({"reply": language.words("antecedents.replies")})
        self.causes = frozenset(map(fold, language.words("antecedents.causes")))
        self.next = frozenset(map(fold, language.words("antecedents.next")))
        self.papers = frozenset(map(fold, language.words("turns.full")))
        self.pointing = frozenset(map(fold, language.words("antecedents.pointing")))
        self.persons = frozenset(
            fold(word) for kind in ("he", "she", "them") for word in language.words(f"antecedents.{kind}")
        )
        self.verbs = Phrases({"verb": (*language.words("antecedents.verbs"), *language.words("facts.past"))})
        self.lists = frozenset(map(fold, language.words("antecedents.lists")))
        self.counts = frozenset(map(fold, language.words("antecedents.counts")))
        self.owners = frozenset(map(fold, language.words("antecedents.owners"))) - {"s"}


@lru_cache(maxsize=16)
def _unsaid(code: str) -> _Unsaid:
    return _Unsaid(code)


def unsaid(look: Look) -> str | None:
    """Name the words that need what came before; None where there are none."""
    known = _unsaid(look.sentence.article.language)
    looks = (_reply, _source, _owned, _last, _list)
    told = (find(look, known) for find in looks) if look.words else ()
    return next((word for word in told if word), None) or (_figure(look) if look.words else None)


def _reply(look: Look, known: _Unsaid) -> str | None:
    """Find an answer's mark ("A: …") or its first word ("No, and …", "Because …"): its question was left behind."""
    start = 0
    if len(look.words) > 1 and look.between(0).startswith(":"):
        if len(look.words[0].form) == 1:
            return look.words[0].form
        start = 1
    if look.words[start].key in known.causes and "," not in look.sentence.text:
        return look.words[start].form  # "Because I count votes."
    hits = known.replies.at(look.words, start)
    closed = hits and (
        hits[0].last == len(look.words) or look.between(hits[0].last - 1)[:1] in (",", ".", ";")
    )
    return look.text(start, hits[0].last) if closed else None


def _source(look: Look, known: _Unsaid) -> str | None:
    """Find "According to the document," where nothing says which."""
    hits = known.according.at(look.words, 0)
    if not hits:
        return None
    named = known.definite.at(look.words, hits[0].last)
    return look.text(0, named[0].last) if named and "," in look.between(named[0].last - 1) else None


def _owned(look: Look, known: _Unsaid) -> str | None:
    """Find "“…,” its minister said" and "…, said his spokeswoman": nobody is named before the one who owns."""
    outside = [at for at in range(len(look.words)) if not look.inside(at)][:_HEAD] if look.inside(0) else []
    behind = (cue for cue in look.cues if cue.first and set(look.between(cue.first - 1)) & _CLOSES)
    for at in (*outside, *(cue.last for cue in behind)):
        if any(group.first <= at for group in look.groups if not look.inside(group.first)):
            return None
        if at < len(look.words) and look.words[at].key in known.owners:
            return look.words[at].form
    return None


def _last(look: Look, known: _Unsaid) -> str | None:
    """Find the "that" on which a sentence of one clause ends, and "Behind her sat …": nothing in it is meant."""
    end = len(look.words) - 1
    closes = look.words[end].key in known.pointing and not look.inside(end)
    if closes and not any(set(look.between(at)) & _PARTS for at in range(end)):
        return look.words[end].form
    fronted = end > 1 and look.words[1].key in known.persons and not look.inside(0)
    first = any(group.first == 0 for group in look.groups)
    return look.words[1].form if fronted and not first and known.verbs.at(look.words, 2) else None


def _figure(look: Look) -> str | None:
    """Find a decimal that closes a short sentence and counts nothing: "The employers have offered 2.3."."""
    if len(look.words) > _MANY:
        return None
    *before, last = (word.form for word in look.words)
    tail = look.sentence.article.text[look.words[-1].end : look.sentence.span.end].strip(" .!;”\"'’")
    decimal = last.replace(",", ".").replace(".", "", 1).isdigit() and not last.isdigit()
    sign = any(char in "$€£¥" for char in look.sentence.text)
    plain = decimal and not tail and not sign and not any(form[:1].isdigit() for form in before)
    return last if plain else None


def _list(look: Look, known: _Unsaid) -> str | None:
    """Find "We ask for three things." and "the following statement": what they announce comes behind them."""
    for at in range(len(look.words) - 1):
        if (
            look.words[at].key in known.next
            and look.words[at + 1].key in known.papers
            and not look.inside(at)
        ):
            return look.text(at, at + 2)
    if len(look.words) < 2 or look.sentence.text.rstrip()[-1:] != ".":
        return None
    count, noun = look.words[-2], look.words[-1]
    told = noun.key in known.lists and (count.key in known.counts or count.form.isdigit())
    return look.text(len(look.words) - 2, len(look.words)) if told else None
