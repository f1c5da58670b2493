"""The bridge from baseline to campaign: its steps add up, and where nothing moved there is none."""

from datetime import timedelta
from decimal import Decimal

import pytest

from campaignctl.stages.report import for_deck, for_workbook, report

STEPS = ("orders", "units-an-order", "price-before-discount", "discount")


@pytest.fixture
def document(build):
    return report(build())


def test_the_steps_lead_from_the_baseline_to_the_campaign(document):
    figures = document.figures
    parts = [figures[f"gmv.driver.{step}~baseline_gap"].value for step in STEPS]
    whole = figures["gmv.total"].value - figures["gmv.total@baseline"].value
    assert sum(parts) == pytest.approx(whole, abs=Decimal("0.05"))


def test_every_column_stands_where_the_one_before_it_ended(document):
    chart = document.part("drivers")
    assert [series.name for series in chart.series] == ["Base", "Baseline", "Up", "Down", "Campaign"]
    figures, running = document.figures, document.figures["gmv.total@baseline"].value
    for step in STEPS:
        part = figures[f"gmv.driver.{step}~baseline_gap"].value
        base, size = (figures[f"{word}.driver.{step}"].value for word in ("driver_base", "driver_size"))
        assert (base, size) == (min(running, running + part), abs(part))
        running += part
    assert running == pytest.approx(figures["gmv.total"].value, abs=Decimal("0.05"))


def test_a_ratio_that_is_no_share_changes_by_a_percentage(document):
    assert document.figures["units_per_order.total~baseline"].words.endswith("%")
    assert document.figures["discount_depth.total~baseline"].words.endswith("pp")


def test_it_is_a_slide_and_no_sheet(document):
    assert for_deck(document).section("drivers") is not None
    assert for_workbook(document).section("drivers") is None


def test_without_a_baseline_there_is_no_bridge(build, make_lines):
    lines = make_lines()
    start = lines["paid"].max() - timedelta(days=6)
    assert report(build(order_lines=lines[lines["paid"] > start])).section("drivers") is None
