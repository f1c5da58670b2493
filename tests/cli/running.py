"""The command on the worked example or a folder of one's own: through its front door, or as a shell runs it."""

import contextlib
import gc
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from campaignctl.cli.app import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "harvest-deals"
COLUMNS = {"COLUMNS": "80"}


def campaignctl(*words, cwd="."):
    """Run the whole program in this process: what a shell gets is the same, without waiting for imports.

    That every command also runs in a process of its own is seen by test_project.py, which runs those of the README.
    """
    said = ["campaignctl", *map(str, words)]
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        mock.patch.object(sys, "argv", said),
        mock.patch.dict(os.environ, COLUMNS),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        _collecting_afterwards(),
    ):
        code = _ended()
    return subprocess.CompletedProcess(said, code, _text(out), _text(err))


def in_a_process(*words, cwd=None):
    """Run the program as a shell does: for what only a process shows, as two at once or another order of sets."""
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", *map(str, words)],
        cwd=cwd,
        env={**os.environ, **COLUMNS, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _ended():
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


@contextlib.contextmanager
def _collecting_afterwards():
    """A program that ends soon may stop collecting garbage; the tests after it may not."""
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _text(stream):
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8").replace(os.linesep, "\n")
