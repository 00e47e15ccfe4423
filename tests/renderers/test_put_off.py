"""What a PDF needs for few fonts is imported when it is needed."""

import sys
from importlib import import_module

import pytest

from briefing.renderers.paper.engine import put_off


def test_a_module_put_off_is_imported_by_the_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is put off a stand-in is imported; calling something of that imports the module and calls it there."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with put_off("colorsys"):
        stand_in = import_module("colorsys")
    assert "colorsys" not in sys.modules
    assert stand_in.rgb_to_hsv(1.0, 0.0, 0.0) == (0.0, 1.0, 1.0)
    assert sys.modules["colorsys"] is not stand_in


def test_a_module_that_is_there_stays() -> None:
    """What is imported already is left as it is."""
    with put_off("json"):
        assert import_module("json").loads("1") == 1
    assert sys.modules["json"].__file__


def test_a_stand_in_passes_for_no_package() -> None:
    """A stand-in has no attributes by which the import system tells packages and files."""
    with put_off("no_such_module"):
        assert not hasattr(import_module("no_such_module"), "__path__")
