"""Every command ends as a shell script can rely on: the right exit code, two lines for an error, nothing lost."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from campaignctl.cli.environment import Environment
from campaignctl.cli.exit_codes import Exit
from campaignctl.cli.report import report
from campaignctl.domain.errors import CannotWrite

from .running import EXAMPLE, campaignctl


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "harvest-deals")
    return tmp_path / "harvest-deals"


def two_lines(ended, code):
    assert ended.returncode == code
    assert ended.stdout == ""
    lines = ended.stderr.strip().splitlines()
    assert len(lines) == 2, lines
    assert all(len(line) > 15 for line in lines)
    assert "Traceback" not in ended.stderr
    return lines


@pytest.mark.parametrize("command", ["validate", "report"])
def test_an_empty_folder_is_no_campaign(tmp_path, command):
    assert "campaign.xlsx" in two_lines(campaignctl(command, tmp_path), 3)[0]


def test_a_folder_that_is_not_there(tmp_path):
    two_lines(campaignctl("validate", tmp_path / "nowhere"), 3)


def far_corner(path):
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )
    book = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", book)
        package.writestr("xl/_rels/workbook.xml.rels", relations)
        package.writestr("xl/worksheets/sheet1.xml", sheet)


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(2048):
                part.write(bytes(1 << 20))


HOSTILE = {
    "a file cut off while copying": lambda path: path.write_bytes(b"PK\x03\x04 cut off"),
    "a file with a password": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "text that is called xlsx": lambda path: path.write_text("Seller ID,Shop name\n", encoding="utf-8"),
    "a cell in the far corner": far_corner,
    "a bomb of two gigabytes": bomb,
    "an empty file": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_set_up_ends_in_two_lines(folder, make):
    make(folder / "campaign.xlsx")
    two_lines(campaignctl("validate", folder), 3)


SAID = dict.fromkeys(HOSTILE, "WBK101") | {"text that is called xlsx": "WBK404", "an empty file": "WBK403"}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_registration_is_one_finding_and_the_others_are_still_checked(folder, what):
    HOSTILE[what](folder / "registrations" / "broken.xlsx")
    ended = campaignctl("validate", folder, "--json")
    found = json.loads(ended.stdout)["findings"]
    assert ended.returncode == 1
    assert [f["code"] for f in found if f["file"] == "registrations/broken.xlsx"] == [SAID[what]]
    assert "SKU201" in {f["code"] for f in found}


def test_json_has_the_shape_that_scripts_rely_on(folder):
    whole = json.loads(campaignctl("validate", folder, "--json").stdout)
    assert whole["schema"] == 1
    assert {"errors", "warnings", "notes", "rows", "files", "rules_run", "not_run"} <= set(whole["summary"])
    assert whole["summary"]["errors"] == 3
    keys = {"code", "name", "severity", "file", "sheet", "row", "column", "cell", "value", "message", "fix", "amount"}
    assert all(set(finding) == keys for finding in whole["findings"])
    above = next(finding for finding in whole["findings"] if finding["code"] == "SKU201")
    assert (above["cell"], above["row"], above["column"]) == ("K8", 8, "Campaign price")


def test_one_workbook_of_the_folder_shows_its_own_findings(folder):
    ended = campaignctl("validate", folder / "registrations" / "s-002-dewline-skin.xlsx", "--json")
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["findings"] == []


def test_a_word_that_no_command_is_called_is_wrong_usage():
    assert campaignctl("valdate").returncode == 2


@pytest.mark.parametrize(
    "words", [["valdate"], ["new"], ["validate", "--format", "xml"], ["report", "a", "b"], ["--json"]]
)
def test_wrong_usage_is_two_lines_and_the_second_names_the_help(words):
    assert "--help` shows how" in two_lines(campaignctl(*words), 2)[1]


@pytest.mark.parametrize("name", ["notes.md", "exports/S-001/All order-2026-11-27-08_00.csv"])
def test_a_named_file_that_validate_does_not_read_is_refused_not_found_clean(folder, name):
    (folder / "notes.md").write_text("to do", encoding="utf-8")
    assert name in two_lines(campaignctl("validate", folder / name), 3)[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("words", [["--help"], ["metrics"], ["metrics", "--json"]])
def test_an_answer_that_finds_no_room_ends_in_two_lines(words):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = [sys.executable, "-m", "campaignctl", *words]
        ended = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 4
    assert ended.stderr.splitlines()[0] == "The answer cannot be written: No space left on device."
    assert len(ended.stderr.splitlines()) == 2


@pytest.mark.skipif(os.name != "posix", reason="a POSIX shell closes streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_reason_to_fail(closed):
    run = f'"{sys.executable}" -m campaignctl metrics --quiet {closed}'
    ended = subprocess.run(["sh", "-c", run], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_report_says_which_export_its_numbers_lack(folder):
    (folder / "exports" / "S-001" / "All order-2026-11-27-08_00.csv").write_text("{}", encoding="utf-8")
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 0
    lines = ended.stderr.splitlines()
    assert lines[0].startswith("1 export was not read whole; the numbers are without what is missing")
    assert lines[1] == "  exports/S-001/All order-2026-11-27-08_00.csv"
    assert lines[-1] == "Sheet Data quality of report.xlsx lists all, with what to do."


def test_an_export_with_many_faults_is_named_once(folder):
    export = folder / "exports" / "S-001" / "All order-2026-11-27-08_00.csv"
    text = export.read_text(encoding="utf-8-sig")
    export.rename(export.with_name("All order\nof S-001.csv"))
    export.with_name("All order\nof S-001.csv").write_text(text.replace(" AM\t", " BM\t"), encoding="utf-8")
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 0
    assert ended.stderr.splitlines()[1] == "  exports/S-001/All order of S-001.csv"
    assert re.fullmatch(
        r"    \w+ Time “.* BM” is no date and time .* \(and \d+ more like it\)", ended.stderr.splitlines()[2]
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"C10": None}, ["The sheet Campaign does not say when the campaign starts.", "Fill Starts there."]),
        (
            {"C11": date(2026, 11, 1)},
            ["The campaign ends before it starts.", "Mend Starts or Ends on the sheet Campaign."],
        ),
    ],
)
def test_a_report_says_what_is_wrong_with_the_dates_of_the_campaign(folder, cells, said):
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    for cell, value in cells.items():
        book["Campaign"][cell] = value
    book.save(folder / "campaign.xlsx")
    assert two_lines(campaignctl("report", folder), 3) == said


def test_a_file_where_the_outputs_belong_is_said_before_any_work(folder):
    (folder / "out").write_text("notes", encoding="utf-8")
    assert "out is a file" in two_lines(campaignctl("report", folder), 4)[0]


def test_a_file_where_the_records_belong_is_said_before_any_work(folder):
    (folder / "record").write_text("mine", encoding="utf-8")
    ended = campaignctl("report", folder)
    assert ended.returncode == 4
    assert ended.stderr.splitlines() == [
        f"{folder / 'record'} is a file; what happened to the campaign is kept in a folder of that name.",
        "Move it away, or give it another name.",
    ]
    assert not (folder / "out").exists()


def test_a_folder_that_takes_no_files_has_a_report_elsewhere_and_keeps_no_record(folder, tmp_path, monkeypatch):
    before = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr(os, "access", lambda path, *_: Path(path) != folder)
    told, out = StringIO(), tmp_path / "mine" / "here"
    ended = report.__wrapped__(Environment(out=StringIO(), err=told), folder, output_dir=out)
    assert ended is Exit.CLEAN
    assert (out / "report.xlsx").is_file()
    assert sorted(path.name for path in folder.iterdir()) == before
    assert f"{folder} takes no files: no record was kept for later reports to compare with." in told.getvalue()
    with pytest.raises(CannotWrite, match="takes no files"):
        report.__wrapped__(Environment(out=StringIO(), err=StringIO()), folder)


def test_a_rule_that_is_not_there_names_its_neighbours():
    assert "SKU204" in two_lines(campaignctl("rules", "SKU244"), 3)[1]


def test_new_refuses_a_folder_that_holds_a_campaign(folder):
    before = (folder / "campaign.xlsx").read_bytes()
    two_lines(campaignctl("new", folder), 4)
    assert (folder / "campaign.xlsx").read_bytes() == before


def test_new_from_an_earlier_campaign_moves_its_dates(folder, tmp_path):
    ended = campaignctl("new", tmp_path / "next", "--from", folder, "--starts", "2027-11-19")
    assert ended.returncode == 0, ended.stderr
    found = json.loads(campaignctl("validate", tmp_path / "next", "--json").stdout)["findings"]
    assert "CMP101" not in {f["code"] for f in found}
    assert "WBK110" not in {f["code"] for f in found}


def test_where_am_i_names_the_phase_and_the_next_command(folder):
    ended = campaignctl(cwd=folder)
    assert ended.returncode == 0
    assert "Next:  campaignctl " in ended.stdout
    assert "3 of 3 registered" in ended.stdout
