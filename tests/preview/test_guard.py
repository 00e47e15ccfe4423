"""What stands before every route, held against requests as browsers and others send them."""

import asyncio
import json

import pytest

from briefing.preview.guard import LARGEST, Guard

HOST = "127.0.0.1:8000"
TOKEN = "t" * 43
COOKIE = f"other=1; briefing-8000={TOKEN}"
JSON = {"content-type": "application/json", "origin": f"http://{HOST}"}


async def _app(scope, receive, send):
    """Answer with the body that came."""
    body = (await receive())["body"] if scope["method"] == "POST" else b""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"X-Frame-Options", b"own")]})
    await send({"type": "http.response.body", "body": body})


def ask(method="GET", path="/state", *, query="", body=(b"",), **headers):
    """Send a request with the cookie unless it says otherwise; give status, headers and body."""
    named = {
        "host": HOST,
        "cookie": COOKIE,
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    raw = [(key.encode(), value.encode()) for key, value in named.items() if value is not None]
    parts = [{"type": "http.request", "body": part, "more_body": True} for part in body]
    parts.append({"type": "http.request", "body": b"", "more_body": False})
    sent = []

    async def receive():
        return parts.pop(0)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": raw}
    asyncio.run(Guard(_app, token=TOKEN, port=8000)(scope, receive, send))
    answered = {key.decode().lower(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], answered, sent[1]["body"]


def post(**more):
    """Send a change as our own page does, but for what is said."""
    headers = {
        "content_type": "application/json",
        "origin": f"http://{HOST}",
        "sec_fetch_site": "same-origin",
    }
    return ask("POST", "/edits", **{**headers, **more})


def test_ours_are_let_through():
    """Our own page's requests reach the routes, bodies whole, from each name of the loopback address."""
    assert post(body=(b'{"do"', b": 1}"))[::2] == (200, b'{"do": 1}')
    for host in ("127.0.0.1:8000", "localhost:8000", "[::1]:8000"):
        assert ask(host=host, sec_fetch_site="same-origin")[0] == 200
        assert post(host=host, origin=f"http://{host}")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1.evil.example:8000", None]
)
def test_other_hosts(host):
    """A name that merely points here, as in DNS rebinding, is no address of the preview."""
    assert ask(host=host)[0] == 400


@pytest.mark.parametrize(
    "cookie", [None, "", "briefing-8000=", "briefing-8000=wrong", f"briefing-8001={TOKEN}"]
)
def test_without_token(cookie):
    """Nothing is shown and nothing is changed without the token."""
    assert ask(cookie=cookie)[0] == 403
    assert post(cookie=cookie)[0] == 403


def test_token_in_the_address():
    """The printed address gives the cookie, which only our own pages carry, and leads to one without the token."""
    status, headers, _ = ask(path="/", query=f"token={TOKEN}", cookie=None)
    assert (status, headers["location"]) == (303, "/")
    assert headers["set-cookie"] == f"briefing-8000={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    assert ask(path="/", query="token=wrong", cookie=None)[0] == 403
    assert ask(path="/state", query=f"token={TOKEN}", cookie=None)[0] == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites(site):
    """A request that another page caused is not answered, whatever it carries."""
    assert ask(sec_fetch_site=site)[0] == 403
    assert ask(path="/stream", sec_fetch_site=site)[0] == 403
    assert post(sec_fetch_site=site)[0] == 403


def test_typed_addresses():
    """A typed address shows the page, but neither the stream nor a change is for it."""
    assert ask(path="/", sec_fetch_site="none")[0] == 200
    assert ask(path="/stream", sec_fetch_site="none")[0] == 403
    assert post(sec_fetch_site="none")[0] == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8000", "http://localhost:8000", None]
)
def test_other_origins(origin):
    """A change comes from the origin that it is sent to, or not at all."""
    assert post(origin=origin)[0] == 403
    if origin:
        assert ask(path="/stream", origin=origin)[0] == 403


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", None]
)
def test_forms(kind):
    """What a form can send is no change, so that a browser must ask before it sends one across origins."""
    assert post(content_type=kind)[0] == 415


def test_oversized():
    """A body that is too large is refused by what it says of itself, and where it says nothing by its bytes."""
    assert post(content_length=str(LARGEST + 1))[0] == 413
    assert post(content_length="9" * 5000)[0] == 413
    assert post(content_length="-1")[0] == 413
    assert post(body=(b" " * LARGEST, b" "))[0] == 413
    assert post(body=(b" " * LARGEST,))[0] == 200


def test_other_methods():
    """There is no method besides those that the page uses."""
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert ask(method)[0] == 405


def test_headers_of_every_answer():
    """Every answer forbids to be framed, sniffed, kept or read by others; a route's own header stands."""
    for answer in (ask(), ask(host="x"), ask(cookie=None)):
        headers = answer[1]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert ask()[1]["x-frame-options"] == "own"
    assert ask(host="x")[1]["x-frame-options"] == "SAMEORIGIN"


def test_two_of_a_header():
    """A header that is there twice is none that we know."""

    async def run():
        sent = []
        raw = [(b"host", HOST.encode()), (b"host", b"evil"), (b"cookie", COOKIE.encode())]
        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": raw}

        async def send(message):
            sent.append(message)

        await Guard(_app, token=TOKEN, port=8000)(scope, None, send)
        return sent[0]["status"], json.loads(sent[1]["body"])

    status, said = asyncio.run(run())
    assert status == 400
    assert "fault" in said


def test_what_is_no_request():
    """A web socket is not answered."""
    asyncio.run(Guard(_app, token=TOKEN, port=8000)({"type": "websocket"}, None, None))
