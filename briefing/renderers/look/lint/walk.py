"""Walks through a look's templates as Jinja would, with kinds of values in place of values. Speaks to Jinja's nodes.

It begins with each page, follows parents, blocks and partials along the chain, and so knows what ``line`` is in a
partial that is included in a loop. What it cannot tell it lets pass.
"""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from briefing.renderers.look.chain import OURS
from briefing.renderers.look.lint import kinds
from briefing.renderers.look.lint.expressions import Scope, near
from briefing.renderers.look.lint.kinds import Kind
from briefing.renderers.look.lint.lineage import Lineage


@dataclass(frozen=True)
class Override:
    """A block that a template of the user's has instead of ours."""

    block: str
    place: str


@dataclass
class Walk(Lineage):
    """One walk."""

    overrides: list[Override] = field(default_factory=list)
    given: dict[str, Scope] = field(default_factory=dict)
    """Partial → what all that include it have besides what every template sees."""
    _done: set[tuple[str, str]] = field(default_factory=set)
    _blocks: dict[str, list[tuple[str, nodes.Block]]] = field(default_factory=dict)
    _within: list[tuple[str, int]] = field(default_factory=list)

    def page(self, name: str) -> None:
        """Walk a page (``brief.html``) from its child to its root."""
        found = self.along.find(name)
        if found is None:
            return
        self._blocks, scope, root = {}, dict(self.globals), found
        for template in self.line(found):
            tree = self.tree(template)
            if tree is None:
                return
            root = template
            for block in tree.find_all(nodes.Block):
                self._blocks.setdefault(block.name, []).append((template, block))
        for template in self.line(found):
            tree = self.tree(template)
            if tree is not None and template != root:
                self._child(template, tree, scope)
        if tree := self.tree(root):
            with self.inside(root):
                self._all(tree.body, scope)

    def parent(self, scope: Scope) -> None:
        """Walk the block that ``super()`` stands for."""
        if self._within:
            name, at = self._within[-1]
            self._run(name, at + 1, scope)

    # --- statements

    def _child(self, template: str, tree: nodes.Template, scope: Scope) -> None:
        """Walk what a child says outside of its blocks, and name blocks that no template above it has."""
        with self.inside(template):
            for node in tree.body:
                if not isinstance(node, nodes.Block | nodes.Output | nodes.Extends):
                    self._all([node], scope)
            for block in tree.find_all(nodes.Block):
                owners = [owner for owner, _ in self._blocks[block.name]]
                if owners[-1] == template and not self._nested(tree, block):
                    known = sorted(name for name, all_ in self._blocks.items() if all_[-1][0] != template)
                    self.say(block, f"there is no block {block.name}", near(block.name, known, "blocks"))
                elif not template.startswith(OURS):
                    self.overrides.append(Override(block.name, self.where(block.lineno)))

    def _nested(self, tree: nodes.Template, block: nodes.Block) -> bool:
        """Tell whether a block stands inside another one of its template: then it is printed with that."""
        return any(
            block is not other and block in other.find_all(nodes.Block)
            for other in tree.find_all(nodes.Block)
        )

    def _all(self, body: list[Any], scope: Scope) -> None:
        for node in body:
            walk = getattr(self, f"_walk_{type(node).__name__.lower()}", None)
            if walk:
                walk(node, scope)
            elif isinstance(node, nodes.Expr):
                self.kind(node, scope)
            else:
                self._all(list(node.iter_child_nodes()), scope)

    def _walk_block(self, node: nodes.Block, scope: Scope) -> None:
        self._run(node.name, 0, scope if node.scoped else {**self.globals, **self._exported(scope)})

    def _exported(self, scope: Scope) -> Scope:
        """Give what a block without ``scoped`` sees of its surroundings: leniently, all."""
        return {name: kind for name, kind in scope.items() if name != "loop"}

    def _run(self, name: str, at: int, scope: Scope) -> None:
        line = self._blocks.get(name, [])
        if at < len(line) and (name, at) not in self._within:
            template, block = line[at]
            self._within.append((name, at))
            with self.inside(template):
                self._all(block.body, dict(scope))
            self._within.pop()

    def _walk_include(self, node: nodes.Include, scope: Scope) -> None:
        found = self.named(node.template, node)
        inner = dict(scope) if node.with_context else dict(self.globals)
        given = {name: kind for name, kind in inner.items() if name not in self.globals and name != "loop"}
        if found:
            known = self.given.setdefault(found, given)
            self.given[found] = {name: kind for name, kind in known.items() if name in given}
        mark = (found or "", repr(sorted(inner.items(), key=lambda item: item[0])))
        if found is None or mark in self._done:
            return
        self._done.add(mark)
        line = self.line(found)
        with self.inside(found):
            for template in line[:1] if len(line) == 1 else line:
                if tree := self.tree(template):
                    with self.inside(template):
                        self._all(tree.body, inner)

    def _walk_import(self, node: nodes.Import, scope: Scope) -> None:
        if found := self.named(node.template, node):
            self.tree(found)
        scope[node.target] = Any

    def _walk_fromimport(self, node: nodes.FromImport, scope: Scope) -> None:
        if found := self.named(node.template, node):
            self.tree(found)
        for name in node.names:
            scope[name[1] if isinstance(name, tuple) else name] = Any

    def _walk_for(self, node: nodes.For, scope: Scope) -> None:
        over = self.kind(node.iter, scope)
        inner = {**scope, "loop": kinds.LOOP}
        self._bind(node.target, kinds.element(over), inner)
        if node.test:
            self.kind(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, dict(scope))

    def _walk_if(self, node: nodes.If, scope: Scope) -> None:
        self.kind(node.test, scope)
        known = [
            test.node.name for test in (node.test, *node.test.find_all(nodes.Test))
            if isinstance(test, nodes.Test) and test.name == "defined" and isinstance(test.node, nodes.Name)
        ]  # fmt: skip
        asked = {name: Any for name in known if name not in scope}
        inner = scope | asked
        self._all(node.body, inner)
        scope.update({name: kind for name, kind in inner.items() if name not in asked})
        self._all([*node.elif_, *node.else_], scope)

    def _walk_assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._bind(node.target, self.kind(node.node, scope), scope)

    def _walk_assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._all(node.body, dict(scope))
        self._bind(node.target, str, scope)

    def _walk_with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.kind(value, scope), inner)
        self._all(node.body, inner)

    def _walk_macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = Any
        for value in node.defaults:
            self.kind(value, scope)
        self._all(node.body, {**scope, **{argument.name: Any for argument in node.args}})

    def _walk_callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.kind(node.call, scope)
        self._all(node.body, {**scope, **{argument.name: Any for argument in node.args}})

    def _walk_filterblock(self, node: nodes.FilterBlock, scope: Scope) -> None:
        self.filter(node.filter, str, scope)
        self._all(node.body, dict(scope))

    def _bind(self, target: nodes.Node, kind: Kind, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple | nodes.List):
            for at, one in enumerate(target.items):
                self._bind(one, kinds.part(kind, at), scope)
