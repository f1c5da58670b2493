"""CPU seconds and peak memory of whole commands, the reference and ours interleaved in fresh processes."""

import compileall
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: user plus system seconds, and the peak resident size in MB."""

    cpu: float
    megabytes: float


def run(command: Sequence[str]) -> Cost:
    """Run a command once, its output thrown away; exit code 1 (findings) is a success here."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"failed: {' '.join(command)}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / (1 << 20))


def ratio(
    ours: Sequence[str], reference: Sequence[str], times: int = 3, before: Callable[[], None] = lambda: None
) -> tuple[float, Cost, Cost]:
    """Return the median of the pairwise CPU ratios, and the median cost of each command.

    ``before`` is done ahead of every pair: it throws away what an earlier run of ours kept.
    """
    _compiled()
    pairs = []
    for _ in range(times):
        before()
        pairs.append((run(reference), run(ours)))
    ratios = [mine.cpu / theirs.cpu for theirs, mine in pairs]
    return statistics.median(ratios), _median([mine for _, mine in pairs]), _median([theirs for theirs, _ in pairs])


@cache
def _compiled() -> None:
    """Compile our modules, as an installed package is; a checkout in which Python may write none compiles every run."""
    compileall.compile_dir(SOURCE, quiet=1)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(c.cpu for c in costs), statistics.median(c.megabytes for c in costs))
