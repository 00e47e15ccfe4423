"""How the server and its workers talk."""

import asyncio
import io
import json
import os

import pytest

from briefing.preview import wire
from briefing.preview.hired import Gone, Hired


def test_messages_carry_bytes():
    """What is packed comes back, whatever the bytes are."""
    line, _, data = wire.packed({"say": "ü\n"}, b"\x00\n\xff").partition(b"\n")
    assert wire.head(line) == ({"say": "ü\n"}, 3)
    assert data == b"\x00\n\xff"


def test_work(monkeypatch):
    """Each request is answered, then its end; the worker ends when there are no more."""
    requests = io.BytesIO(wire.packed({"do": 1}, b"abc") + wire.packed({"do": 2}))
    out = io.BytesIO()
    monkeypatch.setattr(wire, "_streams", lambda: (requests, out))

    def answer(message, data, say):
        say({"got": message["do"]}, data.upper())

    assert wire.work(answer) == 0
    said = out.getvalue().replace(b"ABC", b"")
    messages = [json.loads(line) for line in said.splitlines()]
    assert messages == [
        {"got": 1, "bytes": 3},
        {"say": "end", "bytes": 0},
        {"got": 2, "bytes": 0},
        {"say": "end", "bytes": 0},
    ]


def test_streams_are_ours(capfd):
    """What is printed by others goes to standard error, and nobody else reads our requests."""
    from subprocess import run
    from sys import executable

    code = (
        "from briefing.preview.wire import work\n"
        "import sys, os\n"
        "def answer(message, data, say):\n"
        "    print('loud'); os.write(1, b'louder'); say({'read': sys.stdin.read()}, b'')\n"
        "raise SystemExit(work(answer))"
    )
    done = run([executable, "-c", code], input=wire.packed({}), capture_output=True, check=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"read": "", "bytes": 0},
        {"say": "end", "bytes": 0},
    ]
    assert b"loud" in done.stderr and b"louder" in done.stderr


def test_a_worker_that_ends():
    """Who ends before the answer is told of, and started again; who is no longer listened to is ended."""

    async def run():
        nobody = Hired("briefing.preview.nobody")
        for expected in (1, 2):
            with pytest.raises(Gone):
                async for _ in nobody.ask({}):
                    pass
            assert nobody.started == expected
        await nobody.dismiss()
        press = Hired("briefing.preview.press")
        assert not press.runs
        await press.dismiss()
        async for answer, _ in press.ask({"do": "pdf"}, b"{}"):
            assert answer["fault"]
        assert press.runs
        answers = press.ask({"do": "pdf"}, b"{}")
        await anext(answers)
        await answers.aclose()
        assert not press.runs

    asyncio.run(run())


def test_a_server_that_is_gone(monkeypatch):
    """A worker whose server is gone ends without a word."""
    here, there = os.pipe()
    os.close(here)
    with os.fdopen(there, "wb", buffering=0) as out:
        monkeypatch.setattr(wire, "_streams", lambda: (io.BytesIO(wire.packed({})), out))
        assert wire.work(lambda message, data, say: say({}, b"")) == 0
