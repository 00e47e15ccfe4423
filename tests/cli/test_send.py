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


def configure(desk, port, more=""):
    smtp = f'\n[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nfrom = "The Desk <desk@example.org>"\n'
    (desk / "in" / "briefing.toml").write_text((SEEDS / "briefing.toml").read_text() + smtp + more)


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


def heir(*recipients):
    """Write an audience that the edition may have been made for."""
    return f'[audiences.chief]\nextends = "executive"\nrecipients = {list(recipients)}\n'


def made_for(desk, key):
    path = desk / EDITION / "brief.json"
    path.write_text(path.read_text().replace('"audience": "executive"', f'"audience": "{key}"'))


def test_an_edition_goes_to_its_recipients(run, edition, inbox):
    """Without --to each recipient of the edition's audience gets it, once, in a message of its own."""
    configure(edition, inbox.port, heir("a@example.org", "B <b@example.org>", "a@example.org"))
    made_for(edition, "chief")
    status, out, _ = run("send", EDITION, "--config", "in/briefing.toml")
    assert status == 0
    assert [line.split(":")[0] for line in out.splitlines()] == ["a@example.org", "b@example.org"]
    assert [recipients for _, recipients, _ in inbox.got] == [["a@example.org"], ["b@example.org"]]


def test_those_who_are_named_get_it_instead(run, edition, inbox):
    """--to, once or several times, takes the place of the recipients; nobody gets it twice."""
    configure(edition, inbox.port, heir("a@example.org"))
    made_for(edition, "chief")
    named = ("--to", "x@example.org", "--to", "y@example.org", "--to", "The X <X@Example.org>")
    status, _, _ = run("send", EDITION, *named, "--config", "in/briefing.toml")
    assert status == 0
    assert [recipients for _, recipients, _ in inbox.got] == [["x@example.org"], ["y@example.org"]]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("chief", "audiences.chief: has no recipients (add recipients = "),
        (
            "phone",
            'audiences.phone: there is no such table (add it, with extends = "phone" and recipients = ',
        ),
        ("gone", "audiences.gone: there is no such table (add it, with recipients = "),
    ],
)
def test_an_edition_for_nobody_is_told(run, edition, inbox, key, told):
    """No recipients: wrong usage, with the line to add."""
    configure(edition, inbox.port, heir())
    made_for(edition, key)
    if key == "phone":
        path = edition / "in" / "briefing.toml"
        path.write_text(path.read_text().replace("[audiences.phone]", "[audiences.other]"))
    status, _, err = run("send", EDITION, "--config", "in/briefing.toml")
    assert status == 2
    assert told in err
    assert "--to ADDRESS" in err
    assert inbox.got == []


def test_an_edition_without_its_json_names_nobody(run, edition, inbox):
    """Without brief.json, or with one that is none, nobody knows whom it is for: --to says."""
    configure(edition, inbox.port)
    path = edition / EDITION / "brief.json"
    path.write_text("{}")
    status, _, err = run("send", EDITION, "--config", "in/briefing.toml")
    assert (status, "brief.json" in err, "--to ADDRESS" in err) == (2, True, True)
    path.unlink()
    status, _, err = run("send", EDITION, "--config", "in/briefing.toml")
    assert (status, "brief.json" in err, "--to ADDRESS" in err) == (2, True, True)
    assert inbox.got == []


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
