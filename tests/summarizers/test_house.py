"""The house's method is position-biased continuous LexRank."""

from importlib import import_module
from math import log, sqrt

import pytest

from briefing.summarizers import weigh
from briefing.text.words import stems

house = import_module("briefing.summarizers.house")


def dense_ranks(sentences, priors):
    """Compute the same ranks the long way: the whole matrix, iterated until nothing moves."""
    bags = [stems(sentence.text, sentence.article.language) for sentence in sentences]
    n = len(bags)
    idf = {term: log(1 + n / sum(term in bag for bag in bags)) for bag in bags for term in bag}
    rows = [{term: bag.count(term) * idf[term] for term in bag} for bag in bags]
    norms = [sqrt(sum(value**2 for value in row.values())) for row in rows]
    cosines = [
        [
            sum(rows[i][term] * rows[j].get(term, 0) for term in rows[i]) / (norms[i] * norms[j] or 1)
            if i != j
            else 0
            for j in range(n)
        ]
        for i in range(n)
    ]
    total, ranks = sum(priors), list(priors)
    for _ in range(200):
        lost = sum(ranks[j] for j in range(n) if not sum(cosines[j]))
        ranks = [
            (0.75 + 0.25 * lost / total) * priors[i]
            + 0.25 * sum(ranks[j] * cosines[j][i] / sum(cosines[j]) for j in range(n) if sum(cosines[j]))
            for i in range(n)
        ]
    return ranks


@pytest.mark.parametrize("name", ["talks", "floods", "wahl"])
def test_ranks_equal_those_of_the_whole_matrix(name, request):
    """The walk from sentences to words and back gives what the matrix of all cosines gives."""
    sentences = request.getfixturevalue(name)
    # The question and the sentence "Perhaps it will." count half; no other sentence here is a scrap.
    weak = {"Why should anyone sign it?", "Perhaps it will."}
    priors = [(0.5 if sentence.text in weak else 1) / (1 + sentence.index) for sentence in sentences]
    expected = [rank / (1 + rank) for rank in dense_ranks(sentences, priors)]
    assert house.house(sentences) == pytest.approx(expected, abs=1e-6)


def test_two_sentences_by_hand(article_of):
    """Two sentences that share a word send a quarter of their rank to each other."""
    sentences = article_of([["Rain flooded the valley.", "Rain cut off villages."]])
    # Priors 1 and 1/2. r0 = .75 + .25·r1, r1 = .375 + .25·r0: r0 = .9, r1 = .6.
    assert weigh(sentences, "house") == pytest.approx((0.9 / 1.9, 0.6 / 1.6), abs=1e-6)


def test_strangers_keep_their_priors(article_of):
    """Sentences without a word in common weigh by their position alone."""
    sentences = article_of(
        [["Rain flooded the valley.", "Farmers sold eleven horses.", "Ministers flew abroad yesterday."]]
    )
    assert weigh(sentences, "house") == pytest.approx((1 / 2, 1 / 3, 1 / 4))


def test_central_sentence_overtakes_its_predecessor(article_of):
    """A sentence that others repeat outweighs an earlier one that nobody repeats."""
    sentences = article_of(
        [
            ["Rain flooded the river valley and eleven villages.", "Rain flooded eleven villages."],
            ["The river valley saw rain.", "Hotels were booked by tourists."],
            ["Eleven villages in the river valley were cut off by rain."],
        ]
    )
    weights = weigh(sentences, "house")
    assert weights[0] == max(weights)
    assert weights[4] > weights[3]


def test_question_weighs_less_than_the_same_words_as_a_statement(article_of):
    """A question, in any script and also inside a quotation, counts half its position."""
    for question, statement in (
        ("Will the peace talks fail?", "The peace talks will fail."),
        ("和谈会失败吗？", "和谈会失败吗。"),
    ):
        closed = article_of([["“" + question + "”"]])
        assert weigh(closed, "house")[0] < weigh(article_of([[statement]]), "house")[0]


def test_weights_do_not_grow_with_the_length_of_the_article(article_of):
    """The first of a hundred strangers weighs as much as the first of two."""
    # Words of letters alone, none twice: "waaab waaac waaad." …
    letters = "abcdefghij"
    names = ["w" + a + b + c for a in letters for b in letters for c in letters]
    strangers = [" ".join(names[3 * at : 3 * at + 3]) + "." for at in range(100)]
    assert weigh(article_of([strangers]), "house")[0] == weigh(article_of([strangers[:2]]), "house")[0] == 0.5


def test_nothing_to_compare(article_of):
    """An article without a content word still has its order."""
    assert weigh(article_of([["It is so.", "And so it is."]]), "house") == pytest.approx((1 / 3, 1 / 5))
