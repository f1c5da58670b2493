"""One report, many outputs: the same number under every figure's id, the same bytes twice, and inputs untouched."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from pptx import Presentation
from pptx.chart.plot import XyPlot

EXAMPLE = Path(__file__).parents[2] / "examples" / "harvest-deals"


pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")  # openpyxl on reading


def campaignctl(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "campaignctl", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report") / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    before = hashes(folder)
    ended = campaignctl("report", folder)
    assert ended.returncode == 0, ended.stderr
    return folder, before


@pytest.fixture(scope="module")
def figures(reported):
    whole = json.loads((reported[0] / "out" / "figures.json").read_text(encoding="utf-8"))
    return {figure["id"]: figure for figure in whole["figures"]}


def test_figures_json_has_the_shape_that_scripts_rely_on(reported, figures):
    whole = json.loads((reported[0] / "out" / "figures.json").read_text(encoding="utf-8"))
    assert set(whole) == {"schema", "campaign", "as_of", "inputs", "figures"}
    assert whole["schema"] == 1
    assert {"id", "label", "value", "unit", "format", "definition", "dimensions", "reason"} <= set(figures["gmv.total"])
    assert re.fullmatch(r"\d+\.\d\d", figures["gmv.total"]["value"]), "money is a decimal string"
    assert all(len(entry["sha256"]) == 64 for entry in whole["inputs"])


def test_the_workbook_holds_every_figure_it_shows_with_the_value_of_figures_json(reported, figures):
    book = openpyxl.load_workbook(reported[0] / "out" / "report.xlsx", data_only=True)
    rows = list(book["Figures"].iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if "Value" in row)
    heads = {name: place for place, name in enumerate(rows[at]) if name}
    identity = next(place for name, place in heads.items() if name.casefold() in {"id", "figure"})
    listed = {row[identity]: row[heads["Value"]] for row in rows[at + 1 :] if row[identity] in figures}
    assert len(listed) > 200
    for name, value in listed.items():
        expected = figures[name]["value"]
        if expected is None:
            assert not isinstance(value, int | float), name
        else:
            assert float(value) == pytest.approx(float(Decimal(str(expected))), rel=1e-9), name


def shapes_of(group):
    for shape in group.shapes:
        if hasattr(shape, "shapes"):
            yield from shapes_of(shape)
        else:
            yield shape


def deck_words(path):
    for slide in Presentation(path).slides:
        for shape in shapes_of(slide):
            if shape.has_text_frame:
                yield shape.text_frame.text
            if getattr(shape, "has_table", False) and shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_the_deck_shows_the_words_of_the_same_figures(reported, figures):
    from campaignctl.domain.formats import Format, words

    shown = " | ".join(deck_words(reported[0] / "out" / "deck.pptx"))
    for name in ("gmv.total", "orders.total", "aov.total", "watch_gpm.total"):
        figure = figures[name]
        value = None if figure["value"] is None else Decimal(str(figure["value"]))
        assert words(value, Format(figure["format"]), figure["unit"]) in shown, name
    assert "{{" not in shown


def measured(plot, series):
    """What a series measures: in a chart of intervals what lies along the axis, for the other one counts its rows."""
    if isinstance(plot, XyPlot):
        return [float(value.text) for value in series._element.xpath(".//c:xVal//c:v")]
    return series.values


def test_every_chart_of_the_deck_draws_values_of_figures(reported, figures):
    known = {round(float(figure["value"]), 4) for figure in figures.values() if figure["value"] is not None}
    drawn = [
        value
        for slide in Presentation(reported[0] / "out" / "deck.pptx").slides
        for shape in slide.shapes
        if shape.has_chart
        for plot in shape.chart.plots
        for series in plot.series
        for value in measured(plot, series)
        if value is not None
    ]
    assert len(drawn) > 10
    counts = {float(number) for number in range(60)}  # a bar that counts sellers above and below their plan
    assert [
        v for v in drawn if round(v, 4) not in known | counts and round(abs(v), 4) not in {abs(k) for k in known}
    ] == []


def test_the_memo_shows_the_words_of_the_same_figures_and_draws_their_values(reported, figures):
    from campaignctl.domain.formats import Format, words

    path = reported[0] / "out" / "memo.docx"
    paper = docx.Document(str(path))
    shown = " | ".join(
        [*(each.text for each in paper.paragraphs), *(cell.text for table in paper.tables for cell in table._cells)]
    )
    for name in (
        "gmv.total",
        "gmv.total@target",
        "gmv.total~target",
        "orders.total",
        "aov.total",
        "gmv.total~expected",
    ):
        figure = figures[name]
        value = None if figure["value"] is None else Decimal(str(figure["value"]))
        assert words(value, Format(figure["format"]), figure["unit"], signed="~" in name) in shown, name
    assert "{{" not in shown
    known = {round(float(figure["value"]), 4) for figure in figures.values() if figure["value"] is not None}
    with zipfile.ZipFile(path) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("word/charts/chart")]
    drawn = [
        float(value)
        for chart in charts
        for values in re.findall(r"<c:val>.*?</c:val>", chart, re.DOTALL)
        for value in re.findall(r"<c:v>([^<]+)</c:v>", values)
    ]
    assert len(drawn) > 10
    assert [value for value in drawn if round(value, 4) not in known] == []


def test_a_chat_s_lines_begin_with_the_headline_and_the_picture_is_one(reported):
    lines = (reported[0] / "out" / "today.txt").read_text(encoding="utf-8").splitlines()
    assert 4 <= len(lines) <= 8
    assert lines[0].startswith("Harvest Deals 2026 sold ")
    assert (reported[0] / "out" / "today.png").read_bytes().startswith(b"\x89PNG")


def test_a_team_s_own_memo_is_used(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    (folder / "templates").mkdir(exist_ok=True)
    own = docx.Document()
    own.add_paragraph("To the board: {{ memo.title }}")
    own.save(str(folder / "templates" / "memo.docx"))
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 0, ended.stderr
    told = docx.Document(str(folder / "out" / "memo.docx")).paragraphs[0].text
    assert told.startswith("To the board: Harvest Deals 2026 sold ")


def test_a_second_run_gives_equal_bytes_and_adds_no_record(reported):
    folder, _ = reported
    first = hashes(folder / "out"), hashes(folder / "record")
    assert campaignctl("report", folder).returncode == 0
    assert (hashes(folder / "out"), hashes(folder / "record")) == first


def test_inputs_are_byte_identical_afterwards(reported):
    folder, before = reported
    after = hashes(folder)
    assert {name: after[name] for name in before} == before


def test_an_open_report_gets_a_numbered_sibling_and_exit_code_4(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    (folder / "out").mkdir(exist_ok=True)
    (folder / "out" / "report.xlsx").write_bytes(b"somebody's open copy")
    (folder / "out" / "~$report.xlsx").write_bytes(b"")
    ended = campaignctl("report", folder, "--quiet")
    assert ended.returncode == 4
    assert ended.stderr.strip().splitlines()[-1].endswith("report (2).xlsx")
    assert (folder / "out" / "report.xlsx").read_bytes() == b"somebody's open copy"
    assert openpyxl.load_workbook(folder / "out" / "report (2).xlsx").sheetnames[0] == "Summary"


def test_a_report_as_of_an_earlier_moment_sees_only_what_had_happened(tmp_path):
    folder = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, folder)
    early = json.loads(campaignctl("report", folder, "--as-of", "2026-11-22T00:00", "--json").stdout)
    values = {figure["id"]: figure["value"] for figure in early["figures"]}
    assert early["as_of"] == "2026-11-22T00:00:00-08:00"
    assert "gmv.day.2026-11-21" in values
    assert "gmv.day.2026-11-23" not in values
