"""What stands before every route: this machine's own browser, with the token, from our own pages, and nobody else.

A page of another origin can have a browser send requests to a loopback port. It cannot know the token; it is told
apart by ``Origin`` and ``Sec-Fetch-Site`` (Fetch Metadata, W3C), and a host name that points to the loopback address
(DNS rebinding) by ``Host``. The token is in the address once, then in a cookie that no other site's request carries
(RFC 6265bis, ``SameSite=Strict``).
"""

import json
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST = 100_000
"""Bytes of a request's body: a note of forty pages."""
STREAM = "/stream"
HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""Content Security Policy of an answer that does not bring its own."""


class Guard:
    """Lets a request through, or answers it: 400, 403, 405, 413 or 415, each with a reason."""

    def __init__(self, app: App, *, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        self._cookie = f"briefing-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = _headers(scope["headers"])
        send = _dressed(send)
        refused = self._refused(scope, headers)
        if refused:
            await _answer(send, *refused)
            return
        if self._opens(scope):
            cookie = f"{self._cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict"
            await _answer(send, 303, "Come in.", {"Location": "/", "Set-Cookie": cookie})
            return
        if not self._known(headers):
            await _answer(send, 403, "Open the address that briefing preview has printed, with its token.")
            return
        if scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:
            await _answer(send, 413, f"A change has at most {LARGEST:,} bytes.")
            return
        await self._app(scope, _given(body, receive), send)

    def _refused(self, scope: Scope, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """Say why a request is not let through, whoever sends it; None where it may be."""
        host, method = headers.get("host", ""), scope["method"]
        if host not in self._hosts:
            return 400, "This is no address of the preview."
        if method not in {"GET", "HEAD", "POST"}:
            return 405, "There is GET, HEAD and POST."
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        ours = origin == f"http://{host}"
        # What is told and changed is for our own pages; the address itself may be typed, which sends "none".
        pages = scope["path"] != STREAM and method != "POST"
        if site not in ({None, "same-origin", "none"} if pages else {None, "same-origin"}):
            return 403, "Requests of other pages are not answered."
        if not ours and (origin is not None or method == "POST"):
            return 403, "Changes are made by the preview's own pages."
        return _unfit(headers) if method == "POST" else None

    def _opens(self, scope: Scope) -> bool:
        """Tell whether a request brings the token in its address."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])
        return scope["method"] == "GET" and scope["path"] == "/" and self._is_token(given[0])

    def _known(self, headers: Mapping[str, str]) -> bool:
        pairs = (pair.strip().partition("=") for pair in headers.get("cookie", "").split(";"))
        return any(name == self._cookie and self._is_token(value) for name, _, value in pairs)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())


def _unfit(headers: Mapping[str, str]) -> tuple[int, str] | None:
    """Say why a request's body is not even read."""
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return 415, "A change is JSON."
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or len(length) > 9 or int(length) > LARGEST:
        return 413, f"A change has at most {LARGEST:,} bytes."
    return None


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Read headers; one that is there twice is the two of them, which nothing here takes for one."""
    found: dict[str, str] = {}
    for key, value in raw:
        name = key.decode("latin-1").lower()
        found[name] = (
            f"{found[name]}, {value.decode('latin-1')}" if name in found else value.decode("latin-1")
        )
    return found


async def _body(receive: Receive) -> bytes | None:
    """Read a request's body; None for one that is too large, however it is sent."""
    body = b""
    while True:
        message = await receive()
        part: bytes = message.get("body", b"")
        body += part
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return body


def _given(body: bytes, receive: Receive) -> Receive:
    """Hand over a body that has been read."""
    left = [body]

    async def given() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": left.pop(), "more_body": False} if left else await receive()

    return given


def _dressed(send: Send) -> Send:
    """Put our headers on every answer, whoever gives it."""

    async def dressed(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", ()))
            brought = {name.lower() for name, _ in headers}
            ours = {**HEADERS, "Content-Security-Policy": STRICT}
            own = [(name.encode(), value.encode()) for name, value in ours.items()]
            message["headers"] = [*headers, *(pair for pair in own if pair[0].lower() not in brought)]
        await send(message)

    return dressed


async def _answer(send: Send, status: int, what: str, more: Mapping[str, str] | None = None) -> None:
    data = json.dumps({"fault": what}).encode()
    headers = {"Content-Type": "application/json", "Content-Length": str(len(data)), **(more or {})}
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": data})
