"""How much of the stock that sellers committed was sold, in all and by seller."""

from campaignctl.domain.frames import shaped
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.committed import COMMITTED_SKUS
from campaignctl.metrics.compute import BY_SELLER, BY_TOTAL, breakdown, enter
from campaignctl.metrics.counting import committed_skus
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.subject import is_regular


def enter_sold_through(basis: Basis, held: Bought | None) -> None:
    """Enter sell-through; nothing where no stock was committed or no order is known."""
    listed = basis.inputs.listed
    if held is None or listed is None or "stock" not in listed or is_regular(basis):
        return
    kept = listed.dropna(subset=["sku_id", "stock"]).drop_duplicates(["seller_id", "sku_id"])
    if kept.empty:
        return
    lines = held.lines[held.counted]
    if lines["sku_id"].isna().any() and not basis.tells_orders:
        return  # sums that do not say of which SKU they are
    sold = lines.groupby(["seller_id", "sku_id"], observed=True)["quantity"].sum().rename("units")
    keys = ["seller_id", "sku_id"]
    frame = kept[[*keys, "stock"]].merge(sold, how="left", left_on=keys, right_index=True)
    whole = shaped(frame.assign(units=frame["units"].fillna(0)), COMMITTED_SKUS)
    rows = committed_skus(whole)
    pages, known = of_table(Table.COMMITTED_SKUS), [key for key in basis.sellers if key in set(whole["seller_id"])]
    enter(basis.ledger, pages, breakdown(rows, pages, BY_TOTAL, basis.periods, compare=False))
    enter(basis.ledger, pages, breakdown(rows, pages, BY_SELLER, basis.periods, compare=False), known)
