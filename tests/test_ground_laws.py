"""The laws of the house that no linter knows."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
HEAVY = {
    "numpy",
    "nltk",
    "sumy",
    "weasyprint",
    "pydantic",
    "trafilatura",
    "jinja2",
    "markdown",
    "lxml",
    "babel",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IGNORED = {".git", ".venv", ".hypothesis", "node_modules", "dist", "output", "__pycache__"}


def folded(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def named(requirement):
    return folded(re.match(r"[\w.-]+", requirement)[0])


def pins():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def texts():
    """Every file of the project that is text, with its words."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if not path.is_file() or any(part in IGNORED or part.endswith("_cache") for part in parts):
            continue
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT), data.decode("utf-8", "replace")


def loaded_by(code):
    """Run code in a Python of its own and name the packages that it loaded."""
    code += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import briefing",
        "import briefing.cli",
        "import briefing.model, briefing.errors, briefing.languages",
        "from briefing.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from briefing.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass",
    ],
)
def test_light_imports(code):
    """Importing briefing and asking the command for help loads no heavy library."""
    assert loaded_by(code) & HEAVY == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_size(path):
    """A reader can hold a file in the head: 250 lines, functions of 60 lines and five parameters."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 250
    assert ast.get_docstring(tree) or not source.strip()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 60, node.name
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert len([arg for arg in given if arg.arg not in {"self", "cls"}]) <= 5, node.name


FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w./~-])/(?:work|root|opt/pypi\S*|home/\w+)/",
    "something undone": r"\b(?:TO" + "DO|FIX" + r"ME)\b",
    "a hole in the coverage": "pragma: no " + "cover",
    "an address of a package index": r"pypi\."
    + r"org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|index-"
    + "url",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_of_the_kind(what):
    """No file holds a path of a machine, a note to self, a hole in the coverage or the address of an index."""
    found = [str(path) for path, text in texts() if re.search(FORBIDDEN[what], text)]
    assert found == []


def test_pins_are_complete():
    """Whatever an installation brings, for use and for the tests, is pinned at the version that runs here."""
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["test"]]
    waiting = {named(requirement) for requirement in wanted}
    waiting |= {"pip", "setuptools", *(named(each) for each in PROJECT["build-system"]["requires"])}
    seen = {}
    while waiting:
        name = waiting.pop()
        seen[name] = metadata.version(name)
        for requirement in metadata.requires(name) or ():
            marker = requirement.partition(";")[2]
            if not marker and named(requirement) not in seen:
                waiting.add(named(requirement))
    pinned = pins()
    assert {name: pinned.get(name) for name in seen} == seen


def test_pins_are_bare():
    """The constraints say name==version and nothing else: where packages come from is the user's setting."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[a-z0-9-]+==[\w.+-]+", line)] == []
    assert list(pins()) == sorted(pins())


def test_dependencies_are_used():
    """What the code imports is a dependency, and every dependency is imported."""
    imported = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.split(".")[0])
    files = " ".join(path.read_text(encoding="utf-8") for path in MODULES)
    by_package = metadata.packages_distributions()
    foreign = imported - set(sys.stdlib_module_names) - {"briefing"}
    assert [name for name in foreign if name not in by_package] == []
    declared = {named(requirement) for requirement in PROJECT["project"]["dependencies"]}
    assert {folded(by_package[name][0]) for name in foreign} - declared == set()
    packages = {folded(dists[0]): package for package, dists in by_package.items()}
    unused = {name for name in declared if packages[name] not in files}
    assert unused - {"numpy"} == set()  # sumy's LSA, LexRank and TextRank need numpy and do not ask for it


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_possessive_group(path):
    """A possessive group miscounts in Python before 3.11.5 (gh-106052): patterns write an atomic group instead."""
    assert not re.search(r"\)(?:\{[\d{},]+\}|[*+?])\+", path.read_text(encoding="utf-8"))
