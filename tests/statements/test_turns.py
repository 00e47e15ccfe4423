"""Whose words they are where the sentence itself names nobody: answers, documents, lists, live entries."""

import hashlib

import pytest

from briefing.model import Actor, Article, Source
from briefing.statements import attribute
from briefing.text.blocks import blocks
from briefing.text.sentences import sentences
from tests.making import ACTORS

INTERVIEW = "An interview with Olaf Scholz on guarantees"
QUESTION = "What do you expect from the talks?"


def told(*paragraphs, language="en", actors=ACTORS):
    """Read a plain text and attribute it: the sentence's words → actors, in their order."""
    text = "\n\n".join(paragraphs)
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("a.txt", "a.txt", digest)
    article = Article(digest[:12], text, source, blocks(text, language), language)
    found = attribute(sentences(article), actors)
    return {one.sentence.text: [speaker.actor for speaker in one.speakers] for one in found}


def test_unmarked_answers_are_the_guests_sentence_by_sentence():
    """The head says that it is an interview and with whom; what follows a question answers it, "we" or not."""
    said = told(
        "A talk about money and boats",
        INTERVIEW + ".",
        QUESTION,
        "We expect little. Russia will not give way.",
        "The boats stay.",
        "And Kyiv?",
        "I have no doubt.",
    )
    assert said["We expect little."] == ["europe"]
    assert said["Russia will not give way."] == ["europe"]
    assert said["The boats stay."] == ["europe"]
    assert said["I have no doubt."] == ["europe"]
    assert said.get(QUESTION) in (None, [])


def test_a_title_that_lets_its_guest_speak_names_him():
    """“Scholz: …” above an interview is who answers; three questions to “you” are one by themselves."""
    said = told(
        "Scholz: there will be no soldiers",
        "Three questions on a train to the coast.",
        QUESTION,
        "I expect nothing. It is too early.",
        "Do you trust Moscow?",
        "I trust what I see.",
        "Will you come back?",
        "We always come back.",
    )
    assert said["It is too early."] == ["europe"]
    assert said["I trust what I see."] == ["europe"]


def test_an_explainer_is_no_interview():
    """Questions whose answers never say "I" or "we" are headings; one in passing makes no interview either."""
    explained = told(
        "What Olaf Scholz said in an interview",
        "The interview was short.",
        "What is a guarantee?",
        "A promise on paper. Nobody signs it.",
        "Why now?",
        "The winter is near.",
    )
    assert explained["Nobody signs it."] == []
    asked = told(
        "The bridge of Vest", "The bridge fell.", "Who pays?", "Nobody knows. We shall see.", "It rained."
    )
    assert asked["We shall see."] == []


def test_a_person_within_an_answer_speaks_for_himself():
    """“Macron told me …” in an answer is Macron's, and a country that wants something is the guest's claim."""
    said = told(
        "A talk about money and boats",
        INTERVIEW + ".",
        QUESTION,
        "We expect little. Macron told me that he would wait. Russia refuses to listen.",
    )
    assert said["Macron told me that he would wait."] == ["europe"]
    assert said["Russia refuses to listen."] == ["europe"]


def test_a_note_behind_the_last_answer_is_nobodys():
    """“The talk was shortened” does not go on with the answer."""
    said = told(
        "A talk about money and boats",
        INTERVIEW + ".",
        QUESTION,
        "We expect little.",
        "And you?",
        "I do too.",
        "The conversation was shortened.",
    )
    assert said["The conversation was shortened."] == []


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement by President Macron and Chancellor Scholz on Ukraine",
        "No borders by force – Address by the President of France to the nation",
        "Statement by the government of Germany on the talks",
    ],
)
def test_a_statement_is_whoever_gives_it(title):
    """The title says by whom; every sentence is theirs, whatever country it speaks of."""
    said = told(
        title,
        "No border must be moved by force. Russia cannot have a veto on what others decide.",
        "We stand ready to help.",
    )
    assert list(said.values()) == [["europe"]] * 3


def test_a_joint_statement_has_several_issuers():
    """Each actor that the title names behind “by” issues it, once."""
    said = told(
        "Joint statement by Ukraine, Germany and France on the river",
        "We share the water of one river and the fish in it.",
    )
    assert list(said.values()) == [["ukraine", "europe"]]


def test_leaders_who_name_themselves_issue_what_follows():
    """“We, the leaders of …” at the head names the issuers."""
    said = told(
        "On the river", "We, the leaders of Ukraine and Poland, met in the rain.", "Fish know no borders."
    )
    assert said["Fish know no borders."] == ["ukraine", "europe"]


def test_a_report_of_a_statement_is_not_one():
    """A verb of saying before the document's name makes the title news of it."""
    said = told(
        "Kremlin rejects statement by Germany", "It was a short day in Moscow.", "Fish know no borders."
    )
    assert said["Fish know no borders."] == []


@pytest.mark.parametrize(
    "title",
    [
        "Moscow turns cold after Germany’s letter",
        "Anger over the statement by Germany",
        "Statement on the attack by Russia",
        "Germany’s statement divides the river",
    ],
)
def test_news_of_a_document_has_no_issuer(title):
    """A title that only speaks of a document makes nobody the author of the text."""
    said = told(title, "The river is wide. No dam will be built.", "Fish know no borders.")
    assert list(said.values()) == [[], [], []]


def test_an_office_that_nobody_is_known_to_hold_is_the_issuers():
    """“The Prime Minister” in a release “From: Downing Street, Britain” speaks for the sender; “he” is the same."""
    said = told(
        "Call with the neighbours",
        "From: Government of Britain",
        "The Prime Minister spoke to President Volodymyr Zelensky today.",
        "The Prime Minister insisted on a ceasefire. He said that it must come now.",
    )
    assert said["The Prime Minister insisted on a ceasefire."] == ["europe"]
    assert said["He said that it must come now."] == ["europe"]


def test_a_transcript_gives_each_turn_to_its_label():
    """Two names and more before colons are turns; a paragraph in the first person goes on, another ends the turn."""
    said = told(
        "The press conference in full",
        "Scholz: Thank you. It was a long day.",
        "We shall meet again.",
        "Zelensky: Thank you, Olaf.",
        "Chairs were moved.",
        "The end of it.",
    )
    assert said["It was a long day."] == ["europe"]
    assert said["We shall meet again."] == ["europe"]
    assert said["Zelensky: Thank you, Olaf."] == ["ukraine"]
    assert said["Chairs were moved."] == []


def test_turns_under_capitals_end_with_the_next_label():
    """Where names in capitals mark the turns, whatever stands between them goes on."""
    said = told(
        "The press conference in full",
        "SCHOLZ: Thank you. It was a long day.",
        "The river is wide.",
        "ZELENSKY: Thank you, Olaf.",
        "Boats are small.",
    )
    assert said["The river is wide."] == ["europe"]
    assert said["Boats are small."] == ["ukraine"]


def test_whoever_asks_once_asks_again_without_a_question_mark():
    """A label that asks elsewhere makes a remark a question."""
    said = told(
        "Scholz: no boats this year",
        "HW: What do you expect?",
        "OS: We expect rain. Moscow wants boats.",
        "HW: The fishers disagree.",
        "OS: I know.",
        "HW: Will you listen?",
        "OS: Always.",
    )
    assert said["Moscow wants boats."] == ["europe"]
    assert said["OS: Always."] == ["europe"]
    assert said.get("HW: The fishers disagree.") in (None, [])


def test_a_statement_in_full_is_its_authors_until_somebody_tells_of_him():
    """What follows an announcement in the first person needs no marks; his name ends it, and so does a heading."""
    said = told(
        "The river, hour by hour",
        "Here is a statement by Volodymyr Zelensky, which he posted at noon.",
        "I spoke with the engineers. Russia wants the dam.",
        "The dam stays.",
        "Zelensky spoke from the harbour. It rained.",
        "Nobody got wet.",
    )
    assert said["Russia wants the dam."] == ["ukraine"]
    assert said["The dam stays."] == ["ukraine"]
    assert said["It rained."] == []
    assert said["Nobody got wet."] == []


def test_an_announcement_without_a_first_person_below_gives_nothing():
    """A statement that is only told of has no words of its author."""
    said = told("The river", "Here is a statement by Zelensky.", "The dam stays. It rained.")
    assert said["The dam stays."] == []


def test_an_author_who_tells_of_a_post_speaks_for_himself():
    """“Trump posted …” announces nothing: the “I” of the next paragraph is who writes."""
    said = told("The river", "Trump posted a picture of the dam.", "I have seen it. The dam stays.")
    assert said["The dam stays."] == []


def test_a_joint_statement_below_a_colon_is_all_its_authors():
    """“… issued a statement:” gives the paragraphs below to each actor once."""
    said = told(
        "The river",
        "Ukraine, Germany and France issued the following statement:",
        "We share the fish.",
        "No dam must be built.",
    )
    assert said["No dam must be built."] == ["ukraine", "europe"]


def test_key_points_are_those_of_who_was_named_last():
    """“Key points:” over a list has no speaker of its own."""
    said = told(
        "The river", "Lavrov held a briefing.", "Key points:", "- The dam must go.\n- London lies about it."
    )
    assert said["The dam must go."] == ["russia"]
    assert said["London lies about it."] == ["russia"]


def test_they_in_a_release_are_its_issuers():
    """“They welcomed …” after nobody but the issuer; and a modal of somebody else is not his word there."""
    said = told(
        "PRESS RELEASE: the river",
        "Government of Germany",
        "The engineers met in the harbour.",
        "They welcomed the plan. Russia could not have a veto.",
        "Russia rejected the plan.",
    )
    assert said["They welcomed the plan."] == ["europe"]
    assert said["Russia could not have a veto."] == ["europe"]
    assert said["Russia rejected the plan."] == ["russia"]


def test_a_statement_from_an_office_is_its_houses():
    """“Statement from the Press Secretary” names no actor; the line of the house above the text does."""
    said = told(
        "Statement from the Press Secretary on the river",
        "The White House",
        "The river is wide. No dam will be built.",
    )
    assert said["No dam will be built."] == ["us"]


def test_a_quotation_alone_is_of_who_was_quoted_last():
    """Two who are told of together do not take a paragraph of somebody quoted before them."""
    said = told(
        "The river",
        "“It is wide,” Scholz said.",
        "The boats waited, and Russia and Ukraine agreed on that.",
        "“It will be wider. Nobody can stop it.”",
    )
    assert said["Nobody can stop it.”"] == ["europe"]


def test_items_belong_to_the_label_above_them_or_their_own():
    """“Russia:” over a list names who wants its items; “- Germany: …” is Germany's."""
    said = told(
        "What each side wants",
        "Here is where the parties stand.",
        "Russia:\n- no fleet on the river\n- The dam must go, and Ukraine must pay.",
        "It rained in between.",
        "- Germany: no boats this year\n- It rained on them.",
    )
    assert said["The dam must go, and Ukraine must pay."] == ["russia"]
    assert said["Germany: no boats this year"] == ["europe"]
    assert said["It rained on them."] == []


def test_words_set_off_below_a_colon_need_no_marks():
    """What stands below “he said:” is his, and goes on where a paragraph says “we”."""
    said = told(
        "The river, hour by hour",
        "Lavrov met the press. Speaking in the harbour, he said:",
        "A dam must be well built. Without that it is a wall.",
        "We have built many.",
        "The harbour closed at nine.",
    )
    assert said["A dam must be well built."] == ["russia"]
    assert said["Without that it is a wall."] == ["russia"]
    assert said["We have built many."] == ["russia"]
    assert said["The harbour closed at nine."] == []


def test_an_entry_of_a_live_report_begins_anew():
    """Behind a time nobody who was named before it is “he”."""
    said = told(
        "The river, hour by hour",
        "Lavrov said the dam holds. It was late in the harbour.",
        "13.10",
        "He added that nothing leaks. Boats waited.",
    )
    assert said["He added that nothing leaks."] == []


def test_what_would_follow_goes_on_with_what_was_said():
    """“Any foreign boat would be stopped” after “Lavrov said” is his; with another party for its subject it is not."""
    said = told(
        "The river",
        "Lavrov said the river was closed. Any foreign boat would be stopped. It rained.",
        "Lavrov said the river was closed. Germany must now decide what it wants.",
        "Lavrov said the river was closed. The water rose.",
    )
    assert said["Any foreign boat would be stopped."] == ["russia"]
    assert said["It rained."] == []
    assert said["Germany must now decide what it wants."] != ["russia"]
    assert said["The water rose."] == []


def test_he_is_not_who_is_named_behind_him():
    """In “He said he and Putin agreed” he is who spoke before."""
    said = told("The river", "Trump argued that the dam was old. He said he and Putin had seen it.")
    assert said["He said he and Putin had seen it."] == ["us"]


def test_three_sides_are_the_last_three_named_together():
    """“The three sides” are counted; “they” after them are the same."""
    said = told(
        "The river",
        "US envoys met Russian and Ukrainian engineers. The three sides agreed to a dam. They also agreed on a price.",
    )
    assert said["The three sides agreed to a dam."] == ["us", "russia", "ukraine"]
    assert said["They also agreed on a price."] == ["us", "russia", "ukraine"]


def test_an_office_in_a_live_entry_is_whose_entry_it_is():
    """“The minister” of another entry is not meant where the entry has a person of its own."""
    said = told(
        "The river, hour by hour",
        "Good morning from the harbour.",
        "15.00",
        "The French minister, Emmanuel Macron, said it was wide.",
        "16.30",
        "Lavrov denied that the dam leaks.",
        "The vice minister said it was new.",
        "17.10",
        "The minister said it was old.",
    )
    assert said["The vice minister said it was new."] == ["russia"]
    assert said["The minister said it was old."] == ["europe"]


def test_they_under_a_heading_are_whom_it_names():
    """“And the Europeans?” gives the first “they” below it its meaning."""
    said = told(
        "The river",
        "It is wide.",
        "Who pays?",
        "Nobody.",
        "What does Russia want?",
        "It wants a dam. It rained.",
    )
    assert said["It wants a dam."] == ["russia"]


def test_a_source_is_whoever_was_one_before():
    """“The source noted” goes on with the one source of the sentence before."""
    said = told(
        "The river",
        "A US defence source told a paper that the dam leaks. The source noted that it always did.",
    )
    assert said["The source noted that it always did."] == ["us"]


def test_a_body_is_the_only_actor_whose_name_ends_with_it():
    """“The union” is the one actor that is called so, once the article has named him; nobody else's."""
    actors = (*ACTORS, Actor("fishers", ("Fishers' Union", "fishers")))
    lead = "It was late. The union wants a dam."
    assert told("The river", "The fishers met in the rain.", lead, actors=actors)[
        "The union wants a dam."
    ] == ["fishers"]
    assert told("The river", "Lavrov met in the rain.", lead, actors=actors)["The union wants a dam."] == []


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (
            "Joint statement following the talks of the United States of US and Ukraine on fish",
            "It rained in the harbour.",
        ),
        ("On fish", "The following statement was issued by the governments of US and Ukraine."),
    ],
)
def test_what_one_party_commits_to_in_a_joint_statement_all_have_signed(title, first):
    """A joint text is all its authors' sentence by sentence, and the verb of one is the verb of all."""
    said = told(title, first, "Ukraine accepted the plan.", "The dam stays.")
    assert sorted(said["Ukraine accepted the plan."]) == ["ukraine", "us"]
    assert sorted(said["The dam stays."]) == ["ukraine", "us"]


def test_items_go_on_with_the_parties_before_their_colon():
    """“As a result, X and Y:” is the subject of each item below."""
    said = told(
        "The river",
        "It rained.",
        "As a result of it, Ukraine and Russia:",
        "- Agreed to a dam;\n- Welcome the fish;",
    )
    assert said["Agreed to a dam;"] == ["ukraine", "russia"]
    assert said["Welcome the fish;"] == ["ukraine", "russia"]


def test_the_ministers_and_their_statement_are_those_who_issued_it():
    """“The statement says” speaks for who issued one, “the ministers” for who last spoke together."""
    said = told(
        "The river",
        "Ukraine and France issued a statement on the dam. It rained. The ministers stressed that it stays.",
        "“No fish must die,” the statement says.",
        "The document stressed that it was cold.",
    )
    assert said["The ministers stressed that it stays."] == ["ukraine", "europe"]
    assert said["“No fish must die,” the statement says."] == ["ukraine", "europe"]


def test_a_quotation_below_a_reporters_question_is_who_was_quoted_most():
    """Whom the question is about does not answer it, nor is he a later "he"; "I asked" asks as well."""
    said = told(
        "The river",
        "“It is wide,” Scholz said. “It is old.”",
        "What about the dam that Moscow wants? Putin is not known for patience.",
        "“I see it differently. We wait.”",
        "I asked about the fish, which Trump called small.",
        "“They are large.”",
        "He said so twice.",
    )
    assert said["We wait.”"] == ["europe"]
    assert said["“They are large.”"] == ["europe"]
    assert said["He said so twice."] == ["europe"]


def test_whom_a_quotation_names_is_no_later_he():
    """In “Putin lies,” nobody but the speaker can be the next sentence's “he”."""
    said = told("The river", "Scholz was in the harbour. “Putin lies about the dam.” He said it was old.")
    assert said["He said it was old."] == ["europe"]


def test_a_statement_that_is_headed_by_another_name_stays_its_issuers():
    """In “The statement from the talks in Berlin stressed …” the town speaks for nobody; what follows is all theirs."""
    said = told(
        "The river",
        "Ukraine and France issued a statement on the dam. It rained.",
        "The statement, cited by Moscow, reads:",
        "“The dam stays.”",
        "The statement from the talks in Berlin stressed that it was cold.",
        "“No fish must die,” the statement says.",
        "“No boat must sink.”",
    )
    both = ["ukraine", "europe"]
    assert said["“The dam stays.”"] == both
    assert said["The statement from the talks in Berlin stressed that it was cold."] == both
    assert said["“No boat must sink.”"] == both


@pytest.mark.parametrize(
    "lead",
    ["It rained upon Ukraine, the river and boats:", "The boats of Ukraine:", "After the talks with Russia:"],
)
def test_a_colon_behind_anything_but_subjects_gives_no_speaker(lead):
    """A party in the middle, or behind a preposition, is not who the items go on with."""
    said = told("The river", "It was late.", lead, "- Went home at nine;\n- Slept.")
    assert said["Went home at nine;"] == []


def test_he_stays_who_he_was_whomever_he_speaks_of():
    """In “He praised Trump. He added …” both are the speaker of the sentence before."""
    said = told("The river", "Scholz said it was wide. He praised Trump. He added that it was old.")
    assert said["He added that it was old."] == ["europe"]


def test_two_who_are_joined_are_the_pair_whomever_they_met():
    """“The two leaders” are the subjects of the sentence before, though they are of one party."""
    said = told(
        "The river",
        "Scholz and Macron spoke with Zelensky. The two leaders promised help. They warned Moscow.",
    )
    assert said["The two leaders promised help."] == ["europe", "europe"]
    assert said["They warned Moscow."] == ["europe", "europe"]


def test_a_straight_mark_that_opens_a_paragraph_opens_a_quotation():
    """A paragraph may open with a straight mark and leave it open for the next one."""
    said = told(
        "The river",
        "Lavrov said it was wide.",
        '"We have to wait for the rain. It is near.',
        '"It comes," he added.',
    )
    assert said['"We have to wait for the rain.'] == ["russia"]
    assert said["It is near."] == ["russia"]


def test_what_somebody_owns_speaks_for_its_owner():
    """“Its foreign minister” is of the party before, “his government” of the person; with a name behind it the name."""
    said = told(
        "The river",
        "Germany rejected the dam. Its foreign minister said it was ugly.",
        "Putin said it was old. His government wants another. His spokesman Olaf Brand agreed to it.",
    )
    assert said["Its foreign minister said it was ugly."] == ["europe"]
    assert said["His government wants another."] == ["russia"]
    assert said["His spokesman Olaf Brand agreed to it."] == [None]
