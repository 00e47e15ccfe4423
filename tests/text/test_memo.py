"""What is remembered of words."""

from briefing.text import memo
from briefing.text.memo import Memo


def test_a_word_is_worked_out_once():
    """A second look-up does not ask again."""
    asked = []
    known = Memo(lambda word: asked.append(word) or len(word))
    assert (known["two"], known["two"], asked) == (3, 3, ["two"])


def test_what_is_full_keeps_the_words_in_use(monkeypatch):
    """A text of endless new words takes no endless memory, and does not push out the words between them."""
    monkeypatch.setattr(memo, "_LIMIT", 2)
    asked = []
    known = Memo(lambda word: asked.append(word) or len(word))
    for word in ("the", "a", "the", "bb", "the", "ccc", "the", "dddd"):
        assert known[word] == len(word)
    assert asked == ["the", "a", "bb", "ccc", "dddd"]
    assert len(known) <= 2
