"""What templates that are not ours may take at most."""

import resource
import signal
import threading
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.renderers.look import bounds


def state():
    return resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGVTALRM), signal.getitimer(1)


def test_what_ends_in_time_leaves_no_trace():
    """Limits, handler and timer are afterwards as before, also where something failed inside."""
    before = state()
    with bounds.bounded("a.html"):
        assert state() != before
    with pytest.raises(KeyError), bounds.bounded("a.html"):
        raise KeyError
    assert state() == before


def test_time_and_memory_are_bounded():
    """A loop without end and more memory than anybody needs are told with the template's name."""
    with (
        pytest.raises(TemplateError, match=r"a\.html: stopped after 0\.2 seconds"),
        bounds.bounded("a.html", seconds=0.2),
    ):
        while True:
            pass
    with (
        pytest.raises(TemplateError, match=r"a\.html: stopped, it asks for too much memory"),
        bounds.bounded("a.html"),
    ):
        bytearray(bounds.BYTES * 4)


def test_a_loop_that_swallows_errors_is_stopped_all_the_same():
    """Jinja passes over errors while it folds constants: what stops a template is none that it passes over."""
    with pytest.raises(TemplateError), bounds.bounded("a.html", seconds=0.2):
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001 - as Jinja does
                continue


def in_a_thread(work):
    """What a function says beside the main thread."""
    said = []
    thread = threading.Thread(target=lambda: said.append(work()))
    thread.start()
    thread.join()
    return said[0]


def test_beside_the_main_thread_another_thread_watches():
    """Where no signal reaches, time and memory are bounded all the same, and nothing of it stays."""

    def endless():
        said = r"a\.html: stopped after 0\.3 seconds"
        with pytest.raises(TemplateError, match=said), bounds.bounded("a.html", seconds=0.3):
            while True:
                pass
        return threading.active_count()

    def large():
        said = r"a\.html: stopped, it asks for too much memory"
        with pytest.raises(TemplateError, match=said), bounds.bounded("a.html"):
            bytearray(bounds.BYTES * 4)
        return resource.getrlimit(resource.RLIMIT_AS)

    before = threading.active_count(), resource.getrlimit(resource.RLIMIT_AS)
    assert (in_a_thread(endless) - 1, in_a_thread(large)) == before


def test_one_bound_inside_another_keeps_the_limits_of_the_first():
    """The limits before the first are restored when the last one has left, and not sooner."""
    before = state()
    with bounds.bounded("a.html"):
        inside = state()[0]

        def second():
            with bounds.bounded("b.html"):
                return resource.getrlimit(resource.RLIMIT_AS)

        assert in_a_thread(second) == inside
        assert resource.getrlimit(resource.RLIMIT_AS) == inside
    assert state() == before


def test_numbers_stay_of_a_bearable_size():
    """Products and powers of more than 4,096 bits are refused before they are reckoned; others, and texts, are not."""
    for number, other, power in (
        (2, 2_000, True),
        (1 << 2_000, 1 << 2_000, False),
        ("x", 9**9, False),
        (9, -9, True),
    ):
        bounds.small(number, other, power=power)
    for number, other, power in ((9, 9**9, True), (1 << 4_000, 1 << 4_000, False)):
        with pytest.raises(OverflowError, match="more than 4,096 bits"):
            bounds.small(number, other, power=power)


def test_a_narrower_limit_stays_and_so_does_an_unknown_size(monkeypatch):
    """A limit that is there already is never widened; where the system does not tell our size there is none of ours."""
    assert bounds._most((1 << 20, resource.RLIM_INFINITY)) == 1 << 20

    def unknown(self, encoding):
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", unknown)
    assert bounds._most((resource.RLIM_INFINITY, 0)) == resource.RLIM_INFINITY


def test_depth_is_bounded_and_half_letters_are_mended():
    """Open elements count, closed and void ones do not; half a surrogate pair becomes a question mark."""
    flat = "<br><img>" * 5_000 + "<p>x</p>" * 5_000 + "\ud800"
    assert bounds.flat("a.html", flat) == flat.replace("\ud800", "?")
    assert bounds.flat("a.html", "</div>" * 10 + "<div>" * bounds.DEEPEST)
    with pytest.raises(TemplateError, match=r"a\.html: more than 3,000 elements inside one another"):
        bounds.flat("a.html", "</div>" * 10 + "<div>" * (bounds.DEEPEST + 1))
