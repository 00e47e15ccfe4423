"""Lines and lists of words made comparable: small letters, straight quotation marks, nothing around them."""

from functools import cache, lru_cache

from briefing.languages import load
from briefing.text.shown import shown

AROUND = " \t[](){}→»›>|•:…-–—*_#.,＞【】（）：。"
STRAIGHT = str.maketrans("‘’“”„«»", '\'\'"""""')


@lru_cache(maxsize=1 << 10)  # every pass over an article's lines asks again
def fold(line: str) -> str:
    """Make a line comparable: small letters, single spaces, straight quotes, nothing around it."""
    return shown(line).strip(AROUND).translate(STRAIGHT).casefold().strip(AROUND)


@cache
def wordset(key: str, language: str) -> frozenset[str]:
    """Give a list of ``[furniture]`` in a language and English, folded."""
    codes = dict.fromkeys((language, "en"))
    return frozenset(fold(word) for code in codes for word in load(code).words(f"furniture.{key}"))
