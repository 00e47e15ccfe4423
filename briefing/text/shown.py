"""How a text looks in print, and which characters nobody sees.

Hidden characters stay in an article's text, because places count them; they are taken out only where a text is shown,
and no place begins or ends on one.
"""

import re

from briefing.model import Span

# Controls that are no white space, soft hyphens, zero-width spaces, Unicode's Bidi_Control and invisible operators,
# lone surrogates, noncharacters and tag characters (which smuggle text that nobody sees).
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_hidden = re.compile(f"[{_HIDDEN}]+")
_blank = re.compile(rf"[\s{_HIDDEN}]*")
_unseen = re.compile(rf"[\s{_HIDDEN}]")


def shown(text: str) -> str:
    """Remove hidden characters and collapse every run of white space to one space; none at the ends."""
    if not text.isprintable():  # nothing that is printable is hidden
        text = _hidden.sub("", text)
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Draw a range in to what is seen: no white space or hidden character at its ends; None if nothing is left."""
    match = _blank.match(text, start, end)
    first = match.end() if match else start
    last = end
    while last > first and _unseen.match(text[last - 1]):
        last -= 1
    return Span(first, last) if last > first else None
