"""The files of an edition: together or not at all, whatever happens in between."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from briefing.delivery import files, place
from briefing.errors import DeliveryError
from briefing.model import Rendered

OLD = {"brief.html": b"old page", "brief.json": b"old", "brief.pdf": b"old paper"}
NEW = {"brief.html": b"new page", "brief.json": b"new", "brief.txt": b"new text"}


def edition(contents):
    return [Rendered(name, "text/plain", data) for name, data in contents.items()]


def standing(folder):
    """Give what stands in a folder, hidden files too: name → content, None for a folder."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def names(folder):
    """Name what stands in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def day(tmp_path):
    """A day's folder with the old edition in it."""
    files.write(edition(OLD), tmp_path / "day" / "analyst")
    return tmp_path / "day"


@pytest.fixture(params=["exchange", "rename", "foreign"])
def way(request, day, monkeypatch):
    """Each way in which an edition takes another one's place."""
    if request.param == "rename":
        monkeypatch.setattr(place, "exchange", lambda _one, _other: False)
    if request.param == "foreign":
        (day / "analyst" / "notes.docx").write_bytes(b"mine")
    return request.param


def mine(way):
    return {"notes.docx": b"mine"} if way == "foreign" else {}


def test_first_edition(tmp_path):
    """Folders are made as needed; the paths come back in the order of the files, as the folder was named."""
    folder = tmp_path / "out" / "2025-02-20" / "analyst"
    paths = files.write(edition(NEW), folder)
    assert paths == (folder / "brief.html", folder / "brief.json", folder / "brief.txt")
    assert standing(folder) == NEW
    assert names(folder.parent) == ["analyst"]


def test_relative_folder(tmp_path, monkeypatch):
    """A folder relative to the current one serves, the current one included."""
    monkeypatch.chdir(tmp_path)
    assert files.write(edition(NEW), Path("out")) == (
        Path("out/brief.html"), Path("out/brief.json"), Path("out/brief.txt"),
    )  # fmt: skip
    (tmp_path / "out" / "mine.txt").write_text("mine")
    monkeypatch.chdir(tmp_path / "out")
    inode = (tmp_path / "out").stat().st_ino
    files.write(edition(OLD), Path())
    assert standing(tmp_path / "out") == OLD | {"mine.txt": b"mine"}
    assert (tmp_path / "out").stat().st_ino == inode


def test_nothing_to_write(tmp_path):
    """Without files nothing is made."""
    assert files.write([], tmp_path / "out") == ()
    assert standing(tmp_path) == {}


def test_another_edition(day, way):
    """A new edition takes the old one's place whole: files that it lacks go, foreign ones stay."""
    files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == NEW | mine(way)
    assert names(day) == ["analyst"]


def test_more_of_the_same_edition(day, way):
    """Where brief.json stays the same, or none is written, the other files are of the same edition and stay."""
    files.write(edition({"brief.json": b"old", "brief.txt": b"text"}), day / "analyst")
    files.write(edition({"brief.html": b"another look"}), day / "analyst")
    expected = OLD | {"brief.txt": b"text", "brief.html": b"another look"}
    assert standing(day / "analyst") == expected | mine(way)


def test_the_current_folder_is_not_taken_away(day, monkeypatch):
    """Who stands in an edition's folder, or below it, is not left in one that is gone."""
    monkeypatch.chdir(day / "analyst")
    files.write(edition(NEW), day / "analyst")
    assert standing(Path()) == NEW


def test_rights_stay(day):
    """A folder that was closed to others stays closed."""
    (day / "analyst").chmod(0o700)
    files.write(edition(NEW), day / "analyst")
    assert (day / "analyst").stat().st_mode & 0o777 == 0o700


def test_foreign_folders_stay(day):
    """A folder of somebody's in the edition's folder stays with all that is in it."""
    (day / "analyst" / "drafts").mkdir()
    (day / "analyst" / "drafts" / "a.txt").write_text("mine")
    files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == NEW | {"drafts": None}
    assert (day / "analyst" / "drafts" / "a.txt").read_text() == "mine"


# --- what cannot be written ----------------------------------------------------------------------------


def test_a_file_in_place_of_the_folder(tmp_path):
    """A file where the folder should be stays, and is named."""
    (tmp_path / "out").write_text("mine")
    with pytest.raises(DeliveryError, match=r"out: a file stands where the folder should be \(.+--out\)"):
        files.write(edition(NEW), tmp_path / "out")
    with pytest.raises(DeliveryError, match=r"not a directory .*\(a file stands where a folder should be"):
        files.write(edition(NEW), tmp_path / "out" / "day" / "analyst")
    assert standing(tmp_path) == {"out": b"mine"}


def test_a_folder_in_place_of_a_file(day):
    """A folder that bears the name of an edition's file is nobody's to remove."""
    (day / "analyst" / "brief.txt").mkdir()
    with pytest.raises(
        DeliveryError, match=r"is a directory at .*brief\.txt; what stood there stands as it was"
    ):
        files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == OLD | {"brief.txt": None}


def test_a_link_in_place_of_the_folder(tmp_path):
    """An output folder that is a link is refused: it may lead anywhere."""
    (tmp_path / "home").mkdir()
    (tmp_path / "out").symlink_to("home")
    with pytest.raises(DeliveryError, match="a link; nothing is written through it"):
        files.write(edition(NEW), tmp_path / "out")
    assert standing(tmp_path / "home") == {}


@pytest.mark.parametrize("foreign", [False, True])
def test_links_in_the_folder(day, tmp_path, foreign):
    """A link in place of a file is replaced, and what it leads to stays as it was."""
    (tmp_path / "secret").write_text("secret")
    (day / "analyst" / "brief.html").unlink()
    (day / "analyst" / "brief.html").symlink_to(tmp_path / "secret")
    (day / "analyst" / "brief.txt").symlink_to(tmp_path / "nowhere")
    if foreign:
        (day / "analyst" / "link").symlink_to(tmp_path / "secret")
    files.write(edition(NEW), day / "analyst")
    assert (tmp_path / "secret").read_text() == "secret"
    assert not (tmp_path / "nowhere").exists()
    assert {name: standing(day / "analyst")[name] for name in NEW} == NEW
    assert not any((day / "analyst" / name).is_symlink() for name in NEW)


@pytest.mark.parametrize("name", ["../brief.html", "a/b", "", ".hidden", "/etc/passwd", ".."])
def test_names_that_leave_the_folder(tmp_path, name):
    """A file that would lie elsewhere is not written."""
    with pytest.raises(DeliveryError, match="cannot be the names of an edition's files"):
        files.write(edition({name: b"x"}), tmp_path / "out")
    assert standing(tmp_path) == {}


def test_one_name_twice(tmp_path):
    """Two files of one name are refused: one of them would vanish."""
    with pytest.raises(DeliveryError, match="cannot be the names"):
        files.write(edition({"brief.txt": b"a"}) + edition({"brief.txt": b"b"}), tmp_path / "out")


def test_not_writable(tmp_path):
    """A folder that may not be written is named with the mend, also for root's tests: they step down."""
    tmp_path.chmod(0o500)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        with pytest.raises(
            DeliveryError, match=r"not written, permission denied .*\(.*another folder by --out\)"
        ):
            files.write(edition(NEW), tmp_path / "out")
    finally:
        os.seteuid(user)
        tmp_path.chmod(0o700)
    assert standing(tmp_path) == {}


def child(code, *arguments):
    """Run code in a process of its own that has the two editions at hand."""
    head = f"""
import os, resource, signal, sys
from pathlib import Path
from briefing.delivery import files, place
from briefing.errors import DeliveryError
from briefing.model import Rendered
folder = Path(sys.argv[1])
NEW = [Rendered(name, "text/plain", data) for name, data in {NEW!r}.items()]
"""
    command = [sys.executable, "-c", head + textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


FULL = """
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    try:
        files.write([*NEW, Rendered("brief.pdf", "application/pdf", b"%" * 60_000)], folder)
    except DeliveryError as error:
        print(error)
"""


def test_disk_full(day, way):
    """When the disk is full the old edition stands whole, nothing of the new one, and the reason is told."""
    run = child(FULL, day / "analyst")
    assert run.stderr == ""
    assert "not written, file too large" in run.stdout
    assert "what stood there stands as it was" in run.stdout
    assert standing(day / "analyst") == OLD | mine(way)
    assert names(day) == ["analyst"]


def test_disk_full_at_first(tmp_path):
    """When the disk is full no empty folders are left behind either."""
    run = child(FULL, tmp_path / "out" / "day" / "analyst")
    assert "not written, file too large" in run.stdout
    assert standing(tmp_path) == {}


# --- interrupted and killed ----------------------------------------------------------------------------


def visible(folder):
    return {name: data for name, data in standing(folder).items() if not name.startswith(".")}


STOP = """
    # After so many steps the process is interrupted or killed, before or after the step itself.
    count, how, way = int(sys.argv[2]), sys.argv[3], sys.argv[4]
    if way == "rename":
        place.exchange = lambda one, other: False
    steps = 0
    def counted(call):
        def step(*arguments, **named):
            global steps
            steps += 1
            if steps == count and how == "interrupt":
                raise KeyboardInterrupt
            if steps == count:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)
        return step
    for name in ("mkdir", "rename", "replace", "unlink", "fsync", "rmdir"):
        setattr(os, name, counted(getattr(os, name)))
    exchange = place.exchange
    place.exchange = counted(exchange)
    try:
        files.write(NEW, folder)
    except KeyboardInterrupt:
        sys.exit(130)
    print("done")
"""


@pytest.mark.parametrize("how", ["interrupt", "kill"])
def test_stopped_at_any_step(day, way, how):
    """Stopped before any of its steps, one edition stands whole; the next run leaves no litter."""
    folder, stopped = day / "analyst", 0
    for count in range(1, 40):
        run = child(STOP, folder, count, how, way)
        if run.stdout == "done\n":
            break
        stopped += 1
        assert run.returncode == (130 if how == "interrupt" else -signal.SIGKILL), run.stderr
        if how == "kill" and way != "exchange":
            place.recover(folder)
        assert visible(folder) in (OLD | mine(way), NEW | mine(way)), count
        files.write(edition(OLD), folder)
        assert standing(folder) == OLD | mine(way), count
        assert names(day) == ["analyst"], count
    assert stopped >= 8  # three files and their folder flushed, made, moved, cleared
    assert standing(folder) == NEW | mine(way)


def test_interrupted_while_writing(day, way, monkeypatch):
    """Ctrl-C while the files are being written leaves the old edition, and no litter."""

    def interrupted(_folder, _files):
        raise KeyboardInterrupt

    monkeypatch.setattr(place, "_fill", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == OLD | mine(way)
    assert names(day) == ["analyst"]


def test_killed_between_two_renames(day):
    """An old edition that was put aside and never replaced is back after any edition of the day is written."""
    (day / "analyst").rename(day / f".analyst{place.OLD}")
    (day / f".analyst{place.NEW}").mkdir()
    files.write(edition(NEW), day / "executive")
    assert names(day) == ["analyst", "executive"]
    assert standing(day / "analyst") == OLD


def test_killed_in_mid_plan(day):
    """A plan that was left half done is completed before the next edition is written."""
    folder = day / "analyst"
    (folder / "notes.docx").write_bytes(b"mine")
    ready = folder / place.READY
    ready.mkdir()
    (ready / place.PLAN).write_text('{"remove": ["brief.pdf", "notes.docx"], "move": ["brief.txt", "../x"]}')
    (ready / "brief.txt").write_bytes(b"new text")
    place.recover(folder)
    assert standing(folder) == {
        "notes.docx": b"mine", "brief.html": b"old page", "brief.json": b"old", "brief.txt": b"new text",
    }  # fmt: skip


@pytest.mark.parametrize("plan", ["", "[]", "{}", '{"remove": 1, "move": []}', '{"remove": [], "move": [7]}'])
def test_plans_that_are_none(day, plan):
    """A hidden folder that only looks like ours is cleared away without being followed."""
    ready = day / "analyst" / place.READY
    ready.mkdir()
    (ready / place.PLAN).write_text(plan)
    files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == NEW


def test_links_in_place_of_hidden_folders(day, tmp_path):
    """Links laid where we keep what is unfinished are removed, not followed."""
    target = tmp_path / "home"
    target.mkdir()
    (target / "a.txt").write_text("mine")
    for link in (day / f".analyst{place.NEW}", day / f".x{place.OLD}", day / "analyst" / place.READY,
                 day / "analyst" / place.STAGED):  # fmt: skip
        link.symlink_to(target)
    files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == NEW
    assert names(day) == ["analyst"]
    assert standing(target) == {"a.txt": b"mine"}


def test_two_runs_at_once(day):
    """Runs that write the same edition at the same time wait for one another; each file is of the last."""
    editions = [{"brief.json": b"%d" % n, "brief.txt": b"%d" % n} for n in range(8)]
    threads = [threading.Thread(target=files.write, args=(edition(one), day / "analyst")) for one in editions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert standing(day / "analyst") in editions
    assert names(day) == ["analyst"]


def test_a_file_system_without_locks(tmp_path, monkeypatch):
    """Where no lock can be had the edition is written all the same."""

    def refuse(_handle, _how):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(files.fcntl, "flock", refuse)
    files.write(edition(NEW), tmp_path / "out")
    assert standing(tmp_path / "out") == NEW


def test_a_system_without_exchange(tmp_path, monkeypatch):
    """A system whose library lacks the call says so instead of failing."""
    monkeypatch.setattr(place.ctypes, "CDLL", lambda _name: object())
    assert place.exchange(tmp_path, tmp_path) is False


@pytest.mark.parametrize("which", [f".analyst{place.NEW}", "analyst"])
def test_a_rename_that_fails(day, monkeypatch, which):
    """Where a folder cannot be moved, the old edition stays or is moved back."""
    rename = Path.rename

    def failing(self, target):
        if self.name == which:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
        return rename(self, target)

    monkeypatch.setattr(place, "exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(
        DeliveryError, match=r"device or resource busy .*\(see that the folder can be written\)"
    ):
        files.write(edition(NEW), day / "analyst")
    assert standing(day / "analyst") == OLD
    assert names(day) == ["analyst"]
