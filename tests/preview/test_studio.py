"""The worker that draws, asked in this process: what it draws anew, and what it keeps while something is amiss."""

import shutil
from dataclasses import asdict, replace

import pytest

from briefing.config import load_config
from briefing.model import Edit, Edits
from briefing.preview import press
from briefing.preview.concern import EVERYTHING, concerned, reads_anew
from briefing.preview.studio import Studio


class Asked:
    """A studio, and what it says."""

    def __init__(self, order):
        self.studio, self.order = Studio(), order
        self.ask(do="open", order=asdict(order))

    def ask(self, **message):
        said = []
        self.studio.answer(message, b"", lambda answer, data: said.append((answer, data)))
        return said

    def draw(self, *changed, **more):
        """Draw; give what was drawn, in order, and the faults."""
        said = self.ask(do="draw", changed=changed, **more)
        pages = {
            answer["key"]: (answer["outline"], data) for answer, data in said if answer["say"] == "edition"
        }
        (last,) = [answer for answer, _ in said if answer["say"] == "drawn"]
        return pages, {one["where"]: one["text"] for one in last["faults"]}


@pytest.fixture
def asked(order):
    """A studio for the desk's two smallest editions, everything drawn."""
    one = Asked(replace(order, audiences=("phone", "executive")))
    one.pages, faults = one.draw(*EVERYTHING)
    assert faults == {}
    return one


def _drop(page, audience):
    line = page["groups"][0]["lines"][0]
    source, start, end = line["source"], line["start"], line["end"]
    toml = f'[[drop]]\naudience = "{audience}"\nsource = "{source}"\nstart = {start}\nend = {end}\n'
    return line, toml


def test_drop_draws_its_edition_alone(asked, desk):
    """A drop in one edition draws that one, quickly with its pages estimated, then laid out; another key is first."""
    assert [*asked.pages] == ["phone", "executive"]
    line, toml = _drop(asked.pages["executive"][0], "executive")
    (desk / "edits.toml").write_text(toml)
    said = asked.ask(do="draw", changed=["edits"], quick=True)
    (edition,) = [answer for answer, _ in said if answer["say"] == "edition"]
    assert (edition["key"], edition["rough"]) == ("executive", True)
    assert line["id"] not in {one["id"] for group in edition["outline"]["groups"] for one in group["lines"]}
    assert edition["outline"]["edits"][0]["met"] is True
    assert edition["outline"]["fitted"]["estimated"] is True
    pages, _ = asked.draw()
    assert [*pages] == ["executive"]
    assert asked.draw()[0] == {}
    assert asked.draw("templates", first="executive")[0].keys() == {"executive", "phone"}


def test_note_draws_every_edition(asked, desk):
    """A note is on every edition's page."""
    (desk / "edits.toml").write_text('[notes]\nbrief = "Look at **this**"\n')
    pages, _ = asked.draw("edits")
    assert all(b"Look at" in data for _, data in pages.values())
    assert pages["phone"][0]["note"] == "Look at **this**"


def test_broken_edits(asked, desk):
    """Edits that cannot be understood are a fault; what was drawn stays."""
    (desk / "edits.toml").write_text("nonsense = 1\n")
    pages, faults = asked.draw("edits")
    assert pages == {}
    assert "edits.toml:1" in faults["edits"]
    (desk / "edits.toml").unlink()
    assert asked.draw("edits") == ({}, {})


def test_broken_configuration(asked, desk):
    """A configuration that cannot be read is a fault; a mended one is drawn, and edits are drawn meanwhile."""
    good = (desk / "briefing.toml").read_text()
    (desk / "briefing.toml").write_text("title = 3\n")
    assert "briefing.toml:1" in asked.draw("config")[1]["config"]
    (desk / "edits.toml").write_text('[notes]\nbrief = "Meanwhile"\n')
    pages, faults = asked.draw("edits")
    assert (pages.keys(), faults.keys()) == ({"phone", "executive"}, {"config"})
    (desk / "briefing.toml").write_text(good.replace("title = ", 'title = "Mended" # ', 1))
    pages, faults = asked.draw("config")
    assert faults == {}
    assert b"Mended" in pages["phone"][1]


def test_a_file_that_was_only_touched(asked, desk):
    """A configuration that says what it said draws nothing."""
    (desk / "briefing.toml").write_text((desk / "briefing.toml").read_text() + "# a comment\n")
    assert asked.draw("config") == ({}, {})


def test_broken_template(asked, desk):
    """A template that fails is a fault of each edition that uses it, with its line."""
    (desk / "templates").mkdir(exist_ok=True)
    (desk / "templates" / "brief.html").write_text(
        '{% extends "default/brief.html" %}\n{% block masthead %}{{ 1 // 0 }}{% endblock %}'
    )
    pages, faults = asked.draw("templates")
    assert pages == {}
    assert {"edition phone", "edition executive"} == faults.keys()
    assert "brief.html:2" in faults["edition phone"]


def test_articles_gone(asked, desk):
    """Without an article there is a fault, and the reading that was good stays."""
    files = {path: path.read_bytes() for path in desk.iterdir() if path.suffix in {".txt", ".md", ".html"}}
    for path in files:
        path.unlink()
    pages, faults = asked.draw("articles")
    assert pages == {}
    assert "articles" in faults
    for path, data in files.items():
        path.write_bytes(data)
    pages, faults = asked.draw("articles")
    assert (pages.keys(), faults) == ({"phone", "executive"}, {})


def test_an_edition_that_is_gone(order, desk):
    """An edition that the configuration has no longer is shown no longer, and none of its faults."""
    config = desk / "briefing.toml"
    config.write_text(
        'title = "T"\n[audiences.one]\nformats = ["html"]\n[audiences.two]\nformats = ["html"]\n'
    )
    asked = Asked(order)
    assert [*asked.draw(*EVERYTHING)[0]] == ["one", "two"]
    config.write_text('title = "T"\n[audiences.one]\nformats = ["html"]\n')
    asked.studio.faults["edition two"] = "broken"
    assert asked.draw("config")[1] == {}
    assert [*asked.studio.briefs] == ["one"]


def test_asked_for_what_is_gone(order, desk):
    """An edition that was asked for and is gone from the configuration is a fault that names what there is."""
    config = desk / "briefing.toml"
    config.write_text('title = "T"\n[audiences.one]\nformats = ["html"]\n')
    asked = Asked(replace(order, audiences=("one",)))
    asked.draw(*EVERYTHING)
    config.write_text('title = "T"\n[audiences.another]\nformats = ["html"]\n')
    assert "another" in asked.draw("config")[1]["config"]


def test_no_code_from_among_the_articles(order, desk):
    """A configuration that was found among the articles runs none of the user's own functions, now or later."""
    config = desk / "briefing.toml"
    config.write_text('title = "T"\n[audiences.one]\nmethod = "os:getcwd"\n')
    asked = Asked(replace(order, code=False))
    said = asked.ask(do="draw", changed=EVERYTHING)
    (drawn,) = [answer for answer, _ in said if answer["say"] == "drawn"]
    assert "would run code" in drawn["faults"][0]["text"]
    assert drawn["editions"] == []


def test_nothing_opened():
    """A studio that was told nothing says so."""
    studio, said = Studio(), []
    studio.answer({"do": "draw", "changed": []}, b"", lambda answer, _: said.append(answer))
    assert "Nothing was opened" in said[-1]["faults"][0]["text"]
    studio.answer({"do": "archive", "key": "x"}, b"", None)
    studio.answer(
        {"do": "passage", "source": "x", "start": 0, "end": 1}, b"", lambda answer, _: said.append(answer)
    )
    assert said[-1]["passage"] is None


def test_earlier_issue(asked, order):
    """The issue before makes this one the next."""
    ((_, archive),) = asked.ask(do="archive", key="phone")
    later = Asked(
        replace(order, audiences=("phone",), earlier={"phone": archive.decode()}, date="2026-01-03")
    )
    later.draw(*EVERYTHING)
    brief = later.studio.briefs["phone"]
    assert (brief.issue, brief.previous) == (2, asked.studio.briefs["phone"].build)


def test_our_own_failure_is_told(asked, monkeypatch):
    """Whatever fails in drawing is told as ours, and nothing stops."""

    def fail(*given, **named):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("briefing.pipeline.compose", fail)
    _, faults = asked.draw("templates")
    assert faults["edition phone"] == "briefing itself failed (ZeroDivisionError: by nought)"


def test_press(asked):
    """The archive comes back as a PDF; what is none comes back as a fault."""
    ((_, archive),) = asked.ask(do="archive", key="phone")
    said = []
    for data in (archive, b"{}", b'{"schema": 1}', None):
        press.answer({}, data, lambda answer, made: said.append((answer["fault"], made[:5])))
    assert said[0] == (None, b"%PDF-")
    assert all(fault and made == b"" for fault, made in said[1:])


def test_what_reads_anew(desk):
    """Actors, themes, outlets and methods are about the articles; titles and lengths are not."""
    one = load_config(desk / "briefing.toml")
    assert reads_anew(None, one)
    assert not reads_anew(one, replace(one, title="Other", language="de"))
    assert reads_anew(one, replace(one, actors=one.actors[1:]))
    assert reads_anew(one, replace(one, outlets=())) == bool(one.outlets)
    assert reads_anew(one, replace(one, audiences=(replace(one.audiences[0], method="lead"),)))


def test_who_is_concerned():
    """Entries concern the edition that they name, or every one; notes, the approval and the order of entries all."""
    keys = ["a", "b"]
    mine, all_ = Edit("drop", "a", outlet="X"), Edit("drop", None, outlet="Y")
    none = Edits()
    assert concerned(none, Edits((mine,)), keys) == ["a"]
    assert concerned(none, Edits((all_,)), keys) == keys
    assert concerned(Edits((mine, all_)), Edits((all_, mine)), keys) == keys
    assert concerned(none, none, keys) == []
    assert concerned(None, none, keys) == keys
    assert concerned(none, Edits(notes={"brief": "x"}), keys) == keys
    assert concerned(none, Edits(approved_by="x"), keys) == keys


def test_templates_that_come_later_are_taken(order, desk):
    """A folder of templates that was not there at the start is used from when it is, and forgotten when it goes."""
    (desk / "templates").rename(desk / "kept")
    asked = Asked(replace(order, audiences=("phone",)))
    before, _ = asked.draw(*EVERYTHING)
    (desk / "templates").mkdir()
    head = '{% extends "default/brief.html" %}\n{% block masthead %}<h1>Our own head</h1>{% endblock %}'
    (desk / "templates" / "brief.html").write_text(head)
    pages, faults = asked.draw("templates")
    assert faults == {}
    assert b"Our own head" in pages["phone"][1]
    shutil.rmtree(desk / "templates")
    assert asked.draw("templates")[0]["phone"][1] == before["phone"][1]
