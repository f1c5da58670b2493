"""The budget ledger: what a promotion or cost centre may spend, can cost at worst, should cost, and has promised."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from campaignctl.domain.frames import framed
from campaignctl.domain.money import share_of
from campaignctl.domain.price_frames import BUDGET_LEDGER
from campaignctl.pricing.expected import Expected
from campaignctl.pricing.exposure import worst_cases
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import WHOLE

OPEN: tuple[int | None, str | None] = (None, None)
"""An expectation that nothing is known of."""


def ledger(
    paths: PricePaths,
    promotions: pd.DataFrame,
    cost_centre: str = "",
    use: Mapping[str, Expected] | None = None,
    locked: PricePaths | None = None,
) -> pd.DataFrame:
    """Return one row per promotion, of the shape ``BUDGET_LEDGER``, in the order of the sheet.

    ``promotions`` is the frame that ``paths`` were made of; ``cost_centre`` stands in where a promotion names none.
    ``use`` gives, by promotion id, the share of the worst case that is expected to come true; ``locked`` are the
    prices of what is locked, which then is what the share is taken of.
    """
    worst, committed = _by_id(paths), {} if locked is None else _by_id(locked)
    bound = worst if locked is None else committed
    expected = {id_: _expected(bound.get(id_), (use or {}).get(id_)) for id_ in worst}
    expected |= {each.id: (None, f"left out: {each.why}") for each in paths.left_out}
    shared = {offer.id for offer in paths.offers if not offer.own and offer.seller_pays < WHOLE}
    standing = promotions[~promotions["status"].eq("Cancelled").fillna(value=False)]
    rows = standing.dropna(subset=["id"]).drop_duplicates("id")
    rows = rows[rows["id"].isin(shared) | rows["budget"].notna()]
    ids = list(rows["id"])
    budget = [None if pd.isna(amount) else int(amount) for amount in rows["budget"]]
    taken = [bound.get(id_) for id_ in ids]
    columns = {
        "promotion_id": ids,
        "title": list(rows["title"]),
        "cost_centre": list(rows["cost_centre"].fillna(cost_centre or pd.NA)),
        "budget": budget,
        "worst_case": [worst.get(id_) for id_ in ids],
        "expected": [expected.get(id_, OPEN)[0] for id_ in ids],
        "expected_from": [expected.get(id_, OPEN)[1] for id_ in ids],
        "committed": [committed.get(id_) for id_ in ids],
        "left": [None if own is None or used is None else own - used for own, used in zip(budget, taken, strict=True)],
    }
    return framed(columns, len(ids), BUDGET_LEDGER)


def by_cost_centre(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a ledger's sums per cost centre; a sum is missing where a part of it is not known.

    A promotion that can cost nothing needs no budget.
    """
    amounts = ["budget", "worst_case", "expected", "committed", "left"]
    names = rows["cost_centre"].astype("str").fillna("")
    free = rows["worst_case"].eq(0) & (rows["committed"].isna() | rows["committed"].eq(0))
    needless = (rows["budget"].isna() & free).fillna(value=False).astype(bool)
    filled = {key: rows[key].mask(needless, 0) for key in ("budget", "left")}
    return rows.assign(**filled)[amounts].groupby(names, sort=True).agg(_whole_sum).astype("Int64").reset_index()


def _whole_sum(amounts: "pd.Series[Any]") -> Any:
    return pd.NA if amounts.isna().any() else amounts.sum()


def _by_id(paths: PricePaths) -> dict[str, int | None]:
    return {offer.id: worst for offer, worst in zip(paths.offers, worst_cases(paths), strict=True) if not offer.own}


def _expected(worst: int | None, use: Expected | None) -> tuple[int | None, str | None]:
    """Return what should be used of a worst case, and where that is known from or why not."""
    if worst == 0:
        return 0, "it can cost nothing"
    if worst is None:
        return None, "nothing bounds its worst case"
    if use is None:
        return OPEN
    return None if use.share is None else share_of(worst, use.share), use.source
