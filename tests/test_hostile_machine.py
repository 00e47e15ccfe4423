"""The machine at fault: closed pipes, full disks, folders without rights, odd terminals, Ctrl-C, two runs at once."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
DAY = "2025-02-19"
BODY = "The river rose by two metres on Monday, the mayor said. Schools stayed shut in the valley until Friday.\n"
BRIEFING = f"{sys.executable} -m briefing"


@pytest.fixture
def desk(tmp_path):
    """A folder with an article in it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BODY)
    return tmp_path


def shell(line, folder, **env):
    """Run a line of bash in a folder; ``briefing`` in it is ours."""
    line = "briefing() { " + BRIEFING + ' "$@"; }; ' + line
    whole = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | env
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=whole, capture_output=True, timeout=120, check=False
    )


def litter(folder):
    """Whatever lies in a folder, hidden files too."""
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*"))


# --- streams -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("briefing build in --format json <&-", 0),
        ("briefing build - in --format json <&-", 0),
        ("briefing build - <&-", 4),
        ("briefing explain in >&-", 0),
        ("briefing build in --format json >&-", 0),
        ("briefing explain in >/dev/full", 1),
        ("briefing build in --format json 2>&-", 0),
        ("briefing build nowhere 2>&-", 2),
        ("briefing build nowhere >&- 2>&- <&-", 2),
        ("briefing --help >/dev/full", None),
        ("briefing explain in in in | head -1; exit ${PIPESTATUS[0]}", None),
        ("briefing summarize in | true; exit ${PIPESTATUS[0]}", None),
    ],
)
def test_closed_and_full_streams_end_in_order(desk, line, status):
    """Whatever stream is closed, full or no longer read, the command ends with its status and without a traceback."""
    run = shell(line, desk)
    assert b"Traceback" not in run.stderr
    assert b"Exception" not in run.stderr
    assert status is None or run.returncode == status, run.stderr


def test_a_pipe_that_closes_early_is_quiet(desk):
    """``briefing explain … | head -1`` shows its line and says nothing else, however much was to come."""
    (desk / "in" / "a.txt").write_text(BODY * 2_000)
    run = shell("briefing explain in | head -2", desk)
    assert (run.stdout, run.stderr) == (b"\na.txt\n", b"")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)  # fmt: skip
def test_a_terminal_of_few_letters_gets_all_it_can(desk, env):
    """Where the terminal's encoding lacks a letter it is shown as an escape; JSON stays JSON."""
    (desk / "in" / "a.txt").write_text("“Ні”, – сказав Шольц у Києві. " + BODY)
    assert shell("briefing explain in", desk, **env).returncode == 0
    run = shell("briefing explain in --json", desk, **env)
    assert run.returncode == 0
    assert any("Шольц" in json.loads(line)["text"] for line in run.stdout.decode().splitlines())


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (
            OSError(28, "No space left on device"),
            1,
            "stopped by the system: [Errno 28] No space left on device",
        ),
        (MemoryError(), 1, "stopped by the system: out of memory"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 1, None),
    ],
)
def test_what_the_system_refuses_is_told_in_a_line(monkeypatch, capsys, error, status, told):
    """Whatever the system refuses, wherever it does, ends with a status and at most one line."""
    from briefing.cli import explain, main

    def refused(args):
        raise error

    monkeypatch.setattr(explain, "run", refused)
    assert main(["explain", "in"]) == status
    assert capsys.readouterr().err == (f"briefing: {told}\n" if told else "")


def test_an_error_of_ours_is_not_hidden(monkeypatch):
    """What no user and no system can cause is a bug, and keeps its traceback."""
    from briefing.cli import explain, main

    def broken(args):
        raise ZeroDivisionError

    monkeypatch.setattr(explain, "run", broken)
    with pytest.raises(ZeroDivisionError):
        main(["explain", "in"])


# --- rights and room -----------------------------------------------------------------------------------


AS_NOBODY = """
    # What is imported later must be imported now: the interpreter itself may lie where nobody may look.
    import os, sys
    from briefing.cli import main
    folder, words = sys.argv[1], sys.argv[2:]
    os.chdir(folder)
    main(["build", "in", "--out", "warm", "--date", "2025-02-19", "--format", "html", "--format", "pdf"])
    main(["check", "--config", "sound.toml"])
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    print("-----")
    sys.exit(main(words))
"""


@pytest.fixture
def commons():
    """A folder that everybody may enter: a sound article, one without rights, folders without some or any."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    for name in ("in", "warm", "open", "closed", "unsearchable", "mixed"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(BODY)
    (folder / "mixed" / "locked.txt").write_text(BODY + BODY)
    (folder / "mixed" / "locked.txt").chmod(0)
    for inner in ("closed", "unsearchable"):
        shutil.copytree(folder / inner, folder / "mixed" / inner)
    (folder / "sound.toml").write_text('[themes.t]\nkeywords = ["river"]\n')
    (folder / "open").chmod(0o777)
    for base in (folder, folder / "mixed"):
        (base / "closed").chmod(0)
        (base / "unsearchable").chmod(0o444)
    yield folder
    for path in (
        folder / "closed",
        folder / "unsearchable",
        folder / "mixed/closed",
        folder / "mixed/unsearchable",
    ):
        path.chmod(0o755)
    shutil.rmtree(folder)


def nobody(folder, *words, **env):
    """Run a command without rights; give status, output and messages of that command alone."""
    script = textwrap.dedent(AS_NOBODY)
    whole = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | env
    whole = {name: value for name, value in whole.items() if value is not None}
    run = subprocess.run(
        [sys.executable, "-c", script, str(folder), *map(str, words)],
        env=whole, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in run.stderr, run.stderr
    return run.returncode, run.stdout.partition("-----\n")[2], run.stderr


def test_what_may_not_be_read_is_named(commons):
    """A file and folders without rights are skipped with the system's reason; the others are read."""
    status, out, err = nobody(
        commons, "build", "mixed", "--out", "open/out", "--date", DAY, "--format", "json"
    )
    assert (status, out) == (0, f"open/out/{DAY}/default/brief.json\n")
    for name in ("mixed/locked.txt", "mixed/closed", "mixed/unsearchable/a.txt"):
        assert f"skipped {name} (find): It cannot be read: Permission denied." in err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("build", "closed", "--out", "open/out"), 4),
        (("build", "closed/a.txt", "--out", "open/out"), 4),
        (("build", "unsearchable", "--out", "open/out"), 4),
        (("build", "in", "--out", "shut"), 1),
        (("build", "in", "--out", "closed/out"), 1),
        (("build", "in", "--out", "unsearchable"), 1),
        (("build", "in", "--config", "closed/briefing.toml"), 2),
        (("build", "in", "--previous", "closed/brief.json"), 2),
        (("render", "closed/brief.json"), 2),
        (("verify", "unsearchable/brief.json"), 2),
        (("check", "--config", "unsearchable/briefing.toml"), 2),
        (("init", "closed/new"), 1),
    ],
)
def test_without_rights_every_command_says_so(commons, words, status):
    """What may not be read or written ends with the status of its kind, a reason and no litter."""
    got, _, err = nobody(commons, *words)
    assert got == status
    assert "ermission denied" in err
    assert litter(commons / "open") == ["a.txt"]


def test_neither_home_nor_checkout_need_be_writable(commons):
    """Without a home, or with one that nobody may write to, and from a checkout of another's, all is made."""
    for home in (None, "/nonexistent"):
        words = (
            "build",
            "in",
            "--out",
            f"open/{home is None}",
            "--date",
            DAY,
            "--format",
            "html",
            "--format",
            "pdf",
        )
        status, out, _ = nobody(commons, *words, HOME=home, XDG_CACHE_HOME=None)
        assert status == 0
        assert len(out.splitlines()) == 3


def test_a_full_disk_leaves_the_old_edition(desk):
    """Where a file of the new edition finds no room, the old edition stands, byte for byte, and nothing beside it."""
    line = f"briefing build in --out out --date {DAY} --format html --format text"
    assert shell(line, desk).returncode == 0
    old = {path: path.read_bytes() for path in (desk / "out" / DAY / "default").iterdir()}
    (desk / "in" / "b.txt").write_text("Another river rose by three metres on Tuesday, the governor said.\n")

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000))

    env = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_CACHE_HOME": str(desk / "cache"),
    }
    words = [sys.executable, "-m", *line.split()]
    run = subprocess.run(
        words, cwd=desk, env=env, capture_output=True, text=True, preexec_fn=small, check=False
    )
    assert run.returncode == 1
    assert "file too large" in run.stderr
    assert "Traceback" not in run.stderr
    assert {path: path.read_bytes() for path in (desk / "out" / DAY / "default").iterdir()} == old
    assert litter(desk / "out" / DAY) == [
        "default",
        *(f"default/brief.{end}" for end in ("html", "json", "txt")),
    ]


LONG = "x" * 5_000


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("build", LONG), 2), (("build", "in", "--out", LONG), 1), (("build", "in", "--config", LONG), 2),
        (("build", "in", "--previous", LONG), 2), (("build", "in", "--audience", LONG), 2), (("render", LONG), 2),
        (("verify", LONG), 2), (("send", LONG, "--to", "a@b.example"), 2), (("init", LONG), 1),
        (("check", "--config", LONG), 2), (("build", "in", "--date", LONG), 2),
        (("summarize", "in", "--method", LONG), 2),
    ],
)  # fmt: skip
def test_names_too_long_for_the_system_are_wrong_usage(desk, monkeypatch, capsys, words, status):
    """A name of 5,000 letters is told like any other that leads nowhere."""
    from briefing.cli import main

    monkeypatch.chdir(desk)
    assert main(list(words)) == status
    assert "briefing: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("date", "day"),
    [("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"), ("20250219", DAY), ("2025-W08-3", DAY)],
)
def test_the_first_and_the_last_day_have_a_brief(desk, monkeypatch, capsys, date, day):
    """Any day of the calendar makes every format, in any spelling of ISO 8601."""
    from briefing.cli import main

    monkeypatch.chdir(desk)
    words = [word for name in ("pdf", "html", "email", "markdown", "text") for word in ("--format", name)]
    assert main(["build", "in", "--date", date, "--out", "out", *words]) == 0
    assert len(list((desk / "out" / day / "default").iterdir())) == 6


@pytest.mark.parametrize(
    "date", ["0000-01-01", "10000-01-01", "2025-02-30", "", "-1", "\x1b[31m", "２０２５-02-19"]
)
def test_what_is_no_day_is_wrong_usage(desk, monkeypatch, capsys, date):
    """Days outside of the calendar end with 2."""
    from briefing.cli import main

    monkeypatch.chdir(desk)
    assert main(["build", "in", f"--date={date}"]) == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


# --- Ctrl-C and company --------------------------------------------------------------------------------


STOPPED = """
    # Ctrl-C reaches the process when it comes to one of its steps.
    import importlib, os, signal, sys
    from briefing.__main__ import main
    module, _, name = sys.argv.pop(1).rpartition(".")
    module = importlib.import_module(module)
    real = getattr(module, name)
    def step(*words, **named):
        os.kill(os.getpid(), signal.SIGINT)
        return real(*words, **named)
    setattr(module, name, step)
    sys.exit(main())
"""
STEPS = (
    "briefing.pipeline.find", "briefing.gathering.telling.weigh", "briefing.pipeline.draft",
    "briefing.renderers.pdf.document",
    "briefing.renderers.look.templates.fill", "briefing.renderers.archive.dump", "briefing.delivery.files.write",
    "briefing.delivery.place._fill", "briefing.delivery.place._swap", "briefing.delivery.place._flush",
)  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_interrupted_at_any_step(desk, step):
    """Ctrl-C ends with 130 and one line; the edition that stood before stands whole, or the new one, without litter."""
    line = f"build in --out out --date {DAY} --format html --format pdf"
    assert shell("briefing " + line, desk).returncode == 0
    folder = desk / "out" / DAY / "default"
    old = {path.name: path.read_bytes() for path in folder.iterdir()}
    (desk / "in" / "b.txt").write_text("Another river rose by three metres on Tuesday, the governor said.\n")
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-c", textwrap.dedent(STOPPED), step, *line.split()]
    run = subprocess.run(words, cwd=desk, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, run.stderr) == (130, "briefing: interrupted\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == old
    assert litter(desk / "out" / DAY) == [
        "default",
        *(f"default/brief.{end}" for end in ("html", "json", "pdf")),
    ]


def test_interrupted_by_the_clock(desk):
    """Ctrl-C at any moment of a run leaves a whole edition or none, and no litter."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    whole = [f"{DAY}/analyst/brief.{end}" for end in ("eml", "html", "json", "pdf")]
    for tenths in (3, 6, 9, 12):
        out = desk / f"out{tenths}"
        words = [*BRIEFING.split(), "build", SEEDS, "--audience", "analyst", "--date", DAY, "--out", out]
        words += ["--format", "pdf", "--format", "html", "--format", "email"]
        run = subprocess.Popen(
            words, cwd=desk, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        try:
            run.wait(tenths / 10)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
        files = [name for name in litter(out) if name.count("/") > 1] if out.exists() else []
        assert files in ([], whole)
        assert run.returncode == 0 or (
            run.returncode in (130, -signal.SIGINT)
        )  # the latter before we are loaded
        assert files or not out.exists()
        assert run.returncode != 130 or "Traceback" not in err


def test_two_runs_at_once_make_one_edition(desk):
    """Runs that write the same edition at the same time both succeed, and the edition is that of either."""
    line = f"briefing build in --out out --date {DAY} --format html --format text"
    runs = "; ".join(f"({line}) & p{n}=$!" for n in range(4))
    waits = " && ".join(f"wait $p{n}" for n in range(4))
    run = shell(f"{runs}; {waits}", desk)
    assert (run.returncode, run.stderr) == (0, b"")
    alone = shell(line.replace("--out out", "--out alone"), desk)
    assert alone.returncode == 0
    assert litter(desk / "out") == litter(desk / "alone")
    for path in (desk / "alone").rglob("brief.*"):
        assert (desk / "out" / path.relative_to(desk / "alone")).read_bytes() == path.read_bytes()
