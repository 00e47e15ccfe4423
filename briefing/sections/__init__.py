"""The section builder: chooses, merges, orders and numbers what a brief prints.

``draft`` fills an edition with everything worth printing; ``Draft.after(n)`` is the brief once the n sentences that
give way first are gone. Nothing here knows how long an edition may be: ``fit`` does.
"""

from briefing.sections.drafting import Draft, draft
from briefing.sections.frame import Frame

__all__ = ["Draft", "Frame", "draft"]
