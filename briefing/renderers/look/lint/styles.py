"""What is wrong with a style sheet: what it would load, what makes printing slow, what parts sight from order."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from briefing.renderers.look.lint.markup import REMOTE, Finding

BOXES = {"grid", "inline-grid", "flex", "inline-flex"}
_SLOW = "WeasyPrint takes thirty times as long for it; block flow, floats and fixed tables cost nothing"
_ORDER = "see that the order of the words stays that of the page: who hears it gets theirs"
_HIDDEN = re.compile(
    r"\.(?:coverage|sources|skipped|said|source|marking)(?![\w-])|#(?:sources|skipped)(?![\w-])"
)


@lru_cache(maxsize=64)
def look(css: str, *, paper: bool = False) -> tuple[Finding, ...]:
    """Look at a sheet; ``paper``: it is printed by WeasyPrint."""
    import tinycss2

    lines = [0, *(at.end() for at in re.finditer("\n", css))]

    def at(node: Any) -> int:  # noqa: ANN401
        line, column = int(node.source_line), int(node.source_column)
        return lines[min(line, len(lines)) - 1] + column - 1

    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(Finding(at(node), *finding) for finding, node in _rules(rules, paper=paper))


def look_at(style: str, *, offset: int, paper: bool = False) -> Iterator[Finding]:
    """Look at the declarations of an element's own style."""
    import tinycss2

    found = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    for finding, _ in _declared([one for one in found if one.type == "declaration"], "", paper=paper):
        yield Finding(offset, *finding)


_Told = tuple[tuple[str, str, bool], Any]
"""What, mend and whether it is a hint; and the node that it is about."""


def _rules(rules: list[Any], *, paper: bool) -> Iterator[_Told]:
    import tinycss2

    for rule in rules:
        if rule.type == "error":
            yield (f"this is no style: {rule.message}", "correct this line", False), rule
        elif rule.type == "at-rule" and rule.lower_at_keyword == "import":
            yield (
                (
                    "a sheet would be loaded",
                    'write {% include "print.css" %} for ours, its text for another',
                    False,
                ),
                rule,
            )
        elif rule.type in ("at-rule", "qualified-rule") and rule.content is not None:
            inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            printed = paper or (rule.type == "at-rule" and "print" in tinycss2.serialize(rule.prelude))
            nested = [one for one in inner if one.type in ("at-rule", "qualified-rule", "error")]
            if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports", "layer"):
                nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                inner = []
            selector = tinycss2.serialize(rule.prelude) if rule.type == "qualified-rule" else ""
            yield from _declared([one for one in inner if one.type == "declaration"], selector, paper=paper)
            yield from _rules(nested, paper=paper and printed)


def _declared(declarations: list[Any], selector: str, *, paper: bool) -> Iterator[_Told]:
    import tinycss2

    values = {one.lower_name: tinycss2.serialize(one.value).strip().lower() for one in declarations}
    for one in declarations:
        name, value = one.lower_name, values[one.lower_name]
        for address in _loaded(one.value):
            yield (f"{name} loads {address[:60]!r}", REMOTE, False), one
        if name == "display" and value == "none" and _HIDDEN.search(selector):
            yield (
                (
                    f"{selector.strip()} would not be seen",
                    "it carries what the page promises: restyle it",
                    False,
                ),
                one,
            )
        if paper:
            yield from ((told, one) for told in _slow(name, value, values))
        yield from ((told, one) for told in _reordered(name, value))


def _loaded(tokens: list[Any]) -> Iterator[str]:
    """Give every address that a value would load."""
    for token in tokens:
        if token.type == "url":
            address = token.value
        elif token.type == "function" and token.lower_name in ("url", "src", "image", "image-set"):
            address = next((inner.value for inner in token.arguments if inner.type in ("string", "url")), "")
        else:
            yield from _loaded(getattr(token, "arguments", None) or getattr(token, "content", None) or [])
            continue
        if address and not address.strip().lower().startswith(("data:", "#", "font:")):
            yield address


def _slow(name: str, value: str, rule: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    whole = rule.get("break-inside", rule.get("page-break-inside", "")).startswith("avoid")
    if name == "display" and value in BOXES:
        what = f"display: {value} on paper"
        mend = (
            "keep it small, and nothing like it inside it"
            if whole
            else f"{_SLOW}; or add break-inside: avoid"
        )
        yield what, mend, whole
    elif name == "display" and value == "table" and "fixed" not in rule.get("table-layout", ""):
        yield (
            "a table whose columns are measured",
            "add table-layout: fixed, and widths: it prints three times as fast",
            True,
        )
    elif name in ("columns", "column-count", "column-width") and value not in ("auto", "1"):
        yield f"{name} on paper", "columns of many small blocks print four times as slow", True
    elif name == "float" and value == "footnote":
        yield "footnotes on paper", "they print three times as slow", True
    elif "target-counter(" in value or "target-text(" in value:
        yield (
            f"{name} asks for another page's number",
            "every page is laid out again for it: three times as slow",
            True,
        )


def _reordered(name: str, value: str) -> Iterator[tuple[str, str, bool]]:
    turned = name in ("flex-direction", "flex-flow") and "reverse" in value
    moved = (name == "position" and value in ("absolute", "fixed")) or (
        name == "float" and value in ("right", "inline-end")
    )
    if turned or moved or (name == "order" and value != "0"):
        yield f"{name}: {value} may show words in another order than they are read", _ORDER, True
