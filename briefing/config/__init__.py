"""What a desk wants: actors, themes, audiences and the mail server, read from ``briefing.toml``."""

from briefing.config.config import Config
from briefing.config.load import load_config

__all__ = ["Config", "load_config"]
