"""A message to one reader; the only file that speaks SMTP."""

import hashlib
import os
import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.header import Header
from email.parser import BytesHeaderParser
from email.utils import formataddr
from typing import NoReturn

from briefing.errors import DeliveryError
from briefing.model import Receipt, Smtp
from briefing.text.addresses import DOMAIN, address
from briefing.text.shown import shown

TIMEOUT = 30.0
"""Seconds that the server may take for each answer."""

_FIELD = rb"^%s[ \t]*:.*\r\n(?:[ \t].*\r\n)*"
_OURS = ("From", "To", "Cc", "Bcc", "Sender", "Reply-To", "Return-Path")
_LOOPBACK = re.compile(r"localhost|127\.[\d.]+|::1|\[::1\]", re.IGNORECASE)


def send(message: bytes, to: str, smtp: Smtp, *, password: str | None = None) -> Receipt:
    """Hand a message (a ``brief.eml``) to the server for one reader, in one transaction.

    The message's sender and recipients are replaced by ours; every other byte of it stays, but for line ends.
    Raises DeliveryError, with the server's answer, whenever the server did not take it; and where it hung up
    after it had the message, so that nobody knows, it says so.
    """
    sender, reader = _address(smtp.sender, "sender"), _address(to, "recipient")
    data, message_id = _addressed(message, sender, reader)
    _check_login(smtp, password)
    with _plainly(smtp), _connected(smtp) as server:
        if smtp.user is not None:
            server.login(smtp.user, password or "")
        return Receipt(reader[1], message_id, _handed(server, sender[1], reader[1], data=data))


def send_each(
    message: bytes, readers: Sequence[str], smtp: Smtp, *, password: str | None = None
) -> Iterator[Receipt | DeliveryError]:
    """Hand a message to each reader in a transaction of its own; give what came of it, one by one.

    One reader who is refused keeps nobody from it. What holds for all (no server, no login, a broken connection) ends
    it: the last error names those who were not tried. Raises DeliveryError for what is no address, before any is sent.
    """
    for reader in readers:
        _address(reader, "recipient")
    for at, reader in enumerate(readers):
        try:
            yield send(message, reader, smtp, password=password)
        except DeliveryError as error:
            rest = readers[at + 1 :]
            if not rest or _of_one(error):
                yield DeliveryError(f"{reader}: {error}") if len(readers) > 1 else error
                continue
            yield DeliveryError(f"{reader}: {error}; not tried: {', '.join(rest)}")
            return


def _of_one(error: DeliveryError) -> bool:
    """Tell whether a server's answer may be about one reader alone."""
    cause = error.__cause__
    refused = isinstance(cause, smtplib.SMTPResponseException)
    return refused and not isinstance(cause, smtplib.SMTPAuthenticationError)


def _handed(server: smtplib.SMTP, sender: str, reader: str, *, data: bytes) -> str:
    """Give the server the envelope and the message; return its answer."""
    server.ehlo_or_helo_if_needed()
    body = [] if data.isascii() else ["BODY=8BITMIME"]
    if body and not server.has_extn("8bitmime"):
        raise DeliveryError(
            "the server takes no 8-bit messages (render the mail again with `briefing render`)"
        )
    for code, answer in (server.mail(sender, body), server.rcpt(reader)):
        if not 200 <= code < 300:
            raise smtplib.SMTPResponseException(code, answer)
    try:
        code, answer = server.data(data)
    except smtplib.SMTPResponseException:
        raise
    except OSError as error:  # smtplib's own errors are of this kind too
        what = "the connection broke after the message was given to it, so it may or may not arrive"
        raise DeliveryError(f"{what} (ask {reader} before you send it again)") from error
    if code != 250:
        raise smtplib.SMTPDataError(code, answer)
    return _told(code, answer)


@contextmanager
def _connected(smtp: Smtp) -> Iterator[smtplib.SMTP]:
    name = os.uname().nodename  # not the full name: that would ask the network
    local = name if DOMAIN.fullmatch(name) else "localhost"
    if smtp.security == "tls":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(smtp.host, smtp.port, local, timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(smtp.host, smtp.port, local, timeout=TIMEOUT)
    try:
        if smtp.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        yield server
        _quit(server)
    finally:
        server.close()


def _quit(server: smtplib.SMTP) -> None:
    """Say good-bye; what goes wrong now changes nothing, since the server has answered for the message."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        return


@contextmanager
def _plainly(smtp: Smtp) -> Iterator[None]:
    """Turn every failure into a DeliveryError that says what, where and the mend."""
    try:
        yield
    except (OSError, UnicodeError, DeliveryError) as error:
        raise DeliveryError(f"{smtp.host}:{smtp.port}: {_reason(error, smtp)}") from error


def _reason(error: Exception, smtp: Smtp) -> str:  # noqa: PLR0911 - one for each way to fail
    """Say in one line what went wrong and what to do. Order matters: each kind stands before its parents."""
    match error:
        case DeliveryError():
            return str(error)
        case smtplib.SMTPException():
            return _refusal(error, smtp)
        case ssl.SSLCertVerificationError():
            return (
                f"its certificate is not trusted: {error.verify_message} (smtp.host must be the name in it)"
            )
        case ssl.SSLError():
            return f"no TLS: {error.reason} (see smtp.port and smtp.security)"
        case TimeoutError():
            return f"no answer within {TIMEOUT:.0f} s (see smtp.host and smtp.port)"
        case UnicodeError():
            return "the host, the user or the password has letters that SMTP cannot carry (use plain ones)"
    words = shown(getattr(error, "strerror", None) or str(error)).lower()
    return f"not reached: {words} (see smtp.host and smtp.port)"


def _refusal(error: smtplib.SMTPException, smtp: Smtp) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return (
                f"refused the login: {_answer(error)} (see smtp.user and the password in {smtp.password_env})"
            )
        case smtplib.SMTPResponseException(smtp_code=code):
            mend = (
                "try again later" if 400 <= code < 500 else "the address or the message is refused for good"
            )
            return f"did not take the message: {_answer(error)} ({mend})"
        case smtplib.SMTPServerDisconnected():
            what = "did not answer" if isinstance(error.__context__, TimeoutError) else "hung up"
            return f"{what} before it had the message (see smtp.port and smtp.security, or try again)"
    return f"lacks what is asked of it: {shown(str(error))} (see smtp.security and smtp.user)"


def _check_login(smtp: Smtp, password: str | None) -> None:
    if smtp.user is None:
        return
    where = f"{smtp.host}:{smtp.port}"
    if not password:
        name = smtp.password_env or "smtp.password_env, which names none"
        raise DeliveryError(
            f"{where}: no password for {shown(smtp.user)} (set the environment variable {name})"
        )
    if smtp.security == "none" and not _LOOPBACK.fullmatch(smtp.host):
        mend = 'set smtp.security to "starttls" or "tls"'
        raise DeliveryError(f"{where}: the password would cross the network in the clear ({mend})")


def _answer(error: smtplib.SMTPResponseException) -> str:
    return _told(error.smtp_code, error.smtp_error)


def _told(code: int, answer: bytes | str) -> str:
    """Make the server's words fit to be shown: one line, no control characters, at most 200 letters."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return shown(f"{code} {text}")[:200]


# --- the message ---------------------------------------------------------------------------------------


def _address(text: str, whose: str) -> tuple[str, str]:
    """Parse one mail address, with or without a name: (name, address)."""
    found = address(text)
    if found is None:
        raise DeliveryError(
            f"{shown(text)[:80]!r} is no mail address for a {whose} (for example desk@example.org)"
        )
    return found


def _addressed(message: bytes, sender: tuple[str, str], reader: tuple[str, str]) -> tuple[bytes, str]:
    """Put our From and To before a message in place of its own; give it and its Message-ID."""
    data = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    head, gap, body = data.partition(b"\r\n\r\n")
    if not (gap and re.match(rb"[!-9;-~]+[ \t]*:", head)):
        _refuse()
    head += b"\r\n"
    for field in _OURS:
        head = re.sub(_FIELD % field.encode(), b"", head, flags=re.IGNORECASE | re.MULTILINE)
    ours = f"From: {_named(*sender)}\r\nTo: {_named(*reader)}\r\n"
    known = BytesHeaderParser().parsebytes(head).get("Message-ID")
    message_id = (
        shown(str(known))
        if known
        else f"<{hashlib.sha256(data).hexdigest()[:32]}@{sender[1].rpartition('@')[2]}>"
    )
    if not known:
        ours += f"Message-ID: {message_id}\r\n"
    return ours.encode() + head + b"\r\n" + body, message_id


def _named(name: str, address: str) -> str:
    """Write a name and an address as a header has them, folded where the name is long."""
    if name.isascii():
        return formataddr((name, address))
    return f"{Header(name, 'utf-8', maxlinelen=60).encode(linesep=chr(13) + chr(10))} <{address}>"


def _refuse() -> NoReturn:
    raise DeliveryError("this is no mail message (build the edition with `--format email` and send that)")
