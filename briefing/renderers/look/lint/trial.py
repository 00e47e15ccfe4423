"""Fills each page of a look with samples, and looks at what comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import Fault, TemplateError
from briefing.model import Look
from briefing.renderers.look import templates
from briefing.renderers.look.bounds import bounded, flat
from briefing.renderers.look.chain import OURS, Chain, spoken
from briefing.renderers.look.lint import boxes, sample, styles
from briefing.renderers.look.lint.markup import Finding, Markup
from briefing.renderers.look.lint.promises import Promise, lost, promises
from briefing.renderers.look.lint.traced import Traced, placed, press
from briefing.renderers.look.lint.walk import Override
from briefing.renderers.view import building as view
from briefing.renderers.view.page import Page

PAGES = (("brief.html", "print"), ("brief.html", "screen"), ("mail.html", "mail"), ("print.css", "print"))
"""The pages that are filled, and the faces that ask for them."""
SECONDS = 2
"""Of CPU for a sample: ours takes 0.01."""
_Told = tuple[Fault, bool]
"""A fault, and whether it is a hint."""


@dataclass(frozen=True)
class Trial:
    """What is tried."""

    look: Look
    along: Chain
    overrides: tuple[Override, ...]
    """The blocks that are the user's."""
    ours: bool = False
    """Whether to tell what stands in our own templates, too."""

    def told(self) -> Iterator[_Told]:
        """Fill each page with each sample, and tell what is wrong."""
        style = templates.dressed(self.look)
        stopped: set[str] = set()
        printed = ""
        for number, brief in enumerate(sample.briefs(self.look)):
            page = view.page(brief)
            for name, face in PAGES:
                if name in stopped:
                    continue
                values = {"brief": brief, "page": page, "say": page.say, "style": style, "face": face}
                try:
                    filled = self._filled(name, values)
                except TemplateError as error:
                    where, _, what = str(error).partition(": ")
                    yield Fault(where, what), False
                    again = None if what.startswith("stopped") else self._leniently(name, values)
                    if again is None:
                        stopped.add(name)
                        continue
                    filled = again
                yield from self._found(filled, name, face)
                if (name, face) == ("brief.html", "print"):
                    printed = filled.text
                elif name == "print.css":
                    yield from self._placed(filled, boxes.look(printed, filled.text))
                if number == 0:
                    yield from ((fault, False) for fault in self._lost(filled, page, name, face))

    def _filled(self, name: str, values: dict[str, Any], *, strict: bool = True) -> Traced:
        """Fill a page within bounds. Raises TemplateError with template and line."""
        found = self.along.find(name) or name
        try:
            with bounded(spoken(found), seconds=SECONDS):
                filled = press(self.along, strict=strict).fill(found, values)
                flat(spoken(found), filled.text)
                return filled
        except TemplateError:
            raise
        except Exception as error:  # whatever a template may raise is its fault
            raise TemplateError(str(templates.explained(error))) from error

    def _leniently(self, name: str, values: dict[str, Any]) -> Traced | None:
        """Fill a page whose unknown names are empty, so that its mark-up can be looked at all the same."""
        try:
            return self._filled(name, values, strict=False)
        except TemplateError:
            return None

    def _found(self, filled: Traced, name: str, face: str) -> Iterator[_Told]:
        """Tell what is wrong in what the user wrote."""
        sheet = name.endswith(".css")
        yield from self._placed(
            filled, styles.look(filled.text, paper=True) if sheet else _marked(filled, face)
        )

    def _placed(self, filled: Traced, found: Iterable[Finding]) -> Iterator[_Told]:
        """Tell those that the user wrote, by template and line."""
        for one in found:
            place = filled.place(one.offset)
            if self.ours or place[0] in self.along.texts:
                yield Fault(placed(place), one.what, one.mend), one.hint

    def _lost(self, filled: Traced, page: Page, name: str, face: str) -> Iterator[Fault]:
        """Tell what a page promises and does not print."""
        if name.endswith(".css"):
            if "string(marking)" not in filled.text:
                yield Fault(
                    self._top(name),
                    "the marking does not stand on every page",
                    'keep {% include "print.css" %}',
                )
            return
        if face == "print" and "data-marking=" not in filled.text:
            mend = '<body data-marking="{{ page.marking }}"> hands it to print.css'
            yield Fault(self._top(name), "the marking does not stand on every page", mend)
        text = Markup(filled.text, face).read().text
        for promise in promises(page, face):
            if lost(promise, text):
                where = self._blamed(promise, name)
                kept = "{{ super() }}" if ":" in where else f'{{% include "{where.rpartition("/")[2]}" %}}'
                yield Fault(where, f"{promise.name} no longer printed", f"keep {kept}{promise.mend}")

    def _blamed(self, promise: Promise, name: str) -> str:
        """Name the user's block or partial that may have lost it, else the page."""
        blocks = [
            one.place for one in self.overrides
            if one.block in promise.blocks and one.place.rpartition("/")[2].startswith(name)
        ]  # fmt: skip
        files = [one for partial in promise.partials if (one := self.along.find(partial)) in self.along.texts]
        return next(iter((*blocks, *filter(None, files))), self._top(name))

    def _top(self, name: str) -> str:
        return spoken(self.along.find(name) or name)


def _marked(filled: Traced, face: str) -> list[Finding]:
    """Look at a page's mark-up and at the styles in it."""
    page = Markup(filled.text, face).read()
    found = list(page.found)
    for element, end in page.crossed:
        (opener, line), (closer, _) = filled.place(element.offset), filled.place(end)
        if opener.startswith(OURS) != closer.startswith(OURS):
            what = f"</{element.tag}> closes what {spoken(opener)}:{line} opened"
            found.append(Finding(end, what, "close only what this file opens"))
    for offset, css in page.styles:
        if face == "print":
            found += [replace(one, offset=one.offset + offset) for one in boxes.look(filled.text, css)]
        sheet = styles.look(css, paper=face == "print")
        found += [replace(one, offset=one.offset + offset) for one in sheet]
    for offset, css in page.inline:
        found += styles.look_at(css, offset=offset, paper=face == "print")
    return found
