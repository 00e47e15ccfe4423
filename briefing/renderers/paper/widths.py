"""How many lines a text takes on paper: its words laid one after the other by the widths of their letters."""

import unicodedata
from functools import lru_cache

_FIRST = 32
_SERIF = (
    *(233, 289, 356, 526, 500, 861, 720, 183, 339, 339, 439, 531, 300, 312, 300, 330),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 300, 300, 531, 531, 531, 416),
    *(835, 664, 629, 631, 710, 603, 579, 682, 789, 371, 374, 667, 596, 902, 735, 707),
    *(589, 707, 651, 512, 604, 727, 674, 962, 648, 633, 551, 320, 330, 320, 531, 512),
    *(400, 509, 577, 488, 567, 510, 354, 518, 601, 298, 277, 547, 298, 901, 606, 549),
    *(583, 557, 423, 434, 325, 583, 505, 764, 526, 512, 456, 344, 251, 344, 531),
)
_SANS = (
    *(200, 289, 425, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350),
    *(497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425),
    *(847, 544, 588, 571, 615, 527, 494, 617, 652, 263, 480, 579, 486, 727, 647, 664),
    *(566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500),
    *(542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542),
    *(555, 555, 347, 419, 338, 544, 467, 718, 446, 467, 425, 303, 241, 303, 497),
)
"""Advance widths of ASCII from the space on, in thousandths of the size: Source Serif and Source Sans, regular."""
_SERIF_CYRILLIC = (
    *(603, 603, 710, 560, 615, 512, 371, 371, 374, 894, 972, 775, 653, 797, 632, 769),
    *(664, 618, 629, 560, 691, 603, 918, 550, 797, 797, 653, 691, 902, 789, 707, 775),
    *(589, 631, 604, 632, 721, 648, 770, 701, 1043, 1044, 727, 914, 609, 612, 995, 642),
    *(509, 543, 517, 447, 567, 510, 758, 430, 645, 645, 538, 576, 742, 633, 549, 626),
    *(583, 488, 528, 512, 735, 526, 621, 554, 856, 857, 610, 750, 504, 480, 799, 532),
    *(510, 510, 535, 447, 488, 434, 298, 298, 277, 753, 800, 601, 538, 645, 512, 634),
)
_SANS_CYRILLIC = (
    *(527, 527, 687, 498, 571, 534, 263, 263, 480, 903, 929, 696, 580, 656, 514, 645),
    *(544, 580, 588, 498, 638, 527, 805, 554, 656, 656, 580, 630, 727, 652, 664, 645),
    *(566, 571, 536, 514, 732, 513, 642, 598, 865, 874, 720, 798, 580, 571, 908, 582),
    *(504, 544, 508, 411, 532, 496, 681, 456, 565, 565, 498, 531, 633, 562, 542, 553),
    *(555, 456, 460, 467, 734, 446, 554, 512, 749, 757, 596, 674, 491, 456, 738, 514),
    *(496, 496, 548, 411, 456, 419, 246, 246, 247, 735, 758, 544, 498, 565, 467, 558),
)
"""The same of U+0400 to U+045F."""
_CYRILLIC = 0x400
SEMIBOLD = 1.025
"""How much wider the semibold faces run."""
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "·": ".", "–": "0", "…": "M", "—": "W"}
_WIDE, _OTHER = 1000, 600
"""A square of Chinese, and letters of other scripts: Greek lies between 500 and 760."""


@lru_cache(maxsize=1 << 14)  # a page is measured at each step of its fitting, and most of it is as before
def lines(text: str, room: float, *, sans: bool = False) -> int:
    """Count the lines of a text where each holds ``room`` times the size of its type; at least one.

    Words break at spaces; one that is longer than a line breaks anywhere, as Chinese does.
    """
    space, most = _width(" ", sans), room * 1000
    count, used = 1, 0.0
    for word in text.split():
        wide = float(sum(_width(char, sans) for char in word))
        if used and used + space + wide > most:
            count, used = count + 1, wide
        else:
            used += wide + (space if used else 0)
        while used > most:
            count, used = count + 1, used - most
    return count


@lru_cache(maxsize=1 << 12)
def _width(char: str, sans: bool) -> int:
    table = _SANS if sans else _SERIF
    plain = _PLAIN.get(char) or unicodedata.normalize("NFD", char)[0]
    at = ord(plain) - _FIRST
    if 0 <= at < len(table):
        return table[at]
    if 0 <= ord(char) - _CYRILLIC < len(_SERIF_CYRILLIC):
        return (_SANS_CYRILLIC if sans else _SERIF_CYRILLIC)[ord(char) - _CYRILLIC]
    if unicodedata.combining(char):
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _OTHER
