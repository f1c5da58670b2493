"""The report opens cleanly, and LibreOffice shows every word and number of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from campaignctl.writers.report import write_report


def shown(folder: Path, file: Path) -> str:
    """The words on the pages that LibreOffice prints."""
    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is absent")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"]
    return subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout


def test_the_package_is_sound(hostile, tmp_path: Path):
    write_report(hostile, tmp_path / "report.xlsx")
    result = OpenXmlValidator().validate(tmp_path / "report.xlsx")
    assert [str(error) for error in result.errors] == []


@pytest.mark.office
def test_libreoffice_shows_titles_numbers_and_no_clipped_cell(sample, tmp_path: Path):
    write_report(sample, tmp_path / "report.xlsx")
    words = shown(tmp_path, tmp_path / "report.xlsx")
    assert "###" not in words
    for section in sample.sections:
        assert sample.words(section.title) in words
    for id_ in ("gmv.total", "orders.total", "gmv.category.garden~target", "gmv.category.beauty@target"):
        assert sample.figures[id_].words.lstrip("+−") in words
    assert "Second Thimble" in words
