"""validate --annotate, and what happens when its workbooks come back."""

import json
import shutil
from hashlib import sha256

import openpyxl
import pytest

from campaignctl.domain.returns import Answer
from campaignctl.folder.files import find
from campaignctl.readers.campaign_folder import read_folder

from .running import EXAMPLE, campaignctl, in_a_process

FERN = "registrations/s-001-fern-clay.xlsx"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "harvest-deals")
    return tmp_path / "harvest-deals"


def annotated(folder, *words, run=campaignctl):
    ended = run("validate", folder, "--annotate", *words)
    assert ended.returncode == 1, ended.stderr
    return ended


def hashes(folder):
    return {path: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def findings(folder):
    return json.loads(campaignctl("validate", folder, "--json").stdout)["findings"]


def test_every_workbook_with_findings_is_written_and_no_other(folder):
    ended = annotated(folder)
    files = {finding["file"] for finding in findings(folder)}
    names = {"campaign.xlsx" if file == "campaign.xlsx" else f"{file[14:19].upper()}.xlsx" for file in files}
    assert {path.name for path in (folder / "out" / "returns").iterdir()} == names
    assert "S-001.xlsx" in names
    assert "S-003.xlsx" not in names
    assert f"Wrote {len(names)} workbooks" in ended.stderr


def test_no_input_is_changed_and_the_same_run_gives_the_same_bytes(folder):
    before = hashes(folder)
    annotated(folder, run=in_a_process)
    once = hashes(folder / "out")
    annotated(folder, run=in_a_process)
    assert hashes(folder / "out") == once
    assert {path: value for path, value in hashes(folder).items() if "out" not in path.parts} == before


def test_the_list_says_what_remains_errors_first(folder):
    annotated(folder, "--as-of", "2026-11-13T09:10")
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Findings"]
    rows = [[cell.value for cell in row[1:9]] for row in sheet.iter_rows()]
    assert rows[0][0] == "2 cells to mend before you can be confirmed"
    assert rows[1][0].startswith(
        "Fern & Clay (S-001) · checked Fri 13 Nov 2026 09:10 PT · was due Thu 12 Nov 2026 18:00 PT"
    )
    assert rows[5] == [
        "Severity", "Where", "Rule", "Value found", "What is wrong", "How to mend it", "Since", "Your answer",
    ]  # fmt: skip
    assert [row[:3] for row in rows[6:8]] == [
        ["▲ error", "Products!K8", "SKU201"],
        ["▲ error", "Products!M9", "WBK106"],
    ]
    assert sheet["C7"].hyperlink.location == "'Products'!K8"
    assert sheet.data_validations.dataValidation[0].formula1 == '"Fixed,Meant so,Question"'
    assert sheet.column_dimensions["J"].hidden


def test_the_sellers_sheet_shows_each_row_its_findings(folder):
    annotated(folder, "--as-of", "2026-11-13T09:10")
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Products"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Findings of 13 Nov")
    told = {row: sheet.cell(row, column).value for row in range(5, 11)}
    assert told[5] == "filled by campaignctl"
    assert told[6] == "example, not read"
    assert told[8] == "▲ SKU201 deal not below list"
    assert told[9] == "▲ WBK106 required cell blank"
    assert told[7] == told[10] == "✓ no finding"
    assert sheet["K8"].comment.text.splitlines()[0] == "campaignctl · SKU201 error"


def test_without_a_time_nothing_depends_on_the_day(folder):
    annotated(folder)
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Products"]
    assert "Findings" in [cell.value for cell in sheet[4]]


def test_a_workbook_that_comes_back_unmended_has_the_same_findings(folder):
    before = findings(folder)
    annotated(folder, "--as-of", "2026-11-13T09:10")
    shutil.copyfile(folder / "out" / "returns" / "S-001.xlsx", folder / FERN)
    shutil.copyfile(folder / "out" / "returns" / "campaign.xlsx", folder / "campaign.xlsx")
    assert findings(folder) == before
    once = hashes(folder / "out")
    annotated(folder, "--as-of", "2026-11-13T09:10")
    assert hashes(folder / "out") == once


def answer(path, words):
    book = openpyxl.load_workbook(path)
    for row, word in words.items():
        book["Findings"][f"I{row}"] = word
    book.save(path)


def test_answers_are_read_and_stand_again_beside_what_is_still_open(folder):
    annotated(folder)
    shutil.copyfile(folder / "out" / "returns" / "S-001.xlsx", folder / FERN)
    answer(folder / FERN, {7: "meant so", 8: "Fixed"})
    material = read_folder(find(folder))
    told = {one.identity[0]: (one.answer, one.file) for one in material.answers}
    assert told == {"SKU201": (Answer.MEANT, FERN), "WBK106": (Answer.FIXED, FERN)}
    annotated(folder)
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Findings"]
    assert sheet["I7"].value == "Meant so"
    assert sheet["I8"].value is None  # it is not fixed


def test_fix_mends_the_copy_and_lists_it(folder):
    path = folder / FERN
    book = openpyxl.load_workbook(path)
    book["Products"]["M8"] = "1,200"
    book["Products"]["F8"] = "Calming Serum "
    book["Products"]["K7"] = "24.36"  # a price is never touched
    book.save(path)
    before = path.read_bytes()
    annotated(folder, "--fix")
    after = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")
    assert after["Products"]["M8"].value == 1200
    assert after["Products"]["F8"].value == "Calming Serum"
    assert after["Products"]["K7"].value == "24.36"
    mended = [[cell.value for cell in row[1:8]] for row in after["Findings"].iter_rows() if row[1].value == "✓ mended"]
    assert [line[1] for line in mended] == ["Products!F8", "Products!M8"]
    assert mended[1][3:6] == ["1,200", "Stock: a number written as text.", "Now the number 1,200."]
    assert path.read_bytes() == before


def test_fix_needs_annotate(folder):
    ended = campaignctl("validate", folder, "--fix")
    assert ended.returncode == 2
    assert "--annotate" in ended.stderr


def test_one_workbook_named_alone_is_returned_alone(folder):
    ended = campaignctl("validate", folder / FERN, "--annotate", "--output-dir", folder / "elsewhere")
    assert ended.returncode == 1
    assert [path.name for path in (folder / "elsewhere" / "returns").iterdir()] == ["S-001.xlsx"]


def test_a_return_that_is_open_elsewhere_gets_a_complete_sibling(folder):
    annotated(folder)
    (folder / "out" / "returns" / "~$S-001.xlsx").touch()
    ended = campaignctl("validate", folder, "--annotate")
    assert ended.returncode == 4
    assert "S-001 (2).xlsx" in ended.stderr


def test_a_broken_registration_goes_back_untouched_with_a_list(folder):
    (folder / "registrations" / "s-009-cut-off.xlsx").write_bytes(b"PK\x03\x04 cut off")
    annotated(folder)
    returns = folder / "out" / "returns"
    assert (returns / "s-009-cut-off.xlsx").read_bytes() == b"PK\x03\x04 cut off"
    assert openpyxl.load_workbook(returns / "s-009-cut-off findings.xlsx").sheetnames == ["Findings"]


@pytest.mark.parametrize(
    "name", ["../../evil", "CON", "a/b\\c:d*?", "=1+1", "</script>", "x" * 200, "\u202egnp", "  ", "Ünï 商"]
)
def test_a_sellers_id_never_becomes_a_path(folder, name):
    path = folder / FERN
    book = openpyxl.load_workbook(path)
    sheet = book["Seller"]
    cell = next(row[2] for row in sheet.iter_rows() if row[1].value == "Seller ID *" or row[1].value == "Seller ID")
    cell.value = name
    cell.data_type = "s"
    book.save(path)
    annotated(folder)
    written = list((folder / "out").rglob("*.xlsx"))
    assert all(path.parent == folder / "out" / "returns" for path in written)
    assert len(written) == len({finding["file"] for finding in findings(folder)})


def test_a_link_to_a_file_that_is_no_workbook_is_not_sent_back(folder, tmp_path):
    secret = tmp_path / "passwords.txt"
    secret.write_text("admin: letmein, and much more of it\n")
    (folder / "registrations" / "photo.xlsx").symlink_to(secret)
    ended = annotated(folder)
    assert "photo.xlsx is a link to what is no registration" in ended.stderr
    assert not [path for path in (folder / "out" / "returns").iterdir() if b"letmein" in path.read_bytes()]


def test_a_return_of_validate_says_since_which_round_a_finding_stands(folder):
    campaignctl("collect", folder)
    book = openpyxl.load_workbook(folder / FERN)
    book["Products"]["K7"] = "a lot"
    book.save(folder / FERN)
    annotated(folder)
    sheet = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Findings"]
    since = {(row[2].value, row[3].value): row[7].value for row in sheet.iter_rows(min_row=7)}
    assert since["Products!M9", "WBK106"] == "round 1, open"
    assert {told for (where, _), told in since.items() if where == "Products!K7"} == {"new"}


def test_the_same_files_checked_after_a_collection_say_what_it_said(folder):
    campaignctl("collect", folder)
    told = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Findings"]
    annotated(folder)
    again = openpyxl.load_workbook(folder / "out" / "returns" / "S-001.xlsx")["Findings"]
    assert [row[7].value for row in again.iter_rows(min_row=7, max_row=8)] == [
        row[7].value for row in told.iter_rows(min_row=7, max_row=8)
    ]
