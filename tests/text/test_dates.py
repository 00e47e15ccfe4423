"""Calendar dates as texts write them."""

import pytest

from briefing.text.dates import iso


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("2025-02-18", "en", "2025-02-18"),
        ("2025-02-18T09:30:00+08:00", "en", "2025-02-18T09:30:00+08:00"),
        ("2025-02-18T09:30:00.000Z", "en", "2025-02-18T09:30:00Z"),
        ("2025-05-02 06:00 UTC", "en", "2025-05-02T06:00Z"),
        ("Published 18 February 2025, 10:00 GMT", "en", "2025-02-18"),
        ("Tue, Feb. 18, 2025", "en", "2025-02-18"),
        ("the 3rd of March 2024", "en", "2024-03-03"),
        ("18. Februar 2025", "de", "2025-02-18"),
        ("11.04.2025, 06:00 Uhr", "de", "2025-04-11"),
        ("Publié le 1er août 2025", "fr", "2025-08-01"),
        ("18 de febrero de 2025", "es", "2025-02-18"),
        ("18 февраля 2025, 12:00", "ru", "2025-02-18"),
        ("Вівторок, 2 вересня 2025", "uk", "2025-09-02"),
        ("١٨ فبراير ٢٠٢٥", "ar", "2025-02-18"),
        ("发布时间：2025年2月18日 12:00", "zh", "2025-02-18"),
        ("2025/02/18", "zh", "2025-02-18"),
        ("31/01/2025", "fr", "2025-01-31"),
        ("01/31/2025", "en", "2025-01-31"),
    ],
)
def test_a_certain_date_is_read(line, language, day):
    """Dates of every layout language become ISO 8601."""
    assert iso(line, language) == day


@pytest.mark.parametrize(
    "line", ["Feb 18", "02/03/2025", "31 February 2025", "99.99.2025", "two hours ago", "", "12025-02-181"]
)
def test_an_uncertain_date_is_none(line):
    """Without a year, with day and month in doubt, or where no such day exists there is no date."""
    assert iso(line, "en") is None
