"""What stands around an article."""

import pytest

from briefing.text.furniture import furniture


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Share This Post", "share"),
        ("en", "Facebook Twitter WhatsApp", "share"),
        ("en", "[Read More] »", "more"),
        ("en", "By Ann Lee", "byline"),
        ("en", "5 min read", "date"),
        ("en", "Last updated 16:05 GMT", "date"),
        ("en", "Tuesday, 14 October 2025", "date"),
        ("en", "14:32", "date"),
        ("en", "18:05 14.10.2025", "date"),
        ("en", "1991-2021", None),
        ("en", "Also read: The fault that Turkey forgot", "related"),
        ("en", "(Reporting by Ann Lee; Editing by Bo Ray)", "furniture"),
        ("en", "© 2025 The Paper", "furniture"),
        ("en", "press@office.example", "furniture"),
        ("en", "https://a.example/b?c=d", "furniture"),
        ("en", "Tel: +99 555 0142", "furniture"),
        ("en", "#Vest #Bridge", "furniture"),
        ("en", "![The bridge](https://a.example/b.jpg)", "furniture"),
        ("en", "Issue 112 | 21 August 2025", "furniture"),
        ("en", "chevron-right", "icon"),
        ("en", "🌍", "icon"),
        ("en", "The bridge at dusk [Bo Ray/Reuters]", "caption"),
        ("en", "The bridge at dusk (AP)", "caption"),
        ("en", "The bridge. Photo: Bo Ray / Getty Images", "caption"),
        ("de", "Lesen Sie auch: Der Fluss", "related"),
        ("de", "Share", "share"),
        ("ru", "Фото: архив", "caption"),
        ("ar", "شارك المقال", "share"),
        ("zh", "责任编辑：何静", "byline"),
        ("zh", "2025-03-13 来源:新华网", "furniture"),
        ("zh", "部长在会上。(法新社)", "caption"),
    ],
)
def test_furniture_is_known_by_its_words_or_shape(language, line, kind):
    """Patterns of the language and of English, and shapes that need no words, tell each kind."""
    assert furniture(line, language) == kind


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Share prices fell by two per cent."),
        ("en", "The attack began three hours ago."),
        ("en", "Published in 2019, the report named 3 causes."),
        ("en", "Bystanders saw it."),
        ("en", "The plan is backed by Japan (APEC)"),
        ("en", "It will be built, the minister said. (Reuters)"),
        ("en", "x" * 401),
        ("ru", "Источник в министерстве сообщил о сделке."),
        ("fr", "Il y a 3 ans, le pont était neuf."),
        ("ar", "انضم إلى الاتحاد عام 1995."),
    ],
)
def test_prose_is_no_furniture(language, line):
    """Words that open furniture open sentences too."""
    assert furniture(line, language) is None
