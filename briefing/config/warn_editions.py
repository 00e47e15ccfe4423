"""What editions and outlets may say but seldom mean."""

from collections.abc import Iterator

from briefing.config.brief import BriefTable
from briefing.config.files import Wrong
from briefing.config.heirs import Heirs


def doubted(table: BriefTable, heirs: Heirs) -> Iterator[Wrong]:
    """Tell mail that is not made or not meant for those who get it, themes that nothing shows, and empty outlets."""
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
