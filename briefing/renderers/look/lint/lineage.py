"""Reads a look's templates and follows what they name: parents up to the root, and partials. Speaks to Jinja."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefing.renderers.look.chain import spoken
from briefing.renderers.look.lint.expressions import Expressions

SYNTAX = "correct this line: {% %} holds a tag, {{ }} a value"
EXISTING = 'a plain name is sought along the chain, "default/brief.html" is ours'


@cache
def _syntax() -> Environment:
    """Make an environment that reads templates as ours do, whatever the chain."""
    return Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)


@lru_cache(maxsize=256)
def _parsed(text: str, template: str) -> nodes.Template:
    return _syntax().parse(text, template, spoken(template))


@dataclass
class Lineage(Expressions):
    """Knows each template that was read."""

    visited: set[str] = field(default_factory=set)
    _trees: dict[str, nodes.Template | None] = field(default_factory=dict)

    def parse(self, template: str) -> None:
        """Find wrong syntax in a template that nothing leads to."""
        self.tree(template)

    def tree(self, template: str) -> nodes.Template | None:
        """Read a template; None where it cannot be read, which is told once."""
        if template not in self._trees:
            self.visited.add(template)
            text = self.along.text(template) or ""
            try:
                self._trees[template] = _parsed(text, template)
            except TemplateSyntaxError as error:
                self._trees[template] = None
                with self.inside(template):
                    self.say(error.lineno, error.message or "wrong syntax", SYNTAX)
            except RecursionError:
                self._trees[template] = None
                with self.inside(template):
                    self.say(None, "its tags or brackets are nested too deep", "nest less")
        return self._trees[template]

    def line(self, template: str) -> list[str]:
        """Give a template and all that it extends; tell a parent that does not exist, and a circle."""
        line = [template]
        while (tree := self.tree(line[-1])) is not None:
            extends = next(tree.find_all(nodes.Extends), None)
            if extends is None:
                break
            with self.inside(line[-1]):
                parent = self.named(extends.template, extends)
            if parent is None:
                break
            if parent in line:
                with self.inside(line[-1]):
                    self.say(extends, "it extends itself", EXISTING)
                break
            line.append(parent)
        return line

    def named(self, name: nodes.Expr, node: nodes.Node) -> str | None:
        """Find the template that an expression names."""
        stated = [name] if not isinstance(name, nodes.List | nodes.Tuple) else list(name.items)
        wanted = [one.value for one in stated if isinstance(one, nodes.Const)]
        if len(wanted) < len(stated):
            self.say(node, "extends or includes what only a value names", "write its name between quotes")
            return None
        found = next((there for one in wanted if (there := self.along.find(str(one), self.file))), None)
        if found is None and not getattr(node, "ignore_missing", False):
            known = [one for one in self.along.names() if one.endswith((".html", ".css"))]
            near = get_close_matches(str(wanted[0]).rpartition("/")[2], known, 1)
            what = f"there is no template {', '.join(map(str, wanted))}"
            self.say(node, what, f"did you mean {near[0]}?" if near else EXISTING)
        return found
