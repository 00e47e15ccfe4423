"""The evidence file: the articles' texts as read, in one zip file that says nothing but them.

A desk may send it along with a brief. It is trusted as far as its texts have the digests that the brief
names, and no further: ``prove`` tells a text that was edited from one that was not.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any, NoReturn

from briefing.errors import ArchiveError
from briefing.model import Article, Brief, Source
from briefing.proof.match import match, text_digest

NAME = "brief.evidence.zip"

LARGEST = 128 * 1024 * 1024
"""Bytes of all texts unpacked. 1,000 articles take about 6 MB; a zip bomb takes as much as it is let."""

MOST = 100_000
"""Files in it."""

_MANIFEST = "manifest.json"
_TEXT = re.compile(r"\d{1,9}\.txt")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time that a zip file can hold
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def evidence(brief: Brief, articles: Sequence[Article]) -> bytes:
    """Pack the text of every source of a brief; equal input gives equal bytes."""
    found = sorted(match(brief, articles).items())
    names: dict[str, str] = {}  # articles of one file share its text, which is packed once
    for n, article in found:
        names.setdefault(article.text, f"{n}.txt")
    texts = [
        {
            "text": names[article.text],
            "source": n,
            "location": article.source.location,
            "part": article.source.part,
            "digest": article.source.digest,
            "text_digest": text_digest(article),
        }
        for n, article in found
    ]
    manifest = json.dumps({"build": brief.build, "texts": texts}, ensure_ascii=False, indent=1) + "\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        _add(bundle, _MANIFEST, manifest.encode("utf-8", "replace"))
        for text, name in names.items():
            _add(bundle, name, text.encode("utf-8", "surrogatepass"))
    return packed.getvalue()


def _add(bundle: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, wherever it is made
    bundle.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def load_evidence(data: bytes) -> tuple[Article, ...]:
    """Read the texts of an evidence file back, as articles without layout.

    Nothing is unpacked to disk and no name in the file is followed. Raises ArchiveError for what is no
    evidence file, for damage, and for more than ``LARGEST`` bytes.
    """
    if data.count(b"PK\1\2") > MOST:  # before zipfile makes an object of each
        _refuse(f"it has more than {MOST:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            return _articles(bundle)
    except RecursionError:
        _refuse("its manifest is nested too deeply")
    except _BROKEN as error:
        _refuse(str(error) or type(error).__name__)


def _articles(bundle: zipfile.ZipFile) -> tuple[Article, ...]:
    names = [entry.filename for entry in bundle.infolist()]
    if len(set(names)) < len(names):
        raise ValueError("a name stands in it twice")
    if _MANIFEST not in names:
        raise ValueError(f"it has no {_MANIFEST}")
    manifest = _read(bundle, _MANIFEST, LARGEST)
    left, articles = LARGEST - len(manifest), []
    texts: dict[str, tuple[str, str]] = {}
    for entry in _entries(manifest):
        name = entry["text"]
        if not _TEXT.fullmatch(name) or name not in names:
            raise ValueError(f"the manifest names {name[:40]!r}, which is none of its texts")
        if name not in texts:
            packed = _read(bundle, name, left)
            left -= len(packed)
            texts[name] = packed.decode("utf-8", "surrogatepass"), hashlib.sha256(packed).hexdigest()
        articles.append(_article(entry, *texts[name]))
    return tuple(articles)


def _read(bundle: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Unpack one file, never more of it than is allowed, whatever size it claims."""
    if bundle.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(
            f"{name} is packed in a way that we never use"
        )  # LZMA takes any memory that it names
    with bundle.open(name) as packed:
        data = packed.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it unpacks to more than {LARGEST:,} bytes")
    return data


def _entries(manifest: bytes) -> list[dict[str, Any]]:
    values = json.loads(manifest)
    entries = values.get("texts") if isinstance(values, dict) else None
    shape = {"text": str, "location": str, "part": int, "digest": str}
    if not isinstance(entries, list) or not all(
        isinstance(entry, dict) and all(isinstance(entry.get(name), kind) for name, kind in shape.items())
        for entry in entries
    ):
        raise ValueError(f"{_MANIFEST} is not as we write it")
    return entries


def _article(entry: dict[str, Any], text: str, digest: str) -> Article:
    location = entry["location"]
    return Article(digest[:12], text, Source(location, location, entry["digest"], entry["part"]), (), "und")


def _refuse(what: str) -> NoReturn:
    mend = "make it again with `briefing build --evidence`"
    raise ArchiveError(f"not an evidence file that can be used: {what} ({mend})") from None
