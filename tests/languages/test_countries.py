"""The table of countries."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from briefing.languages import available, countries
from briefing.model import Actor
from briefing.statements.looking.lexicon import lexicon

EXTRA = tomllib.loads(Path(countries.__file__).with_name("countries_extra.toml").read_text(encoding="utf-8"))


def test_codes():
    """Every state of the United Nations is there, and each code is two capital letters."""
    codes = countries.codes()
    assert len(codes) >= 193
    assert {"US", "GB", "RU", "UA", "DE", "TR", "PS", "TW", "XK", "VA"} <= set(codes)
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in codes)
    assert list(codes) == sorted(codes)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("US", "United States, US, U.S., USA, America, American, Americans, Washington"),
        ("GB", "United Kingdom, UK, U.K., Britain, British, Briton, Britons, London"),
        ("NL", "Netherlands, Dutch, Dutchman, The Hague, Amsterdam"),
        ("UA", "Ukraine, Ukrainian, Ukrainians, Kyiv, Kiev"),
        ("FR", "France, French, Frenchman, Frenchmen, Paris"),
        ("ES", "Spain, Spanish, Spaniard, Spaniards, Madrid"),
        ("DK", "Denmark, Danish, Dane, Danes, Copenhagen"),
        ("SE", "Sweden, Swedish, Swede, Swedes, Stockholm"),
        ("FI", "Finland, Finnish, Finn, Finns, Helsinki"),
        ("PL", "Poland, Polish, Pole, Poles, Warsaw"),
        ("CZ", "Czechia, Czech Republic, Czech, Czechs, Prague"),
        ("TR", "Türkiye, Turkey, Turkish, Turk, Turks, Ankara"),
        ("MM", "Myanmar, Burma, Burmese"),
        ("KR", "South Korea, South Korean, South Koreans, Seoul"),
        ("IQ", "Iraq, Iraqi, Iraqis, Baghdad"),
        ("CH", "Switzerland, Swiss, Bern"),
    ],
)
def test_english(code, names):
    """A country has its names, its people in both numbers, its adjective and its capital in English."""
    assert set(names.split(", ")) <= set(countries.names(code, "en"))


@pytest.mark.parametrize(
    ("code", "language", "names"),
    [
        ("RU", "de", "Russland, russisch*, Russe, Russen, Moskau, Russian"),
        ("UA", "de-AT", "ukrainisch*, Ukrainer*, Kiew, Ukraine"),
        ("US", "fr", "États-Unis, américain*, Washington"),
        ("DE", "FR", "Allemagne, allemand, allemande, Berlin"),
        ("RU", "ru", "Россия, росси*, Москва"),
        ("UA", "uk", "Україна, україн*, Київ"),
        ("US", "ar", "الولايات المتحدة, واشنطن"),
        ("CN", "zh", "中国, 中方, 北京"),
        ("GB", "es", "Reino Unido, británic*, Londres"),
        ("FR", "it", "Francia, francese, Parigi"),
        ("DE", "pl", "Niemcy, niemieck*, niemieccy, Niemczech"),
        ("RU", "tlh", "Russia, Russian, Moscow"),
    ],
)
def test_other_languages(code, language, names):
    """A country has its names in the language of an article and in English; without data in English alone."""
    assert set(names.split(", ")) <= set(countries.names(code, language))


def test_language_comes_first():
    """The language's own names stand before the English ones, none twice."""
    names = countries.names("RU", "de")
    assert names[0] == "Russland"
    assert names.index("Moskau") < names.index("Russia")
    assert len(set(names)) == len(names)


def test_unknown_code():
    """An unknown code is a KeyError."""
    with pytest.raises(KeyError):
        countries.names("UK", "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("uk ", "GB"),
        ("RUS", "RU"),
        ("de", "DE"),
        ("Holland", "NL"),
        ("Россия", "RU"),
        ("EU", None),
        ("Latin America", None),
    ],
)
def test_find(text, code):
    """A country is found by a name in any language or by another code."""
    assert countries.find(text) == code


def test_no_name_means_two_countries():
    """In English no name of a state is another's, but for those that really share one."""
    owners: dict[str, set[str]] = {}
    for code in countries.codes():
        for name in countries.names(code, "en"):
            owners.setdefault(name, set()).add(code)
    shared = {name: codes for name, codes in owners.items() if len(codes) > 1}
    assert set(shared) == {
        "Congolese", "Dominican", "Dominicans", "Oranjestad", "Channel Islander", "Channel Islanders",
    }  # fmt: skip


def test_stars_end_words():
    """A star stands only at the end of a word, after four letters or more: shorter stems catch other words."""
    for code in countries.codes():
        for language in available():
            for name in countries.names(code, language):
                for word in name.split():
                    assert "*" not in word[:-1], (code, language, name)
                    assert not word.endswith("*") or len(word) > 4, (code, language, name)


def test_extras_are_in_the_table():
    """What was reviewed by hand is in the table that is loaded."""
    for language in available():
        for code, names in EXTRA.get(language, {}).items():
            assert set(names) <= set(countries.names(code, language)), (language, code)


def test_dropped_names_are_gone():
    """What the sources give but means another country is not in the table that is loaded."""
    for code, names in EXTRA["drop"].items():
        found = {name for language in available() for name in countries.names(code, language)}
        assert not found & set(names), code


def test_light():
    """Reading the table needs no Babel."""
    code = (
        "import sys; from briefing.languages import countries as c; c.codes(); print('babel' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def named(text: str, language: str, *codes: str) -> list[str]:
    """Which of some countries a text names, each an actor of its own."""
    actors = tuple(Actor(code.lower(), names=(), countries=(code,)) for code in codes)
    return [actor.upper() for actor in lexicon(actors, language).actors_in(text)]


@pytest.mark.parametrize(
    ("language", "code", "forms"),
    [
        ("en", "GE", "Georgia, Georgian, Georgia's, Tbilisi"),
        ("en", "TR", "Turkey, Türkiye, Turkish, Ankara's"),
        ("en", "US", "America, Americans, U.S., the US, Washington's"),
        ("en", "GB", "Britain, British, Britons, UK, London"),
        ("en", "NL", "Holland, Dutch, the Netherlands"),
        ("en", "UA", "Kiev, Kyiv, Ukrainians"),
        ("de", "RU", "Russland, Russlands, russischen, russisches, Russen, Moskaus, Moskauer"),
        ("de", "US", "Vereinigten Staaten, US-Regierung, amerikanische, Amerikanern, USA, Weißen Hauses"),
        ("de", "NL", "Niederlanden, niederländischer, Holland, Den Haag"),
        ("de", "JO", "jordanischen, Jordaniens, Jordanier"),
        ("de", "UA", "Kiews, Kyjiw, Kiewer, ukrainischem, Ukrainern"),
        ("de", "GB", "Großbritanniens, britischen, Briten, Londons"),
        ("fr", "FR", "français, françaises, la France, l'Élysée, Paris"),
        ("fr", "GB", "britanniques, le Royaume-Uni, Londres, anglaise"),
        ("fr", "US", "États-Unis, américaine, la Maison-Blanche, Washington"),
        ("fr", "NL", "Pays-Bas, néerlandaise, La Haye"),
        ("ru", "KZ", "Казахстана, казахстанские, Казахстаном, Астане"),
        ("ru", "US", "США, американскими, Вашингтоне, Соединенными Штатами, Америке"),
        ("ru", "GB", "Великобритании, британского, Лондона"),
        ("ru", "TR", "Турции, турецкого, Анкаре"),
        ("ru", "DE", "Германией, немецкие, Берлине, ФРГ"),
        ("uk", "PL", "Польщі, польського, Польщею, Варшави, поляків"),
        ("uk", "UA", "України, українською, Києві, Києвом"),
        ("uk", "US", "США, американських, Вашингтону, Сполученими Штатами"),
        ("uk", "HU", "Угорщини, угорський, Будапешта"),
        ("uk", "DE", "Німеччиною, німецького, Берліна"),
    ],
)
def test_declined(language, code, forms):
    """A country is found in the forms in which a language's sentences have it."""
    assert [form for form in forms.split(", ") if named(form, language, code) != [code]] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("South Sudan appealed for aid.", "SD"),
        ("Papua New Guinea voted.", "GN"),
        ("Latin American leaders met.", "US"),
        ("Rep. Jim Jordan objected.", "JO"),
        ("In Atlanta, Georgia, voters queued.", "GE"),
        ("The Washington Post reported it.", "US"),
        ("Ships crossed the South China Sea.", "CN"),
        ("Northern Ireland has its own assembly.", "IE"),
        ("An expedition left for the North Pole.", "PL"),
        ("The Republic of the Congo agreed.", "CD"),
    ],
)
def test_others_are_not_it(text, code):
    """What holds a country's name and means another place, person or paper is not the country."""
    assert named(text, "en", code) == []


def test_another_country_is_itself():
    """Where both countries are wanted, each is found by its own name."""
    assert named("South Sudan and Sudan talked.", "en", "SD", "SS") == ["SS", "SD"]


def test_others_of_a_language():
    """A language's own exceptions stand before the English ones; in one without any the English ones hold."""
    assert countries.others("US", "fr")[0] == "Amérique latine"
    assert countries.others("JO", "tlh")[0] == "Jim Jordan"
    assert countries.others("LI", "de") == ()
