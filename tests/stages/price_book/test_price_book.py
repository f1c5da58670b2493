"""``prices.xlsx``: every SKU's worst price, the budgets, every stretch, who funds it, and what next deals may cost."""

import warnings

import openpyxl
import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.charts import Chart
from campaignctl.domain.listing import Listing
from campaignctl.rules.examples import case_from
from campaignctl.stages.price import prices_of
from campaignctl.stages.price_book import over_time, price_book
from campaignctl.writers.listings import write_listings

HOSTILE = "=1+1</script>"
SHEETS = f"""
Campaign
 | Name               | Code | Platform budget
 | Holiday Deals 2026 | HD26 | 4000.00
Promotions
   | ID      | Title          | Tool            | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget  | Max discount | Quantity | Expected use
 7 | HD26-04 | Campaign price | Campaign price  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 85%         | 5000.00 |              |          | 40%
 8 | HD26-05 | Ten percent    | Platform coupon | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-21 00:00 | 2026-11-24 23:59 | 0           | 100.00  | 8.00         | 50       |
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to        | Product IDs         | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller | No              | Amount off    | 5.00  | 16.00      | Selected products | 1729384756102938471 | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | Product ID          | SKU ID              | Seller SKU | Product name    | Variation | List price | Lowest 30 days | Campaign price | Stock | Floor price
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | MA-SER-030 | Vitamin C Serum | 30 ml     | 32.00      | 24.99          | 21.99          | 100   | 19.00
 8 | HD26-04      | 1729384756102938472 | 1729500011223344502 | {HOSTILE}  | {HOSTILE}       |           | 28.00      | 25.20          | 22.40          | 100   | 12.00
 9 | HD26-04      | 1729384756102938474 | 1729500011223344504 | MA-NIL-000 | Nameless        |           |            | 8.00           | 7.00           | 100   |
Seller
 | Seller ID | Shop name    | Taking part | Main category
 | S-001     | Moss & Amber | Yes         | Beauty
"""


@pytest.fixture(scope="module")
def document():
    case = case_from(draw(SHEETS))
    return price_book(case, prices_of(case))


def title(document, slug):
    return document.words(document.section(slug).title)


def listing(document, slug):
    part = document.part(slug)
    assert isinstance(part, Listing)
    return part.frame


def test_the_worst_comes_first_and_the_title_says_which_promotions_meet(document):
    rows = listing(document, "worst-prices")
    assert (
        title(document, "worst-price")
        == "1 of 2 SKUs falls below the seller's floor, where HD26-04, GLOW5 and HD26-05 meet"
    )
    assert rows["sku"].tolist() == ["MA-SER-030", HOSTILE]
    assert rows["verdict"].tolist() == ["▲ below floor (STK301)", "✓ ok"]
    serum = rows.iloc[0]
    assert (serum["pays"], serum["off_by_seller"], serum["off_by_platform"]) == (1529, 1351, 320)
    assert (serum["off_seller_coupon"], serum["off_platform_coupon"]) == (-500, -170)
    assert serum["set_by"] == "Campaign price HD26-04"


def test_the_ledger_holds_budget_worst_case_expected_and_left(document):
    rows = listing(document, "budget-by-promotion").set_index("promotion_id")
    price = rows.loc["HD26-04"]
    assert (price["budget"], price["worst_case"], price["expected"], price["left"]) == (500000, 23400, 9360, 476600)
    assert rows["expected"].isna().tolist() == [False, True]
    assert rows["verdict"].tolist() == ["✓ within budget", "▲ over budget"]
    assert title(document, "budget-ledger") == "1 of 2 promotions can cost more than their budget"


def test_a_cost_centre_adds_up_its_promotions(document):
    (row,) = listing(document, "budget-by-cost-centre").to_dict("records")
    assert (row["promotions"], row["count"], row["budget"]) == ("HD26-04, HD26-05", 2, 510000)


def test_every_stretch_of_a_sku_stands_in_the_order_of_time(document):
    rows = listing(document, "price-path")
    serum = rows[rows["sku"] == "MA-SER-030"]
    assert serum["pays"].tolist() == [1699, 1529, 1699]
    assert serum["starts"].is_monotonic_increasing
    assert serum["verdict"].tolist() == ["▲ below floor"] * 3
    assert len(rows) == 6


def test_a_long_campaign_shows_the_stretches_of_the_tightest_skus_and_says_so(monkeypatch):
    monkeypatch.setattr(over_time, "MOST_ROWS", 4)
    case = case_from(draw(SHEETS))
    document = price_book(case, prices_of(case))
    assert set(listing(document, "price-path")["sku"]) == {"MA-SER-030"}
    assert "the 1 of 2 SKUs with the least room" in document.words(document.section("price-path").source)


def test_the_chart_s_parts_make_the_list_price(document):
    chart = document.part("list-price")
    assert isinstance(chart, Chart)
    sums = [
        sum(document.figures[id_].value for id_ in stack)
        for stack in zip(*(s.values for s in chart.series), strict=True)
    ]
    assert [str(each) for each in sums] == ["32.00", "28.00"]


def test_a_campaign_price_is_the_ceiling_of_the_next_deals(document):
    rows = listing(document, "next-deals")
    assert rows[rows["sku"] == "MA-SER-030"][["price", "rule"]].to_numpy().tolist() == [[2199, "below it"]]


def test_what_has_no_price_is_named_with_its_reason(document):
    table = document.part("unpriced")
    assert [row[1::2] for row in table.rows] == [("1729500011223344504", "it has no list price")]


def test_the_workbook_is_written_whole_and_alike_and_words_from_outside_stay_words(document, tmp_path):
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for path in (one, other):
        write_listings(document, path)
    assert one.read_bytes() == other.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of data bars, which openpyxl does not know
        book = openpyxl.load_workbook(one)
    assert book.sheetnames == ["Worst price", "Budget ledger", "Price path", "Funding", "Next deals", "Rules used"]
    sheet = book["Worst price"]
    assert [(sheet.cell(row, 2).value, sheet.cell(row, 2).data_type) for row in (6, 7)] == [
        ("MA-SER-030", "s"),
        (HOSTILE, "s"),
    ]
    assert len(book["Funding"]._charts) == 1


def test_a_campaign_without_prices_has_a_workbook_that_says_so(tmp_path):
    case = case_from(draw("Products\n   | Promotion ID | SKU ID\n"))
    document = price_book(case, prices_of(case))
    write_listings(document, tmp_path / "prices.xlsx")
    assert title(document, "worst-price") == "No registered SKU has a price yet"
