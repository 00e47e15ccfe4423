"""The layout of a text without mark-up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text import blocks as module
from briefing.text import passes
from briefing.text.blocks import blocks
from briefing.text.shown import shown

PROSE = "The council voted for the bridge on Monday. It will cost nine million."
LINES = st.sampled_from(
    [
        "",
        "Share",
        "- one",
        "Read More",
        "What now?",
        "Key points:",
        "By Ann Lee",
        "---",
        PROSE,
        "Short line",
        "\u200b",
        "A: b",
        "1. x",
    ]
)


def kinds(text, language="en"):
    return [(block.kind, shown(text[block.span.start : block.span.end])) for block in blocks(text, language)]


def kind_of(line, text, language="en"):
    return {words: kind for kind, words in kinds(text, language)}[line]


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_blocks_hold_every_visible_character_but_markers(text):
    """Blocks are in order, do not overlap, begin and end on words, and leave out markers alone."""
    found = blocks(text, "en")
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(text[block.span.start : block.span.end].strip("\u200b \n") for block in found)
    between = [text[a.span.end : b.span.start] for a, b in pairwise(found)] + [
        text[: found[0].span.start] if found else text
    ]
    assert not shown("".join(between)).replace("-", "").replace("1.", "").strip()


def test_an_empty_text_has_no_blocks():
    """Nothing but white space and hidden characters gives nothing."""
    assert blocks(" \n\u200b\n\ufeff", "en") == ()


def test_the_head_of_an_article():
    """Menu, title, deck, byline, date and caption before the first prose are told apart."""
    text = (
        "World\nA Bridge for Vesland\n\nCouncil ends a dispute of nine years\n\nAnn Lee\nMonday, 3 March 2025\n\n"
        f"Image: The river at Vest\n\n{PROSE}"
    )
    assert kinds(text)[:6] == [
        ("furniture", "World"),
        ("title", "A Bridge for Vesland"),
        ("deck", "Council ends a dispute of nine years"),
        ("byline", "Ann Lee"),
        ("date", "Monday, 3 March 2025"),
        ("caption", "Image: The river at Vest"),
    ]


def test_a_deck_may_end_with_a_stop():
    """One sentence between the title and the byline is the deck."""
    text = f"A Bridge for Vesland\n\nThe council ends a dispute.\n\nBy Ann Lee\n\n{PROSE}"
    assert kind_of("The council ends a dispute.", text) == "deck"


def test_a_title_may_end_with_a_stop():
    """A first sentence with a byline after it and then prose is the title."""
    text = f"The council votes for the bridge.\n\nBy Ann Lee\n\n{PROSE}"
    assert kind_of("The council votes for the bridge.", text) == "title"


def test_a_first_sentence_is_prose():
    """Without a byline after it a first line with a stop is a sentence."""
    assert kinds(f"{PROSE}\n\n{PROSE}")[0][0] == "paragraph"


def test_a_question_may_be_the_title():
    """A first line that asks, above longer prose, is the title."""
    assert kind_of("Can it be built?", f"Can it be built?\n{PROSE}") == "title"


@pytest.mark.parametrize(
    "line", ["Who pays", "THE COST", "‘Nobody asked us’", "Was wird teurer", "بعد التصويت"]
)
def test_a_short_open_line_above_prose_is_a_heading(line):
    """Headings need no mark: they are short, end without a stop, and prose follows."""
    assert kind_of(line, f"A bridge for Vesland\n\n{PROSE}\n\n{line}\n\n{PROSE}") == "heading"


def test_a_short_line_after_the_last_prose_heads_nothing():
    """Names and menus at the end are furniture."""
    assert kind_of("Chief clerk", f"A bridge for Vesland\n\n{PROSE}\n\nChief clerk") == "furniture"


def test_a_question_in_passing_is_prose():
    """One lone question that opens with a conjunction or a verb heads nothing; a question word does."""
    text = f"A bridge\n\n{PROSE}\n\nBut will it last?\n\n{PROSE}\n\nWho will pay for it?\n\n{PROSE}"
    assert kind_of("But will it last?", text) == "paragraph"
    assert kind_of("Who will pay for it?", text) == "question"


def test_a_numbered_heading_and_a_numbered_list():
    """A number before a lone short line makes a heading, before lines in a row a list."""
    text = f"Letter\n\n{PROSE}\n\n1. The cost\n\n{PROSE}\n\n1. nine arches;\n2. two towers.\n\n{PROSE}"
    assert [kind for kind, words in kinds(text) if words in ("The cost", "nine arches;", "two towers.")] == [
        "heading",
        "list_item",
        "list_item",
    ]


def test_a_label_holds_for_its_list():
    """Items stand under the label above them, what follows the list under the heading again."""
    text = f"Title of it all\n\n{PROSE}\n\nTerms\n\n{PROSE}\n\n- Cost:\n- nine million in all.\n\n{PROSE}"
    found = blocks(text, "en")
    heading = {text[block.span.start : block.span.end]: block.heading for block in found}
    words = [text[block.span.start : block.span.end] for block in found]
    assert words[heading["Cost:"]] == "Terms"
    assert words[heading["nine million in all."]] == "Cost:"
    assert words[found[-1].heading] == "Terms"
    assert heading["Title of it all"] is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Key points:", "label"),
        ("Terms of the Deal:", "label"),
        ("The mayor said:", "paragraph"),
        ("Some ways out include:", "paragraph"),
    ],
)
def test_a_lead_in_is_no_label(line, kind):
    """A label names what follows; a clause that ends in a colon is a sentence."""
    assert (
        kind_of(line, f"Title of it\n\n{PROSE}\n\n{line}\n\n- one way of it\n- another way\n\n{PROSE}")
        == kind
    )


def test_read_more_is_cut_off():
    """What is glued to a paragraph's end is furniture of its own."""
    assert kinds(f"A bridge\n\n{PROSE}Read More")[-2:] == [("paragraph", PROSE), ("more", "Read More")]


def test_a_time_is_cut_off_a_heading():
    """A live blog's time glued to its heading is furniture of its own."""
    text = f"Live\n\n{PROSE}\n\nTalks breakpublished at 17:05 GMT\n{PROSE}"
    assert kinds(text)[2:4] == [("heading", "Talks break"), ("date", "published at 17:05 GMT")]


def test_related_headlines_end_at_the_next_prose():
    """What stands under "Similar Posts" is furniture until a sentence comes."""
    text = (
        f"A bridge\n\n{PROSE}\n\nSimilar Posts\nA tunnel for Vest\nA ferry for Aune\n\nWhat next\n\n{PROSE}"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "paragraph",
        "related",
        "related",
        "related",
        "heading",
        "paragraph",
    ]


def test_a_menu_holds_nothing():
    """Above the first prose a heading of furniture swallows no title."""
    assert kind_of("A bridge for Vesland", f"Latest\nA bridge for Vesland\n\n{PROSE}") == "title"


def test_biographies_begin_with_a_name_of_the_byline():
    """The last paragraph about the author is a biography, one about somebody else is not."""
    text = f"A bridge for Vesland\n\nBy Ann Lee and Bo Ray\n\n{PROSE}\n\n{{}} is a clerk in Vest. He sings."
    assert kinds(text.format("Bo Ray"))[-1][0] == "biography"
    assert kinds(text.format("Cy Orr"))[-1][0] == "paragraph"


def test_about_the_author_holds_a_biography():
    """What follows the heading "About the author" is the author's."""
    text = f"A bridge\n\n{PROSE}\n\nAbout the author\nAnn Lee was born in Vest. She sings."
    assert [kind for kind, _ in kinds(text)[-2:]] == ["biography", "biography"]


def test_interviews_by_name_and_by_dash():
    """Who mostly asks is the questioner; after dashes the lines that ask are questions."""
    by_name = "On bridges\n\nThe mayor spoke.\n\n" + "PAPER: Why so?\nLEE: We must. It is old.\n" * 2
    assert [kind for kind, _ in kinds(by_name)[2:]] == ["question", "answer"] * 2
    by_dash = "О мостах\n\nМэр дал интервью.\n\n" + "— Почему так?\n\nИначе нельзя. Он старый.\n\n" * 3
    assert [kind for kind, _ in kinds(by_dash, "ru")[2:]] == ["question", "paragraph"] * 3


def test_dashes_open_speech_or_lists():
    """A dash opens direct speech and belongs to it; under a colon or before a semicolon it marks an item."""
    speech = "Мост\n\nМэр вышел к людям.\n\n— Мост будет построен.\n— А когда же?\n\nОн ушел."
    assert ("paragraph", "— Мост будет построен.") in kinds(speech, "ru")
    listed = "Мост\n\nЕсть три причины:\n— мост стар;\n— мост узок.\n\nОн ушел."
    assert ("list_item", "мост стар;") in kinds(listed, "ru")


def test_who_said_it_joins_the_line_before():
    """A line that only says who spoke is part of the sentence."""
    text = "Мост\n\nМост никому не нужен,\n— сказал мэр.\nОн ушел."
    assert kinds(text, "ru")[1] == ("paragraph", "Мост никому не нужен, — сказал мэр.")


def test_wrapped_lines_are_joined_and_paragraphs_are_not():
    """Lines broken at a width are one block; without a blank line a short last line still ends it."""
    wrapped = "\n".join(
        (
            "The council of Vesland voted on Monday for a bridge that will",
            "cost nine million and take four years, after a dispute that",
            "had lasted longer.",
            "Its members had asked three builders for a price, and only one",
            "of them had answered in time.",
        )
    )
    found = kinds(wrapped)
    assert [words.split()[0] for _, words in found] == ["The", "Its"]
    assert len(kinds(f"{PROSE}\n{PROSE}\n{PROSE}")) == 3


def test_chinese_lines_of_one_width_are_joined():
    """Without small letters lines of equal length that do not end in stops are wrapped."""
    text = "\n".join(
        (
            "市议会星期一投票决定建造一座新桥梁以便连接河流两岸的",
            "居民区并且缓解长期以来困扰当地居民的交通拥堵问题整个",
            "工程将耗资九百万并需要四年。",
        )
    )
    assert len(kinds(text, "zh")) == 1


def test_front_matter_is_one_block():
    """Front matter is matter; the body behind it is read as usual."""
    text = f"---\ntitle: A bridge\n---\nA bridge\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["matter", "title", "paragraph"]


def test_a_part_of_a_text_has_only_its_own_blocks():
    """With a span the blocks are those of that part, at places of the whole."""
    text = f"First\n\n{PROSE}\fSecond\n\n{PROSE}"
    found = blocks(text, "en", span=Span(text.index("\f") + 1, len(text)))
    assert [text[block.span.start : block.span.end] for block in found] == ["Second", PROSE]


@pytest.mark.parametrize(
    "unit",
    [
        "Word\n",
        "Name Surname\n",
        "Why is it?\n",
        "- item\n",
        "— Да?\n",
        "Al: so\n",
        "---\n",
        "lower line\nmore\n",
        "Share\n\n",
        "18:05\n",
    ],
)
def test_the_work_grows_with_the_length(unit, monkeypatch):
    """Twice the lines are looked at twice as often, whatever stands in them."""
    counts = []
    look = passes.measure
    for size in (600, 1200):
        seen = []
        for room in (passes, module.heads):
            monkeypatch.setattr(
                room, "measure", lambda text, language, seen=seen: seen.append(0) or look(text, language)
            )
        blocks(unit * size, "en")
        counts.append(len(seen))
    assert counts[1] <= 2.1 * counts[0] + 100


def test_a_questioner_need_not_ask():
    """Who is called QUESTION asks, whatever the lines end with."""
    text = "Remarks to the press\n\n" + "QUESTION: On peace, Mr. Lee.\n\nLEE: We want it. Now.\n\n" * 2
    assert [kind for kind, _ in kinds(text)[1:]] == ["question", "answer"] * 2


def test_a_first_line_is_the_title_whatever_it_opens_with():
    """Words that announce another article elsewhere open a title at the top."""
    assert kind_of("Related: the bridge falls", f"Related: the bridge falls\n\n{PROSE}") == "title"


def test_a_place_and_an_agency_are_a_dateline():
    """A line of a place and a known agency is furniture."""
    assert kind_of("Kyiv • UNN", f"A bridge for Vest\nKyiv • UNN\n{PROSE}") == "dateline"


def test_a_first_line_of_two_sentences_without_a_stop_is_the_title():
    """A headline may hold a full stop; it ends without one, and prose follows. Too long, it is cut-off prose."""
    line = "No bridge this year, and no ferry. What the mayor said to us"
    assert kinds(f"{line}\n\n{PROSE}\n\n{PROSE}")[0] == ("title", line)
    assert kinds(f"{line}\n\nOne more line\n\n{PROSE}")[0][0] == "paragraph"
    assert kinds(f"{'The mayor spoke again and again. ' * 8}He said\n\n{PROSE}")[0][0] == "paragraph"


def test_a_bare_name_below_the_title_is_the_byline():
    """Two capital words that nothing else in the article holds are who wrote it; words of the text are a deck."""
    assert kind_of("Runa Solveig", f"A bridge for nobody at all\n\nRuna Solveig\n\n{PROSE}") == "byline"
    assert kind_of("Council Monday", f"A bridge for nobody at all\n\nCouncil Monday\n\n{PROSE}") == "deck"
    assert kind_of("Latest News", f"A bridge for nobody at all\n\nLatest News\n\n{PROSE}") == "deck"


def test_a_picture_of_a_wire_is_credited_after_a_full_stop():
    """(…, Pool Photo via AP) credits a picture; (AP) signs a report."""
    picture = "Ann Lee opens the bridge in Vest on Monday. (Bo Ray, Riverton, Harbour Pool Photo via AP)"
    report = "Ann Lee opened the bridge in Vest on Monday. (AP)"
    text = f"{PROSE}\n\n{picture}\n\n{report}\n\n{PROSE}"
    assert kind_of(picture, text) == "caption"
    assert kind_of(report.removesuffix(" (AP)"), text) == "paragraph"


def test_a_sentence_right_above_its_credit_is_a_caption():
    """Blank lines part a picture's line and its credit from the prose; two sentences are prose."""
    line = "Boats gather below the bridge."
    text = f"A bridge for nobody at all\n\n{{}}\nREUTERS/Ann Lee/Pool\n\n{PROSE}"
    assert kind_of(line, text.format(line)) == "caption"
    assert (
        kind_of(PROSE.replace("Monday", "Friday"), text.format(PROSE.replace("Monday", "Friday")))
        == "paragraph"
    )


@pytest.mark.parametrize(
    "line", ["This audio is created with AI assistance", "With reporting from Vest and Riverton."]
)
def test_notes_on_how_an_article_was_made_are_furniture(line):
    """Who reported from where, and what a machine reads aloud, is no sentence."""
    assert kind_of(line, f"A bridge for nobody at all\n\n{PROSE}\n\n{line}") == "furniture"
