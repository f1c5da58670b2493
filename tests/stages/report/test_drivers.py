"""The bridge from baseline to campaign: its steps add up, and where nothing moved there is none."""

from datetime import timedelta
from decimal import Decimal

import pytest

from campaignctl.domain.document import Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table
from campaignctl.stages.report import for_deck, for_workbook, report

from .test_traffic import listed, lists

STEPS = ("orders", "units-an-order", "price-before-discount", "discount")


@pytest.fixture
def document(ordinary):
    return ordinary


def test_the_steps_lead_from_the_baseline_to_the_campaign(document):
    figures = document.figures
    parts = [figures[f"gmv.driver.{step}~baseline_gap"].value for step in STEPS]
    whole = figures["gmv.total"].value - figures["gmv.total@baseline"].value
    assert sum(parts) == pytest.approx(whole, abs=Decimal("0.05"))


def test_every_column_stands_where_the_one_before_it_ended(document):
    chart = document.part("drivers")
    assert [series.name for series in chart.series] == [
        "Base", "Baseline", "Up", "Down", "Campaign", "Amount", "First link", "Second link", "Third link",
    ]  # fmt: skip
    figures, running = document.figures, document.figures["gmv.total@baseline"].value
    for step in STEPS:
        part = figures[f"gmv.driver.{step}~baseline_gap"].value
        base, size = (figures[f"{word}.driver.{step}"].value for word in ("driver_base", "driver_size"))
        assert (base, size) == (min(running, running + part), abs(part))
        running += part
        assert figures[f"driver_level.driver.{step}"].value == running
    assert running == pytest.approx(figures["gmv.total"].value, abs=Decimal("0.05"))


def test_each_column_says_its_amount_at_its_upper_end(document):
    chart, figures = document.part("drivers"), document.figures
    amounts = next(series for series in chart.series if series.labels)
    first, last = "gmv.total@baseline", "gmv.total"
    assert amounts.labels == (first, *(f"gmv.driver.{step}~baseline_gap" for step in STEPS), last)
    columns = zip(*(series.values for series in chart.series if not series.line), strict=True)
    sums = [sum(figures[one].value for one in column if one) for column in columns]
    assert [figures[one].value for one in amounts.values] == pytest.approx(sums, abs=Decimal("0.05"))


def test_a_line_leads_from_every_column_to_the_next_and_none_joins_another(document):
    links = [series.values for series in document.part("drivers").series if series.name.endswith("link")]
    led = [(at, one) for line in links for at, one in enumerate(line[:-1]) if one and one == line[at + 1]]
    ends = ["gmv.total@baseline", *(f"driver_level.driver.{step}" for step in STEPS)]
    assert sorted(led) == list(enumerate(ends))
    for line in links:
        assert all(line[at] is None or line[at - 1] in (None, line[at]) for at in range(1, len(line)))


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


CAMPAIGN, BEFORE = ("2026-11-20", "2026-11-25"), ("2026-11-13", "2026-11-18")


@pytest.fixture
def by_lists(build):
    return report(build(traffic=lists(listed(*BEFORE), listed(*CAMPAIGN, scale=2.0))))


def test_with_two_product_lists_the_bridge_goes_by_traffic(by_lists):
    chart = by_lists.part("drivers")
    assert chart.categories == ("Nov 13 to 18", "Visitors", "Mix", "Conversion", "Value of a buyer", "Campaign")
    steps = ("visitors", "mix", "conversion", "value-of-a-buyer")
    parts = [by_lists.figures[f"gmv.driver.{step}~baseline_gap"].value for step in steps]
    assert sum(parts) == by_lists.figures["funnel_gmv.total~before_gap"].value
    assert parts[0] == max(parts)


def test_its_title_says_so_and_its_table_compares_visitors_and_conversion(by_lists):
    assert by_lists.words(by_lists.section("drivers").title).startswith("Of the $3K growth, visitors brought $3K")
    rows = {row[0]: row for row in by_lists.section("drivers").parts[1].rows}
    assert [by_lists.cell_words(cell) for cell in rows["Visitors"][1:]] == ["9,000", "18,000", "+100%"]
    assert by_lists.cell_words(rows["Conversion"][3]) == "0.00 pp"


def test_a_list_of_the_campaign_alone_leaves_the_bridge_to_orders(build):
    document = report(build(traffic=lists(listed(*CAMPAIGN))))
    assert document.part("drivers").categories[0] == "Baseline"


def test_the_category_that_converted_otherwise_stands_on_the_slide():
    figures = {
        name: Figure(name, "x", 0.03, "rate", Format.PERCENT)
        for name in ("insight_change.conversion_now.toys", "insight_change.conversion_before.toys")
    }
    words = "Of the visitors of Toys {insight_change.conversion_now.toys} bought"
    columns = (Column("kind", "Kind"), Column("what", "What"))
    sections = (
        Section("drivers", "Drivers", say("Visitors brought it")),
        Section("insights", "Insights", say("x"), parts=(Table("insights", columns, (("▼ lost", say(words)),)),)),
    )
    deck = for_deck(Document("Deals", "2026-12-01T00:00:00+00:00", figures, sections))
    assert [deck.words(each) for each in deck.part("drivers-conversion").sentences] == [
        "Of the visitors of Toys 3.00% bought."
    ]
