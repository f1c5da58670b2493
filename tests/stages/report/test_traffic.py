"""Product lists count for exactly the period they state, and are taken apart against one of equal length before."""

import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.document import Document
from campaignctl.domain.export_frames import PRODUCT_TRAFFIC
from campaignctl.domain.frames import shaped
from campaignctl.insights.catalogue import insights
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.facts import Funnel
from campaignctl.metrics.ledger import Ledger
from campaignctl.stages.report import for_workbook, report
from campaignctl.stages.report.insights.evidence import evidence_of
from campaignctl.stages.report.measure import measured


def listed(first: str, last: str, scale: float = 1.0, seller: str = "S-001") -> list[dict[str, object]]:
    channels = {"live": (1000, 20, 50_000), "video": (500, 5, 10_000), "card": (3000, 30, 80_000)}
    rows = []
    for product in ("P-10", "P-11"):
        row = {"seller_id": seller, "product_id": product, "first_day": first, "last_day": last}
        for channel, (views, customers, gmv) in channels.items():
            row |= {
                f"{channel}_unique_page_views": round(views * scale),
                f"{channel}_page_views": round(views * scale * 1.2),
                f"{channel}_impressions": round(views * scale * 20),
                f"{channel}_customers": round(customers * scale),
                f"{channel}_gmv": round(gmv * scale),
            }
        rows.append({**row, "gmv": round(140_000 * scale)})
    return rows


def lists(*parts: list[dict[str, object]]) -> pd.DataFrame:
    return shaped(pd.DataFrame([row for part in parts for row in part]), PRODUCT_TRAFFIC)


CAMPAIGN, BEFORE = ("2026-11-20", "2026-11-25"), ("2026-11-13", "2026-11-18")


def told(document):
    tables = [part for slug in ("highlights", "insights") if (part := document.part(slug))]
    return [document.words(row[1]) for table in tables for row in table.rows]


def test_a_list_of_the_campaign_s_days_gives_its_figures(build):
    figures = report(build(traffic=lists(listed(*CAMPAIGN)))).figures
    assert figures["listed_gmv.total"].words == "$3K"
    assert figures["conversion_rate.total"].words == "1.22%"


@pytest.mark.parametrize("period", [("2026-11-20", "2026-11-24"), ("2026-11-01", "2026-11-30")])
def test_a_list_of_other_days_gives_none(build, period):
    assert "listed_gmv.total" not in report(build(traffic=lists(listed(*period)))).figures


def test_with_a_list_before_the_change_is_taken_apart_by_traffic_and_not_by_orders(build):
    words = told(report(build(traffic=lists(listed(*BEFORE), listed(*CAMPAIGN, scale=2.0)))))
    assert any(line.startswith("By product lists sales grew") and ": traffic brought" in line for line in words)
    assert not any("against the baseline: orders brought" in line for line in words)


def test_without_one_it_is_taken_apart_by_orders(build):
    words = told(report(build(traffic=lists(listed(*CAMPAIGN, scale=2.0)))))
    assert any("against the baseline: orders brought" in line for line in words)
    assert not any(line.startswith("By product lists") for line in words)


def test_the_list_before_is_as_long_and_lies_whole_weeks_back_where_it_can(build):
    near, weeks, long = ("2026-11-14", "2026-11-19"), ("2026-11-06", "2026-11-11"), ("2026-11-10", "2026-11-19")
    traffic = lists(listed(*near, scale=3.0), listed(*weeks), listed(*long, scale=5.0), listed(*CAMPAIGN))
    funnels = evidence_of(measured(build(traffic=traffic))).funnels
    assert {cell.visitors_before for cell in funnels if cell.channel == "LIVE"} == {1000}


def test_a_shop_that_gave_only_one_of_the_two_plays_no_part(build):
    traffic = lists(listed(*BEFORE), listed(*CAMPAIGN), listed(*CAMPAIGN, scale=9.0, seller="S-002"))
    funnels = evidence_of(measured(build(traffic=traffic))).funnels
    assert {cell.visitors for cell in funnels if cell.channel == "LIVE"} == {1000}


def test_a_funnel_knows_its_shop_and_the_category_it_was_registered_under(build):
    funnels = evidence_of(measured(build(traffic=lists(listed(*BEFORE), listed(*CAMPAIGN))))).funnels
    assert {cell.seller for cell in funnels} == {"S-001"}
    assert all(cell.category for cell in funnels)


def test_the_sheet_of_products_shows_what_the_list_says_of_each(build):
    one = {"product_id": "P-10", "video_page_views": 600, "video_impressions": 10_000, "video_unique_page_views": 500}
    table = report(build(traffic=lists([{**row, **one} for row in listed(*CAMPAIGN)[:1]]))).part("products")
    keys = [column.key for column in table.columns]
    told = {row[keys.index("product_id")]: row[keys.index("page_views")] for row in table.rows}
    assert told["P-10"] is not None
    assert told["P-11"] is None


def test_without_a_list_the_sheet_of_products_has_no_columns_for_it(ordinary):
    assert "page_views" not in [column.key for column in ordinary.part("products").columns]


def test_a_category_that_was_visited_more_than_the_others_is_named():
    shops = {seller: ("Kitchen" if seller < "S-003" else "Beauty") for seller in (f"S-00{n}" for n in range(1, 7))}
    funnels = tuple(
        Funnel(seller, "LIVE", 1000, 40, 50_000, visitors, 40, 60_000, seller=seller, category=category)
        for (seller, category), visitors in zip(shops.items(), (2100, 1950, 1010, 980, 1000, 1030), strict=True)
    )
    ledger = Ledger("USD")
    evidence = Evidence(Campaign("Deals", "HD26", "Market", "UTC", "USD", None), ledger, funnels=funnels)
    more = [one for one in insights()["DRV104"].detect(evidence) if one.key == "Kitchen"]
    assert Document("", "", ledger.figures, ()).words(more[0].say).startswith("Kitchen was visited 4,050 times, 2,000")
    assert more[0].p < 0.001


def carted(first: str, last: str, seller: str = "S-001") -> list[dict[str, object]]:
    """Rows of the wide list: clicks and carts, nothing by channel."""
    told = {"gmv": 140_000, "impressions": 4000, "clicks": 200, "carts": 30, "sku_orders": 10, "creator_gmv": 40_000}
    row = {"seller_id": seller, "first_day": first, "last_day": last, **told}
    return [{**row, "product_id": product} for product in ("P-10", "P-11")]


def test_the_wide_list_tells_carts_and_has_a_table_of_them(build):
    document = report(build(traffic=lists(carted(*CAMPAIGN))))
    assert document.figures["atc_rate.total"].words == "15%"
    assert document.figures["ctor_listed.total"].words == "5.00%"
    assert document.part("products-to-cart").rows


def test_without_a_wide_list_nobody_is_told_of_carts(build):
    document = report(build(traffic=lists(listed(*CAMPAIGN))))
    assert not {"atc_rate.total", "carts.total", "refunds_listed.total"} & set(document.figures)
    assert document.part("products-to-cart") is None


def test_the_way_to_the_cart_has_a_sheet_of_its_own_headed_by_what_it_says(build):
    document = for_workbook(report(build(traffic=lists(carted(*CAMPAIGN)))))
    slugs = [section.slug for section in document.sections]
    at = slugs.index("products")
    assert [part.slug for part in document.sections[at].parts] == ["products"]
    apart = document.section("products-to-cart")
    assert apart.name == "Products to cart"
    assert document.words(apart.title) == "Products were put into a cart 60 times, 15% of the clicks"
    assert [part.slug for part in apart.parts] == ["products-to-cart"]


def test_a_shop_that_changed_from_the_flat_to_the_wide_list_did_not_lose_its_visitors(build):
    traffic = lists(listed(*BEFORE), listed(*BEFORE, seller="S-002"), listed(*CAMPAIGN), carted(*CAMPAIGN, "S-002"))
    funnels = evidence_of(measured(build(traffic=traffic))).funnels
    assert {cell.seller for cell in funnels} == {"S-001"}
