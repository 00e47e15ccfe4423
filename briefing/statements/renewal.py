"""What is new since the issue before: today's statements held against what that one told."""

from briefing.model import Brief, Reading, Since


def since(reading: Reading, earlier: Brief) -> Since:
    """Sort today's positions into new, changed and repeated, and name who has gone quiet."""
    return Since()
