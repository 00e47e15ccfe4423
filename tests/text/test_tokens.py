"""Words with their places."""

import random

import pytest

from briefing.text import tokens as module
from briefing.text.tokens import Token, count_words, fold, tokens


def forms(text):
    return [token.form for token in tokens(text)]


def test_hyphens_and_apostrophes_part_words():
    """A name is found in a compound and before its genitive."""
    assert forms("US-Russia talks, l’Ukraine’s") == ["US", "Russia", "talks", "l", "Ukraine", "s"]


def test_dotted_initials_are_one_word():
    """“U.S.” is the word US, over all four characters."""
    (token, _) = tokens("U.S. says")
    assert (token.form, token.key, token.start, token.end) == ("US", "us", 0, 4)


def test_numbers_keep_their_marks():
    """A grouped or decimal number is one word."""
    assert forms("200,000 or 1.5 million") == ["200,000", "or", "1.5", "million"]


def test_scripts_without_spaces_have_a_word_a_character():
    """A Chinese phrase matches as a substring."""
    assert forms("美国说 no") == ["美", "国", "说", "no"]


def test_places_count_in_the_whole_text():
    """Words of a part are placed in the whole."""
    assert [(token.start, token.end) for token in tokens("ab cd ef", 3, 5)] == [(3, 5)]


def test_fold_meets_spellings():
    """Case, accents and the Arabic article do not part spellings."""
    assert fold("Orbán") == "orban"
    assert fold("الروسية") == fold("روسية")


def test_words_are_counted_as_a_reader_would():
    """Two characters are about a word in Chinese; elsewhere words are words."""
    assert count_words("Russia’s red line") == 4
    assert count_words("美国说不") == 2


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("ab cd ef", 1, 5, ["b", "cd"]),
        ("ab cd ef", 3, 7, ["cd", "e"]),
        ("in the U.S.The end", 7, 11, ["US"]),
        ("at 1.5 or 2", 3, 5, ["1"]),
        ("ab cd", 2, 3, []),
    ],
)
def test_a_part_is_read_as_if_it_stood_alone(text, start, end, expected):
    """A part that begins or ends inside a word has the words of the part, not those of the text around it."""
    assert [token.form for token in tokens(text, start, end)] == expected


def test_parts_agree_with_their_text():
    """However a text is cut, a part has the words that it has alone, at its places in the text."""
    dice = random.Random(7)
    for _ in range(500):
        text = "".join(dice.choices("aB.1,_ 美ก-’", k=30))
        start, end = sorted(dice.choices(range(31), k=2))
        alone = [Token(t.form, t.key, t.start + start, t.end + start) for t in tokens(text[start:end])]
        assert list(tokens(text, start, end)) == alone


def test_a_long_text_is_read_part_by_part(monkeypatch):
    """Of a text that is too long not all words are kept at hand; its parts are the same."""
    monkeypatch.setattr(module, "_LONG", 4)
    assert [token.start for token in tokens("ab cd ef", 3, 8)] == [3, 6]
