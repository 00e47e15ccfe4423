"""The proof: every printed sentence against the articles, and the evidence file that carries them.

``prove`` is pure; the caller reads the articles again. What it proves is exactly this: each sentence stands
in the text that we read, at the place that the brief names.
"""

from briefing.proof.bundle import evidence, load_evidence
from briefing.proof.prove import Failure, Kind, prove

__all__ = ["Failure", "Kind", "evidence", "load_evidence", "prove"]
