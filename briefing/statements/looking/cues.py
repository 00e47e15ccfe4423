"""Where a sentence says that somebody speaks: cue words, and verbs that part with their particle."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.statements.looking.lexicon import Kind
from briefing.statements.looking.second import framed
from briefing.text.phrases import Hit

if TYPE_CHECKING:
    from briefing.statements.looking.look import Look

_PARTED: tuple[Kind, ...] = ("split", "split_idle", "after", "behind")
_TOLD: tuple[Kind, ...] = ("cues", *_PARTED)  # kinds of words that cues begin with
_AHEAD = 2  # words between an auxiliary and its verb
_BEFORE = 3  # words from an auxiliary to its participle
_REACH = 40  # words between a verb and its particle: longer clauses hide another verb


def found_cues(look: "Look") -> tuple[Hit, ...]:
    """Find a sentence's cues outside of quotation marks, in its order; none inside another."""
    if look.kinds.keys().isdisjoint(_TOLD):
        return ()
    hits = look.lexicon.cues.find(look.words, look.where("cues"))
    whole = [
        hit for hit in hits if not look.inside(hit.first) and hit.label != "idle" and not _noun(look, hit)
    ]
    if look.lexicon.verb_second:
        whole = [hit for hit in whole if _spelled(look, hit)]
    whole = [hit for hit in whole if not _lone(look, hit)]
    whole = [hit for at, hit in enumerate(whole) if not _helps(hit, whole[at + 1 : at + 2])]
    if look.kinds.keys().isdisjoint(_PARTED):
        return framed(look, whole) if look.lexicon.verb_second else tuple(whole)
    verbs = [*_parted(look)]
    begun = {hit.first for hit in (*verbs, *_parted(look, idle=True))}
    whole = [hit for hit in whole if hit.first not in begun or hit.last > hit.first + 1]
    taken = {index for hit in whole for index in range(hit.first, hit.last)}
    parted = [hit for hit in (*verbs, *_after(look)) if hit.first not in taken]
    cues = sorted((*whole, *parted), key=lambda hit: hit.first)
    return framed(look, cues) if look.lexicon.verb_second else tuple(cues)


def _helps(hit: Hit, following: Sequence[Hit]) -> bool:
    """Tell whether a cue only helps the next one: "will hardly accept"."""
    return hit.label == "will" and any(other.first - hit.last <= _AHEAD for other in following)


def _lone(look: "Look", hit: Hit) -> bool:
    """Tell whether a participle has no auxiliary before it: "le plan rejeté", not "a aussitôt rejeté"."""
    words = look.words
    if hit.last - hit.first > 1 or not look.lexicon.spelled("participles", words[hit.first]):
        return False
    near = range(max(hit.first - _BEFORE, 0), hit.first)
    return not any(
        look.lexicon.has("have", words[at]) or look.lexicon.has("passive", words[at]) for at in near
    )


def _spelled(look: "Look", hit: Hit) -> bool:
    """Tell whether a cue's accents are those of the text, where they make another word: "fördert" is not "fordert"."""
    marked = (
        (phrase.casefold(), look.words[at].form.casefold())
        for at, phrase in enumerate(hit.phrase.split(), hit.first)
    )
    return all(form.startswith(phrase.rstrip("*")) for phrase, form in marked)


def _noun(look: "Look", hit: Hit) -> bool:
    """Tell whether a word that is a verb elsewhere is a noun or an adjective here: "a request", "Russia’s demands"."""
    if not hit.first or hit.label in ("according", "pointing"):
        return False
    before = look.words[hit.first - 1]
    if look.between(hit.first - 1) == "-":
        return True  # "the US-backed plan"
    if look.lexicon.has("adjectives", look.words[hit.first]):
        return not (
            look.lexicon.has("linking", before) or before.form.endswith("ly")
        )  # "portrays it as unwilling"
    owner = before.form == "s" and look.sentence.article.text[before.start - 1] in "'’"
    determined = look.lexicon.has("determiners", before) and look.between(hit.first - 1).strip() == ""
    return owner or determined or _compound(look, hit)


def _compound(look: "Look", hit: Hit) -> bool:
    """Tell whether a noun that may be a verb ends a compound: "apartment blocks", "a firm offer"."""
    before = look.words[hit.first - 1]
    if hit.last - hit.first > 1 or not look.lexicon.has("nouns", look.words[hit.first]):
        return False
    if look.between(hit.first - 1) != " " or look.inside(hit.first - 1):
        return False
    if before.capital:  # "the Russian claim": one who claims "claims", and many Russians "claim"
        listed = hit.first > 1 and look.lexicon.has("and", look.words[hit.first - 2])
        return (
            not listed
            and not before.form.endswith(("s", "I"))
            and not look.words[hit.first].form.endswith(("s", "d", "l"))
        )
    third = look.words[hit.first].form.endswith(
        ("s", "d")
    )  # "the ministry demands", but "US military support"
    plural = not third and before.form.endswith("s")  # "diplomats fear"
    plain = look.lexicon.has("plain", before) or look.lexicon.has("auxiliary", before)
    named = plural or plain or (third and look.lexicon.has("bodies", before))
    office = any(
        look.lexicon.office(look.words, at) == hit.first for at in range(max(hit.first - 2, 0), hit.first)
    )
    return not named and not office and not before.form.endswith("ly")


def _parted(look: "Look", *, idle: bool = False) -> Iterator[Hit]:
    """Find "schlug … vor": the particle closes the verb's clause; ``idle``: "fand … statt", which says nothing."""
    known = look.lexicon.split_idle if idle else look.lexicon.split
    for index in look.where("split_idle" if idle else "split"):
        if look.inside(index):
            continue
        word = look.words[index]
        particles = known[word.key]
        for other in range(index + 1, min(index + _REACH, len(look.words))):
            key = look.words[other].key
            closes = _ends_clause(look, other) or look.lexicon.has("governing", look.words[other])
            if key in particles and not look.inside(other) and closes:
                yield Hit("say", index, index + 1, f"{word.form} … {look.words[other].form}")
                break


def _ends_clause(look: "Look", index: int) -> bool:
    if index + 1 == len(look.words):
        return True
    return bool(look.between(index).strip()) or look.lexicon.has("and", look.words[index + 1])


def _after(look: "Look") -> Iterator[Hit]:
    """Find "…, so Scholz" and "dem Amt zufolge": words that name the speaker only in this place."""
    for index in look.where("after", "behind"):
        word = look.words[index]
        if index and look.lexicon.has("after", word) and not look.inside(index):
            told = look.inside(index - 1) or "," in look.between(index - 1)
            follows = index + 1 < len(look.words) and (
                look.words[index + 1].capital or look.lexicon.has("articles", look.words[index + 1])
            )
            if told and follows and not look.between(index).strip():
                yield Hit("according", index, index + 1, word.key)
        if index and look.lexicon.has("behind", word) and not look.inside(index):
            yield Hit("according", index, index + 1, word.key)
