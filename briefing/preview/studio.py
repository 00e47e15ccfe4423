"""The worker that draws: holds what was read, and makes of each edition what changed, no more.

Whatever is wrong with a configuration, a template, the edits or an article is a fault of its own kind: what was good
before stays, and is drawn on with, until the fault is mended. What an editor changes is drawn quickly first, with its
pages estimated, and laid out as soon as nothing else is to be drawn: a key answers before paper could.
"""

import gc
import os
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError, ConfigError, Fault, UsageError
from briefing.preview.concern import concerned, reads_anew
from briefing.preview.wire import Message, Say, work

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.model import Audience, Brief, Edits, Reading

_STEPS = 20
"""How often a phase of reading is told of."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the preview was started with; never changes."""

    paths: tuple[str, ...]
    config: str | None
    edits: str | None
    audiences: tuple[str, ...]
    date: str
    code: bool
    """Whether the configuration may name functions of the user's own: not one that was found among the articles."""
    cache: bool = True
    earlier: Mapping[str, str] | None = None
    """Audience → ``brief.json`` of the issue before."""


class Studio:
    """What is known between two requests."""

    def __init__(self) -> None:
        self.order: Order | None = None
        self.config: Config | None = None
        self.reading: Reading | None = None
        self.edits: Edits | None = None
        self.briefs: dict[str, Brief] = {}
        self.rough: set[str] = set()
        """Editions whose pages are estimated until they are laid out."""
        self.faults: dict[str, str] = {}

    def answer(self, message: Message, data: bytes, say: Say) -> None:
        """Answer a request: ``open``, ``draw``, ``passage`` or ``archive``."""
        del data
        if message["do"] == "open":
            given = message["order"]
            sequences = {name: tuple(given[name]) for name in ("paths", "audiences")}
            self.order = Order(**{**given, **sequences})
        elif message["do"] == "draw":
            changed, quick = set(message["changed"]), message.get("quick", False)
            self.draw(changed, say, first=message.get("first"), quick=quick)
        elif message["do"] == "passage":
            say({"say": "passage", "passage": self._passage(message)}, b"")
        elif message["do"] == "archive" and (brief := self.briefs.get(message["key"])):
            from briefing.renderers import render

            say({"say": "archive"}, render(brief, "json").data)

    def draw(self, changed: set[str], say: Say, *, first: str | None = None, quick: bool = False) -> None:
        """Draw what a change concerns, the edition ``first`` before the others; ``quick``: estimate their pages."""
        config, edits, reading = self.config, self.edits, self.reading
        # A configuration knows whether there are templates beside it.
        if self.config is None or changed & {"config", "templates"}:
            self._try("config", self._configure)
        if self.config is None:
            say({"say": "drawn", "faults": self._faults(), "editions": []}, b"")
            return
        if "edits" in changed or self.edits is None:
            self._try("edits", self._take_edits)
        if self.reading is None or "articles" in changed or reads_anew(config, self.config):
            say({"say": "phase", "text": "reading"}, b"")
            self._try("articles", lambda: self._gather(say))
        keys = [one.key for one in self._audiences()]
        anew = self.reading is not reading or self.config is not config
        wanted = {*concerned(edits, self.edits, keys), *(() if quick else self.rough)}
        if anew or "templates" in changed or not self.briefs:
            wanted = {*keys}
        if self.reading is not None:
            for key in sorted(wanted, key=lambda key: (key != first, keys.index(key))):
                self._try(f"edition {key}", lambda key=key: self._edition(key, say, quick=quick))
        self._forget(keys)
        say({"say": "drawn", "faults": self._faults(), "editions": keys, "warnings": self._warnings()}, b"")
        if anew and self.reading is not None:
            say({"say": "advice", "advice": self._advice()}, b"")

    def _try(self, name: str, step: Any) -> None:  # noqa: ANN401 - any step
        """Take a step; what keeps it from being done is a fault until it is."""
        self.faults.pop(name, None)
        try:
            step()
        except BriefingError as error:
            self.faults[name] = str(error)
        except Exception as error:  # noqa: BLE001 - the page must tell it, and what was drawn stays
            self.faults[name] = f"briefing itself failed ({type(error).__name__}: {error})"

    def _faults(self) -> list[dict[str, str]]:
        return [{"where": where, "text": text} for where, text in self.faults.items()]

    def _forget(self, keys: Collection[str]) -> None:
        """Forget editions that the configuration has no longer."""
        self.briefs = {key: brief for key, brief in self.briefs.items() if key in keys}
        self.rough &= {*keys}
        gone = [name for name in self.faults if name.startswith("edition ") and name[8:] not in keys]
        for name in gone:
            del self.faults[name]

    # --- the steps ---

    def _configure(self) -> None:
        from briefing.config import load_config
        from briefing.pipeline import audience

        order = self._asked()
        config = load_config(Path(order.config) if order.config else None)
        if not order.code:
            for one in config.audiences:
                if ":" in one.method:
                    what = f"{one.method!r} would run code, and this file was only found among the articles"
                    fault = Fault(f"audiences.{one.key}.method", what, f"name it: --config {order.config}")
                    raise ConfigError(order.config or "", (fault,))
        for key in order.audiences:
            audience(config, key)
        if config != self.config:  # a file that was only touched draws nothing
            self.config = config

    def _take_edits(self) -> None:
        from briefing.config.edits import load_edits
        from briefing.model import Edits

        where = self._asked().edits
        self.edits = load_edits(Path(where)) if where else Edits()

    def _gather(self, say: Say) -> None:
        from briefing.gathering.run import Means
        from briefing.pipeline import gather

        order, config = self._asked(), self.config
        assert config is not None  # noqa: S101 - nothing is gathered without one
        told = ("", 0)

        def progress(phase: str, through: int, total: int | None) -> None:
            nonlocal told
            now = phase, through * _STEPS // total if total else 0
            if now != told:
                told = now
                say({"say": "phase", "text": phase, "through": through, "total": total}, b"")

        methods = [one.method for one in self._audiences()]
        means = Means(None, cache=order.cache, progress=progress)
        self.reading = gather(order.paths, config, methods=methods, means=means)

    def _edition(self, key: str, say: Say, *, quick: bool) -> None:
        from briefing.preview.outline import outline
        from briefing.renderers import render

        say({"say": "phase", "text": f"drawing {key}"}, b"")
        rough = quick and self._has_pages(key)
        brief = self._brief(key, rough=rough)
        html = render(brief, "html").data
        self.briefs[key] = brief
        self.rough = self.rough | {key} if rough else self.rough - {key}
        assert self.edits is not None  # noqa: S101
        say({"say": "edition", "key": key, "outline": outline(brief, self.edits), "rough": rough}, html)

    def _has_pages(self, key: str) -> bool:
        """Tell whether an edition is as long as so many pages of its PDF."""
        edition = next(one for one in self._audiences() if one.key == key)
        return edition.length.pages is not None and "pdf" in edition.formats

    def _brief(self, key: str, *, rough: bool) -> "Brief":
        """Compose an edition; a ``rough`` one is not laid out."""
        from briefing import pipeline
        from briefing.renderers import archive

        order, config = self._asked(), self.config
        assert config is not None and self.reading is not None and self.edits is not None  # noqa: S101
        audience = pipeline.dressed(pipeline.audience(config, key), config)
        if rough:
            audience = replace(audience, formats=tuple(one for one in audience.formats if one != "pdf"))
        occasion = pipeline.Occasion(order.date, edits=self.edits)
        if before := (order.earlier or {}).get(audience.key):
            earlier = archive.load(before.encode())
            occasion = replace(occasion, issue=earlier.issue + 1, earlier=earlier)
        return pipeline.compose(self.reading, config, audience, occasion)

    # --- what is told ---

    def _asked(self) -> Order:
        if self.order is None:
            raise UsageError("Nothing was opened.")
        return self.order

    def _audiences(self) -> list["Audience"]:
        from briefing.pipeline import audience

        assert self.config is not None  # noqa: S101
        wanted = self._asked().audiences
        return [audience(self.config, key) for key in wanted] if wanted else list(self.config.audiences)

    def _warnings(self) -> list[str]:
        return [str(one) for one in self.config.warnings] if self.config else []

    def _advice(self) -> list[dict[str, Any]]:
        from briefing.advice import advise

        assert self.reading is not None and self.config is not None  # noqa: S101
        return [asdict(one) for one in advise(self.reading, self.config)]

    def _passage(self, message: Message) -> dict[str, Any] | None:
        from briefing.preview.passage import passage

        if self.reading is None:
            return None
        return passage(self.reading, message["source"], start=message["start"], end=message["end"])


def main() -> int:
    """Work for the server until it ends."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(500_000, 20, 20)
    return work(Studio().answer)


if __name__ == "__main__":
    raise SystemExit(main())
