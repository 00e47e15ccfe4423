"""What the preview answers: its page, the editions, what changes, and an editor's changes. Speaks to Starlette."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError, EditsConflict
from briefing.preview.accept import accept
from briefing.preview.desk import Desk
from briefing.preview.guard import STREAM
from briefing.preview.hired import Gone
from briefing.preview.show import Show
from briefing.renderers.look.templates import home

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_EDITION = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
FRAMED = f"{_EDITION}; frame-ancestors 'self'; sandbox allow-same-origin"
"""Of an edition in a frame: our page may look into it, and nothing in it runs."""
ALONE = f"{_EDITION}; script-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-scripts allow-popups"
"""Of an edition by itself: its script runs, in an origin that nothing else has."""
PAPER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
ALIVE = 15.0
"""Seconds after which a stream says that it lives."""
_SCRIPTS = ("page.js", "ask.js", "list.js", "views.js", "dialogs.js")
_OURS = {"page.css": "text/css", **dict.fromkeys(_SCRIPTS, "text/javascript")}


def routes(show: Show) -> "Starlette":
    """Make the application that shows a show."""
    from starlette.applications import Starlette
    from starlette.routing import Route as At

    made = _Routes(show)
    return Starlette(
        routes=[
            At("/", made.page),
            *(At(f"/{name}", made.ours) for name in _OURS),
            At("/state", made.state),
            At(STREAM, made.stream),
            At("/passage", made.passage),
            At("/edition/{key:str}/{file:str}", made.edition),
            At("/edits", made.edits, methods=["POST"]),
            At("/accept", made.accept, methods=["POST"]),
        ]
    )


class _Routes:
    def __init__(self, show: Show) -> None:
        self._show, self._desk = show, Desk(show)

    async def page(self, request: "Request") -> "Response":
        """Give the page itself."""
        del request
        return _file("page.html", "text/html", PAGE)

    async def ours(self, request: "Request") -> "Response":
        """Give the page's script or style."""
        name = request.url.path[1:]
        return _file(name, _OURS[name], PAGE)

    async def state(self, request: "Request") -> "Response":
        """Tell what is shown."""
        del request
        return _json(self._show.state())

    async def stream(self, request: "Request") -> "Response":
        """Tell the version whenever there is a new one (server-sent events, HTML Standard)."""
        from starlette.responses import StreamingResponse

        del request
        return StreamingResponse(self._versions(), media_type="text/event-stream")

    async def _versions(self) -> AsyncIterator[bytes]:
        version = -1
        while not self._show.ended:
            try:
                version = await asyncio.wait_for(self._show.news(version), ALIVE)
                yield f"data: {version}\n\n".encode()
            except TimeoutError:
                yield b": alive\n\n"

    async def passage(self, request: "Request") -> "Response":
        """Tell the article around a place."""
        asked = request.query_params
        try:
            source, start, end = asked["source"], int(asked["start"]), int(asked["end"])
        except (KeyError, ValueError):
            return _json({"fault": "A place is a source, a start and an end."}, 400)
        try:
            found = await self._show.passage(source, start, end)
        except Gone as error:
            return _json({"fault": str(error)}, 503)
        return _json(found) if found else _json({"fault": "No article that was read holds that place."}, 404)

    async def edition(self, request: "Request") -> "Response":
        """Give an edition: ``framed.html``, ``brief.html`` or ``brief.pdf``."""
        from starlette.responses import Response

        edition = self._show.editions.get(request.path_params["key"])
        file = request.path_params["file"]
        if edition is not None and file in {"framed.html", "brief.html"}:
            policy = FRAMED if file == "framed.html" else ALONE
            return Response(edition.html, headers={"Content-Security-Policy": policy}, media_type="text/html")
        if edition is not None and file == "brief.pdf" and edition.pdf:
            return Response(
                edition.pdf, headers={"Content-Security-Policy": PAPER}, media_type="application/pdf"
            )
        return _json({"fault": "There is no such edition, or not yet."}, 404)

    async def edits(self, request: "Request") -> "Response":
        """Make an editor's change."""
        return await _done(request, self._desk.change)

    async def accept(self, request: "Request") -> "Response":
        """Put an advised line into the configuration."""
        return await _done(request, lambda change: accept(self._show, change))


async def _done(request: "Request", change: Callable[[dict[str, Any]], Awaitable[Any]]) -> "Response":
    """Do what a page asks for and say how it went: 200, or 400, or 409 where somebody else was first."""
    try:
        asked = json.loads(await request.body())
    except (ValueError, RecursionError):
        return _json({"fault": "A change is JSON."}, 400)
    if not isinstance(asked, dict):
        return _json({"fault": "A change is an object."}, 400)
    try:
        seen = await change(asked)
    except EditsConflict as error:
        return _json({"fault": str(error)}, 409)
    except BriefingError as error:
        return _json({"fault": str(error)}, 400)
    return _json({"seen": seen.digest})


def _file(name: str, kind: str, policy: str) -> "Response":
    from starlette.responses import Response

    data = (home() / "preview" / name).read_bytes()
    return Response(data, headers={"Content-Security-Policy": policy}, media_type=kind)


def _json(values: Any, status: int = 200) -> "Response":  # noqa: ANN401
    from starlette.responses import Response

    data = json.dumps(values, ensure_ascii=False).encode(
        "utf-8", "replace"
    )  # a fault may quote half a character
    return Response(data, status, media_type="application/json")
