"""A line is sold below what a unit costs the seller, once the marketplace has taken its campaign fee.

Every unit sold loses money, and the better the campaign runs the more; sellers who notice midway pull the deal.
"""

from decimal import Decimal
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Fee, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import BASIS
from campaignctl.rules.sku._faults import TOO_LOW, priced, too_low, without


def check(case: Case) -> tuple[Rows, ...]:
    """Find lines that leave less than the cost. The money at stake is the loss on the whole stock.

    What is left is list price less the seller's own share of the discount, less the fee on campaign sales. Referral
    fee, commission and coupons come on top: who is warned here loses at least this much.
    """
    lines = case.sku_lines
    left = _left(case)
    loss = left < lines["unit_cost"]
    below = without(case, loss & ~(lines["deal_price"] < lines["floor_price"]).fillna(value=False), *TOO_LOW)
    at_stake = ((lines["unit_cost"] - left) * lines["stock"]).where(lines["stock"] > 0)
    say = "Of {deal_price} the shop keeps {left_money}; a unit costs {unit_cost}"
    return too_low(case, below, say, _needed(case), amount=at_stake, left_money=left)
