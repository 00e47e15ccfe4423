"""What a page may be at most before a parser sees it: one linear look at its tags."""

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_DEEPEST = 200  # real pages stay below 60
_MOST = 60_000  # tags: a long live blog has 30,000
# Elements that never hold others, or that end by themselves where the next one begins.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot "
    "path rect circle line polygon".split()
)


def too_deep(page: str) -> bool:
    """Tell whether a page nests deeper, or holds more tags, than any real one."""
    depth = 0
    for tags, match in enumerate(_TAG.finditer(page), start=1):
        if match.group(2).lower() not in _FLAT:
            depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > _DEEPEST or tags > _MOST:
            return True
    return False
