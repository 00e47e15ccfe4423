"""A message to one reader, against a real SMTP server on the loopback."""

import asyncio
import datetime
import email
import socket
import ssl
import threading
from email.header import decode_header, make_header

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefing.delivery import mail
from briefing.errors import DeliveryError
from briefing.model import Smtp

MESSAGE = (
    b"Subject: =?utf-8?q?Ukraine=3A_=D0=9D=D1=96?=\nFrom: briefing@localhost\nTo: undisclosed-recipients:;\n"
    b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
    b"Message-ID: <abc@briefing>\n\nTop lines\n.a line that begins with a dot\n=D0=9D=D1=96\n"
)


class Inbox:
    """What a server does and what it got."""

    def __init__(self):
        self.got = []
        self.rcpt = self.data = "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.data == "hang up":
            server.transport.abort()
            await asyncio.sleep(0)
            return "250 never seen"
        self.got.append(
            (envelope.mail_from, envelope.rcpt_tos, envelope.original_content, session.ssl is not None)
        )
        return self.data


class Server(Controller):
    """A server that may be asked to do TLS from the first byte, STARTTLS, or neither."""

    def __init__(self, inbox, **options):
        self.options = options
        super().__init__(inbox, hostname="127.0.0.1", port=0, ssl_context=options.pop("tls", None))

    def factory(self):
        return SMTP(self.handler, hostname="test.example", **self.options)

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture
def serve(inbox):
    """``serve(...)`` starts a server and gives its port."""
    running = []

    def start(**options):
        server = Server(inbox, **options)
        server.start()
        running.append(server)
        return server.port

    yield start
    for server in running:
        server.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A self-made certificate for 127.0.0.1: (its file, a server's context)."""
    import ipaddress

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("certificate")
    file = folder / "cert.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, folder / "key.pem")
    return file, context


def account(port, **changes):
    values = {"host": "127.0.0.1", "port": port, "security": "none", "sender": "Desk <desk@example.org>"}
    return Smtp(**(values | changes))


def told(message=MESSAGE, to="reader@example.com", *, smtp, password=None):
    """Give the words of the error that sending raises."""
    with pytest.raises(DeliveryError) as caught:
        mail.send(message, to, smtp, password=password)
    text = str(caught.value)
    assert text.isprintable(), text
    assert text.endswith(")"), text  # the mend
    return text


def test_sent(serve, inbox):
    """One reader gets the message as it is but for who sends it and who gets it."""
    receipt = mail.send(MESSAGE, "Reader <reader@example.com>", account(serve()))
    assert (receipt.recipient, receipt.message_id, receipt.answer) == (
        "reader@example.com",
        "<abc@briefing>",
        "250 OK",
    )
    [(sender, readers, content, secure)] = inbox.got
    assert (sender, readers, secure) == ("desk@example.org", ["reader@example.com"], False)
    assert content == (
        b"From: Desk <desk@example.org>\r\nTo: Reader <reader@example.com>\r\n"
        b"Subject: =?utf-8?q?Ukraine=3A_=D0=9D=D1=96?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Message-ID: <abc@briefing>\r\n\r\nTop lines\r\n.a line that begins with a dot\r\n=D0=9D=D1=96\r\n"
    )


def test_nobody_else_gets_it(serve, inbox):
    """Recipients that stand in the file, folded ones too, get nothing and are not shown."""
    others = b"Cc: a@x.example,\n b@x.example\nBCC: c@x.example\nSender: d@x.example\nReply-To: e@x.example\n"
    mail.send(others + MESSAGE, "reader@example.com", account(serve()))
    [(_, readers, content, _)] = inbox.got
    assert readers == ["reader@example.com"]
    assert b"x.example" not in content
    assert content.count(b"To: ") == 1


def test_message_id_of_its_own(serve, inbox):
    """A message without an id gets one that is the same whenever the same message is sent."""
    bare = MESSAGE.replace(b"Message-ID: <abc@briefing>\n", b"")
    port = serve()
    first, second = (mail.send(bare, "reader@example.com", account(port)) for _ in range(2))
    assert first.message_id == second.message_id
    assert first.message_id.endswith("@example.org>")
    assert email.message_from_bytes(inbox.got[0][2])["Message-ID"] == first.message_id


def test_names_beyond_ascii(serve, inbox):
    """Names in any script and domains beyond ASCII arrive as they are written."""
    name = "Відділ ранкових зведень і ще декілька слів щоб рядок довелося скласти"
    mail.send(
        MESSAGE,
        f"{name} <leser@bücher.example>",
        account(serve(), sender="Büro <buero@example.org>"),
    )
    [(_, readers, content, _)] = inbox.got
    assert readers == ["leser@xn--bcher-kva.example"]
    assert max(map(len, content.split(b"\r\n"))) <= 100
    message = email.message_from_bytes(content)  # of the old kind: the new one adds spaces inside long names
    read = {key: str(make_header(decode_header(message[key]))) for key in ("To", "From")}
    assert read == {"To": f"{name} <leser@xn--bcher-kva.example>", "From": "Büro <buero@example.org>"}


def test_eight_bit_message(serve, inbox):
    """A message with bytes beyond ASCII is announced as such and arrives unchanged."""
    mail.send(MESSAGE + "Ні\n".encode(), "reader@example.com", account(serve()))
    assert inbox.got[0][2].endswith("Ні\r\n".encode())


@pytest.mark.parametrize("to", [
    "", "reader", "@example.com", "reader@", "a@b@c", "a b@example.com", "reader@example.com, x@example.com",
    "reader@example.com\r\nBcc: x@example.com", "reader@example.com\n", "Name\nBcc: x <a@example.com>",
    "reader@exa\x00mple.com", "<a@example.com> SIZE=1", "a@example.com\u2028Bcc: x@y.example", "ридер@example.com",
    "a@-example.com", "a@example..com", "a@" + "x" * 64 + ".com", "x" * 65 + "@example.com", "a@[127.0.0.1]",
])  # fmt: skip
def test_addresses_that_are_none(to):
    """What is not one plain address is refused before any connection, so nothing can be smuggled in."""
    assert "is no mail address for a recipient" in told(to=to, smtp=account(1))


def test_sender_that_is_none():
    """A sender of the configuration is held to the same."""
    smtp = account(1, sender="desk@example.org\nBcc: x@example.com")
    assert "is no mail address for a sender" in told(smtp=smtp)


@pytest.mark.parametrize(
    "message", [b"", b"%PDF-1.7\n\n", b"Subject: no body", b"<html>\n\n</html>", b"\n\nbody"]
)
def test_messages_that_are_none(message):
    """A file that is no message is refused before any connection."""
    assert told(message, smtp=account(1)) == (
        "this is no mail message (build the edition with `--format email` and send that)"
    )


# --- secrets -------------------------------------------------------------------------------------------


class Doorman:
    """Knows one account."""

    def __call__(self, server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"secret")
        return AuthResult(success=good, handled=False)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_login(serve, inbox, caplog):
    """The account of the configuration logs in with the password that is handed in."""
    port = serve(authenticator=Doorman(), auth_required=True, auth_require_tls=False)
    smtp = account(port, user="desk", password_env="PASS")
    mail.send(MESSAGE, "reader@example.com", smtp, password="secret")
    assert len(inbox.got) == 1
    text = told(smtp=smtp, password="wrong")
    assert "refused the login: 535 " in text
    assert "the password in PASS" in text
    assert "wrong" not in text
    assert "letters that SMTP cannot carry" in told(smtp=smtp, password="пароль")
    assert "did not take the message: 530 " in told(smtp=account(port))
    caplog.clear()  # the server warns of logins without TLS


def test_login_that_the_server_lacks(serve):
    """A server without logins is told from one that refuses this login."""
    assert "lacks what is asked of it" in told(smtp=account(serve(), user="desk"), password="secret")


def test_password_that_is_missing():
    """Without a password nothing is tried; the variable is named."""
    assert "no password for desk (set the environment variable PASS)" in told(
        smtp=account(1, user="desk", password_env="PASS")
    )
    assert "smtp.password_env, which names none" in told(smtp=account(1, user="desk"))


def test_password_in_the_clear():
    """A password never crosses a network unencrypted."""
    smtp = account(25, host="mail.example.org", user="desk", password_env="PASS")
    assert "in the clear" in told(smtp=smtp, password="secret")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_encrypted(serve, inbox, certificate, monkeypatch, caplog, security):
    """TLS from the first byte and STARTTLS both carry the message, by a certificate that is trusted."""
    file, context = certificate
    options = {"tls": context} if security == "tls" else {"tls_context": context, "require_starttls": True}
    port = serve(**options)
    smtp = account(port, security=security)
    assert "its certificate is not trusted: self-signed certificate" in told(smtp=smtp)
    assert inbox.got == []
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    mail.send(MESSAGE, "reader@example.com", smtp)
    assert [secure for _, _, _, secure in inbox.got] == [security == "starttls"]
    assert "not trusted" in told(smtp=account(port, host="localhost", security=security))
    caplog.clear()  # the server's own log of the two who did not trust it


def test_no_encryption_there(serve, inbox, script):
    """A server without STARTTLS gets nothing when STARTTLS is asked for."""
    assert "lacks what is asked of it: STARTTLS" in told(smtp=account(serve(), security="starttls"))
    assert "no TLS: " in told(smtp=account(script(b"220 hi", None), security="tls"))
    assert inbox.got == []


# --- several readers -----------------------------------------------------------------------------------


def each(*readers, smtp, password=None):
    """Send to several readers: who got it, and the words of what went wrong."""
    told = list(mail.send_each(MESSAGE, readers, smtp, password=password))
    got = [one.recipient for one in told if not isinstance(one, DeliveryError)]
    return got, [str(one) for one in told if isinstance(one, DeliveryError)]


def test_each_reader_in_a_transaction_of_its_own(serve, inbox):
    """Nobody sees who else gets it."""
    got, amiss = each("a@example.com", "B <b@example.com>", smtp=account(serve()))
    assert (got, amiss) == (["a@example.com", "b@example.com"], [])
    assert [recipients for _, recipients, *_ in inbox.got] == [["a@example.com"], ["b@example.com"]]
    assert b"b@example.com" not in inbox.got[0][2]


def test_one_who_is_refused_keeps_nobody_from_it(serve, inbox, monkeypatch):
    """The server knows no b: a and c get it, and b is named."""

    async def refuse(server, session, envelope, address, options):
        if address.startswith("b@"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    monkeypatch.setattr(inbox, "handle_RCPT", refuse)
    got, (amiss,) = each("a@example.com", "b@example.com", "c@example.com", smtp=account(serve()))
    assert got == ["a@example.com", "c@example.com"]
    assert amiss.startswith("b@example.com: 127.0.0.1:")
    assert "550 5.1.1 No such user here" in amiss


def test_what_holds_for_all_is_tried_once(serve, inbox):
    """Where the connection breaks, the others are not tried, and the error names them."""
    inbox.data = "hang up"
    got, (amiss,) = each("a@example.com", "b@example.com", "c@example.com", smtp=account(serve()))
    assert got == []
    assert amiss.startswith("a@example.com: ")
    assert amiss.endswith("; not tried: b@example.com, c@example.com")


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_login_is_refused_once(serve, caplog):
    """A wrong password is not offered for every reader: accounts are locked for that."""
    doorman = Doorman()
    port = serve(authenticator=doorman, auth_require_tls=False, auth_required=True)
    smtp = account(port, user="desk", password_env="P")
    got, (amiss,) = each("a@example.com", "b@example.com", smtp=smtp, password="wrong")
    caplog.clear()
    assert got == []
    assert "refused the login" in amiss
    assert amiss.endswith("; not tried: b@example.com")


def test_no_address_is_told_before_any_is_sent(serve, inbox):
    """One that is no address: nobody gets anything."""
    with pytest.raises(DeliveryError, match="'b' is no mail address for a recipient"):
        each("a@example.com", "b", smtp=account(serve()))
    assert inbox.got == []


# --- servers that refuse, break off or keep silent -----------------------------------------------------


def test_refused_for_good(serve, inbox):
    """A recipient that the server does not know is an error with the server's words."""
    inbox.rcpt = "550 5.1.1 No such user here"
    text = told(smtp=account(serve()))
    assert "did not take the message: 550 5.1.1 No such user here (the address" in text
    assert inbox.got == []


def test_refused_for_now(serve, inbox):
    """A refusal for the moment says so."""
    inbox.data = "451 4.3.0 Try again later"
    assert "451 4.3.0 Try again later (try again later)" in told(smtp=account(serve()))


def test_hung_up_after_the_message(serve, inbox):
    """Where the server vanishes once it has the message, nobody knows, and the error says that."""
    inbox.data = "hang up"
    text = told(smtp=account(serve()))
    assert "it may or may not arrive (ask reader@example.com before you send it again)" in text


class Script:
    """A server that answers each line with the next answer of a script; None: hang up; ...: keep silent."""

    def __init__(self, *answers):
        self.answers = answers
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.listener.settimeout(10)
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        connection, _ = self.listener.accept()
        with connection, connection.makefile("rwb") as stream:
            for answer in self.answers:
                if answer is ...:
                    self.done.wait(10)
                if answer is None or answer is ...:
                    return
                stream.write(answer + b"\r\n")
                stream.flush()
                while stream.readline() not in (b".\r\n", b"") and answer.startswith(b"354"):
                    pass

    def close(self):
        self.done.set()
        self.thread.join()
        self.listener.close()


@pytest.fixture
def script():
    """``script(...)`` starts such a server and gives its port."""
    running = []

    def start(*answers):
        running.append(Script(*answers))
        return running[-1].port

    yield start
    for server in running:
        server.close()


def test_answers_are_cleaned(script):
    """A server's answer cannot write to the terminal: one line, no control characters, at most 200 letters."""
    port = script(
        b"220 hi", b"250 hi", b"250 ok", b"550-\x1b]0;owned\x07\r\n550 bad \x1b[31m\xe2\x80\xae" + b"x" * 300
    )
    text = told(smtp=account(port))
    assert "550 ]0;owned bad [31mxxx" in text
    assert len(text) < 350


def test_busy_server(script):
    """A server that turns the connection away is told with its words."""
    assert "421 too busy (try again later)" in told(smtp=account(script(b"421 too busy")))


def test_hung_up_before_the_message(script):
    """A server that hangs up earlier certainly did not take the message."""
    assert "hung up before it had the message" in told(smtp=account(script(b"220 hi", None)))


def test_refuses_data(script):
    """A server that refuses DATA itself did not take the message either."""
    port = script(b"220 hi", b"250 hi", b"250 ok", b"250 ok", b"554 no")
    assert "did not take the message: 554 no" in told(smtp=account(port))


def test_silent_server(script, monkeypatch):
    """A server that keeps silent is given up after the time limit."""
    monkeypatch.setattr(mail, "TIMEOUT", 0.2)
    assert "did not answer before it had the message" in told(smtp=account(script(...)))
    assert "no answer within 0 s" in told(smtp=account(script(...), security="tls"))


def test_no_good_bye(script):
    """A server that hangs up in place of a good-bye has taken the message all the same."""
    port = script(b"220 hi", b"250 hi", b"250 ok", b"250 ok", b"354 go", b"250 queued as 7", None)
    assert mail.send(MESSAGE, "reader@example.com", account(port)).answer == "250 queued as 7"


def test_nobody_listens():
    """Where no server listens the host and the port are named."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert (
        told(smtp=account(port))
        == f"127.0.0.1:{port}: not reached: connection refused (see smtp.host and smtp.port)"
    )


def test_eight_bit_message_to_an_old_server(script):
    """A server that takes seven bits only gets no message that it would spoil."""
    port = script(b"220 hi", b"250 hi")
    assert "takes no 8-bit messages" in told(MESSAGE + b"\xd0\x9d\n", smtp=account(port))
