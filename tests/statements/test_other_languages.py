"""Who says a French, Russian or Ukrainian sentence, and what a language without data falls back to."""

import pytest

from briefing.model import Actor
from briefing.statements import attribute
from tests.making import article, sentences

ACTORS = (
    Actor("fr", (), (("Kerbrat",),), ("FR",)),
    Actor("gb", (), (("Halden",),), ("GB",)),
    Actor("kz", (), (("Сатыбаев",), ("Сатибаєв",)), ("KZ",)),
    Actor("kg", (), (("Асанов",),), ("KG",)),
    Actor("pl", (), (("Завістовський",),), ("PL",)),
)


def actors(language, *paragraphs):
    made = article(*paragraphs, language=language)
    said = attribute(sentences(made, *paragraphs), ACTORS)
    return [[speaker.actor for speaker in one.speakers] for one in said]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Le gouvernement britannique a aussitôt rejeté cet ultimatum.", ["gb"]),
        ("fr", "Le plan rejeté par la France est mort.", []),
        ("fr", "Le plan a été rejeté par la France.", ["fr"]),
        ("fr", "Londres rétorque que les preuves manquent.", ["gb"]),
        ("fr", "« Rien ne presse », assure-t-on à l'Élysée.", ["fr"]),
        ("fr", "« Rien ne presse », a déclaré Solène Kerbrat.", ["fr"]),
        ("fr", "Halden, qui rencontrait Kerbrat, a refusé.", ["gb"]),
        ("ru", "Бишкек отверг требования Казахстана.", ["kg"]),
        ("ru", "В Бишкеке считают иначе.", ["kg"]),
        ("ru", "«Воды нет», — сказал министр энергетики Киргизии Нурлан Асанов.", ["kg"]),
        ("ru", "О планах сообщил Асанов.", ["kg"]),
        ("ru", "По словам Асанова, воды нет.", ["kg"]),
        ("uk", "Варшава відмовляється платити.", ["pl"]),
        ("uk", "«Ми захищаємо село», — наголосив Завістовський.", ["pl"]),
        ("uk", "У Варшаві заперечують провину.", ["pl"]),
    ],
)
def test_speakers(language, sentence, expected):
    """The speaker is found by the language's own grammar: its auxiliaries, its cases, its order."""
    assert actors(language, sentence) == [expected]


@pytest.mark.parametrize(
    ("language", "first", "second", "expected"),
    [
        ("fr", "Solène Kerbrat a refusé.", "Selon elle, rien ne presse.", ["fr"]),
        ("fr", "Solène Kerbrat a refusé.", "« Rien ne presse », a ajouté la ministre.", ["fr"]),
        ("fr", "Londres refuse de payer.", "Il exige des preuves.", ["gb"]),
        ("ru", "Казахстан требует воды.", "Взамен он предлагает уголь.", ["kz"]),
        ("ru", "Сатыбаев выступил в Астане.", "По его словам, воды нет.", ["kz"]),
        ("uk", "Завістовський виступив у Варшаві.", "За його словами, зерно зачекає.", ["pl"]),
    ],
)
def test_words_that_point_back(language, first, second, expected):
    """A pronoun is the person last named, or the country that just spoke; “selon lui” and its like point so too."""
    assert actors(language, (first, second))[1] == expected


def test_no_data():
    """In a language without cue words names are found, and quotations, but no speakers."""
    words = "„Nee“, zei Kerbrat, France wil niet."
    made = article(words, language="nl")
    told = attribute(sentences(made, words), ACTORS)[0]
    assert told.speakers == ()
    assert [made.text[one.span.start : one.span.end] for one in told.mentions] == ["Kerbrat", "France"]
    assert [made.text[span.start : span.end] for span in told.quotes] == ["Nee"]
