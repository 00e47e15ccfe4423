"""The brief as a message."""

import email
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message

import pytest

from briefing.errors import ArchiveError
from briefing.renderers import mail, text
from briefing.renderers.view import building as view
from tests.renderers import samples
from tests.renderers.samples import item

EDITIONS = samples.editions()


def parts(data: bytes) -> tuple[Message, str, str]:
    """The message, its plain half and its HTML half."""
    message = email.message_from_bytes(data)
    plain, page = message.get_payload()
    return message, plain.get_payload(decode=True).decode(), page.get_payload(decode=True).decode()


@pytest.mark.parametrize("name", ["plain", "full"])
def test_the_mail_is_as_it_was(name, golden):
    """The whole message is compared with the one that was looked at."""
    golden(f"renderers/{name}.eml", mail.render(EDITIONS[name]))


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_the_message_keeps_the_rules_of_mail(brief):
    """CRLF alone ends lines, none is longer than 998 bytes, all is ASCII, each header stands once."""
    data = mail.render(brief)
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()
    message, _, _ = parts(data)
    assert message.defects == []
    assert sorted(message.keys()) == [
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ]
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_date_and_identity_come_from_the_brief():
    """The same brief gives the same bytes; another build another identity."""
    message, _, _ = parts(mail.render(samples.brief()))
    assert message["Date"] == "Wed, 19 Feb 2025 00:00:00 +0000"
    assert re.fullmatch(r"<[0-9a-f]{32}@briefing\.invalid>", message["Message-ID"])
    assert mail.render(samples.brief()) == mail.render(samples.brief())
    other, _, _ = parts(mail.render(samples.brief(build="00000000")))
    assert other["Message-ID"] != message["Message-ID"]


def test_a_time_without_zone_is_utc_and_nonsense_is_refused():
    """A brief whose stamp is no date and time cannot be sent."""
    message, _, _ = parts(mail.render(samples.brief(made="2025-02-19T06:00:00")))
    assert message["Date"] == "Wed, 19 Feb 2025 06:00:00 +0000"
    with pytest.raises(ArchiveError, match="made is no ISO 8601"):
        mail.render(samples.brief(made="today"))


@pytest.mark.parametrize(
    "title",
    [
        "The northern strait",
        "Україна: війська НАТО та переговори в Ер-Ріяді, а також нові вимоги Києва до союзників",
    ],
)
def test_the_subject_keeps_every_letter_and_space(title):
    """Marking, title and day come back from the encoded subject as they were."""
    message, _, _ = parts(mail.render(samples.brief(title=title, marking="TLP:AMBER")))
    decoded = str(make_header(decode_header(message["Subject"])))
    assert decoded == f"[TLP:AMBER] {title} · 19 February 2025"


def test_no_header_can_be_smuggled_in():
    """A title with line breaks stays one header."""
    message, _, _ = parts(mail.render(samples.brief(title="Hello\r\nBcc: all@example.org\r\n\r\nbody")))
    assert "Bcc" not in message
    assert "Hello Bcc: all@example.org body" in str(make_header(decode_header(message["Subject"])))


def test_the_plain_half_is_the_text_format():
    """Who reads plain text misses nothing."""
    _, plain, _ = parts(mail.render(samples.full()))
    assert plain.replace("\r\n", "\n") == text.render(samples.full())


@pytest.mark.parametrize("brief", EDITIONS.values(), ids=EDITIONS)
def test_the_html_half_holds_only_what_mail_clients_know(brief):
    """Inline styles and tables: no variables, positions, grids, pictures, scripts or outer files."""
    _, _, page = parts(mail.render(brief))
    body = page.split("<body", 1)[1]
    assert not re.search(r"<(script|img|link|iframe|svg|form)\b", body)
    assert not re.search(r"style=\"[^\"]*(var\(|position|flex|grid|url\(|calc)", body)
    assert "@font-face" not in page
    assert not re.search(r'href="(?!#|https://post\.example/)', page)
    assert body.count("<td") == body.count("</td>")
    assert re.search(r'<p [^>]*style="[^"]*font-size', body)


def test_a_long_mail_carries_the_first_statements_and_counts_the_rest():
    """Beyond 95,000 bytes the mail holds as many statements as fit, in order, and says so."""
    said = tuple(
        item(f"Statement {n} " + "on the harbour and its ice " * 8 + ".", 1, 1000 * n) for n in range(400)
    )
    long = samples.brief(sections=(replace(samples.SECTIONS[0], items=said), samples.SECTIONS[1]))
    _, plain, page = parts(mail.render(long))
    assert len(page.encode()) <= 95_000
    kept = [int(n) for n in re.findall(r"Statement (\d+) ", page)]
    assert kept == list(range(len(kept)))
    assert f"This mail carries the first {len(kept) + 2} of 403 statements" in page
    assert f"Statement {len(kept)} " in plain
    more, _ = mail.cut(view.page(long), len(kept) + 3), None
    assert len(mail._inlined(long, more).encode()) > 95_000


def test_a_cut_mail_keeps_sides_and_the_sources_it_cites():
    """A side stays with its statement; sources of nothing that is printed go."""
    page = mail.cut(view.page(samples.full()), 6)
    assert [len(page.top_lines), *(len(mail._said(theme)) for theme in page.themes)] == [2, 2, 2]
    assert [side.title for side in page.themes[1].sides] == ["Open"]
    assert [source.n for source in page.sources] == [1, 2]
    assert mail.statements(mail.cut(page, 0)) == 0
