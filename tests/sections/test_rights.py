"""At most so many words printed of any one outlet."""

import subprocess
from collections import Counter
from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from briefing.model import Edited, Length, Outlet, Pair, Since, SourceEntry, Told
from briefing.proof import prove
from briefing.renderers import RENDERERS
from briefing.renderers.archive import dump, load
from briefing.sections import draft
from briefing.summarizers import pick
from briefing.summarizers.joint import together
from briefing.text.tokens import count_words
from tests.making import THEMES
from tests.sections.editing import FRAME, counted, drafted, edition, every, pin, section, texts
from tests.sections.test_draft import reading

BEYOND = "beyond what may be printed of its source"
REJECTED, REFUSED, WARNED = (
    "Russia rejected the plan today.",
    "Moscow refused any talks now.",
    "Putin warned the West again.",
)  # five words each
OTHER = "Lavrov demanded new written guarantees."


def named(read, *outlets):
    """Give a reading's articles their outlets; None: unknown."""
    of = {
        one: replace(one, source=replace(one.source, outlet=outlet))
        for one, outlet in zip(read.articles, outlets, strict=True)
    }
    found = tuple(
        replace(one, sentence=replace(one.sentence, article=of[one.sentence.article]))
        for one in read.statements
    )
    return replace(read, articles=tuple(of.values()), statements=found)


def printed(brief):
    """Count the words printed of each outlet, each passage once."""
    names = {entry.n: (entry.name or f"{entry.digest}{entry.part}").casefold() for entry in brief.sources}
    words = Counter()
    for key, (source, text) in {item.id: (item.source, item.text) for item in brief.items()}.items():
        del key
        words[names[source]] += count_words(text)
    return words


def test_the_strongest_stay_and_others_refill():
    """Of one outlet the two strongest fit into ten words; the third place goes to the other one's."""
    read = named(reading((REJECTED, REFUSED, WARNED), (OTHER,), weights=[0.9, 0.8, 0.7, 0.1]), "A", "B")
    themes = tuple(replace(theme, max_sentences=3) for theme in THEMES)
    asked, frame = edition("russian"), replace(FRAME, themes=themes)
    assert section(drafted(read, asked, frame=frame).after(0), "russian") == [REJECTED, REFUSED, WARNED]
    bound = replace(asked, max_words_per_source=10)
    brief = drafted(read, bound, frame=frame).after(0)
    assert section(brief, "russian") == [REJECTED, REFUSED, OTHER]
    assert brief.coverage.sentences.left_out == {BEYOND: 1}
    assert [(one.id.split(":")[1], one.reason) for one in brief.gave_way] == [("62-90", BEYOND)]


def test_a_passage_printed_twice_counts_once():
    """A top line that stands in its section too reproduces no more than the section alone."""
    read = named(reading((REJECTED, REFUSED)), "A")
    brief = drafted(read, edition("russian", max_words_per_source=10)).after(0)
    assert texts(brief.top_lines) == [REJECTED]
    assert section(brief, "russian") == [REJECTED, REFUSED]


def test_articles_of_one_outlet_share_its_words():
    """Whatever its name's case, and by the desk's list under any of its names; unknown ones each have their own."""
    read = reading((REJECTED,), (REFUSED,))
    asked = edition("russian", max_words_per_source=5)
    desk = replace(FRAME, outlets=(Outlet("a", ("A", "Alpha")),))
    many = {
        (outlets, bool(frame.outlets)): len(
            section(drafted(named(read, *outlets), asked, frame=frame).after(0), "russian")
        )
        for outlets in (("A", "a"), ("A", "Alpha"), ("A", "B"), (None, None))
        for frame in (FRAME, desk)
    }
    assert many == {
        (("A", "a"), False): 1,
        (("A", "a"), True): 1,
        (("A", "Alpha"), False): 2,
        (("A", "Alpha"), True): 1,
        (("A", "B"), False): 2,
        (("A", "B"), True): 2,
        ((None, None), False): 2,
        ((None, None), True): 2,
    }


def test_what_is_left_goes_to_a_shorter_statement():
    """Where five words are left, the statement of seven makes room for the one of five."""
    long = "Putin warned the whole West once again."
    read = named(reading((REJECTED, long, REFUSED), weights=[0.9, 0.8, 0.1]), "A")
    brief = drafted(read, edition("russian", max_words_per_source=10)).after(0)
    assert section(brief, "russian") == [REJECTED, REFUSED]


def test_less_than_any_statement_prints_nothing():
    """No statement is cut: its source is read and not used."""
    brief = drafted(
        named(reading((REJECTED, REFUSED)), "A"), edition("russian", max_words_per_source=4)
    ).after(0)
    assert every(brief) == set()
    assert brief.coverage.sentences.left_out == {BEYOND: 2}


def test_rights_win_over_a_pin():
    """Pins come first, and one too many is not met and says why."""
    read = named(reading((REJECTED, REFUSED, "Snow fell on the town.")), "A")
    asked = edition("russian", max_words_per_source=10)
    pins = [pin(read, words, "russian") for words in ("Snow", REFUSED, REJECTED)]
    brief = drafted(read, asked, *pins[:2]).after(0)
    assert set(section(brief, "russian")) == {REFUSED, "Snow fell on the town."}
    brief = drafted(read, asked, *pins).after(0)
    assert sum(printed(brief).values()) <= 10
    assert [one for one in brief.edits if not one.met] == [Edited(pins[0], met=False, reason=BEYOND)]


def test_no_words_are_given_beside_what_is_printed():
    """Neither the neighbours nor an equal sentence's words; the equal one's source is named all the same."""
    read = named(reading((REJECTED, "Snow fell."), ("Russia rejected the plan today!",)), "A", "B")
    (free,) = drafted(read, edition("russian")).after(0).sections[0].items
    assert (free.after, [also.text for also in free.also]) == (
        "Snow fell.",
        ["Russia rejected the plan today!"],
    )
    brief = drafted(read, edition("russian", max_words_per_source=99)).after(0)
    (item,) = brief.sections[0].items
    assert (item.before, item.after) == (None, None)
    assert [(also.source, also.text, also.start, also.end) for also in item.also] == [(2, "", 0, 0)]
    assert prove(brief, read.articles) == ()


def test_an_equal_sentence_of_another_outlet_takes_the_place():
    """What an outlet has no words left for is printed of another, which says the same, and is told twice."""
    read = named(
        reading((REJECTED, REFUSED), ("Moscow refused any talks now!",), weights=[0.9, 0.8, 0.1]), "A", "B"
    )
    brief = drafted(read, edition("russian", max_words_per_source=5)).after(0)
    assert set(section(brief, "russian")) == {REJECTED, "Moscow refused any talks now!"}
    assert brief.coverage.sentences.told_twice == 1


def test_pairs_and_changes_keep_the_bound():
    """Both ends of a pair, and both what was said then and now, count for their outlets."""
    read = named(reading(("Russia wants 20 jets now.",), ("Russia wants 30 jets now.",)), "A", "A")
    read = replace(read, pairs=(Pair("differs", 0, 1, "jets", "number", sure=False),))
    then = Told("abc:0-22", "Russia wanted 10 jets.", 1, 0, 22, "en", ("russian",))
    entry = SourceEntry(
        1, "a", None, None, None, None, None, None, "old.txt", 0, "e" * 64, "f" * 64, None, "en", 1, 1
    )
    frame = replace(FRAME, since=Since(changed=((then, entry, 0),)))
    found = {}
    for bound in (5, 9, 14):
        brief = drafted(read, edition("russian", max_words_per_source=bound), frame=frame).after(0)
        found[bound] = (len(brief.changes.changed), len(brief.differences))
        assert printed(brief)["a"] <= bound
    assert found == {5: (0, 0), 9: (1, 0), 14: (1, 1)}


OUTLETS = ("A", "B", "a", None)
WORDS = (
    "Russia rejected",
    "Moscow refused",
    "Macron proposed",
    "Hegseth ruled out",
    "Kyiv demanded",
    "Snow fell on",
)
THINGS = (
    "the plan",
    "any troops",
    "a force of peacekeepers",
    "the whole town by night",
    "talks",
    "30,000 men",
)


@st.composite
def readings(draw):
    """Give a few articles of a few outlets, and pairs among their statements."""
    said = st.builds("{} {} again.".format, st.sampled_from(WORDS), st.sampled_from(THINGS))
    made = draw(st.lists(st.lists(said, min_size=1, max_size=5), min_size=1, max_size=14))
    read = reading(*((*said, f"Rain fell on hill {at}.") for at, said in enumerate(made)))
    count = len(read.statements)
    ends = st.integers(0, count - 1)
    pairs = draw(
        st.lists(st.tuples(ends, ends, st.sampled_from(("differs", "same")), st.booleans()), max_size=4)
    )
    read = replace(
        read,
        pairs=tuple(
            Pair(kind, a, b, "x", "number" if kind == "differs" else None, sure=sure and kind == "same")
            for a, b, kind, sure in pairs
            if a != b
        ),
    )
    return named(read, *draw(st.lists(st.sampled_from(OUTLETS), min_size=len(made), max_size=len(made))))


@settings(max_examples=80, deadline=None)
@given(readings(), st.integers(1, 40), st.booleans(), st.integers(0, 40))
def test_no_outlet_exceeds_its_bound(read, bound, themed, gone):
    """Whatever is read, in every edition at every length; and every sentence is proven and counted."""
    asked = edition(max_words_per_source=bound)
    asked = asked if themed else replace(asked, themes=())
    since = Since(new=tuple(range(0, len(read.statements), 2)))
    full = draft(read, asked, replace(FRAME, since=since), pick, together)
    brief = full.after(min(gone, len(full.giving_way)))
    assert all(words <= bound for words in printed(brief).values())
    assert counted(brief)
    assert prove(brief, read.articles) == ()
    assert load(dump(brief)) == brief


@pytest.mark.parametrize("name", ["text", "markdown", "html", "email"])
def test_no_format_prints_more(name):
    """Of eight statements of six words two are in a file whose bound is twelve words an outlet."""
    said = tuple(f"Russia rejected the red plan {at}." for at in range(8))
    read = named(reading(said, (OTHER,)), "A", "B")
    brief = drafted(read, edition("russian", max_words_per_source=12)).after(0)
    data = RENDERERS[name](brief).data.decode()
    if name == "email":
        from email import message_from_bytes, policy

        data = message_from_bytes(data.encode(), policy=policy.default).get_body(("plain",)).get_content()
    assert sum(text in data for text in said) == 2


def test_a_pdf_carries_no_more(tmp_path):
    """The brief that travels in it lacks what the articles told besides; without a bound it is all there."""
    read = named(reading((REJECTED, REFUSED)), "A")
    for bound, kept in ((None, 2), (5, 0)):
        brief = drafted(read, edition("russian", max_words_per_source=bound)).after(0)
        assert (len(brief.told), brief.max_words_per_source) == (2, bound)
        (tmp_path / "brief.pdf").write_bytes(RENDERERS["pdf"](brief).data)
        detach = ["pdfdetach", "-save", "1", "-o", str(tmp_path / "brief.json"), str(tmp_path / "brief.pdf")]
        subprocess.run(detach, check=True, capture_output=True)
        assert len(load((tmp_path / "brief.json").read_bytes()).told) == kept


def test_many_outlets_that_overflow_one_after_the_other():
    """Each turn hands the room to the next outlet; in the end all keep their bound."""
    said = [
        f"Russia rejected the {thing} plan again."
        for thing in "abc def ghi jkl mno pqr stu vwx yza bcd".split()
    ]
    pairs = [(said[at], said[(at + 1) % 10].replace("Russia", "Moscow")) for at in range(10)]
    read = named(reading(*pairs, weights=[1 - at / 20 for at in range(20)]), *"ABCDEFGHIJ")
    asked = edition("russian", max_words_per_source=6, length=Length(sentences=3))
    full = drafted(read, asked)
    brief = full.after(0)
    assert len(section(brief, "russian")) == 3
    assert all(words <= 6 for words in printed(brief).values())
