"""Where grid and flex boxes of a sheet fall on a printed page: inside one another, or around what spans pages."""

import re
from collections.abc import Iterator
from typing import Any

from briefing.renderers.look.lint.markup import Finding
from briefing.renderers.look.lint.styles import BOXES

WHOLE = frozenset({"html", "body", "main"})
_LONG = re.compile(r"(?:^|\s)(?:block|sides|sources)(?:\s|$)")
"""Classes of what may be longer than a page."""
NESTED = "WeasyPrint lays out what is inside once for every box around it: its time doubles with each"
SPANS = "WeasyPrint takes thirty times as long for a box that spans pages"


def look(html: str, css: str) -> tuple[Finding, ...]:
    """Tell boxes of a sheet that stand in one another on a page, and those around its long parts."""
    import cssselect2
    import tinyhtml5

    rules = list(_boxes(css))
    if not rules:
        return ()
    page = cssselect2.ElementWrapper.from_html_root(tinyhtml5.parse(html, namespace_html_elements=False))
    hit: dict[int, list[Any]] = {at: [] for at, _ in rules}
    for element in page.iter_subtree():
        for at, selectors in rules:
            if any(not one.pseudo_element and one.test(element) for one in selectors):
                hit[at].append(element)
    boxes = {id(element.etree_element) for elements in hit.values() for element in elements}
    return tuple(finding for at, elements in hit.items() for finding in _told(at, elements, boxes))


def _told(at: int, elements: list[Any], boxes: set[int]) -> Iterator[Finding]:
    if any(id(above.etree_element) in boxes for element in elements for above in element.ancestors):
        yield Finding(at, "a grid or flex box inside another one, on paper", NESTED)
    if any(_is_long(inner) for element in elements for inner in element.iter_subtree()):
        yield Finding(at, "a grid or flex box around what may be longer than a page", SPANS)


def _is_long(element: Any) -> bool:  # noqa: ANN401 - cssselect2 has no types
    names = element.etree_element.get("class") or ""
    return element.local_name in WHOLE or bool(_LONG.search(names))


def _boxes(css: str) -> Iterator[tuple[int, Any]]:
    """Give each rule that makes such boxes: its offset, and its selectors compiled."""
    import cssselect2
    import tinycss2

    lines = [0, *(at.end() for at in re.finditer("\n", css))]
    waiting = list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    while waiting:
        rule = waiting.pop(0)
        if (
            rule.type == "at-rule"
            and rule.lower_at_keyword in ("media", "supports", "layer")
            and rule.content
        ):
            waiting += tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        elif rule.type == "qualified-rule" and _makes_box(rule.content):
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                continue
            yield lines[min(rule.source_line, len(lines)) - 1] + rule.source_column - 1, selectors


def _makes_box(content: list[Any]) -> bool:
    import tinycss2

    declared = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return any(
        one.type == "declaration"
        and one.lower_name == "display"
        and tinycss2.serialize(one.value).strip().lower() in BOXES
        for one in declared
    )
