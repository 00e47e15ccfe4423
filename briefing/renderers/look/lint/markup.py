"""What is wrong with a page's mark-up: tags, headings, tables, pictures, links, and what no page may load or run."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefing.renderers.look.lint.tables import Tables

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
IMPLIED = frozenset(
    "p li dt dd option optgroup rb rt rtc rp tr td th thead tbody tfoot colgroup caption".split()
)
"""Elements whose end tag may be left out (HTML Living Standard, 13.1.2.4)."""
ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
HEADING = re.compile(r"h[1-6]")
FORBIDDEN = frozenset("script iframe object embed applet frame frameset base form".split())
LOADING = frozenset({"src", "srcset", "poster", "background", "data", "action", "formaction", "xlink:href"})
_LINKED = frozenset({"link", "use", "image"})
"""Elements whose ``href`` is loaded, not followed."""
CSP = "the page's Content Security Policy lets nothing run but our own script"
REMOTE = "nothing is loaded from elsewhere: write it out as a data: URL"


@dataclass(frozen=True)
class Finding:
    """What is wrong at an offset of a page."""

    offset: int
    what: str
    mend: str | None
    hint: bool = False


@dataclass(frozen=True)
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class Markup(HTMLParser):
    """Reads a page; ``found`` holds what is wrong, ``styles`` the style sheets in it with their offsets."""

    page: str
    face: str = "screen"
    found: list[Finding] = field(default_factory=list)
    styles: list[tuple[int, str]] = field(default_factory=list)
    inline: list[tuple[int, str]] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    crossed: list[tuple[Element, int]] = field(default_factory=list)
    """Start tags with the offset of the end tag that closes each."""
    words: list[str] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)
    _tables: Tables = field(default_factory=Tables)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0, *(at.end() for at in re.finditer("\n", self.page))]

    def read(self) -> "Markup":
        """Read all of the page."""
        self.feed(self.page)
        self.close()
        for element in self._open:
            if element.tag not in IMPLIED | {"html", "body", "head"}:
                self._tell(element.offset, f"<{element.tag}> is never closed", f"add </{element.tag}>")
        self._outline()
        return self

    @property
    def text(self) -> str:
        """The words that a reader sees, white space collapsed."""
        return " ".join("".join(self.words).split())

    # --- as HTMLParser calls it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        offset = self._offset()
        if tag in ENDS_P and any(one.tag == "p" for one in self._open[-1:]):
            self._open.pop()
        while self._open and self._open[-1].tag in IMPLIED and _ends(tag, self._open[-1].tag):
            self._open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs}, offset)
        self.elements.append(element)
        self._tables.open(tag, element.attributes, offset)
        self._attributes(element)
        self.words.append(" " if tag in ENDS_P | IMPLIED | {"br"} else "")
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<path/>`` as an element without content; of HTML only void ones may be written so."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            if not any(one.tag == "svg" for one in self._open):
                self._tell(self._offset(), f"<{tag}/> does not close itself", f"write <{tag}></{tag}>")
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and tell where the nesting is broken."""
        offset = self._offset()
        self.words.append(" " if tag in ENDS_P | IMPLIED else "")
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].tag == tag), None)
        if at is None:
            self._tell(offset, f"</{tag}> closes nothing that is open", "take it out, or open it")
            return
        for left in self._open[at + 1 :]:
            if left.tag not in IMPLIED:
                self._tell(left.offset, f"<{left.tag}> is not closed before </{tag}>", f"add </{left.tag}>")
        self.crossed.append((self._open[at], offset))
        if tag == "table" and (uneven := self._tables.close()):
            self._tell(*uneven, "give each row as many, with colspan")
        del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Keep words, and style sheets."""
        inside = self._open[-1].tag if self._open else ""
        if inside == "style":
            self.styles.append((self._offset(), data))
        elif inside not in ("script", "title"):
            self.words.append(data)

    # --- what is looked at

    def _attributes(self, element: Element) -> None:
        tag, values, offset = element.tag, element.attributes, element.offset
        if tag in FORBIDDEN:
            self._tell(offset, f"<{tag}> does not work here", CSP if tag == "script" else REMOTE)
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._tell(offset, "the page would leave by itself", "take it out")
        for name, value in values.items():
            if name.startswith("on"):
                self._tell(offset, f"{name} does not run", CSP)
            if name in LOADING or (name == "href" and tag in _LINKED):
                self._loads(offset, f"{tag} {name}", value)
            elif name == "href" and value.strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                self._tell(offset, "a link that runs or shows what it carries", CSP)
        if tag == "img" and not values.get("alt", "").strip():
            self._tell(
                offset,
                "a picture without words",
                'say what it shows: alt="…"; decoration belongs into a style sheet',
            )
        if tag == "html" and not values.get("lang", "").strip():
            self._tell(offset, "<html> does not say its language", '<html lang="{{ page.language }}">')
        if "style" in values:
            self.inline.append((offset, values["style"]))

    def _loads(self, offset: int, what: str, value: str) -> None:
        stated = value.strip().lower()
        if stated and not stated.startswith(("data:", "#")):
            self._tell(offset, f"{what} loads {value[:60]!r}", REMOTE)
        elif stated.startswith("data:") and self.face == "mail":
            self._tell(
                offset,
                "mail clients show no picture that is written out",
                "leave pictures to the page",
                hint=True,
            )

    def _outline(self) -> None:
        """Look at headings, ids and links within the page."""
        ids: set[str] = set()
        for element in self.elements:
            identity = element.attributes.get("id")
            if identity in ids:
                self._tell(
                    element.offset,
                    f"the id {identity} is there twice",
                    "give each its own: {{ line.anchor }}",
                )
            ids |= {identity} if identity else set()
        for element in self.elements:
            href = element.attributes.get("href", "")
            if self.face != "mail" and element.tag == "a" and href.startswith("#") and href[1:] not in ids:
                self._tell(element.offset, f"the link {href} leads nowhere", "an element needs this id")
        self._headings([element for element in self.elements if HEADING.fullmatch(element.tag)])

    def _headings(self, headings: list[Element]) -> None:
        """Look at the order of headings."""
        before = 0
        for heading in headings:
            level = int(heading.tag[1])
            if level == 1 and before:
                self._tell(heading.offset, "there is an <h1> already", "use <h2> for a block, <h3> inside it")
            elif level > before + 1:
                what = (
                    f"<{heading.tag}> follows <h{before}>"
                    if before
                    else f"the first heading is <{heading.tag}>"
                )
                self._tell(heading.offset, f"{what}: a level is skipped", f"use <h{before + 1}>")
            before = level
        for body in [element for element in self.elements if element.tag == "body" and not headings]:
            self._tell(body.offset, "the page has no <h1>", "<h1>{{ page.title }}</h1>")

    # --- telling

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _tell(self, offset: int, what: str, mend: str | None, *, hint: bool = False) -> None:
        self.found.append(Finding(offset, what, mend, hint))


def _ends(opened: str, before: str) -> bool:
    """Tell whether a start tag ends an element whose end tag may be left out."""
    cells, rows = {"td", "th"}, {"tr"}
    groups = {"thead", "tbody", "tfoot"}
    ended = {
        "li": {"li"},
        "dt": {"dt", "dd"},
        "dd": {"dt", "dd"},
        "option": {"option"},
        "td": cells,
        "th": cells,
    }
    ended |= {"tr": cells | rows} | dict.fromkeys(groups, cells | rows | groups)
    return before in ended.get(opened, set())
