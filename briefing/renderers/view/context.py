"""A statement in its paragraph, and the address that leads to its words in the original."""

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from briefing.model import Item, SourceEntry
from briefing.renderers.view.page import Around
from briefing.renderers.view.words import Words
from briefing.text.shown import shown

WHOLE = 80
"""Characters of a sentence that an address holds whole; a longer one is named by its first and last words."""
ENDS = 5
"""Words of each end. All of 104 sentences printed from three samples began with five that their article has once."""


def around(say: Words, item: Item, *, sources: Mapping[int, SourceEntry]) -> Around:
    """Give a statement with its neighbours in the article, as far as they are known."""
    source = sources.get(item.source)
    link = original(source.url if source else None)
    return Around(
        before=shown(item.before or "") or None,
        text=shown(item.text),
        after=shown(item.after or "") or None,
        link=marked(link, shown(item.text)) if link else None,
        original=say("context_read", site=urlsplit(link).hostname or "") if link else None,
    )


def original(url: str | None) -> str | None:
    """Give the address of an article where a page may lead to it: a host on the web."""
    try:
        parts = urlsplit(url or "")
        return url if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:  # "http://[", from an archive that somebody wrote by hand
        return None


def marked(url: str, text: str) -> str:
    """Add the words to an address, so that browsers show and mark them (WICG, URL Fragment Text Directives)."""
    words = text.split()
    whole = len(text) <= WHOLE or len(words) < 3 * ENDS
    parts = [text] if whole else [" ".join(words[:ENDS]), " ".join(words[-ENDS:])]
    page, _, fragment = url.partition("#")
    directive = ",".join(quote(part, safe="").replace("-", "%2D") for part in parts)
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={directive}"
