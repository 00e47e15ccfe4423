"""Where articles come from."""

from briefing.sources.paths import find

__all__ = ["find"]
