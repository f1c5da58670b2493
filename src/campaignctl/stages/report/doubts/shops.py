"""Shops whose exports are there and do not count: of another shop, of SKUs nobody registered, of another time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pandas as pd

from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import counted
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.amounts import place_of
from campaignctl.stages.report.doubts.naming import doubt, money, shops
from campaignctl.stages.report.times import moment_words

LONG = timedelta(days=31)
"""Exports that end so long before the campaign begins are of another one."""


def silent(basis: Basis, facts: pd.DataFrame, skus: pd.DataFrame) -> Iterator[Finding]:
    """Yield what keeps the sales of shops out of the figures although their exports are there."""
    swapped = {finding.about.seller: finding for finding in _swapped(basis, skus)}
    yield from swapped.values()
    yield from _uncounted(basis, facts, skus, set(swapped))
    yield from _strangers(basis, facts)


def _swapped(basis: Basis, skus: pd.DataFrame) -> Iterator[Finding]:
    """Yield shops whose exports hold no SKU that they registered, but many of another one."""
    listed = basis.inputs.listed
    if listed is None:
        return
    owner = listed.dropna(subset=["sku_id", "seller_id"]).drop_duplicates("sku_id")
    owners = dict(zip(owner["sku_id"].astype("str"), owner["seller_id"].astype("str"), strict=True))
    known = skus.assign(owner=skus["sku_id"].map(owners)).dropna(subset=["owner", "seller"])
    for seller, rows in known.groupby("seller", sort=False):
        by_owner = rows.groupby("owner")["worth"].sum().sort_values(ascending=False)
        other = str(by_owner.index[0])
        if str(seller) in by_owner.index or str(seller) not in set(owners.values()):
            continue
        worth = int(by_owner.iloc[0])
        message = (
            f"the exports of {basis.seller(str(seller))} hold no SKU that it registered, but {money(basis, worth)} of "
            f"SKUs that {basis.seller(other)} did: its figures may be the other shop's"
        )
        found = doubt(
            "DAT132", place_of(str(seller)), message, "Put each export into the folder of its own shop.", worth
        )
        yield _about(found, str(seller))


def _about(finding: Finding, seller: str) -> Finding:
    return replace(finding, about=replace(finding.about, seller=seller))


def _uncounted(basis: Basis, facts: pd.DataFrame, skus: pd.DataFrame, but: set[str]) -> Iterator[Finding]:
    """Yield shops that take part, with orders of the campaign of which not one counts."""
    inside = facts[facts["inside"]].dropna(subset=["seller"]).set_index("seller")
    for seller in sorted((basis.inputs.scope.sellers & set(inside.index)) - but):
        if basis.sold_anything(At("seller", seller)):
            continue
        row = inside.loc[[seller]].sum(numeric_only=True)
        sold = skus[skus["seller"].eq(seller)]
        worth, lines = int(sold["worth"].sum()), int(row["of_lines"])
        if row["of_unpaid"] == lines:
            why = "none bears a Paid Time"
        elif row["of_free"] == lines:
            why = "all cost nothing, and count as samples or gifts"
        elif row["of_no_sku"] and sold["sku_id"].isna().all():
            why = "none bears a SKU ID"
        elif not sold.empty and basis.inputs.scope.counts_registered:
            why = f"none is of a SKU that anybody registered, such as {sold['sku_id'].dropna().iloc[0]} in the export"
        else:
            continue
        name = basis.seller(seller)
        message = f"{counted(lines, 'order line')} of {name} fall into the campaign and not one counts: {why}"
        fix = (
            "Compare the IDs of the export with those of its registration."
            if "registered" in why
            else ("Export the orders of the shop again, with all columns.")
        )
        yield doubt("DAT129", place_of(seller), message, fix, worth or None)


def _strangers(basis: Basis, facts: pd.DataFrame) -> Iterator[Finding]:
    """Yield the shops that exports name and the sheet Sellers does not have, where one that takes part is missing.

    An export of a whole marketplace names shops that nobody invited.
    """
    known = {seller.id for seller in basis.inputs.campaign.sellers}
    inside = facts[facts["inside"]].dropna(subset=["seller"])
    odd = inside[~inside["seller"].isin(sorted(known))]
    missing = [key for key in basis.inputs.scope.sellers if not basis.sold_anything(At("seller", key))]
    if known and missing and len(odd):
        worth = int(odd["worth_lines"].sum())
        message = (
            f"the order exports name {shops(basis, odd['seller'])}, which the sheet Sellers does not have: "
            f"{counted(int(odd['of_lines'].sum()), 'line')} of the campaign, {money(basis, worth)}, do not count"
        )
        fix = "Add the shops to the sheet Sellers, or correct the ids in the exports."
        yield doubt("DAT136", Place("exports"), message, fix, worth)


def of_another_time(basis: Basis, held: datetime | None) -> Iterator[Finding]:
    """Yield that the order exports, up to ``held``, are of another time altogether: of last year, say."""
    window, zone = basis.inputs.window, basis.inputs.zone
    if held is not None and held < window.start - LONG:
        ends, begins = (moment_words(at, zone) for at in (held, window.start))
        days = f"{(window.start - held).days:,} days"
        message = f"the order exports end {ends}, {days} before the campaign begins ({begins})"
        yield doubt("DAT137", Place("exports"), message, "Export the orders of the campaign's days; check the year.")
