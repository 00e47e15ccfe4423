"""Which files a preview stands on, and what a change to one of them means."""

import asyncio
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.preview.watch import OURS, changes, standing
from briefing.renderers.look.templates import home


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("briefing.toml", "config"),
        ("edits.toml", "edits"),
        ("templates/brief.html", "templates"),
        ("templates/words/nl.toml", "templates"),
        ("wire.txt", "articles"),
        ("new/deep.md", "articles"),
        (".hidden", None),
        (".git/index", None),
        ("other.toml", None),
        ("output/2026-01-02/phone/brief.html", None),
        ("brief.html", "articles"),
        ("../elsewhere.txt", None),
    ],
)
def test_kinds(order, desk, path, kind):
    """A path is told by where it lies; what no article can be is nothing to us."""
    edition = desk / "output" / "2026-01-02" / "phone"
    edition.mkdir(parents=True)
    (edition / "brief.json").write_text("{}")
    assert standing(order).kind(Path(desk / path).resolve()) == kind


def test_our_own_templates(order):
    """Ours are known for good by the process that has loaded them."""
    assert standing(order).kind(home().resolve() / "default" / "brief.html") == OURS


def test_included_files(order, desk):
    """What a configuration includes belongs to it, wherever it lies."""
    shared = desk.parent / "shared"
    shared.mkdir()
    (shared / "actors.toml").write_text('[actors.x]\nnames = ["X"]\n')
    text = (desk / "briefing.toml").read_text()
    (desk / "briefing.toml").write_text(f'include = ["../shared/actors.toml"]\n{text}')
    found = standing(order)
    assert found.kind((shared / "actors.toml").resolve()) == "config"
    assert shared.resolve() in found.flat


def test_single_files_and_no_configuration(order, desk):
    """A file that is named is watched through its folder, of which nothing else counts."""
    found = standing(replace(order, paths=("wire.txt",), config=None, edits=None))
    assert found.kind((desk / "wire.txt").resolve()) == "articles"
    assert found.kind((desk / "release.txt").resolve()) is None
    assert found.kind((desk / "briefing.toml").resolve()) is None
    assert desk.resolve() in found.flat


def test_changes(order, desk):
    """A file put in another's place is a change of its kind, and so is all that lies in a folder of templates."""

    async def run():
        async with aclosing(changes(order)) as found:
            for step, kind in ((_replaced, "config"), (_foldered, "templates"), (_templated, "templates")):
                task = asyncio.ensure_future(_until(found, kind))
                await asyncio.sleep(0.5)  # until it watches
                step(desk)
                await asyncio.wait_for(task, 30)

    asyncio.run(run())


async def _until(found, kind):
    async for kinds in found:
        if kind in kinds:
            return


def _replaced(folder):
    (folder / ".new").write_text((folder / "briefing.toml").read_text() + "# more\n")
    (folder / ".new").replace(folder / "briefing.toml")


def _foldered(folder):
    (folder / "templates").rename(folder / "kept")


def _templated(folder):
    (folder / "kept").rename(folder / "templates")


def test_a_folder_that_comes_is_told_once_it_is_watched(order, desk):
    """What was put into a new folder before anybody watched it is not missed: its kind is told a second time."""
    (desk / "templates").rename(desk / "kept")
    other = replace(order, paths=("wire.txt",))

    async def run():
        async with aclosing(changes(other)) as found:
            task = asyncio.ensure_future(_until(found, "templates"))
            await asyncio.sleep(0.5)  # until it watches
            (desk / "templates").mkdir()
            await asyncio.wait_for(task, 30)
            (desk / "templates" / "brief.html").write_text("late")
            await asyncio.wait_for(_until(found, "templates"), 30)

    asyncio.run(run())


def test_a_link_that_leads_back_to_itself(order, desk):
    """Edits that cannot be read are watched as any others."""
    (desk / "edits.toml").symlink_to("edits.toml")
    assert standing(order).kind(desk.resolve() / "edits.toml") == "edits"
