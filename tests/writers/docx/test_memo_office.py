"""LibreOffice prints the memo on two pages, however much stands out."""

import shutil
import subprocess

import pytest

from .reading import made
from .sample import document


@pytest.mark.office
@pytest.mark.parametrize("steps", [1, 4])
def test_the_memo_prints_on_two_pages_at_most_with_both_charts(tmp_path, steps):
    tools = [shutil.which("soffice"), shutil.which("pdftotext")]
    if None in tools:
        pytest.skip("LibreOffice or pdftotext is not installed")
    long = ", with so much to be said of it that the cell takes up two lines" if steps > 1 else ""
    path = made(document(long=long, steps=steps), tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [tools[0], profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    text = subprocess.run(
        [tools[1], tmp_path / "memo.pdf", "-"], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    assert len(text.split("\f")[:-1]) <= 2
    assert "Sat 21" in text
    assert "88.0%" in text
