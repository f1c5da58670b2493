"""The price that a buyer must see of what was locked, at the moment its promotion starts.

It follows from everything that is locked, not from the line alone: a deal that is keyed in later in the night may set
the price that the page shows.
"""

import pandas as pd

from campaignctl.domain.frames import Dtype, Shape, shaped
from campaignctl.domain.keyed_in import item_of_keyed
from campaignctl.domain.lock import Lock
from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.paths import price_paths
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case

EXPECTED: Shape = {"shelf_price": Dtype.MONEY, "coupon_price": Dtype.MONEY}
"""On the product page, and what anyone pays for one unit with all coupons; in minor units, missing where unknown."""

_KEYS = ["seller_id", "item"]


def expected_prices(case: Case, lock: Lock, keyed: pd.DataFrame) -> pd.DataFrame:
    """Return what buyers must see of each row of ``keyed`` (``KEYED_IN``) of a lock at its start, as ``EXPECTED``.

    What only some buyers see, as a price shown in a LIVE alone, is expected as it is locked. So is what has no price
    of its own: a product that is taken whole, and whose SKUs the price paths tell apart.
    """
    rows = pd.DataFrame({"seller_id": keyed["seller_id"], "item": item_of_keyed(keyed), "at": keyed["starts"]})
    told = _shelf(case, lock, rows)
    only_some = keyed["promotion_id"].isin(_for_some(lock, case.profile))
    shelf = told["product_price"].mask(only_some).fillna(keyed["deal_price"])
    return shaped(pd.DataFrame({"shelf_price": shelf, "coupon_price": told["pays"].mask(only_some)}), EXPECTED)


def _shelf(case: Case, lock: Lock, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the ``product_price`` of each row at its moment, and what anyone ``pays`` for one unit."""
    lines = lock.lines[lock.lines["seller_id"].isin(rows["seller_id"].dropna().unique())]
    frames = {**case.frames, "sku_lines": lines.reset_index(drop=True)}
    paths = price_paths(frames, case.profile, lock.currency).segments(View.SHELF)
    paths = paths.assign(item=item_of_keyed(paths))
    met = rows.reset_index(names="place").merge(paths[[*_KEYS, "starts", "ends", "product_price", "pays"]], on=_KEYS)
    there = met[(met["starts"] <= met["at"]) & (met["at"] < met["ends"])].drop_duplicates("place").set_index("place")
    return there[["product_price", "pays"]].reindex(rows.index)


def _for_some(lock: Lock, profile: Profile) -> list[str]:
    """Return the promotions of tools that only some audience gets."""
    tools = {tool for audience in profile.audiences for tool in audience.tools}
    return lock.promotions.loc[lock.promotions["tool"].isin(tools), "id"].tolist()
