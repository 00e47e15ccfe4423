"""A desk to preview: the sample pile with its configuration, in a folder of its own, and a preview that serves it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.preview.studio import Order
from tests.preview.serving import DATE, SEEDS, Served, restored


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample pile as the current folder."""
    folder = tmp_path / "desk"
    shutil.copytree(SEEDS, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def order(desk: Path) -> Order:
    """What a preview of the desk is started with."""
    return Order((".",), "briefing.toml", "edits.toml", (), DATE, code=True, cache=False, earlier={})


@pytest.fixture
def serve(desk: Path) -> Iterator[Callable[..., Served]]:
    """``serve("--edits", "none")`` gives a preview of the desk of its own, running."""
    started: list[Served] = []

    def start(*options: str) -> Served:
        started.append(Served(desk, *options))
        return started[-1]

    yield start
    for one in started:
        one.end()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview that a file of tests shares."""
    folder = tmp_path_factory.mktemp("shared") / "desk"
    shutil.copytree(SEEDS, folder)
    served = Served(folder)
    yield served
    served.end()


@pytest.fixture
def served(running: Served) -> Iterator[Served]:
    """The preview that is shared; whatever a test changes in its folder is put back."""
    with restored(running):
        yield running
