"""Advice on a configuration: what is told of a run, and that its lines, really pasted, do what they say."""

import re

import pytest

from briefing.advice import MOST, advise
from briefing.config import load_config
from briefing.pipeline import gather

BASE = """title = "Ports"
[actors.us]
countries = ["US"]
people = ["Vance"]
[actors.russia]
names = ["Kremlin"]
[themes.american]
actors = ["us"]
[themes.russian]
actors = ["russia"]
"""
RUBIO = (
    "U.S. Secretary of State Marco Rubio arrived on Monday. Washington rejected the plan.",
    "Rubio said the port must open before the summer. The harbour master listened to him.",
    "Rubio warned that the port would not stay closed. Ships waited outside in the rain.",
    "Rubio demanded that the port be opened at once. The Kremlin rejected the demand.",
)


@pytest.fixture
def desk(tmp_path):
    """``desk(config, *articles)``: the configuration's path and the articles' folder."""

    def made(config, *articles):
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(articles):
            (folder / f"{number:02}.txt").write_text(text)
        path = tmp_path / "briefing.toml"
        path.write_text(config)
        return path, str(folder)

    return made


def told(path, folder):
    """The advice on a run."""
    config = load_config(path)
    return advise(gather([folder], config), config)


def placed(path, folder):
    """Statements by theme."""
    return [theme for one in gather([folder], load_config(path)).placements for theme in one.themes]


def paste(path, advice):
    """Do with the line what its sentence says."""
    text = path.read_text()
    where = re.search(r"[Uu]nder (\[[^\]]+\])(?:, in place of its (\w+)(, if it names one)?)?:$", advice.what)
    if where is None:
        assert advice.what.endswith("At the end of the file, to follow it:") or advice.what.endswith(
            "of the file:"
        )
        path.write_text(text + advice.line + "\n")
        return
    head, _, rest = text.partition(where[1] + "\n")
    table, mark, others = rest.partition("\n[")
    if where[2] and (not where[3] or f"{where[2]} =" in table):
        table, count = re.subn(rf"^{where[2]} = .*$", lambda _: advice.line, table, flags=re.M)
        assert count == 1
    else:
        table = f"{advice.line}\n{table}"
    path.write_text(f"{head}{where[1]}\n{table}{mark}{others}")


def test_a_frequent_speaker_goes_to_the_actor_that_introduces_him(desk):
    """Told with how often and where; the pasted line lists him, so that no article need introduce him."""
    path, folder = desk(BASE, *RUBIO)
    (one,) = told(path, folder)
    assert one.what == (
        "Rubio, 3 statements in 3 articles: add to actors.us.people? Under [actors.us], in place of its people:"
    )
    assert one.line == 'people = ["Vance", "Rubio"]'
    before = placed(path, folder).count("american")
    paste(path, one)
    assert told(path, folder) == ()
    (path.parent / "in" / "00.txt").write_text("Washington rejected the plan.")
    assert placed(path, folder).count("american") == before


def test_an_apposition_introduces_as_well(desk):
    """The words "Rubio, the US secretary of state," tells whose he is, and an actor without people gets the list."""
    config = BASE.replace('people = ["Vance"]\n', "")
    first = "Marco Rubio, the US secretary of state, arrived on Monday. Washington rejected the plan."
    path, folder = desk(config, first, *RUBIO[1:])
    (one,) = told(path, folder)
    assert one.what.endswith("Under [actors.us]:")
    paste(path, one)
    assert told(path, folder) == ()


def test_two_speakers_of_one_actor_share_a_line(desk):
    """Both go into one list, the one who says more first."""
    other = [text.replace("Marco Rubio", "Keith Kellogg").replace("Rubio", "Kellogg") for text in RUBIO]
    other[1] += " Kellogg insisted that the port must open."
    path, folder = desk(BASE, *RUBIO, *other)
    (one,) = told(path, folder)
    assert one.line == 'people = ["Vance", "Kellogg", "Rubio"]'
    paste(path, one)
    assert told(path, folder) == ()


def test_whose_a_speaker_is_may_be_left_open(desk):
    """Without an introduction by a party the line has the name alone; in articles of no theme nothing is told."""
    said = [
        f"Antonio Bonn {verb} that the port must open. Bonn {verb} it again." for verb in ("said", "warned")
    ]
    news = " The Kremlin rejected the plan. The Kremlin said no. The US rejected it, too."
    path, folder = desk(BASE, *(text + news for text in said), "Nothing else was reported from the port.")
    (one,) = told(path, folder)
    assert one.what.startswith("Bonn, 4 statements in 2 articles: no actor has that name.")
    assert one.line == 'people = ["Bonn"]'
    before = placed(path, folder).count("american")
    path.write_text(BASE.replace('["Vance"]', '["Vance", "Bonn"]'))
    assert placed(path, folder).count("american") == before + 4
    assert told(path, folder) == ()
    path.write_text(BASE)
    (path.parent / "far").mkdir()
    for number, text in enumerate((*said, "Nothing else was reported from the port.")):
        (path.parent / "far" / f"{number}.txt").write_text(text)
    assert "Bonn" not in "".join(one.what for one in told(path, str(path.parent / "far")))


@pytest.mark.parametrize(
    "name",
    ["Officials", "Analysts", "The ministry", "He", "The Harbour Times", "NATO", "Reuters", "Parliament"],
)
def test_outlets_nouns_and_pronouns_are_nobody(desk, name):
    """However often they speak: what is no person is not suggested."""
    news = " The Kremlin rejected the plan. The Kremlin said no. The Kremlin demanded more."
    texts = [
        f"{name} {verb} that the port must open. {name} {verb} it again.{news}" for verb in ("said", "warned")
    ]
    config = BASE.replace('[themes.american]\nactors = ["us"]\n', '[themes.all]\nactors = ["us", "russia"]\n')
    assert told(*desk(config, *texts, *texts)) == ()


def test_another_spelling_joins_the_person(desk):
    """A name that sounds like a configured one is taken for its spelling."""
    config = BASE.replace('["Vance"]', '["Vance", "Zelensky"]')
    texts = [text.replace("Marco Rubio", "Marco Selenskyj").replace("Rubio", "Selenskyj") for text in RUBIO]
    path, folder = desk(config, *(text.replace("U.S. ", "") for text in texts))
    (one,) = [one for one in told(path, folder) if "spelling" in one.what]
    assert "another spelling (Zelensky as Selenskyj)?" in one.what
    assert one.line == 'people = ["Vance", ["Zelensky", "Selenskyj"]]'
    before = placed(path, folder).count("american")
    paste(path, one)
    assert placed(path, folder).count("american") == before + 3


def test_a_country_of_nobody_is_followed_by_two_tables(desk):
    """The country heard most among the others, under whatever name, gets an actor and a theme."""
    news = "The Kremlin rejected the plan. The Kremlin said no. The Kremlin demanded more. "
    capital = [f"{news}Beijing warned that port {n} must open." for n in "yz"]
    config = BASE.replace('[themes.american]\nactors = ["us"]\n', "")
    path, folder = desk(config, news + "China warned that port x must open.", *capital)
    (one,) = [one for one in told(path, folder) if "country" in one.what]
    assert one.what.startswith("China, 3 statements in 3 articles")
    paste(path, one)
    assert placed(path, folder).count("china") == 3
    assert not [one for one in told(path, folder) if "China" in one.what]


def test_an_actor_that_no_theme_uses_and_speaks(desk):
    """It is told with its count, and the pasted theme takes its statements."""
    config = BASE.replace('[themes.russian]\nactors = ["russia"]\n', "")
    texts = [f"The Kremlin rejected plan {n}. It rained." for n in "wxyz"]
    path, folder = desk(config, *texts, "The US said no.")
    (one,) = told(path, folder)
    assert one.what == "russia, 4 statements in 4 articles: no theme uses this actor. At the end of the file:"
    assert one.line == '[themes.russia]\nactors = ["russia"]'
    paste(path, one)
    assert placed(path, folder).count("russia") == 4
    assert told(path, folder) == ()


def test_a_rare_given_name_will_do_where_the_family_name_stands_alone(desk):
    """The name "Quilla Bonn" is a person by "Bonn said"; a name that only ever stands whole may be a firm."""
    news = " The Kremlin rejected the plan. The Kremlin said no. The US rejected it, too."
    texts = [f"Quilla Bonn said that the port must open: {n}." + news for n in "xyz"]
    assert told(*desk(BASE, *texts)) == ()
    (one,) = told(*desk(BASE, *texts, "Bonn said that the port must open." + news))
    assert one.what.startswith("Bonn, 4 statements in 4 articles: no actor has that name.")


def test_words_that_are_codes_are_no_countries(desk):
    """Many sentences begin with "And" and "Can", which are codes of Andorra and Canada."""
    news = "The Kremlin rejected the plan. The US said no. The Kremlin demanded more. "
    texts = [f"{news}And said he: {n}. And warned they were. Can said so." for n in "xyz"]
    assert not [one for one in told(*desk(BASE, *texts)) if "country" in one.what]


@pytest.mark.parametrize(
    ("theme", "text", "why"),
    [
        ('actors = ["us"]', "The Kremlin rejected the plan.", "no statement names its actors"),
        ('keywords = ["grain"]', "The Kremlin rejected the plan.", "none of its keywords stands"),
        (
            'actors = ["us"]',
            "The ships left for the US on Monday.",
            "its actors are named, but voice nothing",
        ),
    ],
)
def test_an_empty_theme_says_why(desk, theme, text, why):
    """Of one that no line would fill the reason is told."""
    config = f'[actors.us]\ncountries = ["US"]\n[themes.lonely]\n{theme}\n'
    (one,) = told(*desk(config, text))
    assert one.what.startswith(f"lonely got no statement: {why}")
    assert one.line == ""


@pytest.mark.parametrize("role", ["", 'role = "speaker"\n'])
def test_a_theme_whose_actors_are_only_talked_about(desk, role):
    """Where they are named often and voice nothing the other role is offered, and fills the theme."""
    path, folder = desk(
        f'[actors.us]\ncountries = ["US"]\n[themes.us]\nactors = ["us"]\n{role}',
        "Ships left for the US on Monday. Cars for the US came later. Grain for the US is due today.",
    )
    (one,) = told(path, folder)
    assert one.what.startswith("us got no statement: its actors are named in 3 statements and voice none.")
    assert one.line == 'role = "about"'
    paste(path, one)
    assert placed(path, folder).count("us") == 3
    assert told(path, folder) == ()


def test_a_language_without_words_of_saying(desk):
    """Where nothing tells who speaks an empty theme is offered the role that needs no speaker."""
    text = "Kreml odrzucił plan w sprawie portu i nie chce o nim mówić."
    path, folder = desk(
        BASE.replace('"Kremlin"', '"Kreml"'), *(f"{text} To jest {n} dzień." for n in (2, 3, 4))
    )
    (one,) = [one for one in told(path, folder) if one.what.startswith("russian")]
    assert one.what.startswith(
        "russian got no statement: in the language of these articles nothing tells who speaks."
    )
    assert one.line == 'role = "about"'
    paste(path, one)
    assert placed(path, folder).count("russian") == 3


def test_actors_that_speak_and_state_nothing(desk):
    """Statements that are no positions leave a theme empty, and that is told."""
    config = '[actors.us]\ncountries = ["US"]\n[themes.us]\nactors = ["us"]\nmin_score = 90.0\n'
    (one,) = told(*desk(config, "The US said no."))
    assert one.what == "us got no statement: its actors speak, but state no position"


def test_excluded_words_that_keep_out_more_than_the_theme_holds(desk):
    """The word that costs most is taken out of the list; its statements come in."""
    config = BASE.replace('actors = ["russia"]', 'actors = ["russia"]\nexclude = ["grain", "oil"]')
    texts = [
        f"The Kremlin rejected the {what} plan {n}. It rained."
        for n, what in enumerate(("grain", "grain", "oil"))
    ]
    path, folder = desk(config, *texts, "The US said no.")
    (one,) = told(path, folder)
    assert one.what.startswith("russian got no statement: exclude of russian keeps out 3 statements")
    assert "“grain” 2 of them" in one.what
    assert one.line == 'exclude = ["oil"]'
    paste(path, one)
    assert placed(path, folder).count("russian") == 2
    assert told(path, folder) == ()


def test_a_min_score_that_turns_most_away(desk):
    """Where a desk asks for more than usual and hardly anything gets there, half of what falls short is let in."""
    config = BASE.replace('actors = ["russia"]', 'actors = ["russia"]\nmin_score = 9.0')
    path, folder = desk(
        config, *(f"The Kremlin rejected plan {n}. It rained." for n in "xyz"), "The US said no."
    )
    (one,) = told(path, folder)
    assert "3 statements fall short of the min_score 9 of russian" in one.what
    paste(path, one)
    assert placed(path, folder).count("russian") >= 2


def test_a_keyword_that_stands_in_other_forms(desk):
    """A star where the word is there with other endings; not where the beginning is another word's."""
    config = BASE.replace(
        'actors = ["russia"]', 'actors = ["russia"]\nkeywords = ["blockade", "grain", "ships*"]'
    )
    texts = [
        f"The Kremlin rejected {what}. The US said no."
        for what in ("blockading", "a blockaded port", "blockading again")
    ]
    path, folder = desk(config, *texts)
    (one,) = [one for one in told(path, folder) if "keywords" in one.what]
    assert "“blockade” never stands there, “blockad*” does" in one.what
    assert one.line == 'keywords = ["blockad*", "grain", "ships*"]'
    paste(path, one)
    assert told(path, folder) == ()


def test_an_open_ending_that_finds_other_words_is_not_told(desk):
    """The ending of "divid*" would find dividends."""
    config = BASE.replace('actors = ["russia"]', 'actors = ["russia"]\nkeywords = ["divided"]')
    texts = [f"The Kremlin rejected the dividend {n}. The US said no." for n in "xyz"]
    assert told(*desk(config, *texts)) == ()


def test_keywords_of_which_a_large_run_holds_none(desk):
    """From fifty articles on a theme is told that none of its keywords stands there."""
    config = BASE.replace('actors = ["russia"]', 'actors = ["russia"]\nkeywords = ["zebra", "okapi"]')
    texts = [f"The Kremlin rejected plan {n}. The US said no." for n in range(50)]
    assert told(*desk(config, *texts[:49])) == ()
    (one,) = told(*desk(config, *texts))
    assert one.what == "none of the keywords of russian stands in these 50 articles"


def test_at_most_five_the_most_useful_first_and_the_same_again(desk):
    """Empty themes come before speakers, speakers before the rest; a second run tells the same."""
    empty = "".join(
        f'[themes.t{n}]\nkeywords = ["k{n}"]\nactors = ["us"]\nmin_score = 9.0\n' for n in range(6)
    )
    path, folder = desk(
        BASE + empty, *RUBIO, *(f"The US rejected plan {n}. US officials said no." for n in "wxyz")
    )
    first = told(path, folder)
    assert len(first) == MOST
    assert all("got no statement" in one.what for one in first)
    assert told(path, folder) == first


def test_nothing_without_themes(desk):
    """A run without a configuration's themes is advised nothing."""
    assert told(*desk("", *RUBIO)) == ()


def test_names_in_a_line_cannot_break_it(desk):
    """Quotation marks and backslashes of a configured name are written so that the line loads."""
    config = BASE.replace('["Vance"]', r'["Vance \"JD\" \\ Jr"]')
    path, folder = desk(config, *RUBIO)
    (one,) = told(path, folder)
    paste(path, one)
    assert load_config(path).actors[0].people == (('Vance "JD" \\ Jr',), ("Rubio",))
