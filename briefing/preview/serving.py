"""The server itself: two sockets of the loopback interface, until it is interrupted. Speaks to uvicorn."""

import asyncio
import secrets
import socket
from collections.abc import Callable
from contextlib import aclosing, suppress
from types import FrameType

from briefing.errors import UsageError
from briefing.preview.guard import Guard
from briefing.preview.routes import routes
from briefing.preview.show import Show
from briefing.preview.studio import Order
from briefing.preview.watch import OURS, changes

GRACE = 2
"""Seconds that an answer under way has when the server ends."""


def serve(order: Order, *, port: int, say: Callable[[str], None]) -> None:
    """Serve a preview until it is interrupted; ``say`` is told its address. UsageError: the port is taken."""
    sockets = _bound(port)
    port = sockets[0].getsockname()[1]
    token = secrets.token_urlsafe(32)
    try:
        asyncio.run(_serve(order, sockets, token, lambda: say(f"http://127.0.0.1:{port}/?token={token}")))
    finally:
        for one in sockets:
            one.close()


def _bound(port: int) -> list[socket.socket]:
    """Bind a port of both loopback addresses, of IPv6 where there is one."""
    first = socket.socket(socket.AF_INET)
    first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        first.bind(("127.0.0.1", port))
        first.listen()  # from here on whoever is told the address is let in
    except (OSError, OverflowError) as error:
        first.close()
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"--port {port}: {why.lower()}. Take another one, or leave --port out.") from error
    sockets = [first]
    with suppress(OSError):
        second = socket.socket(socket.AF_INET6)
        sockets.append(second)
        second.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        second.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        second.bind(("::1", first.getsockname()[1]))
        second.listen()
        return sockets
    for one in sockets[1:]:
        one.close()
    return sockets[:1]


async def _serve(order: Order, sockets: list[socket.socket], token: str, ready: Callable[[], None]) -> None:
    import uvicorn

    show = Show(order)
    app = Guard(routes(show), token=token, port=sockets[0].getsockname()[1])
    settings = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
    )
    loop = asyncio.get_running_loop()

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(lambda: loop.create_task(show.end()))
            super().handle_exit(sig, frame)

    server = Server(settings)
    work = [asyncio.create_task(show.run()), asyncio.create_task(_watching(show))]
    ready()
    try:
        await server.serve(sockets=sockets)
    finally:
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await show.end()


async def _watching(show: Show) -> None:
    """Have drawn anew what changes in files.

    Edits are always read again, though they may be ours: between two looks of ours the studio may have seen another
    file than we did. Where it finds nothing new, it draws nothing.
    """
    async with aclosing(changes(show.order)) as found:
        async for kinds in found:
            if OURS in kinds:
                show.restart()
                continue
            show.reload()
            show.change(kinds)
