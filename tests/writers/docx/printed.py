"""Memos as LibreOffice prints them: the text of every page."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest


def pages(memos: Sequence[Path], place: Path) -> list[list[str]]:
    """Print memos in one call and return the pages of each; skips where LibreOffice or pdftotext is not installed."""
    office, to_text = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or to_text is None:
        pytest.skip("LibreOffice or pdftotext is not installed")
    profile = f"-env:UserInstallation=file://{place}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", place, *memos]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [_pages_of(to_text, place / f"{memo.stem}.pdf") for memo in memos]


def _pages_of(to_text: str, printed: Path) -> list[str]:
    command = [to_text, "-layout", printed, "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=60).stdout
    return told.split("\f")[:-1]
