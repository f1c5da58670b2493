"""What the goods cost their sellers: without it a return is told before product cost."""

import numpy as np
import pandas as pd

from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import COST_KNOWN

KNOWN_COST = 0.8
"""The share of GMV whose product cost must be known before a return is called contribution."""


def cost_share(basis: Basis, lines: pd.DataFrame) -> float | None:
    """Return product cost over list value where it is known for enough of GMV, and enter for how much it is."""
    prices = basis.inputs.prices
    if prices is None or "unit_cost" not in prices.lines:
        return None
    costs = prices.lines.dropna(subset=["sku_id", "unit_cost"]).drop_duplicates(["seller_id", "sku_id"])
    keys = ["seller_id", "sku_id"]
    asked = lines[keys].astype("str").reset_index(drop=True)
    known = costs[[*keys, "unit_cost"]].astype(dict.fromkeys(keys, "str"))
    cost = asked.merge(known, on=keys, how="left")["unit_cost"].to_numpy("float64", na_value=np.nan)
    paid, listed, units = (
        lines[name].to_numpy("float64", na_value=np.nan)
        for name in ("subtotal_after_discount", "subtotal_before_discount", "quantity")
    )
    told = ~np.isnan(cost) & ~np.isnan(listed) & ~np.isnan(units)
    whole, worth = np.nansum(paid), listed[told].sum()
    if whole <= 0:
        return None
    share = float(np.nansum(paid[told]) / whole)
    basis.ledger.enter(COST_KNOWN, share)
    return float((cost[told] * units[told]).sum() / worth) if share >= KNOWN_COST and worth > 0 else None


def kept_of_price(basis: Basis) -> dict[str, float]:
    """Return the share of its campaign price that product cost leaves, by product ID, where both are known.

    Of its SKUs the least counts: nothing is promised that one of them does not keep.
    """
    prices = basis.inputs.prices
    if prices is None or not {"product_id", "unit_cost", "campaign_price"} <= set(prices.lines.columns):
        return {}
    known = prices.lines.dropna(subset=["product_id", "unit_cost", "campaign_price"])
    known = known[known["campaign_price"] > 0]
    cost, price = (known[name].to_numpy("float64") for name in ("unit_cost", "campaign_price"))
    least = pd.Series(1 - cost / price, index=known["product_id"].astype("str")).groupby(level=0).min()
    return {str(product): float(share) for product, share in least.items()}
