"""What kind of value an expression of a template gives, and what is wrong with the names in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment, nodes

from briefing.errors import Fault
from briefing.renderers.look.chain import OURS, Chain, spoken
from briefing.renderers.look.lint import kinds
from briefing.renderers.look.lint.kinds import Kind

Scope = dict[str, Kind]
_SAME = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "safe", "trim"}
_FIRST = {"first", "last", "random", "min", "max"}
_ROWS = {"batch", "slice"}
_NUMBER = {"length", "count", "int", "wordcount"}
_TEXT = {
    "join", "upper", "lower", "title", "capitalize", "shown", "escape", "e", "replace", "truncate", "format", "string",
    "indent", "center", "striptags", "urlencode", "wordwrap",
}  # fmt: skip
_NAMED = 16
"""Names that a mend lists."""
_BY_NAME = {"map", "selectattr", "rejectattr", "sort", "groupby", "sum", "unique", "min", "max", "join"}


@dataclass
class Expressions:
    """Tells the kind of each expression; ``found`` holds what is wrong, in the order of the walk."""

    along: Chain
    env: Environment
    globals: Mapping[str, Kind]
    ours: bool = False
    """Whether to tell what is wrong with our own templates, too."""
    found: list[Fault] = field(default_factory=list)
    file: str = ""
    """The template that the walk is in."""

    def parent(self, scope: Scope) -> None:
        """Walk what ``super()`` stands for."""

    def kind(self, node: nodes.Node, scope: Scope) -> Kind:
        """Give the kind of an expression, and tell what is wrong in it."""
        tell = getattr(self, f"_kind_{type(node).__name__.lower()}", None)
        if tell:
            return tell(node, scope)
        for child in node.iter_child_nodes():
            self.kind(child, scope)
        return Any

    def _kind_const(self, node: nodes.Const, scope: Scope) -> Kind:  # noqa: ARG002
        return type(node.value)

    def _kind_templatedata(self, node: nodes.TemplateData, scope: Scope) -> Kind:  # noqa: ARG002
        return str

    def _kind_name(self, node: nodes.Name, scope: Scope) -> Kind:
        if node.name in scope:
            return scope[node.name]
        if node.name not in kinds.GLOBALS:
            self.say(node, f"there is no variable {node.name}", near(node.name, list(scope), "templates see"))
        return Any

    def _kind_getattr(self, node: nodes.Getattr, scope: Scope) -> Kind:
        return self._member(node, node.node, node.attr, scope)

    def _kind_getitem(self, node: nodes.Getitem, scope: Scope) -> Kind:
        if isinstance(node.arg, nodes.Slice):
            self.kind(node.arg, scope)
            return self.kind(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, node.node, node.arg.value, scope)
        kind, _ = self.kind(node.node, scope), self.kind(node.arg, scope)
        at = node.arg.value if isinstance(node.arg, nodes.Const) else 0
        return kinds.part(kind, at) if isinstance(at, int) else Any

    def _member(self, node: nodes.Node, of: nodes.Node, name: str, scope: Scope) -> Kind:
        kind = self.kind(of, scope)
        found = kinds.member(kind, name)
        if found is None:
            path = _path(of)
            known = kinds.names(kind)
            what = f"{path} has no {name}" + ("" if known else f": it is {kinds.called(kind)}")
            self.say(node, what, near(name, list(known), f"{kinds.called(kind)} has") if known else None)
            return Any
        return found

    def _kind_filter(self, node: nodes.Filter, scope: Scope) -> Kind:
        if node.node is None:
            return Any
        if (
            node.name in ("default", "d")
            and isinstance(node.node, nodes.Name)
            and node.node.name not in scope
        ):
            return kinds.either([self.kind(one, scope) for one in node.args])
        return self.filter(node, self.kind(node.node, scope), scope)

    def filter(self, node: nodes.Filter, kind: Kind, scope: Scope) -> Kind:
        """Give the kind that a filter makes of another."""
        name = node.name
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(argument, scope)
        if name not in self.env.filters:
            self.say(node, f"there is no filter {name}", near(name, list(self.env.filters), None))
            return Any
        if name in _BY_NAME:
            self._by_name(node, kinds.element(kind))
        if name in _SAME:
            return kind
        if name in _FIRST:
            return kinds.element(kind)
        if name in _ROWS:
            return tuple[tuple[kinds.element(kind), ...], ...]  # type: ignore[misc]
        return int if name in _NUMBER else str if name in _TEXT else Any

    def _by_name(self, node: nodes.Filter, kind: Kind) -> None:
        """Hold a member that a filter asks for by its name against what the elements have."""
        named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        named += node.args[:1] if node.name in ("selectattr", "rejectattr", "groupby") else []
        for argument in named:
            for step in str(argument.value).split(".") if isinstance(argument, nodes.Const) else ():
                if kinds.member(kind, step) is None and not step.isdigit():
                    self.say(
                        node, f"{kinds.called(kind)} has no {step}", near(step, list(kinds.names(kind)), None)
                    )
                    return
                kind = Any if step.isdigit() else kinds.member(kind, step)

    def _kind_test(self, node: nodes.Test, scope: Scope) -> Kind:
        for argument in node.args:
            self.kind(argument, scope)
        if node.name not in self.env.tests:
            self.say(node, f"there is no test {node.name}", near(node.name, list(self.env.tests), None))
        if node.name not in ("defined", "undefined") or not isinstance(node.node, nodes.Name):
            self.kind(node.node, scope)
        return bool

    def _kind_compare(self, node: nodes.Compare, scope: Scope) -> Kind:
        self.kind(node.expr, scope)
        for operand in node.ops:
            self.kind(operand.expr, scope)
            values = [operand.expr.value] if isinstance(operand.expr, nodes.Const) else []
            for value in values if isinstance(node.expr, nodes.Name) and node.expr.name == "face" else ():
                if value not in kinds.FACES:
                    self.say(node, f"there is no face {value}", near(str(value), list(kinds.FACES), "faces"))
        return bool

    def _kind_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Kind:
        self.kind(node.test, scope)
        both = [one for one in (node.expr1, node.expr2) if one is not None]
        return kinds.either([self.kind(one, scope) for one in both])

    def _kind_or(self, node: nodes.Or, scope: Scope) -> Kind:
        return kinds.either([self.kind(node.left, scope), self.kind(node.right, scope)])

    def _kind_concat(self, node: nodes.Concat, scope: Scope) -> Kind:
        for one in node.nodes:
            self.kind(one, scope)
        return str

    def _kind_tuple(self, node: nodes.Tuple, scope: Scope) -> Kind:
        inner = [self.kind(one, scope) for one in node.items]
        return tuple[kinds.either(inner), ...] if inner else Any  # type: ignore[misc]

    def _kind_list(self, node: nodes.List, scope: Scope) -> Kind:
        inner = [self.kind(one, scope) for one in node.items]
        return tuple[kinds.either(inner), ...] if inner else Any  # type: ignore[misc]

    def _kind_call(self, node: nodes.Call, scope: Scope) -> Kind:
        for one in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(one, scope)
        if isinstance(node.node, nodes.Name) and node.node.name == "super":
            self.parent(scope)
            return str
        self.kind(node.node, scope)
        return Any

    @contextmanager
    def inside(self, template: str) -> Iterator[None]:
        """Walk in another template for a while."""
        before, self.file = self.file, template
        try:
            yield
        finally:
            self.file = before

    def say(self, node: nodes.Node | int | None, what: str, mend: str | None) -> None:
        """Tell what is wrong at a node or a line of the template that the walk is in."""
        line = node if isinstance(node, int) else node.lineno if node else None
        fault = Fault(self.where(line), what, mend)
        if fault not in self.found and (self.ours or not self.file.startswith(OURS)):
            self.found.append(fault)

    def where(self, line: int | None) -> str:
        """Name a line of the template that the walk is in."""
        return f"{spoken(self.file)}:{line}" if line else spoken(self.file)


def near(name: str, known: list[str], every: str | None) -> str | None:
    """Say what a name may have meant; else list all there are behind the words of ``every``."""
    close = get_close_matches(name, known, 1)
    if close:
        return f"did you mean {close[0]}?"
    named = ", ".join(sorted(known)[:_NAMED]) + (" …" if len(known) > _NAMED else "")
    return f"{every}: {named}" if every and known else None


def _path(node: nodes.Node) -> str:
    """Write an expression as its author did, as far as it is a path."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_path(node.node)}[{inner!r}]" if inner != "…" else f"{_path(node.node)}[…]"
    return f"{_path(node.node)} | {node.name}" if isinstance(node, nodes.Filter) and node.node else "this"
