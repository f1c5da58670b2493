"""A campaign of another marketplace is set up, read and judged by the same code, its limits quoted with their pages."""

import json
import subprocess
import sys
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.forms import Form
from campaignctl.marketplaces.load import known, load
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import case_from
from campaignctl.stages.new import asked_by, hints_of, new
from campaignctl.workbooks import Invitation, registration_form, setup_form
from campaignctl.writers.forms import write_form

CAMPAIGN = """
Campaign
 | Name       | Code | Marketplace | Starts           | Ends             | Time zone        | Registration closes | Price lock       | Currency | Platform budget
 | Mid autumn | MA26 | Shopee VN   | 2026-09-18 00:00 | 2026-09-25 23:59 | Asia/Ho_Chi_Minh | 2026-09-10 18:00    | 2026-09-14 18:00 | VND      | 900000000
"""
PROMOTIONS = """
Promotions
   | ID      | Title        | Tool               | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays | Budget    | Min. spend | Quantity | Max discount | Per buyer | Owner     | Shown in   | Promo code | Min. quantity
 7 | MA26-01 | Week prices  | Discount promotion | Variation | Nominated SKUs      | Seller's price |       | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           |            |          |              |           | Ines Roth |            |            |
 8 | MA26-02 | Noon flash   | Shop flash sale    | Variation | Nominated SKUs      | Seller's price |       | 2026-09-18 12:00 | 2026-09-18 14:00 | 1           |           |            |          |              | 2         | Ines Roth |            |            |
 9 | MA26-03 | From us all  | Platform voucher   | Shop      | All registered SKUs | Percent off    | 10%   | 2026-09-18 00:00 | 2026-09-25 23:59 | 0           | 300000000 | 150000     | 5000     | 50000        | 1         | Kai Lund  |            |            |
10 | MA26-04 | With a code  | Shop voucher       | Shop      | All registered SKUs | Amount off     | 20000 | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           | 150000     | 2000     |              | 1         | Kai Lund  | Promo code | MOON5      |
11 | MA26-05 | Two together | Bundle deal        | Product   | All registered SKUs | Percent off    | 10%   | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           |            |          |              |           | Kai Lund  |            |            | 2
"""
PRODUCTS = """
Products
   | Promotion ID | Product ID | SKU ID      | Product name | List price | Lowest 30 days | Campaign price | Stock | Per buyer
 7 | MA26-01      | 3744623870 | 10004228693 | Moon lamp    | 240000     | 220000         | 180000         | 500   | 5
 8 | MA26-02      | 3744623871 | 10004228694 | Lantern      | 90000      | 85000          | 79000          | 250   | 2
"""


def found(*blocks: str) -> list[tuple[str, str, str]]:
    """Every finding of a drawn campaign as (code, severity, message)."""
    verdict = run(rules().values(), case_from(draw("".join((CAMPAIGN, *blocks)))))
    return [(one.code, one.severity.value, one.message) for one in verdict.findings]


def but(block: str, was: str, becomes: str) -> str:
    assert was in block
    return block.replace(was, becomes)


def test_a_well_filled_campaign_of_the_other_market_is_silent():
    assert found(PROMOTIONS, PRODUCTS) == []


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        pytest.param(
            "2026-09-18 14:00 | 1 ", "2026-09-18 11:00 | 1 ",
            [("PRM101", "error", "MA26-02 ends Fri 18 Sep 2026 11:00, and starts Fri 18 Sep 2026 12:00")],
            id="times in the zone of Vietnam",
        ),
        pytest.param(
            "| Platform voucher   | Shop ", "| Platform voucher   | Variation ",
            [("PRM108", "error", "MA26-03 is a platform voucher at level Variation; Shopee VN offers Shop or Product")],
            id="a level that its tool does not offer",
        ),
        pytest.param(
            "MOON5 ", "MOONLIT ",
            [("PRM122", "error", "“MOONLIT” is not a promo code that Shopee VN takes: up to 5 letters and digits")],
            id="a code of more than five characters",
        ),
        pytest.param(
            "20000 | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           | 150000 ",
            "20000 | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           | 20000 ",
            [("PRM114", "error", "₫20,000 off from a spend of ₫20,000")],
            id="a voucher worth its threshold",
        ),
        pytest.param(
            "150000     | 2000     ", "150000     |          ",
            [("PRM123", "error", "Quantity is blank; Shopee VN asks for a number for a shop voucher")],
            id="a voucher without a quantity",
        ),
        pytest.param(
            "10%   | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           |            |          |              |           | Kai Lund  |            |            | 2",
            "100%  | 2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           |            |          |              |           | Kai Lund  |            |            | 2",
            [("PRM104", "error", "100% is above the 99% that Shopee VN allows for a bundle deal")],
            id="a bundle of everything off",
        ),
    ],
)  # fmt: skip
def test_the_same_rules_find_faults_in_its_promotions(was, becomes, said):
    told = found(but(PROMOTIONS, was, becomes), PRODUCTS)
    assert [one for one in told if not one[0].startswith("STK")] == said  # what a fault does to prices is told beside


def test_a_discount_may_run_half_a_year_and_not_twenty_minutes():
    promotions = but(PROMOTIONS, "2026-09-18 00:00 | 2026-09-25 23:59 | 1           |           |            |          |              |           | Ines", "2026-09-18 00:00 | 2026-09-18 00:20 | 1           |           |            |          |              |           | Ines")  # fmt: skip
    assert found(promotions, PRODUCTS) == [
        ("PRM107", "error", "Discount promotion MA26-01 runs 20 min; Shopee VN asks for at least 1 hour")
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        pytest.param(
            "180000 ", "110000 ",
            ("SKU202", "error", "Discount promotion at 54.17% off list; Shopee VN allows at most 50%"),
            id="more than half off",
        ),
        pytest.param(
            "79000 ", "85000 ",
            ("SKU204", "warning", "Shop flash sale ₫85,000 is not below the 30-day low ₫85,000"),
            id="a flash sale at the recent low, which weighs as its page does",
        ),
    ],
)  # fmt: skip
def test_the_same_rules_find_faults_in_its_products(was, becomes, said):
    assert found(PROMOTIONS, but(PRODUCTS, was, becomes)) == [said]


def test_dong_have_no_decimals():
    (told,) = found(PROMOTIONS, but(PRODUCTS, "180000 ", "180000,5 "))
    assert told[0] == "WBK120"


def test_one_item_in_two_discounts_clashes_by_the_markets_own_rule():
    promotions = but(PROMOTIONS, "Shop flash sale    | Variation", "Discount promotion | Variation")
    products = but(PRODUCTS, "3744623871 | 10004228694", "3744623870 | 10004228694")
    (told,) = found(promotions, products)
    assert told[:2] == ("SKU401", "error")
    assert "one item in one discount promotion at a time" in told[2]


# ------------------------------------------------------------------ through files and the command line


def campaignctl(*words: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "campaignctl", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def at(day: int, clock: str = "00:00") -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return datetime(2026, 9, 18) + timedelta(days=day, hours=hours, minutes=minutes)  # noqa: DTZ001 - as typed


def filled(market: str, folder: Path | None, tool: str, price: int) -> tuple[Form, Form]:
    """A set-up and a registration of a marketplace as people would fill what ``new`` gave them."""
    profile = load(market, folder)
    campaign = {
        "name": "Mid autumn", "code": "MA26", "starts": at(0), "ends": at(7, "23:59"),
        "registration_closes": at(-8, "18:00"), "price_lock": at(-4, "18:00"), "platform_budget": Decimal(900000),
        "owner": "Ines Roth", "approver": "Kai Lund", "reply_to": "offer@marketplace.example",
    }  # fmt: skip
    promotion = {
        "id": "MA26-01", "title": "Week prices", "tool": tool, "level": "Variation", "applies_to": "Nominated SKUs",
        "kind_of_value": "Seller's price", "starts": at(0), "ends": at(7, "23:59"), "seller_pays": Decimal(1),
        "owner": "Ines Roth",
    }  # fmt: skip
    shop = {"seller_id": "S-001", "shop_name": "Moss & Amber", "contact_name": "Norah Lind"}
    people = ("Ines Roth", "Campaign operations"), ("Kai Lund", "Category management")
    rows = {
        "campaign": [campaign],
        "promotions": [promotion],
        "targets": [{"level": "Campaign", "metric": "GMV", "target": Decimal(5000000)}],
        "sellers": [{**shop, "category": "Home", "tier": "Growth", "account_manager": "Kai Lund", "contact_email": "n@moss.example"}],
        "contacts": [{"name": name, "email": f"{name[:3]}@marketplace.example", "team": team} for name, team in people],
    }  # fmt: skip
    where = {"marketplace": profile.name, "zone": profile.zone, "currency": profile.currency}
    setup = setup_form(profile.choices(known(folder)), title="Mid autumn", rows=rows, hints=hints_of(profile), **where)
    line = {
        "promotion_id": "MA26-01", "product_id": "3744623870", "sku_id": "10004228693", "product_name": "Moon lamp",
        "list_price": Decimal(240000), "campaign_price": Decimal(price), "stock": 500, "per_buyer": 5,
    }  # fmt: skip
    seller = {**shop, "taking_part": "Yes", "main_category": "Home", "contact_email": "n@moss.example", "accepts_terms": "Yes", "signed_by": "Norah Lind"}  # fmt: skip
    told = asked_by(profile, Invitation("Mid autumn", code="MA26", offers={"MA26-01": "Week prices"}, **where))
    return setup, registration_form(told, rows={"registration": [seller], "sku_lines": [line]})


def judged(folder: Path, market: str, tool: str, price: int, team: Path | None = None) -> dict[str, object]:
    setup, registration = filled(market, team, tool, price)
    write_form(setup, folder / "campaign.xlsx")
    write_form(registration, folder / "registrations" / "moss.xlsx")
    ended = campaignctl("validate", folder, "--json")
    assert ended.stderr == "" or "Not proven" in ended.stderr
    told = json.loads(ended.stdout)
    told["findings"] = [
        one for one in told["findings"] if one["sheet"] != "Contacts"
    ]  # few people, who receive nothing
    return told


def test_new_and_validate_know_it_by_name_alone(tmp_path):
    folder = tmp_path / "mid-autumn"
    assert campaignctl("new", folder, "--marketplace", "shopee").returncode == 0
    clean = judged(folder, "Shopee VN", "Discount promotion", 180000)
    assert (clean["summary"]["errors"], clean["findings"]) == (0, [])
    faulty = judged(folder, "Shopee VN", "Discount promotion", 110000)
    assert [(one["code"], one["cell"], one["value"]) for one in faulty["findings"]] == [("SKU202", "K7", "₫110,000")]


TESTMART = """
name = "Testmart PH"
key = "testmart_ph"
family = "testmart"
country = "PH"
zone = "Asia/Manila"
currency = "PHP"
date_order = "mdy"
[sources]
FAQ = { title = "Questions of sellers", trust = "Third party", checked = 2026-05-01 }
[[layers]]
key = "price"
name = "Price"
combine = "lowest price"
source = "FAQ"
[tools.day_deal]
name = "Day deal"
layer = "price"
levels = { value = ["Variation"], source = "FAQ" }
[[tools.day_deal.discounts]]
most = "30%"
source = "FAQ"
[tools.day_deal.duration]
longest = { value = "7 days", source = "FAQ", weight = "warning" }
"""


def test_a_third_marketplace_in_the_folder_is_enough(tmp_path):
    """It stands nowhere but in the campaign's own folder, before ``new`` is called there."""
    folder = tmp_path / "mid-autumn"
    (folder / "marketplaces").mkdir(parents=True)
    (folder / "marketplaces" / "testmart.toml").write_text(TESTMART, encoding="utf-8")
    assert campaignctl("new", folder, "--marketplace", "Testmart PH").returncode == 0
    told = judged(folder, "Testmart PH", "Day deal", 120000, team=folder)
    assert [(one["code"], one["severity"], one["message"]) for one in told["findings"]] == [
        ("SKU202", "error", "Day deal at 50% off list; Testmart PH allows at most 30%"),
        ("PRM106", "warning", "Day deal MA26-01 runs 8 days; Testmart PH allows 7 days"),
    ]


def test_a_form_asks_for_ids_and_codes_as_the_marketplace_does():
    profile = load("Shopee VN")
    products = next(sheet for sheet in new("x", profile, ()).registration.sheets if sheet.sheet.key == "sku_lines")
    assert products.sheet.column("product_id").hint == "paste values only"
    assert "15 digits" not in products.sheet.column("quick_check").formula
    promotions = next(sheet for sheet in new("x", profile, ()).setup.sheets if sheet.sheet.key == "promotions")
    assert promotions.sheet.column("promo_code").hint == "up to 5 letters and digits"
    ours = next(s for s in new("x", load("TikTok Shop US"), ()).registration.sheets if s.sheet.key == "sku_lines")
    assert "15 digits" in ours.sheet.column("quick_check").formula
