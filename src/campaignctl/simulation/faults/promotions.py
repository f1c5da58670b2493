"""Faults in the promotions that the team plans: each stands in a row of its own."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import Raw
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import FINANCE, LAST_MINUTE, OWNER, at
from campaignctl.simulation.world import CODE, DAYS, PRICES

WHOLE = {"starts": at(0), "ends": at(DAYS) + LAST_MINUTE}
QUIET = {"tool": "Product discount", "level": "Variation", "applies_to": "Nominated SKUs", "kind_of_value": "Seller's price", **WHOLE, "seller_pays": Decimal(1), "owner": OWNER}  # fmt: skip
"""A promotion that nobody was asked to join: nothing is wrong with it, and nothing meets it."""

NEWCOMER = "S-901"
"""A seller who has registered no SKU: what is wrong with an offer to it makes no price wrong."""

COUPON = {"tool": "Seller coupon", "level": "Shop", "applies_to": "Seller", "which": NEWCOMER, "kind_of_value": "Amount off", "value": Decimal(5), **WHOLE, "seller_pays": Decimal(1), "min_spend": Decimal(40), "quantity": 200, "per_buyer": 1, "owner": FINANCE}  # fmt: skip


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on promotions."""
    _times(planter)
    _values(planter)
    _coupons(planter)
    _people(planter)
    _clock(planter)
    _gifts_and_tiers(planter)
    _numbers(planter)
    _sellers_coupons(planter)


def _add(
    planter: Planter, code: str, at_key: str, base: dict[str, Any], also: tuple[str, ...] = (), **cells: Any
) -> None:
    number = len(planter.setup.rows["promotions"]) + 4
    row = {"id": f"{CODE}-{number}", "title": f"Offer {number}", **base, **cells}
    planter.add(code, planter.setup, "promotions", row, at=at_key, also=also)


def _times(planter: Planter) -> None:
    flash = {**QUIET, "tool": "Flash deal"}
    _add(planter, "PRM101", "ends", QUIET, starts=at(3), ends=at(2, "18:00"))
    _add(planter, "PRM102", "starts", QUIET, starts=at(-2))
    _add(planter, "PRM106", "ends", flash, starts=at(1), ends=at(4, "12:00"))
    _add(planter, "PRM107", "ends", {**QUIET, "tool": "LIVE flash deal", "quantity": 50}, starts=at(1, "19:00"), ends=at(1, "19:00") + timedelta(seconds=30))  # fmt: skip
    _add(planter, "WBK110", "starts", QUIET, starts=Raw("31/13/2026"))
    _add(
        planter,
        "WBK111",
        "starts",
        QUIET,
        also=("PRM102", "PRM106", "PRM124"),
        starts=at(-19, "01:30"),
        ends=at(-17) + LAST_MINUTE,
    )
    _add(planter, "WBK113", "ends", QUIET, ends=at(4))


def _values(planter: Planter) -> None:
    _add(planter, "WBK115", "tool", QUIET, tool=Raw("Lightning deal"))
    _add(planter, "WBK118", "title", QUIET, title="A title that runs on and on until no marketplace takes it")
    _add(planter, "PRM103", "id", QUIET, id=f"{CODE}-05")
    _add(planter, "PRM104", "value", {**QUIET, "level": "Product", "applies_to": "Seller", "which": NEWCOMER}, kind_of_value="Percent off", value=Decimal("0.96"))  # fmt: skip
    _add(planter, "PRM105", "title", QUIET, title="Harvest prices")
    _add(
        planter,
        "PRM108",
        "level",
        {**QUIET, "tool": "Flash deal", "starts": at(4), "ends": at(5) + LAST_MINUTE},
        level="Shop",
    )
    _add(planter, "PRM109", "kind_of_value", QUIET, kind_of_value="Amount off", value=Decimal(3))
    _add(planter, "PRM110", "value", QUIET, kind_of_value="Fixed price", value=Decimal("0.4"))  # fmt: skip
    _add(planter, "PRM111", "seller_pays", {**COUPON, "tool": "Platform coupon"}, seller_pays=Decimal(1))  # fmt: skip
    _add(planter, "PRM112", "budget", QUIET, seller_pays=Decimal("0.6"))
    _add(planter, "PRM116", "per_buyer", QUIET, per_buyer=120)
    _add(planter, "PRM117", "tier2_from", {**QUIET, "tool": "Buy more save more", "level": "Product", "applies_to": "Seller", "which": NEWCOMER, "kind_of_value": "Percent off", "value": Decimal("0.1")}, min_quantity=3, tier2_from=2, tier2_value=Decimal("0.2"))  # fmt: skip


def _coupons(planter: Planter) -> None:
    _add(planter, "PRM113", "min_spend", {**COUPON, "which": NEWCOMER}, min_spend=None)
    _add(planter, "PRM114", "value", {**COUPON, "which": NEWCOMER}, value=Decimal(40))
    _add(planter, "PRM115", "value", {**COUPON, "tool": "Follower coupon", "which": NEWCOMER}, value=Decimal(2))
    _add(
        planter,
        "PRM120",
        "claim_ends",
        {**COUPON, "which": NEWCOMER},
        claim_starts=at(0),
        claim_ends=at(9) + LAST_MINUTE,
    )
    _add(planter, "PRM122", "promo_code", {**COUPON, "which": NEWCOMER}, shown_in="Promo code", promo_code="AB 1")
    shipping = {**COUPON, "tool": "Shipping discount", "applies_to": "All registered SKUs", "which": None, "kind_of_value": "Free shipping", "value": None, "min_spend": Decimal(30), "quantity": None}  # fmt: skip
    number = len(planter.setup.rows["promotions"]) + 4
    planter.setup.rows["promotions"].append({"id": f"{CODE}-{number}", "title": f"Offer {number}", **shipping})
    _add(planter, "PRM118", "starts", shipping)


def _people(planter: Planter) -> None:
    _add(planter, "PRM119", "owner", QUIET, owner="Nobody We Know")
    _add(planter, "PRM121", "which", COUPON, which="S-404")
    _add(planter, "CMP116", "id", QUIET, id="XX26-01")


def _clock(planter: Planter) -> None:
    """Plant what is wrong at the hour at which the demo is looked at, and what is keyed in half."""
    _add(planter, "PRM124", "starts", QUIET, also=("PRM102", "PRM135"), starts=at(-8), ends=at(2) + LAST_MINUTE)
    _add(planter, "PRM127", "id", QUIET, register_by=at(-10, "18:00"))
    _add(planter, "PRM135", "status", QUIET, also=("PRM102",), starts=at(-7, "18:00"), ends=at(2) + LAST_MINUTE)
    _add(planter, "PRM136", "marketplace_id", QUIET, status="Configured")
    planter.setup.rows["promotions"][2]["marketplace_id"] = "7345678901234567890"
    _add(planter, "PRM137", "marketplace_id", QUIET, marketplace_id="7345678901234567890")
    _add(planter, "PRM147", "register_by", QUIET, register_by=at(1, "18:00"))


def _gifts_and_tiers(planter: Planter) -> None:
    gift = {**QUIET, "tool": "Gift with purchase", "level": "Product", "applies_to": "Seller", "kind_of_value": "Gift", "quantity": 10}  # fmt: skip
    book, main = planter.fresh(f"{CODE}-{len(planter.setup.rows['promotions']) + 4}", shop=8, sku_id=None)
    _, twin = planter.fresh(PRICES, shop=8, product_id=main["product_id"])
    book.rows["sku_lines"] += [main, twin]
    _add(planter, "PRM129", "gift_sku_id", {**gift, "applies_to": "Nominated SKUs"}, gift_sku_id=twin["sku_id"])
    book, few = planter.fresh(PRICES, shop=7)
    book.rows["sku_lines"].append(few)
    _add(planter, "PRM130", "gift_sku_id", gift, which="S-008", quantity=5000, gift_sku_id=few["sku_id"])
    book, dear = planter.fresh(PRICES, shop=6, list_price=Decimal(99), low_30d=Decimal(99), campaign_price=Decimal(79))
    book.rows["sku_lines"].append(dear)
    _add(planter, "PRM131", "gift_sku_id", gift, which="S-007", gift_sku_id=dear["sku_id"])
    _add(planter, "PRM132", "gift_sku_id", gift, which="S-006", gift_sku_id="LAMP-OAK")
    tiers = {**QUIET, "tool": "Buy more save more", "level": "Product", "applies_to": "Seller", "kind_of_value": "Percent off", "value": Decimal("0.1")}  # fmt: skip
    _add(planter, "PRM133", "min_quantity", tiers, which="S-002")
    _add(planter, "PRM134", "tier2_from", {**COUPON, "which": "S-008"}, tier2_from=80, tier2_value=Decimal(8))
    for half_day in range(11):
        starts = at(half_day // 2, "12:00" if half_day % 2 else "00:00")
        number = len(planter.setup.rows["promotions"]) + 4
        row = {"id": f"{CODE}-{number}", "title": f"Offer {number}", **tiers, "which": "S-003", "min_quantity": 2, "starts": starts, "ends": starts + timedelta(hours=12) + LAST_MINUTE}  # fmt: skip
        planter.setup.rows["promotions"].append(row)
    planter.note("PRM138", planter.setup, "promotions", "tool", len(planter.setup.rows["promotions"]) - 1)


def _numbers(planter: Planter) -> None:
    _add(planter, "PRM123", "quantity", {**QUIET, "tool": "LIVE flash deal", "starts": at(1, "19:00"), "ends": at(1, "19:20")}, quantity="No limit")  # fmt: skip
    _add(planter, "PRM125", "quantity", {**COUPON, "which": "S-007"}, quantity=0)
    _add(planter, "PRM126", "per_buyer", {**COUPON, "which": "S-009"}, per_buyer=500)
    planter.change("PRM128", planter.setup, "promotions", 0, skus_wanted=1)
    percent = {**COUPON, "kind_of_value": "Percent off", "value": Decimal("0.2")}
    _add(planter, "PRM139", "max_discount", {**percent, "which": "S-011"}, max_discount=Decimal(5))
    _add(planter, "PRM140", "claim_ends", {**COUPON, "tool": "Follower coupon", "which": "S-012"}, claim_starts=at(-400), claim_ends=at(1) + LAST_MINUTE)  # fmt: skip
    shared = {**percent, "tool": "Co-funded coupon", "seller_pays": Decimal("0.5"), "budget": Decimal(10)}
    _add(planter, "PRM141", "max_discount", shared, max_discount=None)
    free = {**percent, "tool": "Platform coupon", "seller_pays": Decimal(0), "budget": Decimal(10)}
    _add(planter, "PRM146", "value", {**free, "max_discount": Decimal(9)}, value=Decimal(0))
    _add(planter, "PRM148", "which", QUIET, which="S-001")
    planter.change("PRM149", planter.setup, "promotions", 1, quantity=999_999, also=("STK501",))
    _add(planter, "PRM151", "budget", QUIET, budget=Decimal(500))


def _sellers_coupons(planter: Planter) -> None:
    """Plant faults in the coupons that one shop lists."""
    book = planter.registrations[8]
    sound = {"type": "Seller", "already_running": "No", "kind_of_value": "Amount off", "value": Decimal(4), "min_spend": Decimal(40), "applies_to": "Whole shop", **WHOLE, "quantity": 100, "per_buyer": 1}  # fmt: skip
    selected = {"applies_to": "Selected products", "product_ids": "17299999000001471"}
    planter.add("PRM142", book, "coupons", {**sound, "coupon": "Shop addon 77"}, at="type", also=("STK201",))
    planter.add("PRM143", book, "coupons", {**sound, "coupon": "SELECTED", **selected}, at="product_ids")
    planter.add("PRM144", book, "coupons", {**sound, "coupon": "selected"}, at="coupon")
    planter.add("PRM145", book, "coupons", {**sound, "coupon": "ENDLESS", "ends": None}, at="ends")
