"""The proof: what is true passes, and whatever is changed is found and named for what it is."""

import hashlib
import io
import json
import random
import warnings
import zipfile
from dataclasses import replace

import pytest

from briefing import proof
from briefing.cli import main
from briefing.errors import ArchiveError
from briefing.model import (
    Also,
    Article,
    ArticleCount,
    Bracket,
    Brief,
    Changes,
    Coverage,
    Dated,
    Difference,
    Figure,
    Item,
    Look,
    Quote,
    Recipe,
    Section,
    SentenceCount,
    Source,
    SourceEntry,
    Span,
    Speaker,
)
from briefing.proof import bundle
from briefing.renderers import archive

TEXTS = {
    "a.txt": "Moscow warns\n\nRussia will treat 4,500 soldiers as targets, Lavrov said on 18 February. “A flag changes "
    "nothing for us,” he told reporters.\nThe talks lasted four hours. Nobody else was in the room.\n\nShare this post",
    "b.txt": "Kyjiw fordert Garantien. «Ніхто не підпише за нас», — сказав Зеленський. Er will 20 Batterien.\n"
    "Die Gespräche dauerten am 17. Februar lange.\n\nÄhnliche Beiträge",
    "sub/c.md": "London is ready to send troops. Warsaw offers roads, but no soldiers. Paris asked all allies for "
    "3 brigades by May 2025.\nBerlin called it premature.\n\nThe author is a reporter",
}  # fmt: skip
SENTENCES = {
    "a.txt": (
        "Russia will treat 4,500 soldiers as targets, Lavrov said on 18 February.",
        "“A flag changes nothing for us,” he told reporters.",
        "The talks lasted four hours.",
        "Nobody else was in the room.",
    ),
    "b.txt": (
        "Kyjiw fordert Garantien.",
        "«Ніхто не підпише за нас», — сказав Зеленський.",
        "Er will 20 Batterien.",
        "Die Gespräche dauerten am 17. Februar lange.",
    ),
    "sub/c.md": (
        "London is ready to send troops.",
        "Warsaw offers roads, but no soldiers.",
        "Paris asked all allies for 3 brigades by May 2025.",
        "Berlin called it premature.",
    ),
}
NAMES = tuple(TEXTS)


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def article(name, text=None, *, location=None, part=0):
    """Make the article that a reader would make of a file."""
    text = TEXTS[name] if text is None else text
    place = location or name
    return Article(sha(text)[:12], text, Source(place, place, sha("file:" + text), part), (), "en")


def item(n, index):
    name = NAMES[n - 1]
    text, sentences = TEXTS[name], SENTENCES[name]
    start = text.index(sentences[index])
    end = start + len(sentences[index])
    before = sentences[index - 1] if index else None
    after = sentences[index + 1] if index < 3 else None
    return Item(
        f"{sha(text)[:12]}:{start}-{end}", text[start:end], n, start, end, before, after, "en", "sentence"
    )


def place(n, words):
    start = TEXTS[NAMES[n - 1]].index(words)
    return Span(start, start + len(words))


def equal(n, index):
    other = item(n, index)
    return Also(n, other.start, other.end, other.text)


def brief():
    """Make a brief that fills every block and cites each source in several of them."""
    entries = tuple(
        SourceEntry(
            n=n, name=None, kind=None, title=None, author=None, published=None, retrieved=None, url=None,
            location=name, part=0, digest=sha("file:" + TEXTS[name]), text_digest=sha(TEXTS[name]), origin=None,
            language="en", sentences=4, used=4, summary=(item(n, 3),),
        )
        for n, name in enumerate(NAMES, 1)
    )  # fmt: skip
    speakers = (
        Speaker("Lavrov", "russia", "named", cue="said", via="reporters"),
        Speaker("The Ministry", None, "issuer"),
    )
    told = replace(
        item(1, 0),
        speakers=speakers,
        also=(equal(2, 0), equal(3, 1)),
        brackets=(Bracket(0, "[they]"), Bracket(72, "[x]")),
    )
    return Brief(
        schema=1, title="T", audience="default", edition=None, issue=1, date="2025-02-20", cutoff=None, made="",
        language="en", marking=None, words=1, previous=None, build="0123abcd", top_lines=(told, item(3, 0)),
        changes=Changes(new=(item(1, 2),), changed=((item(2, 0), item(2, 1)),)),
        sections=(Section("x", "X", None, (told, item(2, 2), item(3, 2))), Section("y", "Y", None, ())),
        quotes=(Quote(item(1, 1), place(1, "A flag changes nothing for us,")),
                Quote(item(2, 1), place(2, "Ніхто не підпише за нас"))),
        differences=(Difference("m", "side", item(3, 0), item(3, 1)),),
        timeline=(Dated(item(1, 0), place(1, "18 February"), None), Dated(item(3, 2), place(3, "May 2025"), "2025-05")),
        figures=(Figure(item(1, 0), place(1, "4,500"), None), Figure(item(2, 2), place(2, "20"), "Batterien")),
        notes={}, sources=entries, skipped=(), gave_way=(), edits=(),
        coverage=Coverage(ArticleCount(3, 3), SentenceCount(12, 12, 0, {})), look=Look(),
        recipe=Recipe({}, None, "house"),
    )  # fmt: skip


BRIEF = brief()
ARTICLES = tuple(map(article, NAMES))


def found(changed_brief=BRIEF, articles=ARTICLES):
    """Give what fails as {(kind, number of the source)}."""
    return {(failure.kind, failure.source) for failure in proof.prove(changed_brief, articles)}


def test_a_true_brief():
    """A brief whose every sentence stands where it says is proven, in any order of the articles."""
    assert proof.prove(BRIEF, ARTICLES) == ()
    assert proof.prove(BRIEF, ARTICLES[::-1]) == ()


def test_other_articles_do_not_matter():
    """Articles that the brief does not name neither help nor harm."""
    assert found(articles=(*ARTICLES, article("a.txt", "Something else.", location="d.txt"))) == set()


# --- random mutations ----------------------------------------------------------------------------------
# Each takes the brief's JSON, the texts by location and a source of chance, changes one thing in place, and returns
# what must be found, and nothing else may be. The sample has no sentence twice, so each fault has one right name.


def slots(values):
    """Give every item of a brief's JSON, wherever it is printed."""
    changes = values["changes"]
    pairs = [item for pair in changes["changed"] for item in (pair["then"], pair["now"])]
    sections = [item for section in values["sections"] for item in section["items"]]
    differences = [one[side] for one in values["differences"] for side in "ab"]
    summaries = [item for entry in values["sources"] for item in entry["summary"]]
    blocks = (
        values["top_lines"],
        changes["new"],
        pairs,
        sections,
        values["quotes"],
        differences,
        values["timeline"],
    )
    return [item for block in (*blocks, values["figures"], summaries) for item in block]


def another_letter(text, chance, among=str.isalpha):
    at = chance.choice([i for i, char in enumerate(text) if among(char)])
    letters = "0123456789" if text[at].isdigit() else "xqzжß"
    return text[:at] + chance.choice([letter for letter in letters if letter != text[at]]) + text[at + 1 :]


def one_letter(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["text"] = another_letter(print_["text"], chance)
    return {("in no source", print_["source"])}


def one_digit(values, _texts, chance):
    print_ = chance.choice([one for one in slots(values) if any(map(str.isdigit, one["text"]))])
    print_["text"] = another_letter(print_["text"], chance, str.isdigit)
    return {("in no source", print_["source"])}


def cut_short(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["text"] = print_["text"][: chance.randrange(1, len(print_["text"]))]
    return {("wrong place", print_["source"])}


def no_words(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["text"] = chance.choice(["", " ", "\u200b\n"])
    return {("in no source", print_["source"])}


def moved(values, _texts, chance):
    print_, which = chance.choice(slots(values)), chance.choice(["start", "end", "both"])
    step = chance.choice([-1000, -7, -1, 1, 2, 30, 1000, 10**30])
    for key in ("start", "end") if which == "both" else (which,):
        print_[key] += step
    return {("wrong place", print_["source"])}


def moved_with_its_id(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["start"] += 1
    print_["end"] += 1
    print_["id"] = f"{print_['id'].split(':')[0]}:{print_['start']}-{print_['end']}"
    return {("wrong place", print_["source"])}


def from_the_end(values, texts, chance):
    print_ = chance.choice(slots(values))
    length = len(texts[NAMES[print_["source"] - 1]])
    print_["start"], print_["end"] = print_["start"] - length, print_["end"] - length
    return {("wrong place", print_["source"])}


def another_source(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["source"] = chance.choice([n for n in (1, 2, 3) if n != print_["source"]])
    return {("other source", print_["source"])}


def another_id(values, _texts, chance):
    print_ = chance.choice(slots(values))
    print_["id"] = another_letter(print_["id"], chance, str.isdigit)
    return {("wrong place", print_["source"])}


def foreign_id(values, _texts, chance):
    print_ = chance.choice(slots(values))
    other = chance.choice([entry for entry in values["sources"] if entry["n"] != print_["source"]])
    print_["id"] = f"{other['text_digest'][:12]}:{print_['start']}-{print_['end']}"
    return {("other source", print_["source"])}


def texts_exchanged(values, _texts, chance):
    one, other = chance.sample(slots(values), 2)
    while one["text"] == other["text"]:
        one, other = chance.sample(slots(values), 2)
    one["text"], other["text"] = other["text"], one["text"]
    kind = "wrong place" if one["source"] == other["source"] else "other source"
    return {(kind, one["source"]), (kind, other["source"])}


def false_neighbour(values, _texts, chance):
    print_ = chance.choice([one for one in slots(values) if one["before"] and one["after"]])
    side = chance.choice(["before", "after"])
    how = chance.choice(["letter", "order", "foreign"])
    if how == "letter":
        print_[side] = another_letter(print_[side], chance)
        return {("in no source", print_["source"])}
    if how == "order":
        print_[side] = print_["after" if side == "before" else "before"]
        return {("wrong place", print_["source"])}
    print_[side] = SENTENCES[NAMES[print_["source"] % 3]][0]
    return {("other source", print_["source"])}


def false_equal(values, _texts, chance):
    also = chance.choice([also for one in slots(values) for also in one["also"]])
    how = chance.choice(["letter", "place", "source"])
    if how == "letter":
        also["text"] = another_letter(also["text"], chance)
        return {("in no source", also["source"])}
    if how == "place":
        also["start"] += chance.choice([-1, 1, 5])
        return {("wrong place", also["source"])}
    also["source"] = 5 - also["source"]  # the sample's are in 2 and 3
    return {("other source", also["source"])}


def false_speaker(values, _texts, chance):
    print_ = chance.choice([one for one in slots(values) if one["speakers"]])
    key = chance.choice(["name", "via"])
    false, kind = chance.choice(
        [("Putin", "in no source"), (" ", "in no source"), ("London", "other source")]
    )
    print_["speakers"][0][key] = false
    return {(kind, print_["source"])}


def false_quotation(values, _texts, chance):
    quote = chance.choice(values["quotes"])
    start, end = quote["quote"]
    quote["quote"] = chance.choice(
        [[start + 1, end], [start - 1, end], [start, end - 3], [start + 4, end - 4], [start, end + 4], [end, start],
         [start, start], [start - 500, end], [start, end + 500]]
    )  # fmt: skip
    return {("wrong place", quote["source"])}


def false_date_or_figure(values, _texts, chance):
    key = chance.choice(["stated", "figure"])
    print_ = chance.choice(values["timeline" if key == "stated" else "figures"])
    start, end = print_[key]
    print_[key] = chance.choice(
        [[start + 500, end + 500], [-1, end], [end, start], [start + 1, start + 1], [0, 10**9]]
    )
    return {("wrong place", print_["source"])}


def false_bracket(values, _texts, chance):
    print_ = chance.choice([one for one in slots(values) if one["brackets"]])
    chance.choice(print_["brackets"])["at"] = chance.choice([-1, len(print_["text"]) + 1, 10**9])
    return {("wrong place", print_["source"])}


def file_gone(_values, texts, chance):
    name = chance.choice(NAMES)
    del texts[name]
    return {("missing source", NAMES.index(name) + 1)}


def all_files_gone(_values, texts, _chance):
    texts.clear()
    return {("missing source", n) for n in (1, 2, 3)}


def files_exchanged(_values, texts, chance):
    one, other = chance.sample(NAMES, 2)
    texts[one], texts[other] = texts[other], texts[one]
    numbers = [NAMES.index(name) + 1 for name in (one, other)]
    return {(kind, n) for n in numbers for kind in ("changed source", "other source")}


def file_replaced(_values, texts, chance):
    name = chance.choice(NAMES)
    texts[name] = "Quite another story. It has nothing of the first."
    n = NAMES.index(name) + 1
    return {("changed source", n), ("in no source", n)}


def edited_elsewhere(_values, texts, chance):
    name = chance.choice(NAMES)
    texts[name] += chance.choice(["!", " More.", "\n", "\x00"])
    return {("changed source", NAMES.index(name) + 1)}


def edited_before(_values, texts, chance):
    name = chance.choice(NAMES)
    texts[name] = chance.choice([" ", "New: ", "\n\n", "Відео. "]) + texts[name]
    n = NAMES.index(name) + 1
    return {("changed source", n), ("wrong place", n)}


def edited_sentence(_values, texts, chance):
    name = chance.choice(NAMES)
    old = SENTENCES[name][3]  # printed in the sources in brief
    texts[name] = texts[name].replace(old, another_letter(old, chance))
    n = NAMES.index(name) + 1
    return {("changed source", n), ("in no source", n)}


def another_digest(values, _texts, chance):
    entry = chance.choice(values["sources"])
    key = chance.choice(["digest", "text_digest"])
    entry[key] = another_letter(entry[key], chance, str.isdigit)
    return {("changed source", entry["n"])}


MUTATIONS = [
    one_letter, one_digit, cut_short, no_words, moved, moved_with_its_id, from_the_end, another_source, another_id,
    foreign_id, texts_exchanged, false_neighbour, false_equal, false_speaker, false_quotation, false_date_or_figure,
    false_bracket,
    file_gone, all_files_gone, files_exchanged, file_replaced, edited_elsewhere, edited_before, edited_sentence,
    another_digest,
]  # fmt: skip


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_any_change_is_found_and_named(mutate):
    """Whatever is changed in a brief or in its sources is found, and called what it is, and nothing else is."""
    for seed in range(25):
        chance, texts = random.Random(seed), dict(TEXTS)
        values = json.loads(archive.dump(BRIEF))
        expected = mutate(values, texts, chance)
        changed = archive.load(json.dumps(values).encode())
        articles = [article(name, text) for name, text in texts.items()]
        assert found(changed, articles) == expected, f"seed {seed}"


# --- single cases --------------------------------------------------------------------------------------


def told(articles, changed=BRIEF):
    return [failure.message for failure in proof.prove(changed, articles)]


def test_messages_say_where_it_stands():
    """A sentence that stands elsewhere is told with its place, its source, or that it has none."""
    false = replace(BRIEF.top_lines[1], start=5, end=36, before=None, after=None)
    other = replace(item(2, 0), source=3, before=None, after=None, id=item(3, 0).id)
    none = replace(item(3, 0), text="Nobody wrote this. " * 10)
    message, *_ = told(ARTICLES, replace(BRIEF, top_lines=(false,)))
    assert message == "the sentence stands at 0-31: “London is ready to send troops.”"
    message, *_ = told(ARTICLES, replace(BRIEF, top_lines=(other,)))
    assert message == "the sentence stands in source 2: “Kyjiw fordert Garantien.”"
    message, *_ = told(ARTICLES, replace(BRIEF, top_lines=(none,)))
    assert message.startswith("the sentence stands in no source: “Nobody wrote this. Nobody")
    assert message.endswith("…”")
    assert len(message) < 130


def test_a_sentence_of_an_article_that_is_no_source():
    """A sentence that only an uncited article has is in no source, and the message names the article."""
    false = replace(item(1, 0), text="Something else.")
    rest = article("a.txt", "Something else.", location="d.txt")
    failures = proof.prove(replace(BRIEF, top_lines=(false,)), (*ARTICLES, rest))
    assert [(one.kind, one.source) for one in failures] == [("in no source", 1)]
    assert "stands in d.txt only, which is no source of this brief" in failures[0].message


def test_a_failure_in_a_line():
    """A failure reads as one line: what it is, which source, which item, and what was found."""
    false = replace(item(1, 0), text="Never said.", id="0:0-1")
    failures = list(map(str, proof.prove(replace(BRIEF, top_lines=(false,)), ARTICLES[:1])))
    assert failures[0] == "missing source: source 2: b.txt was not found"
    assert failures[2] == "in no source: source 1, 0:0-1: the sentence stands in no source: “Never said.”"


def test_other_white_space():
    """A sentence that differs in white space alone is no slice any more, but it is known where it stands."""
    false = replace(item(1, 0), text=item(1, 0).text.replace("Lavrov said", "Lavrov\n said"))
    failures = proof.prove(replace(BRIEF, top_lines=(false,)), ARTICLES)
    assert [(one.kind, one.source) for one in failures] == [("wrong place", 1)]
    assert "stands elsewhere, with other white space" in failures[0].message


def test_what_is_printed_twice_is_told_once():
    """A sentence that fails in two blocks is one failure."""
    false = replace(item(1, 0), text="Never said.")
    assert len(proof.prove(replace(BRIEF, top_lines=(false, false)), ARTICLES)) == 1


def test_a_source_that_is_not_in_the_list():
    """An item of a source that the brief does not list is in another source if it stands there."""
    false = replace(item(1, 0), source=9)
    assert ("other source", 9) in found(replace(BRIEF, top_lines=(false,)))


def test_only_the_file_changed():
    """A file with other bytes and the same text is a changed source whose sentences all stand."""
    other = replace(ARTICLES[0], source=replace(ARTICLES[0].source, digest="0"))
    failures = proof.prove(BRIEF, (other, *ARTICLES[1:]))
    assert [(one.kind, one.source, one.item) for one in failures] == [("changed source", 1, None)]
    assert failures[0].message == "a.txt is another file now, with the same text"


@pytest.mark.parametrize("folder", ["/abs/elsewhere/", "./", "x/../", "other\\"])
def test_moved_files(folder):
    """Articles in another folder, or named by another path, are known by their text."""
    moved_ = [article(name, location=folder + name) for name in NAMES]
    assert found(articles=moved_) == set()


def test_moved_and_changed_file():
    """A moved file with another text is the source of the same file name, if it is the only one."""
    changed = article("a.txt", TEXTS["a.txt"] + "!", location="elsewhere/a.txt")
    assert found(articles=(changed, *ARTICLES[1:])) == {("changed source", 1)}
    again = article("a.txt", TEXTS["a.txt"] + "?", location="third/a.txt")
    assert found(articles=(changed, again, *ARTICLES[1:])) == {("missing source", 1)}


def test_a_copy_at_another_sources_place_is_no_move():
    """A source that is gone is missing, though another source's file holds its text now."""
    copy = article("a.txt", location="b.txt")
    assert ("missing source", 1) in found(articles=(copy, ARTICLES[2]))
    assert ("changed source", 2) in found(articles=(copy, ARTICLES[2]))


@pytest.mark.parametrize("name", ["all.txt", "all.md", "all.html"])
def test_a_brief_of_a_file_with_several_articles_is_proven(tmp_path, monkeypatch, capsys, name):
    """Articles of one file are proven against it and against the evidence, whether they share its text or not."""
    monkeypatch.chdir(tmp_path)
    prose = (
        "The river rose by two metres on Monday, the mayor said.",
        "Schools stay shut, the board said on Friday.",
    )
    told = [f"{one} " + "The water stood high in the valley for days and weeks on end. " * 6 for one in prose]
    text = {
        "all.txt": "\n\f".join(told),
        "all.md": "\n\n".join(f"---\ntitle: {n}\n---\n{one}" for n, one in enumerate(told)),
        "all.html": "<body>"
        + "".join(f"<article><h2>{n}</h2><p>{one}</p></article>" for n, one in enumerate(told)),
    }[name]
    (tmp_path / name).write_text(text)
    words = ("build", name, "--out", "out", "--date", "2025-02-19", "--format", "json", "--evidence")
    assert main(words) == 0
    edition = tmp_path / "out" / "2025-02-19" / "default"
    assert {entry["part"] for entry in json.loads((edition / "brief.json").read_text())["sources"]} == {0, 1}
    assert main(("verify", f"{edition}/brief.json")) == 0, capsys.readouterr().err
    assert main(("verify", f"{edition}/brief.json", f"{edition}/brief.evidence.zip")) == 0, (
        capsys.readouterr().err
    )


def test_parts_of_one_file():
    """Of several articles in a file each source is the one of its text, though others came before it."""
    entries = [replace(entry, location="all.txt", part=n) for n, entry in enumerate(BRIEF.sources)]
    many = replace(BRIEF, sources=tuple(entries))
    parts = [article(name, location="all.txt", part=n) for n, name in enumerate(NAMES)]
    assert found(many, parts) == set()
    shifted = [replace(one, source=replace(one.source, part=one.source.part + 1)) for one in parts]
    assert found(many, shifted) == set()
    assert found(many, parts[:2]) == {("missing source", 3)}
    edited = article("b.txt", TEXTS["b.txt"] + "!", location="all.txt", part=1)
    assert found(many, [parts[0], edited, parts[2]]) == {("changed source", 2)}


def test_quotation_of_several_sentences():
    """A quotation may begin or end at the sentence's own ends, where its marks stand in another sentence."""
    text = "“We ask. We insist. We wait,” he said."
    start, end = text.index("We insist."), text.index(" We wait")
    one = article("a.txt", text)
    middle = Item(f"{one.id}:{start}-{end}", text[start:end], 1, start, end, None, None, "en", "sentence")
    entry = replace(BRIEF.sources[0], digest=one.source.digest, text_digest=sha(text), summary=())
    empty = replace(
        BRIEF,
        top_lines=(),
        changes=None,
        sections=(),
        differences=(),
        timeline=(),
        figures=(),
        sources=(entry,),
    )
    assert found(replace(empty, quotes=(Quote(middle, Span(start, end)),)), [one]) == set()
    assert found(replace(empty, quotes=(Quote(middle, Span(start, end - 1)),)), [one]) == {("wrong place", 1)}


def test_a_speakers_role_is_words_of_the_source():
    """A role that the source has passes; one that only another source has, or none, is found."""
    quote = BRIEF.quotes[0]
    told = {
        role: found(replace(BRIEF, quotes=(replace(quote, role=role),)))
        for role in ("Lavrov", "London", "Tsar")
    }
    assert told == {"Lavrov": set(), "London": {("other source", 1)}, "Tsar": {("in no source", 1)}}


def test_figures_and_dates_are_not_cut():
    """A figure does not begin or end between two digits, nor a date inside a word."""
    cut = Figure(item(1, 0), place(1, "4,50"), None)
    assert found(replace(BRIEF, figures=(cut,))) == {("wrong place", 1)}
    cut_word = Dated(item(1, 0), place(1, "18 Febru"), None)
    assert found(replace(BRIEF, timeline=(cut_word,))) == {("wrong place", 1)}


# --- the evidence file ---------------------------------------------------------------------------------


def test_evidence():
    """The evidence file carries the text of every source as read, and proves the brief without the files."""
    data = proof.evidence(BRIEF, (*ARTICLES, article("a.txt", "Something else.", location="d.txt")))
    texts = proof.load_evidence(data)
    assert [one.text for one in texts] == list(TEXTS.values())
    assert [one.id for one in texts] == [one.id for one in ARTICLES]
    assert proof.prove(BRIEF, texts) == ()


def test_evidence_is_the_same_bytes():
    """Equal input gives equal bytes, whatever the order of the articles."""
    assert proof.evidence(BRIEF, ARTICLES) == proof.evidence(BRIEF, ARTICLES[::-1])
    with zipfile.ZipFile(io.BytesIO(proof.evidence(BRIEF, ARTICLES))) as opened:
        assert [entry.filename for entry in opened.infolist()] == ["manifest.json", "1.txt", "2.txt", "3.txt"]
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.read("2.txt").decode() == TEXTS["b.txt"]


def packed(files, method=zipfile.ZIP_DEFLATED):
    """Make a zip file of names and contents."""
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w", method) as out:
        warnings.simplefilter("ignore")  # of a name that stands twice
        for name, content in files:
            out.writestr(name, content)
    return data.getvalue()


def contents():
    with zipfile.ZipFile(io.BytesIO(proof.evidence(BRIEF, ARTICLES))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_edited_evidence():
    """A text that was edited in the evidence file is a changed source, whatever its manifest claims."""
    files = contents()
    files["1.txt"] = files["1.txt"].replace(b"4,500", b"9,500")
    texts = proof.load_evidence(packed(files.items()))
    assert found(articles=texts) == {("changed source", 1), ("in no source", 1)}


def test_evidence_without_a_text():
    """An evidence file that lacks a source leaves it missing."""
    assert found(articles=proof.load_evidence(proof.evidence(BRIEF, ARTICLES[1:]))) == {("missing source", 1)}


def manifest(**fields):
    entry = {"text": "1.txt", "location": "a.txt", "part": 0, "digest": "d"}
    return json.dumps({"texts": [entry | fields]}).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a zip file"),
        (b"PK\x03\x04 not really", "not a zip file"),
        (packed([]), "it has no manifest.json"),
        (packed([("1.txt", "x")]), "it has no manifest.json"),
        (packed([("manifest.json", "{")]), "Expecting"),
        (packed([("manifest.json", "[" * 100_000)]), "nested too deeply"),
        (packed([("manifest.json", "[]")]), "manifest.json is not as we write it"),
        (packed([("manifest.json", '{"texts": [3]}')]), "manifest.json is not as we write it"),
        (
            packed([("manifest.json", manifest(part="0")), ("1.txt", "x")]),
            "manifest.json is not as we write it",
        ),
        (packed([("manifest.json", manifest())]), "'1.txt', which is none of its texts"),
        (
            packed([("manifest.json", manifest(text="../x")), ("../x", "x")]),
            "'../x', which is none of its texts",
        ),
        (
            packed([("manifest.json", manifest(text="/etc/passwd"))]),
            "'/etc/passwd', which is none of its texts",
        ),
        (packed([("manifest.json", manifest()), ("1.txt", b"\xff")]), "invalid start byte"),
        (
            packed([("manifest.json", manifest()), ("1.txt", "x"), ("1.txt", "y")]),
            "a name stands in it twice",
        ),
        (packed([("manifest.json", manifest())], zipfile.ZIP_LZMA), "packed in a way that we never use"),
        (
            packed([("manifest.json", manifest()), ("1.txt", "xxx")], zipfile.ZIP_STORED).replace(
                b"xxx", b"xyx"
            ),
            "CRC",
        ),
    ],
)
def test_files_that_are_no_evidence(data, words):
    """What is no evidence file is refused with what is wrong and what to do, and nothing is written anywhere."""
    with pytest.raises(
        ArchiveError, match=r"not an evidence file that can be used: .+ \(make it again with .+\)"
    ) as caught:
        proof.load_evidence(data)
    assert words in str(caught.value)


def test_damaged_evidence():
    """An evidence file in which any byte was changed is refused or proves what it can, but never crashes."""
    whole = proof.evidence(BRIEF, ARTICLES)
    for seed in range(300):
        chance = random.Random(seed)
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        try:
            texts = proof.load_evidence(
                bytes(damaged[: chance.choice([len(whole), chance.randrange(len(whole))])])
            )
        except ArchiveError:
            continue
        assert isinstance(proof.prove(BRIEF, texts), tuple)


def test_zip_bomb(monkeypatch):
    """A file that unpacks to more than any evidence is refused before it fills the memory."""
    monkeypatch.setattr(bundle, "LARGEST", 10_000)
    bomb = packed([("manifest.json", manifest()), ("1.txt", b"0" * 1_000_000)])
    assert len(bomb) < 5000
    with pytest.raises(ArchiveError, match="it unpacks to more than 10,000 bytes"):
        proof.load_evidence(bomb)
    two = [{"text": f"{n}.txt", "location": "a", "part": 0, "digest": "d"} for n in (1, 2)]
    halves = [("1.txt", b"0" * 6000), ("2.txt", b"0" * 6000)]
    with pytest.raises(ArchiveError, match="it unpacks to more than"):
        proof.load_evidence(packed([("manifest.json", json.dumps({"texts": two})), *halves]))


def test_too_many_files(monkeypatch):
    """A file with a huge number of entries is refused before they are listed."""
    monkeypatch.setattr(bundle, "MOST", 3)
    with pytest.raises(ArchiveError, match="it has more than 3 files"):
        proof.load_evidence(packed([(f"{n}.txt", "") for n in range(4)]))
