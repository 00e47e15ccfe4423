"""One task after the other in this process, or shared out to others that are forked from it: the same results.

A process that is forked knows all that this one knows, so that only tasks and results travel. This one works as well;
each of the others is given a handful of tasks whenever it waits for some. Whatever becomes of it (killed, out of
memory), its tasks are done here. The others end with this one, however it ends.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

EACH = 16
"""Tasks that are worth a process of their own: 80 ms of work, where a fork takes 10."""
_HANDFUL = 8  # tasks given at once: 40 ms of work, so that nobody waits long at the end

_THREADS = Path("/proc/self/task")  # on Linux a folder for each thread of this process


class Craft(NamedTuple, Generic[T, R]):
    """What is done with a task, and how its result travels; what cannot travel raises, and is done again here."""

    do: Callable[[T], R]
    pack: Callable[[T, R], Any]
    unpack: Callable[[T, Any], R]


def done(
    tasks: Iterable[T], craft: Craft[T, R], *, jobs: int = 1, each: int = EACH
) -> Generator[tuple[T, R], None, None]:
    """Do tasks in at most ``jobs`` processes, this one among them; give each with its result, in any order.

    There is a process for every ``each`` tasks at most. Raises what ``craft.do`` raises.
    """
    if jobs < 2 or not _may_fork():
        for task in tasks:
            yield task, craft.do(task)
        return
    crew = _Crew(iter(tasks), craft, jobs=jobs, each=each)
    try:
        yield from crew.run()
    finally:
        crew.dismiss()


def abreast(steps: Sequence[Callable[[], Any]], *, jobs: int = 1) -> list[Any]:
    """Take steps that need nothing of each other, at most ``jobs`` at once; give each one's outcome, in their order.

    A BriefingError is an outcome like any other, so that what comes before it is not lost.
    """

    def do(number: int) -> Any:  # noqa: ANN401 what a step gives
        try:
            return steps[number]()
        except BriefingError as error:
            return error

    def pack(_: int, outcome: Any) -> Any:  # noqa: ANN401
        if isinstance(outcome, BriefingError):
            raise outcome
        return outcome

    craft = Craft(do, pack, lambda _, outcome: outcome)
    with closing(done(range(len(steps)), craft, jobs=jobs, each=1)) as outcomes:
        found = dict(outcomes)
    return [found[number] for number in range(len(steps))]


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_fork() -> bool:
    """Tell whether a copy of this process is whole: other threads (numpy has some) would be missing in it."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    try:
        return sum(1 for _ in _THREADS.iterdir()) == 1
    except OSError:
        return True


@dataclass(slots=True, eq=False)
class _Hand:
    """Another process, the line to it, and the tasks that it has."""

    process: "BaseProcess"
    line: "Connection[Any, Any]"
    tasks: Sequence[Any] = field(default=())


class _Crew(Generic[T, R]):
    """This process and those that help it."""

    def __init__(self, tasks: Iterator[T], craft: Craft[T, R], *, jobs: int, each: int) -> None:
        self._tasks, self._craft, self._jobs, self._each = tasks, craft, jobs, each
        self._waiting: deque[T] = deque()
        self._hands: list[_Hand] = []

    def run(self) -> Iterator[tuple[T, R]]:
        """Share the tasks out, work on those that are left, and collect."""
        self._look_ahead()
        helpers = min(self._jobs, len(self._waiting) // self._each) - 1
        if helpers > 0 and self._each > 1:
            yield self._mine()  # loads what all need, before there are copies of this process
        for _ in range(helpers):
            self._hire()
        while True:
            self._look_ahead()
            for hand in tuple(self._hands):
                if not hand.tasks:
                    self._give(hand)
            busy = any(hand.tasks for hand in self._hands)
            if self._waiting:
                yield self._mine()
            elif not busy:
                return
            if busy:
                yield from self._collected(wait=not self._waiting)

    def dismiss(self) -> None:
        """End the other processes: they hold nothing that is not here."""
        for hand in self._hands:
            hand.line.close()
            hand.process.kill()
            hand.process.join()

    def _mine(self) -> tuple[T, R]:
        task = self._waiting.popleft()
        return task, self._craft.do(task)

    def _look_ahead(self) -> None:
        """Keep so many tasks at hand that handfuls get smaller towards the end, and no more: they hold files."""
        self._waiting.extend(islice(self._tasks, max(0, EACH * self._jobs - len(self._waiting))))

    def _hire(self) -> None:
        from multiprocessing import get_context

        context = get_context("fork")
        ours, theirs = context.Pipe()
        lines = [*(hand.line for hand in self._hands), ours]
        process = context.Process(target=_serve, args=(theirs, self._craft, lines), daemon=True)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # until the other ignores it
        try:
            process.start()
        except (OSError, AssertionError):  # no room for another process, or this one may have none
            ours.close()
        else:
            self._hands.append(_Hand(process, ours))
        finally:
            theirs.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _give(self, hand: _Hand) -> None:
        """Give tasks to one who waits, and therefore takes them: no two processes ever write to each other at once.

        What is worth a process is given alone, or one would have two while another has none.
        """
        size = min(_HANDFUL if self._each > 1 else 1, ceil(len(self._waiting) / (len(self._hands) + 1)))
        hand.tasks = [self._waiting.popleft() for _ in range(size)]
        if size:
            try:
                hand.line.send(hand.tasks)
            except OSError:
                self._lose(hand)

    def _collected(self, *, wait: bool) -> Iterator[tuple[T, R]]:
        from multiprocessing.connection import wait as ready

        lines = {hand.line: hand for hand in self._hands if hand.tasks}
        for line in ready(list(lines), None if wait else 0):
            hand = lines[line]  # type: ignore[index]
            try:
                results = hand.line.recv()
            except (EOFError, OSError):
                self._lose(hand)
                continue
            for task, data in zip(hand.tasks, results, strict=True):
                yield task, self._craft.unpack(task, data)
            hand.tasks = ()

    def _lose(self, hand: _Hand) -> None:
        """Take back the tasks of a process that is gone."""
        self._waiting.extendleft(reversed(hand.tasks))
        self._hands.remove(hand)
        hand.line.close()
        hand.process.kill()
        hand.process.join()


def _serve(
    line: "Connection[Any, Any]", craft: Craft[Any, Any], others: Sequence["Connection[Any, Any]"]
) -> None:
    """Do tasks in another process until nobody asks for more; what goes wrong is found again where it is told."""
    # The first process tells of an interruption, and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.freeze()  # what is shared stays untouched, and so shared
    for other in others:
        other.close()  # or the end of the first process would not be noticed
    try:
        while True:
            tasks = line.recv()
            line.send([craft.pack(task, craft.do(task)) for task in tasks])
    except Exception:  # noqa: BLE001
        line.close()
