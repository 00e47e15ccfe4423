"""Mail addresses: one reader's, with or without a name, in nothing but what every server takes."""

import re

# RFC 5321's dot-string, without what only a quoted one could hold; the domain after IDNA.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What the IDNA of 2003 that Python speaks makes another name of ("ß" is "ss"), though they are names of their own
# since 2008: RFC 5892, 2.6.
_DEVIANT = re.compile("[ßς\u200c\u200d]")


def address(text: str) -> tuple[str, str] | None:
    """Parse one mail address: the name before it, "" without one, and the address, its domain as IDNA writes it.

    None for anything else: several addresses, line breaks, quoted local parts (RFC 5321, 4.1.2).
    """
    from email.utils import getaddresses  # with sockets and all: a run that sends nothing need not load them

    pairs = [] if _BREAKS.search(text) else getaddresses([text])
    name, found = pairs[0] if len(pairs) == 1 else ("", "")
    local, _, domain = found.rpartition("@")
    try:
        domain = "" if _DEVIANT.search(domain) else domain.encode("idna").decode()
    except UnicodeError:
        domain = ""
    sound = _LOCAL.fullmatch(local) and DOMAIN.fullmatch(domain) and len(local) <= 64 and len(domain) <= 255
    return (name, f"{local}@{domain}") if sound else None
