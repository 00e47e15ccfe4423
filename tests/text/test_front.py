"""Front matter."""

from briefing.model import Span
from briefing.text.front import front, fronts


def whole(text):
    return front(text, Span(0, len(text)))


def test_fields_are_read_by_their_lower_case_names():
    """Plain values lose their quotation marks; lists, comments and nested lines are passed over."""
    found = whole('\n---\nTitle: "A: b"\n# note\ntags:\n  - x\n- y\nDate: 2025-02-18\n---\nBody')
    assert found is not None
    assert (found.span, dict(found.fields)) == (
        Span(1, 62),
        {"title": "A: b", "tags": "", "date": "2025-02-18"},
    )


def test_a_rule_is_no_front_matter():
    """Dashes around prose, dashes that never close, and an empty block are none."""
    assert whole("---\nNo field stands here.\n---\nBody") is None
    assert whole("---\ntitle: A\nBody") is None
    assert whole("---\n# only a comment\n---\n") is None


def test_articles_that_follow_one_another():
    """Each front matter begins an article; one alone, or words before the first, leave the text whole."""
    one = "---\ntitle: A\n---\nBody a.\n\n---\n\nMore a.\n"
    two = one + "---\ntitle: B\n---\nBody b.\n"
    assert [two[span.start : span.end] for span in fronts(two)] == [one, two[len(one) :]]
    assert fronts(one) == [Span(0, len(one))]
    assert fronts("Words.\n" + two) == [Span(0, len(two) + 7)]
