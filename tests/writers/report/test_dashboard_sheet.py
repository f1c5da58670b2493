"""The sheet Dashboard: its drop-downs move every number, as LibreOffice works them out, and no name is a formula."""

import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator

from campaignctl.domain.document import Document
from campaignctl.stages.report import for_workbook
from campaignctl.writers.report import write_report
from campaignctl.writers.report.dashboard.sheet import label_format

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
CATEGORY, SELLER = "B5", "E5"
CARDS = {
    "gmv": "GMV",
    "gmv~baseline_gap": "Change against the baseline",
    "orders": "Orders",
    "discount": "Discount funded",
    "refund_rate": "Refund rate",
}
MORE = {
    "gmv": "GMV",
    "gmv~expected_gap": "Change against its own trend",
    "orders": "Orders",
    "sold_through": "Sell-through",
    "discount": "Discount funded",
}
"""The cards, by how their labels begin; the second where ten weeks of orders and the stock kept are known."""

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")


@pytest.fixture(scope="module")
def report(sold: ModuleType) -> Document:
    return for_workbook(sold.whole())


@pytest.fixture(scope="module")
def file(report: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "report.xlsx"
    write_report(report, path)
    return path


def chosen(file: Path, folder: Path, **cells: str) -> Workbook:
    """The workbook after somebody chose, as LibreOffice works it out."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is absent")
    put = {CATEGORY: cells.get("category"), SELLER: cells.get("seller")}
    changed = folder / "chosen.xlsx"
    with ZipFile(file) as before, ZipFile(changed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet2.xml":
                content = _typed(content.decode(), put).encode()
            after.writestr(name, content)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(out), str(changed)], check=True, capture_output=True, timeout=180)
    return load_workbook(out / "chosen.xlsx", data_only=True)


def card(sheet: Any, metric: str, below: int = 0) -> Any:
    """The value of a card, or the line below it; strips above may move it down."""
    row = next(cell.row for cell in sheet["B"] if cell.value == "GMV")
    begins = (CARDS | MORE)[metric]
    column = next(cell.column for cell in sheet[row] if str(cell.value).startswith(begins))
    return sheet.cell(row + 1 + below, column).value


def figure(report: Document, metric: str, place: str = "total") -> float | None:
    """The number of a metric, or of a comparison of it, at a place."""
    word, sign, comparison = metric.partition("~")
    return report.figures[f"{word}.{place}{sign}{comparison}"].number


def _typed(sheet: str, put: dict[str, str | None]) -> str:
    for cell, words in put.items():
        if words:
            found = rf'<c r="{cell}" s="(\d+)" t="s"><v>\d+</v></c>'
            assert re.search(found, sheet)
            sheet = re.sub(found, rf'<c r="{cell}" s="\1" t="inlineStr"><is><t>{words}</t></is></c>', sheet)
    return sheet


def values(book: Workbook) -> dict[str, dict[str, Any]]:
    """Every value of the sheet and of what it reads, by sheet and cell."""
    return {
        name: {cell.coordinate: cell.value for row in book[name].iter_rows() for cell in row if cell.value is not None}
        for name in ("Dashboard", "Calc")
    }


def test_the_two_choices_have_lists_and_everything_is_shown_first(file):
    book = load_workbook(file)
    sheet = book["Dashboard"]
    assert (sheet[CATEGORY].value, sheet[SELLER].value) == ("All categories", "All sellers")
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules == {CATEGORY: "CategoryList", SELLER: "SellerList"}
    assert [book[name].sheet_state for name in ("Calc", "Cube")] == ["hidden", "hidden"]
    assert len(sheet._charts) == 3


def test_the_values_kept_are_the_figures_of_the_report(report, file):
    sheet = load_workbook(file, data_only=True)["Dashboard"]
    for metric in CARDS:
        assert card(sheet, metric) == pytest.approx(figure(report, metric)), metric


@pytest.mark.office
def test_working_everything_out_again_changes_nothing(file, tmp_path):
    before, after = values(load_workbook(file, data_only=True)), values(chosen(file, tmp_path))
    for name, cells in before.items():
        for cell, value in cells.items():
            if isinstance(value, float | int):
                assert after[name][cell] == pytest.approx(value, abs=1e-9), (name, cell)
            elif value != "":
                assert after[name][cell] == value, (name, cell)


@pytest.mark.office
@pytest.mark.parametrize(
    ("choice", "scope"),
    [({"seller": "Glow &amp; Grain"}, "seller.s-001"), ({"category": "Kitchen"}, "category.kitchen")],
    ids=["a seller", "a category"],
)
def test_one_choice_gives_the_figures_of_the_report(report, file, tmp_path, choice, scope):
    sheet = chosen(file, tmp_path, **choice)["Dashboard"]
    for metric in CARDS:
        assert card(sheet, metric) == pytest.approx(figure(report, metric, scope)), metric
    assert card(sheet, "orders", below=-1) == f"Orders · {report.figures[f'aov.{scope}'].words} each"
    word = "target" if f"gmv.{scope}~target" in report.figures else "baseline"
    change, then = (report.figures[f"gmv.{scope}{mark}{word}"].words for mark in "~@")
    assert card(sheet, "gmv", below=1) == f"▲ {change} against {word} {then}"


@pytest.mark.office
def test_two_choices_add_up_name_themselves_and_leave_orders_untold(sold, tmp_path):
    shops = {**sold.SHOPS, "S-001": ("Glow & Grain", "", 9)}
    document = for_workbook(sold.whole(shops, order_lines=_two_categories(sold.lines())))
    path = tmp_path / "report.xlsx"
    write_report(document, path)
    book = chosen(path, tmp_path, category="Kitchen", seller="Glow &amp; Grain")
    cube = document.cube
    places = {
        "seller": [member.slug for member in cube.axis("seller").members].index("s-001"),
        "category": [member.slug for member in cube.axis("category").members].index("kitchen"),
    }
    sheet = book["Dashboard"]
    assert card(sheet, "gmv") == pytest.approx(cube.reading("gmv").of(cube.sums(places)) / 100)
    assert card(sheet, "orders") == "–"
    assert "counted once" in card(sheet, "orders", below=1)
    assert card(sheet, "orders", below=-1) == "Orders"
    assert card(sheet, "gmv~baseline_gap") == "–"
    assert card(sheet, "gmv~baseline_gap", below=1) == "● no baseline is known for this choice"
    titles = [cell for cell in values(book)["Calc"].values() if str(cell).startswith("GMV by day: ")]
    assert titles == ["GMV by day: Kitchen, Glow & Grain"]


@pytest.mark.office
def test_what_the_campaign_brought_is_told_of_the_whole_alone_and_sell_through_of_a_choice(sold, tmp_path):
    report = for_workbook(sold.whole(**sold.told_more()))
    path = tmp_path / "report.xlsx"
    write_report(report, path)
    before = load_workbook(path, data_only=True)["Dashboard"]
    for metric in MORE:
        assert card(before, metric) == pytest.approx(figure(report, metric)), metric
    effect = report.figures["gmv.total~expected"].words
    assert card(before, "gmv~expected_gap", below=1) == f"● {effect}, too few fake dates for a verdict"
    sheet = chosen(path, tmp_path, category="Kitchen")["Dashboard"]
    assert card(sheet, "gmv~expected_gap") == "–"
    assert card(sheet, "gmv~expected_gap", below=1) == "● estimated for the whole campaign alone"
    assert card(sheet, "sold_through") == pytest.approx(figure(report, "sold_through", "category.kitchen"))
    assert card(sheet, "sold_through", below=1) == f"● whole campaign {report.figures['sold_through.total'].words}"


def _two_categories(frame: pd.DataFrame) -> pd.DataFrame:
    even = frame["row"] % 2 == 0
    return frame.assign(category=even.map({True: "Kitchen", False: "Beauty"}).astype("str"))


@pytest.mark.office
def test_an_impossible_choice_says_so(file, tmp_path):
    sheet = chosen(file, tmp_path, category="Beauty", seller="Northpine Home")["Dashboard"]
    assert sheet["H5"].value == "No seller matches. Choose All sellers."
    assert card(sheet, "gmv") == "–"


def test_hostile_names_are_text_and_the_package_is_sound(sold, tmp_path):
    path = tmp_path / "report.xlsx"
    write_report(for_workbook(sold.whole(sold.HOSTILE)), path)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    book = load_workbook(path)
    listed = [cell.value for cell in book["Calc"]["B"]]
    assert "=1+1" in listed
    for row in book["Calc"].iter_rows():
        for cell in row:
            assert cell.data_type != "f" or not cell.value.startswith("=1+1")


@pytest.mark.office
def test_a_name_that_looks_like_a_pattern_is_found(sold, tmp_path):
    shops = {**sold.SHOPS, "S-001": ("Café *Star* ~?", "Beauty", 9), "S-003": (">5", "Beauty", 4)}
    document = for_workbook(sold.whole(shops))
    path = tmp_path / "report.xlsx"
    write_report(document, path)
    for number, (name, slug) in enumerate((("Café *Star* ~?", "s-001"), ("&gt;5", "s-003"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        sheet = chosen(path, folder, seller=name)["Dashboard"]
        assert card(sheet, "gmv") == pytest.approx(document.figures[f"gmv.seller.{slug}"].number)


def test_equal_reports_give_equal_bytes(sold, file, tmp_path):
    write_report(for_workbook(sold.whole()), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == file.read_bytes()


def test_the_sheet_says_how_complete_the_data_are_and_what_is_missing(file):
    sheet = load_workbook(file)["Dashboard"]
    assert sheet["O2"].value == "◐ partial: 4 of 4 days, 3 of 4 sellers"
    assert "◐ 3 of 4 sellers are in the exports; missing: Quiet Shop." in [cell.value for cell in sheet["B"]]


@pytest.mark.office
def test_the_strip_counts_the_sellers_of_a_second_choice(file, tmp_path):
    sheet = chosen(file, tmp_path, category="Beauty")["Dashboard"]
    assert sheet["H5"].value.startswith("Showing Beauty, all sellers · 2 of 4 sellers sold · to see everything")


def test_a_day_that_is_not_over_is_hatched(sold, tmp_path):
    write_report(for_workbook(sold.whole(as_of=sold.START + timedelta(hours=40))), tmp_path / "report.xlsx")
    with ZipFile(tmp_path / "report.xlsx") as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    hatched = [chart for chart in charts if 'prst="wdUpDiag"' in chart]
    assert len(hatched) >= 2, "on the dashboard and on the sheets of days"


def test_no_type_on_any_sheet_or_chart_is_smaller_than_nine_points(file):
    with ZipFile(file) as package:
        styles = package.read("xl/styles.xml").decode()
        charts = "".join(package.read(name).decode() for name in package.namelist() if "charts/chart" in name)
    assert min(float(size) for size in re.findall(r'<sz val="([\d.]+)"', styles)) >= 9
    assert min(int(size) for size in re.findall(r'sz="(\d+)"', charts)) >= 900


def test_channels_beyond_eight_stand_together_in_the_chart(sold, tmp_path):
    lines = sold.lines()
    many = lines.assign(channel=("Way " + (lines["row"] % 12).astype("str")).astype("category"))
    write_report(for_workbook(sold.whole(order_lines=many)), tmp_path / "report.xlsx")
    calc = load_workbook(tmp_path / "report.xlsx", data_only=True)["Calc"]
    column = next(column for column in calc.iter_cols() if column[0].value == "channel names")
    names = [cell.value for cell in column[1:] if cell.value is not None]
    assert len(names) == 9
    assert names[-1].endswith(" others")


def test_a_bar_of_less_than_a_thousand_has_its_words_and_nothing_sold_has_none(file):
    with ZipFile(file) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    labels = {found for chart in charts for found in re.findall(r'<c:dLbls><c:numFmt formatCode="([^"]*)"', chart)}
    assert "[&gt;=1000]&quot;$&quot;0,&quot;K&quot;;[&gt;0]&quot;$&quot;#,##0;" in labels


@pytest.mark.parametrize(
    ("largest", "sections"),
    [
        (165_000, ["[>=1000]", '[>0]"$"#,##0', ""]),
        (2_400_000, ["[>=999500]", "[>=1000]", "#,###"]),  # no words for nothing, and none is left out
    ],
)
def test_bars_of_every_size_have_their_words_and_nothing_sold_has_none(largest, sections):
    found = label_format("USD", largest).split(";")
    assert [part.startswith(begins) for part, begins in zip(found, sections, strict=True)] == [True] * 3
    assert found[2] == sections[2]


@pytest.mark.office
def test_a_long_name_is_cut_in_the_titles_of_charts(sold, tmp_path):
    name = "The very long name of a shop that nobody would read in the title of a chart"
    write_report(
        for_workbook(sold.whole({**sold.SHOPS, "S-001": (name, "Beauty", 9)})), path := tmp_path / "report.xlsx"
    )
    book = chosen(path, tmp_path, seller=name)
    titles = [cell for cell in values(book)["Calc"].values() if str(cell).startswith("GMV by day: ")]
    assert titles == ["GMV by day: all categories, The very long name of a shop th…"]
    assert card(book["Dashboard"], "gmv") > 0
