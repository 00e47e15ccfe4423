"""What ``briefing init`` writes: a commented configuration, a sample article, a template that changes a block."""

from pathlib import Path

_NAMES = ("briefing.toml", "articles/herring.md", "templates/executive/brief.html")


def starter_files() -> tuple[tuple[str, str], ...]:
    """Give each file's path, relative to the folder it is written to, and its text."""
    folder = Path(__file__).with_name("start")
    return tuple((name, (folder / name).read_text(encoding="utf-8")) for name in _NAMES)
