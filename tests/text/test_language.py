"""Which language a text is in."""

import pytest

from briefing.text.language import detect

TEXTS = {
    "en": "The ministers said that they would not accept it before the end of the year.",
    "de": "Der Minister hat gesagt, dass er das nicht für die richtige Lösung hält.",
    "fr": "Le ministre a dit que cette solution ne serait pas acceptée par les deux pays.",
    "es": "El ministro dijo que no aceptaría la propuesta de los dos países.",
    "it": "Il ministro ha detto che non è la soluzione per i due paesi.",
    "pl": "Minister powiedział, że nie jest to dobre rozwiązanie dla obu krajów i że będzie głosował przeciw.",
    "ru": "Министр заявил, что это не было согласовано с обеими сторонами.",
    "uk": "Міністр заявив, що це не було узгоджено з обома сторонами.",
    "ar": "قال الوزير إن هذا لن يكون مقبولا.",
    "he": "השר אמר כי זה לא מקובל.",
    "zh": "部长表示，这一方案不可接受。",
    "ja": "大臣は、この案を受け入れないと述べた。",
    "ko": "장관은 이 안을 받아들이지 않겠다고 말했다.",
    "el": "Ο υπουργός είπε ότι αυτό δεν είναι αποδεκτό.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_is_told_by_letters_and_common_words(language):
    """Scripts tell alone, Cyrillic by single letters, Latin by its commonest words."""
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "12 345, 67 %", "…", "Xyzzy Plugh Frotz Gnusto Rezrov"])
def test_what_tells_nothing_is_undetermined(text):
    """Figures, marks and names belong to no language."""
    assert detect(text) == "und"


def test_a_quoted_name_does_not_make_a_language():
    """A Chinese text with one Japanese name stays Chinese."""
    assert (
        detect(
            "部长在东京会见了「さくら」公司的代表，双方讨论了贸易问题，并表示将继续合作，推动两国关系发展。"
            * 2
        )
        == "zh"
    )


def test_only_the_beginning_counts():
    """What stands after the first four thousand characters is not looked at."""
    assert detect(TEXTS["de"] * 60 + TEXTS["fr"] * 500) == "de"
