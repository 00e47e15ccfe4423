"""The only file that speaks to Jinja: finds a template, fills it, and says plainly what is wrong with one.

A name such as ``brief.html`` is looked up in the audience's own folder (``TEMPLATE/brief.html``), then among the user's
templates (``brief.html``), then among ours (``default/brief.html``). A template that changes one thing says
``{% extends "default/brief.html" %}`` and overrides a block. Templates see ``page`` (``renderers/page.py``), ``brief``
(``briefing.model``) and ``face`` (print or screen), nothing else; their one filter of ours is ``shown``.
"""

import os
import re
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefing.errors import Fault, TemplateError
from briefing.model import Brief, Look
from briefing.renderers.bounds import bounded, flat
from briefing.renderers.page import Page
from briefing.renderers.style import Style
from briefing.renderers.tokens import style
from briefing.text.shown import shown

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.sandbox import SandboxedEnvironment

Face = Literal["print", "screen", "mail"]
OURS = 'ours are named "default/brief.html" and "default/mail.html"'
SYNTAX = "correct this line: {% %} holds a tag, {{ }} a value"
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")


@cache
def home() -> Path:
    """Find our own templates: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def overrides(folder: Path | None, template: str | None) -> dict[str, str]:
    """Collect a user's templates by name: those at the top of the folder and those of one audience's template.

    Raises TemplateError for a template that does not exist or is no UTF-8.
    """
    out: dict[str, str] = {}
    if folder is not None:
        out |= _collect(folder, "")
    if template and template != "default":
        own = _collect(folder / template, f"{template}/") if folder is not None else {}
        if not own:
            where = folder / template if folder else template
            raise TemplateError(f"{where}: no such template (put a brief.html or a mail.html in that folder)")
        out |= own
    return out


def _collect(folder: Path, prefix: str) -> dict[str, str]:
    out = {}
    for path in sorted(folder.glob("*.html")):
        if path.is_file():
            try:
                out[prefix + path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as fault:
                raise TemplateError(f"{path}: cannot be read as UTF-8 text ({fault})") from fault
    return out


def fill(brief: Brief, page: Page, name: str, *, face: Face) -> str:
    """Fill the template that the brief's look gives for a name.

    Raises TemplateError with the template, the line and the mend.
    """
    look = brief.look
    names = _names(look.overrides, look.template, name)
    env = _environment(tuple(sorted(look.overrides.items())))
    dress = dressed(look)
    page = replace(page, accent=dress.light.accent, dark_accent=dress.dark.accent)
    try:
        if not look.overrides:
            return env.select_template(names).render(brief=brief, page=page, face=face, style=dress)
        with bounded(names[0]):
            return flat(
                names[0], env.select_template(names).render(brief=brief, page=page, face=face, style=dress)
            )
    except _what_templates_raise() as error:
        raise TemplateError(str(_explained(error))) from error


def dressed(look: Look) -> Style:
    """Give the style of a look: the tokens of every folder in its chain, and the audience's own accent.

    Raises TemplateError for a token that cannot be used.
    """
    wanted = [f"{look.template}/style.toml", "style.toml"] if look.template else ["style.toml"]
    layers = [(name, look.overrides[name]) for name in wanted if name in look.overrides]
    ours = (
        [f"{look.template}/style.toml"]
        if look.template and _is_shipped(f"{look.template}/style.toml")
        else []
    )
    layers += [(name, (home() / name).read_text(encoding="utf-8")) for name in (*ours, "default/style.toml")]
    return style(tuple(layers), look.accent)


def _is_shipped(name: str) -> bool:
    return bool(re.fullmatch(r"[\w-]+/[\w.-]+", name)) and (home() / name).is_file()


def faults(templates: Mapping[str, str]) -> tuple[Fault, ...]:
    """Find what is wrong with a user's templates without filling them: syntax, parents, names of blocks."""
    return tuple(
        fault for name, text in sorted(templates.items()) for fault in _faults(name, text, templates)
    )


def _names(templates: Mapping[str, str], template: str | None, name: str) -> list[str]:
    wanted = [f"{template}/{name}", name] if template else [name]
    return [own for own in wanted if own in templates] + [f"default/{name}"]


def _compiled() -> "BytecodeCache | None":
    """Keep compiled templates in the user's cache, where there is one: compiling ours costs as much as a PDF page.

    The folder may be deleted at any time; Jinja tells a stale or broken entry by its checksum.
    """
    from jinja2 import FileSystemBytecodeCache
    from jinja2.bccache import Bucket

    class Cache(FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):  # a full disk costs the next run a little time, nothing else
                super().dump_bytecode(bucket)

    try:
        given = Path(os.environ.get("XDG_CACHE_HOME") or "")  # XDG Base Directory: a relative one is ignored
        folder = (given if given.is_absolute() else Path.home() / ".cache") / "briefing" / "templates"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return Cache(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def _environment(templates: tuple[tuple[str, str], ...]) -> "SandboxedEnvironment":
    from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, select_autoescape
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own = dict(templates)

    class Loader(BaseLoader):
        """The user's templates from the look, ours from their folder, and no other file."""

        def get_source(self, environment: "Environment", template: str) -> tuple[str, str, None]:  # noqa: ARG002
            if template in own:
                return own[template], template, None
            if _is_ours(template):
                return (home() / template).read_text(encoding="utf-8"), template, None
            raise TemplateNotFound(template)

    env = ImmutableSandboxedEnvironment(
        loader=Loader(),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    env.filters["shown"] = shown
    return env


def _what_templates_raise() -> tuple[type[Exception], ...]:
    from jinja2 import TemplateError as JinjaError

    plain = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
    return (JinjaError, *plain)


def _explained(error: Exception) -> Fault:
    """Turn whatever went wrong inside a template into the place, the fault and the mend."""
    kind, said = type(error).__name__, str(error)
    if kind in {"TemplateNotFound", "TemplatesNotFound"}:
        return Fault(_place(error), f"there is no template {said}", OURS)
    if kind == "TemplateSyntaxError":
        return Fault(_place(error), said, SYNTAX)
    if isinstance(error, RecursionError):
        return Fault(_place(error), "it extends or includes itself, or nests too deep", OURS)
    return Fault(_place(error), said or kind, "templates see page, brief and face")


def _place(error: Exception) -> str:
    """Name template and line of an error: from a syntax error itself, else the deepest template in its trace."""
    if line := getattr(error, "lineno", None):
        return f"{getattr(error, 'name', None) or 'template'}:{line}"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith((".html", ".css"))]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "template"


def _faults(name: str, text: str, templates: Mapping[str, str]) -> Iterator[Fault]:
    from jinja2 import TemplateSyntaxError, meta

    try:
        parents = list(meta.find_referenced_templates(_environment(()).parse(text)))
    except TemplateSyntaxError as error:
        yield Fault(f"{name}:{error.lineno}", error.message or "wrong syntax", SYNTAX)
        return
    except RecursionError:
        yield Fault(name, "its tags or brackets are nested too deep", "nest less")
        return
    for parent in parents:
        if parent is None or not (parent in templates or _is_ours(parent)):
            yield Fault(name, f"extends or includes {parent}, which does not exist", OURS)
    yield from _unknown_blocks(name, text, [parent for parent in parents if parent and _is_ours(parent)])


def _unknown_blocks(name: str, text: str, parents: list[str]) -> Iterator[Fault]:
    """Name each block that no parent of ours has: such a block would be dropped in silence."""
    ours = {
        block for parent in parents for block in _BLOCK.findall((home() / parent).read_text(encoding="utf-8"))
    }
    for number, line in enumerate(text.splitlines() if ours else (), 1):
        for block in _BLOCK.findall(line):
            if block not in ours:
                near = get_close_matches(block, ours, 1)
                mend = f"did you mean {near[0]}?" if near else f"blocks: {', '.join(sorted(ours))}"
                yield Fault(f"{name}:{number}", f"there is no block {block}", mend)


def _is_ours(name: str) -> bool:
    return bool(re.fullmatch(r"default/[\w.-]+", name)) and (home() / name).is_file()
