"""The server in this process, from its first word to its interruption."""

import json
import os
import queue
import signal
import socket
import threading
from dataclasses import replace

import pytest

from briefing.cli import main
from briefing.errors import UsageError
from briefing.preview.serving import serve
from tests.preview.serving import Client


def visited(order, visit, port=0):
    """Serve until ``visit(client)``, in a thread of its own, is through; raise what it raised."""
    addresses, outcome = queue.Queue(), []

    def go():
        try:
            visit(Client(addresses.get(timeout=60)))
        except BaseException as error:  # noqa: BLE001 - raised below
            outcome.append(error)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=go)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        serve(order, port=port, say=addresses.put)
    thread.join()
    if outcome:
        raise outcome[0]


def _pin(state, **more):
    edition = state["editions"][0]
    line = edition["groups"][0]["lines"][0]
    place = {key: line[key] for key in ("source", "start", "end", "part")}
    return {
        "do": "pin",
        "audience": edition["key"],
        "section": "top_lines",
        "seen": state["seen"],
        **place,
        **more,
    }


def test_walk(order, desk):
    """Every route answers, from the page to the PDF, and an edit goes to its file and back."""

    def visit(client):
        state = client.drawn()
        state = client.until(lambda state: state["editions"][0]["printed"] == state["editions"][0]["drawn"])
        key = state["editions"][0]["key"]
        for path in (
            "/",
            "/page.js",
            "/page.css",
            f"/edition/{key}/framed.html",
            f"/edition/{key}/brief.html",
        ):
            assert client.ask(path)[0] == 200
        assert client.ask(f"/edition/{key}/brief.pdf")[1].startswith(b"%PDF-")
        assert client.ask(f"/edition/{key}/brief.txt")[0] == 404
        assert client.ask("/edition/nobody/brief.pdf")[0] == 404
        pin = _pin(state)
        place = f"source={pin['source']}&start={pin['start']}&end={pin['end']}"
        assert json.loads(client.ask(f"/passage?{place}")[1])["paragraphs"]
        assert client.ask("/passage")[0] == 400
        assert client.ask("/passage?source=x&start=1&end=2")[0] == 404
        _edited(client, desk, pin)
        state = client.state()
        (desk / "edits.toml").write_text('approved_by = "Theirs"\n')
        assert client.ask("/edits", {"do": "undo", "seen": state["seen"]})[0] in {400, 409}
        assert client.ask("/edits", _pin(client.state(), do="drop"))[0] in {200, 409}
        assert client.ask("/accept", {"line": "x", "under": None})[0] == 400
        assert client.ask("/edits", b"[]")[0] == 400
        assert client.ask("/edits", b"{")[0] == 400

    visited(replace(order, audiences=("phone",)), visit)


def test_without_edits(order):
    """With --edits none nothing is kept, and nothing can be changed."""

    def visit(client):
        state = client.drawn()
        assert state["editable"] is False
        assert client.ask("/edits", _pin(state))[0] == 400

    visited(replace(order, edits=None, audiences=("phone",)), visit)


def _edited(client, desk, pin):
    status, data, _ = client.ask("/edits", pin)
    seen = json.loads(data)["seen"]
    assert status == 200
    assert client.ask("/edits", pin)[0] == 409
    assert pin["source"] in (desk / "edits.toml").read_text()
    after = client.until(lambda state: state["seen"] == seen and state["phase"] is None)
    assert after["editions"][0]["groups"][0]["lines"][0]["pinned"]
    status, data, _ = client.ask(
        "/edits", {"do": "note", "section": "brief", "text": "N", "was": "", "seen": seen}
    )
    seen = json.loads(data)["seen"]
    for _ in range(2):
        status, data, _ = client.ask("/edits", {"do": "undo", "seen": seen})
        seen = json.loads(data)["seen"]
        assert status == 200
    assert client.ask("/edits", {"do": "undo", "seen": seen})[0] == 400
    assert client.state()["entries"] == []


def test_worker_that_ends(order, monkeypatch):
    """A worker that ends is started again, three times at most, and the page says so."""
    monkeypatch.setattr("briefing.preview.show.STUDIO", "briefing.preview.nobody")

    def visit(client):
        state = client.until(lambda state: bool(state["faults"]) and state["phase"] is None)
        assert "ended before it had answered" in state["faults"][0]["text"]
        assert client.ask("/passage?source=x&start=1&end=2")[0] == 503
        edit = {"do": "drop_outlet", "outlet": "Wire", "seen": None}
        assert client.ask("/edits", edit)[0] == 200

    visited(order, visit)


def test_paper_that_fails(order, monkeypatch):
    """Where the printing worker ends, the page says why there is no PDF."""
    monkeypatch.setattr("briefing.preview.show.PRESS", "briefing.preview.nobody")

    def visit(client):
        state = client.until(lambda state: any(one["unprinted"] for one in state["editions"]))
        assert "ended before it had answered" in state["editions"][0]["unprinted"]

    visited(replace(order, audiences=("phone",)), visit)


def test_template_of_ours(order, desk, tmp_path, monkeypatch):
    """A change to a template that came with the program starts the worker anew."""
    import shutil

    from briefing.renderers.look import templates

    copy = tmp_path / "templates"
    shutil.copytree(templates.home(), copy)
    monkeypatch.setattr("briefing.preview.watch.home", lambda: copy)

    def visit(client):
        before = client.drawn()["version"]
        (copy / "default" / "brief.html").touch()
        client.until(lambda state: state["version"] > before + 2 and state["phase"] is None)

    visited(replace(order, audiences=("phone",)), visit)


def test_port_is_taken(order):
    """A port that is taken, or that there is not, is a wrong argument."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="already in use"):
            serve(order, port=taken.getsockname()[1], say=print)


def test_without_ipv6(order, monkeypatch):
    """Where there is no IPv6 the other address does alone."""
    from briefing.preview import serving

    real = socket.socket

    def only_four(family=socket.AF_INET, *rest):
        if family == socket.AF_INET6:
            raise OSError("no such family")
        return real(family, *rest)

    monkeypatch.setattr(serving.socket, "socket", only_four)
    (only,) = serving._bound(0)
    only.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-"], "name files or folders, not -"),
        ([".", "--port", "70000"], "a port is a number"),
        (["nowhere"], "there is no such file or folder"),
        ([".", "--audience", "nobody"], "There is no audience 'nobody'"),
        ([".", "--date", "soon"], "is no date"),
        ([".", "--config", "nowhere.toml"], "does not exist"),
    ],
)
def test_wrong_usage(desk, capsys, words, said):
    """A wrong argument is told before anything is served, with status 2."""
    assert main(["preview", *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_command(desk, capsys, monkeypatch):
    """The command says what is to be shown: editions, edits, date, and each edition's issue before."""
    orders = []
    monkeypatch.setattr("briefing.preview.serving.serve", lambda order, **more: orders.append((order, more)))
    assert (
        main(
            [
                "build",
                ".",
                "--date",
                "2026-01-01",
                "--audience",
                "phone",
                "--format",
                "json",
                "--out",
                "../out",
            ]
        )
        == 0
    )
    words = ["preview", ".", "--date", "2026-01-02", "--out", "../out"]
    assert main([*words, "--audience", "phone", "--port", "8080"]) == 0
    assert main([*words, "--edits", "none", "--previous", "none"]) == 0
    (one, more), (two, _) = orders
    assert (one.edits, one.audiences, one.date, one.code) == ("edits.toml", ("phone",), "2026-01-02", True)
    assert json.loads(one.earlier["phone"])["date"] == "2026-01-01"
    assert (two.edits, two.earlier, two.audiences) == (None, {}, ())
    assert more["port"] == 8080
    capsys.readouterr()
    more["say"]("http://here/")
    assert capsys.readouterr().out == "http://here/\n"


def test_command_among_the_articles(desk, tmp_path, monkeypatch):
    """A configuration that was only found among the articles may name no code, and its edits lie beside it."""
    orders = []
    monkeypatch.setattr("briefing.preview.serving.serve", lambda order, **more: orders.append(order))
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "desk", "--date", "2026-01-02"]) == 0
    assert (orders[0].code, orders[0].edits) == (False, "desk/edits.toml")


def test_command_without_a_configuration(desk, tmp_path, monkeypatch):
    """Without a configuration there is the default edition, and edits lie in the current folder."""
    orders = []
    monkeypatch.setattr("briefing.preview.serving.serve", lambda order, **more: orders.append(order))
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "desk/wire.txt", "--date", "2026-01-02"]) == 0
    assert (orders[0].config, orders[0].edits) == (None, "edits.toml")
