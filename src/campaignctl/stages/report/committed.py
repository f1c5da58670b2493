"""How much of the stock that sellers committed was sold, in all, by category and by seller."""

import pandas as pd

from campaignctl.domain.frames import shaped
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.committed import COMMITTED_SKUS
from campaignctl.metrics.compute import BY_CATEGORY, BY_SELLER, BY_TOTAL, breakdown, enter
from campaignctl.metrics.counting import committed_skus
from campaignctl.metrics.ledger import At
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.subject import is_regular

STOCK = Count("committed_units", "Stock kept for the campaign", "campaign stock of registered SKUs that give one")
OF_IT = Count("committed_units_sold", "Sold of the stock kept", "units of those SKUs on counted lines")
TERMS = Terms((STOCK, OF_IT), "orders export, registrations", place=6)


def enter_sold_through(basis: Basis, held: Bought | None) -> None:
    """Enter sell-through; nothing where no stock was committed or no order is known.

    The stock of a shop of which no export holds an order plays no part: what it sold is not known, and not nothing.
    """
    listed = basis.inputs.listed
    if held is None or listed is None or "stock" not in listed or is_regular(basis):
        return
    told = [key for key in basis.sellers if key and basis.ledger.value("gmv", At("seller", key)) is not None]
    kept = listed.dropna(subset=["sku_id", "stock"]).drop_duplicates(["seller_id", "sku_id"])
    kept = kept[kept["seller_id"].isin(told)]
    if kept.empty:
        return
    lines = held.lines[held.counted]
    if lines["sku_id"].isna().any() and not basis.tells_orders:
        return  # sums that do not say of which SKU they are
    sold = lines.groupby(["seller_id", "sku_id"], observed=True)["quantity"].sum().rename("units")
    keys = ["seller_id", "sku_id"]
    named = kept.assign(**{BY_CATEGORY.column: _categories(basis, kept)})
    frame = named[[*keys, BY_CATEGORY.column, "stock"]].merge(sold, how="left", left_on=keys, right_index=True)
    whole = shaped(frame.assign(units=frame["units"].fillna(0)), COMMITTED_SKUS)
    basis.ledger.enter(STOCK, int(whole["stock"].sum()))
    basis.ledger.enter(OF_IT, int(whole["units"].sum()))
    rows = committed_skus(whole)
    pages = of_table(Table.COMMITTED_SKUS)
    enter(basis.ledger, pages, breakdown(rows, pages, BY_TOTAL, basis.periods, compare=False))
    for by, listed_ in ((BY_CATEGORY, basis.categories), (BY_SELLER, basis.sellers)):
        known = [key for key in listed_ if key in set(whole[by.column])]
        enter(basis.ledger, pages, breakdown(rows, pages, by, basis.periods, compare=False), known)


def _categories(basis: Basis, kept: pd.DataFrame) -> "pd.Series[str]":
    """Return the category of each SKU, as it is of a line: the registration's, else its seller's main one."""
    main = kept["seller_id"].astype("str").map(dict(basis.inputs.scope.categories))
    return main if "category" not in kept else kept["category"].fillna(main)
