"""Whole processes, measured: CPU seconds and peak memory of commands, in rounds that take turns."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: CPU seconds of user and system together, and MB (2**20 bytes) of peak memory."""

    cpu: float
    memory: float


def run(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; raise SystemExit with its errors if it fails.

    The kernel's own account of the process and of the children that it waited for (wait4): no clock on the
    wall, which tells more of the machine's other work. A process starts with the memory of its parent, so
    this one is kept small.
    """
    with subprocess.Popen(
        command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"{' '.join(command)}: status {process.returncode}\n{errors.decode(errors='replace')}"
        )
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(commands: Mapping[str, Sequence[str]], *, rounds: int) -> dict[str, Cost]:
    """Run commands in turns (A B A B …), once before to warm the disk's cache; give each one's medians."""
    for command in commands.values():
        run(command)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    return {
        name: Cost(median(cost.cpu for cost in mine), median(cost.memory for cost in mine))
        for name, mine in costs.items()
    }
