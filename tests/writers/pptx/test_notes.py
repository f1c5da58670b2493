"""Notes stand over their columns, clear of all others, and lines stand between days: wherever the figures put them."""

from dataclasses import replace

import pytest
from pptx.util import Inches

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say

from .reading import find, made, slide_of
from .sample import document


def names(slide):
    return [each.name for each in slide.shapes]


NOTES = ("peak $90, Fri 20:00", "▼ Sat 09:00 to 12:00", "checkout outage")


def hourly(worth, noted, told=NOTES):
    """Return the sample's document with its pace by the hour: two days, of which ``worth`` gives the hours."""
    whole = document()
    figures = {f"h.{at}": Figure(f"h.{at}", "GMV", value, "USD", Format.MONEY_SHORT) for at, value in enumerate(worth)}
    chart = Chart(
        "pace-hours",
        ChartKind.COMBO,
        say("By hour"),
        "USD",
        Format.MONEY_SHORT,
        tuple(f"Hour {at}" for at in range(len(worth))),
        (Series("Campaign", tuple(figures)),),
        noted=noted,
        groups=(24,),
    )
    texts = Text("pace-notes", tuple(map(say, told)))
    held = [replace(s, parts=(*s.parts, chart, texts)) if s.slug == "pace" else s for s in whole.sections]
    return replace(whole, sections=tuple(held), figures={**whole.figures, **figures})


def level(chart, value: float) -> float:
    """Return how high a value stands on the slide."""
    scaling = chart.chart._chartSpace.find(".//{*}valAx/{*}scaling/{*}max")
    layout = chart.chart._chartSpace.find(".//{*}plotArea/{*}layout/{*}manualLayout")
    top, high = (float(layout.find(f"{{*}}{side}").get("val")) * chart.height for side in ("y", "h"))
    return chart.top + top + high * (1 - value / float(scaling.get("val")))


WORTH = [20.0] * 20 + [90.0] + [20.0] * 12 + [5.0] * 4 + [40.0] * 11


def test_notes_stand_over_their_columns_and_above_all_columns_around(tmp_path):
    deck = made(hourly(WORTH, ((20, 20), (33, 36))), tmp_path)
    chart, peak, low = (find(deck, name) for name in ("chart:pace-hours", "note:pace-hours@1", "note:pace-hours@2"))
    column = Inches(10.983) / 48
    assert peak.left + peak.width / 2 == pytest.approx(Inches(1.75) + 20.5 * column, abs=20_000)
    assert peak.top + peak.height <= level(chart, 90)
    assert low.top + low.height <= level(chart, 40)
    assert min(peak.top, low.top) >= chart.top
    line = find(deck, "note-line:pace-hours@2")
    assert line.top == low.top + low.height
    assert line.top + line.height == pytest.approx(level(chart, 5), abs=2_000)


def test_a_note_at_the_edge_stays_over_the_plot(tmp_path):
    deck = made(hourly([90.0, *WORTH[1:20], 20.0, *WORTH[21:]], ((0, 0), (33, 36))), tmp_path)
    assert find(deck, "note:pace-hours@1").left == pytest.approx(Inches(1.75), abs=20_000)


def test_of_two_notes_in_one_place_the_peak_gives_way(tmp_path):
    worth = [20.0] * 30 + [90.0] + [5.0] * 4 + [20.0] * 13
    slide = slide_of(made(hourly(worth, ((30, 30), (31, 34))), tmp_path), "chart:pace-hours")
    assert "note:pace-hours@2" in names(slide)
    assert "note:pace-hours@1" not in names(slide)


def test_without_a_stretch_below_only_the_peak_is_noted(tmp_path):
    slide = slide_of(made(hourly(WORTH, ((20, 20),), NOTES[:1]), tmp_path), "chart:pace-hours")
    noted = [name for name in names(slide) if name.startswith("note")]
    assert noted == ["note:pace-hours@1"]


def test_a_line_stands_where_a_day_begins(tmp_path):
    slide = slide_of(made(hourly(WORTH, ((20, 20),), NOTES[:1]), tmp_path), "chart:pace-hours")
    lines = [each for each in slide.shapes if each.name.startswith("between:")]
    assert [line.name for line in lines] == ["between:pace-hours@1"]
    assert lines[0].left == pytest.approx(Inches(1.75 + 10.983 / 2), abs=20_000)
