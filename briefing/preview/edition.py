"""An edition as the preview shows it: its page, its PDF, and how far either is."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Edition:
    """An edition as last drawn."""

    outline: dict[str, Any]
    html: bytes = field(repr=False)
    drawn: int
    """Number of the drawing: another one is another page."""
    rough: bool = False
    """Whether its pages are estimated, and it is laid out next."""
    pdf: bytes | None = field(default=None, repr=False)
    printed: int = 0
    """Number of the drawing that the PDF is of; 0: none yet."""
    unprinted: str | None = None
    """Why there is no PDF of it."""

    def told(self) -> dict[str, Any]:
        """Tell everything but the page itself, as plain values."""
        printed = {"printed": self.printed, "unprinted": self.unprinted, "drawn": self.drawn}
        return {**self.outline, **printed, "rough": self.rough}
