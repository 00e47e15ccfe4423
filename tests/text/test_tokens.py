"""Words with their places."""

from briefing.text.tokens import count_words, fold, tokens


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
