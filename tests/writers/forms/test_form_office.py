"""A form that was filled and saved by LibreOffice still holds what was filled, its lists, and no error."""

import shutil
import subprocess
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from campaignctl.domain.forms import FilledSheet, Form
from campaignctl.workbooks import REGISTRATION, SETUP
from campaignctl.writers.forms import write_form

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
LISTS = {"profile:tools": ("Flash deal",), "profile:zones": ("America/Los_Angeles",)}


def saved(written, folder: Path):
    """Return the same form after LibreOffice opened, calculated and saved it."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    subprocess.run([*command, str(written.path)], check=True, capture_output=True, timeout=300)
    return type(written)(folder / "saved" / written.path.name)


def grid(written, tab):
    return CalamineWorkbook.from_path(str(written.path)).get_sheet_by_name(tab).to_python(skip_empty_area=False)


def lost(before, after):
    """Return the cells that held something and now hold something else."""
    found = []
    for row, cells in enumerate(before):
        for at, value in enumerate(cells):
            now = after[row][at] if row < len(after) and at < len(after[row]) else ""
            same = now == pytest.approx(value) if isinstance(value, float) else now == value
            if value != "" and not same:
                found.append((row + 1, at, value, now))
    return found


def test_the_small_form_survives(form, write, tmp_path):
    before = write(form())
    after = saved(before, tmp_path)
    for tab in before.tabs():
        assert lost(grid(before, tab), grid(after, tab)) == [], tab
        assert len(after.validations(tab)) == len(before.validations(tab)), tab
    checks = [row[16] for row in grid(after, "Offers")[6:10]]
    assert checks == ["✓ ok", "✓ ok", "✓ ok", ""]
    assert grid(after, "Fair")[16][4] == "▲ required"
    assert grid(after, "Fair")[6][8] == "✓ ok"
    assert [grid(after, "Fair")[row][7] for row in (5, 6, 7)] == ["4 of 5", 3, 1]


@pytest.fixture(scope="module", params=[SETUP, REGISTRATION], ids=["set-up", "registration"])
def real(request, tmp_path_factory, written_at):
    """Both of our forms, each sheet filled with its own example, before and after LibreOffice."""
    filled = []
    for sheet in request.param:
        row = {column.key: column.example for column in sheet.written if column.is_input}
        filled.append(FilledSheet(sheet, (row,), capacity=3))
    folder = tmp_path_factory.mktemp("real")
    write_form(Form("f", "Fair", "Words", "USD", "UTC", tuple(filled), LISTS), folder / "form.xlsx")
    before = written_at(folder / "form.xlsx")
    return before, saved(before, folder), request.param


def test_our_forms_keep_values_and_lists(real):
    before, after, sheets = real
    for sheet in sheets:
        assert lost(grid(before, sheet.name), grid(after, sheet.name)) == [], sheet.name
    for tab in before.tabs():
        assert len(after.validations(tab)) == len(before.validations(tab)), tab


def test_our_forms_hold_no_error_after_calculation(real):
    _, after, _ = real
    for tab in after.tabs():
        errors = [address for address, (kind, _, _) in after.cells(tab).items() if kind == "e"]
        assert errors == [], tab


def test_every_example_of_ours_passes_its_own_quick_check(real):
    _, after, sheets = real
    for sheet in sheets:
        if not sheet.record:
            row = grid(after, sheet.name)[6]
            assert row[len(sheet.written)] == "✓ ok", sheet.name
