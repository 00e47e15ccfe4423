"""``briefing send``, from a built edition to a real SMTP server, and the clock that dates it."""

import shutil
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from briefing.cli import clock
from briefing.errors import UsageError
from tests.cli.conftest import SEEDS

DAY = "2025-02-19"
EDITION = f"out/{DAY}/executive"


class Inbox:
    def __init__(self):
        self.got = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        return "250 taken"


class Server(Controller):
    """A server on a port that is free, which it tells once it listens."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def inbox():
    """A server on the loopback that takes everything."""
    box = Inbox()
    server = Server(box, hostname="127.0.0.1", port=0)
    server.start()
    box.port = server.port
    yield box
    server.stop()


@pytest.fixture
def edition(run, desk):
    """The executive's edition, with the sample's configuration in the current folder."""
    shutil.copytree(SEEDS, desk / "in")
    run("build", "in", "--audience", "executive", "--format", "email", "--date", DAY, "--out", "out")
    return desk


def configure(desk, port):
    smtp = f'\n[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nfrom = "The Desk <desk@example.org>"\n'
    (desk / "in" / "briefing.toml").write_text((SEEDS / "briefing.toml").read_text() + smtp)


def test_an_edition_is_sent_as_it_was_built(run, edition, inbox):
    """The server gets the built message, from the desk and to the one who was named."""
    configure(edition, inbox.port)
    status, out, _ = run("send", EDITION, "--to", "minister@example.org", "--config", "in/briefing.toml")
    assert status == 0
    assert out.startswith("minister@example.org: 250 taken")
    ((sender, recipients, data),) = inbox.got
    message = message_from_bytes(data, policy=policy.default)
    built = message_from_bytes((edition / EDITION / "brief.eml").read_bytes(), policy=policy.default)
    assert (sender, recipients) == ("desk@example.org", ["minister@example.org"])
    assert str(message["From"]) == "The Desk <desk@example.org>"
    assert str(message["To"]) == "minister@example.org"
    assert str(message["Subject"]) == str(built["Subject"])
    for kind in ("plain", "html"):
        parts = [one.get_body((kind,)) for one in (message, built)]
        assert parts[0].get_content() == parts[1].get_content()


def test_without_a_server_in_the_configuration_nothing_is_sent(run, edition):
    """No [smtp]: a fault of the configuration, with what to add."""
    status, _, err = run("send", EDITION, "--to", "a@example.org", "--config", "in/briefing.toml")
    assert status == 2
    assert "[smtp]" in err


def test_an_edition_without_a_mail_is_told(run, edition, inbox):
    """A folder without brief.eml names the format that makes it."""
    configure(edition, inbox.port)
    status, _, err = run("send", "in", "--to", "a@example.org", "--config", "in/briefing.toml")
    assert status == 2
    assert "--format email" in err
    assert inbox.got == []


def test_a_server_that_is_not_there_is_told(run, edition, inbox):
    """Nobody listens: the command fails with 1 and names host and port."""
    configure(edition, 1)
    status, _, err = run("send", EDITION, "--to", "a@example.org", "--config", "in/briefing.toml")
    assert status == 1
    assert "127.0.0.1" in err


def test_the_clock_is_stated_or_the_epochs_or_todays(monkeypatch):
    """--date comes first, then SOURCE_DATE_EPOCH, then today; both refuse nonsense."""
    assert clock.day("2025-02-19") == DAY
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1739923200")
    assert clock.day(None) == DAY
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        clock.day(None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock.day(None) >= "2026"
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        clock.day("19.2.2025")
