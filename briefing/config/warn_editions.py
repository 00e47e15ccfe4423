"""What editions and outlets may say but seldom mean."""

from collections.abc import Iterator

from briefing.config.brief import BriefTable
from briefing.config.files import Wrong
from briefing.config.heirs import Heirs
from briefing.config.suggest import named


def doubted(table: BriefTable, heirs: Heirs, *, spoken: bool) -> Iterator[Wrong]:
    """Tell mail that is not made or not meant for those who get it, themes that nothing shows, and empty outlets.

    ``spoken``: whether the page has words in the language of the file.
    """
    silent = [key for key, one in table.audiences.items() if one.language is None]
    if not spoken and (silent or not table.audiences):
        what = f"the page has no words in {named(table.language)}, so that they stand in English among your titles"
        mend = f"write templates/words/{table.language}.toml beside the configuration, or give the editions a language"
        yield ("language",), what, mend
    for key, outlet in table.outlets.items():
        if outlet.kind is None and outlet.grade is None and len(outlet.names) < 2:
            mend = 'give its kind or your grade: kind = "press"'
            yield ("outlets", key), "this says nothing of the outlet", mend
    yield from heirs.told(_editions(table, heirs))


def _editions(table: BriefTable, heirs: Heirs) -> Iterator[Wrong]:
    sent = [key for key, edition in table.audiences.items() if edition.recipients]
    if sent and table.smtp is None:
        yield (
            ("audiences", sent[0], "recipients"),
            "there is no mail server to send it by",
            "add a table [smtp]",
        )
    for key, edition in table.audiences.items():
        path = "audiences", key
        if edition.recipients and "email" not in edition.formats:
            yield (*path, "recipients"), "no mail is made for them", 'add "email" to its formats'
        if edition.themes and edition.blocks and "themes" not in edition.blocks:
            mend = 'add "themes" to its blocks, or leave its themes out'
            yield (*path, "blocks"), "it has themes of its own, and shows none", mend
        whose = heirs.stands(key, "recipients")
        if edition.recipients and edition.marking and whose != key == heirs.stands(key, "marking"):
            what = f"the marking is its own, but it goes to the recipients of audiences.{whose}"
            yield (*path, "marking"), what, "name its own recipients; [] is nobody"
