"""What the documentation says is true."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import COMMANDS, main
from briefing.errors import BriefingError, DeliveryError

ROOT = Path(__file__).parents[1]
TEXTS = {path.name: path.read_text() for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))}


def fenced(name, language):
    return re.findall(rf"```{language}\n(.*?)```", TEXTS[name], re.S)


def test_the_python_example_runs(monkeypatch):
    """The first example of the Python page walks from a configuration to a proof."""
    done = subprocess.run(
        [sys.executable, "-c", fenced("python.md", "python")[0]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Russian position" in done.stdout


def test_a_summarizer_of_ones_own_is_found_by_its_name(tmp_path, monkeypatch, capsys):
    """The example summarizer works where a method is asked for."""
    (tmp_path / "mydesk").mkdir()
    (tmp_path / "mydesk" / "weights.py").write_text(fenced("python.md", "python")[1])
    monkeypatch.syspath_prepend(str(tmp_path))
    assert main(["summarize", str(ROOT / "seeds" / "wire.txt"), "--method", "mydesk.weights:longest"]) == 0
    assert "1.000" in capsys.readouterr().out


def test_the_table_shown_is_the_one_of_the_sample(monkeypatch, capsys):
    """What the page on the configuration shows of `explain` stands in the table of the sample articles."""
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["explain", str(ROOT / "seeds"), "--config", str(ROOT / "seeds" / "briefing.toml")]) == 0
    (shown,) = (text for text in fenced("configuration.md", "text") if "→" in text)
    assert shown in capsys.readouterr().out


@pytest.mark.parametrize("page", ["README.md", "templates.md"])
def test_the_example_of_a_template_builds(page, tmp_path, monkeypatch, capsys):
    """The override shown is all it takes."""
    shutil.copytree(ROOT / "seeds", tmp_path / "desk")
    (tmp_path / "desk" / "templates" / "executive" / "brief.html").write_text(fenced(page, "html")[0])
    monkeypatch.chdir(tmp_path)
    assert main(["build", "desk", "--audience", "executive", "--format", "html", "--date", "2025-02-19"]) == 0
    assert "For the morning meeting." in (tmp_path / "output/2025-02-19/executive/brief.html").read_text()


def test_the_blocks_are_those_of_the_template():
    """The page on templates lists every block of ours, in the order of the template."""
    ours = re.findall(r"{% block (\w+) %}", (ROOT / "templates" / "default" / "brief.html").read_text())
    told = re.findall(r"^\| `(\w+)` \|", TEXTS["templates.md"], re.M)
    assert told == ours


@pytest.mark.parametrize("name", TEXTS)
def test_links_between_pages_lead_somewhere(name):
    """Every relative link is a file of the checkout."""
    folder = ROOT if name == "README.md" else ROOT / "docs"
    links = re.findall(r"\]\(([^)#:]+)\)", TEXTS[name])
    assert all((folder / link).exists() for link in links)


def test_commands_named_in_the_readme_exist():
    """Every `briefing COMMAND` is one."""
    named = set(re.findall(r"briefing (\w+) ", TEXTS["README.md"]))
    assert {name for name in named if name.islower()} - {"and"} <= set(COMMANDS) | {"cd"}


def test_errors_tell_what_they_are():
    """The tree in the docstring of errors names every class with its exit status."""
    import briefing.errors as errors

    tree = dict(re.findall(r"^\s+(?:[├└]── )?(\w+)\s+(?:exit status )?(\d)", errors.__doc__, re.M))
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, BriefingError)
    ]
    assert tree == {kind.__name__: str(kind.status) for kind in kinds}
    assert DeliveryError.status == 1
