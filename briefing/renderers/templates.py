"""The only file that speaks to Jinja: finds a template, fills it, and says plainly what is wrong with one.

A name such as ``brief.html`` is looked up in the audience's own folder (``TEMPLATE/brief.html``), then among the user's
templates (``brief.html``), then among ours (``default/brief.html``). A template that changes one thing says
``{% extends "default/brief.html" %}`` and overrides a block. Templates see ``page`` (``renderers/page.py``), ``brief``
(``model.py``) and ``face`` (print or screen), nothing else; their one filter of ours is ``shown``.
"""

import re
import traceback
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from briefing.errors import Fault, TemplateError
from briefing.model import Brief
from briefing.renderers.page import Page
from briefing.text.shown import shown

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

Face = Literal["print", "screen", "mail"]
KINDS = {".html", ".css"}
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
    for path in sorted(folder.glob("*")):
        if path.suffix in KINDS and path.is_file():
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
    with _Plainly(dict(look.overrides)):
        return env.select_template(names).render(brief=brief, page=page, face=face)


def faults(templates: Mapping[str, str]) -> tuple[Fault, ...]:
    """Find what is wrong with a user's templates without filling them: syntax, parents, names of blocks."""
    return tuple(fault for name, text in sorted(templates.items()) for fault in _faults(name, text, templates))


def _names(templates: Mapping[str, str], template: str | None, name: str) -> list[str]:
    wanted = [f"{template}/{name}", name] if template else [name]
    return [own for own in wanted if own in templates] + [f"default/{name}"]


@cache
def _environment(templates: tuple[tuple[str, str], ...]) -> "SandboxedEnvironment":
    from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, select_autoescape  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    class Loader(BaseLoader):
        """The user's templates from the look, ours from their folder, and no other file."""

        own = dict(templates)

        def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:  # noqa: ANN401, ARG002
            if template in self.own:
                return self.own[template], template, None
            if re.fullmatch(r"default/[\w.-]+", template) and (home() / template).is_file():
                return (home() / template).read_text(encoding="utf-8"), template, None
            raise TemplateNotFound(template)

    env = ImmutableSandboxedEnvironment(
        loader=Loader(),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["shown"] = shown
    return env


class _Plainly:
    """Turn whatever goes wrong inside a template into one line that names the place and the mend."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = templates

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:  # noqa: ANN401
        from jinja2 import TemplateError as JinjaError  # noqa: PLC0415

        known = (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
        if isinstance(error, known):
            _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    where, what, mend = _place(error), str(error) or type(error).__name__, "templates see page, brief and face"
    if type(error).__name__ in {"TemplateNotFound", "TemplatesNotFound"}:
        what, mend = f"there is no template {what}", 'ours are named "default/brief.html" and "default/mail.html"'
    elif type(error).__name__ == "TemplateSyntaxError":
        mend = "correct this line; a percent sign in braces opens a tag, two braces a value"
    elif isinstance(error, RecursionError):
        what, mend = "it extends or includes itself", 'extend "default/brief.html"'
    raise TemplateError(str(Fault(where, what, mend))) from error


def _place(error: Exception) -> str:
    """Name template and line of an error: from a syntax error itself, else the deepest template in its trace."""
    name, line = getattr(error, "filename", None) or getattr(error, "name", None), getattr(error, "lineno", None)
    if name and line:
        return f"{name}:{line}"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(tuple(KINDS))]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "template"


def _faults(name: str, text: str, templates: Mapping[str, str]) -> Iterator[Fault]:
    from jinja2 import TemplateSyntaxError, meta  # noqa: PLC0415

    env = _environment(())
    try:
        parents = list(meta.find_referenced_templates(env.parse(text)))
    except TemplateSyntaxError as error:
        yield Fault(f"{name}:{error.lineno}", error.message or "wrong syntax", "correct this line")
        return
    for parent in parents:
        if parent is None or not (parent in templates or (home() / parent).is_file()):
            mend = 'ours are named "default/brief.html" and "default/mail.html"'
            yield Fault(name, f"extends or includes {parent}, which does not exist", mend)
    yield from _unknown_blocks(name, text, [p for p in parents if p and p.startswith("default/")])


def _unknown_blocks(name: str, text: str, parents: list[str]) -> Iterator[Fault]:
    """Name each block that no parent of ours has: such a block would be dropped in silence."""
    ours = {b for parent in parents if (home() / parent).is_file() for b in _BLOCK.findall((home() / parent).read_text())}
    for number, line in enumerate(text.splitlines() if ours else (), 1):
        for block in _BLOCK.findall(line):
            if block not in ours:
                near = get_close_matches(block, ours, 1)
                mend = f"did you mean {near[0]}?" if near else f"blocks: {', '.join(sorted(ours))}"
                yield Fault(f"{name}:{number}", f"there is no block {block}", mend)
