"""Launchers start the same command on every system, from a network folder too, and keep an error on the screen."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from campaignctl.folder.launchers import Launcher, launchers

SHELLS = [launcher for launcher in launchers() if launcher.name.endswith(".sh")]
BATCHES = [launcher for launcher in launchers() if launcher.name.endswith(".bat")]


def _name(launcher: Launcher) -> str:
    return launcher.name


def test_there_is_one_of_each_kind_for_each_command():
    stems = ["1 Where am I", "2 Collect", "3 Validate", "4 Lock", "5 Report"]
    assert [Path(launcher.name).stem for launcher in SHELLS] == stems
    assert [Path(launcher.name).stem for launcher in BATCHES] == stems
    assert all(launcher.executable for launcher in SHELLS)


@pytest.mark.parametrize("launcher", BATCHES, ids=_name)
def test_windows_can_stand_in_a_network_folder_and_reads_utf_8(launcher):
    lines = launcher.text.split("\r\n")
    assert "\n" not in launcher.text.replace("\r\n", "")
    assert lines.index('pushd "%~dp0"') < lines.index("set ended=%errorlevel%") < lines.index("popd")
    assert "chcp 65001 >nul" in lines
    assert "exit /b %ended%" in lines
    assert "pause" in launcher.text


def _run(launcher: Launcher, folder: Path, ending: int) -> subprocess.CompletedProcess[str]:
    place = folder / "my deals"
    place.mkdir()
    tool = folder / "bin" / "campaignctl"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "words:$*" "in:$(basename "$PWD")"\nexit {ending}\n', encoding="utf-8")
    tool.chmod(0o755)
    script = place / launcher.name
    script.write_text(launcher.text, encoding="utf-8")
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", str(script)], capture_output=True, text=True, check=False, env={"PATH": path}, stdin=subprocess.DEVNULL
    )


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell")
@pytest.mark.parametrize(
    ("launcher", "words"), list(zip(SHELLS, ["", "collect", "validate", "lock", "report"], strict=True)), ids=str
)
@pytest.mark.parametrize("ending", [0, 1])
def test_the_shell_runs_the_command_in_the_launchers_folder_and_ends_as_it_did(tmp_path, launcher, words, ending):
    ran = _run(launcher, tmp_path, ending)
    assert ran.stdout == f"words:{words} in:my deals\n"
    assert ran.returncode == ending
