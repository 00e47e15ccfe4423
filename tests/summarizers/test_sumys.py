"""sumy's methods through our adapter are sumy's methods."""

import random

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as Line
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.random import RandomSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.errors import BriefingError
from briefing.languages import load
from briefing.model import HEADINGS
from briefing.summarizers import SUMMARIZERS, sumys, weigh
from briefing.text.words import stem, stop_words, words

METHODS = ("lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction", "edmundson", "random")
USUAL = {
    "lexrank": LexRankSummarizer,
    "textrank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "kl": KLSummarizer,
    "sumbasic": SumBasicSummarizer,
    "reduction": ReductionSummarizer,
}


class Tokenizer:
    def __init__(self, language):
        self.language = language

    def to_words(self, text):
        return words(text, self.language)


def document_of(sentences):
    """Build sumy's document from the blocks, another way than the adapter does."""
    article = sentences[0].article
    tokenizer = Tokenizer(article.language)
    paragraphs, waiting = [], []
    for block in article.blocks:
        if block.kind in HEADINGS:
            waiting.append(Line(article.text[block.span.start : block.span.end], tokenizer, is_heading=True))
        else:
            lines = [Line(sentence.text, tokenizer) for sentence in sentences if sentence.block is block]
            paragraphs.append(Paragraph(waiting + lines))
            waiting = []
    return ObjectDocumentModel(paragraphs)


def summarizer_of(method, sentences):
    """Set up sumy's own summarizer as its documentation says."""
    language = sentences[0].article.language
    stops = stop_words(language)
    if method == "random":
        random.seed(sentences[0].article.id)
        return RandomSummarizer()
    if method == "edmundson":
        summarizer = EdmundsonSummarizer(lambda word: stem(word, language))
        summarizer.bonus_words = load(language).words("words.bonus")
        summarizer.stigma_words = load(language).words("words.stigma")
        summarizer.null_words = stops
        return summarizer
    summarizer = USUAL[method](lambda word: stem(word, language))
    summarizer.stop_words = stops
    return summarizer


@pytest.mark.parametrize("name", ["talks", "floods", "wahl"])
@pytest.mark.parametrize("method", METHODS)
def test_top_three_are_sumys_own(method, name, request):
    """The three heaviest sentences of every method are those that sumy itself picks."""
    sentences = request.getfixturevalue(name)
    state = random.getstate()
    own = [str(line) for line in summarizer_of(method, sentences)(document_of(sentences), 3)]
    random.setstate(state)
    weights = weigh(sentences, method)
    heaviest = sorted(sorted(range(len(weights)), key=lambda at: -weights[at])[:3])
    if method == "lsa":
        # LSA's ties are broken by the noise of floats, in sumy by this run's hashes: compare the weights.
        weight_of = {sentence.text: weight for sentence, weight in zip(sentences, weights, strict=True)}
        assert sorted(weight_of[text] for text in own) == sorted(weights[at] for at in heaviest)
    else:
        assert [sentences[at].text for at in heaviest] == own


def test_random_leaves_the_global_dice_alone(talks):
    """The random method moves no dice but its own and throws the same for the same article."""
    state = random.getstate()
    assert weigh(talks, "random") == weigh(talks, "random")
    assert random.getstate() == state


def test_random_differs_between_articles(talks, floods):
    """The dice are seeded by the article."""
    assert weigh(talks[:9], "random") != weigh(floods, "random")


@pytest.mark.parametrize("method", SUMMARIZERS)
@pytest.mark.parametrize(
    ("paragraphs", "language"),
    [
        ([["The talks failed."]], "en"),
        ([["The talks failed.", "Nobody was surprised."]], "en"),
        ([["…"]], "en"),
        ([["And so it is."], ["It is so."], ["Is it?"]], "en"),
        ([["Yes."], ["Yes."], ["Yes."]], "en"),
        ([["Alpha."], ["Beta."], ["Gamma."]], "und"),
        ([["俄罗斯不接受外国军队。", "乌克兰要求安全保证。", "是的。"]], "zh"),
        ([["Сайлау күзге шегерілді.", "Оппозиция келіспейді."]], "kk"),
    ],
)
def test_short_and_strange_texts_have_weights(paragraphs, language, method, article_of, recwarn):
    """Every method weighs texts of one sentence, of no content words, of no stop list, in silence."""
    sentences = article_of(paragraphs, language=language)
    weights = weigh(sentences, method)
    assert len(weights) == len(sentences)
    assert all(0 <= weight <= 1 for weight in weights)
    assert not recwarn.list


def test_picking_methods_weigh_by_order(article_of):
    """The k-th sentence that a method picks weighs 1 / k."""
    sentences = article_of([["Rain rain rain flood.", "Rain fell.", "Cats sleep."]])
    # Probabilities: rain 4/8, the others 1/8 each. Averages: (3·4+1)/(4·8) = .41, (4+1)/(2·8) = .31, .125.
    # The first pick squares rain's probability three times, to .004: the second sentence falls to .064.
    assert weigh(sentences, "sumbasic") == (1.0, round(1 / 3, 9), 0.5)


def test_mean_rating_weighs_one_half(article_of):
    """A rating as high as the mean of its article weighs 0.5."""
    sentences = article_of([["Troops left town.", "Troops left town today."]])
    # The one pair gives both the same rating.
    assert weigh(sentences, "reduction") == (0.5, 0.5)


def test_no_opinion_weighs_all_the_same(article_of):
    """Where LexRank divides nothing by nothing every sentence weighs 0.5."""
    # Each word stands in one of two sentences: sumy's idf log(2 / (1 + 1)) is 0 for all.
    assert weigh(article_of([["Alpha.", "Beta."]]), "lexrank") == (0.5, 0.5)


def test_negative_ratings_keep_their_order(article_of):
    """Edmundson's stigma words may take a rating below 0; the lowest weighs 0 and the order stays."""
    sentences = article_of(
        [["Rain."], ["Fog came.", "Perhaps maybe hardly impossible.", "Perhaps it rained there."], ["Sun."]]
    )
    weights = weigh(sentences, "edmundson")
    assert weights[2] == 0.0 < weights[3] < weights[1]


def test_too_long_a_text_is_refused(article_of):
    """A text on which a method would take minutes is an error that names the method and the number."""
    sentences = article_of([["Rain fell."] * 401])
    with pytest.raises(BriefingError, match=r"'kl' failed .*401 sentences .* 400 at most"):
        weigh(sentences, "kl")


def test_several_languages_share_their_stop_words(talks, wahl):
    """Together, articles of two languages lose the stop words of both."""
    assert stop_words("en") | stop_words("de") == sumys._stops((*talks, *wahl))
