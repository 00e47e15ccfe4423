"""The accent, kept readable: the audience's own colour, moved toward black or white only as far as contrast asks."""

import re

HOUSE = "#8a1c1c"
LIGHT, DARK = "#ffffff", "#15171a"
ENOUGH = 4.5
"""Contrast that WCAG 2.2, 1.4.3 asks of small text."""


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str) -> str:
    """Give the colour itself, or the nearest mix with black or white that can be read on the ground.

    Anything that is not a colour gives the house's own, so that no style can be written through it.
    """
    found = _spelt(colour)
    goal = "#000000" if _luminance(ground) > 0.5 else "#ffffff"
    mixes = (_mix(found, goal, step / 20) for step in range(21))
    return next((mix for mix in mixes if contrast(mix, ground) >= ENOUGH), goal)


def _spelt(colour: str) -> str:
    """Write ``#abc`` or ``#AABBCC`` as ``#aabbcc``."""
    if short := re.fullmatch(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", colour):
        colour = "#" + "".join(2 * digit for digit in short.groups())
    return colour.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else HOUSE


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _mix(one: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
