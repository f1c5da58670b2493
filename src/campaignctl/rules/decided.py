"""A line that the team rejected is judged no more: nobody promises it, and its faults stop no launch.

Its rows move to the frame ``rejected_lines``; of a shop that was rejected as a whole nothing at all is judged.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from campaignctl.domain.decisions import REJECT, made_of
from campaignctl.domain.observations import Observation
from campaignctl.domain.outcome import outcome

_OF_A_SHOP = ("registration", "coupons", "slots")

Frames = dict[str, pd.DataFrame]


def without_rejected(
    frames: Mapping[str, pd.DataFrame], met: Sequence[Observation]
) -> tuple[Frames, tuple[Observation, ...]]:
    """Return the frames and observations without what was rejected; lines under other terms since then stay."""
    lines, shops = frames["sku_lines"], frames["shop_decisions"]
    whole: Frames = {**frames, "rejected_lines": lines.head(0)}
    if not _rejects(frames["decisions"]) and not _rejects(shops):
        return whole, tuple(met)
    decided = outcome(lines, frames["promotions"], made_of(frames["decisions"]), shops)
    out = decided["decision"].eq(REJECT).fillna(value=False).astype(bool)
    gone = _rejected_shops(shops)
    whole |= {"sku_lines": lines[~out].reset_index(drop=True), "rejected_lines": lines[out].reset_index(drop=True)}
    files = frozenset(frames["registration"].loc[frames["registration"]["seller_id"].isin(gone), "file"])
    whole |= {key: _without(frames[key], gone) for key in _OF_A_SHOP}
    rows = lines.loc[out, ["file", "sheet", "row"]].astype({"file": "str", "sheet": "str"})
    cells = set(rows.itertuples(index=False, name=None))
    return whole, tuple(o for o in met if o.place.file not in files and _row(o) not in cells)


def _rejects(decisions: pd.DataFrame) -> bool:
    return bool(decisions["decision"].eq(REJECT).any())


def _rejected_shops(shops: pd.DataFrame) -> frozenset[str]:
    last = shops.dropna(subset=["seller_id", "decision"]).sort_values("decided_on", na_position="first", kind="stable")
    last = last.drop_duplicates("seller_id", keep="last")
    return frozenset(last.loc[last["decision"].eq(REJECT), "seller_id"])


def _without(frame: pd.DataFrame, sellers: frozenset[str]) -> pd.DataFrame:
    return frame[~frame["seller_id"].isin(sellers)].reset_index(drop=True)


def _row(met: Observation) -> tuple[str, str, int | None]:
    return met.place.file, met.place.sheet, met.place.row
