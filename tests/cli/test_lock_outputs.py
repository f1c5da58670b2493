"""``lock`` writes what is to be keyed in and checked; ``validate`` reads what came of it."""

import hashlib
import json

import openpyxl
import pytest

from campaignctl.cli.demo import write_folder
from campaignctl.marketplaces.load import known, load
from campaignctl.simulation.demo import demo

from .running import campaignctl, in_a_process


@pytest.fixture(scope="module")
def clean():
    return demo(26, load(known(None)[0], None)).clean


@pytest.fixture
def folder(clean, tmp_path):
    write_folder(tmp_path / "harvest", clean)
    (tmp_path / "harvest" / "launch-check.xlsx").unlink()
    return tmp_path / "harvest"


def lock(folder, *more, run=campaignctl):
    ended = run("lock", folder, "--as-of", "2026-11-17T10:00", *more)
    assert ended.returncode == 0, ended.stderr
    return ended


def control(folder):
    sheet = openpyxl.load_workbook(folder / "out" / "upload" / "control.xlsx")["Files"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(rows) if "SHA-256" in row)
    head = rows[at]
    return {row[head.index("File")]: row[head.index("SHA-256")] for row in rows[at + 1 :] if row[head.index("SHA-256")]}


def fill(path, to, **cells):
    book = openpyxl.load_workbook(path)
    sheet = book["Launch check"]
    heads = {cell.value: cell.column for cell in sheet[6]}
    for name, value in cells.items():
        sheet.cell(7, heads[name.replace("_", " ")], value)
    book.save(to)


def test_every_file_lies_there_with_the_hash_that_the_control_sheet_says(folder):
    lock(folder)
    place = folder / "out" / "upload"
    names = {path.name for path in place.glob("*.xlsx")} - {"control.xlsx"}
    assert names == {"HD26-01-1.xlsx", "HD26-02-1.xlsx", "HD26-03-1.xlsx"}
    assert control(folder) == {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in names}


def test_locking_again_writes_the_same_bytes_and_takes_stale_files_away(folder):
    lock(folder, run=in_a_process)
    place = folder / "out"
    before = {path.name: path.read_bytes() for path in place.rglob("*.xlsx")}
    (place / "upload" / "HD26-77-1.xlsx").write_bytes(b"of an earlier lock")
    (place / "launch-check.xlsx").unlink()
    lock(folder, run=in_a_process)
    assert {path.name: path.read_bytes() for path in place.rglob("*.xlsx")} == before


def test_an_upload_file_open_elsewhere_stays_and_the_last_line_names_its_sibling(folder):
    lock(folder)
    place = folder / "out" / "upload"
    mark = place / "~$HD26-01-1.xlsx"
    mark.write_bytes(b"x")
    ended = campaignctl("lock", folder, "--as-of", "2026-11-17T10:00")
    assert ended.returncode == 4
    *before, last = ended.stderr.strip().splitlines()
    assert last.endswith("HD26-01-1 (2).xlsx")
    assert any("HD26-01-1.xlsx is of an earlier lock and open elsewhere: do not key it in." in line for line in before)
    assert mark.exists()
    assert (place / "HD26-01-1.xlsx").exists()


def test_a_dry_run_writes_nothing(folder):
    lock(folder, "--dry-run")
    assert [path for path in (folder / "out").rglob("*") if path.is_file()] == []


def test_another_place_can_be_named(folder, tmp_path):
    lock(folder, "--output-dir", tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "launch-check.xlsx").exists()
    assert not (folder / "out" / "launch-check.xlsx").exists()


def test_a_list_that_somebody_began_is_never_written_over(folder):
    lock(folder)
    path = folder / "out" / "launch-check.xlsx"
    fill(path, path, Seen_by="Kai Lund")
    filled = path.read_bytes()
    ended = lock(folder)
    assert path.read_bytes() == filled
    assert (folder / "out" / "launch-check-lock-1.xlsx").exists()
    assert "launch-check.xlsx holds what somebody saw and stays" in ended.stderr


def findings(*words):
    ended = campaignctl("validate", *words, "--json")
    return ended, [(one["code"], one["cell"]) for one in json.loads(ended.stdout)["findings"]]


def test_a_list_that_nobody_began_is_only_judged_when_it_is_named(folder):
    lock(folder)
    assert findings(folder)[1] == []
    _, told = findings(folder / "out" / "launch-check.xlsx")
    assert {code for code, _ in told} == {"LCK602"}


def test_a_copy_in_the_campaigns_folder_is_judged(folder):
    lock(folder)
    fill(folder / "out" / "launch-check.xlsx", folder / "launch-check kai.xlsx", Seen_price=1)
    ended, told = findings(folder / "launch-check kai.xlsx")
    assert ended.returncode == 1
    assert ("LCK601", "M7") in told
    assert len([code for code, _ in told if code == "LCK602"]) > 5


def test_a_workbook_that_is_none_is_named(folder):
    stray = folder / "prices.xlsx"
    openpyxl.Workbook().save(stray)
    ended, told = findings(stray)
    assert (ended.returncode, [code for code, _ in told]) == (1, ["WBK101"])


def test_a_damaged_list_is_named_and_kept(folder):
    lock(folder)
    path = folder / "out" / "launch-check.xlsx"
    path.write_bytes(b"PK\x03\x04 cut off")
    lock(folder)
    assert path.read_bytes() == b"PK\x03\x04 cut off"
    assert [code for code, _ in findings(folder)[1]] == ["WBK101"]


def test_an_upload_file_moved_into_exports_is_compared_with_the_lock(folder):
    lock(folder)
    for export in (folder / "exports").glob("*.csv"):
        export.unlink()
    for source in (folder / "out" / "upload").glob("HD*.xlsx"):
        (folder / "exports" / source.name).write_bytes(source.read_bytes())
    assert [code for code, _ in findings(folder)[1]] == ["LCK509"]
    path = folder / "exports" / "HD26-01-1.xlsx"
    book = openpyxl.load_workbook(path)
    book.active["C2"] = 1.23
    book.active.delete_rows(3)
    book.save(path)
    assert findings(folder)[1] == [("LCK501", "C2"), ("LCK507", "B1"), ("LCK509", "B10")]
    lock(folder)  # how the last lock was carried out does not stand against a new one
