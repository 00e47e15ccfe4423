"""Turn a pile of articles into a brief that a decision-maker trusts."""

__version__ = "0.1.0"
