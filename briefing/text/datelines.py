"""Where and when a report was filed, glued before its first sentence: RIYADH, Feb 18 (Reuters) -.

A dateline is a place, a date and an agency, at least two of them or a place in capitals, closed by a dash, a stop or a
bracket: ``Kyiv, Ukraine — ``, ``МОСКВА, 18 фев — РИА Новости. ``, ``MOSCOW, February 18. /TASS/. ``,
``Berlin (dpa) - ``, ``新华社利雅得2月18日电（记者 王海洲）``, ``الرياض (رويترز) - ``.
"""

import re
from functools import cache

from briefing.languages import load
from briefing.text.furniture import fold, wordset

_FAR = 120  # characters: no dateline is longer
_DASH = r"(?:[-–—−]{1,3}|--|:)"
_PLACE = r"[^\W\d_][^\W\d_.'’-]*(?:[ /'’-]{1,2}[^\W\d_]+\.?){0,4}"
_CAPITAL = r"[^\W\d_a-z]+"
_EAST = re.compile(
    r"[【\[(（]?[^。！？!?，,\s]{0,16}?\d{1,2}月\d{1,2}日(?:[^。！？，\s]{0,8}?)?(?:电|電|报道|報道|報導|消息|讯|訊)"
    r"(?:\s*[（(][^（）()。]{1,40}[）)])?[】\])）]?\s*[:：—-]*\s*"
    r"|【[^【】。]{2,40}】\s*|[（(][^（）()。]{2,24}(?:电|電|讯|訊|报道|報道|記者[^（）()]{0,12})[）)]\s*"
)


def dateline(text: str, language: str) -> int:
    """Measure the dateline at the start of a paragraph, with the white space after it; 0 where there is none."""
    head = text[:_FAR]
    if language in ("zh", "ja"):
        match = _EAST.match(head)
        return match.end() if match and match.end() < len(text) else 0
    if not (any(mark in head for mark in "(/«—–-−") or any(figure.isdigit() for figure in head[:40])):
        return 0
    for pattern in _forms(language):
        match = pattern.match(head)
        if match and match.end() < len(text) and _placed(match.group("place") or "", language):
            return match.end()
    for pattern in _in_capitals(language):
        match = pattern.match(head)
        if match and match.end() < len(text) and all(part.isupper() for part in match.groups()):
            return match.end() if _placed(match.group(1), language) else 0
    return 0


def alone(text: str, language: str) -> bool:
    """Tell whether a whole line is a dateline: Sacramento, Sept. 2."""
    if len(text) > 60:
        return False
    return _lonely(language).fullmatch(text) is not None


@cache
def _months(language: str) -> str:
    words = {word for code in (language, "en") for word in load(code).words("dates.months")}
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))


@cache
def _date(language: str) -> str:
    """A date of words: 18 February 2025, Feb. 18, 18. Februar, 18 février, в 18 января."""
    month, year = rf"(?:{_months(language)})\b\.?", r"(?:,? \d{4}(?: ?г(?:ода|\.)?| ?р(?:оку|\.)?)?)?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
    return rf"(?:(?:le |on |am |في )?(?:{day}(?: de)? {month}|{month} {day}){year}|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?)"


@cache
def _agency(language: str) -> str:
    names = wordset("agencies", language)
    return "|".join(sorted((re.escape(name) for name in names), key=lambda name: (-len(name), name)))


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a dateline, the longer ones first."""
    place = rf"(?P<place>{_PLACE}(?:[,/،]? ?{_PLACE}){{0,2}})"
    date, agency = _date(language), rf"(?:{_agency(language)})(?!\w)(?:\.[A-Za-z]{{2,3}})?"
    signed = rf"(?:[(\[/«][^()\[\]/«»]{{0,20}}{agency}[^()\[\]/«»]{{0,30}}[)\]/»])"
    any_signed = r"(?:\([^()]{2,40}\)|/[^/]{2,30}/)"
    slashed = r"/[^/\n]{2,24}/"
    bracketed = (rf"{place}[,.،]? ?(?:{date})? ?\([^()]{{2,40}}\) ?{_DASH}\s+",)  # no capitals tell a place there
    rest = bracketed if load(language).direction == "rtl" else ()
    forms = (
        rf"{place}[,.،]? ?/?(?:{date})?[/,.،]? ?{signed}\.? ?{_DASH}?\s*",  # RIYADH, Feb 18 (Reuters) - · /TASS/.
        rf"(?P<place>){signed} ?{_DASH}?\s*",  # (Reuters) -
        rf"{place}[,.،]? ?{date},? ?{any_signed} {_DASH}\s+",  # Riyadh (Local Wire) -
        rf"{place}[,.،] {date}\.? ?{_DASH} ?{agency}[.:]?\s+(?:{_DASH}\s+)?",  # МОСКВА, 18 фев — РИА Новости.
        rf"{place}[.,] {date}\.? {agency}(?: {_DASH}|\.)\s+",  # Москва. 18 февраля. INTERFAX.RU -
        rf"{place}[,.،] {date}\.? {slashed}\.?\s+(?:{_DASH}\s+)?",  # УЛАН-БАТОР, 3 марта. /АВР/.
        rf"{place}[,.،] {date}[.]? ?{_DASH}\s+",  # PORT REGENT, 18 June 2025 –
        rf"(?P<place>){date} ?{_DASH} ?{agency}\s*[.:–—-]+\s+",  # 18 фев — РИА Новости.
        rf"(?P<place>){agency} ?[—–-]{{1,2}}\s+",  # CNN —
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in (*forms, *rest))


@cache
def _in_capitals(language: str) -> tuple[re.Pattern[str], ...]:
    """The forms that need capitals: KYIV, Ukraine — · КИЇВ. 21 жовтня. УКРІНФОТО."""
    place, agency = rf"({_CAPITAL}\.?(?:[ /'’-]{_CAPITAL}\.?){{0,3}})", rf"({_CAPITAL}(?:[-. ]{_CAPITAL}){{0,2}})"
    region, signed = r"(?:, [^\W\d_][\w. ]{2,24})?", r"(?: ?\([^()]{2,40}\))?"
    return (
        re.compile(rf"{place}[.,] {_date(language)}\.? (?:[—–-] )?{agency}[.:]\s+"),
        re.compile(rf"{place}{region}{signed} ?[—–-]{{1,2}}\s+"),
    )


@cache
def _lonely(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_PLACE}(?:, {_PLACE})?[,.،] {_date(language)}\.?", re.IGNORECASE)


def _placed(place: str, language: str) -> bool:
    """Tell whether words can be a place: none of them a common word, none an acronym that opens a sentence."""
    if not place:
        return True
    if fold(place) in wordset("not_places", language):
        return False
    common = load(language).words("detect.words")
    words = place.split()
    return words[0][0] == words[0][0].upper() and not any(word in common for word in words)
