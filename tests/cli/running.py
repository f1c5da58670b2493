"""The command as a shell runs it, on the worked example or a folder of one's own."""

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "harvest-deals"


def campaignctl(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
