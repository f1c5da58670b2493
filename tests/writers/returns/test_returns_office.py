"""LibreOffice opens every returned book, and a form that it saved comes through the whole loop."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from campaignctl.folder.files import find
from campaignctl.folder.outputs import Outputs
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.stages.returns import Occasion, as_new, returns_of
from campaignctl.stages.validate import validate
from campaignctl.writers.returns import write_return

EXAMPLE = Path(__file__).parents[3] / "examples" / "harvest-deals"
FERN = "registrations/s-001-fern-clay.xlsx"


def saved(paths, form, folder):
    """Open books in LibreOffice and save them in another form; one call for all."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is absent")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(folder / "saved"),
        *map(str, paths),
    ]
    subprocess.run(command, capture_output=True, timeout=600, check=True)
    return folder / "saved"


@pytest.mark.office
def test_libreoffice_opens_every_returned_book_with_its_list_in_front(books, returned, tools, tmp_path):
    paths = []
    for name, source in books.items():
        made = returned(source)
        paths.append(shutil.copyfile(made, tmp_path / name))
    folder = saved(paths, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    for name in books:
        book = tools.reopened(folder / f"{Path(name).stem}.xlsx")
        assert book.sheetnames[-1] == "Findings", name
        assert book.active.title == "Findings", name
        assert book["Products"]["D6"].fill.fgColor.rgb == "FFFDEEEA", name
        assert "campaignctl · SKU204 error" in book["Products"]["D6"].comment.text, name
        assert book["Findings"]["B1"].value == "2 cells to mend before you can be confirmed", name


@pytest.mark.office
def test_a_filled_form_saved_by_libreoffice_comes_through_the_whole_loop(tmp_path):
    folder = tmp_path / "campaign"
    shutil.copytree(EXAMPLE, folder)
    first = round_of(folder, 1)
    assert [line.code for line in first.lines] == ["SKU201", "WBK106"]
    sent = folder / "out" / "returns" / "S-001.xlsx"

    # the seller opens the return in LibreOffice, answers one line, moves the rows down and saves
    answered = openpyxl.load_workbook(sent)
    answered["Findings"]["I7"] = "Meant so"
    answered["Products"].insert_rows(7)
    answered.save(tmp_path / "S-001.xlsx")
    back = saved([tmp_path / "S-001.xlsx"], "xlsx:Calc MS Excel 2007 XML", tmp_path) / "S-001.xlsx"
    shutil.copyfile(back, folder / FERN)

    second = round_of(folder, 2)
    told = [line for line in second.lines if line.code != "SKU213"]  # openpyxl moves rows and not what formulas name
    assert [(line.code, line.cell, line.answer) for line in told] == [
        ("SKU201", "K9", "Meant so"),
        ("WBK106", "M10", ""),
    ]
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Products"]
    assert sheet["K9"].fill.fgColor.rgb == sheet["M10"].fill.fgColor.rgb == "FFFDEEEA"
    assert sheet["K8"].fill.fgColor.rgb != "FFFDEEEA"
    words = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert sum(bool(re.match("Findings", word)) for word in words) == 1

    once = (folder / "out" / "returns" / "S-001.xlsx").read_bytes()
    shutil.copyfile(folder / "out" / "returns" / "S-001.xlsx", folder / FERN)
    round_of(folder, 2)
    assert (folder / "out" / "returns" / "S-001.xlsx").read_bytes() == once


def round_of(folder, number):
    material = read_folder(find(folder))
    validated = validate(material)
    made = returns_of(validated.campaign, material, as_new(validated.verdict.findings), Occasion(round=number))
    one = next(made for made in made if made.source == FERN)
    write_return(one, folder / FERN, folder / "out" / "returns", Outputs())
    return one
