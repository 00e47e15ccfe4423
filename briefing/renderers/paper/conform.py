"""What makes the PDF an archive that everybody can read: PDF/UA-1 and PDF/A-3a in one file, with brief.json in it.

WeasyPrint writes PDF/A-3a: tags, output intent, embedded fonts. What it leaves to do is done before the file is
written, without a second pass over it.
"""

import re
from datetime import UTC, datetime
from typing import Any

from briefing.model import Brief

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for; PDF/UA is declared beside it."""

# ISO 14289-1, 5 (the identifier) and ISO 19005-3, 6.6.2.3 (a schema that PDF/A does not know is described).
_ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
"""The only form of a date and time that WeasyPrint and we both take: W3C's profile of ISO 8601, to the second."""


def moment(brief: Brief) -> datetime:
    """Tell when a brief was made, in UTC: the date of all that is in the file, so that it is the same file tomorrow.

    The beginning of the brief's day where its archive says no such time, and of 1970 where it says no day either.
    """
    for said in (brief.made if _WRITTEN.fullmatch(brief.made) else "", f"{brief.date}T00:00:00Z"):
        try:
            return datetime.fromisoformat(said).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return datetime.fromtimestamp(0, UTC)


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401, ARG001
    """Do the rest to a PDF just before it is written: the ``finisher`` of WeasyPrint's ``write_pdf``."""
    _declare(pdf)
    _name_once(pdf)
    _leave_pictures(pdf)


def _declare(pdf: Any) -> None:  # noqa: ANN401
    """Say in the metadata that the file is PDF/UA-1, and leave them to be read without unpacking."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    head, end, tail = b"\n".join(metadata.stream).rpartition(b"</rdf:RDF>")
    metadata.stream = [head + _ACCESSIBLE + end + tail]
    metadata.compress = False


def _name_once(pdf: Any) -> None:  # noqa: ANN401
    """Name an associated file once, which WeasyPrint 70 does twice."""
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _leave_pictures(pdf: Any) -> None:  # noqa: ANN401
    """Let no viewer smooth a picture (ISO 19005-3, 6.2.8.1), whatever a style says: a logo, an emoji."""
    for one in pdf.objects:
        if getattr(one, "extra", {}).get("Subtype") == "/Image":
            one.extra["Interpolate"] = "false"
