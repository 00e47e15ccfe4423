"""What stands on the page, before any format."""

from dataclasses import replace

import pytest

from briefing.model import ArticleCount, Bracket, Coverage, SentenceCount
from briefing.renderers.look import colours
from briefing.renderers.paper import margin
from briefing.renderers.view import building as view
from briefing.renderers.view import lines, phrases
from tests.renderers import samples
from tests.renderers.samples import EN, item, person, source


@pytest.mark.parametrize(
    ("stated", "long", "plain", "short"),
    [
        ("2025-02-19", "Wednesday 19 February 2025", "19 February 2025", "19 Feb"),
        ("2024-12-30T08:15:00+02:00", "Monday 30 December 2024", "30 December 2024", "30 Dec 2024"),
        ("last week", "last week", "last week", "last week"),
    ],
)
def test_dates_are_written_out_and_what_is_no_date_stays(stated, long, plain, short):
    """A date is written out; what is no date stays as it is."""
    assert phrases.long_day(EN, stated) == long
    assert phrases.plain_day(EN, stated) == plain
    assert phrases.short_day(EN, stated, near="2025-02-19") == short


def test_no_date_is_no_phrase():
    """An undated source has no day."""
    assert phrases.short_day(EN, None, near="2025-02-19") is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("2025-02-18", "18 February 2025"),
        ("2025-02-18T14:05:00+00:00", "18 February 2025, 14:05 UTC"),
        ("2025-02-18T14:05:00", "18 February 2025, 14:05 local time"),
        ("soon", "soon"),
    ],
)
def test_moments_name_their_zone(stated, said):
    """A moment has its zone, a day has no hour."""
    assert phrases.moment(EN, stated) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((None,), "1 article, undated"),
        ((None, None), "2 articles, both undated"),
        ((None, None, None), "3 articles, all undated"),
        ((None, "2025-02-01"), "2 articles, 1 undated"),
        (("2025-02-01", "2025-02-01"), "2 articles"),
    ],
)
def test_the_masthead_says_what_is_known_of_the_sources_time(dates, said):
    """The masthead counts articles and how many of them bear no date."""
    brief = samples.brief(
        cutoff=None,
        sources=tuple(source(n, published=day) for n, day in enumerate(dates, 1)),
        coverage=Coverage(ArticleCount(len(dates), 0), SentenceCount(0, 0, 0, {})),
    )
    assert phrases.gathered(EN, brief) == said


def test_the_cutoff_comes_from_the_brief():
    """The newest known time stands in the masthead."""
    assert view.page(samples.brief()).gathered == "3 articles, 1 undated · latest 18 February 2025"


def test_reading_time_is_whole_minutes_and_never_none():
    """460 words take two minutes, an empty brief one."""
    assert (phrases.minutes(EN, 460), phrases.minutes(EN, 0)) == ("2 minutes", "1 minute")


def test_what_was_left_out_names_three_main_reasons_and_counts_the_rest():
    """Reasons stand by size; beyond three they are one number."""
    reasons = {"a": 1, "b": 5, "c": 0, "d": 3, "e": 2, "f": 1}
    assert phrases.left_out(EN, reasons) == "12 left out (5 b, 3 d, 2 e, 2 for other reasons)"
    assert phrases.left_out(EN, {}) == "0 left out"


def test_reasons_agree_with_their_number():
    """One sentence leans, two lean; a reason of somebody else's stays as it is."""
    assert phrases.left_out(EN, {"leans on the sentence before": 2, "states no position": 1, "own": 2}) == (
        "5 left out (2 lean on the sentence before, 2 own, 1 states no position)"
    )


def test_every_sentence_is_accounted_for():
    """The coverage line holds all that the brief counts."""
    assert view.page(samples.brief()).coverage == (
        "Read 3 articles, used 3 · 41 sentences: 6 printed, 1 told twice, 34 left out "
        "(20 no theme, 9 length, 3 question, 2 for other reasons)"
    )


def test_an_article_says_what_it_does_not_tell():
    """What an article does not tell of itself is named."""
    assert phrases.unknown(EN, source(1)) == "outlet, author and date unknown"
    assert phrases.unknown(EN, source(1, name="A", author="B", published="2025-01-01")) is None


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [*samples.SCRIPTS, ("نص", "und", "rtl"), ("123 ab", "und", None), ("12", "und", None)],
)
def test_direction_and_language_are_told_where_they_are_not_the_pages(text, language, way):
    """Right-to-left text inside an English page says so; the language is named."""
    assert lines.foreign(text, language, "en") == (language, way)


def test_text_in_the_pages_language_needs_no_mark():
    """English in an English page bears neither language nor direction."""
    assert lines.foreign("The strait", "en", "en") == (None, None)


def test_a_page_whose_language_runs_from_the_right_is_set_from_the_right():
    """The page runs as its own words do; English in it bears its language and its direction."""
    page = view.page(samples.arabic())
    assert (page.language, page.direction, page.rtl) == ("ar", "rtl", True)
    assert (page.titles_language, page.titles_direction) == (None, None)
    assert [(line.language, line.direction) for line in page.top_lines] == [(None, None), ("en", "ltr")]
    left = view.page(samples.brief())
    assert (left.direction, left.rtl) == (None, False)


def test_titles_in_another_language_than_the_page_say_so():
    """German words around English titles; Arabic titles on a German page run from the right."""
    page = view.page(samples.brief(language="de", titles_language="en"))
    assert (page.language, page.titles_language, page.titles_direction) == ("de", "en", None)
    page = view.page(replace(samples.arabic(), language="de", titles_language="ar"))
    assert (page.language, page.titles_language, page.titles_direction) == ("de", "ar", "rtl")


def test_a_language_that_nobody_wrote_words_for_is_spoken_to_in_english():
    """The page then says that it is English, and that the brief's own titles are not."""
    page = view.page(samples.brief(language="nl"))
    assert (page.language, page.titles_language) == ("en", "nl")
    assert page.number == "No. 7"


def test_a_bracket_is_a_piece_of_ours_and_no_part_of_the_words():
    """The words with the brackets taken out are the source's words."""
    line = view.page(samples.brief()).themes[0].lines[1]
    assert [(p.text, p.ours) for p in line.pieces] == [
        ("In March he", False),
        (" [Tamm]", True),
        (" offered 1,200 places in the northern harbour.", False),
    ]
    assert line.text == samples.HE.text
    assert line.marked == "In March he [Tamm] offered 1,200 places in the northern harbour."


def test_two_brackets_stand_in_order_and_hidden_characters_do_not_move_them():
    """Offsets count the article's characters, also those that nobody sees."""
    text = "He\u200b told  her."
    found = lines.pieces(item(text, brackets=(Bracket(13, "[B]"), Bracket(2, "A"))))
    assert "".join(p.text for p in found) == "He [A] told her [B]."


def test_the_speaker_of_a_bare_quotation_stands_before_it():
    """A quotation from end to end bears its speaker."""
    assert view.page(samples.brief()).themes[0].lines[0].speaker == "Ilves"


@pytest.mark.parametrize(
    "said",
    [
        samples.PILOTS,
        item("“We will,” Ilves said, “open the lock.”", speakers=(person("Ilves"),)),
        item("“We will open the lock.”"),
    ],
)
def test_a_quotation_that_names_its_speaker_or_has_none_stays_alone(said):
    """No name is put before words that bear it, or that nobody is known to have said."""
    assert lines.speaker(EN, said) is None


def test_a_quotation_keeps_the_marks_of_its_source():
    """The marks right around the quoted words come with them; none are added."""
    text = "He said “no ship passes” today."
    assert lines.quoted(text, 9, 23) == "“no ship passes”"
    assert lines.quoted(text, 0, 7) == "He said"
    assert lines.quoted("“No ship passes,” he said.", 1, 15) == "“No ship passes”"
    assert lines.quoted("“No ship passes, he said.", 1, 15) == "“No ship passes"


def test_who_speaks_through_a_source_is_said():
    """A figure's rail says who says so, through which source."""
    told = source(1, name="Harbour Post")
    assert (
        lines.through(EN, (person("Tamm"), person("he", via="Wire")), source=told)
        == "Tamm, Wire, through Harbour Post"
    )
    assert lines.through(EN, (), source=told) is None


def test_whoever_publishes_what_he_says_speaks_through_nobody():
    """A ministry's release is the ministry's: it is not named twice."""
    told = source(1, name="Harbour Office")
    assert lines.through(EN, (person("Harbour Office"),), source=told) is None


def test_a_sentence_that_is_printed_again_gets_another_anchor():
    """Anchors are unique on the page; the first print of a sentence keeps the plain one."""
    page = view.page(samples.full())
    anchors = [line.anchor for line in page.top_lines] + [x.anchor for t in page.themes for x in t.lines]
    assert page.top_lines[0].anchor == "s-000000000001-100-190"
    assert len(anchors) == len(set(anchors))


def test_a_source_leads_back_to_the_first_statement_printed_from_it():
    """The list of sources points to the first use; its own summary is no use."""
    page = view.page(samples.brief())
    assert [entry.back for entry in page.sources] == [
        page.top_lines[0].anchor,
        page.top_lines[1].anchor,
        page.themes[1].lines[0].anchor,
    ]
    alone = view.page(samples.brief(top_lines=(), sections=()))
    assert [(entry.n, entry.back) for entry in alone.sources] == [(1, None)]
    assert [entry.n for entry in alone.others] == [2, 3]


def test_uncited_sources_are_four_titles_and_a_count():
    """Of thirty uncited sources four are named, the others counted."""
    page = view.page(samples.many(60))
    assert (len(page.sources), len(page.others), page.uncited) == (30, 4, 26)


def test_only_links_of_the_web_are_links():
    """A link that is not http or https is none."""
    bad = samples.brief(sources=(source(1, url="javascript:alert(1)"), *samples.SOURCES[1:]))
    assert [entry.link for entry in view.page(bad).sources] == [None, None, None]
    assert view.page(samples.brief()).sources[0].site == "post.example"


def test_ten_skipped_are_named_and_the_rest_counted():
    """What was not read is named, ten at most."""
    page = view.page(samples.full())
    assert (len(page.skipped), page.unnamed, page.failed) == (10, 2, "12 not read")
    assert page.skipped[0] == ("in/0.bin", "this is no text")


def test_sides_hold_their_statements_and_the_others_run_before_them():
    """A theme with sides shows each statement once."""
    lock = view.page(samples.full()).themes[1]
    assert [line.text for line in lock.lines] == [samples.FERRY.text]
    assert [(s.title, s.lines[0].label) for s in lock.sides] == [("Open", "Estonia · Tamm"), ("Closed", None)]


def test_a_theme_without_contrast_has_no_sides():
    """Sides of nobody are not printed."""
    sections = (replace(samples.SECTIONS[0], sides=(("Open", ()), ("Shut", ("gone",)))),)
    assert view.page(samples.brief(sections=sections)).themes[0].sides == ()


def test_a_long_title_is_cut_in_the_running_head_alone():
    """The running head holds ninety characters, the page the whole title."""
    page = view.page(samples.brief(title="x" * 500))
    assert (len(page.title), page.short_title) == (500, "x" * 89 + "…")


def test_a_block_is_as_high_as_its_margin_where_that_is_taller():
    """A question of four lines beside one line of text asks for room; beside ten lines it does not."""
    short, long = view.page(samples.brief()).themes[0].lines[:1], view.page(samples.many(60)).top_lines * 4
    question = "Who would send ships or give guarantees, and where do they disagree with the others?"
    # One line of title at 12.4 points, four of the question at 10.6, and two points between them.
    assert margin.least("Harbours", question, short, sides=False) == 57
    assert margin.least("Harbours", question, long, sides=False) is None
    assert margin.least("Harbours", question, short, sides=True) is None


@pytest.mark.parametrize("accent", ["#8a1c1c", "#FFE000", "#abc", "#000000", "#ffffff"])
@pytest.mark.parametrize("ground", [colours.LIGHT, colours.DARK])
def test_every_accent_can_be_read_on_light_and_dark(accent, ground):
    """Small text in the accent has the contrast of WCAG 2.2 AA."""
    assert colours.contrast(colours.readable(accent, ground), ground) >= 4.5


def test_a_readable_accent_stays_and_anything_else_is_the_houses():
    """A colour that can be read is kept; what is no colour cannot reach the style sheet."""
    assert colours.readable("#0B5394", colours.LIGHT) == "#0b5394"
    assert colours.readable("red;}</style>", colours.LIGHT) == colours.HOUSE
    assert round(colours.contrast("#000000", "#ffffff"), 3) == 21.0
