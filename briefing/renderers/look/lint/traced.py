"""Fills templates so that every character of the page knows the file and the line that it was written by.

Each line of a template begins with a mark, a character of Unicode's planes for private use; it is taken out of the
page, and what stands behind it came from there.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, ChainableUndefined, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token

from briefing.renderers.look.chain import Chain, spoken

if TYPE_CHECKING:
    from jinja2.lexer import TokenStream
    from jinja2.sandbox import SandboxedEnvironment

_FIRST, _LAST = 0xF0000, 0x10FFFD
KEPT = 400
"""Templates whose code is kept."""


@dataclass(frozen=True)
class Traced:
    """A page, and where its characters come from."""

    text: str
    offsets: tuple[int, ...]
    places: tuple[tuple[str, int], ...]

    def place(self, offset: int) -> tuple[str, int]:
        """Give template and line of a character."""
        at = bisect_right(self.offsets, offset) - 1
        return self.places[max(at, 0)] if self.places else ("template", 1)


@dataclass(frozen=True)
class Press:
    """An environment that marks lines, and the marks that it gave."""

    env: "SandboxedEnvironment"
    marks: list[tuple[str, int]]

    def fill(self, template: str, values: dict[str, Any]) -> Traced:
        """Fill a template. Raises whatever it raises."""
        return read(self.env.get_template(template).render(values), self.marks)


def read(text: str, marks: list[tuple[str, int]]) -> Traced:
    """Take the marks out of a page."""
    kept: list[str] = []
    offsets, places, length, begin = [], [], 0, 0
    for at, char in enumerate(text):
        if _FIRST <= ord(char) < _FIRST + len(marks):
            kept.append(text[begin:at])
            length += at - begin
            offsets.append(length)
            places.append(marks[ord(char) - _FIRST])
            begin = at + 1
    return Traced("".join((*kept, text[begin:])), tuple(offsets), tuple(places))


_marks: list[tuple[str, int]] = []
_known: dict[tuple[str, int], str] = {}


def mark(name: str, line: int) -> str:
    """Give the mark of a template's line, or none where they have run out."""
    if (name, line) not in _known and _FIRST + len(_marks) <= _LAST:
        _known[name, line] = chr(_FIRST + len(_marks))
        _marks.append((name, line))
    return _known.get((name, line), "")


class Marking(Extension):
    """Marks every line of a template, and the line of every value."""

    def filter_stream(self, stream: "TokenStream") -> Iterator[Token]:
        """Put the marks into the text between tags, and before values."""
        name = stream.name or ""
        for token in stream:
            if token.type == "data":
                lines = token.value.split("\n")
                value = "\n".join(mark(name, token.lineno + n) + line for n, line in enumerate(lines))
                yield Token(token.lineno, "data", value)
                continue
            if token.type == "variable_begin":
                yield Token(token.lineno, "data", mark(name, token.lineno))
            yield token


class Compiled(BytecodeCache):
    """Keeps what was compiled: to compile our templates costs more than to fill them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is as it was."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if len(self._kept) >= KEPT:
            self._kept.clear()
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_compiled = Compiled()


@lru_cache(maxsize=4)
def press(along: Chain, *, strict: bool = True) -> Press:
    """Make an environment for a chain whose templates mark their lines; without ``strict`` unknown names are empty."""
    from briefing.renderers.look.templates import environment

    env = environment(along).overlay(extensions=[Marking], cache_size=400)
    env.bytecode_cache = _compiled
    env.undefined = StrictUndefined if strict else ChainableUndefined
    return Press(env, _marks)


def placed(place: tuple[str, int]) -> str:
    """Write a place as people know it."""
    return f"{spoken(place[0])}:{place[1]}"
