"""The ground that other tests stand on: its fixtures hold what they promise."""

import logging
import runpy
import socket
import time
from pathlib import Path

import pytest

import briefing

pytest_plugins = ("pytester",)

HEAD = '<!doctype html><html lang="en"><head><title>A</title></head>'
PAGE = HEAD + "<body><main><h1>A</h1>{}</main></body></html>"


def test_no_network():
    """A connection beyond this machine fails the test even inside a broad except."""
    with pytest.raises(pytest.fail.Exception), socket.socket() as one:
        try:
            one.connect(("192.0.2.1", 80))
        except Exception:  # noqa: BLE001 - what sloppy code would do
            raise AssertionError("swallowed") from None
    with pytest.raises(pytest.fail.Exception):
        socket.getaddrinfo("example.org", 80)


def test_loopback():
    """A server on this machine can be spoken to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_odd_time_zone():
    """Local time is not UTC, so code that mixes them up is found."""
    assert time.strftime("%z", time.localtime(0)) not in {"+0000", ""}


def test_logs_are_watched(pytester):
    """A warning in the log fails a test that does not clear it."""
    pytester.makeconftest(
        "import importlib.util, pathlib\n"
        f"path = {str(Path(__file__).with_name('conftest.py'))!r}\n"
        "spec = importlib.util.spec_from_file_location('ground', path)\n"
        "ground = importlib.util.module_from_spec(spec); spec.loader.exec_module(ground)\n"
        "_no_unexpected_log = ground._no_unexpected_log\n"
    )
    pytester.makepyfile(
        "import logging\n"
        "def test_loud(): logging.getLogger('x').warning('loud')\n"
        "def test_expected(caplog): logging.getLogger('x').warning('loud'); caplog.clear()\n"
        "def test_quiet(): logging.getLogger('x').info('quiet')\n"
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=3, errors=1)


def test_browser_width(chromium):
    """The browser shows a page at the very width that was asked for, also a telephone's, dark or light."""
    look = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
    assert chromium.evaluate(PAGE, look, width=360) == [360, False]
    assert chromium.evaluate(PAGE, look, width=1280, dark=True) == [1280, True]


def test_browser_fault(chromium):
    """A script that fails in the page fails the test."""
    with pytest.raises(AssertionError, match="no such"):
        chromium.evaluate(PAGE, "throw 'no such'")


def test_browser_picture(chromium, tmp_path):
    """A picture has the size that was asked for."""
    chromium.screenshot(PAGE, tmp_path / "page.png", size=(768, 400))
    head = (tmp_path / "page.png").read_bytes()[:24]
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (768, 400)


def test_axe(chromium):
    """axe-core finds a picture without words, and nothing in a sound page."""
    assert chromium.axe(PAGE.format("<p>Words.</p>")) == []
    faults = chromium.axe(PAGE.format('<img src="data:,">'))
    assert [fault.split(":")[0] for fault in faults] == ["image-alt"]


def test_html_faults(html_faults):
    """The W3C checker finds a wrong element, and nothing in a sound page."""
    assert html_faults(PAGE.format("<p>Words.</p>")) == []
    assert any("center" in fault for fault in html_faults(PAGE.format("<center>Words.</center>")))


def test_golden(golden, request):
    """A golden file is compared whole."""
    if request.config.getoption("--regold"):
        pytest.skip("rewriting")
    golden("ground.txt", "whole\n")
    golden("ground.txt", b"whole\n")
    with pytest.raises(AssertionError):
        golden("ground.txt", "whole")


def test_quiet_log_level():
    """Information may be logged freely."""
    logging.getLogger("briefing").info("fine")


def test_run_as_a_module(monkeypatch, capsys):
    """``python -m briefing`` is the command, and its status is the process's."""
    monkeypatch.setattr("sys.argv", ["briefing", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("briefing", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out) == (0, f"briefing {briefing.__version__}\n")
