"""``templates`` says what a deck must hold, checks a team's own, and writes ours without touching theirs."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
from pptx import Presentation

from .running import EXAMPLE, campaignctl

SHIPPED = Path(__file__).parents[2] / "templates" / "deck.pptx"


def test_without_a_deck_it_lists_what_one_must_hold():
    ended = campaignctl("templates")
    assert ended.returncode == 0
    assert "chart:pace   series: Campaign, Below target, Target, Baseline" in ended.stdout
    assert "#campaignctl: <section>" in ended.stdout


def test_ours_fits():
    ended = campaignctl("templates", SHIPPED)
    assert ended.returncode == 0, ended.stdout
    assert "✓ It fits" in ended.stdout


def test_what_a_deck_lacks_is_told_and_ends_with_one(tmp_path):
    deck = Presentation(str(SHIPPED))
    chart = next(shape for slide in deck.slides for shape in slide.shapes if shape.name == "chart:pace")
    chart.name = "Chart 7"
    deck.save(str(tmp_path / "own.pptx"))
    ended = campaignctl("templates", tmp_path / "own.pptx", "--json")
    assert ended.returncode == 0, "the second slide on pace still holds the chart"
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.name == "table:streams":
                shape.name = "Table 3"
    deck.save(str(tmp_path / "own.pptx"))
    ended = campaignctl("templates", tmp_path / "own.pptx", "--json")
    whole = json.loads(ended.stdout)
    assert (ended.returncode, whole["fits"]) == (1, False)
    (lack,) = [remark for remark in whole["remarks"] if remark["severity"] == "error"]
    assert (lack["shape"], lack["what"]) == ("table:streams", "section streams needs a shape of this name")


def test_a_file_that_is_no_deck_is_refused_in_two_lines(tmp_path):
    (tmp_path / "own.pptx").write_text("not a deck")
    ended = campaignctl("templates", tmp_path / "own.pptx")
    assert ended.returncode == 3
    assert len(ended.stderr.strip().splitlines()) == 2


def test_write_gives_ours_to_change_and_leaves_theirs(tmp_path):
    ended = campaignctl("templates", tmp_path, "--write")
    assert ended.returncode == 0, ended.stderr
    written = tmp_path / "templates" / "deck.pptx"
    assert written.read_bytes() == SHIPPED.read_bytes()
    written.write_bytes(b"theirs")
    again = campaignctl("templates", tmp_path, "--write")
    assert written.read_bytes() == b"theirs"
    assert "left as it is" in again.stderr


def test_a_team_s_own_memo_is_checked_before_any_report_runs(tmp_path):
    campaignctl("templates", tmp_path, "--write")
    ended = campaignctl("templates", tmp_path)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("✓ It fits") == 2
    memo = docx.Document(str(tmp_path / "templates" / "memo.docx"))
    memo.add_paragraph("{{ memo.titel }}")
    memo.save(str(tmp_path / "templates" / "memo.docx"))
    ended = campaignctl("templates", tmp_path / "templates" / "memo.docx")
    assert ended.returncode == 1
    assert "did you mean memo.title?" in ended.stdout
    whole = json.loads(campaignctl("templates", tmp_path, "--json").stdout)
    assert (whole["fits"], whole["memo"]["fits"]) == (True, False)


def test_write_gives_a_sheet_for_sums_that_is_read_when_it_is_filled(tmp_path):
    folder = tmp_path / "campaign"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out", "record", "exports"))
    assert campaignctl("templates", folder, "--write").returncode == 0
    book = openpyxl.load_workbook(folder / "templates" / "sums.xlsx")
    sheet = book["Sums"]
    heads = [cell.value for cell in sheet[1]]
    assert {"Date", "Seller ID", "SKU ID", "GMV", "List value", "Orders"} <= set(heads)
    for day in (20, 21):
        row = dict.fromkeys(heads) | {"Date": datetime(2026, 11, day), "GMV": 1200.5, "Orders": 40}  # noqa: DTZ001
        sheet.append(list(row.values()))
    (folder / "exports").mkdir()
    book.save(folder / "exports" / "sums.xlsx")
    assert campaignctl("report", folder).returncode == 0
    figures = json.loads((folder / "out" / "figures.json").read_text(encoding="utf-8"))["figures"]
    assert next(one["value"] for one in figures if one["id"] == "gmv.total") == "2401.00"
