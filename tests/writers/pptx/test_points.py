"""A chart of estimates: a marker per row, its interval as a line through it, an axis on round numbers that holds all."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.writers.pptx.lanes import Lanes
from campaignctl.writers.pptx.paragraphs import text_of
from campaignctl.writers.pptx.points import fill_points, is_points

NAMES = ("Campaign: interval", "Campaign", "Campaign: centre", "Fake dates")


def shape(names=NAMES, kind=XL_CHART_TYPE.XY_SCATTER):
    """A scatter chart as a template holds it, its axes with the ends 0 and 1."""
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    data = XyChartData()
    for name in names:
        data.add_series(name).add_data_point(0.5, 0.5)
    return slide.shapes.add_chart(kind, 0, 0, Inches(4), Inches(3), data)


def estimates(*rows, name="Campaign"):
    """A document and a chart of one series: for each row value, low and high; None where it says nothing."""
    figures, ids = {}, []
    for number, row in enumerate(rows):
        named = {part: f"effect.row.{number}-{part}" for part in ("values", "low", "high")}
        values = dict(zip(("values", "low", "high"), row or (), strict=False))
        figures |= {
            named[part]: Figure(named[part], "x", value, "rate", Format.PERCENT) for part, value in values.items()
        }
        ids.append({part: named[part] if part in values else None for part in named})
    ends = {part: tuple(each[part] for each in ids) for part in ("values", "low", "high")}
    series = Series(name, ends["values"], low=ends["low"], high=ends["high"])
    labels = tuple(f"Row {number}" for number in range(len(rows)))
    chart = Chart("lift", ChartKind.BAR, say("x"), "", Format.PERCENT, labels, (series,))
    return Document("Deals", "2026-12-01T00:00:00+00:00", figures, ()), chart


def filled(*rows, shown=None, names=NAMES):
    document, chart = estimates(*rows)
    made = shape(names)
    shown = list(range(len(rows))) if shown is None else shown
    fill_points(made, chart, document, Lanes(shown), "Slide 1, shape chart:lift")
    return made


def points(made, name):
    """Return the points of a series that can be seen."""
    series = next(each for plot in made.chart.plots for each in plot.series if each.name == name)
    across = [float(each.text) for each in series._element.findall(".//{*}xVal//{*}pt/{*}v")]
    down = {
        int(each.get("idx")): float(each.find("{*}v").text) for each in series._element.findall(".//{*}yVal//{*}pt")
    }
    return [(across[at], down[at]) for at in sorted(down)]


def axis(made, number):
    found = made.chart._chartSpace.xpath(".//c:valAx")[number]
    ends = {end: float(found.find(f"{{*}}scaling/{{*}}{end}").get("val")) for end in ("min", "max")}
    return ends["min"], ends["max"], float(found.find("{*}majorUnit").get("val"))


def test_only_a_scatter_chart_draws_points():
    assert is_points(shape())
    other = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    data = XyChartData()
    data.add_series("x").add_data_point(1, 1)
    assert is_points(other.shapes.add_chart(XL_CHART_TYPE.BUBBLE, 0, 0, 100, 100, _bubbles())) is False


def _bubbles():
    from pptx.chart.data import BubbleChartData

    data = BubbleChartData()
    data.add_series("x").add_data_point(1, 1, 1)
    return data


def test_each_estimate_stands_in_the_middle_of_its_row():
    made = filled((0.28, 0.12, 0.46), (-0.06,), (0.04,))
    assert points(made, "Campaign") == [(0.28, 0.5), (-0.06, 1.5), (0.04, 2.5)]


def test_the_white_heart_of_a_hollow_marker_stands_where_the_marker_does():
    made = filled((0.28, 0.12, 0.46), (-0.06,))
    assert points(made, "Campaign: centre") == points(made, "Campaign")


def test_an_interval_is_a_line_from_low_to_high_and_none_is_drawn_where_there_is_none():
    made = filled((0.28, 0.12, 0.46), (-0.06,), (0.5, 0.4, 0.6))
    assert points(made, "Campaign: interval") == [(0.12, 0.5), (0.46, 0.5), (0.4, 2.5), (0.6, 2.5)]


def test_a_gap_parts_one_interval_from_the_next():
    made = filled((0.28, 0.12, 0.46), (0.5, 0.4, 0.6))
    series = next(each for plot in made.chart.plots for each in plot.series if each.name == "Campaign: interval")
    drawn = {int(each.get("idx")) for each in series._element.findall(".//{*}yVal//{*}pt")}
    assert drawn == {0, 1, 3, 4}


def test_a_row_that_says_nothing_has_no_point():
    assert points(filled((0.2,), None, (0.4,)), "Campaign") == [(0.2, 0.5), (0.4, 2.5)]


def test_rows_of_another_slide_are_left_out_and_those_shown_begin_at_the_top():
    assert points(filled((0.1,), (0.2,), (0.3,), shown=[1, 2]), "Campaign") == [(0.2, 0.5), (0.3, 1.5)]


def test_a_series_of_the_template_that_the_report_lacks_stays_without_points():
    made = filled((0.2,))
    assert [series.name for plot in made.chart.plots for series in plot.series] == list(NAMES)
    assert points(made, "Fake dates") == []


def test_a_value_that_is_no_number_is_a_gap():
    assert points(filled((float("nan"),), (0.3,)), "Campaign") == [(0.3, 1.5)]


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        ([(0.28, 0.12, 0.46)], (0, 0.5, 0.1)),
        ([(0.63, 0.44, 0.86), (-0.15,)], (-0.25, 1, 0.25)),
        ([(-0.3, -0.5, -0.1)], (-0.5, 0, 0.1)),
        ([(5.74, 3.54, 7.09)], (0, 8, 2)),
        ([(0.0,)], (0, 0, 0.2)),
    ],
)
def test_the_axis_holds_zero_and_every_end_on_round_numbers(rows, ends):
    low, high, step = axis(filled(*rows), 0)
    assert step == pytest.approx(ends[2])
    held = [number for row in rows for number in (*row, 0.0)]
    assert low <= min(held)
    assert high >= max(held)
    assert low / step == pytest.approx(round(low / step))
    if any(held):
        assert (low, high) == pytest.approx(ends[:2])


def test_the_rows_have_one_unit_each():
    assert axis(filled((0.1,), (0.2,), (0.3,)), 1) == (0, 3, 1)


def test_filling_again_replaces_the_axis():
    document, chart = estimates((0.28, 0.12, 0.46))
    made = shape()
    for _ in range(2):
        fill_points(made, chart, document, Lanes([0]), "x")
    across = made.chart._chartSpace.xpath(".//c:valAx")[0]
    assert len(across.findall("{*}majorUnit")) == len(across.findall("{*}scaling/{*}max")) == 1


def test_a_series_for_which_the_template_has_none_is_named_with_the_shape():
    with pytest.raises(BadTemplate, match="Slide 1, shape chart:lift has no series Campaign; it has Fake dates"):
        filled((0.2,), names=("Fake dates",))


def test_a_name_that_looks_like_a_formula_stays_text_in_the_workbook():
    document, chart = estimates((0.2,), name="=1+1")
    made = shape(("=1+1",))
    fill_points(made, chart, document, Lanes([0]), "x")
    sheet = load_workbook(BytesIO(made.chart.part.chart_workbook.xlsx_part.blob)).active
    assert sheet["B1"].value == "=1+1"
    assert sheet["B1"].data_type == "s"


def labelled(*rows, side="t", lanes=None):
    """Fill a chart whose template has labels; return it with the labels of each series by the place of its points."""
    document, chart = estimates(*rows)
    made = shape()
    for plot in made.chart.plots:
        for series in plot.series:
            look = f'<c:dLbls {nsdecls("c")}><c:dLblPos val="{side}"/><c:showVal val="0"/></c:dLbls>'
            series._element.find("{*}xVal").addprevious(parse_xml(look))
    fill_points(made, chart, document, lanes or Lanes(range(len(rows))), "Slide 1, shape chart:lift")
    return made


def said(made, name):
    series = next(each for plot in made.chart.plots for each in plot.series if each.name == name)
    labels = [each for each in series._element.findall("{*}dLbls/{*}dLbl") if each.find("{*}delete") is None]
    return [(text_of(each), each.find("{*}dLblPos").get("val")) for each in labels]


def test_an_estimate_and_both_ends_of_its_interval_say_their_value():
    made = labelled((0.28, 0.12, 0.46))
    assert said(made, "Campaign") == [("28%", "t")]
    assert said(made, "Campaign: interval") == [("12%", "t"), ("46%", "t")]


def test_what_points_say_stands_in_the_workbook_where_the_labels_look_for_it():
    made = labelled((0.28, 0.12, 0.46))
    series = next(each for plot in made.chart.plots for each in plot.series if each.name == "Campaign: interval")
    cells = series._element.find(".//{*}datalabelsRange/{*}f").text.removeprefix("Sheet1!")
    sheet = load_workbook(BytesIO(made.chart.part.chart_workbook.xlsx_part.blob)).active
    assert [row[0].value for row in sheet[cells]] == [0.12, 0.46, None]


def test_ends_too_close_for_both_labels_say_theirs_outward():
    made = labelled((0.28, 0.21, 0.36), (1.0, 0.1, 2.0))
    assert said(made, "Campaign: interval")[:2] == [("21%", "l"), ("36%", "r")]


def test_ends_that_the_marker_covers_say_nothing():
    made = labelled((0.28, 0.27, 0.29), (1.0, 0.1, 2.0))
    assert said(made, "Campaign: interval") == [("10%", "t"), ("200%", "t")]


def test_a_first_row_may_be_higher_and_the_last_have_room_below():
    made = labelled((0.28,), (-0.06,), (0.04,), lanes=Lanes(range(3), first=3.0, rest=0.5))
    assert points(made, "Campaign") == [(0.28, 1.5), (-0.06, 3.5), (0.04, 4.5)]
    assert axis(made, 1) == (0.0, 5.5, 1.0)


def test_marks_named_after_their_series_lead_away_from_zero_and_turn_where_there_is_no_room():
    document, chart = estimates((-0.5,), (0.2,), (1.0,), (-1.0,), name="Fake dates")
    made = shape()
    series = next(each for plot in made.chart.plots for each in plot.series if each.name == "Fake dates")
    look = f'<c:dLbls {nsdecls("c")}><c:dLblPos val="r"/><c:showSerName val="1"/></c:dLbls>'
    series._element.find("{*}xVal").addprevious(parse_xml(look))
    fill_points(made, chart, document, Lanes(range(4)), "Slide 1, shape chart:lift")
    places = [each.get("val") for each in series._element.findall("{*}dLbls/{*}dLbl/{*}dLblPos")]
    assert places == ["l", "r", "l", "r"]


GUIDED = ("1 = break-even@1", *NAMES)


def look(made):
    return made.chart._chartSpace.xpath(".//c:valAx")[0].find("{*}numFmt").get("formatCode")


def test_a_guide_is_a_line_at_its_value_through_all_rows():
    made = filled((2.4, 2.1, 2.7), (0.6, 0.3, 0.9), names=GUIDED)
    assert points(made, "1 = break-even@1") == [(1.0, 0.0), (1.0, 2.0)]


def test_the_axis_reaches_a_guide_that_no_estimate_does():
    assert axis(filled((0.2, 0.1, 0.3), names=("Break-even@4", *NAMES)), 0)[1] == 4.0


def test_the_words_of_a_guide_stand_on_the_axis_while_there_is_room():
    roomy, crowded = (filled((high, high, high), names=GUIDED) for high in (3.0, 5.0))
    assert look(roomy).startswith('[=1]"1 = break-even";')
    assert "break-even" not in look(crowded)


def test_a_series_that_bears_an_at_in_its_name_is_no_guide():
    names = ("Campaign", "Campaign: interval", "sold@night")
    made = filled((0.2, 0.1, 0.3), names=names)
    assert points(made, "sold@night") == []
