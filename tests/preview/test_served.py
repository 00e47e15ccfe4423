"""The preview as it runs: real requests to a real server, and files that change under it."""

import http.client
import json
import signal
import socket
import time
from pathlib import Path

import pytest

from briefing.preview.routes import ALONE, FRAMED
from tests.preview.serving import EDITIONS


def _line(state, section="top_lines", number=0):
    groups = {group["key"]: group for group in state["editions"][0]["groups"]}
    return groups[section]["lines"][number]


def _change(state, do, line, **more):
    place = {key: line[key] for key in ("source", "start", "end", "part")}
    audience = state["editions"][0]["key"]
    return {"do": do, "audience": audience, "section": "top_lines", "seen": state["seen"], **place, **more}


def test_start(served):
    """It prints its address alone, and draws every edition of the configuration."""
    assert served.address.startswith("http://127.0.0.1:")
    state = served.drawn()
    assert [edition["key"] for edition in state["editions"]] == [*EDITIONS]
    assert state["faults"] == []
    key = state["editions"][0]["key"]
    status, page, headers = served.ask(f"/edition/{key}/framed.html")
    assert status == 200
    assert _line(state)["text"].split()[0] in page.decode()
    assert headers["content-security-policy"] == FRAMED
    assert served.ask(f"/edition/{key}/brief.html")[2]["content-security-policy"] == ALONE


def test_paper(served):
    """The PDF is made behind the page's back, and shown as soon as it is there."""
    state = served.until(
        lambda state: (
            all(one["printed"] == one["drawn"] for one in state["editions"]) and bool(state["editions"])
        )
    )
    status, data, headers = served.ask(f"/edition/{state['editions'][0]['key']}/brief.pdf")
    assert (status, data[:5]) == (200, b"%PDF-")
    assert headers["content-type"] == "application/pdf"


def test_closed(served):
    """Other hosts, other origins, forms, the tokenless and the oversized get nothing, by real requests."""
    edit = {"do": "pin"}
    assert served.ask("/state", Host="evil.example")[0] == 400
    assert served.ask("/state", Cookie=None)[0] == 403
    assert served.ask("/?token=guess", Cookie=None)[0] == 403
    assert served.ask("/state", Sec_Fetch_Site="cross-site")[0] == 403
    assert served.ask("/edits", edit, Origin="http://evil.example")[0] == 403
    assert served.ask("/edits", edit, Origin=None)[0] == 403
    assert served.ask("/edits", b"do=pin", Content_Type="application/x-www-form-urlencoded")[0] == 415
    assert served.ask("/edits", b" " * 200_000)[0] == 413
    assert served.ask("/edits", b"{")[0] == 400
    assert served.ask("/edits", b"[" * 90_000)[0] == 400
    assert served.ask("/edits", [])[0] == 400


@pytest.mark.parametrize(
    "path",
    [
        "/edition/../../../../etc/passwd",
        "/edition/%2e%2e/%2e%2e%2fbriefing.toml",
        "/..%2f..%2fbriefing.toml",
        "/page.html",
        "/edition/default/brief.json",
        "/edition/",
        "/preview/page.js",
        "//etc/passwd",
    ],
)
def test_no_path_leads_elsewhere(served, path):
    """Only what has a route is given, whatever a path says; there are no listings."""
    assert served.ask(path)[0] == 404


def test_pages_own_files(served):
    """The page comes with its scripts and style, and a policy under which nothing else runs."""
    status, _, headers = served.ask("/")
    assert status == 200
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    kinds = {name: served.ask(f"/{name}")[2]["content-type"] for name in ("page.js", "list.js", "page.css")}
    assert {kind.partition(";")[0] for kind in kinds.values()} == {"text/javascript", "text/css"}


def test_passage(served):
    """A statement is shown in its article, sentence by sentence, with itself marked."""
    line = _line(served.drawn())
    status, data, _ = served.ask(f"/passage?source={line['source']}&start={line['start']}&end={line['end']}")
    found = json.loads(data)
    marked = [s["text"] for p in found["paragraphs"] for s in p["sentences"] if s["marked"]]
    assert status == 200
    assert " ".join(marked) == line["text"]
    assert served.ask(f"/passage?source={'0' * 64}&start=0&end=1")[0] == 404
    assert served.ask("/passage?source=x&start=a")[0] == 400


def test_edit_and_undo(served):
    """A change stands in edits.toml at once and is drawn; taken back, it is gone from both."""
    state = served.drawn()
    line = _line(state)
    status, data, _ = served.ask("/edits", _change(state, "pin", line))
    assert status == 200
    assert line["source"] in (served.folder / "edits.toml").read_text()
    after = served.until(
        lambda state: any(line["pinned"] for line in state["editions"][0]["groups"][0]["lines"])
    )
    assert after["seen"] == json.loads(data)["seen"]
    assert served.ask("/edits", {"do": "undo", "seen": after["seen"]})[0] == 200
    served.until(lambda state: not any(line["pinned"] for line in state["editions"][0]["groups"][0]["lines"]))
    again = served.state()
    assert again["entries"] == []
    status, data, _ = served.ask("/edits", {"do": "undo", "seen": again["seen"]})
    assert (status, b"nothing to take back" in data) == (400, True)


def test_two_editors(served):
    """Who did not see the other's change is told so and overwrites nothing; having seen it, they go on."""
    state = served.drawn()
    theirs = 'approved_by = "Theirs"\n'
    (served.folder / "edits.toml").write_text(theirs)
    status, data, _ = served.ask("/edits", _change(state, "pin", _line(state)))
    assert (status, b"Somebody else" in data.replace(b"somebody", b"Somebody")) == (409, True)
    assert (served.folder / "edits.toml").read_text() == theirs
    now = served.until(lambda state: state["approved_by"] == "Theirs" and state["phase"] is None)
    assert served.ask("/edits", _change(now, "pin", _line(now)))[0] == 200


def test_undo_ends_where_somebody_else_began(served):
    """What was changed elsewhere since cannot be taken back by who did not change it."""
    state = served.drawn()
    assert served.ask("/edits", _change(state, "pin", _line(state)))[0] == 200
    (served.folder / "edits.toml").write_text('approved_by = "Theirs"\n')
    now = served.until(lambda state: state["approved_by"] == "Theirs")
    status, data, _ = served.ask("/edits", {"do": "undo", "seen": now["seen"]})
    assert (status, b"changed elsewhere" in data) == (400, True)
    assert (served.folder / "edits.toml").read_text() == 'approved_by = "Theirs"\n'


def test_broken_edits(served):
    """Edits that cannot be understood are a fault with its line; what was good stays, nothing is written over them."""
    before = served.drawn()
    (served.folder / "edits.toml").write_text("\n[[pin]]\nsection = 3\n")
    state = served.until(lambda state: bool(state["faults"]) and state["phase"] is None)
    assert state["faults"][0]["where"] == "edits"
    assert "edits.toml:" in state["faults"][0]["text"]
    assert served.ask("/edits", _change(state, "pin", _line(before)))[0] == 400
    assert (served.folder / "edits.toml").read_text() == "\n[[pin]]\nsection = 3\n"
    (served.folder / "edits.toml").unlink()
    assert served.until(lambda state: not state["faults"])["editions"]


def test_broken_configuration(served):
    """A fault of the configuration is shown with its line, the last good edition stays, and mending it redraws."""
    served.drawn()
    good = (served.folder / "briefing.toml").read_text()
    (served.folder / "briefing.toml").write_text(good + "\n[themes.broken\n")
    state = served.until(lambda state: bool(state["faults"]))
    assert "briefing.toml:" in state["faults"][0]["text"]
    assert served.ask(f"/edition/{state['editions'][0]['key']}/framed.html")[0] == 200
    (served.folder / "briefing.toml").write_text(good.replace("title = ", 'title = "Redrawn" # ', 1))
    served.until(lambda state: not state["faults"] and b"Redrawn" in served.page(state))


def test_template(served):
    """A broken template shows its line and the last good edition; a good one is seen at once."""
    state = served.drawn()
    templates = served.folder / "templates"
    templates.mkdir(exist_ok=True)
    brief = templates / "brief.html"
    brief.write_text(
        '{% extends "default/brief.html" %}\n{% block masthead %}{{ page.nothing }}{% endblock %}'
    )
    broken = served.until(lambda state: bool(state["faults"]) and state["phase"] is None)
    assert "brief.html:2" in broken["faults"][0]["text"]
    assert served.page(state).startswith(b"<!DOCTYPE html>")
    brief.write_text(
        '{% extends "default/brief.html" %}\n{% block masthead %}<h1>Our own head</h1>{% endblock %}'
    )
    served.until(lambda state: not state["faults"] and b"Our own head" in served.page(state))


def test_article(served):
    """An article that comes is read, one that goes is forgotten."""
    served.drawn()
    new = served.folder / "zz-new.txt"
    new.write_text(
        "A Most Unlikely Title\n\nThe minister of Ruritania said on Monday that zorbing is forbidden.\n"
    )

    def is_there(state):
        return "A Most Unlikely Title" in state["editions"][0]["sources"].values()

    served.until(is_there)
    new.unlink()
    served.until(lambda state: not is_there(state))


def test_interrupted(serve):
    """Ctrl-C ends it with 130, without a word too many, while a page is listening."""
    served = serve()
    served.drawn()
    line = http.client.HTTPConnection(served.host, timeout=60)
    line.request("GET", "/stream", headers={"Host": served.host, "Cookie": served.cookie})
    stream = line.getresponse()
    stream.readline()
    begun = time.monotonic()
    served.process.send_signal(signal.SIGINT)
    ended = served.ended()
    stream.close()
    line.close()
    assert ended == (130, "briefing: interrupted\n")
    assert time.monotonic() - begun < 5


def test_interrupted_at_once(serve):
    """Ctrl-C while the articles are still being read ends it as well."""
    served = serve()
    served.process.send_signal(signal.SIGINT)
    assert served.ended() == (130, "briefing: interrupted\n")


def test_port(serve):
    """A port that is taken is named, with what to do; one that is asked for is used."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = serve("--port", str(port))
        status, said = served.ended()
    assert status == 2
    assert f"--port {port}: address already in use" in said
    assert serve("--port", str(port)).address.startswith(f"http://127.0.0.1:{port}/")


def test_loopback_alone(served):
    """It listens on the loopback addresses, and on no other."""
    port = int(served.host.partition(":")[2])
    found = []
    for name in ("tcp", "tcp6"):
        table = Path(f"/proc/{served.process.pid}/net/{name}")
        rows = [row.split() for row in table.read_text().splitlines()[1:]] if table.exists() else []
        found += [
            row[1].partition(":")[0] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "0A"
        ]
    if not found:
        pytest.skip("this system does not tell who listens where")
    assert set(found) <= {"0100007F", "00000000000000000000000001000000"}


def test_without_edits(serve):
    """With --edits none there is nothing to change."""
    served = serve("--edits", "none")
    state = served.drawn()
    assert state["editable"] is False
    status, data, _ = served.ask("/edits", _change(state, "pin", _line(state)))
    assert (status, b"--edits none" in data) == (400, True)


@pytest.mark.parametrize(
    "change",
    [
        {"do": "drop_outlet", "outlet": "a\nb"},
        {"do": "drop_outlet", "outlet": "   "},
        {"do": "drop_outlet", "outlet": "\ud800"},
        {"do": "drop_article", "source": "z" * 14},
        {"do": "pin", "section": "top_lines", "source": "0" * 12, "start": 9, "end": 2},
        {"do": "pin", "section": "\ud800", "source": "0" * 12, "start": 2, "end": 9},
        {"do": "approve", "name": "A\x7fB"},
        {"do": "approve", "name": "\ud800"},
        {"do": "note", "section": "\ud800", "was": "", "text": "x"},
        {"do": "note", "section": "brief", "was": "", "text": "\ud800"},
    ],
)
def test_a_refused_change_leaves_no_trace(served, change):
    """What edits.toml cannot say is refused with its reason, and the file stays away."""
    state = served.drawn()
    status, data, _ = served.ask("/edits", {**change, "seen": state["seen"]})
    assert (status, bool(json.loads(data)["fault"])) == (400, True)
    assert not (served.folder / "edits.toml").exists()


def test_edits_behind_a_link_to_itself(served):
    """They are a fault that is told; the preview goes on, and once the link is gone edits are kept."""
    served.drawn()
    link = served.folder / "edits.toml"
    link.symlink_to(link.name)
    state = served.until(lambda state: bool(state["faults"]) and state["phase"] is None)
    assert "cannot be read" in state["faults"][0]["text"]
    change = {"do": "approve", "name": "A", "seen": state["seen"]}
    assert served.ask("/edits", change)[0] == 400
    link.unlink()
    served.until(lambda state: not state["faults"])
    assert served.ask("/edits", change)[0] == 200
