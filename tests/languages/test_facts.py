"""What a French, Russian or Ukrainian sentence states beside who says it: numbers, dates, conditions and sides."""

import pytest

from briefing.model import Actor
from briefing.statements import attribute, with_facts, with_stances
from tests.making import article, sentences

ACTORS = (
    Actor("fr", (), (("Kerbrat",),), ("FR",)), Actor("gb", (), (("Halden",),), ("GB",)),
    Actor("kz", (), (("Сатыбаев",),), ("KZ",)), Actor("kg", (), (("Асанов",),), ("KG",)),
    Actor("pl", (), (("Завістовський",),), ("PL",)), Actor("ua", (), (("Дребот",),), ("UA",)),
)  # fmt: skip


def stated(language, sentence):
    made = article(sentence, language=language)
    return with_stances(with_facts(attribute(sentences(made, sentence), ACTORS)))[0]


@pytest.mark.parametrize(
    ("language", "sentence", "value", "unit", "bound"),
    [
        ("fr", "Londres demande environ 20 millions de livres.", 20e6, "gbp", "about"),
        ("fr", "Paris exige 2,5 milliards d'euros.", 2.5e9, "eur", None),
        ("fr", "Il manque au moins 82 licences.", 82, "licence", "least"),
        ("fr", "Les prix ont augmenté de 3,2 %.", 3.2, "%", None),
        ("ru", "Цены выросли на 3,5 процента.", 3.5, "%", None),
        ("ru", "Нужно не менее 5 млрд долларов.", 5e9, "usd", "least"),
        ("ru", "Построили около 40 километров дорог.", 40, "kilometre", "about"),
        ("uk", "Вивезли 1,3 млн тонн.", 1.3e6, "tonne", None),
        ("uk", "Виділили щонайменше 200 тисяч євро.", 200e3, "eur", "least"),
    ],
)
def test_numbers(language, sentence, value, unit, bound):
    """A number has its value, its unit and its bound in the language of the text."""
    found = stated(language, sentence).numbers
    assert [(one.value, one.unit, one.bound) for one in found] == [(value, unit, bound)]


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("fr", "L'accord expire le 1er décembre 2026.", "2026-12-01"),
        ("ru", "Срок истекает 1 марта 2026 года.", "2026-03-01"),
        ("uk", "Угода діє до 5 грудня 2026 року.", "2026-12-05"),
    ],
)
def test_dates(language, sentence, day):
    """A whole date is read in the language of the text."""
    assert [one.resolved for one in stated(language, sentence).dates] == [day]


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("fr", "La France signera si Londres paie.", "si Londres paie"),
        ("ru", "Бишкек подпишет, если Астана заплатит.", "если Астана заплатит"),
        ("uk", "Київ погодиться, якщо Варшава поступиться.", "якщо Варшава поступиться"),
    ],
)
def test_conditions(language, sentence, words):
    """A condition is the clause that its word opens."""
    told = stated(language, sentence)
    assert told.condition is not None
    assert told.sentence.article.text[told.condition.start : told.condition.end] == words


@pytest.mark.parametrize(
    ("language", "sentence", "side"),
    [
        ("fr", "La France soutient le projet de médiation.", "for"),
        ("fr", "La France n'accepte pas le plan.", "against"),
        ("fr", "Londres refuse toute compensation.", "against"),
        ("fr", "La France est prête à prolonger l'accord à condition que Londres paie.", "conditions"),
        ("fr", "Londres constate un retard.", None),
        ("ru", "Казахстан поддержал идею комиссии.", "for"),
        ("ru", "Бишкек не поддержал предложение.", "against"),
        ("ru", "Киргизия готова подписать договор при условии, что Астана заплатит.", "conditions"),
        ("ru", "Асанов не исключил роста цен.", None),
        ("uk", "Польща відмовляється скасувати заборону.", "against"),
        ("uk", "Україна готова до ліцензій за умови, що Варшава відкриє кордон.", "conditions"),
        ("uk", "Дребот нагадала про угоду.", None),
    ],
)
def test_sides(language, sentence, side):
    """A speaker takes the side that the verb, its denial and its condition say; where they say none there is none."""
    assert stated(language, sentence).stance == side


def test_no_data():
    """A language without such tables has no numbers, dates, conditions, denials or sides, and is not guessed at."""
    told = stated("nl", "Londen weigert 20 miljoen euro te betalen, als Parijs niet toegeeft.")
    assert (told.numbers, told.dates, told.condition, told.denial, told.stance) == ((), (), None, None, None)
