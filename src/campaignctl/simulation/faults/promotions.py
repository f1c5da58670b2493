"""Faults in the promotions that the team plans: each stands in a row of its own."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import Raw
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import FINANCE, LAST_MINUTE, OWNER, at
from campaignctl.simulation.world import CODE, DAYS

WHOLE = {"starts": at(0), "ends": at(DAYS) + LAST_MINUTE}
QUIET = {"tool": "Product discount", "level": "Variation", "applies_to": "Nominated SKUs", "kind_of_value": "Seller's price", **WHOLE, "seller_pays": Decimal(1), "owner": OWNER}  # fmt: skip
"""A promotion that nobody was asked to join: nothing is wrong with it, and nothing meets it."""

NEWCOMER = "S-013"
"""A seller who has registered no SKU: what is wrong with an offer to it makes no price wrong."""

COUPON = {"tool": "Seller coupon", "level": "Shop", "applies_to": "Seller", "which": NEWCOMER, "kind_of_value": "Amount off", "value": Decimal(5), **WHOLE, "seller_pays": Decimal(1), "min_spend": Decimal(40), "quantity": 200, "per_buyer": 1, "owner": FINANCE}  # fmt: skip


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on promotions."""
    _times(planter)
    _values(planter)
    _coupons(planter)
    _people(planter)


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
        also=("PRM102", "PRM106"),
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
