"""Turn a pile of articles into a brief that a decision-maker trusts.

The steps are functions on the types of ``briefing.model``: ``load_config``, ``read``, ``build``,
``render``, ``verify``, ``explain``, ``pairs`` and ``summarize``. Each is loaded when first asked for: importing costs
little.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # typing itself would cost `briefing --help` a tenth of its time
if TYPE_CHECKING:
    from briefing.api import build, explain, load_config, pairs, read, render, summarize, verify

__all__ = ["build", "explain", "load_config", "pairs", "read", "render", "summarize", "verify"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from briefing import api

        return getattr(api, name)
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")
