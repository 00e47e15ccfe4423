"""The kinds of value that several tables share, each with a message for people where it is wrong."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from briefing.config.suggest import named

_STRAY_STAR = re.compile(r"(?<!\w)\*|\*(?=[\w*])")
_FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*")
_KEY = re.compile(r"\w[\w-]*")
# No folder may bear these names on Windows, where a brief may be unpacked.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


class Table(BaseModel):
    """A table of the configuration: no unknown keys, no guessing at types, no change afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


def fault(what: str, mend: str | None = None) -> PydanticCustomError:
    """Make an error that ``faults`` passes on in these words."""
    return PydanticCustomError("fault", "{what}", {"what": what, "mend": mend})


def _line(text: str) -> str:
    text = text.strip()
    if not text:
        raise fault("an empty text says nothing", "leave the key out or fill it")
    if any(ord(sign) < 32 or ord(sign) in range(127, 160) for sign in text):
        raise fault(f"{named(text)} holds a line break or another control character", "write it as one line")
    return text


def _phrase(text: str) -> str:
    if not re.search(r"\w", text):
        raise fault(f"{named(text)} holds no word")
    if _STRAY_STAR.search(text):
        raise fault(f"{named(text)}: a * may only end a word", 'for example "reluctan*" or "air defen*"')
    return text


def _folder(key: str) -> str:
    if not _FOLDER.fullmatch(key) or _RESERVED.fullmatch(key):
        raise fault(
            f"{named(key)} becomes the name of a folder and cannot be one",
            "use lower-case letters, digits, - and _, beginning with a letter or digit, and no name that "
            "Windows reserves",
        )
    return key


def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise fault(f"{named(key)} cannot be a key", "use letters, digits, - and _")
    return key


def _section(key: str) -> str:
    if key == "brief":
        raise fault("'brief' is kept for the brief as a whole", "choose another key")
    return key


def _spellings(value: object) -> object:
    """Take one spelling for a list of one; what is neither is left for the model to refuse."""
    return [value] if isinstance(value, str) else value


Line = Annotated[str, AfterValidator(_line)]
"""Text in one line, without white space around it."""
Phrase = Annotated[Line, AfterValidator(_phrase)]
"""One or more words; a ``*`` may end any of them."""
Person = Annotated[list[Phrase], Field(min_length=1), BeforeValidator(_spellings)]
"""Spellings of one person, or the only one."""
Key = Annotated[str, AfterValidator(_key)]
ThemeKey = Annotated[Key, AfterValidator(_section)]
FolderKey = Annotated[str, AfterValidator(_folder)]
