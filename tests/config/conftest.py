"""Configurations written to a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.config import Config, load_config
from briefing.errors import ConfigError

VALID = """\
title = "Sea talks"
marking = "TLP:GREEN"

[actors.norway]
countries = ["NO"]
people = ["Berg", ["Å. Dahl", "Aa. Dahl"]]

[actors.eu]
names = ["EU", "Brussels"]

[themes.offers]
title = "Offers"
question = "Who offers what?"
actors = ["norway", "eu"]
role = "speaker"
keywords = ["offer*", "red line*"]
exclude = ["salmon"]
examples = ["Norway offers more, Berg said."]
contrast = true
min_score = 1.5
max_sentences = 6

[themes.stock]
title = "The stock"
role = "topic"
keywords = ["tonnes"]

[outlets.post]
names = ["The Post", "post.example"]
kind = "press"
grade = "B2"

[audiences.desk]
title = "Desk edition"

[audiences.chief]
themes = ["stock", "offers"]
pages = 1
formats = ["pdf", "email"]
method = "lexrank"
page_size = "Letter"
accent = "#1C4F8A"
marking = "TLP:RED"
blocks = ["themes", "top_lines"]
language = "fr"
max_words_per_source = 150
recipients = ["chief@example.org"]

[audiences.deputy]
extends = "chief"
title = "Deputy"

[smtp]
host = "mail.example.org"
port = 2525
security = "tls"
from = "Desk <desk@example.org>"
user = "desk"
password_env = "DESK_PASSWORD"
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """``write(text)`` writes briefing.toml, ``write(text, name)`` another file; paths are short, as users see them."""
    monkeypatch.chdir(tmp_path)

    def to(text: str | bytes, name: str = "briefing.toml") -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return to


@pytest.fixture
def config(write: Write) -> Callable[[str], Config]:
    """``config(text)`` loads a text as briefing.toml."""
    return lambda text: load_config(write(text))


@pytest.fixture
def faults(write: Write) -> Callable[[str | bytes], list[str]]:
    """``faults(text)`` gives the faults of a text as briefing.toml, as people read them."""

    def told(text: str | bytes) -> list[str]:
        with pytest.raises(ConfigError) as caught:
            load_config(write(text))
        assert str(caught.value).split("\n") == [str(fault) for fault in caught.value.faults]
        return [str(fault) for fault in caught.value.faults]

    return told
