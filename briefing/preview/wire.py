"""How the server and its workers talk: a line of JSON, then as many bytes as it says.

A worker is a process of its own, whose main thread draws: there a template that loops for ever can be stopped, and a
page is served while another is drawn. It reads requests from its standard input and ends with that.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

Message = Mapping[str, Any]
"""Plain values."""
Say = Callable[[Message, bytes], None]
"""Sends an answer with its bytes."""
Answer = Callable[[Message, bytes, Say], None]
"""Is given a request with its bytes, and says the answers as they come."""
END: Message = {"say": "end"}
"""The last answer to every request."""


def packed(message: Message, data: bytes = b"") -> bytes:
    """Write a message with its bytes."""
    head = json.dumps({**message, "bytes": len(data)}, ensure_ascii=True)
    return head.encode() + b"\n" + data


def head(line: bytes) -> tuple[dict[str, Any], int]:
    """Read the line of a message; give it and how many bytes follow."""
    message = json.loads(line)
    return message, message.pop("bytes")


def work(answer: Answer) -> int:
    """Answer requests until there are no more; give the exit status."""
    requests, out = _streams()

    def say(message: Message, data: bytes = b"") -> None:
        out.write(packed(message, data))
        out.flush()

    with suppress(BrokenPipeError, KeyboardInterrupt):
        while line := requests.readline():
            message, size = head(line)
            answer(message, requests.read(size), say)
            say(END)
    return 0


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves: whatever else is printed goes to standard error."""
    requests = os.fdopen(os.dup(0), "rb")
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout = sys.stderr
    return requests, out
