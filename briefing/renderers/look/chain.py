"""Where a template's name leads: along a chain of folders, from the user's to ours. Knows nothing of Jinja.

A plain name (``line.html``) is sought in the user's ``TEMPLATE/``, at the top of the user's templates, in our edition
of that name, in ``default/``. A template that names its own name means the next one beneath it, so that
``{% extends "brief.html" %}`` changes one thing and keeps the rest. ``executive/brief.html`` is just that file, the
user's before ours; who extends a file of our edition has all of that edition beneath.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from briefing.errors import TemplateError
from briefing.model import Look

OURS = "briefing:"
"""Stands before the names of our own templates, for a user's may be called alike."""
DEFAULT = "default"
MOST = 1_000_000
"""Bytes of all that an edition has of the user's: it travels in every ``brief.json``."""
_NO_EDITIONS = {"fonts", "words", "preview", DEFAULT}
_KINDS = ("*.html", "*.css", "style.toml")
_NAME = re.compile(r"[\w-]+/[\w-][\w.-]*")
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"']([\w-]+)/")


@cache
def home() -> Path:
    """Find our own templates: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parent.parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@cache
def shipped() -> tuple[str, ...]:
    """Name our editions besides the default one, sorted."""
    return tuple(
        sorted(path.name for path in home().iterdir() if path.is_dir() and path.name not in _NO_EDITIONS)
    )


@cache
def ours(name: str) -> str | None:
    """Read a template of ours (``default/brief.html``); None where there is none."""
    path = home() / name
    return path.read_text(encoding="utf-8") if _NAME.fullmatch(name) and path.is_file() else None


@dataclass(frozen=True)
class Chain:
    """The folders of one look, and every name in them.

    Names that leave it are keys of ``own``, or those of ours behind ``OURS``.
    """

    own: tuple[tuple[str, str], ...]
    """The user's templates, by name, sorted."""
    template: str | None

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Give the user's templates by name."""
        return dict(self.own)

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """Name the folders, the highest first, as what stands before a plain name."""
        mine = self.template if self.template and self.template != DEFAULT else None
        users = [f"{mine}/", ""] if mine else [""]
        named = [mine] if mine in shipped() else []
        for name, text in self.own:
            if name.endswith(".html") and (name.startswith(users[0]) or "/" not in name):
                named += [edition for edition in _EXTENDS.findall(text) if edition in shipped()]
        return (*users, *(f"{OURS}{folder}/" for folder in dict.fromkeys((*named, DEFAULT))))

    def find(self, name: str, asking: str | None = None) -> str | None:
        """Give the name of the template that a name means where ``asking`` names it; None: there is none."""
        if "/" in name:
            return name if name in self.texts and name != asking else self._there(OURS + name)
        if asking is None or asking.rpartition("/")[2] != name:
            return self._first(self.folders, name)
        at = asking.removesuffix(name)
        beneath = self.folders.index(at) + 1 if at in self.folders else len(self.folders) - 1
        return self._first(self.folders[beneath:], name)

    def text(self, found: str) -> str | None:
        """Read a template that was found."""
        return ours(found.removeprefix(OURS)) if found.startswith(OURS) else self.texts.get(found)

    def layers(self, name: str) -> tuple[tuple[str, str], ...]:
        """Give every file of a name, the highest first: as people name it, and its text."""
        every = ((folder + name, self.text(folder + name)) for folder in self.folders)
        return tuple((spoken(found), text) for found, text in every if text is not None)

    def names(self) -> tuple[str, ...]:
        """Give all plain names, sorted."""
        found = {path.name for folder in self.folders if folder.startswith(OURS) for path in _files(folder)}
        return tuple(sorted(found | {name.rpartition("/")[2] for name in self.texts}))

    def _first(self, folders: tuple[str, ...], name: str) -> str | None:
        return next((found for folder in folders if (found := self._there(folder + name))), None)

    def _there(self, name: str) -> str | None:
        return name if self.text(name) is not None else None


def chain(look: Look) -> Chain:
    """Give the chain of a look."""
    return Chain(tuple(sorted(look.overrides.items())), look.template)


def spoken(found: str) -> str:
    """Write a found name as people know it."""
    return found.removeprefix(OURS)


def _files(folder: str) -> tuple[Path, ...]:
    return tuple((home() / spoken(folder)).iterdir())


def overrides(folder: Path | None, template: str | None) -> dict[str, str]:
    """Collect what is the user's, by name, of the top of the folder and of one audience's template.

    That is templates, style sheets and styles, and the words of languages.

    Raises TemplateError for a template that does not exist, for what is no UTF-8, and for more than MOST bytes.
    """
    out: dict[str, str] = {}
    if folder is not None:
        out |= _collect(folder, "", _KINDS) | _collect(folder / "words", "words/", ("*.toml",))
    if template and template != DEFAULT:
        own = _collect(folder / template, f"{template}/", _KINDS) if folder is not None else {}
        if not own and template not in shipped():
            where = folder / template if folder else template
            ready = ", ".join((DEFAULT, *shipped()))
            raise TemplateError(
                f"{where}: no such template (put a brief.html in that folder; ready made: {ready})"
            )
        out |= own
    size = sum(len(text.encode()) for text in out.values())
    if size > MOST:
        raise TemplateError(
            f"{folder}: {size:,} bytes of templates and styles, more than {MOST:,} (take out what no page needs)"
        )
    return out


def _collect(folder: Path, prefix: str, kinds: tuple[str, ...]) -> dict[str, str]:
    out = {}
    for path in sorted(path for kind in kinds for path in folder.glob(kind)):
        if path.is_file():
            try:
                out[prefix + path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as fault:
                raise TemplateError(f"{path}: cannot be read as UTF-8 text ({fault})") from fault
    return out
