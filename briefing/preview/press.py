"""The worker that prints: an edition's archive → its PDF, so that no editor waits for paper."""

from briefing.errors import BriefingError
from briefing.preview.wire import Message, Say, work


def answer(message: Message, data: bytes, say: Say) -> None:
    """Print the ``brief.json`` that comes with a request."""
    del message
    from briefing.renderers import archive, pdf

    try:
        say({"say": "pdf", "fault": None}, pdf.render(archive.load(data)))
    except BriefingError as error:
        say({"say": "pdf", "fault": str(error)}, b"")
    except Exception as error:  # noqa: BLE001 - told in the page
        say({"say": "pdf", "fault": f"briefing itself failed ({type(error).__name__}: {error})"}, b"")


if __name__ == "__main__":
    raise SystemExit(work(answer))
