"""Whether a page that was filled with a user's templates prints what every page must: one pass over its text.

``promises`` says what that is. What our own templates do not print of the same page (a face without room for it) is not
asked of a user's.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape

from briefing.errors import Fault
from briefing.renderers.look.chain import Chain, spoken
from briefing.renderers.look.lint.promises import Promise, promises
from briefing.renderers.view.page import Page

_UNSEEN = re.compile(
    r"<!--.*?-->|<(style|script|title)\b.*?</\1\s*>|<details class=\"panel\b.*?</details\s*>|<[A-Za-z/!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""Comments, what no reader sees, the folded panels beside a statement, which say it over, and tags."""
_MARKED = "the marking is"


def broken(
    filled: str, page: Page, along: Chain, asked: tuple[str, str], ours: Callable[[], str]
) -> Fault | None:
    """Give the first promise that a filled page breaks, with the template that may have broken it; None: all is kept.

    ``asked``: the name and the face that were filled; ``ours`` fills the same with our own templates.
    """
    name, face = asked
    missing = dict(_missing(filled, page, name, face))
    if missing:
        kept = {promise for promise, _ in _missing(ours(), page, name, face)}
        missing = {promise: partials for promise, partials in missing.items() if promise not in kept}
    for promise, partials in missing.items():
        files = [one for partial in (*partials, name) if (one := along.find(partial)) in along.texts]
        where = spoken(next(iter(files), None) or along.find(name) or name)
        return Fault(where, f"{promise} no longer printed", "briefing check tells more")
    return None


def _missing(filled: str, page: Page, name: str, face: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name each promise that is not kept, and the partials that may have lost it."""
    if name.endswith(".css"):
        if page.marking and "string(marking)" not in filled:
            yield _MARKED, ()
        return
    if page.marking and face == "print" and "data-marking=" not in filled:
        yield _MARKED, ()
    text = _words(unescape(_UNSEEN.sub("", filled)))
    for promise in promises(page, face):
        if _lost(promise, text):
            yield promise.name, promise.partials


def _lost(promise: Promise, text: str) -> bool:
    return not all(_words(wanted) in text for wanted in promise.wanted)


def _words(text: str) -> str:
    """Leave out white space, for tags between words may stand for it."""
    return "".join(text.split())
