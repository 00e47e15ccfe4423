"""The two commands, on machines that lack things: acted by stand-ins for apt, pip, id and Python."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = ("scripts/setup", "scripts/brief", "scripts/test", ".ci/run")
PLAIN = (
    "sh",
    "dirname",
    "cat",
    "cksum",
    "grep",
    "mktemp",
    "chmod",
    "rm",
    "mkdir",
    "printf",
    "sleep",
    "flock",
    "env",
    "touch",
    "cp",
)

# A Python that answers for itself, makes environments of stand-ins, and notes what pip is told.
PYTHON = """#!/bin/sh
case "$*" in
  *ctypes*) echo "$VERSION $PANGO" ;;
  *version_info*) [ "$VERSION" = 3.9 ] ;;
  *ensurepip*) [ -n "$VENV" ] ;;
  --version) echo "Python $VERSION.1" ;;
  "-m venv "*)
    mkdir -p "$3/bin" "$3/lib/python$VERSION"
    echo "command = python3 -m venv $3" >"$3/pyvenv.cfg"
    cp "$0" "$3/bin/python"
    printf '#!/bin/sh\\necho "briefing $*"\\n' >"$3/bin/briefing" && chmod +x "$3/bin/briefing" ;;
  "-m pip "*) echo "pip $*" >>"$NOTES" && [ -z "$OFFLINE" ] ;;
  "-m compileall -q "*) ;;
  *) echo "unexpected: $*" >&2 && exit 99 ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$NOTES"
[ "$1" = update ] && exec touch "$NOTES.lists"
[ -e "$NOTES.lists" ]
"""
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-droid-fallback"


class Machine:
    """A bare machine: a checkout, a few programs, and settings that the stand-ins obey."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.programs, self.notes = folder / "check out", folder / "bin", folder / "notes"
        (self.checkout / "scripts").mkdir(parents=True)
        for name in ("scripts/setup", "scripts/brief", "scripts/test", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.checkout / name)
        self.programs.mkdir()
        for name in PLAIN:
            (self.programs / name).symlink_to(shutil.which(name))
        self.put("python3", PYTHON)
        self.put("id", "#!/bin/sh\necho $USER_ID\n")
        self.put("apt-get", APT)
        self.settings = {"VERSION": "3.11", "PANGO": "pango", "VENV": "1", "USER_ID": "1000", "OFFLINE": ""}

    def put(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def put_test_tools(self) -> None:
        for name in ("npm", "chromium", "java", "pdftotext", "qpdf", "shellcheck"):
            self.put(name, "#!/bin/sh\n")

    def run(self, script, *arguments, **settings):
        """Run a script in another folder; give exit status, output, talk, and what apt and pip were told."""
        self.notes.write_text("")
        names = {**self.settings, **settings, "PATH": str(self.programs), "NOTES": str(self.notes)}
        command = [str(self.checkout / "scripts" / script), *arguments]
        run = subprocess.run(
            command, capture_output=True, text=True, check=False, env=names, cwd=self.notes.parent
        )
        return run.returncode, run.stdout, run.stderr, self.notes.read_text()


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_posix(script):
    """The scripts are sound by the shell's own reading and by shellcheck's."""
    subprocess.run(["bash" if script == ".ci/run" else "sh", "-n", ROOT / script], check=True)
    if program := shutil.which("shellcheck"):
        run = subprocess.run([program, ROOT / script], capture_output=True, text=True, check=False)
        assert run.stdout == ""
    assert os.access(ROOT / script, os.X_OK)


def test_first_run(machine):
    """The first run makes the environment from the pins; output is the command's alone."""
    status, output, talk, notes = machine.run("brief", "news", "--format", "html")
    assert (status, output) == (0, "briefing build news --format html\n")
    assert talk == "setup: making .venv\nsetup: installing the pinned packages\n"
    assert [line.split(" ")[6:] for line in notes.splitlines()] == [
        ["constraints.txt", "--upgrade", "pip", "setuptools", "hatchling", "editables"],
        ["constraints.txt", "--no-build-isolation", "-e", "."],
    ]


def test_second_run(machine):
    """The second run sets nothing up and says nothing of it."""
    machine.run("brief", "news")
    assert machine.run("brief", "news") == (0, "briefing build news\n", "", "")


def test_sample(machine):
    """Without arguments the sample is built, into the checkout's output folder from wherever it is called."""
    expected = f"briefing build seeds --config seeds/briefing.toml --out {machine.checkout}/output\n"
    assert machine.run("brief")[1] == expected


def test_changed_pins(machine):
    """When the pins change the environment is brought up to date, not made again."""
    machine.run("setup")
    (machine.checkout / "constraints.txt").write_text("other==1\n")
    status, _, talk, notes = machine.run("setup")
    assert (status, talk) == (0, "setup: installing the pinned packages\n")
    assert notes.count("pip install") == 2


@pytest.mark.parametrize("damage", ["python gone", "moved", "cut short", "newer Python"])
def test_repair(machine, damage):
    """An environment that is broken, moved, half made or another Python's is made again."""
    machine.run("setup")
    venv = machine.checkout / ".venv"
    version = "3.11"
    match damage:
        case "python gone":
            (venv / "bin" / "python").unlink()
        case "moved":
            machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))
        case "cut short":
            (venv / "half").touch()
        case "newer Python":
            version = "3.12"
    status, _, talk, _ = machine.run("setup", VERSION=version)
    assert (status, talk) == (0, "setup: making .venv\nsetup: installing the pinned packages\n")
    assert machine.run("setup", VERSION=version) == (0, "", "", "")


def test_offline_first_run(machine):
    """Where the packages cannot be had the run fails and says so, and the next one tries again."""
    status, output, talk, _ = machine.run("brief", "news", OFFLINE="1")
    assert (status, output) == (1, "")
    assert talk.endswith("setup: the packages could not be installed\n")
    assert machine.run("brief", "news")[0] == 0


def test_no_pango_no_root(machine):
    """A user without Pango is told the line, and the build goes on."""
    status, output, talk, notes = machine.run("brief", "news", PANGO="bare")
    assert (status, output) == (0, "briefing build news\n")
    line = f"setup: run as root: apt-get update && apt-get install -y --no-install-recommends {PANGO}\n"
    assert talk.startswith(line)
    assert "apt-get" not in notes
    assert machine.run("brief", "news", PANGO="bare") == (0, "briefing build news\n", line, "")


def test_no_venv_no_root(machine):
    """A user without Python's venv module is told the one line, and the run stops with 2."""
    line = "setup: run as root: apt-get update && apt-get install -y --no-install-recommends python3-venv\n"
    assert machine.run("brief", "news", VENV="") == (2, "", line, "")


def test_no_test_tools_no_root(machine):
    """A user without the tests' tools is told the one line, and the run stops with 2."""
    status, output, talk, notes = machine.run("test", PANGO="bare")
    wanted = "npm chromium-headless-shell default-jre-headless poppler-utils qpdf shellcheck"
    line = (
        f"setup: run as root: apt-get update && apt-get install -y --no-install-recommends {wanted} {PANGO}\n"
    )
    assert (status, output, talk, notes) == (2, "", line, "")


def test_root_installs(machine):
    """Root gets the packages: the lists of packages are fetched once, and only where they are lacking."""
    status, _, _, notes = machine.run("brief", "news", PANGO="bare", USER_ID="0")
    install = f"apt-get install -y -q --no-install-recommends {PANGO}"
    assert status == 0
    assert [line for line in notes.splitlines() if "apt" in line] == [install, "apt-get update -q", install]


def test_no_python_no_root(machine):
    """Without any Python the line names it."""
    (machine.programs / "python3").unlink()
    status, _, talk, _ = machine.run("brief")
    assert (status, talk.count("\n")) == (2, 1)
    assert "python3 python3-venv libpango" in talk


def test_old_python(machine):
    """A Python that is too old is named, and nothing is installed."""
    expected = "setup: Python 3.11 or newer is needed; python3 is Python 3.9.1\n"
    assert machine.run("brief", VERSION="3.9") == (2, "", expected, "")


def test_test_tools(machine):
    """For the tests the group of test tools is added to the environment that runs the command."""
    machine.put_test_tools()
    machine.run("setup")
    status, _, talk, notes = machine.run("setup", "test")
    assert (status, talk) == (0, "setup: installing the pinned packages\n")
    assert [line.split(" -c ")[0].split(" ")[3] for line in notes.splitlines()] == [
        "install",
        "install",
        "wheel",
    ]
    assert notes.splitlines()[1].endswith("-e . --group test")
    assert machine.run("setup", "test") == (0, "", "", "")
    assert machine.run("setup", "run") == (0, "", "", "")


def test_two_at_once(machine):
    """Of two runs at once one sets up and the other waits for it."""
    slow = PYTHON.replace('echo "pip', 'sleep 1 && echo "pip')
    machine.put("python3", slow)
    machine.notes.write_text("")
    names = {**machine.settings, "PATH": str(machine.programs), "NOTES": str(machine.notes)}
    command = [str(machine.checkout / "scripts" / "setup")]
    both = [subprocess.Popen(command, env=names, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    talk = sorted(run.communicate()[1] for run in both)
    assert [run.returncode for run in both] == [0, 0]
    assert machine.notes.read_text().count("pip install") == 2
    assert talk[1] == "setup: waiting for another run to set up\n"
