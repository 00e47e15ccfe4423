"""What a text is called by: its digest, and the id that is made of it."""

import hashlib
from functools import lru_cache


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, hex: once a text, which many articles of one file may share."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(text_digest: str, part: int) -> str:
    """Name an article by its text's digest; a further part of a file also by its number, for it may share the text.

    Made of the digest and not of the text, so that ``verify`` can tell an id where the text has changed.
    """
    return (digest(f"{text_digest}\f{part}") if part else text_digest)[:12]
