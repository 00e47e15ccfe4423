"""Whether a word that takes a side is the speaker's, and whether it is denied."""

from briefing.statements.stating.scene import Scene
from briefing.text.phrases import Hit

_ADJECTIVES = 2  # words between a verb of saying and its noun: "expressed its strong support"
_AGENT = 4  # words behind "rejected by" in which the agent is named
_CLAUSE_MARKS = frozenset(",;:—–(“„")


def denied(scene: Scene, hit: Hit) -> bool | None:
    """Tell whether a cue that is the speaker's is denied; None where it is not the speaker's."""
    return _of_clause(scene, hit) if scene.sides.verb_second else _of_subject(scene, hit)


def _of_subject(scene: Scene, hit: Hit) -> bool | None:
    """Walk left from a cue over auxiliaries and adverbs to its subject."""
    index, negated, modal = hit.first - 1, False, ""
    while index >= 0 and _light(scene, index):
        negated |= scene.has("not", index)
        modal = modal or next((name for name in ("should", "could", "will") if scene.has(name, index)), "")
        index -= 1
    if hit.label == "verdict":
        return negated if scene.single and not _judged_by_another(scene, index) else None
    if modal == "should" or (modal == "could" and _offered(scene)):
        return negated if hit.label == "act" else None  # whoever should: the speaker says so
    if hit.label == "act" and (modal != "will" or scene.has("passive", hit.first)):
        return None
    if _passive(scene, hit, index):
        return negated if _by_speaker(scene, hit) else None
    return negated if not _unsure(scene, index) and _own(scene, hit, index) else None


def _light(scene: Scene, index: int) -> bool:
    light = scene.has("light", index) or (scene.words[index].form.endswith("ly") and scene.lower(index))
    return light and scene.joined(index)


def _judged_by_another(scene: Scene, index: int) -> bool:
    """Tell whether a verdict has another judge: "said Warsaw considers troops unacceptable"."""
    return any(
        at in scene.others and not _qualifies(scene, scene.others, at) and scene.joined(at)
        for at in range(index + 1)
    )


def _offered(scene: Scene) -> bool:
    """Tell whether the speaker suggests what could be done."""
    return any(scene.sides.offers.at(scene.words, index) for index in scene.said)


def _passive(scene: Scene, hit: Hit, index: int) -> bool:
    """Tell whether a participle is said of another: "was rejected", "proposed by"."""
    turned = any(scene.has("passive", at) for at in range(index + 1, hit.first))
    turned = turned or (hit.last < len(scene.words) and scene.has("by", hit.last))
    return (
        turned
        and hit.last - hit.first == 1
        and hit.label != "act"
        and scene.words[hit.first].form.endswith("ed")
    )


def _by_speaker(scene: Scene, hit: Hit) -> bool:
    near = range(hit.last, min(hit.last + _AGENT, len(scene.words)))
    return hit.last < len(scene.words) and scene.has("by", hit.last) and any(at in scene.named for at in near)


def _unsure(scene: Scene, index: int) -> bool:
    """Tell whether a clause is no fact: "if Macron supports it", "why he rejected it", "denied that he agreed"."""
    for at in range(index, -1, -1):
        if scene.has("unsure", at):
            return True
        if at in scene.said or not scene.joined(at - 1):
            return False
    return False


def _own(scene: Scene, hit: Hit, index: int) -> bool:
    """Tell whether a cue is how the speaker was found, or has the speaker before it."""
    single_word = hit.last - hit.first == 1 and scene.has("ambiguous", hit.first)
    found = not single_word and any(at in scene.said for at in range(hit.first, hit.last))
    return (found and not _others_cue(scene, index)) or _stands_before(scene, hit, index)


def _others_cue(scene: Scene, index: int) -> bool:
    """Tell whether what stands before a cue is another: "critics in Norway oppose", "Tusk’s rival supports"."""
    if index < 0:
        return False
    near = range(max(index - _ADJECTIVES, 0), index + 1)
    owned = any(scene.words[at].key == "s" and at - 1 in scene.persons for at in near)
    return index in scene.others or owned or _qualifies(scene, scene.named, index)


def _qualifies(scene: Scene, names: frozenset[int], index: int) -> bool:
    """Tell whether a name stands behind a preposition that does not open the sentence."""
    while index > 0 and index - 1 in names:
        index -= 1
    while index > 1 and scene.has("determiners", index - 1):
        index -= 1
    return index > 1 and scene.has("prepositions", index - 1)


def _stands_before(scene: Scene, hit: Hit, index: int) -> bool:
    """Tell whether the word left of a cue and its auxiliaries is the speaker's."""
    if index < 0 or scene.between(index).strip(" -’'“”\"—–,"):
        return False
    comma = "," in scene.between(index)
    if scene.has("relative", index) and index:
        index, comma = index - 1, False
    if index in scene.named:
        return not comma and not _qualifies(scene, scene.named, index)
    if index in scene.others:
        return False
    if scene.words[hit.first].form.endswith("ing") and comma:
        return scene.single and any(at < hit.first for at in scene.named)
    return _points_back(scene, index) or (index == hit.first - 1 and _voices(scene, hit, index))


def _points_back(scene: Scene, index: int) -> bool:
    """Tell whether a pronoun, a "we" of the speaker's own, or an "and" leads back to the speaker."""
    if scene.has("we", index):
        own = any(speaker.how in ("interview", "issuer", "quote") for speaker in scene.statement.speakers)
        return own or scene.quoted(index)
    if scene.has("and", index) or (scene.has("it", index) and not scene.quoted(index)):
        return scene.single and not _another_since(scene, index)
    return False


def _another_since(scene: Scene, index: int) -> bool:
    """Tell whether a pronoun may mean somebody else: named since the speaker was, or no person where one speaks."""
    told = max((at for at in scene.named | scene.said if at < index), default=-1)
    since = any(told < at < index for at in scene.others)
    thing = scene.has("it", index) and not any(scene.has(kind, index) for kind in ("he", "they"))
    return since or (thing and bool(scene.named) and scene.named <= scene.persons)


def _voices(scene: Scene, hit: Hit, index: int) -> bool:
    """Tell whether a noun is what the speaker voices: "expressed strong support", "signalled the UK’s readiness"."""
    if not scene.has("nouns", hit.first):
        return False
    for at in range(index, max(index - _ADJECTIVES - 1, -1), -1):
        if at in scene.said or (scene.words[at].key == "s" and at - 1 in scene.named):
            return True
        if not scene.lower(at) or "," in scene.between(at) or scene.has("prepositions", at):
            return False
    return False


def _of_clause(scene: Scene, hit: Hit) -> bool | None:
    """Judge a cue by its clause, where subject and negation may stand on either side of the verb."""
    first, last = hit.first, hit.last
    while first > 0 and not _parts(scene, first - 1):
        first -= 1
    while last < len(scene.words) and not _parts(scene, last - 1):
        last += 1
    negated = any(scene.has("not", at) for at in range(first, last))
    own = any(at in scene.said or at in scene.named or scene.has("it", at) for at in range(first, last))
    return negated if scene.single and (own or hit.label == "verdict") else None


def _parts(scene: Scene, index: int) -> bool:
    return bool(set(scene.between(index)) & _CLAUSE_MARKS) or scene.has("away", index)
