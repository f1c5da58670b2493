"""The report opens cleanly, and LibreOffice shows every word and number of it."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from campaignctl.domain.document import Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Column, Table
from campaignctl.writers.report import write_report

MONEY = (0, -0.001, 4.5, -4.5, 12.3, 999.996, 5327, -2005, 404_400, 999_600, 5_327_000, -5_327_000, 3.2e9)
VALUES = {
    Format.MONEY: MONEY,
    Format.MONEY_SHORT: MONEY,
    Format.COUNT: (0, 7, 12_345, -3),
    Format.PERCENT: (0.0, 0.002, 0.0725, 0.09999, 0.22, 1.27, -0.3, -0.002),
    Format.POINTS: (0.0048, -0.003, 0.00001),
    Format.RATIO: (0.0, 1.256, -0.25),
    Format.DURATION: (45, 60, 2730, 3599, 3600, 63_000),
}


def convert(file: Path, form: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("soffice is absent")
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def shown(file: Path) -> str:
    """The words on the pages that LibreOffice prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is absent")
    convert(file, "pdf")
    pdf = ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"]
    return subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout


def test_the_package_is_sound(hostile, tmp_path: Path):
    write_report(hostile, tmp_path / "report.xlsx")
    result = OpenXmlValidator().validate(tmp_path / "report.xlsx")
    assert [str(error) for error in result.errors] == []


@pytest.mark.office
def test_libreoffice_shows_titles_numbers_and_no_clipped_cell(sample, tmp_path: Path):
    write_report(sample, tmp_path / "report.xlsx")
    words = shown(tmp_path / "report.xlsx")
    assert "###" not in words
    for section in sample.sections:
        assert sample.words(section.title) in words
    for id_ in ("gmv.total", "orders.total", "gmv.category.garden~target"):
        assert sample.figures[id_].words.lstrip("+−") in words
    assert sample.figures["gmv.category.beauty@target"].words_as(Format.MONEY, 0) in words, (
        "a table holds whole amounts"
    )
    assert "Second Thimble" in words


@pytest.mark.office
@pytest.mark.parametrize("unit", ["USD", "IDR"])
def test_every_cell_reads_as_the_words_of_its_figure(tmp_path: Path, unit):
    figures = [
        Figure(f"{form}.total.{at}{change}", "", value, unit if "money" in form else "", form)
        for form, values in VALUES.items()
        for at, value in enumerate(values)
        for change in (("", "~target") if form is not Format.DURATION else ("",))
    ]
    rows = tuple((figure.words, Ref(figure.id)) for figure in figures)
    table = Table("t", (Column("words", "Words"), Column("cell", "Cell", Format.RATIO)), rows)
    section = Section("s", "S", Sentence(("T",)), parts=(table,))
    write_report(Document("June Fair", "", {one.id: one for one in figures}, (section,)), tmp_path / "report.xlsx")
    convert(tmp_path / "report.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")
    text = (tmp_path / "report.csv").read_text(encoding="utf-8")
    found = list(csv.reader(text.splitlines()))[-len(rows) :]
    for figure, (_, words, cell, *_) in zip(figures, found, strict=True):
        level = not any(digit in words for digit in "123456789")
        sign = "" if not figure.is_change else "● " if level else "▲ " if figure.value > 0 else "▼ "
        assert cell == sign + (words.lstrip("+") if level else words)
