"""Whether buyers paid the agreed price: what the seller took for a line, beside what was agreed, unit by unit."""

import numpy as np
import pandas as pd

TOLERANCE = 1
"""Minor units per unit by which a price may miss the agreed one: discounts of several units are rounded."""


def judged_prices(lines: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Return one row per order line under a promise: ``promise``, ``units``, ``value``, ``over`` and what was paid.

    ``terms`` is what ``assigned`` gave. The price is what buyers paid before the platform put in more than it had
    agreed to, so that its coupons hide no price that was raised. ``over`` is what the line cost buyers beyond the
    agreed price, in minor units, 0 where it was kept; nothing is owed beyond the agreed stock or the limit of a buyer.
    """
    own = lines.loc[terms.index]
    units = own["quantity"].fillna(0).to_numpy("int64")
    before, seller, platform = (
        own[name].to_numpy("float64", na_value=np.nan)
        for name in ("subtotal_before_discount", "seller_discount", "platform_discount")
    )
    deal = terms["deal"].to_numpy("float64", na_value=np.nan)
    listed = terms["listed"].to_numpy("float64", na_value=np.nan)
    share = 1 - terms["seller_pays"].fillna(1).to_numpy("float64")
    agreed_part = np.ceil(np.round(share * np.nan_to_num(np.clip(listed - deal, 0, None)) * units, 6))
    put_in = np.minimum(np.nan_to_num(platform), agreed_part)
    paid = before - np.nan_to_num(seller) - put_in
    over = paid - deal * units
    owed = _owed(own, terms, units) & ~np.isnan(over) & (units > 0)
    return pd.DataFrame(
        {
            "promise": terms["promise"].to_numpy(),
            "units": units,
            "value": own["subtotal_after_discount"].fillna(0).to_numpy("int64"),
            "created": own["created"].array,
            "day": own["created_day"].array,
            "agreed": deal,
            "paid": np.where(units > 0, paid / np.maximum(units, 1), np.nan),
            "owed": owed,
            "over": np.where(owed & (over > TOLERANCE * units), over, 0.0),
            "undiscounted": owed
            & (np.nan_to_num(seller) + np.nan_to_num(platform) == 0)
            & (deal < before / np.maximum(units, 1)),
        },
        index=terms.index,
    )


def _owed(own: pd.DataFrame, terms: pd.DataFrame, units: np.ndarray) -> np.ndarray:
    """Return which lines the agreed price was owed to: within the limit of a buyer, and while agreed stock was left."""
    limit, stock = (terms[name].fillna(-1).to_numpy("int64") for name in ("per_buyer", "stock"))
    counted = pd.DataFrame({"promise": terms["promise"].to_numpy(), "units": units, "created": own["created"].array})
    ordered = counted.sort_values(["promise", "created"], kind="stable")
    before = ordered.groupby("promise")["units"].cumsum() - ordered["units"]
    sold = before.reindex(counted.index).to_numpy()
    return ((limit < 0) | (units <= limit)) & ((stock < 0) | (sold < stock))


def by_promise(judged: pd.DataFrame) -> pd.DataFrame:
    """Return one row per promise that something was sold of: units, value, and what was sold above the agreed price."""
    above = judged[judged["over"] > 0]
    sold = judged.groupby("promise").agg(
        lines=("units", "size"), units=("units", "sum"), value=("value", "sum"), owed=("owed", "sum"),
        undiscounted=("undiscounted", "sum"), most=("paid", "max"), first=("created", "min"), last=("created", "max"),
    )  # fmt: skip
    dear = above.groupby("promise").agg(
        above_units=("units", "sum"), over=("over", "sum"), above_days=("day", "nunique"), dearest=("paid", "max"),
        agreed=("agreed", "min"),
    )  # fmt: skip
    found = sold.join(dear)
    counts = ["above_units", "over", "above_days"]
    return found.assign(**{name: found[name].fillna(0) for name in counts})
