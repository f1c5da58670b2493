"""The cube adds up to the report's own figures for every part of the campaign, and holds nothing that cannot be added."""

from dataclasses import replace

import pandas as pd
import pytest

from campaignctl.stages.report import report

CHANNELS = ("LIVE", "Short video", "Product card")


def with_ways(inputs):
    lines = inputs.order_lines
    number = pd.Series(range(len(lines)), index=lines.index)
    channel = number.mod(3).map(dict(enumerate(CHANNELS))).astype("category")
    promotion = number.mod(4).map({0: "P-1", 1: "P-2", 2: "P-2", 3: None}).astype("str")
    return replace(inputs, order_lines=lines.assign(channel=channel, promotion_id=promotion))


def natural(reading, sums):
    value = reading.of(sums)
    return value if value is None or not reading.unit else value / 100


@pytest.fixture(scope="module")
def document(build):
    return report(with_ways(build()))


def test_every_part_adds_up_to_the_figure_of_the_report(document):
    cube, compared = document.cube, 0
    for axis in cube.axes:
        for member, sums in zip(axis.members, cube.sums_by(axis.scope), strict=True):
            for reading in cube.readings:
                figure = document.figures.get(f"{reading.metric}.{axis.scope}.{member.slug}")
                if figure is None or not reading.plus or figure.value is None:
                    continue
                assert natural(reading, sums) == pytest.approx(float(figure.value), abs=1e-9), figure.id
                compared += 1
    assert compared > 150


def test_the_whole_adds_up_to_the_total_and_choices_meet(document):
    cube = document.cube
    gmv = cube.reading("gmv")
    assert gmv.of(cube.sums({})) == document.figures["gmv.total"].value * 100
    both = {"seller": 0, "channel": 1}
    expected = sum(
        row[len(cube.axes)] for row in cube.rows if row[1] == 0 and row[cube.axes.index(cube.axis("channel"))] == 1
    )
    assert gmv.of(cube.sums(both)) == expected


def test_what_is_counted_once_is_only_in_the_figures_and_says_why(document):
    orders = document.cube.reading("orders")
    assert orders.of(document.cube.sums({})) is None
    assert "counted once" in orders.why
    assert not {"orders", "cancelled_orders"} & set(document.cube.measures)
    for axis in ("day", "seller", "category", "channel", "promotion"):
        for member in document.cube.axis(axis).members:
            assert f"orders.{axis}.{member.slug}" in document.figures


def test_an_axis_of_which_the_exports_say_nothing_is_left_out(ordinary):
    assert [axis.scope for axis in ordinary.cube.axes] == ["day", "seller", "category", "product"]
    assert ordinary.section("ways") is None


@pytest.mark.parametrize(
    ("most", "kept", "said"),
    [
        (20_000, ["day", "seller", "category", "promotion", "channel", "product"], ""),
        (290, ["day", "seller", "category", "promotion", "channel"], "Products are not told apart"),
        (100, ["day", "seller", "category", "promotion"], "Products, channels are not told apart"),
        (30, ["day", "seller", "category"], "Products, channels, promotions are not told apart"),
        (20, ["day", "seller", "category"], "Products, channels, promotions, small sellers are not told apart"),
    ],
    ids=["everything fits", "products first", "then channels", "then promotions", "then small sellers"],
)
def test_a_cube_too_large_is_folded_and_says_so(monkeypatch, build, most, kept, said):
    monkeypatch.setattr("campaignctl.stages.report.cube.build.MOST_ROWS", most)
    document = report(with_ways(build()))
    assert len(document.cube.rows) <= most
    assert [axis.scope for axis in document.cube.axes] == kept
    notes = " ".join(document.words(sentence) for sentence in document.part("dashboard-notes").sentences)
    assert said in notes
    value = document.cube.reading("gmv").of(document.cube.sums({}))
    assert value == document.figures["gmv.total"].value * 100


def test_nothing_sold_gives_no_cube(build):
    assert report(build(order_lines=None)).cube is None


def test_small_sellers_that_stand_together_keep_the_sum_and_have_no_figure(monkeypatch, build):
    monkeypatch.setattr("campaignctl.stages.report.cube.build.MOST_ROWS", 20)
    cube = report(build()).cube
    assert cube.axis("seller").members[-1].label == "Other sellers"
    assert cube.axis("seller").members[-1].slug == ""
