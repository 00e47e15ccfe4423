"""Bytes to text: a byte order mark, what the file declares, UTF-8, then a guess.

Nothing is removed but the mark itself: places count the code points of what comes out, line ends as in the file.
"""

import codecs
import re

from briefing.text.language import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding=["']([\w.:-]{2,40})""",
    re.I,
)
_HEAD = 4096  # bytes: HTML must declare its encoding within the first 1,024
_SAMPLE = 65_536  # bytes that a guess looks at
_LATIN_SHARE = 0.2  # of the bytes: other scripts have more than half beyond ASCII
_CENTRAL = ("pl",)  # languages that Windows writes in its Central European encoding
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f\ufffd]")
_BINARY_SHARE = 0.02  # of the characters: text holds none, a picture or an archive a tenth and more
_NUL_SHARE = 0.01  # of the bytes: UTF-16 of any script has spaces and line ends
_BROKEN_SHARE = 0.002  # of the characters: a few broken ones do not make UTF-8 something else


def declared(data: bytes) -> str | None:
    """Read the encoding that an HTML or XML file declares, if Python knows it."""
    match = _DECLARED.search(data[:_HEAD])
    name = (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def decode(data: bytes, *, encoding: str | None = None) -> str | None:
    """Decode a file; ``encoding`` is what it declares. None for bytes that are no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _sane(data[len(mark) :].decode(name, "replace"))
    wide = _wide(data)
    if wide:
        return _sane(data.decode(wide, "replace"))
    text = _strictly(data, encoding) if encoding and encoding != "utf-8" else None
    return _sane(text if text is not None else _utf8(data) or _guessed(data))


def _sane(text: str) -> str | None:
    """Refuse what decodes to controls rather than to letters."""
    controls = len(_CONTROL.findall(text))
    return None if controls > max(2, _BINARY_SHARE * len(text)) else text


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: NUL bytes that stand on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < max(2, _NUL_SHARE * len(sample)) or len(data) % 2:
        return None
    if min(even, odd) > 0.05 * max(even, odd):
        return None
    bare = _strictly(sample[: _SAMPLE - 4].replace(b"\0", b""), "utf-8")
    if (
        bare is not None
        and len(_CONTROL.findall(bare)) <= _BINARY_SHARE * len(bare)
        and even + odd < len(sample) / 5
    ):
        return None  # a text with some NUL bytes in it
    return "utf-16-le" if odd > even else "utf-16-be"


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode by a declared encoding, if the bytes keep to it."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError, AssertionError):
        return None


def _utf8(data: bytes) -> str | None:
    """Decode UTF-8, also where the last character is cut off or a few are broken."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = sum(1 for _ in re.finditer(r"[\u0080-\ufffc]", text[:_SAMPLE]))
    return text if broken <= max(1, _BROKEN_SHARE * len(text)) and wide > 2 * broken else None


def _guessed(data: bytes) -> str:
    """Guess the encoding: Windows Latin where the common words of a Latin language tell, else by the letters."""
    sample = data[:_SAMPLE]
    latin = sample.decode("cp1252", "replace")
    high = sum(byte > 127 for byte in sample)
    if high < _LATIN_SHARE * len(sample) and (language := detect(latin)) != "und":
        return data.decode("cp1250" if language in _CENTRAL else "cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
