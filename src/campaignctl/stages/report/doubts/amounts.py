"""Amounts that cannot all be right: a line does not add up, lies below zero, or is priced in another size."""

from collections.abc import Iterator

import pandas as pd

from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import counted
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.naming import doubt, money

AGAIN = "Download the export again, and open it in no other program before."
FEW = 0.001
"""The share of a shop's lines up to which sums that do not add up are the odd order that somebody mended by hand."""
FAR = 15
"""Times the agreed price, or a part of it, that no discount or fee explains: cents for dollars, or the reverse."""
ENOUGH = 5
"""Lines from which on the prices of a shop may be judged as a whole."""


def amounts(basis: Basis, facts: pd.DataFrame, skus: pd.DataFrame) -> Iterator[Finding]:
    """Yield, shop by shop, the amounts that contradict each other or what was agreed."""
    for seller, of_shop in facts.groupby("seller", dropna=False, sort=False):
        yield from _sums(basis, None if pd.isna(seller) else str(seller), of_shop)
    yield from _size(basis, skus)


def _sums(basis: Basis, seller: str | None, rows: pd.DataFrame) -> Iterator[Finding]:
    whole, name, place = rows.sum(numeric_only=True), basis.seller(seller), place_of(seller)
    inside = rows[rows["inside"]].sum(numeric_only=True)
    if whole["of_unsummed"] > FEW * whole["of_lines"]:
        off = int(inside["off_by"])
        effect = f"; in the campaign they say {money(basis, abs(off))} {'more' if off > 0 else 'less'}" if off else ""
        message = (
            f"of {counted(int(whole['of_unsummed']), 'line')} of {name} the SKU Subtotal After Discount is not the one "
            f"before less the discounts{effect}; GMV takes it as it stands"
        )
        yield doubt("DAT127", place, message, AGAIN, abs(off) or None)
    if whole["of_unpriced"] > FEW * whole["of_lines"]:
        message = (
            f"of {counted(int(whole['of_unpriced']), 'line')} of {name} Quantity x SKU Unit Original Price is not the "
            "SKU Subtotal Before Discount; units and discounts are taken as they stand"
        )
        yield doubt("DAT127", place, message, AGAIN)
    if whole["of_below"]:
        worth = int(inside["worth_below"])
        effect = f"; those of the campaign come to {money(basis, worth)} of GMV" if inside["of_below"] else ""
        message = f"{counted(int(whole['of_below']), 'line')} of {name} bear an amount or a quantity below zero{effect}"
        yield doubt("DAT128", place, message, AGAIN, abs(worth) or None)


def _size(basis: Basis, skus: pd.DataFrame) -> Iterator[Finding]:
    """Yield the shops whose prices paid are many times those agreed, or a small part of them."""
    listed = basis.inputs.listed
    if listed is None or "campaign_price" not in listed:
        return
    agreed = listed.dropna(subset=["sku_id", "campaign_price"]).drop_duplicates("sku_id")
    prices = dict(zip(agreed["sku_id"].astype("str"), agreed["campaign_price"].astype("float64"), strict=True))
    told = skus[skus["sku_id"].isin(list(prices)) & (skus["units"] > 0) & (skus["worth"] > 0)]
    times = told["worth"].astype("float64") / told["units"].astype("float64") / told["sku_id"].map(prices)
    for seller, rows in told.assign(times=times).groupby("seller", sort=False):
        middle = float(rows["times"].median())
        if rows["lines"].sum() < ENOUGH or 1 / FAR < middle < FAR:
            continue
        worth = int(rows["worth"].sum())
        size = f"about {middle:,.0f} times" if middle > 1 else f"about 1/{1 / middle:,.0f} of"
        message = (
            f"buyers of {basis.seller(str(seller))} paid {size} the campaign prices ({money(basis, worth)} in all): "
            "are the amounts in cents, or of another currency?"
        )
        yield doubt(
            "DAT133", place_of(str(seller)), message, "Export the orders again, and compare one with the shop.", worth
        )


def place_of(seller: str | None) -> Place:
    """Return the folder of a shop's exports."""
    return Place("exports" if seller is None else f"exports/{seller}")
