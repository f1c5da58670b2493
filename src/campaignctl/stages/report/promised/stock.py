"""Whether the agreed stock was there: units sold beside units agreed, and sales that stopped too early for chance.

Were a SKU there until the end, its orders would lie among all others as they fall: that each of n came before a share
f of those had passed happens by chance with f to the power of n.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from campaignctl.methods.discoveries import adjusted
from campaignctl.pricing.sheets import microseconds

LEAST_LINES = 5
"""Sales below which a line has no pace: whether the one order came early or late says nothing of the next."""
SOLD = 0.9
"""The share of agreed units from which on all are taken as sold: orders that are never paid hold stock for a while."""
KEEP = 0.05


def judged_stock(sold: pd.DataFrame, agreed: pd.DataFrame, moments: "pd.Series[pd.Timestamp]") -> pd.DataFrame:
    """Return ``sold`` with ``chance``, ``stopped``, ``sold_out``, ``short``, ``missing``, ``gap`` and ``lost``.

    ``sold`` is what ``by_promise`` gave; ``agreed`` has ``stock``, ``opens`` and ``closes`` per promise, ``moments``
    are those of all orders. ``chance`` is how often a line stops so early by chance alone. ``missing`` are units agreed
    and not sold where sales stopped short of them, ``gap`` the days from the last sale to the end, ``lost`` the money
    that the SKU would have sold in them at its own pace: of units that were agreed no more than are missing.
    """
    told = sold.join(agreed[["stock", "opens", "closes"]])
    passed = _passed(told, moments)
    lines = told["lines"].to_numpy("float64")
    chance = np.where((passed < 1) & (lines >= LEAST_LINES), passed**lines, 1.0)
    stock = told["stock"].to_numpy("float64", na_value=np.nan)
    units = told["units"].to_numpy("float64")
    stopped = (adjusted(chance) <= KEEP) & ~np.isnan(stock)
    all_sold = units >= SOLD * np.nan_to_num(stock, nan=np.inf)
    gone = stopped | (units >= np.nan_to_num(stock, nan=np.inf))
    short = stopped & ~all_sold
    missing = np.where(short, np.nan_to_num(stock) - units, 0)
    value = told["value"].to_numpy("float64")
    lost = value * (1 - passed) / np.maximum(passed, 1e-9)
    lost = np.where(short, np.minimum(lost, value * missing / np.maximum(units, 1)), lost)
    gap = (told["closes"] - told["last"]).dt.total_seconds().to_numpy() / 86400
    return told.assign(
        chance=chance,
        stopped=stopped,
        sold_out=gone & all_sold,
        short=short,
        missing=missing,
        gap=np.where(stopped, gap, 0.0),
        lost=np.where(stopped, lost, 0.0),
    )


def _passed(told: pd.DataFrame, moments: "pd.Series[pd.Timestamp]") -> NDArray[np.float64]:
    """Return which share of all other orders between opening and close had passed at a promise's last sale."""
    everything = np.sort(microseconds(moments))
    first, end = (np.searchsorted(everything, microseconds(told[name])) for name in ("opens", "closes"))
    last = np.searchsorted(everything, microseconds(told["last"]), side="right")
    own = told["lines"].to_numpy("int64")  # its own orders say nothing of when others came
    passed, whole = last - first - own, end - first - own
    return np.where(whole > 0, np.clip(passed / np.maximum(whole, 1), 0.0, 1.0), 1.0)
