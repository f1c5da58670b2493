"""Charts of the report: native, drawn from cells that hold their figures, in the colours of what they say."""

from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl.utils import range_boundaries

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence
from campaignctl.writers.report import write_report
from campaignctl.writers.report.charts import literal
from campaignctl.writers.report.columns import FIRST, grid

COMBO = "The weekend carried it: Saturday and Sunday brought 39% of GMV"
BAR = "Garden alone missed its target, by 6%"
STACKED = "Beauty led on every day; GMV by day and category, USD"
DAILY = "Every day beat the baseline"


def charts_of(document):
    return {
        document.words(part.title): part
        for section in document.sections
        for part in section.parts
        if isinstance(part, Chart)
    }


def cells(book, reference):
    sheet, area = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    rows = book[sheet.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in rows for value in row]


def with_chart(document, chart):
    return replace(document, sections=(Section("s", "S", Sentence(("T",)), parts=(chart,)),))


def test_every_chart_of_the_document_is_drawn(drawings, sample):
    assert set(drawings(sample)) == set(charts_of(sample))


def test_ranges_hold_the_figures_and_the_cache_agrees_with_them(drawings, written, sample):
    book, parts = written(sample), charts_of(sample)
    checked = 0
    for title, drawing in drawings(sample).items():
        ids = {value for series in parts[title].series for value in series.values if value}
        numbers = [sample.figures[value].number for value in ids]
        drawn = []
        for series in drawing.series:
            assert cells(book, series["categories"]) == list(parts[title].categories)
            in_cells = cells(book, series["values"])
            assert series["cached"] == {at: pytest.approx(v) for at, v in enumerate(in_cells) if v is not None}
            drawn += series["cached"].values()
        assert sorted(drawn) == pytest.approx(sorted(numbers))
        checked += len(drawn)
    assert checked == 18 + 12 + 36 + 6 + 12


def test_a_chart_beside_its_table_draws_from_the_table(drawings, sample):
    found = drawings(sample)
    assert [series["values"] for series in found[DAILY].series] == ["Daily!$C$6:$C$11", "Daily!$F$6:$F$11"]
    assert {series["values"].split("!")[0] for series in found[STACKED].series} == {"'Chart data'"}


def test_the_id_of_each_figure_stands_in_the_row_of_its_number(written, drawings, sample):
    book = written(sample)
    series = drawings(sample)[COMBO].series[1]
    sheet, area = series["values"].rsplit("!", 1)
    _, top, _, bottom = range_boundaries(area.replace("$", ""))
    data = book[sheet.strip("'")]
    column = next(cell.column for cell in data[top - 1] if cell.value == "Baseline: figure")
    ids = [data.cell(row, column).value for row in range(top, bottom + 1)]
    assert ids == [f"gmv.day.{day}@baseline" for day in range(6)]


def test_days_against_expectation_are_columns_with_lines(drawings, sample):
    combo = drawings(sample)[COMBO]
    assert combo.kinds == ("barChart", "lineChart")
    assert [(series["name"], series["fill"]) for series in combo.series] == [
        ("Campaign", "1F6FEB"),
        ("Baseline", "9AA5B1"),
        ("Target", "14213D"),
    ]


def test_bars_start_at_zero(drawings, sample):
    for drawing in drawings(sample).values():
        axis = drawing.xml.find(".//{*}valAx/{*}scaling/{*}min")
        assert axis.get("val") == "0"


def test_a_miss_is_orange_beside_a_pale_target(drawings, sample):
    target, bars = drawings(sample)[BAR].series
    assert (target["name"], target["fill"]) == ("Target", "D5DBE3")
    assert bars["name"] == "Met (orange: Missed)"
    assert bars["points"] == ["1F6FEB", "1F6FEB", "E4572E", "1F6FEB", "1F6FEB", "1F6FEB"]


def test_parts_of_a_day_are_stacked_in_identity_colours(drawings, sample):
    stacked = drawings(sample)[STACKED]
    assert stacked.xml.find(".//{*}barChart/{*}grouping").get("val") == "stacked"
    fills = [series["fill"] for series in stacked.series]
    assert fills == ["1F6FEB", "E69F00", "2A9D8F", "CC79A7", "6C5CE7", "8D6E63"]


def test_what_comes_after_the_sixth_identity_is_pale(drawings, sample):
    chart = charts_of(sample)[STACKED]
    more = replace(chart, series=(*chart.series, replace(chart.series[0], name="Others")))
    assert drawings(with_chart(sample, more))[STACKED].series[6]["fill"] == "D5DBE3"


def test_a_chart_has_labels_or_gridlines_never_both(drawings, sample):
    for drawing in drawings(sample).values():
        labels = drawing.xml.find(".//{*}dLbls/{*}showVal") is not None
        gridlines = drawing.xml.find(".//{*}valAx/{*}majorGridlines") is not None
        assert labels is not gridlines


def test_a_day_without_a_number_is_a_gap(drawings, written, sample):
    chart = charts_of(sample)[COMBO]
    gap = Series("Campaign", ("gmv.day.0", "live_gmv.total", None, *chart.series[0].values[3:]))
    document = with_chart(sample, replace(chart, series=(gap, *chart.series[1:])))
    drawing = drawings(document)[COMBO]
    assert set(drawing.series[0]["cached"]) == {0, 3, 4, 5}
    assert cells(written(document), drawing.series[0]["values"])[1:3] == [None, None]
    assert drawing.xml.find(".//{*}dispBlanksAs") is None  # a gap is what Excel does unasked


def test_a_table_with_a_missing_value_is_not_drawn_from(drawings, sample):
    figures = {**sample.figures, "gmv.day.2": replace(sample.figures["gmv.day.2"], value=None)}
    drawing = drawings(replace(sample, figures=figures))[DAILY]
    assert drawing.series[0]["values"].startswith("'Chart data'!")
    assert set(drawing.series[0]["cached"]) == {0, 1, 3, 4, 5}


def test_series_that_take_turns_share_one_place(drawings, sample):
    values = tuple(f"gmv.day.{day}" for day in range(6))
    chart = Chart(
        "above",
        ChartKind.BAR,
        Sentence(("One stands out",)),
        "USD",
        Format.MONEY_SHORT,
        tuple("abcdef"),
        (Series("Sellers", (*values[:5], None)), Series("Furthest", (*(None,) * 5, values[5]), Role.ATTENTION)),
    )
    drawing = drawings(with_chart(sample, chart))["One stands out"]
    assert [series["name"] for series in drawing.series] == ["Sellers", "Furthest"]
    assert drawing.xml.find(".//{*}barChart/{*}overlap").get("val") == "100"


def test_changes_are_labelled_with_their_sign(drawings, sample):
    drawing = drawings(sample)["Every category sold more than in its baseline"]
    assert drawing.xml.find(".//{*}dLbls/{*}numFmt").get("formatCode").startswith('"▲ +"0%')


def test_a_fall_is_not_cut_off_at_zero(drawings, sample):
    figure = Figure("gmv.day.0~target", "", -0.2, "", Format.PERCENT)
    series = (Series("To target", (figure.id,)),)
    chart = Chart("c", ChartKind.COLUMN, Sentence(("It fell",)), "", Format.PERCENT, ("Thu",), series)
    document = with_chart(replace(sample, figures={figure.id: figure}), chart)
    assert drawings(document)["It fell"].xml.find(".//{*}valAx/{*}scaling/{*}min") is None


def test_many_days_get_gridlines_in_place_of_labels(drawings, sample):
    days = tuple(f"{day} Jun" for day in range(1, 31))
    series = (Series("Campaign", tuple("gmv.day.1" for _ in days)),)
    chart = Chart("c", ChartKind.COLUMN, Sentence(("A month",)), "USD", Format.MONEY_SHORT, days, series)
    xml = drawings(with_chart(sample, chart))["A month"].xml
    assert xml.find(".//{*}dLbls") is None
    assert xml.find(".//{*}majorGridlines") is not None


def test_a_chart_without_values_is_left_out(drawings, written, sample):
    chart = Chart("c", ChartKind.COLUMN, Sentence(("None",)), "", Format.COUNT, ("a",), (Series("S", (None,)),))
    assert drawings(with_chart(sample, chart)) == {}
    assert "Chart data" not in written(with_chart(sample, chart)).sheetnames


@pytest.mark.parametrize("title", ["Wow!A1 sold most", "=1+1", "=Sheet1!$A$1", "</script>{{7*7}}"])
def test_a_title_from_outside_is_never_a_reference(drawings, sample, title):
    chart = replace(charts_of(sample)[COMBO], title=Sentence((title,)))
    found = drawings(with_chart(sample, chart))
    assert list(found) == [literal(title)]
    assert next(iter(found.values())).xml.find(".//{*}title//{*}f") is None


def test_every_chart_has_words_for_those_who_do_not_see_it(sample, tmp_path):
    write_report(sample, tmp_path / "report.xlsx")
    with ZipFile(tmp_path / "report.xlsx") as package:
        drawings = [package.read(name).decode() for name in package.namelist() if "drawings/drawing" in name]
    found = "".join(drawings)
    assert found.count("<xdr:graphicFrame") == 5
    assert found.count('descr="') == 5
    assert "Columns of GMV per day, $2.36M in all, with target and baseline as lines" in found


def test_charts_on_a_grid_take_three_blocks_and_two(written, sample):
    charts = written(sample)["Summary"]._charts
    boxes = [(chart.anchor._from, chart.anchor.to) for chart in charts]
    blocks = [(FIRST + left, FIRST + right) for left, right in grid().block_spans()]
    for (start, end), (left, right) in zip(
        boxes, [(blocks[0][0], blocks[2][1]), (blocks[3][0], blocks[4][1])], strict=True
    ):
        assert (start.col, start.colOff) == (left, 0)
        assert (end.col, end.colOff) == (right + 1, 0)  # the end of a column is the beginning of the next
