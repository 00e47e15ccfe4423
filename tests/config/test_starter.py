"""What ``briefing init`` writes, and what the documentation says of the configuration."""

import runpy
import tomllib
from pathlib import Path

import pytest

from briefing.config import load_config
from briefing.config.starter import starter_files, template_files

ROOT = Path(__file__).parents[2]


@pytest.fixture
def started(tmp_path):
    for name, text in starter_files():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_names():
    """There are a configuration, an article and a template, at places relative to the folder."""
    assert [name for name, _ in starter_files()] == [
        "briefing.toml",
        "articles/herring.md",
        "templates/executive/brief.html",
    ]


def test_it_loads(started):
    """The configuration loads without faults or notes, and its edition's template is among the files."""
    config = load_config(started / "briefing.toml")
    assert config.warnings == ()
    assert [one.key for one in config.themes] == ["norwegian_position", "split", "stock"]
    assert [one.look.template for one in config.audiences] == ["analyst", "executive"]
    assert [one.names for one in config.outlets] == [("The Practice Post (made up)",)]


def test_remarks_hold(started):
    """What the configuration has behind a # as an example is allowed, too."""
    path = started / "briefing.toml"
    lines = path.read_text(encoding="utf-8").split("\n")
    samples = [line for line in lines if line.startswith("# ") and (" = " in line or line == "# [smtp]")]
    assert len(samples) == 17
    skipped = ("# include", "# A line")
    opened = [line[2:] if line in samples and not line.startswith(skipped) else line for line in lines]
    path.write_text("\n".join(opened), encoding="utf-8")
    (started / "templates" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    config = load_config(path)
    assert config.smtp is not None
    assert config.audiences[1].method == "lexrank"


def test_template_changes_one_block(started):
    """The template keeps ours and overrides a single block."""
    text = (started / "templates/executive/brief.html").read_text(encoding="utf-8")
    assert text.startswith('{% extends "brief.html" %}')
    assert text.count("{% block ") == 1


def test_documentation_is_current():
    """docs/configuration.md says what the tables say."""
    page = runpy.run_path(str(ROOT / "scripts" / "docs"))["configuration"]()
    assert (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8") == page


def test_documented_examples_load(tmp_path):
    """Every example of the documentation is sound TOML; the whole one loads."""
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    examples = [part.split("```")[0] for part in page.split("```toml\n")[1:]]
    parsed = [tomllib.loads(example) for example in examples]
    heads = [
        "title",
        "title",
        "actors",
        "themes",
        "outlets",
        "outlets",
        "audiences",
        "default",
        "audiences",
        "smtp",
    ]
    assert [next(iter(one)) for one in parsed] == heads
    path = tmp_path / "briefing.toml"
    path.write_text(examples[0], encoding="utf-8")
    assert load_config(path).warnings == ()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    russian = '\n[themes.russian_position]\nkeywords = ["k"]\n[actors.us]\nnames = ["US"]\n'
    whole = [examples[at] for at in (2, 3, 4, 5, 6, 9)]
    path.write_text("".join(whole) + russian, encoding="utf-8")
    assert len(load_config(path).audiences) == 1
    path.write_text("".join((examples[2], examples[3], examples[8], russian)), encoding="utf-8")
    assert [one.language for one in load_config(path).audiences] == [None, "fr"]


def test_the_readmes_example_loads(tmp_path):
    """The editions and outlets that the README shows are sound beside the themes that they name."""
    (example,) = (ROOT / "README.md").read_text(encoding="utf-8").split("```toml\n")[1:]
    themes = '[themes.us_stance]\nkeywords = ["k"]\n[themes.russian_position]\nkeywords = ["k"]\n'
    path = tmp_path / "briefing.toml"
    server = '[smtp]\nhost = "h"\nfrom = "a@b.org"\n'
    path.write_text(example.split("```")[0] + themes + server, encoding="utf-8")
    config = load_config(path)
    assert [one.length.pages for one in config.audiences] == [1, 1]
    assert config.warnings == ()


def test_documented_methods():
    """The methods that the documentation lists are those that exist."""
    from briefing.config.audiences import METHODS
    from briefing.summarizers import SUMMARIZERS

    assert set(METHODS) == set(SUMMARIZERS)


def test_the_smallest_template():
    """A new template has one block and two tokens, which stand behind a #; its name must be a folder's."""
    names = [name for name, _ in template_files("minister-2")]
    assert names == ["templates/minister-2/brief.html", "templates/minister-2/style.toml"]
    page, style = (text for _, text in template_files("minister-2"))
    assert page.startswith('{% extends "brief.html" %}')
    assert page.count("{% block") == 1
    assert tomllib.loads(style) == {"light": {}, "print": {}}
    assert [line for line in style.splitlines() if line.startswith("# ") and " = " in line] == [
        '# accent = "#1c4f8a"            # numbers of sources, small labels',
        '# said = "9.8pt/13pt"           # size and leading of a statement',
    ]
    assert [
        name for name in ("", "default", "words", "../x", "a/b", "a b", ".x", "é") if template_files(name)
    ] == []
