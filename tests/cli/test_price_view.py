"""What ``price`` prints, at both widths that it is laid out for, and as JSON."""

import io
import json
from pathlib import Path

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.cli.environment import Environment
from campaignctl.cli.views.price import show_prices
from campaignctl.domain.errors import WrongUsage
from campaignctl.rules.examples import case_from
from campaignctl.stages.price import prices_of
from campaignctl.writers.prices_json import prices_json

SHEETS = """
Campaign
 | Name              | Code
 | Holiday Deals 2026 | HD26
Promotions
   | ID      | Title          | Tool            | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget  | Max discount
 7 | HD26-02 | Opening flash  | Flash deal      | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-20 23:59 | 100%        |         |
 8 | HD26-04 | Campaign price | Campaign price  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 85%         | 5000.00 |
 9 | HD26-05 | Ten percent    | Platform coupon | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-21 00:00 | 2026-11-24 23:59 | 0           | 9000.00 | 8.00
10 | HD26-06 | In the show    | LIVE flash deal | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 19:00 | 2026-11-20 19:20 | 60%         | 900.00  |
11 | HD26-09 | Free to you    | Shipping discount | Shop    | All registered SKUs | Free shipping  |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 100%        |         |
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to        | Product IDs         | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller | No              | Amount off    | 5.00  | 16.00      | Selected products | 1729384756102938471 | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | Product ID          | SKU ID              | Seller SKU | Product name    | Variation | List price | Lowest 30 days | Campaign price | Stock | Floor price | Unit cost | Per buyer
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | MA-SER-030 | Vitamin C Serum | 30 ml     | 32.00      | 24.99          | 21.99          | 100   | 19.00       | 9.00      |
 8 | HD26-06      | 1729384756102938471 | 1729500011223344501 | MA-SER-030 | Vitamin C Serum | 30 ml     | 32.00      | 24.99          | 15.50          | 100   | 12.00       | 9.00      | 1
 9 | HD26-04      | 1729384756102938472 | 1729500011223344502 | MA-CRM-050 | Day cream       | 50 ml     | 28.00      | 25.20          | 22.40          | 100   | 22.00       |           |
10 | HD26-02      | 1729384756102938473 | 1729500011223344503 | MA-BLM-010 | Balm            |           | 9.00       | 8.00           | 7.00           | 100   |             |           |
11 | HD26-04      | 1729384756102938474 | 1729500011223344504 | MA-NIL-000 | Nameless        |           |            | 8.00           | 7.00           | 100   |             |           |
Seller
 | Seller ID | Shop name    | Taking part | Main category
 | S-001     | Moss & Amber | Yes         | Beauty
"""


class Utf8(io.StringIO):
    encoding = "utf-8"


@pytest.fixture(scope="module")
def case():
    return case_from(draw(SHEETS))


def shown(case, width, skus=(), monkeypatch=None, **options):
    monkeypatch.setenv("COLUMNS", str(width))
    out, err = Utf8(), io.StringIO()
    show_prices(Environment(out=out, err=err, **options), prices_of(case, skus), Path("holiday-deals"))
    return out.getvalue() + "--- stderr\n" + err.getvalue()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["price-of-all", "price-of-one"])
def test_the_terminal_s_text(case, golden, monkeypatch, name, width):
    text = shown(case, width, ("MA-SER-030",) if name == "price-of-one" else (), monkeypatch)
    answer = text.split("--- stderr")[0]
    assert max(map(len, answer.splitlines())) <= width
    golden(f"{name}-{width}.txt", text)


def test_ascii_stands_in_for_every_sign(case, monkeypatch):
    answer = shown(case, 80, ("MA-SER-030",), monkeypatch, ascii=True).split("--- stderr")[0]
    assert answer.isascii()


def test_a_sku_is_found_by_its_id_its_code_or_its_product(case):
    names = ("1729500011223344501", "ma-ser-030", "1729384756102938471")
    assert [prices_of(case, [name]).skus[0].row["sku_id"] for name in names] == ["1729500011223344501"] * 3
    assert len(prices_of(case, names).skus) == 1


def test_a_sku_that_nobody_registered_is_refused_with_the_nearest_name(case):
    with pytest.raises(WrongUsage) as refused:
        prices_of(case, ["MA-SER-03O"])
    assert (refused.value.what, refused.value.todo) == (
        "No registered SKU with a price is called MA-SER-03O.",
        "Did you mean MA-SER-030?",
    )


def test_json_holds_every_price_as_exact_money(case):
    told = json.loads(prices_json(prices_of(case, ["MA-SER-030"])))
    serum = next(row for row in told["prices"] if row["seller_sku"] == "MA-SER-030")
    assert (told["schema"], told["currency"], len(told["prices"])) == (1, "USD", 3)
    assert (serum["pays"], serum["off_by_seller"], serum["off_by_platform"], serum["kept"]) == ("15.29", "13.51", "3.20", "18.49")  # fmt: skip
    assert (serum["least_room"], serum["standing"], serum["units"]) == ("-0.51", "below floor", 1)
    (story,) = told["skus"]
    assert [row["pays"] for row in story["worst"]] == ["16.99", "15.50", "16.99", "15.29", "16.99"]
    assert [row["pays"] for row in story["shelf"]] == ["16.99", "16.99", "16.99", "15.29", "16.99"]
    assert {finding["code"] for finding in story["findings"]} == {"STK301"}
    assert [row["why"] for row in told["unpriced"]] == ["it has no list price"]


def test_nothing_to_price_is_said_and_no_error(monkeypatch):
    text = shown(case_from(draw("Products\n   | Promotion ID | SKU ID\n")), 80, (), monkeypatch)
    assert "0 SKUs" in text
