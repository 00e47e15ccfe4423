"""The kinds of value that several tables share, each with a message for people where it is wrong."""

import re
from typing import Annotated

from briefing.config.suggest import listed, named, suggest
from briefing.config.tables import After, Before, Field, Refused, Table
from briefing.languages import available, load
from briefing.text.addresses import address

__all__ = ["Address", "Code", "FolderKey", "Key", "Line", "Person", "Phrase", "Table", "ThemeKey"]

_STRAY_STAR = re.compile(r"(?<!\w)\*|\*(?=[\w*])")
_FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*")
_KEY = re.compile(r"\w[\w-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# No folder may bear these names on Windows, where a brief may be unpacked.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


def _line(text: str) -> str:
    text = text.strip()
    if not text:
        raise Refused("an empty text says nothing", "leave the key out or fill it")
    if any(ord(sign) < 32 or ord(sign) in range(127, 160) for sign in text):
        raise Refused(
            f"{named(text)} holds a line break or another control character", "write it as one line"
        )
    return text


def _phrase(text: str) -> str:
    if not re.search(r"\w", text):
        raise Refused(f"{named(text)} holds no word")
    if _STRAY_STAR.search(text):
        raise Refused(f"{named(text)}: a * may only end a word", 'for example "reluctan*" or "air defen*"')
    return text


def _folder(key: str) -> str:
    if not _FOLDER.fullmatch(key) or _RESERVED.fullmatch(key):
        raise Refused(
            f"{named(key)} becomes the name of a folder and cannot be one",
            "use lower-case letters, digits, - and _, beginning with a letter or digit, and no name that "
            "Windows reserves",
        )
    return key


def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise Refused(f"{named(key)} cannot be a key", "use letters, digits, - and _")
    return key


def _section(key: str) -> str:
    if key == "brief":
        raise Refused("'brief' is kept for the brief as a whole", "choose another key")
    return key


def _code(code: str) -> str:
    if LANGUAGE.fullmatch(code):
        return code
    first, *rest = code.replace("_", "-").split("-")
    if LANGUAGE.fullmatch(plain := "-".join((first.lower(), *rest))):
        raise Refused(f"{named(code)} is no code of a language", f"did you mean '{plain}'?")
    english = {load(known).english: known for known in available()}
    mend = suggest(code, available(), also=english)
    raise Refused(f"{named(code)} is no code of a language; for example {listed(available())}", mend)


def _address(text: str) -> str:
    if address(text) is not None:
        return text
    mend = 'for example "Morning desk <desk@example.org>"'
    if text.count("@") > 1:
        mend = "one address in each entry of the list"
    elif "," in text and '"' not in text:
        mend = "a name with a comma stands in quotation marks of its own: '\"Berg, Ada\" <berg@example.org>'"
    raise Refused(f"{named(text)} is no mail address", mend)


def _spellings(value: object) -> object:
    """Take one spelling for a list of one; what is neither is left for the model to refuse."""
    return [value] if isinstance(value, str) else value


Line = Annotated[str, After(_line)]
"""Text in one line, without white space around it."""
Phrase = Annotated[Line, After(_phrase)]
"""One or more words; a ``*`` may end any of them."""
Person = Annotated[list[Phrase], Field(min_length=1), Before(_spellings)]
"""Spellings of one person, or the only one."""
Address = Annotated[Line, After(_address)]
"""One mail address, with or without a name."""
Code = Annotated[str, After(_code)]
"""Of a language: BCP 47, not necessarily one that we know."""
Key = Annotated[str, After(_key)]
ThemeKey = Annotated[Key, After(_section)]
FolderKey = Annotated[str, After(_folder)]
