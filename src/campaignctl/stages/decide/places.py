"""A promotion with fewer places than lines: who keeps one, who gets one, who waits."""

import pandas as pd

CRITERIA = ("shop_score", "depth", "stock", "last_time_kept", "last_time_gmv")
"""What ranks the lines of a promotion, the first that differs decides; more is better, and blank comes last."""


def places(lines: pd.DataFrame, approved: "pd.Series[bool]", ready: "pd.Series[bool]") -> pd.DataFrame:
    """Return ``place`` and ``wanted`` of each line; missing where its promotion takes all, or the line is not ready.

    ``lines`` carry the ``CRITERIA`` and ``skus_wanted``. Lines that are ``approved`` keep their places; the others that
    are ``ready`` follow, ranked.
    """
    wanted = lines["skus_wanted"].astype("Int64")
    ranked = lines.assign(first=~approved)[(approved | ready) & wanted.notna()]
    order = ["promotion_id", "first", *CRITERIA, "seller_id", "sku_id", "product_id"]
    rising = [column not in CRITERIA for column in order]
    ranked = ranked.astype({"promotion_id": "str", "seller_id": "str"}).sort_values(
        order, ascending=rising, na_position="last", kind="stable"
    )
    place = (ranked.groupby("promotion_id").cumcount() + 1).astype("Int64")
    return pd.DataFrame({"place": place.reindex(lines.index), "wanted": wanted})
