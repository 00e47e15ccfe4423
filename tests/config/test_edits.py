"""``edits.toml``: read with every fault at once, written without losing anybody's work."""

import os
import stat
import threading
import time
import tomllib
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from briefing.config import edits_saved
from briefing.config.edits import file_digest, load_edits
from briefing.config.edits_saved import save_edits, written
from briefing.errors import ConfigError, DeliveryError, EditsConflict
from briefing.model import Edit, Edits

DIGEST = "0123456789abcdef"
PIN = Edit("pin", section="us_stance", source=DIGEST, start=120, end=260)
FILE = f"""\
# Tuesday's edits
approved_by = "A. Editor"  # who

# the envoy's own words
[[pin]]
section = "us_stance" # stays
source = "{DIGEST}"
start = 120
end = 260

# said twice
[[pin]]
audience = "executive"
section = "top_lines"
source = "{DIGEST}"
start = 300
end = 310

# not trusted
[[drop]]
outlet = "Example Wire"

[[drop]]
source = "{DIGEST}"
[[order]]
section = "us_stance"
source = "{DIGEST}"
start = 400
end = 460
place = 1

[notes]
# of the whole
brief = \"\"\"
Watch **this**.
And [[pin]] that.\"\"\"
us_stance = "Quiet."
"""


@pytest.fixture
def file(tmp_path):
    """A folder's edits.toml, as a person wrote it."""
    path = tmp_path / "edits.toml"
    path.write_text(FILE)
    return path


def faults(path, text):
    """Give what is wrong with a file, each as a line without the folder."""
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_edits(path)
    return [str(fault).replace(str(path), path.name) for fault in caught.value.faults]


# --- reading


def test_what_an_editor_wrote_is_read(file):
    """Entries by kind in the order of the file, notes, and who approved."""
    found = load_edits(file)
    assert found.entries == (
        PIN,
        Edit("pin", "executive", "top_lines", DIGEST, 300, 310),
        Edit("drop", outlet="Example Wire"),
        Edit("drop", source=DIGEST),
        Edit("order", section="us_stance", source=DIGEST, start=400, end=460, place=1),
    )
    assert found.notes == {"brief": "Watch **this**.\nAnd [[pin]] that.", "us_stance": "Quiet."}
    assert found.approved_by == "A. Editor"


def test_without_a_file_there_are_no_edits(tmp_path):
    """Nothing is changed, and nothing is made up."""
    assert load_edits(tmp_path / "edits.toml") == Edits()
    assert file_digest(tmp_path / "edits.toml") is None


def test_the_digest_is_that_of_the_values(file):
    """Comments and layout do not change it; a value does."""
    first = load_edits(file).digest
    file.write_text("\n".join(line for line in FILE.splitlines() if not line.startswith("#")))
    assert load_edits(file).digest == first
    file.write_text(FILE.replace("260", "261"))
    assert load_edits(file).digest != first


def test_a_digest_may_be_written_in_capitals_and_an_empty_note_is_none(tmp_path):
    """Tidied as it is read."""
    path = tmp_path / "edits.toml"
    path.write_text(f'[[drop]]\nsource = " {DIGEST.upper()}"\n[notes]\nbrief = " "\n')
    assert load_edits(path) == replace(load_edits(path), entries=(Edit("drop", source=DIGEST),), notes={})


def test_all_faults_at_once_each_with_its_line_and_the_mend(tmp_path):
    """Unknown keys, wrong kinds, missing keys and what does not go together, in the order of the file."""
    text = """\
approved = "x"
[[pin]]
sektion = "a"
source = "zz"
start = "1"
end = 5
[[pin]]
section = "a"
source = "0123456789ab"
start = 9
end = 9
[[drop]]
outlet = "X"
source = "0123456789ab"
[[drop]]
[[drop]]
source = "0123456789ab"
section = "a"
[[drop]]
source = "0123456789ab"
start = 3
[[order]]
section = "a"
source = "0123456789ab"
start = 3
end = 5
place = 0
[notes]
brief = 3
"""
    assert faults(tmp_path / "edits.toml", text) == [
        "edits.toml:1: approved: unknown key; allowed: approved_by, notes, pin, drop, order"
        " (did you mean 'approved_by'?)",
        "edits.toml:2: pin.section: is missing",
        "edits.toml:3: pin.sektion: unknown key; allowed: section, source, start, end, audience, part"
        " (did you mean 'section'?)",
        "edits.toml:4: pin.source: 'zz' is no digest of a file"
        " (copy 'digest' of the source from brief.json, at least its first 12 digits)",
        "edits.toml:5: pin.start: '1' is not allowed; expected a whole number (write 1 without quotation marks)",
        "edits.toml:11: pin.end: 9 is not behind start, 9",
        "edits.toml:14: drop.source: an outlet goes as a whole (leave this out)",
        'edits.toml:15: drop: names nothing that could go (give source, with start and end, or outlet = "…")',
        "edits.toml:18: drop.section: an article goes from every section (leave this out, or give start and end)",
        "edits.toml:19: drop: half a place (give both start and end, or neither for the whole article)",
        "edits.toml:27: order.place: 0 is not allowed; it must be at least 1",
        "edits.toml:29: notes.brief: 3 is not allowed; expected text in quotation marks",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "pin = 3",
            ["edits.toml:1: pin: 3 is not allowed; expected tables (write each under a line [[pin]])"],
        ),
        (
            "[pin]\nstart = 1",
            ["edits.toml:1: pin: a table is not allowed; expected tables (write each under a line [[pin]])"],
        ),
        (
            "[[pin]\n",
            ["edits.toml:1:6: not TOML: Expected ']]' at the end of an array declaration in '[[pin]'"],
        ),
        (
            'pin = [{section = "a"}]',
            [f"edits.toml:1: pin.{key}: is missing" for key in ("source", "start", "end")],
        ),
    ],
)
def test_what_is_no_list_of_entries(tmp_path, text, told):
    """The commonest slips of TOML, with their place."""
    assert faults(tmp_path / "edits.toml", text) == told


@pytest.mark.parametrize("call", [load_edits, file_digest])
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path, call):
    """A folder, a pipe."""
    told = {}
    for name, make in (("folder", Path.mkdir), ("pipe", os.mkfifo)):
        make(tmp_path / name)
        with pytest.raises(ConfigError) as caught:
            call(tmp_path / name)
        told[name] = caught.value.faults[0].what
    assert told == {"folder": "is a folder, not a file", "pipe": "is no plain file but a pipe or a device"}


# --- writing


def test_what_stays_is_not_touched(file):
    """Nothing changed: the same text. One entry more: its lines and nothing else."""
    edits = load_edits(file)
    assert written(FILE, edits) == FILE
    more = replace(edits, entries=(*edits.entries, Edit("drop", source=DIGEST, start=5, end=9)))
    added = f'\n[[drop]]\nsource = "{DIGEST}"\nstart = 5\nend = 9\n'
    lines = written(FILE, more)
    assert lines.replace(added, "") == FILE
    assert tomllib.loads(lines)["drop"][2] == {"source": DIGEST, "start": 5, "end": 9}


def test_an_entry_goes_with_the_comment_above_it(file):
    """The comments of the others stay where they stand."""
    edits = load_edits(file)
    made = written(FILE, replace(edits, entries=edits.entries[1:]))
    assert "the envoy" not in made
    assert made == FILE.replace(FILE[FILE.index("# the envoy") : FILE.index("# said twice")], "")


def test_entries_change_places_with_their_comments(file):
    """An order of their own is kept."""
    edits = load_edits(file)
    first, second, *rest = edits.entries
    made = written(FILE, replace(edits, entries=(second, first, *rest)))
    assert made.index("# said twice") < made.index("# the envoy") < made.index("# not trusted")


def test_notes_and_approval_change_alone(file):
    """A note of several lines, with what TOML must escape, and no approval."""
    edits = load_edits(file)
    note = 'A "new" note\nwith \\ and """ in it.\n'
    made = written(FILE, replace(edits, notes={"brief": note, "european": "x"}, approved_by=None))
    found = tomllib.loads(made)
    assert found["notes"] == {"brief": note, "european": "x"}
    assert "approved_by" not in found
    assert made.startswith("# Tuesday's edits\n")
    assert "# not trusted" in made


def test_everything_goes(file):
    """No entries and no notes: what a person wrote above the first one stays."""
    made = written(FILE, Edits())
    assert tomllib.loads(made) == {}
    assert made.startswith("# Tuesday's edits\n")


def test_a_layout_of_another_kind_is_written_anew():
    """Tables in one line cannot be kept; nothing that they say is lost."""
    text = f'pin = [{{section = "us_stance", source = "{DIGEST}", start = 120, end = 260}}]\n'
    edits = Edits((PIN, replace(PIN, start=300, end=310)), {"brief": "x"}, "A")
    assert tomllib.loads(written(text, edits)) == {
        "approved_by": "A",
        "pin": [
            {"section": "us_stance", "source": DIGEST, "start": 120, "end": 260},
            {"section": "us_stance", "source": DIGEST, "start": 300, "end": 310},
        ],
        "notes": {"brief": "x"},
    }


PLACES = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(
    lambda pair: {"start": pair[0], "end": sum(pair)}
)
NAMES = st.sampled_from(["us_stance", "top_lines", 'ü "x"', "a'b"])
ENTRIES = st.one_of(
    st.builds(lambda at, key: Edit("pin", section=key, source=DIGEST, **at), PLACES, NAMES),
    st.builds(lambda at, key: Edit("drop", audience=key, source=DIGEST, part=1, **at), PLACES, NAMES),
    st.builds(lambda key: Edit("drop", outlet=key), NAMES),
    st.builds(
        lambda at, key, n: Edit("order", section=key, source=DIGEST, place=n, **at), PLACES, NAMES, st.just(2)
    ),
)
NOTES = st.dictionaries(
    NAMES, st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1), max_size=2
)
ALL = st.builds(
    lambda entries, notes, name: Edits(tuple(entries), notes, name),
    st.lists(ENTRIES, max_size=5),
    NOTES,
    st.sampled_from([None, "A. Editor"]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(ALL, min_size=1, max_size=3))
def test_whatever_is_written_is_read_again(tmp_path_factory, several):
    """One state after the other, each over the file of the one before."""
    path = tmp_path_factory.mktemp("edits") / "edits.toml"
    path.write_text(FILE)
    for edits in several:
        save_edits(path, edits, seen=file_digest(path))
        found = load_edits(path)
        for kind in ("pin", "drop", "order"):
            mine = [[one for one in each.entries if one.kind == kind] for each in (found, edits)]
            assert mine[0] == mine[1]
        notes = {key: note.replace("\r\n", "\n") for key, note in edits.notes.items() if note.strip()}
        assert {key: note.replace("\r\n", "\n") for key, note in found.notes.items()} == notes
        assert found.approved_by == edits.approved_by


def test_saving_gives_the_digest_that_the_next_one_needs(file):
    """An editor saves again and again."""
    edits = load_edits(file)
    seen = file_digest(file)
    for end in (261, 262):
        seen = save_edits(file, replace(edits, entries=(replace(PIN, end=end),)), seen=seen)
        assert seen == file_digest(file)
        assert load_edits(file).entries == (replace(PIN, end=end),)


def test_somebody_elses_work_is_never_overwritten(file):
    """A file that changed meanwhile, came into being or went is refused, and stays as it is."""
    seen = file_digest(file)
    file.write_text(FILE + "# mine\n")
    for known in (seen, None):
        with pytest.raises(EditsConflict, match="somebody else changed it meanwhile"):
            save_edits(file, Edits(), seen=known)
    assert file.read_text() == FILE + "# mine\n"
    file.unlink()
    with pytest.raises(EditsConflict):
        save_edits(file, Edits(), seen=seen)
    assert not file.exists()


def test_of_two_at_once_one_wins_and_the_other_is_told(file):
    """Twenty editors who saw the same file: one writes it."""
    seen, edits, outcome = file_digest(file), load_edits(file), []

    def save(number):
        try:
            outcome.append(save_edits(file, replace(edits, approved_by=f"Editor {number}"), seen=seen))
        except EditsConflict:
            outcome.append(None)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcome) == 20
    assert [one for one in outcome if one] == [file_digest(file)]


def test_a_new_file_and_one_behind_a_link(tmp_path):
    """It is made where there was none; a link stays one, and so do the rights of the file behind it."""
    real, link = tmp_path / "real.toml", tmp_path / "edits.toml"
    save_edits(real, Edits((PIN,)), seen=None)
    real.chmod(0o600)
    link.symlink_to(real)
    save_edits(link, Edits((PIN,), {"brief": "x"}), seen=file_digest(link))
    assert link.is_symlink()
    assert load_edits(real).notes == {"brief": "x"}
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["edits.toml", "real.toml"]


def test_a_file_with_faults_is_not_written_over(file):
    """What cannot be understood is told, not replaced."""
    file.write_text("pin = 3")
    with pytest.raises(ConfigError, match="expected tables"):
        save_edits(file, Edits(), seen=file_digest(file))
    assert file.read_text() == "pin = 3"


def test_what_cannot_be_written_leaves_the_file_as_it_was(file, monkeypatch):
    """A full disk: the old file stands, and nothing lies beside it."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeliveryError, match="not written, no space left on device"):
        save_edits(file, Edits(), seen=file_digest(file))
    assert file.read_text() == FILE
    assert [path.name for path in file.parent.iterdir()] == ["edits.toml"]


def test_a_folder_that_is_not_there(tmp_path):
    """It is told as what it is."""
    with pytest.raises(DeliveryError, match="no such file"):
        save_edits(tmp_path / "nowhere" / "edits.toml", Edits(), seen=None)


def test_a_file_system_without_locks(file, monkeypatch):
    """The digest alone is looked at then."""

    def none(*_):
        raise OSError(95, "not supported")

    monkeypatch.setattr(edits_saved.fcntl, "flock", none)
    assert save_edits(file, Edits(), seen=file_digest(file)) == file_digest(Path(file))


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (Edits((Edit("drop", outlet="a\nb"),)), "drop.outlet: 'a\\nb' holds a line break"),
        (Edits((Edit("drop", outlet="a\x7fb"),)), "drop.outlet: 'a\\x7fb' holds a line break"),
        (Edits((Edit("drop", outlet="   "),)), "drop.outlet: an empty text"),
        (Edits((Edit("drop", source="z" * 14),)), "drop.source: 'zzzzzzzzzzzzzz' is no digest"),
        (Edits((replace(PIN, end=119),)), "pin.end: 119 is not behind start, 120"),
        (Edits(approved_by="A\nB"), "approved_by: 'A\\nB' holds a line break"),
        (Edits(approved_by="A\x7fB"), "approved_by: 'A\\x7fB' holds a line break"),
        (Edits(approved_by="A\ud800"), "half a character"),
        (Edits(notes={"brief": "\ud800"}), "half a character"),
        (Edits(notes={"\ud800": "x"}), "half a character"),
        (Edits((Edit("drop", outlet="\ud800"),)), "half a character"),
        (Edits((replace(PIN, section="\ud800"),)), "half a character"),
        (
            Edits(notes={"us_stance": "x" * 100_001}),
            "notes.us_stance: a note of 100,001 characters; it may have 100,000",
        ),
    ],
)
@pytest.mark.parametrize("text", [None, FILE])
def test_what_could_not_be_read_again_is_not_written(tmp_path, edits, told, text):
    """It is told, and the file stays as it was, or away."""
    path = tmp_path / "edits.toml"
    if text:
        path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        save_edits(path, edits, seen=file_digest(path))
    assert told in str(caught.value)
    assert [one.read_text() for one in tmp_path.iterdir()] == ([text] if text else [])


def test_what_toml_must_escape_is_escaped(tmp_path):
    """DELETE may stand in a note and in its key, though never as it is."""
    path = tmp_path / "edits.toml"
    save_edits(path, Edits((PIN,), {"a\x7f": "b\x7f\nc"}), seen=None)
    assert "\x7f" not in path.read_text()
    assert load_edits(path).notes == {"a\x7f": "b\x7f\nc"}


def test_what_is_tidied_as_it_is_read_costs_no_comment(file):
    """White space around a name is no reason to write the whole file anew."""
    edits = load_edits(file)
    more = replace(edits, entries=(*edits.entries, Edit("drop", outlet=" Other Wire ")))
    assert "# the envoy's own words" in written(FILE, more)


def test_a_link_that_leads_back_to_itself_is_told(tmp_path):
    """It is neither taken for no file nor written over."""
    path = tmp_path / "edits.toml"
    path.symlink_to(path)
    for call in (load_edits, file_digest, lambda path: save_edits(path, Edits((PIN,)), seen=None)):
        with pytest.raises(ConfigError, match="cannot be read"):
            call(path)
    assert path.is_symlink()


def test_thousands_of_entries_take_one_more(tmp_path):
    """What it takes grows with their number, not with its square: four times as many, less than eight times as long."""
    took = []
    for number in (500, 2000):
        edits = Edits(tuple(Edit("drop", source=DIGEST, start=at, end=at + 5) for at in range(number)))
        text = written("", edits)
        begun = time.process_time()
        written(text, replace(edits, entries=(*edits.entries, Edit("drop", outlet="Wire"))))
        took.append(time.process_time() - begun)
    assert took[1] < took[0] * 8
