"""The page on the screen: one file that holds all it needs and asks nobody for anything."""

from briefing.model import Brief
from briefing.renderers import fonts, templates, view

_FONTS = "/*fonts*/"
"""Where the template wants the fonts; it stands before any word of an article."""


def render(brief: Brief) -> str:
    """Fill the page and embed the fonts whose characters occur in it.

    Raises TemplateError for a template that cannot be used.
    """
    text = templates.fill(brief, view.page(brief), "brief.html", face="screen")
    return text.replace(_FONTS, fonts.sheet(text), 1)
