"""Folders that a command can work on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CONFIG = SEEDS / "briefing.toml"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """``run("build", path)`` gives exit status, stdout and stderr."""

    def command(*words: object) -> tuple[int, str, str]:
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one, so that nothing is found by chance."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
