"""LibreOffice opens the deck as a presentation and shows every title in full."""

import shutil
import subprocess

import pytest

from campaignctl.writers.pptx import write_deck

from .reading import TEMPLATE
from .sample import document


@pytest.mark.office
def test_the_deck_opens_and_prints_one_page_a_slide(tmp_path):
    tools = [shutil.which("soffice"), shutil.which("pdftotext")]
    if None in tools:
        pytest.skip("LibreOffice or pdftotext is not installed")
    report = document()
    write_deck(report, TEMPLATE, tmp_path / "deck.pptx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [tools[0], profile, "--headless", "--convert-to", "pdf:impress_pdf_Export"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "deck.pptx"], check=True, capture_output=True, timeout=240
    )
    text = subprocess.run([tools[1], tmp_path / "deck.pdf", "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) == 7
    for page, section in zip(pages, report.sections, strict=True):
        assert " ".join(report.words(section.title).split()) in " ".join(page.split())
    assert "118%" in pages[2]
    assert "$820K" in pages[0]
