"""Fills templates: finds one along its chain, hands it the page, says plainly what is wrong with it. Speaks to Jinja.

Where a name leads is told by ``chain.py``. Templates see ``page`` (``renderers/view/page.py``), ``brief``
(``briefing.model``), ``say`` (our own words), ``style`` (``renderers/look/style.py``) and ``face`` (print, screen or
mail), nothing else; their one filter of ours is ``shown``.
"""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from briefing.errors import Fault, TemplateError
from briefing.model import Brief, Look
from briefing.renderers.look.bounds import bounded, flat, place, small
from briefing.renderers.look.chain import Chain, chain, home, overrides, spoken
from briefing.renderers.look.style import Style
from briefing.renderers.look.tokens import style
from briefing.renderers.view.page import Page
from briefing.text.shown import shown

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

__all__ = ["Face", "dressed", "environment", "explained", "fill", "home", "overrides"]

Face = Literal["print", "screen", "mail"]
_OBJECT = re.compile(r"'(?:\w+\.)+(\w+) object' has no attribute '(\w+)'")
OURS = 'ours are named "default/brief.html" and "default/mail.html"'
SYNTAX = "correct this line: {% %} holds a tag, {{ }} a value"


def fill(brief: Brief, page: Page, name: str, *, face: Face) -> str:
    """Fill the template that the brief's look gives for a name.

    Raises TemplateError with the template, the line and the mend; so, too, where a user's template lost what every
    page must print.
    """
    along = chain(brief.look)
    env = environment(along)
    dress = dressed(brief.look)
    page = replace(page, accent=dress.light.accent, dark_accent=dress.dark.accent)
    values = {"brief": brief, "page": page, "say": page.say, "style": dress, "face": face}
    found = along.find(name) or name
    if not any(own.endswith((".html", ".css")) for own in along.texts):
        return env.get_template(found).render(values)
    try:
        with bounded(spoken(found)):
            filled = flat(spoken(found), env.get_template(found).render(values))
            _held(filled, values, (along, brief.look.template), (name, face))
            return filled
    except TemplateError:
        raise
    except Exception as error:  # whatever a template from elsewhere may raise is its fault, not ours
        raise TemplateError(str(explained(error))) from error


def _held(
    filled: str, values: dict[str, Any], led: tuple[Chain, str | None], asked: tuple[str, Face]
) -> None:
    """Hold what a user's templates made against what every page must print. Raises TemplateError for what is lost."""
    from briefing.renderers.look.lint.kept import broken

    along, template = led

    def ours() -> str:
        beneath = Chain((), template)
        name = beneath.find(asked[0]) or asked[0]
        return environment(beneath).get_template(name).render(values)

    if fault := broken(filled, values["page"], along, asked, ours):
        raise TemplateError(str(fault))


def dressed(look: Look) -> Style:
    """Give the style of a look: the tokens of every folder in its chain, and the audience's own accent.

    Raises TemplateError for a token that cannot be used.
    """
    return style(chain(look).layers("style.toml"), look.accent)


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
def _kind() -> "type[SandboxedEnvironment]":
    """Make the class of environments: names lead along a chain, and whole numbers stay of a bearable size."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**"})
        along: Chain
        joined: dict[tuple[str, str], str]

        def join_path(self, template: str, parent: str) -> str:
            if (template, parent) not in self.joined:
                self.joined[template, parent] = self.along.find(template, parent) or template
            return self.joined[template, parent]

        def call_binop(self, context: "Context", operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
            small(left, right, power=operator == "**")
            return super().call_binop(context, operator, left, right)

    return Sandbox


@lru_cache(maxsize=8)
def environment(along: Chain) -> "SandboxedEnvironment":
    """Make Jinja's environment for a chain, or give the one that was made."""
    from jinja2 import StrictUndefined, select_autoescape

    env = _kind()(
        loader=_loader(along),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    env.along, env.joined = along, {}  # type: ignore[attr-defined]
    env.filters["shown"] = shown
    env.filters["round"] = _rounding(env.filters["round"])
    return env


def _rounding(builtin: Callable[..., Any]) -> Callable[..., Any]:
    """Keep the filter from raising ten to whatever a template says."""

    def rounded(value: float, precision: int = 0, method: Any = "common") -> Any:  # noqa: ANN401
        small(10, precision, power=True)
        return builtin(value, precision, method)

    return rounded


def _loader(along: Chain) -> Any:  # noqa: ANN401
    from jinja2 import BaseLoader, TemplateNotFound

    class Loader(BaseLoader):
        """The user's templates from the look, ours from their folder, and no other file."""

        def get_source(self, environment: "Environment", template: str) -> tuple[str, str, None]:  # noqa: ARG002
            text = along.text(template)
            if text is None:
                raise TemplateNotFound(template)
            return text, spoken(template), None

    return Loader()


def explained(error: Exception) -> Fault:
    """Turn whatever went wrong inside a template into the place, the fault and the mend."""
    kind, said = type(error).__name__, str(error)
    where = _place(error)
    if kind in {"TemplateNotFound", "TemplatesNotFound"}:
        return Fault(where, f"there is no template {said}", OURS)
    if kind == "TemplateSyntaxError":
        return Fault(where, said, SYNTAX)
    if isinstance(error, RecursionError):
        return Fault(where, "it extends or includes itself, or nests too deep", OURS)
    if isinstance(
        error, SyntaxError
    ):  # Python's, of what Jinja makes of it: more than twenty loops in one another
        return Fault(where, f"it cannot be compiled ({error.msg})", "nest less")
    said = _OBJECT.sub(r"\1 has no \2", said)
    mend = "templates see page, brief, say, style and face" if kind == "UndefinedError" else None
    return Fault(where, said.partition("\n")[0] or kind, mend)


def _place(error: Exception) -> str:
    """Name template and line of an error: from a syntax error itself, else from its frames."""
    line, name = getattr(error, "lineno", None), getattr(error, "name", None)
    if line and isinstance(name, str):
        return f"{spoken(name)}:{line}"
    return place(error) or "template"
