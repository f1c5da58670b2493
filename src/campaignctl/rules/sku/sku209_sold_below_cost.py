"""A line is sold below what a unit costs the seller, once the marketplace has taken its campaign fee.

Every unit sold loses money, and the better the campaign runs the more; sellers who notice midway pull the deal.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Fee, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import BASIS
from campaignctl.rules.sku._faults import TOO_LOW, at_price, below_floor, not_below_list, priced, without


def check(case: Case) -> tuple[Rows, ...]:
    """Find lines that leave less than the cost; the money at stake is the loss on the whole stock.

    Referral fee, commission and coupons come on top: who is warned here loses at least this much.
    """
    lines = case.sku_lines
    below = without(case, kept(case) < lines["unit_cost"], *TOO_LOW, below_floor, not_below_list)
    few = case.with_rows("sku_lines", lines[below])
    loss = (few.sku_lines["unit_cost"] - kept(few)) * few.sku_lines["stock"]
    return at_price(
        few,
        "Of {deal_price} the shop keeps {kept_money}; a unit costs {unit_cost}",
        "Raise the campaign price, or withdraw the line.",
        "Withdraw the line, or offer the SKU elsewhere: here the promotion sets the price.",
        amount=loss.where(few.sku_lines["stock"] > 0),
        kept_money=kept(few),
    )


def kept(case: Case) -> "pd.Series[Any]":
    """Return what the seller keeps of a unit, in minor units: list less its share of the discount, less the fee."""
    lines = case.sku_lines
    share = (lines["seller_pays"] * BASIS).round().astype("Int64")
    sales = lines["list_price"] - (lines["list_price"] - lines["deal_price"]) * share // BASIS
    rate = int(sum((fee.rate or 0) for fee in _fees(case.profile)) * BASIS)
    return sales - (sales * rate + BASIS // 2) // BASIS


def _fees(profile: Profile) -> list[Fee]:
    return [fee for fee in profile.fees if fee.rate and "gross_sales" in fee.plus and fee.severity]


RULE = Rule(
    code="SKU209",
    name="sold-below-cost",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["unit_cost"].notna(),
    given=priced,
    needs=("deal_price", "list_price", "seller_pays"),
    check=check,
    fix="Raise the campaign price, or withdraw the line.",
    limit=lambda profile: "; ".join(f"{fee.name}, {fee.words}" for fee in _fees(profile)),
    see=("SKU207",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Unit cost
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | 11.00
 8 | HD26-01      | 1729500011223344502 | 20.00      | 12.00          | 100   | 11.90     | <- Of $12.00 the shop keeps $11.88; a unit costs $11.90
 9 | HD26-03      | 1729500011223344503 | 20.00      | 12.00          | 100   | 11.90
10 | HD26-01      | 1729500011223344504 | 20.00      | 12.00          | 100   |
"""),
    ),
)
