"""``brief.json``: written, read back, described, and refused where it is not what it should be."""

import base64
import json
import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import ArchiveError
from briefing.model import (
    ArticleCount,
    Brief,
    Changes,
    Coverage,
    Dated,
    Difference,
    Figure,
    Fitted,
    Item,
    Look,
    Part,
    Quote,
    Recipe,
    Section,
    SentenceCount,
    SourceEntry,
    Span,
    Speaker,
)
from briefing.renderers import archive
from briefing.renderers.schema import FILE, schema

ITEM = Item(
    id="0123456789ab:0-9", text="No deal.\n", source=1, start=0, end=9, before=None, after="«Ні», — he said.",
    language="en", kind="sentence", themes=("a",), speakers=(Speaker("Lavrov", None, "named", cue="said"),),
    why=(Part("speaker", 2, 0, 2),),
)  # fmt: skip
SOURCE = SourceEntry(
    n=1, name=None, kind=None, title="T", author=None, published=None, retrieved=None, url="https://a.example",
    location="a.txt", part=0, digest="d", text_digest="t", origin=None, language="en", sentences=1, used=1,
)  # fmt: skip
BRIEF = Brief(
    schema=1, title="T", audience="analyst", edition=None, issue=1, date="2025-02-20", cutoff=None, made="m",
    language="en", marking=None, words=2, previous=None, build="b", top_lines=(ITEM,),
    changes=Changes(changed=((ITEM, replace(ITEM, id="now")),)),
    sections=(Section("a", "A", None, (ITEM,), (("for", (ITEM.id,)), ("against", ()))),
              Section("b", "B", None, ())),
    quotes=(Quote(ITEM, Span(1, 4)),), differences=(Difference("m", "side", ITEM, ITEM),),
    timeline=(Dated(ITEM, Span(2, 3), None),), figures=(Figure(ITEM, Span(5, 6), "km"),),
    notes={"brief": "*note*"}, sources=(SOURCE,), skipped=(), gave_way=(), edits=(),
    coverage=Coverage(ArticleCount(1, 1), SentenceCount(1, 1, 0, {"length": 0})),
    look=Look(overrides={"brief.html": "{% block a %}"}), recipe=Recipe({"briefing": "0"}, None, "house"),
)  # fmt: skip


def changed(**fields):
    """Give the sample's JSON with other values at the top."""
    return json.dumps(json.loads(archive.dump(BRIEF)) | fields).encode()


def test_layout():
    """What the model nests stands as in the contract: the item's fields with their own place beside them."""
    data = archive.dump(BRIEF)
    values = json.loads(data)
    assert values["quotes"] == [values["top_lines"][0] | {"quote": [1, 4], "role": None}]
    assert values["timeline"] == [
        values["top_lines"][0] | {"stated": [2, 3], "resolved": None, "ahead": False}
    ]
    assert values["figures"] == [values["top_lines"][0] | {"figure": [5, 6], "unit": "km"}]
    assert values["sections"][0]["sides"] == [
        {"side": "for", "items": ["0123456789ab:0-9"]}, {"side": "against", "items": []},
    ]  # fmt: skip
    assert values["sections"][1]["sides"] is None
    assert [pair["now"]["id"] for pair in values["changes"]["changed"]] == ["now"]
    assert values["differences"][0]["b"]["text"] == "No deal.\n"
    assert values["top_lines"][0]["why"] == [{"why": "speaker", "points": 2.0, "start": 0, "end": 2}]
    assert list(values)[:4] == ["schema", "title", "audience", "edition"]


def test_bytes():
    """The file is UTF-8 with its letters as they are, one step of indent and a line end at its end."""
    data = archive.dump(BRIEF)
    assert data.startswith(b'{\n "schema": 1,\n "title": "T",\n')
    assert data.endswith(b"}\n")
    assert "«Ні», — he said.".encode() in data
    rendered = archive.render(BRIEF)
    assert (rendered.name, rendered.media_type, rendered.data) == ("brief.json", "application/json", data)


def test_equal_numbers_are_equal_bytes():
    """Points given as a whole number are written as a fraction, so that a second trip changes no byte."""
    data = archive.dump(replace(BRIEF, fitted=Fitted("pages", 2, 2)))
    assert b'"points": 2.0' in data
    assert b'"asked": 2.0' in data
    assert archive.dump(archive.load(data)) == data


def test_round_trip():
    """A brief that was written is read back as it was."""
    assert archive.load(archive.dump(BRIEF)) == BRIEF


FINITE = st.floats(allow_nan=False, allow_infinity=False)
PARTS = st.lists(st.builds(Part, points=FINITE), max_size=2).map(tuple)
ITEMS = st.builds(Item, source=st.just(1), also=st.just(()), why=PARTS)
st.register_type_strategy(Item, ITEMS)
URLS = st.none() | st.just("HTTP://x.example/")


def few(kind):
    """Give tuples of at most two of a type."""
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


BRIEFS = st.builds(
    Brief,
    schema=st.just(1), date=st.just("2025-02-20"), audience=st.just("x y"),
    top_lines=few(Item), sections=few(Section), quotes=few(Quote), differences=few(Difference),
    timeline=few(Dated), figures=few(Figure),
    sources=st.tuples(st.builds(SourceEntry, n=st.just(1), url=URLS, summary=few(Item))),
    look=st.builds(Look, logo=st.sampled_from((None, "data:image/png;base64,AA=="))),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(BRIEFS)
def test_any_brief_makes_the_round_trip(brief):
    """Whatever the model can hold is written, valid by the schema, and read back equal, to the same bytes."""
    data = archive.dump(brief)
    assert archive.load(data) == brief
    assert archive.dump(archive.load(data)) == data
    jsonschema.validate(json.loads(data), json.loads(FILE.read_bytes()))


def test_lone_surrogates_do_not_stop_a_brief():
    """A file name that is no UTF-8 becomes a replacement character, not a crash."""
    brief = replace(BRIEF, sources=(replace(SOURCE, location="caf\udce9.txt"),))
    assert archive.load(archive.dump(brief)).sources[0].location == "caf\ufffd.txt"


def test_schema_file():
    """The shipped schema is the one that the model gives."""
    assert FILE.read_bytes() == schema(), "make it anew: see briefing/renderers/schema.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize(
    "damage",
    [
        {"quotes": [json.loads(archive.dump(BRIEF))["top_lines"][0]]},  # no place
        {"figures": [json.loads(archive.dump(BRIEF))["figures"][0] | {"figure": [1]}]},
        {"changes": {"new": [], "changed": [{"then": None, "now": None}], "repeated": 0, "quiet": []}},
        {"sections": [json.loads(archive.dump(BRIEF))["sections"][0] | {"sides": [["for", []]]}]},
        {"cutoff": 5},
        {"coverage": {}},
    ],
)
def test_schema_and_loader_refuse_alike(damage):
    """What the loader refuses for its shape is invalid by the schema too."""
    data = changed(**damage)
    with pytest.raises(ArchiveError):
        archive.load(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(data), json.loads(FILE.read_bytes()))


def test_later_fields_are_passed_over():
    """A file with fields that we do not know is read, and valid by the schema."""
    data = changed(weather="mild", quotes=[json.loads(archive.dump(BRIEF))["quotes"][0] | {"tone": 3}])
    assert archive.load(data) == BRIEF
    jsonschema.validate(json.loads(data), json.loads(FILE.read_bytes()))


def test_byte_order_mark():
    """A byte order mark, as some editors leave it, does not matter."""
    assert archive.load(b"\xef\xbb\xbf" + archive.dump(BRIEF)) == BRIEF


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"%PDF-1.7", "not JSON"),
        (b"\xff\xfe", "not UTF-8 at byte 0"),
        (b"[]", "not a JSON object"),
        (b"{}", "no field `schema`"),
        (b'{"schema": "1"}', "no field `schema`"),
        (b'{"schema": true}', "no field `schema`"),
        (b'{"schema": 0}', "no field `schema`"),
        (b'{"schema": 2}', "schema 2, made by a later version; this one reads 1 (update briefing)"),
        (b'{"schema": 1}', "title: Field required"),
        (b'{"schema": NaN}', "NaN is no number"),
        (b'{"schema": -Infinity}', "-Infinity is no number"),
        (b'{"schema": 1e999}', "1e999 is no number"),
        (b'{"schema": ' + b"9" * 5000 + b"}", "not JSON"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b'{"schema": 1, "a": ' + b"[" * 100_000, "nested too deeply"),
        (changed(issue="1"), "issue: Input should be a valid integer"),
        (changed(issue=1.5), "issue: "),
        (changed(issue=True), "issue: "),
        (changed(title=None), "title: Input should be a valid string"),
        (changed(title="\ud800"), "brief.json"),
        (changed(date="../../etc"), "is not YYYY-MM-DD"),
        (changed(audience="../../etc"), "cannot name a folder"),
        (changed(audience=".."), "cannot name a folder"),
        (changed(audience=""), "cannot name a folder"),
        (changed(quotes=[1]), "quotes.0: "),
        (changed(quotes={}), "quotes: "),
        (changed(sections=[[]]), "sections.0: "),
        (changed(changes={"changed": [3]}), "changes.changed.0: "),
        (changed(sources=[]), "its source 1 is not in the list of sources"),
    ],
)  # fmt: skip
def test_refused(data, words):
    """A file that is no brief is refused with what is wrong and where, and what to do."""
    with pytest.raises(ArchiveError, match=r"not a brief.json that can be used: .+ \(.+\)") as caught:
        archive.load(data)
    assert words in str(caught.value)
    assert len(str(caught.value)) < 1000


def test_many_faults_are_cut():
    """Five faults are named, the rest is told by an ellipsis."""
    with pytest.raises(ArchiveError) as caught:
        archive.load(b'{"schema": 1}')
    assert str(caught.value).count("Field required") == 5
    assert "; … (" in str(caught.value)


@pytest.mark.parametrize(
    "logo",
    [
        "https://x.example/a.png",
        "file:///a.png",
        "data:text/html;base64,AA==",
        "data:image/png,a",
        "a.png",
        "",
    ],
)
def test_a_logo_that_is_no_data(logo):
    """A picture that a page would load from elsewhere is refused; the whole of one inside may be."""
    data = json.loads(archive.dump(BRIEF))
    data["look"]["logo"] = "data:image/svg+xml;base64,PHN2Zy8+"
    assert archive.load(json.dumps(data).encode()).look.logo == data["look"]["logo"]
    data["look"]["logo"] = logo
    with pytest.raises(ArchiveError, match=r"look\.logo: it is no picture as a data: URL"):
        archive.load(json.dumps(data).encode())


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//x.example"])
def test_links_that_are_not_http(url):
    """A link that is neither http nor https is refused: the file may come from anyone."""
    with pytest.raises(ArchiveError, match="source 1 is neither http nor https"):
        archive.load(archive.dump(replace(BRIEF, sources=(replace(SOURCE, url=url),))))


def test_source_numbers():
    """Two sources of one number are refused: no sentence could name its own."""
    with pytest.raises(ArchiveError, match="a number stands twice"):
        archive.load(archive.dump(replace(BRIEF, sources=(SOURCE, SOURCE))))


def test_too_large(monkeypatch):
    """A file of more bytes than any brief has is refused before it is read."""
    monkeypatch.setattr(archive, "LARGEST", 1000)
    with pytest.raises(ArchiveError, match="more than 1,000"):
        archive.load(b" " * 1001)


def test_numbers_that_json_lacks():
    """A step that made NaN is a bug, and shows at once instead of in another program."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        archive.dump(replace(BRIEF, top_lines=(replace(ITEM, why=(Part("w", float("nan")),)),)))


def test_importing_is_cheap():
    """Importing the archive loads no pydantic."""
    names = "briefing.renderers.archive, briefing.renderers.schema"
    code = f"import sys, {names}; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_drawing_that_draws_itself_again_and_again():
    """Uses are counted under any prefix, elements by their tags; entities and other codes could hide them."""
    data = json.loads(archive.dump(BRIEF))

    def load(drawing: bytes) -> str | None:
        data["look"]["logo"] = "data:image/svg+xml;base64," + base64.b64encode(drawing).decode()
        return archive.load(json.dumps(data).encode()).look.logo

    assert load(b"<svg>" + b"<g></g>" * 1_999 + b"</svg>")
    assert load(b"<svg>" + b"<use/>" * 10 + b"</svg>")
    for drawing in (b"<g></g>" * 2_001, b"<use/>" * 11, b"<s:use/>" * 11, b"<!ENTITY a 'a'>", b"\xff\xfe<\0"):
        with pytest.raises(ArchiveError, match=r"look\.logo: the drawing has too many parts"):
            load(drawing)
