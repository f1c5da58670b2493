"""Who and what a report lists, and in which order: the largest GMV first, what is not known last."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.compute import BY_CATEGORY, BY_DAY, BY_SELLER, Breakdown, with_quiet
from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import TOTAL, At, Key
from campaignctl.metrics.lines import COUNTED, VALUE
from campaignctl.metrics.native import lazy
from campaignctl.stages.report.basis import Basis, Product
from campaignctl.stages.report.counts import PRODUCTS, SELLERS, SKUS

MOST_PRODUCTS = 500


def with_all(basis: Basis, found: Breakdown) -> Breakdown:
    """Return a breakdown with zeros for sellers and categories that registered, are in the exports, and sold nothing.

    A seller whose exports hold no line at all is not among them: nothing is known of it.
    """
    listed = basis.inputs.listed
    if found.dimension is BY_SELLER:
        present = _present(basis)
        return with_quiet(found, present & (basis.inputs.scope.sellers or present))
    if found.dimension is BY_CATEGORY and listed is not None:
        known = listed["seller_id"].isin(_present(basis))
        return with_quiet(found, set(roster(basis, listed)["category"][known].dropna()))
    return found


def _present(basis: Basis) -> frozenset[str]:
    """Return the sellers of whom the exports hold any line, paid or not."""
    lines = lazy(basis.inputs.order_lines)
    found = lines.group_by("seller_id").agg(nw.len()).collect(backend="pandas").to_native()["seller_id"]
    return frozenset(found.dropna())


def by_gmv(basis: Basis, found: Breakdown) -> tuple[Key, ...]:
    """Return the keys in order: days as they come, sellers and categories with those of whom nothing is known."""
    if found.dimension is BY_DAY:
        return tuple(sorted({str(day) for day in basis.days} | {key for key in found.keys if key is not None}))
    alive = _alive(found)
    worth = {
        key: value for key, value in zip(found.keys, found.campaign[VALUE.name].fillna(0), strict=True) if key in alive
    }
    if found.dimension is BY_SELLER:
        worth |= dict.fromkeys(basis.inputs.scope.sellers - worth.keys(), 0)
    if found.dimension is BY_CATEGORY and basis.inputs.listed is not None:
        worth |= dict.fromkeys(set(roster(basis, basis.inputs.listed)["category"].dropna()) - worth.keys(), 0)
    return tuple(sorted(worth, key=lambda key: (key is None, -worth[key], key or "")))


def _alive(found: Breakdown) -> set[Key]:
    """Return the keys with a counted line in the campaign or its baseline; the others were met on other lines only."""
    alive: set[Key] = set()
    for frame in (found.campaign, found.baseline):
        if frame is not None:
            something = (frame[[m.name for m in found.measures]].fillna(1) != 0).any(axis=1)
            alive |= {None if pd.isna(key) else str(key) for key in frame.index[something]}
    return alive


def best_sellers(found: Breakdown) -> tuple[Key, ...]:
    """Return the products with the highest GMV, at most 500."""
    worth = found.campaign[VALUE.name].fillna(0)
    ranked = sorted(zip(found.keys, worth, strict=True), key=lambda one: (one[0] is None, -one[1], one[0] or ""))
    return tuple(key for key, value in ranked if value)[:MOST_PRODUCTS]


def about_products(basis: Basis, table: nw.LazyFrame[Any], best: Sequence[Key], count: int) -> Mapping[Key, Product]:
    """Return name, seller and category of the best-selling products, and enter how many products sold."""
    basis.ledger.enter(PRODUCTS, count)
    sold = table.filter((nw.col("period") == CAMPAIGN) & nw.col(COUNTED.column))
    columns = ("product_name", "seller_id", "campaign_category")
    named = sold.group_by("product_id").agg(*[nw.col(column).max() for column in columns])
    frame = named.collect(backend="pandas").to_native().set_index("product_id")
    frame = frame[frame.index.notna()]
    return {key: _product(key, frame.loc[key]) for key in best if key is not None and key in frame.index}


def _product(key: str, row: "pd.Series[Any]") -> Product:
    name, seller, category = (None if pd.isna(cell) else str(cell) for cell in row)
    return Product(name or key, seller, category)


def enter_days_by_category(basis: Basis, table: nw.LazyFrame[Any], categories: Sequence[Key]) -> None:
    """Enter the GMV of every day and category, for the stacked columns."""
    now = table.filter(nw.col("period") == CAMPAIGN)
    found = grouped(now, (VALUE,), ("paid_day", "campaign_category"))
    cells = {
        (str(day), None if pd.isna(category) else str(category)): value
        for day, category, value in zip(found["paid_day"], found["campaign_category"], found[VALUE.name], strict=True)
    }
    for day in basis.days:
        for category in categories:
            value = cells.get((str(day), category), 0)
            known = None if pd.isna(value) else basis.ledger.money(int(value))
            reason = "" if known is not None else f"the exports do not give {VALUE.words}"
            basis.ledger.enter(basis.gmv, known, day_and_category(str(day), category), reason=reason)


def day_and_category(day: str, category: Key) -> At:
    """Return the place of one category's GMV on one day."""
    return At("day-category", f"{day} {category or 'unknown'}")


def enter_roster(basis: Basis) -> None:
    """Enter how many sellers and SKUs take part, in total and by category; of sellers also their SKUs."""
    listed = basis.inputs.listed
    if listed is None:
        if basis.has_lines:
            basis.ledger.enter(SELLERS, sum(key is not None for key in basis.sellers))
        return
    entered = roster(basis, listed)
    _count(basis, entered, TOTAL)
    for key, rows in entered.groupby("category"):
        _count(basis, rows, At("category", str(key)))
    for key, rows in entered.groupby("seller_id"):
        basis.ledger.enter(SKUS, _skus(rows), At("seller", str(key)))


def roster(basis: Basis, listed: pd.DataFrame) -> pd.DataFrame:
    """Return the registered SKUs with their category: their own, else their seller's main one."""
    main = basis.inputs.scope.categories
    category = listed["seller_id"].map(lambda key: main.get(str(key)))
    if "category" in listed:
        category = listed["category"].where(listed["category"].notna(), category)
    return listed.assign(category=category)


def _count(basis: Basis, rows: pd.DataFrame, at: At) -> None:
    basis.ledger.enter(SELLERS, int(rows["seller_id"].nunique()), at)
    basis.ledger.enter(SKUS, _skus(rows), at)


def _skus(rows: pd.DataFrame) -> int:
    return int(rows["sku_id"].nunique())
