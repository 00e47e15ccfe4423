"""Who says a German sentence: the finite verb comes second, verbs part, and what is reported has a mood of its own."""

import pytest

from briefing.model import Actor
from briefing.statements import attribute
from tests.making import article, sentences

ACTORS = (
    Actor("spd", ("SPD", "Sozialdemokraten", "Kanzleramt"), (("Hallberg",), ("Arnsberg",))),
    Actor("fdp", ("FDP", "Liberale*", "Finanzministerium"), (("Wieland",),)),
    Actor("verband", ("Mieterbund", "Bundesländer"), (("Sedlak",),)),
    Actor("russland", (), (("Lawrow",),), ("RU",)),
)


def actors(*paragraphs):
    """The actors who speak, sentence by sentence; None: somebody who belongs to none."""
    made = article(*paragraphs, language="de")
    said = attribute(sentences(made, *paragraphs), ACTORS)
    return [[speaker.actor for speaker in one.speakers] for one in said]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Wieland hat die Pläne der SPD scharf kritisiert.", "fdp"),
        ("Hallberg hat der FDP ein Sparpaket angeboten.", "spd"),
        ("Im Bundestag hat Wieland den Etat abgelehnt.", "fdp"),
        ("Die Aktienrente der FDP lehnt Hallberg ab.", "spd"),
        ("Der Vorschlag wurde von der FDP abgelehnt.", "fdp"),
        ("Höhere Schulden lehnen die Liberalen mit Nachdruck ab.", "fdp"),
        ("Im Kanzleramt heißt es, man sei zuversichtlich.", "spd"),
        ("In der FDP hofft man auf ein Einlenken.", "fdp"),
        ("Der Mieterbund, dem die FDP fremd ist, fordert einen Deckel.", "verband"),
        ("Der Mieterbund ist strikt dagegen.", "verband"),
        ("Der Mieterbund stellt die Frist infrage.", "verband"),
        ("Wieland zeigte sich gesprächsbereit.", "fdp"),
        ("Wieland rief die SPD zur Vernunft auf.", "fdp"),
        ("Wieland brachte eine Lockerung ins Spiel.", "fdp"),
        ("Zur Lage der SPD erklärt die Präsidentin des Deutschen Mieterbundes, Marga Sedlak:", "verband"),
        ("Das gehe nicht, so der Chef der FDP.", "fdp"),
        ("Laut Finanzministerium fehlt Geld.", "fdp"),
        ("Dem Mieterbund zufolge fehlt Geld.", "verband"),
        ("Der russische Außenminister Lawrow lehnte den Plan ab.", "russland"),
        ("Die Pläne seien falsch, teilte das Finanzministerium mit.", "fdp"),
        ("Zustimmung kam dagegen vom Mieterbund.", "verband"),
        ("Er traue den Bürgern nichts zu, sagte die FDP-Chefin dem Blatt.", "fdp"),
        ("Beim Neuen Mieterbund heißt es, das sei zu wenig.", "verband"),
        ("Nach dem Willen der FDP soll das Gesetz warten.", "fdp"),
        ("Wieland hält die Frist für einen Fehler.", "fdp"),
        ("Aus der FDP verlautete, das reiche nicht.", "fdp"),
    ],
)
def test_the_subject_of_the_finite_verb(sentence, actor):
    """Whoever stands before the finite verb or right behind it speaks, wherever the cue stands."""
    assert actors(sentence) == [[actor]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Plan der FDP wurde abgelehnt.",
        "Das Treffen mit der SPD findet am Montag statt.",
        "Die FDP fördert den Wohnungsbau.",
        "Der Mieterbund will sich dazu nicht äußern.",
        "Hallberg äußerte sich am Montag nicht.",
        "Es wurde in der Nacht gestritten.",
        "Die FDP muss dem Etat zustimmen.",
        "Im Haus der FDP weiß man nicht, wie schnell Mehrheiten kippen.",
        "Die Lage der SPD ist schwer zu verteidigen.",
    ],
)
def test_nobody_speaks(sentence):
    """A passive without its agent, a meeting, a verb that only looks like a cue and silence have no speaker."""
    assert actors(sentence) == [[]]


def test_several_close_a_sentence():
    """A plural verb may close a short sentence with its subjects before it; hearsay keeps its speaker."""
    assert actors("FDP und SPD zögern.") == [["fdp", "spd"]]
    assert actors("Wieland soll die Pläne kritisiert haben.") == [["fdp"]]


def test_they_and_she():
    """“Sie” is the party where the verb is plural, the woman where it is not."""
    assert actors(("Die Bundesländer warnen vor Kosten.", "Sie fordern mehr Zeit."))[1] == ["verband"]
    assert actors(("Dagmar Arnsberg sprach in Kiel.", "Sie fordert mehr Zeit."))[1] == ["spd"]
    assert actors("Die Bundesländer berieten: Sie wollen mehr Zeit.") == [["verband"]]


def test_her_party():
    """“Ihre Partei” is that of the person last named."""
    told = actors(("Dagmar Arnsberg sprach in Kiel.", "Auch ihre Partei fordert mehr Zeit."))
    assert told[1] == ["spd"]


def test_a_circle_is_whose_it_is():
    """“Aus seinem Umfeld heißt es” is the person last named; with nobody named it is nobody."""
    assert actors(("Jens Hallberg sprach in Kiel.", "Aus seinem Umfeld heißt es, das reiche."))[1] == ["spd"]
    assert actors("Aus seinem Umfeld heißt es, das reiche.") == [[]]


def test_his_words():
    """“Nach seinen Worten” points to the person last named."""
    assert actors(("Jens Hallberg sprach in Kiel.", "Nach seinen Worten reicht das Geld."))[1] == ["spd"]


def test_a_paper_of_his_house():
    """What stands in a paper of somebody's house is theirs; so is what an office wants."""
    told = actors(
        ("Finanzminister Wieland legte Zahlen vor.", "Es fehle Geld, heißt es in einem Papier seines Hauses.")
    )
    assert told[1] == ["fdp"]
    told = actors(
        ("Finanzminister Wieland kam spät.", "Nach dem Willen des Ministers soll das Gesetz warten.")
    )
    assert told[1] == ["fdp"]


def test_a_clause_in_its_mood_goes_on():
    """A sentence that opens on a clause and reports goes on with what was told."""
    told = actors(("Der Etat sei tot, sagte Wieland.", "Statt zu zögern, solle die Regierung handeln."))
    assert told[1] == ["fdp"]


def test_an_office_closes_what_was_said():
    """An office that nobody was introduced by is the one person named, where it closes a quotation."""
    assert actors("Wieland tritt ans Pult: „Es reicht“, sagt der Finanzminister.") == [["fdp"]]
    assert actors(("Wieland kam spät.", "Der Finanzminister lehnte ab.")) == [[], []]


def test_a_body_is_whose_it_was_named():
    """“Das Ministerium” is the one that the article has named."""
    assert actors(("Das Finanzministerium warnte früh.", "Nun pocht das Ministerium auf Eile."))[1] == ["fdp"]


def test_reported_speech_goes_on():
    """What is reported goes on in its mood, also where a plural borrows its form; the indicative ends it."""
    told = actors(
        (
            "Der Etat sei tot, sagte Wieland.",
            "Die Bürger hätten genug.",
            "Die SPD sei zu allem bereit.",
            "Die Länder hatten gewarnt.",
        )
    )
    assert told == [["fdp"], ["fdp"], ["fdp"], []]


def test_a_quotation_runs_over_paragraphs():
    """A quotation that a paragraph leaves open goes on in the next one, up to the mark that closes it."""
    told = actors(
        ("Wieland erklärt: „Es reicht.", "Wir gehen."),
        ("Die SPD hat sich verrannt.", "Das wissen viele.“"),
        "Danach regnete es.",
    )
    assert told == [["fdp"], ["fdp"], ["fdp"], ["fdp"], []]


def test_a_quotation_that_nobody_closes_ends_with_its_paragraph():
    """A mark that is never closed swallows no other paragraph."""
    told = actors("Wieland erklärt: „Es reicht.", "Danach regnete es.")
    assert told == [["fdp"], []]


@pytest.mark.parametrize("form", ["Deutschen Städtetags", "Deutscher Städtetag", "Deutschem Städtetag"])
def test_adjectives_of_names_are_declined(form):
    """A name of several words is known with its adjectives declined."""
    actors = (Actor("stadt", ("Deutscher Städtetag",)),)
    made = article(f"Forderungen von {form} liegen vor.", language="de")
    found = attribute(sentences(made, f"Forderungen von {form} liegen vor."), actors)[0].mentions
    assert [made.text[one.span.start : one.span.end] for one in found] == [form]


@pytest.mark.parametrize("form", ["Mieterbundes", "Bundesländern", "Russlands", "russischen"])
def test_names_are_declined(form):
    """A name is known in the endings of German nouns and adjectives."""
    made = article(f"Die Pläne des {form} liegen vor.", language="de")
    found = attribute(sentences(made, f"Die Pläne des {form} liegen vor."), ACTORS)[0].mentions
    assert [made.text[one.span.start : one.span.end] for one in found] == [form]
