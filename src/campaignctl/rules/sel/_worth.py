"""What the lines of each shop would sell at their campaign prices, once all the units that they keep are sold."""

from typing import Any

import pandas as pd

from campaignctl.rules.case import Case


def worth(case: Case) -> "pd.Series[Any]":
    """Return the worth of each shop's lines in minor units, by its seller ID; lines without a price count nothing."""
    lines = case.sku_lines
    sales = lines["deal_price"].clip(lower=0) * lines["stock"].clip(lower=0)
    whole: pd.Series[Any] = sales.groupby(lines["seller_id"]).sum(min_count=1)
    return whole
